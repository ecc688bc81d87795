/** Rebuilds a value from something stored. Errors: throws `WrongShape`; what is returned was checked to the last key. */
export type Read<T> = (raw: unknown) => T

export class WrongShape extends Error {}

const wrong = (what: string): never => {
  throw new WrongShape(what)
}

/** Longer texts are nobody's sentence: they would be drawn, searched and compared at every step. Unit: characters. */
const LONGEST_TEXT = 100_000

export const text: Read<string> = (raw) =>
  typeof raw === 'string' && raw.length <= LONGEST_TEXT ? raw : wrong('text')

/** Counts from 1. */
export const count: Read<number> = (raw) =>
  typeof raw === 'number' && Number.isSafeInteger(raw) && raw > 0 ? raw : wrong('count')

export const oneOf =
  <T extends string>(...words: readonly T[]): Read<T> =>
  (raw) =>
    words.find((word) => word === raw) ?? wrong(words.join('|'))

export const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (raw) =>
    raw === null ? null : read(raw)

export const listOf =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (raw) =>
    Array.isArray(raw) ? Array.from(raw, (item) => read(item)) : wrong('list')

/** Own keys of a plain object; `__proto__` is a key like any other, and no shape has it. */
export const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(raw) === '[object Object]'

/** An object with exactly these keys. */
export function object<T>(reads: { readonly [Key in keyof T]: Read<T[Key]> }): Read<T> {
  const keys = Object.keys(reads) as (keyof T & string)[]
  return (raw) => {
    const own = new Map(isRecord(raw) ? Object.entries(raw) : [])
    if (own.size !== keys.length) return wrong('keys')
    const entries = keys.map((key) => [key, own.has(key) ? reads[key](own.get(key)) : wrong(key)] as const)
    return Object.fromEntries(entries) as T
  }
}
