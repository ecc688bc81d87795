import { useStore } from 'zustand'
import type { AppActions, AppStore } from './create.ts'
import type { AppState } from './state.ts'

let current: AppStore | null = null

/** Called once by the shell before the first render. */
export function provideStore(store: AppStore): void {
  current = store
}

/**
 * Reads the store in a component.
 * Errors: throws when the shell has not provided it, which is our mistake, never the user's.
 */
export function useApp<T>(select: (state: AppState & AppActions) => T): T {
  if (!current) throw new Error('the store is not provided')
  return useStore(current, select)
}
