import { describe, expect, it } from 'vitest'
import {
  type Action,
  type ImportSession,
  type Item,
  isUnwritten,
  NEW_SESSION,
  nextItem,
  nextSession,
  withChoice,
} from '#features/importing/session.ts'
import { NO_CHOICES } from '#importing/upload/reading.ts'
import { asYear } from '../../../support/data.ts'
import { aShownReading } from '../../../support/shownReading.ts'

const anItem = (id: number): Item => ({ id, name: `${id}.csv`, size: 10, state: 'waiting' })

const after = (...actions: readonly Action[]): ImportSession => actions.reduce(nextSession, NEW_SESSION)

const BEGUN: readonly Action[] = [
  { is: 'added', items: [anItem(1), anItem(2)] },
  { is: 'began', id: 1 },
  { is: 'read', reading: aShownReading() },
]

describe('the files of a session', () => {
  it('are worked on one at a time, in the order they were given', () => {
    const session = after(...BEGUN)
    expect(session.items.map(({ state }) => state)).toEqual(['current', 'waiting'])
    expect(nextItem(session)?.id).toBe(2)
  })

  it('leave nothing of their choices behind for the next one', () => {
    const session = after(
      ...BEGUN,
      { is: 'chose', choice: { what: 'skip', rows: [3] } },
      { is: 'ticked', keys: ['a'], on: true },
      { is: 'confirmed', keys: ['b'], on: true },
      { is: 'year', year: asYear(2031), entry: 'finished' },
      { is: 'typed', field: 'reason', text: '原因' },
      { is: 'left' },
      { is: 'began', id: 2 },
    )
    expect(session).toMatchObject({ current: 2, choices: NO_CHOICES, reason: null, reading: null })
    expect(session.ticked.size + session.confirmed.size + session.years.size).toBe(0)
    expect(session.items[0]?.state).toBe('left')
  })

  it('keep who imports from one to the next', () => {
    const session = after(...BEGUN, { is: 'typed', field: 'author', text: '张三' }, { is: 'left' })
    expect(session.author).toBe('张三')
  })

  it('are said to be written with what became of them, until the next is begun', () => {
    const written = { file: '1.csv', revision: 4, count: 2, durable: true, years: [asYear(2031)] }
    const session = after(...BEGUN, { is: 'saving' }, { is: 'saved', written })
    expect(session).toMatchObject({ current: null, written, saving: { at: 'idle' } })
    expect(session.items[0]?.state).toBe('written')
    expect(nextSession(session, { is: 'began', id: 2 }).written).toBeNull()
  })

  it('show no reading that arrives after they are gone', () => {
    const late: Action = { is: 'read', reading: aShownReading() }
    expect(after(...BEGUN, { is: 'left' }, late).reading).toBeNull()
    const failed: Action = { is: 'not-read', failure: { why: 'program', raw: '' } }
    expect(after(...BEGUN, { is: 'left' }, failed).failure).toBeNull()
  })

  it('hold the page only while one is at work', () => {
    expect(isUnwritten(NEW_SESSION)).toBe(false)
    expect(isUnwritten(after(...BEGUN))).toBe(true)
    expect(isUnwritten(after(...BEGUN, { is: 'left' }))).toBe(false)
  })
})

describe('what was chosen', () => {
  const CHOSEN = {
    ...NO_CHOICES,
    year: asYear(2031),
    headerRow: 3,
    columns: new Map([[0, { is: 'ignored' } as const]]),
    names: new Map([['名称', { is: 'left-out' } as const]]),
    fixes: new Map([['4:1', '98']]),
    skipped: new Set([5]),
  }

  it('about columns does not outlive another header row or layout, but the answers to names do', () => {
    for (const choice of [{ what: 'header', to: 2 } as const, { what: 'layout', to: 'wide' } as const]) {
      const next = withChoice(CHOSEN, choice)
      expect(next.columns.size).toBe(0)
      expect(next.names).toEqual(CHOSEN.names)
      expect(next.fixes).toEqual(CHOSEN.fixes)
    }
  })

  it('about rows and cells does not outlive another sheet', () => {
    const next = withChoice(CHOSEN, { what: 'sheet', to: 1 })
    expect(next).toMatchObject({ sheet: 1, headerRow: null, layout: null })
    expect(next.fixes.size + next.skipped.size + next.columns.size).toBe(0)
  })

  it('of another encoding is begun anew but for the year', () => {
    const next = withChoice(CHOSEN, { what: 'encoding', to: 'big5' })
    expect(next).toEqual({ ...NO_CHOICES, encoding: 'big5', year: asYear(2031) })
  })

  it('takes a row in again when one of its cells is put right', () => {
    const next = withChoice(CHOSEN, { what: 'fix', row: 5, cell: '5:2', text: '7' })
    expect(next.skipped.size).toBe(0)
    expect(next.fixes.get('5:2')).toBe('7')
    expect(withChoice(next, { what: 'unfix', cells: ['5:2'] }).fixes).toEqual(CHOSEN.fixes)
  })

  it('can be taken back: rows, names and columns', () => {
    const rows = withChoice(CHOSEN, { what: 'skip', rows: [7, 8] })
    expect([...rows.skipped]).toEqual([5, 7, 8])
    expect([...withChoice(rows, { what: 'unskip', rows: [5, 8] }).skipped]).toEqual([7])
    expect(withChoice(CHOSEN, { what: 'names', names: ['名称'], to: null }).names.size).toBe(0)
    expect(withChoice(CHOSEN, { what: 'column', place: 0, to: null }).columns.size).toBe(0)
  })

  it('is written once more after a failure was shown', () => {
    const failed = after(...BEGUN, { is: 'not-saved', why: 'full' })
    expect(failed.saving).toEqual({ at: 'failed', why: 'full' })
    const chosen = nextSession(failed, { is: 'chose', choice: { what: 'year', to: asYear(2031) } })
    expect(chosen.saving).toEqual({ at: 'idle' })
  })
})
