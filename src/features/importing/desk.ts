import { startTransition, useEffect, useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import { MAX_FILE_BYTES } from '#importing/decode/limits.ts'
import type { UploadMemory } from '#importing/upload/reading.ts'
import { createReadings } from './readings.ts'
import {
  type Action,
  type Choice,
  type ImportSession,
  type Item,
  isUnwritten,
  NEW_SESSION,
  nextItem,
  nextSession,
} from './session.ts'

/** What the page does; it outlives the page, so that one may look at a figure and come back. */
export interface Desk {
  readonly session: () => ImportSession
  readonly subscribe: (listen: () => void) => () => void
  readonly dispatch: (action: Action) => void
  /** Takes files in; the first is read at once unless another one is at work. */
  readonly add: (files: readonly File[]) => void
  readonly begin: (id: number) => void
  readonly choose: (choice: Choice) => void
  /** Reads again what is at work, if the data or the memory of answers has moved. */
  readonly learn: (dataset: Dataset, memory: UploadMemory) => void
  readonly reread: () => void
  /** Puts the file at work aside. */
  readonly leave: () => void
  /** Hands the whole list of problems over as a CSV file, once it is made. */
  readonly listFindings: (take: (bytes: Uint8Array) => void) => void
}

const askFirst = (event: BeforeUnloadEvent): void => {
  event.preventDefault()
  event.returnValue = ''
}

/** While a file is at work the browser asks before it leaves the app; at no other time. */
function holdPage(isHeld: boolean): void {
  if (isHeld) window.addEventListener('beforeunload', askFirst)
  else window.removeEventListener('beforeunload', askFirst)
}

const stateOf = (file: File): Item['state'] => {
  if (file.size > MAX_FILE_BYTES) return 'too-large'
  return file.size === 0 ? 'empty' : 'waiting'
}

/** The session, told of everything that happens. */
function createSession() {
  let session = NEW_SESSION
  const listeners = new Set<() => void>()
  return {
    now: () => session,
    subscribe: (listen: () => void) => {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
    dispatch: (action: Action): void => {
      const before = isUnwritten(session)
      session = nextSession(session, action)
      if (isUnwritten(session) !== before) holdPage(!before)
      for (const listen of listeners) listen()
    },
  }
}

function createDesk(): Desk {
  const { now, subscribe, dispatch } = createSession()
  const files = new Map<number, File>()
  let lastId = 0
  const readings = createReadings({
    onRead: (reading) => dispatch({ is: 'read', reading }),
    onFailure: (failure) => dispatch({ is: 'not-read', failure }),
  })
  const open = (): void => {
    const { current, choices } = now()
    const file = files.get(current ?? 0)
    if (file) void readings.open(file, choices)
  }
  const reread = (): void => {
    const { current, failure, saving, reading, choices } = now()
    // What is being written is settled; if it is refused, it is read again then.
    if (current === null || failure || saving.at === 'saving') return
    dispatch({ is: 'reading' })
    if (reading) readings.choose(choices)
    else open()
  }
  const begin = (id: number): void => {
    dispatch({ is: 'began', id })
    open()
  }
  return {
    session: now,
    subscribe,
    dispatch,
    begin,
    reread,
    add: (given) => {
      const items = given.map((file): Item => {
        files.set(++lastId, file)
        return { id: lastId, name: file.name, size: file.size, state: stateOf(file) }
      })
      dispatch({ is: 'added', items })
      const next = nextItem(now())
      if (now().current === null && next) begin(next.id)
    },
    choose: (choice) => {
      dispatch({ is: 'chose', choice })
      reread()
    },
    learn: (dataset, memory) => {
      if (readings.learn(dataset, memory)) reread()
    },
    leave: () => {
      dispatch({ is: 'left' })
      readings.drop()
    },
    listFindings: readings.list,
  }
}

const desks = new WeakMap<object, Desk>()

/** The one desk of a running app, told what the data is. `app`: anything that lives as long as the app. */
export function useDesk(app: object, dataset: Dataset, memory: UploadMemory): readonly [Desk, ImportSession] {
  const desk = desks.get(app) ?? createDesk()
  desks.set(app, desk)
  const [session, setSession] = useState(desk.session)
  useEffect(() => {
    let drawn = desk.session().reading
    const follow = (): void => {
      const next = desk.session()
      // A new reading draws most of the page: in small tasks, so that nothing freezes.
      if (next.reading === drawn) setSession(next)
      else startTransition(() => setSession(next))
      drawn = next.reading
    }
    follow()
    return desk.subscribe(follow)
  }, [desk])
  useEffect(() => desk.learn(dataset, memory), [desk, dataset, memory])
  return [desk, session]
}
