import type { Catalogue, Indicator, Panel } from '#domain/catalogue.ts'

const PLACEHOLDER = /\{([a-z0-9-]+)(?::number)?\}/g
/** Arabic digits that state no year's figure: the full mark of a rate, and what one square stands for. */
const ALLOWED_DIGITS = /100%|一格=1|^1(?=个|项|次)/g

interface Text {
  readonly at: string
  readonly text: string
}

const panelTexts = (panel: Panel): readonly Text[] =>
  [
    panel.name,
    panel.title,
    panel.subtitle,
    ...panel.notes,
    ...panel.parts.flatMap((part) => [part.name, part.square, ...part.labels, ...part.subs]),
  ].flatMap((text) => (text === null ? [] : [{ at: `panel ${panel.id}`, text }]))

/** Every text of the catalogue that is shown to people. */
export const shownTexts = (catalogue: Catalogue): readonly Text[] => [
  ...catalogue.chapters.flatMap((c) =>
    [c.short, c.title, ...c.sections.flatMap((s) => [s.short, s.title])].map((text) => ({
      at: `chapter ${c.number}`,
      text,
    })),
  ),
  ...catalogue.indicators.flatMap((i) =>
    [i.name, i.short, i.definition, i.caution ?? ''].map((text) => ({ at: i.id, text })),
  ),
  ...catalogue.panels.flatMap(panelTexts),
  ...catalogue.headlines.flatMap((h) =>
    [h.name, h.tag ?? '', h.context ?? '', ...h.figures.map((f) => f.label ?? '')].map((text) => ({
      at: `headline ${h.id}`,
      text,
    })),
  ),
]

/** Same name in a reader's eyes: brackets of either width, spaces or none. */
const fold = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

/** Names that two indicators claim, and aliases that repeat their own indicator's name. */
export function sharedNames(indicators: readonly Indicator[]): readonly string[] {
  const owners = new Map<string, string>()
  return indicators.flatMap((i) => {
    const shared = [i.name, i.short, ...i.aliases].flatMap((name) => {
      const owner = owners.get(fold(name)) ?? i.id
      owners.set(fold(name), owner)
      return owner === i.id ? [] : [`${name}: ${owner} and ${i.id}`]
    })
    const repeated = i.aliases.filter((alias, n) =>
      [i.name, i.short, ...i.aliases.slice(0, n)].includes(alias),
    )
    return [...shared, ...repeated.map((alias) => `${alias}: twice in ${i.id}`)]
  })
}

/** Ids that two indicators claim, as their own or as one they had before; each id is a key of earlier years. */
export function sharedIds(indicators: readonly Indicator[]): readonly string[] {
  const seen = new Set<string>()
  // The file leaves formerIds out where there are none.
  return indicators
    .flatMap(({ id, formerIds = [] }) => [id, ...formerIds])
    .filter((id) => {
      const again = seen.has(id)
      seen.add(id)
      return again
    })
}

/** Ids that name no indicator: in panels, headlines, denominators and placeholders. */
export function unknownIds(catalogue: Catalogue): readonly string[] {
  const known = new Set<string>(catalogue.indicators.map((i) => i.id))
  const named: readonly string[] = [
    ...catalogue.indicators.flatMap((i) => [i.denominator ?? [], i.impliedBase ?? []].flat()),
    ...catalogue.panels.flatMap((p) => p.parts.flatMap((part) => part.indicators)),
    ...catalogue.headlines.flatMap((h) => h.figures.map((f) => f.indicator)),
    ...shownTexts(catalogue).flatMap(({ text }) => [...text.matchAll(PLACEHOLDER)].map((m) => m[1] ?? '')),
  ]
  return [...new Set(named.filter((id) => !known.has(id)))]
}

/** Chapters and sections that do not exist. */
export function unknownPlaces(catalogue: Catalogue): readonly string[] {
  const exists = (chapter: number, section: number | null): boolean => {
    const found = catalogue.chapters.find((c) => c.number === chapter)
    return found !== undefined && (section === null || found.sections.some((s) => s.number === section))
  }
  return [
    ...catalogue.indicators.filter((i) => !exists(i.chapter, i.section)).map((i) => i.id),
    ...catalogue.panels.filter((p) => !exists(p.chapter, p.section)).map((p) => p.id),
    ...catalogue.headlines.filter((h) => !exists(h.chapter, null)).map((h) => h.id),
  ]
}

