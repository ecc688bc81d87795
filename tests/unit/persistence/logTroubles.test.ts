import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SCHEMA } from '#persistence/migrations.ts'
import { toRecord } from '#persistence/records.ts'
import {
  aMachine,
  aMachineWithLog,
  anEdit,
  holdClock,
  type Machine,
  numbersIn,
  patiently,
  threeEntries,
} from '../../support/machine.ts'

beforeEach(holdClock)
afterEach(() => {
  vi.useRealTimers()
})

describe('damaged records', () => {
  it('are left out, counted and kept, and nothing is written until somebody goes on', async () => {
    const machine = await aMachineWithLog()
    await machine.put(2, { schema: 1, number: 2, reason: Number.NaN })
    const window = await machine.openWindow()
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'damaged', unreadable: 1 })
    expect(numbersIn(window)).toEqual([1, 3])
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: false, why: 'read-only' })
    await patiently(window.resume())
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null, unreadable: 1 })
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: true, revision: { number: 4 } })
    expect((await machine.records()).get(2)).toEqual({ schema: 1, number: 2, reason: Number.NaN })
  })

  it('are told of once: not again after the next start, but again when there are more', async () => {
    const machine = await aMachineWithLog()
    await machine.put(2, 'rubbish')
    await patiently((await machine.openWindow()).resume())
    const second = await machine.openWindow()
    expect(second.state()).toMatchObject({ keeping: 'disk', trouble: null, unreadable: 1 })
    await machine.put(3, 'rubbish')
    expect((await machine.openWindow()).state()).toMatchObject({ trouble: 'damaged', unreadable: 2 })
  })

  it('can be taken out word for word, whatever they are', async () => {
    const machine = await aMachineWithLog()
    await machine.put(2, { a: Number.NaN, b: 5n, c: new Map([['x', 1]]), d: undefined })
    const window = await machine.openWindow()
    const raw: { key: unknown; value: unknown }[] = JSON.parse((await patiently(window.raw())) ?? '')
    expect(raw.map(({ key }) => key)).toEqual([1, 2, 3])
    expect(raw[1]?.value).toEqual({ a: 'NaN', b: '5', c: [['x', 1]], d: 'undefined' })
  })

  it.each<[string, IDBValidKey, number]>([
    ['text', 'abc', 4],
    ['a date', new Date(0), 4],
    ['a fraction', 2.5, 4],
    ['a fraction behind all', 3.5, 5],
    ['zero', 0, 4],
    ['a negative number', -7, 4],
  ])('include whatever lies under %s for a number', async (_, key, next) => {
    const machine = await aMachineWithLog()
    await machine.put(key, toRecord(threeEntries[0] as (typeof threeEntries)[0]))
    const window = await machine.openWindow()
    expect(window.state()).toMatchObject({ trouble: 'damaged', unreadable: 1 })
    expect(numbersIn(window)).toEqual([1, 2, 3])
    await patiently(window.resume())
    const outcome = await patiently(window.append(anEdit('5')))
    expect(outcome).toMatchObject({ kept: true, revision: { number: next } })
    expect((await machine.openWindow()).state()).toMatchObject({ keeping: 'disk', trouble: null })
  })

  it('stop a window that meets them while it is open, before it writes', async () => {
    const machine = await aMachineWithLog()
    const window = await machine.openWindow()
    await machine.put(4, { schema: 1, number: 4 })
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: false, why: 'read-only' })
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'damaged', unreadable: 1 })
    expect((await machine.records()).size).toBe(4)
  })
})

describe('records of a newer version', () => {
  it('make the log read-only; what can be read is shown and nothing is changed', async () => {
    const machine = await aMachineWithLog()
    await machine.put(3, { schema: SCHEMA + 1, number: 3 })
    const window = await machine.openWindow()
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'newer', unreadable: 1 })
    expect(numbersIn(window)).toEqual([1, 2])
    await patiently(window.resume())
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: false, why: 'read-only' })
    expect(JSON.parse((await patiently(window.raw())) ?? '')).toHaveLength(3)
  })

  it('stop a window that meets them while it is open', async () => {
    const machine = await aMachineWithLog()
    const window = await machine.openWindow()
    await machine.put(4, { schema: SCHEMA + 1, number: 4 })
    machine.signal(1)
    await machine.settled()
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'newer', unreadable: 1 })
  })

  it('may lie in a newer database, which is read as far as it goes and never written to', async () => {
    const machine = await aMachineWithLog()
    ;(await machine.holdOpen(99)).close()
    const window = await machine.openWindow()
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'newer' })
    expect(numbersIn(window)).toEqual([1, 2, 3])
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: false, why: 'read-only' })
    expect(JSON.parse((await patiently(window.raw())) ?? '')).toHaveLength(3)
  })

  it('may lie in a newer database that keeps its log elsewhere', async () => {
    const machine = aMachine()
    const opening = indexedDB.open('log', 99)
    await new Promise((resolve) => {
      opening.onsuccess = resolve
    })
    opening.result.close()
    expect((await machine.openWindow()).state()).toMatchObject({ keeping: 'read-only', trouble: 'newer' })
  })
})

