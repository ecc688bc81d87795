import type { Catalogue, Headline, Indicator, IndicatorId, Panel, PanelPart } from './catalogue.ts'
import type { Dataset } from './dataset.ts'
import { convert } from './numbers/units.ts'
import type { Observation } from './observation.ts'
import type { PlanItem } from './plan.ts'
import type { Year } from './year.ts'

/** Why an indicator cannot be taken for the new name of another. */
export type JoinObstacle = 'same' | 'unit' | 'kind' | 'both-published'

type Years = ReadonlyMap<Year, Observation>
const NO_YEARS: Years = new Map()

const yearsOf = (dataset: Dataset, { id }: Indicator): Years => dataset.observations.get(id) ?? NO_YEARS

const isFigure = (observation: Observation | undefined): observation is Observation =>
  observation?.quantity.kind === 'known'

/**
 * What speaks against `newer` being the new name of `older`. Missing: `null` when nothing does.
 * Shape: `both-published` only where both have a figure in the same year; 未公布 beside a figure is no contradiction.
 */
export function joinObstacle(dataset: Dataset, older: Indicator, newer: Indicator): JoinObstacle | null {
  if (older.id === newer.id) return 'same'
  if (older.kind !== newer.kind) return 'kind'
  if (convert(1, older.unit, newer.unit) !== 1) return 'unit'
  const newerYears = yearsOf(dataset, newer)
  const both = [...yearsOf(dataset, older)].some(([year, o]) => isFigure(o) && isFigure(newerYears.get(year)))
  return both ? 'both-published' : null
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

function joinIndicator(older: Indicator, newer: Indicator): Indicator {
  const cautions = unique([newer.caution, older.caution].filter((caution) => caution !== null))
  return {
    ...newer,
    formerIds: unique([...newer.formerIds, older.id, ...older.formerIds]),
    aliases: unique([...newer.aliases, older.name, older.short, ...older.aliases]).filter(
      (name) => name !== newer.name && name !== newer.short,
    ),
    // Each is shown wherever a figure of its years is, and they are one series now.
    caution: cautions.length > 0 ? cautions.join('') : null,
    since: Math.min(older.since, newer.since),
  }
}

function joinIndicators(indicators: readonly Indicator[], older: Indicator, newer: Indicator) {
  const base = (id: IndicatorId | null, of: IndicatorId) => {
    const joined = id === older.id ? newer.id : id
    return joined === of ? null : joined
  }
  return indicators
    .filter((indicator) => indicator.id !== older.id)
    .map((indicator) => (indicator.id === newer.id ? joinIndicator(older, newer) : indicator))
    .map((indicator) => ({ ...indicator, denominator: base(indicator.denominator, indicator.id) }))
}

/** An entry of a list with the place it had. */
interface Kept<T> {
  readonly item: T
  readonly place: number
  readonly id: IndicatorId
}

/** The list with the older id replaced; what would stand twice is left out. */
function replaceIn<T>(
  items: readonly T[],
  idOf: (item: T) => IndicatorId,
  older: Indicator,
  newer: Indicator,
  elsewhere = false,
): readonly Kept<T>[] {
  const hasNewer = elsewhere || items.some((item) => idOf(item) === newer.id)
  const kept = items.flatMap((item, place): readonly Kept<T>[] => {
    if (idOf(item) !== older.id) return [{ item, place, id: idOf(item) }]
    return hasNewer ? [] : [{ item, place, id: newer.id }]
  })
  return kept.filter(({ id }, i) => kept.findIndex((other) => other.id === id) === i)
}

const itself = (id: IndicatorId): IndicatorId => id

function joinPart(part: PanelPart, older: Indicator, newer: Indicator, elsewhere: boolean): PanelPart | null {
  if (!part.indicators.includes(older.id)) return part
  const kept = replaceIn(part.indicators, itself, older, newer, elsewhere)
  if (kept.length === 0) return null
  return {
    ...part,
    indicators: kept.map(({ id }) => id),
    labels: kept.flatMap(({ place }) => part.labels[place] ?? []),
    subs: kept.flatMap(({ place }) => part.subs[place] ?? []),
  }
}

const shows = (panel: Panel, { id }: Indicator): boolean =>
  panel.parts.some((part) => part.indicators.includes(id))

/** A chapter page shows a figure once: where the newer one has its place already, the older one's is given up. */
function joinPanels(panels: readonly Panel[], older: Indicator, newer: Indicator): readonly Panel[] {
  const placed = panels.some((panel) => panel.onChapter && shows(panel, newer))
  return panels.flatMap((panel) => {
    if (!shows(panel, older)) return [panel]
    const elsewhere = shows(panel, newer) || (panel.onChapter && placed)
    const parts = panel.parts.flatMap((part) => joinPart(part, older, newer, elsewhere) ?? [])
    return parts.length > 0 ? [{ ...panel, parts }] : []
  })
}

const joinHeadline = (headline: Headline, older: Indicator, newer: Indicator): Headline => ({
  ...headline,
  figures: replaceIn(headline.figures, ({ indicator }) => indicator, older, newer).map(({ item, id }) => ({
    ...item,
    indicator: id,
  })),
})

const joinCatalogue = (catalogue: Catalogue, older: Indicator, newer: Indicator): Catalogue => ({
  ...catalogue,
  indicators: joinIndicators(catalogue.indicators, older, newer),
  panels: joinPanels(catalogue.panels, older, newer),
  headlines: catalogue.headlines.map((headline) => joinHeadline(headline, older, newer)),
})

/** Shape: oldest year first; where both have an entry the newer one's stands, unless only the older one has a figure. */
function joinYears(older: Years, newer: IndicatorId, own: Years): Years {
  const years = new Map(own)
  for (const [year, observation] of older)
    if (!years.has(year) || (isFigure(observation) && !isFigure(years.get(year))))
      years.set(year, { ...observation, indicator: newer })
  return new Map([...years].sort(([a], [b]) => a - b))
}

/**
 * One series out of two: the older indicator's years become years of the newer one, under whose name both go on.
 * Shape: the older id is kept among `formerIds`; nothing else names it any more.
 */
export function joinSeries(dataset: Dataset, older: Indicator, newer: Indicator): Dataset {
  const observations = new Map(dataset.observations)
  observations.delete(older.id)
  observations.set(newer.id, joinYears(yearsOf(dataset, older), newer.id, yearsOf(dataset, newer)))
  const inPlan = (item: PlanItem): PlanItem => ({
    ...item,
    indicators: replaceIn(item.indicators, itself, older, newer).map(({ id }) => id),
  })
  return {
    ...dataset,
    catalogue: joinCatalogue(dataset.catalogue, older, newer),
    observations,
    plans: new Map([...dataset.plans].map(([year, items]) => [year, items.map(inPlan)])),
  }
}
