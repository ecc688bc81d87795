/** A stored record of some shape, not looked at yet. */
export type RawRecord = Readonly<Record<string, unknown>>

/** Leads a record from its shape to the next one; never changes the record it is given. */
export type Migration = (record: RawRecord) => RawRecord

/** Leads from shape 1 to 2, from 2 to 3, …: a new shape of `Revision` is one more step at the end. */
const migrations: readonly Migration[] = [
  // Shape 2 knows indicators added by a person, and undos of a part; all that shape 1 says means the same in it.
  (record) => record,
]

/** The shape records are written in now. */
export const SCHEMA = migrations.length + 1

/**
 * Leads a record to the newest shape; what is stored stays as it is.
 * Missing: `newer` for a shape this version does not know, `null` for what never was a shape.
 */
export function migrate(
  record: RawRecord,
  steps: readonly Migration[] = migrations,
): RawRecord | 'newer' | null {
  const { schema } = record
  if (typeof schema !== 'number' || !Number.isSafeInteger(schema) || schema < 1) return null
  if (schema > steps.length + 1) return 'newer'
  return steps.slice(schema - 1).reduce((at, step, i) => ({ ...step(at), schema: schema + i + 1 }), record)
}
