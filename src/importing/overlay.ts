import { findIndicator, type Indicator, type IndicatorId } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Finding } from '#domain/finding.ts'
import { joinObstacle, joinSeries } from '#domain/joining.ts'
import type { FigureEntry, Observation } from '#domain/observation.ts'
import { failure, type Result, success } from '#domain/result.ts'
import { canonicalValue, type LoggedChange, type Revision, sameValue } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import { type Ground, groundOf } from './adding.ts'
import { type Chain, type ChangeOf, chainsOf, isChainOf, isItem, isMoved } from './chains.ts'
import { type CheckedEntry, checkEntry } from './entry.ts'
import { fingerprintOf } from './fingerprint.ts'

/** A value kept on this machine whose published basis has moved since. */
export interface Conflict {
  readonly change: LoggedChange
  /** What the published files say now. */
  readonly published: LoggedChange['after']
}

/** A change that no longer fits the published files; what they say is shown instead. */
export interface RefusedChange {
  readonly revision: number
  readonly change: LoggedChange
  /** What is wrong with an entry; empty where its indicator, its plan item or the series to be joined is the matter. */
  readonly findings: readonly Finding[]
}

export interface Overlay {
  readonly dataset: Dataset
  readonly conflicts: readonly Conflict[]
  readonly refused: readonly RefusedChange[]
}

/** Takes a chain that cannot be shown. */
type Refuse = (chain: Chain, findings?: readonly Finding[]) => void

interface ReadEntry {
  readonly indicator: Indicator
  readonly year: Year
  readonly checked: CheckedEntry
}

/** By entry, which is never altered: an import has thousands, and all are read again at every change. */
const readEntries = new WeakMap<FigureEntry, ReadEntry>()

function checkOnce(indicator: Indicator, year: Year, entry: FigureEntry): CheckedEntry {
  const read = readEntries.get(entry)
  if (read?.indicator === indicator && read.year === year) return read.checked
  const checked = checkEntry(indicator, year, entry)
  readEntries.set(entry, { indicator, year, checked })
  return checked
}

/** The logged entry as an observation. Missing: `null` for a figure taken away, and for cells that say nothing. */
function readLogged(
  base: Dataset,
  { last, revision }: Chain<ChangeOf<'figure'>>,
): Result<Observation | null> {
  const indicator = findIndicator(base.catalogue, last.indicator)
  if (!indicator) return failure([])
  if (last.after === null) return success(null)
  const { observation, findings } = checkOnce(indicator, last.year, last.after)
  if (observation) return success({ ...observation, source: { revision } })
  return findings.length === 0 ? success(null) : failure(findings)
}

const oldestFirst = (years: ReadonlyMap<Year, Observation>): ReadonlyMap<Year, Observation> =>
  new Map([...years].sort(([a], [b]) => a - b))

/** A figure that says what is published keeps the row of the file as its source. */
function applyFigures(base: Dataset, chains: readonly Chain[], refuse: Refuse): Dataset['observations'] {
  const edited = new Map<IndicatorId, Map<Year, Observation>>()
  for (const chain of chains) {
    if (!isChainOf(chain, 'figure') || sameValue(chain.last.after, chain.published)) continue
    const { indicator, year } = chain.last
    const read = readLogged(base, chain)
    if (!read.ok) {
      refuse(chain, read.findings)
      continue
    }
    const years = edited.get(indicator) ?? new Map(base.observations.get(indicator))
    edited.set(indicator, years)
    if (read.value) years.set(year, read.value)
    else years.delete(year)
  }
  const observations = new Map(base.observations)
  for (const [id, years] of edited) {
    if (years.size > 0) observations.set(id, oldestFirst(years))
    else observations.delete(id)
  }
  return observations
}

function applyPlans(base: Dataset, chains: readonly Chain[], refuse: Refuse): Dataset['plans'] {
  const plans = new Map(base.plans)
  for (const chain of chains) {
    if (!isChainOf(chain, 'plan')) continue
    const { last } = chain
    const { state, nextQuote } = last.after
    const items = plans.get(last.year)
    if (!items || chain.published === null) refuse(chain)
    else
      plans.set(
        last.year,
        items.map((item) => (isItem(item, last) ? { ...item, state, nextQuote } : item)),
      )
  }
  return plans
}

/** Years with a figure; those that were not published whole are open until somebody says otherwise. */
function applyYears(base: Dataset, chains: readonly Chain[], observations: Dataset['observations']) {
  const entered = new Set<Year>(base.years)
  for (const years of observations.values()) for (const year of years.keys()) entered.add(year)
  const open = new Set<Year>([...entered].filter((year) => !base.years.includes(year)))
  for (const year of base.openYears) open.add(year)
  for (const chain of chains) {
    if (!isChainOf(chain, 'year')) continue
    if (chain.last.after === 'open') open.add(chain.last.year)
    else open.delete(chain.last.year)
  }
  const years = [...entered].sort((a, b) => a - b)
  return { years, openYears: years.filter((year) => open.has(year)) }
}

