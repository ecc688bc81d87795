import type { Asked, Said } from './readingJob.ts'

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

/** The worker's code, which is its text: it may be fetched before it is needed. */
export const loadWorker = () => import('./readingWorker.ts?worker&inline')

/** Missing: `null` where the browser has none or allows none. */
async function newWorker(): Promise<Worker | null> {
  if (typeof Worker === 'undefined') return null
  try {
    const { default: ReadingWorker } = await loadWorker()
    return new ReadingWorker()
  } catch {
    return null
  }
}

/** Reads in a worker. `onUnfit` is told once when it does not start. */
function readBeside(
  worker: Worker,
  say: (said: Said) => void,
  onReady: () => void,
  onUnfit: () => void,
): Reader {
  let isReady = false
  let serial = 0
  const end = (): void => {
    clearTimeout(timer)
    worker.terminate()
  }
  const giveUp = (): void => {
    end()
    onUnfit()
  }
  const timer = setTimeout(giveUp, LONGEST_START_MS)
  worker.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.is !== 'ready') {
      say(data)
      return
    }
    isReady = true
    clearTimeout(timer)
    onReady()
  }
  worker.onerror = (event) => {
    event.preventDefault()
    if (!isReady) giveUp()
    else say({ is: 'failed', serial, raw: event.message ?? '' })
  }
  return {
    ask: (asked) => {
      if (asked.is !== 'dataset') serial = asked.serial
      worker.postMessage(asked, handedOver(asked))
    },
    stop: end,
  }
}

/**
 * Starts reading files in a worker, or on the page where the worker does not start.
 * Errors: a worker that dies says `failed` for the last thing it was asked.
 */
export function startReader(say: (said: Said) => void): Reader {
  let waiting: Asked[] = []
  let reader: Reader | null = null
  let beside: Reader | null = null
  let isStopped = false
  /** What was asked meanwhile is asked now: bytes handed to a worker that never began would be lost. */
  const settle = (chosen: Reader): void => {
    reader = chosen
    if (isStopped) chosen.stop()
    else for (const asked of waiting) chosen.ask(asked)
    waiting = []
  }
  const here = (): void => settle(readHere(say))
  void newWorker().then((worker) => {
    if (!worker) return here()
    const started = readBeside(worker, say, () => settle(started), here)
    beside = started
    if (isStopped) started.stop()
  })
  return {
    ask: (asked) => {
      if (reader) reader.ask(asked)
      else waiting.push(asked)
    },
    stop: () => {
      isStopped = true
      waiting = []
      beside?.stop()
      reader?.stop()
    },
  }
}
