import { findIndicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { LoggedChange, Revision } from '#domain/revision.ts'
import { overlay } from '#importing/overlay.ts'
import { planRestore } from '#importing/restoring.ts'

/** A moment of the log: behind revision `number`. 0 is what is published; `null` is now. */
export type Point = number | null

/** Reads a point of an address. Missing: now, for a number the log does not have. */
export function readPoint(text: string, revisions: readonly Revision[]): Point {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null
  return number === 0 || revisions.some((revision) => revision.number === number) ? number : null
}

/** The log as it was at that moment. */
const logAt = (revisions: readonly Revision[], point: Point): readonly Revision[] =>
  point === null ? revisions : revisions.filter(({ number }) => number <= point)

/** What differs between two moments, and what was shown at each. */
export interface Differences {
  /** Each value once, from the first moment to the second. Shape: newest year first, then the report's order. */
  readonly changes: readonly LoggedChange[]
  readonly from: Dataset
  readonly to: Dataset
}

const yearOf = (change: LoggedChange): number => ('year' in change ? change.year : Number.POSITIVE_INFINITY)

/** What differs between two moments of the log, over the files that are published now. */
export function differencesBetween(
  base: Dataset,
  revisions: readonly Revision[],
  first: Point,
  second: Point,
): Differences {
  const [before, after] = [logAt(revisions, first), logAt(revisions, second)]
  const [from, to] = [overlay(base, before).dataset, overlay(base, after).dataset]
  const places = new Map(
    [...from.catalogue.indicators, ...to.catalogue.indicators].map(({ id }, i) => [id, i]),
  )
  const placeOf = (change: LoggedChange): number => {
    if (!('indicator' in change)) return -1
    const shown =
      findIndicator(to.catalogue, change.indicator) ?? findIndicator(from.catalogue, change.indicator)
    return shown ? (places.get(shown.id) ?? 0) : places.size
  }
  const changes = planRestore(base, before, after)
    .changes.map((change) => ({ change, year: yearOf(change), place: placeOf(change) }))
    .sort((a, b) => (a.year === b.year ? a.place - b.place : b.year - a.year))
    .map(({ change }) => change)
  return { changes, from, to }
}
