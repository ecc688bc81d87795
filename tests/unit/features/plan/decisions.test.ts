import { expect, it } from 'vitest'
import { inverse, type LoggedChange, type Revision } from '#domain/revision.ts'
import { decisionsIn } from '#features/plan/decisions.ts'
import { asYear } from '../../../support/data.ts'

const SUBJECT = 'plan|2023|打算|3'
const change = (from: string, to: string): LoggedChange => ({
  what: 'plan',
  year: asYear(2023),
  kind: '打算',
  number: 3,
  before: { state: '已有对应表述', nextQuote: from },
  after: { state: '已有对应表述', nextQuote: to },
})
const aRevision = (number: number, rest: Partial<Revision>): Revision => ({
  number,
  time: '2025-03-01T01:00:00.000Z',
  kind: 'edit',
  author: '张三',
  reason: '核对',
  file: '',
  encoding: '',
  undoes: null,
  changes: [],
  ...rest,
})
const first = aRevision(1, { changes: [change('', '甲')] })
const second = aRevision(2, { changes: [change('甲', '乙')] })
const undoOf = (number: number, undone: Revision): Revision =>
  aRevision(number, { kind: 'undo', undoes: undone.number, changes: undone.changes.map(inverse) })

it('an answer comes from the last entry that gave it', () => {
  expect(decisionsIn([first, second]).get(SUBJECT)).toMatchObject({
    revision: { number: 2 },
    answer: { nextQuote: '乙' },
  })
})

it('an entry that was taken back gives nothing, until it is brought back', () => {
  const undo = undoOf(3, second)
  expect(decisionsIn([first, second, undo]).get(SUBJECT)?.revision.number).toBe(1)
  expect(decisionsIn([first, second, undo, undoOf(4, undo)]).get(SUBJECT)?.revision.number).toBe(2)
  expect(decisionsIn([first, undoOf(2, first)]).size).toBe(0)
})

it('other changes of the log decide nothing', () => {
  const year = { what: 'year', year: asYear(2024), before: 'open', after: 'finished' } as const
  expect(decisionsIn([aRevision(1, { changes: [year] })]).size).toBe(0)
})
