import { findChapter, findIndicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { type LoggedChange, type Revision, sameValue } from '#domain/revision.ts'
import { groundOf } from './adding.ts'
import { type Chain, chainsOf } from './chains.ts'

export interface Restoring {
  /** What leads from the one log to what the other one says; empty when both say the same. */
  readonly changes: readonly LoggedChange[]
  /** Values of the backup that fit nothing in the published files. */
  readonly left: number
}

/** False for a value whose indicator, chapter or plan item is neither published nor added by one of the logs. */
function hasPlace(grounds: readonly Dataset[], { last, published }: Chain): boolean {
  switch (last.what) {
    case 'figure':
      return grounds.some(({ catalogue }) => findIndicator(catalogue, last.indicator) !== null)
    case 'year':
      return true
    case 'added': {
      const { after } = last
      return after === null || grounds.some(({ catalogue }) => findChapter(catalogue, after.chapter) !== null)
    }
    default:
      return published !== null
  }
}

/** A change of the same value from what one log says to what the other says. `before` and `after` are of its kind. */
const between = (
  change: LoggedChange,
  before: LoggedChange['before'],
  after: LoggedChange['after'],
): LoggedChange => ({ ...change, before, after }) as LoggedChange

/**
 * Series are parted before their figures are set and joined after, so that each figure finds its own id. Indicators
 * are added before all else and taken away last.
 */
function turnOf(change: LoggedChange): number {
  if (change.what === 'added') return change.after === null ? 3 : -1
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
  const grounds = [groundOf(base, current).dataset, groundOf(base, backup).dataset]
  const changes: LoggedChange[] = []
  let left = 0
  for (const [subject, chain] of new Map([...now, ...wanted])) {
    const before = now.get(subject)?.last.after ?? null
    const { published } = chain
    const from = now.has(subject) ? before : published
    const to = wanted.has(subject) ? chain.last.after : published
    if (sameValue(from, to)) continue
    if (hasPlace(grounds, chain)) changes.push(between(chain.last, from, to))
    else if (wanted.has(subject)) left += 1
  }
  return { changes: changes.sort((a, b) => turnOf(a) - turnOf(b)), left }
}
