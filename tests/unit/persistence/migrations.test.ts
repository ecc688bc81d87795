import { describe, expect, it } from 'vitest'
import { type Migration, migrate, SCHEMA } from '#persistence/migrations.ts'
import { frozen } from '../../support/frozen.ts'

/** Three steps such as later versions may need: a field more, a field renamed, a value rewritten. */
const steps: readonly Migration[] = [
  (record) => ({ ...record, source: '' }),
  ({ author, ...record }) => ({ ...record, by: author }),
  (record) => ({ ...record, kind: record.kind === 'edit' ? 'change' : record.kind }),
]

const shapes = [
  { schema: 1, number: 7, kind: 'edit', author: '甲' },
  { schema: 2, number: 7, kind: 'edit', author: '甲', source: '' },
  { schema: 3, number: 7, kind: 'edit', by: '甲', source: '' },
  { schema: 4, number: 7, kind: 'change', by: '甲', source: '' },
] as const

describe('migrate', () => {
  it.each([0, 1, 2])('leads from a shape to the next one, step %i', (at) => {
    expect(migrate(shapes[at] ?? {}, steps.slice(0, at + 1))).toEqual(shapes[at + 1])
  })

  it.each([0, 1, 2, 3])('leads from any shape to the newest, from index %i', (at) => {
    expect(migrate(shapes[at] ?? {}, steps)).toEqual(shapes[3])
  })

  it('leaves the record it is given as it is', () => {
    const record = frozen({ ...shapes[0] })
    expect(migrate(record, steps)).toEqual(shapes[3])
    expect(record).toEqual(shapes[0])
  })

  it('knows a shape of a later version', () => {
    expect(migrate({ schema: 5 }, steps)).toBe('newer')
    expect(migrate({ schema: SCHEMA + 1 })).toBe('newer')
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1', null, undefined, {}, []])(
    'takes %j for no shape at all',
    (schema) => {
      expect(migrate({ schema }, steps)).toBeNull()
    },
  )

  it('leaves a record of the newest shape alone', () => {
    expect(migrate({ schema: SCHEMA, number: 1 })).toEqual({ schema: SCHEMA, number: 1 })
  })
})
