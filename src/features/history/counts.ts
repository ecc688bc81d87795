import type { LoggedChange } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'

/** What an entry of the log did, counted. */
export interface ChangeCounts {
  /** Figures nobody had stated, stated otherwise before, and taken away. */
  readonly fresh: number
  readonly changed: number
  readonly cleared: number
  /** Indicators added. */
  readonly added: number
  /** Years whose entry was finished with it. Shape: oldest first. */
  readonly finished: readonly Year[]
}

/** Counts the changes of an entry by what they do. */
export function countChanges(changes: readonly LoggedChange[]): ChangeCounts {
  const figures = changes.filter((change) => change.what === 'figure')
  const fresh = figures.filter(({ before }) => before === null).length
  const cleared = figures.filter(({ after }) => after === null).length
  const finished = changes.flatMap((change) =>
    change.what === 'year' && change.after === 'finished' ? [change.year] : [],
  )
  return {
    fresh,
    cleared,
    changed: figures.length - fresh - cleared,
    added: changes.filter(({ what }) => what === 'added').length,
    finished: finished.sort((a, b) => a - b),
  }
}