/** Joins the series the analyst joined; a join the published files have made already is no matter. */
function applyJoin(dataset: Dataset, chain: Chain<ChangeOf<'indicator'>>, refuse: Refuse): Dataset {
  const { indicator, after } = chain.last
  if (after.continues === null || after.continues === indicator) return dataset
  const newer = findIndicator(dataset.catalogue, indicator)
  const older = findIndicator(dataset.catalogue, after.continues)
  if (newer && older && joinObstacle(dataset, older, newer) === null) return joinSeries(dataset, older, newer)
  refuse(chain)
  return dataset
}

/** Directions, then joins, both in the catalogue's order: the order of the decisions makes no difference. */
function applySettings(dataset: Dataset, chains: readonly Chain[], refuse: Refuse): Dataset {
  const settings = new Map<IndicatorId, Chain<ChangeOf<'indicator'>>>()
  for (const chain of chains) {
    if (!isChainOf(chain, 'indicator')) continue
    if (chain.published === null) refuse(chain)
    else settings.set(chain.last.indicator, chain)
  }
  if (settings.size === 0) return dataset
  const { catalogue } = dataset
  const indicators = catalogue.indicators.map((indicator) => {
    const direction = settings.get(indicator.id)?.last.after.direction
    return direction ? { ...indicator, direction } : indicator
  })
  const joins = catalogue.indicators.flatMap(({ id }) => settings.get(id) ?? [])
  const directed: Dataset = { ...dataset, catalogue: { ...catalogue, indicators } }
  return joins.reduce((joined, chain) => applyJoin(joined, chain, refuse), directed)
}

/** Indicators whose chapter the published files no longer have are not shown, nor are their figures. */
function refuseHomeless({ homeless }: Ground, chains: readonly Chain[], refuse: Refuse): void {
  for (const chain of chains)
    if (isChainOf(chain, 'added') && homeless.has(chain.last.indicator)) refuse(chain)
}

/** The base's own name while nothing differs from it, whatever was done and undone; else one by content. */
function fingerprintAfter(base: Dataset, lines: readonly string[]): string {
  if (lines.length === 0) return base.fingerprint
  const bytes = new TextEncoder().encode([base.fingerprint, ...[...lines].sort()].join('\n'))
  return fingerprintOf(new Map([['', bytes]]))
}

/** What a chain makes of the value, refused or not. */
function shownValue(
  dataset: Dataset,
  ground: Ground,
  chain: Chain,
  isRefused: boolean,
): LoggedChange['after'] {
  if (isChainOf(chain, 'year'))
    return dataset.years.includes(chain.last.year) ? chain.last.after : chain.published
  if (isChainOf(chain, 'added') && ground.published.has(chain.last.indicator)) return chain.published
  if (!isRefused) return chain.last.after
  // Of settings that are refused the direction stands.
  const settings = isChainOf(chain, 'indicator') && chain.published !== null ? chain.last.after : null
  return settings ? { ...settings, continues: null } : chain.published
}

/** A change under the id its series is shown under. */
const underShownId = ({ catalogue }: Dataset, change: LoggedChange): LoggedChange =>
  change.what === 'figure'
    ? { ...change, indicator: findIndicator(catalogue, change.indicator)?.id ?? change.indicator }
    : change

/**
 * What is shown: the published files with everything kept on this machine on top.
 * Shape: revisions oldest first; the very base while nothing differs from it. An added indicator that the published
 * files have by now leads to theirs, with its figures.
 * Errors: `conflicts` where the published value moved under a change, which stays; `refused` where a change no
 * longer fits the published files, and what they say is shown.
 */
export function overlay(published: Dataset, revisions: readonly Revision[]): Overlay {
  if (revisions.length === 0) return { dataset: published, conflicts: [], refused: [] }
  const ground = groundOf(published, revisions)
  const base = ground.dataset
  const bySubject = chainsOf(published, revisions)
  const chains = [...bySubject.values()]
  const refused = new Map<Chain, RefusedChange>()
  const refuse: Refuse = (chain, findings = []) => {
    refused.set(chain, { revision: chain.revision, change: chain.last, findings })
  }
  refuseHomeless(ground, chains, refuse)
  const observations = applyFigures(base, chains, refuse)
  const plans = applyPlans(base, chains, refuse)
  const entered = { ...base, observations, plans, ...applyYears(base, chains, observations) }
  const dataset = applySettings(entered, chains, refuse)
  const different = [...bySubject].flatMap(([subject, chain]) => {
    const shown = shownValue(dataset, ground, chain, refused.has(chain))
    return sameValue(shown, chain.published) ? [] : [`${subject}=${canonicalValue(shown)}`]
  })
  return {
    dataset: different.length === 0 ? base : { ...dataset, fingerprint: fingerprintAfter(base, different) },
    conflicts: chains.flatMap((chain) =>
      isMoved(chain) && !refused.has(chain)
        ? [{ change: underShownId(dataset, chain.last), published: chain.published }]
        : [],
    ),
    refused: [...refused.values()],
  }
}
