import { findIndicator, type Indicator, type IndicatorId } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Finding } from '#domain/finding.ts'
import { joinObstacle, joinSeries } from '#domain/joining.ts'
import { entryOf, type Observation } from '#domain/observation.ts'
import type { PlanItem } from '#domain/plan.ts'
import { type LoggedChange, type Revision, sameValue, subjectOf } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import { readEntry } from './entry.ts'
import { fingerprintOf } from './fingerprint.ts'

/** A value kept on this machine whose published basis has moved since. */
export interface Conflict {
  readonly change: LoggedChange
  /** What the published files say now. */
  readonly published: LoggedChange['after']
}

/** A change that no longer fits the published catalogue; the published value is shown instead. */
export interface RefusedChange {
  readonly revision: number
  readonly change: LoggedChange
  readonly findings: readonly Finding[]
}

export interface Overlay {
  readonly dataset: Dataset
  readonly conflicts: readonly Conflict[]
  readonly refused: readonly RefusedChange[]
}

/** All that was logged of one value, oldest first. */
interface Chain {
  readonly changes: readonly LoggedChange[]
  readonly last: LoggedChange
  readonly revision: number
}

type ChangeOf<What extends LoggedChange['what']> = Extract<LoggedChange, { what: What }>

/** An old id leads to the indicator that carries its series on. */
const withCurrentId = (base: Dataset, change: LoggedChange): LoggedChange =>
  change.what === 'figure'
    ? { ...change, indicator: findIndicator(base.catalogue, change.indicator)?.id ?? change.indicator }
    : change

function chainsOf(base: Dataset, revisions: readonly Revision[]): ReadonlyMap<string, Chain> {
  const chains = new Map<string, Chain>()
  for (const revision of revisions)
    for (const logged of revision.changes) {
      const change = withCurrentId(base, logged)
      const changes = [...(chains.get(subjectOf(change))?.changes ?? []), change]
      chains.set(subjectOf(change), { changes, last: change, revision: revision.number })
    }
  return chains
}

/** Two decisions about the catalogue: directions, and which indicator carries another one on. */
function applySettings(base: Dataset, revisions: readonly Revision[]): Dataset {
  const settings = new Map<IndicatorId, ChangeOf<'indicator'>['after']>()
  for (const { changes } of revisions)
    for (const change of changes)
      if (change.what === 'indicator') settings.set(change.indicator, change.after)
  let dataset = base
  for (const [id, { direction, continues }] of settings) {
    const indicators = dataset.catalogue.indicators.map((i) => (i.id === id ? { ...i, direction } : i))
    dataset = { ...dataset, catalogue: { ...dataset.catalogue, indicators } }
    const [newer, older] = [
      findIndicator(dataset.catalogue, id),
      findIndicator(dataset.catalogue, continues ?? ''),
    ]
    if (newer && older && joinObstacle(dataset, older, newer) === null)
      dataset = joinSeries(dataset, older, newer)
  }
  return dataset
}

/** What the published files say of a change's subject. */
function publishedValue(base: Dataset, change: LoggedChange): LoggedChange['after'] {
  switch (change.what) {
    case 'figure': {
      const found = base.observations.get(change.indicator)?.get(change.year)
      return found ? entryOf(found) : null
    }
    case 'plan': {
      const item = base.plans.get(change.year)?.find((i) => isItem(i, change))
      return item ? { state: item.state, nextQuote: item.nextQuote } : null
    }
    case 'year':
      return base.years.includes(change.year) ? 'finished' : 'open'
    default: {
      const direction = findIndicator(base.catalogue, change.indicator)?.direction ?? '中'
      return { direction, continues: null }
    }
  }
}

const isItem = (item: PlanItem, { kind, number }: ChangeOf<'plan'>): boolean =>
  item.kind === kind && item.number === number

/** The basis moved when no change of the chain started from what is published now, nor ended at it. */
function conflictOf(published: LoggedChange['after'], { changes, last }: Chain): Conflict | null {
  const known = changes.some((change) => sameValue(change.before, published))
  return known || sameValue(last.after, published) ? null : { change: last, published }
}

