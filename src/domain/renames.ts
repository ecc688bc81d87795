import type { IndicatorId } from './catalogue.ts'
import { type LoggedChange, subjectOf } from './revision.ts'

/** Newer id → the id it is the new name of, by the decisions logged so far. */
export type Renames = ReadonlyMap<IndicatorId, IndicatorId>

export const NO_RENAMES: Renames = new Map()

/** The decisions after one more change; the very same where it decides nothing about names. */
export function renamesAfter(renames: Renames, change: LoggedChange): Renames {
  if (change.what !== 'indicator') return renames
  const { continues } = change.after
  if ((renames.get(change.indicator) ?? null) === continues) return renames
  const next = new Map(renames)
  if (continues === null) next.delete(change.indicator)
  else next.set(change.indicator, continues)
  return next
}

/** Every id of the series an id belongs to. Shape: the asked one first; it alone where nothing was joined. */
export function idsOfSeries(renames: Renames, id: IndicatorId): readonly IndicatorId[] {
  const ids = new Set([id])
  // A set hands out what is added while it is walked, so the walk ends when the series is whole.
  for (const member of ids) {
    const older = renames.get(member)
    if (older !== undefined) ids.add(older)
    for (const [newer, continued] of renames) if (continued === member) ids.add(newer)
  }
  return [...ids]
}

/**
 * All that a change may be about while these joins stand: a figure of a joined series may be kept under any of its ids.
 * Shape: see `subjectOf`; the change's own subject first.
 */
export const subjectsOf = (renames: Renames, change: LoggedChange): readonly string[] =>
  change.what === 'figure'
    ? idsOfSeries(renames, change.indicator).map((indicator) => subjectOf({ ...change, indicator }))
    : [subjectOf(change)]
