import type { RevisionDraft } from '#domain/revision.ts'
import type { KeepFailure, KeepOutcome, LedgerState } from '#store/ledger.ts'
import { toEntry } from './reading.ts'

/** Where the log is kept, and what is known of it. Nothing here throws or rejects. */
export interface Keeper {
  /** Calls back with the whole state, at once and whenever it changes. */
  readonly watch: (onState: (state: LedgerState) => void) => void
  /** Resolves when the log has been read, or after three seconds without it; `watch` tells which. */
  readonly open: () => Promise<void>
  /** Adds a draft behind the newest entry; the state holds it before this resolves. */
  readonly append: (draft: RevisionDraft) => Promise<KeepOutcome>
  /** Takes `lost` or `damaged` as known; changes are kept again. */
  readonly resume: () => Promise<void>
  /** Tries the storage once more; what was kept in memory is written when nothing of its own is there. */
  readonly retry: () => Promise<void>
  /** The stored records as they are, unread, as JSON text. Missing: `null` when they cannot be had. */
  readonly raw: () => Promise<string | null>
}

export const notKept = (why: Exclude<KeepFailure, 'elsewhere'>): KeepOutcome => ({
  kept: false,
  why,
  elsewhere: [],
})

/** Keeps the log as long as the page is open. */
export function memoryKeeper(): Keeper {
  let state: LedgerState = { revisions: [], keeping: 'memory', trouble: null, unreadable: 0 }
  const watchers: ((state: LedgerState) => void)[] = []
  return {
    watch: (onState) => {
      watchers.push(onState)
      onState(state)
    },
    open: async () => {},
    append: async (draft) => {
      const entry = toEntry(draft, state.revisions.length)
      if (!entry) return notKept('failed')
      state = { ...state, revisions: [...state.revisions, entry.revision] }
      for (const onState of watchers) onState(state)
      return { kept: true, revision: entry.revision, durable: false }
    },
    resume: async () => {},
    retry: async () => {},
    raw: async () => null,
  }
}