/** The logged entry as an observation; findings instead when the catalogue no longer takes it. */
function readLogged(
  indicator: Indicator,
  change: ChangeOf<'figure'>,
  revision: number,
): Observation | null | readonly Finding[] {
  if (change.after === null) return null
  const findings: Finding[] = []
  const observation = readEntry(
    indicator,
    change.year,
    change.after,
    { revision },
    (code, severity, column, facts = {}) => {
      findings.push({ code, severity, at: { file: '', row: revision, column }, facts })
      return null
    },
  )
  return observation ?? findings
}

/** The dataset while changes are put in; maps are copied when first written. */
interface Draft {
  readonly observations: Map<IndicatorId, ReadonlyMap<Year, Observation>>
  readonly refused: RefusedChange[]
}

function applyFigure(base: Dataset, draft: Draft, change: ChangeOf<'figure'>, revision: number): void {
  const indicator = findIndicator(base.catalogue, change.indicator)
  if (!indicator) {
    draft.refused.push({ revision, change, findings: [] })
    return
  }
  const read = readLogged(indicator, change, revision)
  if (Array.isArray(read)) {
    draft.refused.push({ revision, change, findings: read })
    return
  }
  const years = new Map(draft.observations.get(change.indicator))
  if (read === null) years.delete(change.year)
  else years.set(change.year, read as Observation)
  draft.observations.set(change.indicator, years)
}

/** Years with a figure; those that were not published whole are open until somebody says otherwise. */
function yearsAfter(base: Dataset, chains: Iterable<Chain>, observations: Draft['observations']) {
  const entered = new Set<Year>(base.years)
  for (const years of observations.values()) for (const year of years.keys()) entered.add(year)
  const years = [...entered].sort((a, b) => a - b)
  const said = new Map<Year, string>()
  for (const { last } of chains) if (last.what === 'year') said.set(last.year, last.after)
  const openYears = years.filter(
    (year) => (said.get(year) ?? (base.years.includes(year) ? 'finished' : 'open')) === 'open',
  )
  return { years, openYears }
}

function plansAfter(base: Dataset, chains: readonly Chain[]): Dataset['plans'] {
  const plans = new Map(base.plans)
  for (const { last } of chains) {
    const items = last.what === 'plan' ? plans.get(last.year) : undefined
    if (last.what !== 'plan' || !items) continue
    plans.set(
      last.year,
      items.map((item) => (isItem(item, last) ? { ...item, ...last.after } : item)),
    )
  }
  return plans
}

/** The base's own name while nothing differs from it, whatever was done and undone; else one by content. */
function fingerprintAfter(base: Dataset, different: readonly Chain[]): string {
  if (different.length === 0) return base.fingerprint
  const lines = different.map(({ last }) => `${subjectOf(last)}=${JSON.stringify(last.after)}`).sort()
  const bytes = new TextEncoder().encode([base.fingerprint, ...lines].join('\n'))
  return fingerprintOf(new Map([['', bytes]]))
}

/**
 * What is shown: the published files with everything kept on this machine on top.
 * Shape: the very base while the log is empty.
 * Errors: `conflicts` where the published value moved under a change, which stays; `refused` where a change no
 * longer fits the catalogue, and the published value is shown.
 */
export function overlay(base: Dataset, revisions: readonly Revision[]): Overlay {
  if (revisions.length === 0) return { dataset: base, conflicts: [], refused: [] }
  const ground = applySettings(base, revisions)
  const chains = [...chainsOf(ground, revisions).values()]
  const draft: Draft = { observations: new Map(ground.observations), refused: [] }
  for (const { last, revision } of chains)
    if (last.what === 'figure') applyFigure(ground, draft, last, revision)
  const valued = chains.map((chain) => {
    const from = chain.last.what === 'indicator' ? base : ground
    return { chain, published: publishedValue(from, chain.last) }
  })
  const different = valued.filter(({ chain, published }) => !sameValue(chain.last.after, published))
  return {
    dataset: {
      ...ground,
      ...yearsAfter(ground, chains, draft.observations),
      observations: draft.observations,
      plans: plansAfter(ground, chains),
      fingerprint: fingerprintAfter(
        base,
        different.map(({ chain }) => chain),
      ),
    },
    conflicts: valued.flatMap(({ chain, published }) => conflictOf(published, chain) ?? []),
    refused: draft.refused,
  }
}
