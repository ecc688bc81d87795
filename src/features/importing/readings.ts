import type { Dataset } from '#domain/dataset.ts'
import { NO_MEMORY, type UploadChoices, type UploadMemory } from '#importing/upload/reading.ts'
import { type Reader, startReader } from './reader.ts'
import type { Said } from './readingJob.ts'
import type { ReadFailure } from './session.ts'
import type { ShownReading } from './shown.ts'

/** Told what became of the newest request; of those before it nothing is heard any more. */
export interface ReadingsListener {
  readonly onRead: (reading: ShownReading) => void
  readonly onFailure: (failure: ReadFailure) => void
}

/** One file at a time, read again for every choice, always with the newest data and answers. */
export interface Readings {
  readonly open: (file: File, choices: UploadChoices) => Promise<void>
  readonly choose: (choices: UploadChoices) => void
  /** Gives up what is under way and forgets the file. */
  readonly drop: () => void
  /** Shape: true when what was read before may read otherwise now. */
  readonly learn: (dataset: Dataset, memory: UploadMemory) => boolean
  /** Hands over the whole list of problems as a CSV file. */
  readonly list: (take: (bytes: Uint8Array) => void) => void
}

export function createReadings(
  { onRead, onFailure }: ReadingsListener,
  start: (say: (said: Said) => void) => Reader = startReader,
): Readings {
  let known: { readonly dataset: Dataset; readonly memory: UploadMemory } | null = null
  let reader: Reader | null = null
  let serial = 0
  let takeList: ((bytes: Uint8Array) => void) | null = null
  const memoryNow = (): UploadMemory => known?.memory ?? NO_MEMORY
  const stop = (): void => {
    serial++
    reader?.stop()
    reader = null
  }
  const hear = (said: Said): void => {
    if (said.is === 'ready' || said.serial !== serial) return
    if (said.is === 'listed') takeList?.(said.bytes)
    else if (said.is === 'read') onRead(said.reading)
    else {
      stop()
      onFailure({ why: 'program', raw: said.raw })
    }
  }
  /** Begun before it is needed, so that the first file finds it ready. */
  const warm = (): Reader => {
    if (reader) return reader
    reader = start(hear)
    if (known) reader.ask({ is: 'dataset', dataset: known.dataset })
    return reader
  }
  return {
    open: async (file, choices) => {
      const asked = ++serial
      const bytes = await file.arrayBuffer().catch(() => null)
      if (asked !== serial) return
      if (!bytes) return onFailure({ why: 'not-given', raw: '' })
      const content = new Uint8Array(bytes)
      const memory = memoryNow()
      warm().ask({ is: 'open', serial: asked, name: file.name, bytes: content, choices, memory })
    },
    choose: (choices) => warm().ask({ is: 'choose', serial: ++serial, choices, memory: memoryNow() }),
    drop: () => {
      stop()
      warm()
    },
    learn: (dataset, memory) => {
      const before = known
      known = { dataset, memory }
      if (before?.dataset !== dataset) reader?.ask({ is: 'dataset', dataset })
      warm()
      return before !== null && (before.dataset !== dataset || before.memory !== memory)
    },
    list: (take) => {
      takeList = take
      warm().ask({ is: 'list', serial })
    },
  }
}
