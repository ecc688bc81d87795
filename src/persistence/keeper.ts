import type { LoggedChange, Revision, RevisionDraft } from '#domain/revision.ts'
import type { KeepFailure, KeepingTrouble } from '#store/ledger.ts'

/** What was found when the log was opened. */
export interface OpenedLog {
  readonly revisions: readonly Revision[]
  /** Missing: `null` while all is well. */
  readonly trouble: KeepingTrouble | null
  readonly unreadable: number
}

export type AppendOutcome =
  /** `missed`: entries other windows had added since, older than the new one. */
  | {
      readonly ok: true
      readonly revision: Revision
      readonly missed: readonly Revision[]
      readonly durable: boolean
    }
  | {
      readonly ok: false
      readonly why: KeepFailure
      readonly missed: readonly Revision[]
      readonly elsewhere: readonly LoggedChange[]
    }

/** Where the log is kept. */
export interface Keeper {
  readonly open: () => Promise<OpenedLog>
  /**
   * Adds a draft behind `last`, the newest entry the caller knows. Entries added meanwhile by other windows are
   * handed back; when one of them changed a value of the draft, nothing is added.
   */
  readonly append: (draft: RevisionDraft, last: number) => Promise<AppendOutcome>
}

/** Keeps the log as long as the page is open. */
export function memoryKeeper(): Keeper {
  const revisions: Revision[] = []
  return {
    open: async () => ({ revisions: [...revisions], trouble: null, unreadable: 0 }),
    append: async (draft) => {
      const revision = { ...draft, number: revisions.length + 1, time: new Date().toISOString() }
      revisions.push(revision)
      return { ok: true, revision, missed: [], durable: false }
    },
  }
}
