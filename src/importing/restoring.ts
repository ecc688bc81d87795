import { findIndicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { type LoggedChange, type Revision, sameValue } from '#domain/revision.ts'
import { type Chain, chainsOf } from './chains.ts'

export interface Restoring {
  /** What leads from the one log to what the other one says; empty when both say the same. */
  readonly changes: readonly LoggedChange[]
  /** Values of the backup that fit nothing in the published files. */
  readonly left: number
}

/** False for a value whose indicator or plan item the published files do not have. */
const hasPlace = (base: Dataset, { last, published }: Chain): boolean =>
  last.what === 'figure'
    ? findIndicator(base.catalogue, last.indicator) !== null
    : last.what === 'year' || published !== null

/** A change of the same value from what one log says to what the other says. `before` and `after` are of its kind. */
const between = (
  change: LoggedChange,
  before: LoggedChange['before'],
  after: LoggedChange['after'],
): LoggedChange => ({ ...change, before, after }) as LoggedChange

/** Series are parted before their figures are set and joined after, so that each figure finds its own id. */
function turnOf(change: LoggedChange): number {
  if (change.what !== 'indicator') return 1
  return change.after.continues === null ? 0 : 2
}

/**
 * The changes that make a log say what another one says, each value once. What neither log changes is as published.
 * Shape: revisions oldest first.
 */
export function planRestore(
  base: Dataset,
  current: readonly Revision[],
  backup: readonly Revision[],
): Restoring {
  const now = chainsOf(base, current)
  const wanted = chainsOf(base, backup)
  const changes: LoggedChange[] = []
  let left = 0
  for (const [subject, chain] of new Map([...now, ...wanted])) {
    const before = now.get(subject)?.last.after ?? null
    const { published } = chain
    const from = now.has(subject) ? before : published
    const to = wanted.has(subject) ? chain.last.after : published
    if (sameValue(from, to)) continue
    if (hasPlace(base, chain)) changes.push(between(chain.last, from, to))
    else if (wanted.has(subject)) left += 1
  }
  return { changes: changes.sort((a, b) => turnOf(a) - turnOf(b)), left }
}
