import type { Dataset } from '#domain/dataset.ts'
import type { Revision, YearEntry } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'

/**
 * For each revision the years whose entry was finished before it: what a figure nobody stated was then.
 * Shape: by number; the published years are finished until the log says otherwise.
 */
export function finishedBefore(
  base: Dataset,
  revisions: readonly Revision[],
): ReadonlyMap<number, ReadonlySet<Year>> {
  const entry = new Map<Year, YearEntry>(
    base.years.map((year) => [year, base.openYears.includes(year) ? 'open' : 'finished']),
  )
  const before = new Map<number, ReadonlySet<Year>>()
  for (const { number, changes } of revisions) {
    before.set(number, new Set([...entry].flatMap(([year, said]) => (said === 'finished' ? [year] : []))))
    for (const change of changes) if (change.what === 'year') entry.set(change.year, change.after)
  }
  return before
}

/** The dataset with just those years finished, to tell 待录入 from 未公布 in an old change. */
export const withFinished = (dataset: Dataset, finished: ReadonlySet<Year>): Dataset => ({
  ...dataset,
  years: [...new Set([...dataset.years, ...finished])],
  openYears: dataset.years.filter((year) => !finished.has(year)),
})
