import type { LoggedChange, Revision, RevisionDraft } from '#domain/revision.ts'

/** `disk`: what is kept outlives the page; `memory`: it does not; `read-only`: nothing is taken for now. */
export type Keeping = 'disk' | 'memory' | 'read-only'

/**
 * Why keeping is not as it should be. `no-storage`: the browser has or allows none; `no-answer`: it did not answer in
 * time; `closed`: it was taken away while the page was open; `newer`: a newer version of this app wrote it;
 * `damaged`: some of it cannot be read; `lost`: less is there than was kept.
 */
export type KeepingTrouble = 'no-storage' | 'no-answer' | 'closed' | 'newer' | 'damaged' | 'lost'

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
 */
export type KeepFailure = 'full' | 'failed' | 'slow' | 'elsewhere' | 'read-only'

export type KeepOutcome =
  /** `durable` is true only when the storage has confirmed the whole transaction. */
  | { readonly kept: true; readonly revision: Revision; readonly durable: boolean }
  /** `elsewhere`: the other window's changes of the same values; empty for every other reason. */
  | { readonly kept: false; readonly why: KeepFailure; readonly elsewhere: readonly LoggedChange[] }

/** Adds one revision to the log, all of it or nothing. Errors: in the outcome, never thrown. */
export type Keep = (draft: RevisionDraft) => Promise<KeepOutcome>