/** What a text must not hold: a year's figure, a broken placeholder, half-width marks, Latin words. */
export function textProblems({ at, text }: Text): readonly string[] {
  const bare = text.replace(PLACEHOLDER, '')
  const problem = (what: string) => `${at}: ${what} in ${text}`
  return [
    ...(/\d/.test(bare.replace(ALLOWED_DIGITS, '')) ? [problem('a number')] : []),
    ...(/[{}]/.test(bare) ? [problem('a broken placeholder')] : []),
    ...(/[,:;()!?'"]/.test(bare) ? [problem('half-width punctuation')] : []),
    ...(/[A-Za-z]/.test(bare) ? [problem('a Latin word')] : []),
    ...(/大屏|驾驶舱|赋能|爆表|异常|完成率/.test(bare) ? [problem('a word that is not ours')] : []),
  ]
}

/** Figures that are of one unit and still must not share a chart: the report counts different things. */
const NEVER_TOGETHER: readonly (readonly string[])[] = [
  ['reconsideration-cases-closed', 'administrative-lawsuits'],
  ['leader-instructions', 'law-study-party-committee', 'law-study-government', 'rule-of-law-meetings'],
  ['xi-thought-study-sessions', 'xi-thought-outreach-events'],
  ['mobile-enforcement-cases', 'online-enforcement-cases'],
  ['procuratorate-ip-cases', 'ip-disputes-resolved-before-suit'],
  ['procuratorate-ip-cases', 'ip-disputes-closed-in-court'],
  ['enterprise-disputes', 'ip-disputes-closed-in-court'],
  ['compliance-guidance-items', 'notification-commitment-items'],
  ['legal-education-events', 'legal-education-shows'],
  ['literacy-courses', 'legal-education-talks'],
  ['duty-report-departments', 'rule-of-law-inspection-departments'],
  ['normative-docs-filing-rate', 'legal-aid-per-ten-thousand'],
]

function partProblems(catalogue: Catalogue, part: Panel['parts'][number]): readonly string[] {
  const members = catalogue.indicators.filter((i) => part.indicators.includes(i.id))
  const units = new Set(members.map((i) => i.unit))
  const kinds = new Set(members.map((i) => i.kind))
  const onePer = (list: readonly string[]) => list.length === 0 || list.length === part.indicators.length
  const wrongKind =
    (part.kind === 'rate-bars' &&
      members.some((i) => i.kind !== 'rate' || i.id === 'legal-aid-per-ten-thousand')) ||
    (part.kind === 'rank-ladder' && members.some((i) => i.kind !== 'rank')) ||
    (['same-unit-bars', 'steps', 'unit-squares'].includes(part.kind) &&
      members.some((i) => i.kind !== 'count'))
  return [
    ...(units.size > 1 ? [`mixes ${[...units].join('、')}`] : []),
    ...(kinds.size > 1 ? [`mixes ${[...kinds].join('、')}`] : []),
    ...(wrongKind ? [`is no ${part.kind}`] : []),
    ...(onePer(part.labels) && onePer(part.subs) ? [] : ['labels or subs are not one per indicator']),
    ...((part.kind === 'unit-squares') === (part.square !== null) ? [] : ['square without squares, or none']),
    ...NEVER_TOGETHER.filter((group) => part.indicators.filter((id) => group.includes(id)).length > 1)
      .filter((group) => !isOneAct(part.indicators, group))
      .map((group) => `puts ${group.join(' and ')} together`),
  ]
}

/** The two bodies' 学法 are the same act; with 批示 or 研究 they are not. */
const isOneAct = (ids: readonly string[], group: readonly string[]): boolean =>
  ids.filter((id) => group.includes(id)).every((id) => id.startsWith('law-study-'))

/** Parts that put unlike figures on one scale. */
export const mixedParts = (catalogue: Catalogue): readonly string[] =>
  catalogue.panels.flatMap((panel) =>
    panel.parts.flatMap((part) => partProblems(catalogue, part).map((problem) => `${panel.id} ${problem}`)),
  )

/** Chapter panels that show another section's figures, or a figure a second time. */
export function chapterPanelProblems(catalogue: Catalogue): readonly string[] {
  const seen = new Set<string>()
  return catalogue.panels
    .filter((panel) => panel.onChapter)
    .flatMap((panel) =>
      panel.parts
        .flatMap((part) => part.indicators)
        .flatMap((id) => {
          const indicator = catalogue.indicators.find((i) => i.id === id)
          const again = seen.has(id)
          seen.add(id)
          return [
            ...(again ? [`${panel.id} shows ${id} a second time`] : []),
            ...(indicator?.chapter === panel.chapter && indicator.section === panel.section
              ? []
              : [`${panel.id} shows ${id} of another section`]),
          ]
        }),
    )
}
