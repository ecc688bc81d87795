import type { StoredEntry } from './database.ts'

/** JSON knows no NaN, Map or BigInt; what it would drop or turn into null is written out. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (typeof value === 'bigint') return String(value)
  if (value === undefined) return 'undefined'
  if (value instanceof Map || value instanceof Set) return [...value]
  return value
}

/** Stored records word for word, for somebody who can tell what they were. Shape: a JSON list of key and value. */
export const rawText = (entries: readonly StoredEntry[]): string =>
  `[${entries
    .map((entry) => {
      try {
        return JSON.stringify(entry, plain)
      } catch {
        return JSON.stringify({ key: String(entry.key), value: String(entry.value) })
      }
    })
    .join(',\n')}]`
