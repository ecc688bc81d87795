import type { LoggedChange, Revision, RevisionDraft } from '#domain/revision.ts'

/** `disk`: what is kept outlives the page; `memory`: it does not; `read-only`: nothing is taken for now. */
type Keeping = 'disk' | 'memory' | 'read-only'

/**
 * Why keeping is not as it should be. Kept in memory: `no-storage`: the browser has or allows none; `no-answer`: it
 * did not answer in time; `closed`: it was taken away while the page was open. Read-only: `blocked`: another window
 * holds an older edition of it; `superseded`: another window needs it for itself; `newer`: a newer version of this
 * app wrote it; `damaged`: some of it cannot be read; `lost`: less is there than was kept. The last two end with
 * `log.resume`.
 */
export type KeepingTrouble =
  | 'no-storage'
  | 'no-answer'
  | 'closed'
  | 'blocked'
  | 'superseded'
  | 'newer'
  | 'damaged'
  | 'lost'

/** What was changed on this machine, on top of the published files. */
export interface LedgerState {
  /** The log, oldest first. */
  readonly revisions: readonly Revision[]
  readonly keeping: Keeping
  /** Missing: `null` while all is well. */
  readonly trouble: KeepingTrouble | null
  /** How many entries of the log could not be read and were left out. */
  readonly unreadable: number
}

/**
 * Why a draft was not kept. `full`: no room; `failed`: the storage refused; `slow`: it did not answer and the
 * attempt was called off; `elsewhere`: another window changed one of the values first; `read-only`: see `Keeping`.
 * All of these are certain. `unsure`: the storage fell silent too late to call it off; what became of the draft
 * shows when it answers again, or after a reload.
 */
export type KeepFailure = 'full' | 'failed' | 'slow' | 'elsewhere' | 'read-only' | 'unsure'

export type KeepOutcome =
  /** `durable` is true only when the storage has confirmed the whole transaction and it was read back. */
  | { readonly kept: true; readonly revision: Revision; readonly durable: boolean }
  /** `elsewhere`: the other window's changes of the same values; empty for every other reason. */
  | { readonly kept: false; readonly why: KeepFailure; readonly elsewhere: readonly LoggedChange[] }

/** Adds one revision to the log, all of it or nothing. Errors: in the outcome, never thrown. */
export type Keep = (draft: RevisionDraft) => Promise<KeepOutcome>

/** A file somebody chose to restore from. */
export interface BackupFile {
  readonly text: string
  readonly name: string
  /** Who restores, as typed; may be empty. */
  readonly author: string
}

/**
 * Why a backup was refused. `not-backup`: no backup of this app; `newer`: written by a newer version of it;
 * `damaged`: incomplete or changed; `foreign`: of other figures, none of which is known here; `same`: it says what
 * is shown already.
 */
export type BackupRefusal = 'not-backup' | 'newer' | 'damaged' | 'foreign' | 'same'

export type RestoreOutcome =
  /** `left`: how many values of the backup fit nothing in the published files and were left out. */
  | (Extract<KeepOutcome, { kept: true }> & { readonly left: number })
  | {
      readonly kept: false
      readonly why: KeepFailure | BackupRefusal
      readonly elsewhere: readonly LoggedChange[]
    }

/** What else can be done with the log; the shell connects it to the storage. Errors: in the outcomes, never thrown. */
export interface LogPorts {
  /** The text of a backup file: the figures shown and the whole log. Missing: `null` while no data is shown. */
  readonly exportLog: () => string | null
  /** The stored records as they are, unread, as JSON text. Missing: `null` when they cannot be had. */
  readonly exportRaw: () => Promise<string | null>
  /** Brings back what a backup says, as one revision that can be undone. Ends `lost` and `damaged` like `resume`. */
  readonly restore: (file: BackupFile) => Promise<RestoreOutcome>
  /** Takes `lost` or `damaged` as known: changes are kept again, what cannot be read stays as it is. */
  readonly resume: () => Promise<void>
  /**
   * Tries the storage once more; what was kept in memory is written to it when nothing of its own is there.
   * Shape: true when all is well again.
   */
  readonly retry: () => Promise<boolean>
}
