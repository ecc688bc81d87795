import type { Asked, Said } from './readingJob.ts'
import ReadingWorker from './readingWorker.ts?worker&inline'

/** A worker that has not begun by then is not waited for: the page reads itself. */
const LONGEST_START_MS = 5000

/** Where files are read: beside the page, so that it never freezes. */
export interface Reader {
  readonly ask: (asked: Asked) => void
  /** Gives up what is under way; nothing of it is heard any more. */
  readonly stop: () => void
}

/** Reads on the page itself: browsers that allow no worker still import, only less smoothly. */
function readHere(say: (said: Said) => void): Reader {
  let isStopped = false
  const heard = (said: Said): void => {
    if (!isStopped) say(said)
  }
  const job = import('./readingJob.ts').then(({ readingJob }) => readingJob(heard))
  let turn: Promise<void> = Promise.resolve()
  return {
    ask: (asked) => {
      turn = turn.then(async () => {
        try {
          const work = await job
          if (!isStopped) await work(asked)
        } catch (error) {
          if (asked.is !== 'dataset') heard({ is: 'failed', serial: asked.serial, raw: String(error) })
        }
      })
    },
    stop: () => {
      isStopped = true
    },
  }
}

/** What is handed over and not copied: the bytes of the file. */
const handedOver = (asked: Asked): Transferable[] => (asked.is === 'open' ? [asked.bytes.buffer] : [])

function startWorker(): Worker | null {
  try {
    return typeof Worker === 'undefined' ? null : new ReadingWorker()
  } catch {
    return null
  }
}

/**
 * Starts reading files in a worker, or on the page where the worker does not start.
 * Errors: a worker that dies says `failed` for the last thing it was asked.
 */
export function startReader(say: (said: Said) => void): Reader {
  const worker = startWorker()
  if (!worker) return readHere(say)
  let waiting: Asked[] | null = []
  let here: Reader | null = null
  let serial = 0
  const end = (): void => {
    clearTimeout(timer)
    worker.terminate()
  }
  const giveUp = (): void => {
    end()
    here = readHere(say)
    for (const asked of waiting ?? []) here.ask(asked)
    waiting = null
  }
  const timer = setTimeout(giveUp, LONGEST_START_MS)
  const post = (asked: Asked): void => worker.postMessage(asked, handedOver(asked))
  worker.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.is !== 'ready') return say(data)
    clearTimeout(timer)
    for (const asked of waiting ?? []) post(asked)
    waiting = null
  }
  worker.onerror = (event) => {
    event.preventDefault()
    if (here) return
    if (waiting) return giveUp()
    say({ is: 'failed', serial, raw: event.message ?? '' })
  }
  return {
    ask: (asked) => {
      if (asked.is !== 'dataset') serial = asked.serial
      if (here) here.ask(asked)
      else if (waiting) waiting.push(asked)
      else post(asked)
    },
    stop: () => {
      end()
      waiting = null
      here?.stop()
    },
  }
}
