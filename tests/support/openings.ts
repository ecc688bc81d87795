interface Listener {
  readonly type: string
  readonly callback: (event: Event) => void
}

/** Keeps every opening back until it is let through; what is said to it meanwhile is said by the test. */
export function holdOpenings() {
  const open = indexedDB.open.bind(indexedDB)
  let isHeld = true
  const waiting: { readonly tell: (type: string, event: Event) => void; readonly start: () => void }[] = []
  indexedDB.open = (...args) => {
    if (!isHeld) return open(...args)
    const listeners: Listener[] = []
    const late: IDBOpenDBRequest = Object.create(IDBOpenDBRequest.prototype, {
      addEventListener: {
        value: (type: string, callback: Listener['callback']) => listeners.push({ type, callback }),
      },
      removeEventListener: { value: () => {} },
    })
    const tell = (type: string, event: Event): void => {
      for (const listener of listeners) if (listener.type === type) listener.callback(event)
    }
    const start = (): void => {
      const request = open(...args)
      for (const type of ['upgradeneeded', 'success'])
        request.addEventListener(type, (event) => {
          for (const name of ['result', 'transaction'] as const)
            Object.defineProperty(late, name, { configurable: true, value: request[name] })
          tell(type, event)
        })
    }
    waiting.push({ tell, start })
    return late
  }
  return {
    release: () => {
      isHeld = false
      for (const { start } of waiting.splice(0)) start()
    },
    block: () => {
      for (const { tell } of waiting) tell('blocked', new Event('blocked'))
    },
  }
}
