import type { Dataset } from '#domain/dataset.ts'
import type { Revision, RevisionDraft } from '#domain/revision.ts'
import { planRestore } from '#importing/restoring.ts'
import { APP } from '#persistence/place.ts'
import { readRecord } from '#persistence/records.ts'
import { isRecord } from '#persistence/shape.ts'
import type { BackupFile, BackupRefusal } from '#store/ledger.ts'

type BackupReading =
  | { readonly ok: true; readonly base: unknown; readonly log: readonly Revision[] }
  | { readonly ok: false; readonly why: BackupRefusal }

export type RestorePlan =
  | { readonly ok: true; readonly draft: RevisionDraft; readonly left: number }
  | { readonly ok: false; readonly why: BackupRefusal }

const refused = (why: BackupRefusal) => ({ ok: false, why }) as const

/** Missing: `undefined` for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads a file of `toBackup`, this version's or an older one's.
 * Errors: why it was refused; not one entry is taken from a file of which another is damaged.
 */
export function readBackup(text: string): BackupReading {
  const backup = parse(text)
  if (backup === undefined) return refused(text.slice(0, 100).includes(APP) ? 'damaged' : 'not-backup')
  if (!isRecord(backup) || backup.app !== APP) return refused('not-backup')
  if (!Array.isArray(backup.log)) return refused('damaged')
  const log: Revision[] = []
  for (const raw of backup.log as readonly unknown[]) {
    const reading = readRecord(isRecord(raw) ? raw.number : null, raw)
    if (!reading.ok) return refused(reading.why)
    if (reading.revision.number <= (log[log.length - 1]?.number ?? 0)) return refused('damaged')
    log.push(reading.revision)
  }
  return { ok: true, base: backup.base, log }
}

/** The revision that leads from what is shown to what a backup says. Errors: why there is none. */
export function draftFrom(file: BackupFile, base: Dataset, revisions: readonly Revision[]): RestorePlan {
  const backup = readBackup(file.text)
  if (!backup.ok) return backup
  // Without an entry only the published files it was taken from tell whose backup it is.
  if (backup.log.length === 0 && backup.base !== base.fingerprint) return refused('foreign')
  const { changes, left } = planRestore(base, revisions, backup.log)
  if (changes.length === 0) return refused(left > 0 ? 'foreign' : 'same')
  const draft: RevisionDraft = {
    kind: 'restore',
    author: file.author,
    reason: '',
    file: file.name,
    encoding: '',
    undoes: null,
    changes,
  }
  return { ok: true, draft, left }
}
