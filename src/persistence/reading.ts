import { type LoggedChange, type Revision, type RevisionDraft, subjectOf } from '#domain/revision.ts'
import type { KeepingTrouble } from '#store/ledger.ts'
import type { Stored } from './database.ts'
import { readRecord, type StoredRevision, toRecord } from './records.ts'
import type { Sentinel } from './sentinel.ts'

/** What was read from the database at one moment: all of it, or what came behind a number. */
export interface Reading {
  readonly revisions: readonly Revision[]
  readonly unreadable: number
  /** Some of the unreadable ones are of a later version's shape. */
  readonly hasNewer: boolean
  readonly newest: number
  /** Entries under a number, unreadable ones included. */
  readonly count: number
}

export function toReading({ entries, newest }: Stored): Reading {
  const readings = entries.map(({ key, value }) => readRecord(key, value))
  const revisions = readings.flatMap((reading) => (reading.ok ? [reading.revision] : []))
  return {
    revisions,
    unreadable: readings.length - revisions.length,
    hasNewer: readings.some((reading) => !reading.ok && reading.why === 'newer'),
    newest,
    count: entries.filter(({ key }) => typeof key === 'number' && key > 0).length,
  }
}

export const sentinelOf = ({ newest, count, unreadable }: Reading): Sentinel => ({
  last: newest,
  count,
  unreadable,
})

/** What must be said before anything is written, given what was known of the log. `null`: nothing. */
export function troubleOf(reading: Reading, noted: Sentinel | null): KeepingTrouble | null {
  const { newest, count, unreadable, hasNewer } = reading
  if (hasNewer) return 'newer'
  if (unreadable > (noted?.unreadable ?? 0)) return 'damaged'
  const gaps = noted ? noted.last - noted.count : 0
  const isLess = noted !== null && (noted.last > newest || noted.count > count)
  return isLess || newest - count > gaps ? 'lost' : null
}

const asText = (revision: Revision): string => JSON.stringify(toRecord(revision))

/** True when `all` begins with `start`, word for word. */
export const beginsWith = (all: readonly Revision[], start: readonly Revision[]): boolean =>
  start.length <= all.length && start.every((revision, i) => asText(revision) === asText(all[i] ?? revision))

/** What is to be done with a draft once it is known what other windows have added. */
export interface Verdict {
  readonly newer: Reading
  /** The other windows' changes of the same values. */
  readonly elsewhere: readonly LoggedChange[]
  /** Missing: `null` when nothing may be added. */
  readonly add: { readonly revision: Revision; readonly record: StoredRevision } | null
}

/** The entry a draft becomes behind number `newest`. Missing: `null` for one that could never be read again. */
export function toEntry(
  draft: RevisionDraft,
  newest: number,
): { readonly revision: Revision; readonly record: StoredRevision } | null {
  const revision: Revision = { ...draft, number: newest + 1, time: new Date().toISOString() }
  try {
    return { revision, record: toRecord(revision) }
  } catch {
    return null
  }
}

/** Changes of the same values by revisions the draft was not made from. */
export function changedElsewhere(
  draft: RevisionDraft,
  revisions: readonly Revision[],
): readonly LoggedChange[] {
  const subjects = new Set(draft.changes.map(subjectOf))
  return revisions.flatMap((revision) => revision.changes).filter((change) => subjects.has(subjectOf(change)))
}

/** Decides within the transaction whether a draft may follow what others have added behind number `known`. */
export function judge(draft: RevisionDraft, stored: Stored, known: number): Verdict {
  const newer = toReading(stored)
  const elsewhere = changedElsewhere(draft, newer.revisions)
  if (elsewhere.length > 0 || newer.unreadable > 0 || newer.newest < known)
    return { newer, elsewhere, add: null }
  return { newer, elsewhere, add: toEntry(draft, newer.newest) }
}
