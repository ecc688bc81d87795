import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Revision } from '#domain/revision.ts'
import { SCHEMA } from '#persistence/migrations.ts'
import { readRecord, toRecord } from '#persistence/records.ts'
import { aDraft, aFigureChange, aLog, appended, revisionIn, undone } from '../../support/log.ts'

type Raw = Record<string, unknown>

/** Records as a version wrote them; never changed, or old logs could no longer be read. */
const ofVersion = (version: number): readonly Raw[] =>
  JSON.parse(readFileSync(`tests/fixtures/log/version-${version}.json`, 'utf8'))

const change = () => aFigureChange('cases', 2024, '5', '6')
const plain = (): Revision => revisionIn(aLog([change()]), 1)
const record = (): Raw => JSON.parse(JSON.stringify(toRecord(plain())))

/** The record with one of its values replaced, wherever it is. */
function withValue(path: readonly (string | number)[], value: unknown): Raw {
  const raw = record()
  let at: unknown = raw
  for (const key of path.slice(0, -1)) at = (at as Raw)[key]
  const last = path[path.length - 1] ?? ''
  if (value === undefined) delete (at as Raw)[last]
  else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true })
  return raw
}

describe.each([1, 2])('records of version %i', (version) => {
  it.each(ofVersion(version).map((raw) => [raw.number, raw]))(
    'are read to the last word, number %s',
    (number, raw) => {
      const { schema, ...revision } = raw as Raw
      expect(schema).toBe(version)
      expect(readRecord(number, raw)).toEqual({ ok: true, revision })
    },
  )

  it('hold every kind of revision and of change there was', () => {
    const revisions = ofVersion(version) as unknown as readonly Revision[]
    expect(new Set(revisions.map(({ kind }) => kind))).toEqual(new Set(['edit', 'import', 'undo', 'restore']))
    const changes = revisions.flatMap((revision) => revision.changes)
    const known = ['figure', 'plan', 'year', 'indicator', ...(version > 1 ? ['added'] : [])]
    expect(new Set(changes.map(({ what }) => what))).toEqual(new Set(known))
  })
})

describe('toRecord and readRecord', () => {
  it('give back what was put in', () => {
    let log = aLog([change()], [aFigureChange('cases', 2025, null, '40余')])
    log = undone(log, 2)
    log = appended(log, aDraft([aFigureChange('cases', 2026, null, '1')], { kind: 'import', file: 'a.csv' }))
    for (const revision of log)
      expect(readRecord(revision.number, JSON.parse(JSON.stringify(toRecord(revision))))).toEqual({
        ok: true,
        revision,
      })
  })

  it('write the number of their shape', () => {
    expect(toRecord(plain()).schema).toBe(SCHEMA)
  })

  it('refuse to write what could not be read again', () => {
    expect(() => toRecord({ ...plain(), reason: 'x'.repeat(100_001) })).toThrow()
    expect(() => toRecord({ ...plain(), changes: [] })).toThrow()
    expect(() => toRecord({ ...plain(), changes: [change(), change()] })).toThrow()
  })

  it('take a record of a later version for newer, not for damaged', () => {
    expect(readRecord(1, { schema: SCHEMA + 1, anything: 'else' })).toEqual({ ok: false, why: 'newer' })
  })

  it('lead a record of an older shape to the present one first', () => {
    const { author: _, ...newest } = record()
    const older = { ...newest, schema: 1 }
    const steps = [(raw: Readonly<Raw>) => ({ ...raw, author: '不详' })]
    const read = readRecord(1, older, steps)
    expect(read).toMatchObject({ ok: true, revision: { number: 1, author: '不详' } })
  })

  it('survive a step that fails', () => {
    const steps = [
      () => {
        throw new Error('step')
      },
    ]
    expect(readRecord(1, { ...record(), schema: 1 }, steps)).toEqual({ ok: false, why: 'damaged' })
  })

  it.each<[string, unknown]>([
    ['text', '{"schema":1}'],
    ['a number', 5],
    ['nothing', undefined],
    ['null', null],
    ['a list', [record()]],
    ['a map', new Map(Object.entries(record()))],
    ['an empty object', {}],
    ['a date', new Date(0)],
  ])('count %s as damaged', (_, raw) => {
    expect(readRecord(1, raw)).toEqual({ ok: false, why: 'damaged' })
  })

  it.each<[string, readonly (string | number)[], unknown]>([
    ['without a number', ['number'], undefined],
    ['with NaN for a number', ['number'], Number.NaN],
    ['with its number as text', ['number'], '1'],
    ['with another number than its key', ['number'], 2],
    ['with a time that is none', ['time'], '昨天'],
    ['with a day that is none', ['time'], '2024-99-99T00:00:00.000Z'],
    ['of an unknown kind', ['kind'], 'delete'],
    ['with a kind from the prototype', ['kind'], 'constructor'],
    ['with a text of ten million characters', ['reason'], 'x'.repeat(10_000_000)],
    ['with an object for a text', ['author'], { toString: 'x' }],
    ['that undoes something without being an undo', ['undoes'], 1],
    ['without changes', ['changes'], []],
    ['with an object for the list of changes', ['changes'], { 0: change(), length: 1 }],
    ['with a key nobody wrote', ['extra'], true],
    ['with a key __proto__', ['__proto__'], { isAdmin: true }],
    ['whose change is of an unknown kind', ['changes', 0, 'what'], 'hasOwnProperty'],
    ['whose change names no indicator', ['changes', 0, 'indicator'], ''],
    ['whose change has a year of five digits', ['changes', 0, 'year'], 20_240],
    ['whose change has a year as text', ['changes', 0, 'year'], '2024'],
    ['whose change has a broken year', ['changes', 0, 'year'], 2_024.5],
    ['whose entry has a number for its value', ['changes', 0, 'after', 'value'], 6],
    ['whose entry has an unknown status', ['changes', 0, 'after', 'status'], '可能'],
    ['whose entry lacks its quote', ['changes', 0, 'after', 'quote'], undefined],
    ['whose entry has a key __proto__', ['changes', 0, 'after', '__proto__'], {}],
    ['whose entry is undefined', ['changes', 0, 'after'], undefined],
  ])('count a record %s as damaged', (_, path, value) => {
    expect(readRecord(1, withValue(path, value))).toEqual({ ok: false, why: 'damaged' })
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('count an undo of itself, or of something later, as damaged', () => {
    for (const undoes of [1, 2, null])
      expect(readRecord(1, { ...record(), kind: 'undo', undoes })).toEqual({ ok: false, why: 'damaged' })
  })

  it('count a hole in the list of changes as damaged', () => {
    const changes: unknown[] = [change()]
    changes.length = 2
    expect(readRecord(1, { ...record(), changes })).toEqual({ ok: false, why: 'damaged' })
  })
})
