/** The one place that says what an indicator is. Shape: `data/catalogue.json`, described in `data/README.md`. */

export type IndicatorId = string & { readonly __brand: 'IndicatorId' }
export type IndicatorKind = 'count' | 'rate' | 'amount' | 'rank'
/** 正: more is better (for a rank: a smaller number); 逆: less is better; 中: no judgement. */
export type Direction = '正' | '逆' | '中'

/** Chart kinds by the plan's number; `slot-card` is what an indicator gets when no panel claims it. */
export type ChartKind =
  | 'slot-card'
  | 'same-unit-bars'
  | 'rate-bars'
  | 'steps'
  | 'unit-squares'
  | 'rank-ladder'
  | 'year-columns'
  | 'rate-line'
  | 'change-table'
  | 'entry-matrix'

export interface Section {
  readonly number: number
  /** 一是 … as the report counts them. */
  readonly glyph: string
  readonly short: string
  readonly title: string
}

export interface Chapter {
  /** 0 is the preamble. It is the number in `#/c/{number}`. */
  readonly number: number
  /** 序, 一, 二 … */
  readonly glyph: string
  readonly short: string
  readonly title: string
  /** True for the chapter that holds shortcomings and commitments instead of figures. */
  readonly plan: boolean
  readonly sections: readonly Section[]
}

export interface Indicator {
  readonly id: IndicatorId
  /** Ids under which earlier years were kept before a rename; an address with one of them still works. */
  readonly formerIds: readonly IndicatorId[]
  readonly name: string
  readonly short: string
  /** Other wordings seen in reports; matched exactly, never by likeness. */
  readonly aliases: readonly string[]
  readonly chapter: number
  /** `null`: the chapter has no sections. */
  readonly section: number | null
  readonly unit: string
  readonly kind: IndicatorKind
  readonly nature: 'flow' | 'stock'
  readonly direction: Direction
  /** Only where the report itself states the base. */
  readonly denominator: IndicatorId | null
  /** The likely base of a rate whose report states none: figures are checked against it, it is never shown. */
  readonly impliedBase?: IndicatorId | null | undefined
  readonly definition: string
  /** Shown wherever the figure is. */
  readonly caution: string | null
  /** First year the indicator exists; earlier years are 当年尚无此项. */
  readonly since: number
}

export interface PanelPart {
  readonly kind: ChartKind
  readonly indicators: readonly IndicatorId[]
  /** One per indicator; the indicator's short name where absent. */
  readonly labels: readonly string[]
  /** One per indicator, a template: the line under the label. */
  readonly subs: readonly string[]
  readonly name: string | null
  /** What one square stands for, `unit-squares` only. */
  readonly square: string | null
}

export interface Panel {
  readonly id: string
  readonly name: string
  /** A template such as 延伸到{id}; used only when every figure in it is published. */
  readonly title: string | null
  /** `rates`: the title is derived by the rule for rates. */
  readonly titleRule: 'rates' | null
  /** Chapters whose glyphs head the panel, first one first. */
  readonly chapter: number
  readonly section: number | null
  /** Place on the overview and its width in twelfths; `null`: chapter page only. */
  readonly overview: { readonly order: number; readonly span: number } | null
  /** Whether the chapter page shows it; an overview-only panel repeats indicators shown elsewhere. */
  readonly onChapter: boolean
  readonly parts: readonly PanelPart[]
  /** 单位、刻度 and such, after the year in the subtitle. */
  readonly subtitle: string
  /** Templates; one that names an unpublished figure is left out. */
  readonly notes: readonly string[]
}

export interface Headline {
  readonly id: string
  readonly name: string
  readonly chapter: number
  readonly figures: readonly { readonly indicator: IndicatorId; readonly label: string | null }[]
  /** Two figures the report prints as one (均): shown once while they agree. */
  readonly mergeEqual: boolean
  /** A template, shown as a tag beside the number. */
  readonly tag: string | null
  /** A template, the one line under the number. */
  readonly context: string | null
}

export interface Catalogue {
  readonly title: string
  /** One character for the seal in the header. */
  readonly seal: string
  readonly chapters: readonly Chapter[]
  readonly indicators: readonly Indicator[]
  readonly panels: readonly Panel[]
  readonly headlines: readonly Headline[]
}

/** All names by which a row may call the indicator: its name, short name and aliases. */
export const namesOf = (indicator: Indicator): readonly string[] => [
  indicator.name,
  indicator.short,
  ...indicator.aliases,
]

interface CatalogueIndex {
  readonly ids: ReadonlyMap<string, Indicator>
  readonly names: ReadonlyMap<string, Indicator>
}

const indexes = new WeakMap<Catalogue, CatalogueIndex>()

/** Later entries give way to earlier ones, and a former id to one in use. */
function toIndex(catalogue: Catalogue): CatalogueIndex {
  const ids = new Map<string, Indicator>()
  const names = new Map<string, Indicator>()
  const add = (map: Map<string, Indicator>, key: string, indicator: Indicator) => {
    if (!map.has(key)) map.set(key, indicator)
  }
  for (const indicator of catalogue.indicators) add(ids, indicator.id, indicator)
  for (const indicator of catalogue.indicators) {
    for (const id of indicator.formerIds) add(ids, id, indicator)
    for (const name of namesOf(indicator)) add(names, name, indicator)
  }
  return { ids, names }
}

/** Made once a catalogue: measures and pages look up thousands of ids. */
function indexOf(catalogue: Catalogue): CatalogueIndex {
  const index = indexes.get(catalogue) ?? toIndex(catalogue)
  indexes.set(catalogue, index)
  return index
}

/** The indicator of that id, or the one that carries it on. Missing: `null` for an unknown id. */
export const findIndicator = (catalogue: Catalogue, id: string): Indicator | null =>
  indexOf(catalogue).ids.get(id) ?? null

/** The indicator of exactly that name, short name or alias. Missing: `null` for an unknown name. */
export const findByName = (catalogue: Catalogue, name: string): Indicator | null =>
  indexOf(catalogue).names.get(name) ?? null

export const findChapter = (catalogue: Catalogue, number: number): Chapter | null =>
  catalogue.chapters.find((c) => c.number === number) ?? null

/** Shape: the report's order, which is the catalogue's. */
export const indicatorsOf = (catalogue: Catalogue, chapter: number): readonly Indicator[] =>
  catalogue.indicators.filter((i) => i.chapter === chapter)

/** Panels of the overview in their order, each with its width in twelfths. */
export const overviewPanels = (
  catalogue: Catalogue,
): readonly { readonly panel: Panel; readonly span: number }[] =>
  catalogue.panels
    .flatMap((panel) => (panel.overview ? [{ panel, ...panel.overview }] : []))
    .sort((a, b) => a.order - b.order)
