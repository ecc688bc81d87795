import { createStore, type StoreApi } from 'zustand/vanilla'
import { NO_MEMORY, type UploadMemory } from '#domain/uploadMemory.ts'
import type { Keep, LedgerState, LogPorts } from './ledger.ts'
import type { AppState, DataState, Draft, SessionState, ViewState } from './state.ts'
import { type UndoActions, undoing } from './undoing.ts'

export interface AppActions extends UndoActions {
  readonly applyData: (data: DataState) => void
  readonly applyView: (view: Partial<ViewState>) => void
  readonly applySession: (session: Partial<SessionState>) => void
  readonly applyLedger: (ledger: Partial<LedgerState>) => void
  /** Sets a begun form aside; `null` forgets it. */
  readonly applyDraft: (subject: string, draft: Draft | null) => void
  /** Replaces all answers kept for later imports; `NO_MEMORY` forgets them. */
  readonly applyMemory: (memory: UploadMemory) => void
  /** Keeps a change; the shell connects it to the storage. */
  readonly keep: Keep
  readonly connect: (keep: Keep) => void
  /** Backup, restore and the ways out of trouble; connected like `keep`. */
  readonly log: LogPorts
  readonly connectLog: (log: LogPorts) => void
}

/** Before the shell has connected a storage there is nothing to take out and nothing is taken in. */
const noLog: LogPorts = {
  exportLog: () => null,
  exportRaw: async () => null,
  restore: async () => ({ kept: false, why: 'read-only', elsewhere: [] }),
  resume: async () => {},
  retry: async () => false,
}

export type AppStore = StoreApi<AppState & AppActions>

/** The app's memory. It knows no storage: the shell restores first, then creates it, then renders. */
export const createAppStore = (view: ViewState, data: DataState = { status: 'loading' }): AppStore =>
  createStore<AppState & AppActions>()((set, get) => ({
    data,
    view,
    session: { searchOpen: false, editing: null, notice: null },
    ledger: { revisions: [], keeping: 'read-only', trouble: null, unreadable: 0 },
    applyData: (data) => set({ data }),
    applyView: (change) => set((state) => ({ view: { ...state.view, ...change } })),
    drafts: new Map(),
    applyDraft: (subject, draft) =>
      set((state) => {
        const drafts = new Map(state.drafts)
        if (draft) drafts.set(subject, draft)
        else drafts.delete(subject)
        return { drafts }
      }),
    memory: NO_MEMORY,
    applyMemory: (memory) => set({ memory }),
    keep: async () => ({ kept: false, why: 'read-only', elsewhere: [] }),
    ...undoing(get),
    connect: (keep) => set({ keep }),
    log: noLog,
    connectLog: (log) => set({ log }),
    applyLedger: (change) => set((state) => ({ ledger: { ...state.ledger, ...change } })),
    applySession: (change) => set((state) => ({ session: { ...state.session, ...change } })),
  }))
