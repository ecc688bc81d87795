import { IDBDatabase, IDBFactory, IDBObjectStore, IDBOpenDBRequest, IDBTransaction } from 'fake-indexeddb'

/** `throws`: at once; `errors`: the request fails; `aborts`: the transaction is ended; `is-silent`: nothing follows. */
export const faultModes = ['throws', 'errors', 'aborts', 'is-silent'] as const
export type FaultMode = (typeof faultModes)[number]

/** The parts of fake-indexeddb that faults are put into. */
interface Inside {
  _start: () => void
  _execRequestAsync: (request: { source: unknown; operation: () => unknown }) => IDBRequest
}

type Method = (this: never, ...args: never[]) => unknown

const fault = (): DOMException => new DOMException('fault', 'UnknownError')

/** Makes the n-th thing asked of the storage go wrong, once. */
export function storageFaults() {
  let countdown = 0
  let mode: FaultMode = 'throws'
  let hasStruck = false
  const silent = new Set<IDBTransaction & Inside>()
  const undo: (() => void)[] = []

  const strikes = (): boolean => {
    countdown -= 1
    if (countdown !== 0) return false
    hasStruck = true
    return true
  }
  /** Puts `spoiled` in the place of a method when its turn to fail has come. */
  function spoil<Prototype extends object>(
    prototype: Prototype,
    name: keyof Prototype & string,
    spoiled: (self: never, original: () => unknown) => unknown,
  ): void {
    const original = prototype[name] as Method
    function replaced(this: never, ...args: never[]): unknown {
      const call = (): unknown => original.apply(this, args)
      if (!strikes()) return call()
      if (mode === 'throws') throw fault()
      return spoiled(this, call)
    }
    Object.assign(prototype, { [name]: replaced })
    undo.push(() => Object.assign(prototype, { [name]: original }))
  }
  const silence = (transaction: IDBTransaction & Inside): void => {
    silent.add(transaction)
  }

  spoil(IDBFactory.prototype, 'open', () => {
    // An opening has no transaction that could be ended: it fails like any other request.
    const request = new IDBOpenDBRequest()
    if (mode !== 'is-silent')
      setImmediate(() => {
        Object.assign(request, { readyState: 'done', error: fault() })
        request.dispatchEvent({ type: 'error', initialized: true, eventPath: [] } as unknown as Event)
      })
    return request
  })
  spoil(IDBDatabase.prototype, 'transaction', (_, call) => {
    const transaction = call() as IDBTransaction & Inside
    if (mode === 'errors') throw fault()
    if (mode === 'aborts') transaction.abort()
    else silence(transaction)
    return transaction
  })
  spoil(IDBTransaction.prototype, 'objectStore', (self: IDBTransaction & Inside, call) => {
    if (mode === 'errors') throw fault()
    const store = call()
    if (mode === 'aborts') self.abort()
    else silence(self)
    return store
  })
  for (const name of ['add', 'getAll', 'getAllKeys', 'openKeyCursor'] as const)
    spoil(IDBObjectStore.prototype, name, (self: { transaction: IDBTransaction & Inside }, call) => {
      const { transaction } = self
      if (mode === 'errors')
        return transaction._execRequestAsync({
          source: self,
          operation: () => {
            throw fault()
          },
        })
      const request = call()
      if (mode === 'aborts') transaction.abort()
      else silence(transaction)
      return request
    })

  const inside = IDBTransaction.prototype as unknown as Inside & IDBTransaction
  const start = inside._start
  inside._start = function (this: IDBTransaction & Inside) {
    if (!silent.has(this)) start.call(this)
  }
  const dispatch = inside.dispatchEvent
  inside.dispatchEvent = function (this: IDBTransaction & Inside, event: Event) {
    // It has been written, only nobody is told.
    if (event.type === 'complete' && strikes() && mode !== 'aborts') return true
    return dispatch.call(this, event)
  }
  undo.push(() => Object.assign(inside, { _start: start, dispatchEvent: dispatch }))

  return {
    arm: (nth: number, how: FaultMode): void => {
      countdown = nth
      mode = how
      hasStruck = false
    },
    /** Ends the fault. True when it has struck. */
    disarm: (): boolean => {
      countdown = 0
      return hasStruck
    },
    /** What the end of a browser does to transactions that were never ended. */
    endProcess: (): void => {
      for (const transaction of silent) {
        silent.delete(transaction)
        try {
          transaction.abort()
        } catch {
          // ended already
        }
      }
    },
    remove: (): void => {
      for (const restore of undo.splice(0)) restore()
    },
  }
}
