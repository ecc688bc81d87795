import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'

const STORE = 'revisions'
const VERSION = 1

interface LogSchema extends DBSchema {
  [STORE]: { key: number; value: unknown }
}

type Connection = IDBPDatabase<LogSchema>
type Transaction = IDBPTransaction<LogSchema, ['revisions'], IDBTransactionMode>

/** A record as it lies there; nothing about it is certain. */
export interface StoredEntry {
  readonly key: unknown
  readonly value: unknown
}

export interface Stored {
  /** Shape: in the order of their keys. */
  readonly entries: readonly StoredEntry[]
  /** The greatest number used as a key, rounded up; 0 for none. */
  readonly newest: number
}

/**
 * Why the storage did not do what was asked. `full`: no room; `slow`: called off after waiting; `closed`: the
 * connection is gone; `unsure`: silent, and too late to call it off; `failed`: anything else. In every case but
 * `unsure` it is certain that nothing was written.
 */
export type StorageFailure = 'full' | 'failed' | 'slow' | 'closed' | 'unsure'

export class StorageError extends Error {
  readonly code: StorageFailure

  constructor(code: StorageFailure, cause?: unknown) {
    super(`${code}: ${String(cause)}`)
    this.code = code
  }
}

export interface LogDatabase {
  /** True when a later version of the app has changed the database; it must not be written to. */
  readonly newer: boolean
  /** The entries behind number `after`, or all there are with `null`. Errors: `StorageError`. */
  readonly read: (after: number | null) => Promise<Stored>
  /**
   * In one transaction: reads what came behind `after`, asks `decide` which entries to add, adds all or none of them
   * and resolves once they are complete and were read back.
   * Errors: `StorageError`.
   */
  readonly add: (after: number, decide: (newer: Stored) => readonly StoredEntry[]) => Promise<void>
  readonly close: () => void
}

export interface DatabaseEvents {
  /** Another window holds an older edition of the database open; this one waits. */
  readonly onBlocked: () => void
  /** Another window wants to change or delete the database; this connection is closed already. */
  readonly onSuperseded: () => void
  /** The browser took the database away. */
  readonly onTerminated: () => void
}

/** A full disk is a DataError in Chromium, a used-up quota has a name of its own; both are full. */
function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError' || name === 'DataError') return new StorageError('full', error)
  return new StorageError(name === 'InvalidStateError' ? 'closed' : 'failed', error)
}

const SILENCE = Symbol('silence')

/** The promise's value, or `SILENCE` when it has none after `ms`. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | typeof SILENCE> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<typeof SILENCE>((resolve) => {
    timer = setTimeout(() => resolve(SILENCE), ms)
  })
  try {
    return await Promise.race([promise, silence])
  } finally {
    clearTimeout(timer)
  }
}

/** One request after the other: two at once would leave the second's failure to nobody when the first throws. */
async function readIn(
  store: Pick<ReturnType<Transaction['objectStore']>, 'getAll' | 'getAllKeys' | 'openKeyCursor'>,
  after: number | null,
): Promise<Stored> {
  // Numbers sort before every other kind of key; a stranger's key is seen only when all are asked for.
  const range = after === null ? null : IDBKeyRange.bound(after, Number.MAX_SAFE_INTEGER, true)
  const keys = await store.getAllKeys(range)
  const values = await store.getAll(range)
  const last = await store.openKeyCursor(IDBKeyRange.upperBound(Number.MAX_SAFE_INTEGER), 'prev')
  const entries = keys.map((key, i): StoredEntry => ({ key, value: values[i] }))
  // A stranger's fraction counts as the next whole number, so that what comes after it is newer.
  return { entries, newest: Math.max(0, Math.ceil(last?.key ?? 0)) }
}

