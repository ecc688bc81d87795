import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SCHEMA } from '#persistence/migrations.ts'
import { readRecord } from '#persistence/records.ts'
import { aDraft, aFigureChange } from '../../support/log.ts'
import { aMachine, holdClock, patiently } from '../../support/machine.ts'

/** An edit of one figure; another `id` is another figure. */
const draft = (value: string | null, { id = 'cases', before = null as string | null } = {}) =>
  aDraft([aFigureChange(id, 2024, before, value)], { author: '甲', reason: '核对' })

beforeEach(holdClock)
afterEach(() => {
  vi.useRealTimers()
})

describe('a log on the machine', () => {
  it('is there when the page is opened again', async () => {
    const machine = aMachine()
    const first = await machine.openWindow()
    const outcome = await patiently(first.append(draft('5')))
    expect(outcome).toMatchObject({ kept: true, durable: true, revision: { number: 1, author: '甲' } })
    const second = await machine.openWindow()
    expect(second.state()).toEqual({
      revisions: first.state().revisions,
      keeping: 'disk',
      trouble: null,
      unreadable: 0,
    })
  })

  it('holds an entry in the state before the one who asked is told', async () => {
    const window = await aMachine().openWindow()
    const outcome = await patiently(window.append(draft('5')))
    expect(window.state().revisions).toEqual([outcome.kept && outcome.revision])
  })

  it('counts without gaps, in the order of the asking, even when all is asked at once', async () => {
    const machine = aMachine()
    const window = await machine.openWindow()
    const ids = ['a', 'b', 'c', 'd', 'e']
    await patiently(Promise.all(ids.map((id) => window.append(draft('1', { id })))))
    expect(window.state().revisions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(window.state().revisions.map(({ changes }) => changes[0])).toMatchObject(
      ids.map((indicator) => ({ indicator })),
    )
    expect([...(await machine.records()).keys()]).toEqual([1, 2, 3, 4, 5])
  })

  it('is written record by record, each with the number of its shape', async () => {
    const machine = aMachine()
    const window = await machine.openWindow()
    await patiently(window.append(draft('5')))
    const records = await machine.records()
    expect(records.get(1)).toMatchObject({ schema: SCHEMA, number: 1 })
    expect(readRecord(1, records.get(1))).toEqual({ ok: true, revision: window.state().revisions[0] })
  })

  it('counts on when the clock is set back', async () => {
    const machine = aMachine()
    const window = await machine.openWindow()
    vi.setSystemTime(new Date('2099-01-01'))
    await patiently(window.append(draft('5')))
    vi.setSystemTime(new Date('1999-01-01'))
    await patiently(window.append(draft('6', { before: '5' })))
    const again = await machine.openWindow()
    expect(again.state().revisions.map(({ number, time }) => [number, time.slice(0, 4)])).toEqual([
      [1, '2099'],
      [2, '1999'],
    ])
  })

  it('takes nothing that could not be read again', async () => {
    const machine = aMachine()
    const window = await machine.openWindow()
    const outcome = await patiently(window.append(aDraft([], { reason: '没有修改' })))
    expect(outcome).toEqual({ kept: false, why: 'failed', elsewhere: [] })
    expect((await machine.records()).size).toBe(0)
  })

  it('asks for the strict kind of writing', async () => {
    const window = await aMachine().openWindow()
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await patiently(window.append(draft('5')))
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes.map(([, , options]) => options)).toEqual([{ durability: 'strict' }])
    transaction.mockRestore()
  })
})

describe('two windows', () => {
  it('see each other’s entries', async () => {
    const machine = aMachine()
    const [one, two] = [await machine.openWindow(), await machine.openWindow()]
    await patiently(one.append(draft('5')))
    await machine.settled()
    expect(two.state().revisions).toEqual(one.state().revisions)
    await patiently(two.append(draft('6', { before: '5' })))
    await machine.settled()
    expect(one.state().revisions.map(({ number }) => number)).toEqual([1, 2])
  })

  it('both add when they change different figures, though neither has heard of the other', async () => {
    const machine = aMachine()
    const [one, two] = [await machine.openWindow(), await machine.openWindow()]
    const outcomes = await patiently(
      Promise.all([one.append(draft('1', { id: 'a' })), two.append(draft('2', { id: 'b' }))]),
    )
    expect(outcomes).toMatchObject([
      { kept: true, revision: { number: 1 } },
      { kept: true, revision: { number: 2 } },
    ])
    await machine.settled()
    expect(one.state().revisions).toEqual(two.state().revisions)
    expect(one.state().revisions).toHaveLength(2)
  })

  it('do not both change the same figure: the second is told what the first wrote, and can then follow', async () => {
    const machine = aMachine()
    const [one, two] = [await machine.openWindow(), await machine.openWindow()]
    const [, refused] = await patiently(Promise.all([one.append(draft('1')), two.append(draft('2'))]))
    expect(refused).toEqual({
      kept: false,
      why: 'elsewhere',
      elsewhere: [aFigureChange('cases', 2024, null, '1')],
    })
    expect(two.state().revisions).toEqual(one.state().revisions)
    expect((await machine.records()).size).toBe(1)
    expect(await patiently(two.append(draft('2', { before: '1' })))).toMatchObject({ kept: true })
  })

  it('meet in one of several changes: then none of them is added', async () => {
    const machine = aMachine()
    const [one, two] = [await machine.openWindow(), await machine.openWindow()]
    const many = aDraft([
      aFigureChange('a', 2024, null, '1'),
      aFigureChange('b', 2024, null, '2'),
      aFigureChange('c', 2024, null, '3'),
    ])
    const [, refused] = await patiently(Promise.all([one.append(draft('9', { id: 'b' })), two.append(many)]))
    expect(refused).toMatchObject({ kept: false, why: 'elsewhere', elsewhere: [{ indicator: 'b' }] })
    expect((await machine.records()).size).toBe(1)
  })

  it('meet, too, when the news of the first arrives while the draft of the second waits for its turn', async () => {
    const machine = aMachine()
    const [one, two] = [await machine.openWindow(), await machine.openWindow()]
    machine.small.isLineDown = true
    await patiently(one.append(draft('1')))
    machine.signal(1)
    const outcome = await patiently(two.append(draft('2')))
    expect(outcome).toMatchObject({ kept: false, why: 'elsewhere', elsewhere: [{ after: { value: '1' } }] })
    expect(two.state().revisions).toEqual(one.state().revisions)
    expect((await machine.records()).size).toBe(1)
  })

  it('read the log once more after any sign, and a thousand signs cost one reading', async () => {
    const machine = aMachine()
    const [one, two] = [await machine.openWindow(), await machine.openWindow()]
    const states: number[] = []
    two.watch(({ revisions }) => states.push(revisions.length))
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    await patiently(one.append(draft('5')))
    await machine.settled()
    getAll.mockClear()
    machine.signal(1000)
    await machine.settled()
    expect(getAll.mock.calls.length).toBeLessThanOrEqual(4)
    expect(states).toEqual([0, 1])
    getAll.mockRestore()
  })
})
