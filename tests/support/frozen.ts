const refuse = (): never => {
  throw new Error('changed in place')
}

/** The value with all that is in it made unchangeable, maps included; who writes to it throws. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Map) {
    for (const [key, entry] of value) {
      frozen(key)
      frozen(entry)
    }
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse })
  }
  Object.freeze(value)
  for (const entry of Object.values(value)) frozen(entry)
  return value
}