async function read(connection: Connection, after: number | null, patienceMs: number): Promise<Stored> {
  try {
    const transaction = connection.transaction(STORE)
    transaction.done.catch(() => {}) // one of the requests fails with it
    const found = await within(patienceMs, readIn(transaction.objectStore(STORE), after))
    if (found === SILENCE) throw new StorageError('slow')
    return found
  } catch (error) {
    throw toStorageError(error)
  }
}

/** True when each of these entries lies there word for word. Errors: `unsure` when that cannot be read. */
async function isWritten(
  connection: Connection,
  entries: readonly StoredEntry[],
  patienceMs: number,
): Promise<boolean> {
  if (entries.length === 0) return true
  const again = () => read(connection, Number(entries[0]?.key) - 1, patienceMs)
  try {
    const { entries: found } = await again().catch((error: unknown) => {
      // A reading that failed may be tried once more; one that was silent has cost enough time.
      if (error instanceof StorageError && error.code === 'failed') return again()
      throw error
    })
    const byKey = new Map(found.map(({ key, value }) => [key, JSON.stringify(value)]))
    return entries.every(({ key, value }) => byKey.get(key) === JSON.stringify(value))
  } catch (error) {
    throw new StorageError('unsure', error)
  }
}

/** True when the transaction could be called off: then it is certain that it wrote nothing. */
function abort(transaction: { readonly abort: () => void }): boolean {
  try {
    transaction.abort()
    return true
  } catch {
    return false
  }
}

type Decide = (newer: Stored) => readonly StoredEntry[]

/** Starts the transaction; `ended` never rejects. */
function begin(connection: Connection, after: number, decide: Decide) {
  const transaction = connection.transaction(STORE, 'readwrite', { durability: 'strict' })
  const state = { added: [] as readonly StoredEntry[], cause: null as unknown }
  const complete = transaction.done.then(
    () => true,
    (error: unknown) => {
      state.cause ??= error
      return false
    },
  )
  const work = async (): Promise<boolean> => {
    try {
      const store = transaction.objectStore(STORE)
      state.added = decide(await readIn(store, after))
      await Promise.all(state.added.map(async ({ key, value }) => store.add(value, key as number)))
    } catch (error) {
      state.cause = error
      abort(transaction) // a request that failed takes it along, one that threw does not
    }
    return complete
  }
  return { transaction, state, ended: work() }
}

async function add(connection: Connection, after: number, decide: Decide, patienceMs: number): Promise<void> {
  let begun: ReturnType<typeof begin>
  try {
    begun = begin(connection, after, decide)
  } catch (error) {
    throw toStorageError(error)
  }
  const { transaction, state, ended } = begun
  const complete = await within(patienceMs, ended)
  if (complete === false) throw toStorageError(state.cause)
  if (complete === SILENCE && abort(transaction)) throw new StorageError('slow')
  // Complete, or too late to call off: only what lies there tells.
  if (await isWritten(connection, state.added, patienceMs)) return
  throw new StorageError(complete === true ? 'failed' : 'slow')
}

async function connect(
  name: string,
  version: number | undefined,
  events: DatabaseEvents,
): Promise<Connection> {
  const connection: Connection = await openDB<LogSchema>(name, version, {
    upgrade: (database, before) => {
      if (before < 1) database.createObjectStore(STORE)
    },
    blocked: events.onBlocked,
    blocking: () => {
      connection.close()
      events.onSuperseded()
    },
    terminated: events.onTerminated,
  })
  return connection
}

/**
 * Opens the log's database, making it when there is none. Waits for ever while another window is in the way.
 * Errors: as the browser gives them, when it has or allows no storage.
 */
export async function openDatabase(
  name: string,
  events: DatabaseEvents,
  patienceMs: number,
): Promise<LogDatabase> {
  let newer = false
  const connection = await connect(name, VERSION, events).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'VersionError') throw error
    newer = true
    return connect(name, undefined, events)
  })
  return {
    newer,
    read: (after) => read(connection, after, patienceMs),
    add: (after, decide) => add(connection, after, decide, patienceMs),
    close: () => connection.close(),
  }
}
