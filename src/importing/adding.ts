import {
  type Catalogue,
  findByName,
  findChapter,
  findIndicator,
  type Indicator,
  type IndicatorId,
} from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { AddedIndicator, Revision } from '#domain/revision.ts'
import { revisionsInForce } from '#domain/undo.ts'

/** What changes are laid over: the published files with the indicators people added. */
export interface Ground {
  readonly dataset: Dataset
  /** Added indicators that the published files have by now, by id or by name; their ids lead there. */
  readonly published: ReadonlySet<IndicatorId>
  /** Added indicators whose chapter the published files no longer have. */
  readonly homeless: ReadonlySet<IndicatorId>
}

const NOBODY: ReadonlySet<IndicatorId> = new Set()

/** Missing: what a report alone can say. */
const toIndicator = (id: IndicatorId, { name, chapter, unit, kind, since }: AddedIndicator): Indicator => ({
  id,
  formerIds: [],
  name,
  short: name,
  aliases: [],
  chapter,
  section: null,
  unit,
  kind,
  nature: 'flow',
  direction: '中',
  denominator: null,
  definition: '',
  caution: null,
  since,
})

/** At the end of its chapter; where that has none, behind the chapters before it. */
function placed(indicators: readonly Indicator[], indicator: Indicator): readonly Indicator[] {
  const lastOf = (fits: (chapter: number) => boolean): number =>
    indicators.reduce((last, { chapter }, i) => (fits(chapter) ? i : last), -1)
  const own = lastOf((chapter) => chapter === indicator.chapter)
  const at = (own >= 0 ? own : lastOf((chapter) => chapter < indicator.chapter)) + 1
  return [...indicators.slice(0, at), indicator, ...indicators.slice(at)]
}

/** The id leads to an indicator that is there already. */
const leading = ({ indicators }: Catalogue, id: IndicatorId, to: Indicator): readonly Indicator[] =>
  to.id === id || to.formerIds.includes(id)
    ? indicators
    : indicators.map((indicator) =>
        indicator.id === to.id ? { ...indicator, formerIds: [...indicator.formerIds, id] } : indicator,
      )

/** Every indicator some revision added or took away, as the last of them has it. */
function addedBy(revisions: readonly Revision[]): ReadonlyMap<IndicatorId, AddedIndicator | null> {
  const added = new Map<IndicatorId, AddedIndicator | null>()
  for (const { changes } of revisions)
    for (const change of changes) if (change.what === 'added') added.set(change.indicator, change.after)
  return added
}

function withAdded(base: Dataset, added: ReadonlyMap<IndicatorId, AddedIndicator | null>): Ground {
  let { catalogue } = base
  const published = new Set<IndicatorId>()
  const homeless = new Set<IndicatorId>()
  for (const [id, facts] of added) {
    if (facts === null) continue
    const there = findIndicator(catalogue, id) ?? findByName(catalogue, facts.name)
    if (there) {
      published.add(id)
      const indicators = leading(catalogue, id, there)
      if (indicators !== catalogue.indicators) catalogue = { ...catalogue, indicators }
    } else if (!findChapter(catalogue, facts.chapter)) homeless.add(id)
    else catalogue = { ...catalogue, indicators: placed(catalogue.indicators, toIndicator(id, facts)) }
  }
  const dataset = catalogue === base.catalogue ? base : { ...base, catalogue }
  return { dataset, published, homeless }
}

/** A dataset with every indicator that was ever added here, for pages that tell of what is gone. */
export function withGone(dataset: Dataset, revisions: readonly Revision[]): Dataset {
  const ever = new Map<IndicatorId, AddedIndicator>()
  for (const { changes } of revisions)
    for (const change of changes) {
      const facts = change.what === 'added' ? (change.after ?? change.before) : null
      if (change.what === 'added' && facts) ever.set(change.indicator, facts)
    }
  return withAdded(dataset, ever).dataset
}

/**
 * The published files with the indicators added on this machine, each at the end of its chapter.
 * Shape: the very base while none is added; the base's fingerprint in any case.
 */
export function groundOf(base: Dataset, revisions: readonly Revision[]): Ground {
  const added = addedBy(revisionsInForce(revisions))
  return added.size === 0 ? { dataset: base, published: NOBODY, homeless: NOBODY } : withAdded(base, added)
}
