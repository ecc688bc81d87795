import { findIndicator, type IndicatorId } from '#domain/catalogue.ts'
import { type Dataset, isFinished } from '#domain/dataset.ts'
import { entryOf } from '#domain/observation.ts'
import type { PlanItem } from '#domain/plan.ts'
import { idsOfSeries, NO_RENAMES, type Renames, renamesAfter } from '#domain/renames.ts'
import {
  type IndicatorSettings,
  type LoggedChange,
  type Revision,
  sameValue,
  subjectOf,
} from '#domain/revision.ts'
import { forceOf } from '#domain/undo.ts'
import { groundOf } from './adding.ts'

export type ChangeOf<What extends LoggedChange['what']> = Extract<LoggedChange, { what: What }>

/** All changes in force of one published value, oldest first. */
export interface Chain<Change extends LoggedChange = LoggedChange> {
  readonly changes: readonly Change[]
  readonly last: Change
  /** Number of the revision that made the last change. */
  readonly revision: number
  /** What the published files say; `null` where they have no such value. */
  readonly published: LoggedChange['after']
}

/** Shape: by what the value is about; figures under the id their series is published under. */
export type Chains = ReadonlyMap<string, Chain>

interface GrowingChain {
  readonly changes: LoggedChange[]
  last: LoggedChange
  revision: number
}

export const isChainOf = <What extends LoggedChange['what']>(
  chain: Chain,
  what: What,
): chain is Chain<ChangeOf<What>> => chain.last.what === what

export const isItem = (item: PlanItem, { kind, number }: ChangeOf<'plan'>): boolean =>
  item.kind === kind && item.number === number

/** The change under the ids the published catalogue has now: an old one leads to what carries its series on. */
function withCurrentIds(base: Dataset, change: LoggedChange): LoggedChange {
  const current = (id: IndicatorId) => findIndicator(base.catalogue, id)?.id ?? id
  const settings = ({ direction, continues }: IndicatorSettings) => ({
    direction,
    continues: continues && current(continues),
  })
  switch (change.what) {
    case 'figure':
      return { ...change, indicator: current(change.indicator) }
    case 'indicator':
      return {
        ...change,
        indicator: current(change.indicator),
        before: settings(change.before),
        after: settings(change.after),
      }
    default:
      return change
  }
}

function publishedSettings(base: Dataset, change: ChangeOf<'indicator'>): IndicatorSettings | null {
  const found = findIndicator(base.catalogue, change.indicator)
  // An indicator that would continue itself was joined by the published files already.
  const joined = change.after.continues === found?.id
  return found ? { direction: found.direction, continues: joined ? found.id : null } : null
}

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
      return isFinished(base, change.year) ? 'finished' : 'open'
    case 'added':
      return null
    default:
      return publishedSettings(base, change)
  }
}

/**
 * The id of a joined series whose figure of that year a change is about: the one that has it, else the one changed
 * last. So a join taken back leaves every figure where it was, with what was changed in the meantime.
 */
function ownerOf(
  base: Dataset,
  chains: ReadonlyMap<string, GrowingChain>,
  renames: Renames,
  change: ChangeOf<'figure'>,
): ChangeOf<'figure'> {
  const candidates = idsOfSeries(renames, change.indicator).map((indicator) => ({ ...change, indicator }))
  const chainOf = (candidate: ChangeOf<'figure'>) => chains.get(subjectOf(candidate))
  const stands = (candidate: ChangeOf<'figure'>) => {
    const chain = chainOf(candidate)
    return (chain ? chain.last.after : publishedValue(base, candidate)) !== null
  }
  const newest = (a: ChangeOf<'figure'>, b: ChangeOf<'figure'>) =>
    (chainOf(b)?.revision ?? 0) > (chainOf(a)?.revision ?? 0) ? b : a
  return candidates.length === 1 ? change : (candidates.find(stands) ?? candidates.reduce(newest, change))
}

/** Drops what was decided about indicators that were added and taken away again. */
function withoutGone(chains: ReadonlyMap<string, Chain>): Chains {
  const gone = new Set<IndicatorId>()
  for (const { last } of chains.values())
    if (last.what === 'added' && last.after === null) gone.add(last.indicator)
  const isGone = ({ last }: Chain): boolean => last.what === 'indicator' && gone.has(last.indicator)
  return gone.size === 0 ? chains : new Map([...chains].filter(([, chain]) => !isGone(chain)))
}

/**
 * The log by value. What was taken back leaves no trace here: a figure published since then is not touched by it.
 * Shape: revisions oldest first.
 */
export function chainsOf(published: Dataset, revisions: readonly Revision[]): Chains {
  const base = groundOf(published, revisions).dataset
  const counts = forceOf(revisions)
  const chains = new Map<string, GrowingChain>()
  let renames = NO_RENAMES
  for (const revision of revisions)
    for (const logged of revision.changes) {
      const current = withCurrentIds(base, logged)
      renames = renamesAfter(renames, current)
      if (!counts(revision, logged)) continue
      // A restore names the ids that own its figures; a person names the id the series is shown under.
      const isOwn = current.what !== 'figure' || revision.kind === 'restore'
      const change = isOwn ? current : ownerOf(base, chains, renames, current)
      const chain = chains.get(subjectOf(change))
      if (chain) {
        chain.changes.push(change)
        chain.last = change
        chain.revision = revision.number
      } else chains.set(subjectOf(change), { changes: [change], last: change, revision: revision.number })
    }
  return withoutGone(
    new Map(
      [...chains].map(([subject, chain]) => [
        subject,
        { ...chain, published: publishedValue(base, chain.last) },
      ]),
    ),
  )
}

/**
 * True when the published value moved under a chain: nobody who made or confirmed it had seen what is published now.
 * A confirmation is a change that starts from something else than the change before it ended with.
 */
export function isMoved({ changes, last, published }: Chain): boolean {
  const seen = changes.some((change, i) => {
    const before = changes[i - 1]
    const starts = before === undefined || !sameValue(before.after, change.before)
    return starts && sameValue(change.before, published)
  })
  return !seen && !sameValue(last.after, published)
}
