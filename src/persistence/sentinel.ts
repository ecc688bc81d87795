import { count, isRecord, object, type Read } from './shape.ts'

/**
 * What the log was known to hold, noted beside it in another storage: a browser that finds its database files
 * damaged starts an empty one without a word.
 */
export interface Sentinel {
  /** Number of the newest entry. */
  readonly last: number
  /** Entries, unreadable ones included. */
  readonly count: number
  /** Unreadable entries somebody has been told of. */
  readonly unreadable: number
}

/** Where the sentinel stands. */
export interface SentinelPost {
  /** Missing: `null` when none stands there, it is unreadable, or the storage is refused. */
  readonly read: () => Sentinel | null
  /** A refusal loses the warning, never the log. */
  readonly write: (sentinel: Sentinel) => void
}

const whole: Read<number> = (raw) => {
  if (raw === 0) return 0
  return count(raw)
}

const shape = object<Sentinel>({ last: whole, count: whole, unreadable: whole })

export function localSentinel(key: string): SentinelPost {
  return {
    read: () => {
      try {
        const raw: unknown = JSON.parse(window.localStorage.getItem(key) ?? 'null')
        return isRecord(raw) ? shape(raw) : null
      } catch {
        return null
      }
    },
    write: (sentinel) => {
      try {
        window.localStorage.setItem(key, JSON.stringify(sentinel))
      } catch {
        // Full or refused: the log itself is safe, only its loss would go unnoticed.
      }
    },
  }
}
