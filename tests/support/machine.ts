import { IDBFactory } from 'fake-indexeddb'
import { databaseKeeper } from '#persistence/databaseKeeper.ts'
import type { Sentinel } from '#persistence/sentinel.ts'
import type { LedgerState } from '#store/ledger.ts'

export const DATABASE = 'log'

/** A computer with a browser's two storages and any number of windows on them. */
export function aMachine({ openMs = 1000, saveMs = 1000 } = {}) {
  globalThis.indexedDB = new IDBFactory()
  const sentinel: { kept: Sentinel | null } = { kept: null }
  const listeners = new Set<() => void>()
  return {
    sentinel,
    /** Opens a window and waits until the log is there. */
    async openWindow() {
      let state: LedgerState | null = null
      const keeper = databaseKeeper({
        name: DATABASE,
        sentinel: {
          read: () => sentinel.kept,
          write: (kept) => {
            sentinel.kept = kept
          },
        },
        openLine: (onNews) => {
          listeners.add(onNews)
          return {
            tell: () => {
              for (const listener of listeners) if (listener !== onNews) listener()
            },
          }
        },
        openMs,
        saveMs,
      })
      keeper.watch((next) => {
        state = next
      })
      await keeper.open()
      return {
        ...keeper,
        state: (): LedgerState => {
          if (!state) throw new Error('watch says at once what is')
          return state
        },
      }
    },
  }
}