describe('a log that is less than it was', () => {
  it.each<[string, (machine: Machine) => Promise<unknown>, readonly number[]]>([
    ['all of it is gone', (machine) => machine.wipe(), []],
    ['the database itself is gone', (machine) => machine.delete(), []],
    ['its end is gone', (machine) => machine.remove(3), [1, 2]],
    ['one of its middle is gone', (machine) => machine.remove(2), [1, 3]],
  ])('is said to be lost when %s; nothing is written until somebody goes on', async (_, lose, left) => {
    const machine = await aMachineWithLog()
    await lose(machine)
    const window = await machine.openWindow()
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'lost' })
    expect(numbersIn(window)).toEqual(left)
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: false, why: 'read-only' })
    expect((await machine.openWindow()).state().trouble).toBe('lost')
    await patiently(window.resume())
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: true })
    expect((await machine.openWindow()).state()).toMatchObject({ keeping: 'disk', trouble: null })
  })

  it('is noticed by its gap even where the sentinel is gone too', async () => {
    const machine = await aMachineWithLog()
    machine.small.sentinel = null
    await machine.remove(2)
    expect((await machine.openWindow()).state().trouble).toBe('lost')
  })

  it('is not suspected without a sentinel, nor with one that is behind', async () => {
    const machine = await aMachineWithLog()
    for (const sentinel of [null, { last: 2, count: 2, unreadable: 0 }]) {
      machine.small.sentinel = sentinel
      const window = await machine.openWindow()
      expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
      expect(machine.small.sentinel).toEqual({ last: 3, count: 3, unreadable: 0 })
    }
  })

  it('is not suspected by a window that opens while another one writes', async () => {
    const machine = await aMachineWithLog()
    const writer = await machine.openWindow()
    const [, opened] = await Promise.all([
      patiently(writer.append(anEdit('5'))),
      machine.openWindow(),
      machine.settled(),
    ])
    expect(opened.state().trouble).toBeNull()
  })

  it('is accepted by every window when one of them goes on', async () => {
    const machine = await aMachineWithLog()
    await machine.wipe()
    const [one, two] = [await machine.openWindow(), await machine.openWindow()]
    await patiently(one.resume())
    machine.signal(1)
    await machine.settled()
    expect(two.state()).toMatchObject({ keeping: 'disk', trouble: null })
  })

  it('is accepted for as long as the window is open where nothing can be noted', async () => {
    const machine = await aMachineWithLog()
    await machine.wipe()
    machine.small.isRefused = true
    const window = await machine.openWindow()
    await patiently(window.resume())
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: true, durable: true })
    machine.signal(1)
    await machine.settled()
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
  })

  it('is said after the damage that hides it', async () => {
    const machine = await aMachineWithLog()
    await machine.remove(2)
    await machine.put(3, 'rubbish')
    const window = await machine.openWindow()
    expect(window.state().trouble).toBe('damaged')
    await patiently(window.resume())
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'lost' })
    await patiently(window.resume())
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
  })
})

describe('a database taken away while the page is open', () => {
  it('is opened again without a word when nothing is missing', async () => {
    const machine = await aMachineWithLog()
    const window = await machine.openWindow()
    await machine.takeAway({ wipe: false })
    await machine.settled()
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: true, durable: true })
  })

  it('leaves all in memory when it was emptied, and gets it back when somebody asks', async () => {
    const machine = await aMachineWithLog()
    const window = await machine.openWindow()
    await machine.takeAway({ wipe: true })
    await machine.settled()
    expect(window.state()).toMatchObject({ keeping: 'memory', trouble: 'closed' })
    expect(numbersIn(window)).toEqual([1, 2, 3])
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: true, durable: false })
    expect((await machine.records()).size).toBe(0)
    await patiently(window.retry())
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
    const again = await machine.openWindow()
    expect(again.state().revisions).toEqual(window.state().revisions)
    expect(numbersIn(again)).toEqual([1, 2, 3, 4])
  })

  it('is noticed before a write when it was emptied without a sign', async () => {
    const machine = await aMachineWithLog()
    const window = await machine.openWindow()
    await machine.wipe()
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: false })
    expect(window.state()).toMatchObject({ keeping: 'memory', trouble: 'closed' })
    expect(numbersIn(window)).toEqual([1, 2, 3])
    expect((await machine.records()).size).toBe(0)
  })
})
