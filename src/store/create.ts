import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppState, DataState, SessionState, ViewState } from './state.ts'

export interface AppActions {
  readonly applyData: (data: DataState) => void
  readonly applyView: (view: Partial<ViewState>) => void
  readonly applySession: (session: Partial<SessionState>) => void
}

export type AppStore = StoreApi<AppState & AppActions>

/** The app's memory. It knows no storage: the shell restores first, then creates it, then renders. */
export const createAppStore = (view: ViewState, data: DataState = { status: 'loading' }): AppStore =>
  createStore<AppState & AppActions>()((set) => ({
    data,
    view,
    session: { searchOpen: false },
    applyData: (data) => set({ data }),
    applyView: (change) => set((state) => ({ view: { ...state.view, ...change } })),
    applySession: (change) => set((state) => ({ session: { ...state.session, ...change } })),
  }))
