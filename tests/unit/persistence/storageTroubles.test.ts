import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aDraft } from '../../support/log.ts'
import { aMachine, aMachineWithLog, anEdit, holdClock, numbersIn, patiently } from '../../support/machine.ts'
import { holdOpenings } from '../../support/openings.ts'

beforeEach(holdClock)
afterEach(() => {
  vi.useRealTimers()
})

describe('without a storage', () => {
  const absences: readonly [string, () => void][] = [
    ['is none', () => Reflect.deleteProperty(globalThis, 'indexedDB')],
    [
      'is refused',
      () =>
        Object.defineProperty(globalThis, 'indexedDB', {
          configurable: true,
          get: () => {
            throw new DOMException('denied', 'SecurityError')
          },
        }),
    ],
    [
      'breaks when it is opened',
      () => {
        indexedDB.open = () => {
          throw new DOMException('internal', 'UnknownError')
        }
      },
    ],
    [
      'gives something strange',
      () => {
        indexedDB.open = () => ({}) as IDBOpenDBRequest
      },
    ],
  ]

  it.each(absences)('keeps the log in memory when there %s, and says so', async (_, spoil) => {
    const machine = aMachine()
    spoil()
    const window = await machine.openWindow()
    expect(window.state()).toMatchObject({ keeping: 'memory', trouble: 'no-storage', revisions: [] })
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: true, durable: false })
    expect(numbersIn(window)).toEqual([1])
    expect(await window.raw()).toBeNull()
    Reflect.deleteProperty(globalThis, 'indexedDB')
  })

  it('refuses in memory, too, what could not be written', async () => {
    const machine = aMachine()
    Reflect.deleteProperty(globalThis, 'indexedDB')
    const window = await machine.openWindow()
    expect(await patiently(window.append(aDraft([])))).toMatchObject({ kept: false, why: 'failed' })
  })

  it('leaves the sentinel alone: the entries are there, only out of reach', async () => {
    const machine = await aMachineWithLog()
    indexedDB.open = () => {
      throw new DOMException('internal', 'UnknownError')
    }
    const window = await machine.openWindow()
    await patiently(window.append(anEdit('5')))
    expect(machine.small.sentinel).toEqual({ last: 3, count: 3, unreadable: 0 })
  })
})

describe('a storage that does not answer', () => {
  it('holds the page up for three seconds and no longer', async () => {
    const machine = await aMachineWithLog()
    holdOpenings()
    const window = machine.newWindow()
    let isOpen = false
    void window.open().then(() => {
      isOpen = true
    })
    await vi.advanceTimersByTimeAsync(2900)
    expect(isOpen).toBe(false)
    expect(window.state().trouble).toBeNull()
    await vi.advanceTimersByTimeAsync(200)
    expect(isOpen).toBe(true)
    expect(window.state()).toMatchObject({ keeping: 'memory', trouble: 'no-answer' })
  })

  it('is taken over by itself when it answers after all', async () => {
    const machine = await aMachineWithLog()
    const { release } = holdOpenings()
    const window = await machine.openWindow()
    expect(numbersIn(window)).toEqual([])
    release()
    await machine.settled()
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
    expect(numbersIn(window)).toEqual([1, 2, 3])
  })

  it('is not mixed with what was kept in memory meanwhile; both stay whole', async () => {
    const machine = await aMachineWithLog()
    const { release } = holdOpenings()
    const window = await machine.openWindow()
    await patiently(window.append(anEdit('5')))
    release()
    await machine.settled()
    expect(window.state()).toMatchObject({ keeping: 'memory', trouble: 'no-answer' })
    await patiently(window.retry())
    expect(window.state()).toMatchObject({ keeping: 'memory', trouble: 'no-answer' })
    expect(window.state().revisions).toHaveLength(1)
    expect((await machine.records()).size).toBe(3)
  })

  it('gets what was kept in memory when somebody asks for it and it holds nothing of its own', async () => {
    const machine = aMachine()
    const { release } = holdOpenings()
    const window = await machine.openWindow()
    await patiently(window.append(anEdit('5')))
    release()
    await machine.settled()
    await patiently(window.retry())
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
    expect(numbersIn(await machine.openWindow())).toEqual([1])
  })
})

describe('several editions of the database', () => {
  it('are waited for, and the page goes on by itself when nobody is in the way any more', async () => {
    const machine = aMachine()
    const stubborn = await machine.holdOpen(1)
    const deletion = machine.delete() // waits for the stubborn window, and everybody else waits for it
    await machine.settled()
    const window = await machine.openWindow()
    expect(window.state()).toMatchObject({ keeping: 'memory', trouble: 'no-answer' })
    stubborn.close()
    await deletion
    await machine.settled()
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
  })

  it('are named while another window has an older one open, without waiting for three seconds', async () => {
    const machine = await aMachineWithLog()
    const { block, release } = holdOpenings()
    const window = machine.newWindow()
    let isOpen = false
    const opened = window.open().then(() => {
      isOpen = true
    })
    await machine.settled()
    expect(isOpen).toBe(false)
    block()
    await opened
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'blocked' })
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: false, why: 'read-only' })
    release()
    await machine.settled()
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
    expect(numbersIn(window)).toEqual([1, 2, 3])
  })

  it('make an open window close its own, stop writing and say so', async () => {
    const machine = await aMachineWithLog()
    const window = await machine.openWindow()
    const newer = await machine.holdOpen(2)
    await machine.settled()
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'superseded' })
    expect(numbersIn(window)).toEqual([1, 2, 3])
    expect(await patiently(window.append(anEdit('5')))).toMatchObject({ kept: false, why: 'read-only' })
    await patiently(window.retry())
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'newer' })
    newer.close()
  })

  it('do not stand in the way of a deletion; afterwards the window can keep what it knows', async () => {
    const machine = await aMachineWithLog()
    const window = await machine.openWindow()
    await machine.delete()
    await machine.settled()
    expect(window.state()).toMatchObject({ keeping: 'read-only', trouble: 'superseded' })
    await patiently(window.retry())
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
    expect((await machine.records()).size).toBe(3)
  })
})
