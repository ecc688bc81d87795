import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import type { Revision, RevisionDraft } from '#domain/revision.ts'
import { databaseKeeper } from '#persistence/databaseKeeper.ts'
import { toRecord } from '#persistence/records.ts'
import type { Sentinel } from '#persistence/sentinel.ts'
import type { LedgerState } from '#store/ledger.ts'
import { aDraft, aFigureChange, aLog } from './log.ts'

const NAME = 'log'
const STORE = 'revisions'

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const ticks = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve))
}

/**
 * Waits while a storage that answers at all has time to do so, and only then lets the clock run on: a test of a
 * storage that is silent takes no time, and no busy machine makes a working one look silent. Needs `holdClock`.
 */
export async function patiently<T>(promise: Promise<T>): Promise<T> {
  let isPending = true
  const settled = promise.finally(() => {
    isPending = false
  })
  settled.catch(() => {})
  for (let second = 0; isPending && second < 30; second++) {
    await ticks(100)
    if (isPending) vi.advanceTimersByTime(1000)
  }
  return settled
}

/** Stops the clock for everything but the storage. */
export const holdClock = (): void => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
}

/** A computer with the two storages of a browser and any number of windows on them. */
export function aMachine() {
  const factory = new IDBFactory()
  const opened: IDBDatabase[] = []
  const open = factory.open.bind(factory)
  factory.open = (...args) => {
    const request = open(...args)
    request.addEventListener('success', () => opened.push(request.result))
    return request
  }
  globalThis.indexedDB = factory
  const small: { sentinel: Sentinel | null; isRefused: boolean; isLineDown: boolean } = {
    sentinel: null,
    isRefused: false,
    isLineDown: false,
  }
  const lines = new Set<() => void>()

  async function withStore<T>(use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const opening = indexedDB.open(NAME)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    const database = await answer(opening)
    const result = await answer(use(database.transaction(STORE, 'readwrite').objectStore(STORE)))
    database.close()
    return result
  }

  /** A window whose log is not opened yet. */
  function newWindow() {
    let state: LedgerState | null = null
    let line: (() => void) | null = null
    const keeper = databaseKeeper({
      name: NAME,
      sentinel: {
        read: () => small.sentinel,
        write: (sentinel) => {
          if (!small.isRefused) small.sentinel = sentinel
        },
      },
      openLine: (onNews) => {
        line = onNews
        lines.add(onNews)
        const others = () => [...lines].filter((other) => other !== onNews)
        return { tell: () => (small.isLineDown ? undefined : others().forEach((other) => void other())) }
      },
      onKept: () => {},
      openMs: 3000,
      saveMs: 5000,
    })
    keeper.watch((next) => {
      state = next
    })
    return {
      ...keeper,
      close: () => {
        if (line) lines.delete(line)
      },
      state: (): LedgerState => {
        if (!state) throw new Error('watch must say at once what is')
        return state
      },
    }
  }

  return {
    small,
    newWindow,
    /** A window with its log read. */
    async openWindow() {
      const window = newWindow()
      await patiently(window.open())
      return window
    },
    /** The other windows have heard of what happened and read it. */
    settled: () => ticks(200),
    /** Every window hears that many times that something may have happened. */
    signal: (times: number) => {
      for (let i = 0; i < times; i++) for (const line of lines) line()
    },
    /** What lies in the database, by key. */
    async records(): Promise<ReadonlyMap<unknown, unknown>> {
      const keys = await withStore((store) => store.getAllKeys())
      const values: unknown[] = await withStore((store) => store.getAll())
      return new Map(keys.map((key, i) => [key, values[i]]))
    },
    put: (key: IDBValidKey, value: unknown) => withStore((store) => store.put(value, key)),
    remove: (key: IDBValidKey) => withStore((store) => store.delete(key)),
    wipe: () => withStore((store) => store.clear()),
    /** Another window, of whatever program, that holds the database open and closes it for nobody. */
    async holdOpen(version?: number) {
      const opening = indexedDB.open(NAME, version)
      opening.onupgradeneeded = () => {
        if (!opening.result.objectStoreNames.contains(STORE)) opening.result.createObjectStore(STORE)
      }
      return answer(opening)
    },
    /** The browser takes the database away from every window; with `wipe` what was in it is gone too. */
    async takeAway({ wipe }: { readonly wipe: boolean }) {
      const windows = opened.splice(0)
      if (wipe) await withStore((store) => store.clear())
      for (const database of windows) forceCloseDatabase(database as never)
      await ticks(100)
    },
    delete: () => answer(indexedDB.deleteDatabase(NAME)),
  }
}

export type Machine = ReturnType<typeof aMachine>

/** Three entries, each of another figure. */
export const threeEntries = aLog(
  [aFigureChange('a', 2024, null, '1')],
  [aFigureChange('b', 2024, null, '2')],
  [aFigureChange('c', 2024, null, '3')],
)

/** A machine on which three entries were kept by a window closed since. */
export async function aMachineWithLog(log: readonly Revision[] = threeEntries): Promise<Machine> {
  const machine = aMachine()
  for (const revision of log) await machine.put(revision.number, toRecord(revision))
  machine.small.sentinel = { last: 3, count: 3, unreadable: 0 }
  return machine
}

/** An edit that puts a value into an empty slot. */
export const anEdit = (value: string, id = 'cases'): RevisionDraft =>
  aDraft([aFigureChange(id, 2024, null, value)])

export const numbersIn = ({ state }: { readonly state: () => LedgerState }): readonly number[] =>
  state().revisions.map(({ number }) => number)
