import { useEffect, useSyncExternalStore } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import { MAX_FILE_BYTES } from '#importing/decode/limits.ts'
import { NO_MEMORY, type UploadMemory } from '#importing/upload/reading.ts'
import { type Reader, startReader } from './reader.ts'
import type { Said } from './readingJob.ts'
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
  /** Reads again what is at work: the data or the memory of answers has moved. */
  readonly refresh: (dataset: Dataset, memory: UploadMemory) => void
  readonly reread: () => void
  /** Puts the file at work aside. */
  readonly leave: () => void
  readonly retry: () => void
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

export function createDesk(start: (say: (said: Said) => void) => Reader = startReader): Desk {
  let session = NEW_SESSION
  let dataset: Dataset | null = null
  let memory: UploadMemory = NO_MEMORY
  let reader: Reader | null = null
  let serial = 0
  let lastId = 0
  const files = new Map<number, File>()
  const listeners = new Set<() => void>()
  const dispatch = (action: Action): void => {
    const before = isUnwritten(session)
    session = nextSession(session, action)
    if (isUnwritten(session) !== before) holdPage(!before)
    for (const listen of listeners) listen()
  }
  const hear = (said: Said): void => {
    if (said.is === 'ready' || said.serial !== serial || session.current === null) return
    if (said.is === 'read') dispatch({ is: 'read', reading: said.reading })
    else {
      stop()
      dispatch({ is: 'not-read', failure: { why: 'program', raw: said.raw } })
    }
  }
  const warm = (): Reader => {
    if (reader) return reader
    reader = start(hear)
    if (dataset) reader.ask({ is: 'dataset', dataset })
    return reader
  }
  const stop = (): void => {
    serial++
    reader?.stop()
    reader = null
  }
  const open = async (id: number): Promise<void> => {
    const asked = ++serial
    const bytes = await files
      .get(id)
      ?.arrayBuffer()
      .catch(() => undefined)
    if (asked !== serial) return
    if (!bytes) return dispatch({ is: 'not-read', failure: { why: 'not-given', raw: '' } })
    const { choices } = session
    const name = files.get(id)?.name ?? ''
    warm().ask({ is: 'open', serial: asked, name, bytes: new Uint8Array(bytes), choices, memory })
  }
  const reread = (): void => {
    // What is being written is settled; if it is refused, it is read again then.
    if (session.current === null || session.failure || session.saving.at === 'saving') return
    dispatch({ is: 'reading' })
    // A file not opened yet is read with these choices anyway.
    if (session.reading) warm().ask({ is: 'choose', serial: ++serial, choices: session.choices, memory })
    else void open(session.current)
  }
  const begin = (id: number): void => {
    dispatch({ is: 'began', id })
    void open(id)
  }
  return {
    session: () => session,
    subscribe: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    dispatch,
    begin,
    reread,
    add: (given) => {
      const items = given.map((file): Item => {
        files.set(++lastId, file)
        return { id: lastId, name: file.name, size: file.size, state: stateOf(file) }
      })
      dispatch({ is: 'added', items })
      const next = nextItem(session)
      if (session.current === null && next) begin(next.id)
    },
    choose: (choice) => {
      dispatch({ is: 'chose', choice })
      reread()
    },
    refresh: (nextDataset, nextMemory) => {
      if (dataset === nextDataset && memory === nextMemory) return
      const isFirst = dataset === null
      if (dataset !== nextDataset) reader?.ask({ is: 'dataset', dataset: nextDataset })
      dataset = nextDataset
      memory = nextMemory
      warm()
      if (!isFirst) reread()
    },
    leave: () => {
      stop()
      dispatch({ is: 'left' })
      warm()
    },
    retry: () => {
      if (session.current !== null) begin(session.current)
    },
  }
}

const desks = new WeakMap<object, Desk>()

/** The one desk of a running app, told what the data is. `app`: anything that lives as long as the app. */
export function useDesk(app: object, dataset: Dataset, memory: UploadMemory): readonly [Desk, ImportSession] {
  const desk = desks.get(app) ?? createDesk()
  desks.set(app, desk)
  useEffect(() => desk.refresh(dataset, memory), [desk, dataset, memory])
  return [desk, useSyncExternalStore(desk.subscribe, desk.session)]
}
