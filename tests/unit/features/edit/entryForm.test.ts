import { describe, expect, it } from 'vitest'
import {
  currentEntry,
  type EntryFields,
  figureSubject,
  readForm,
  sameFields,
  startingFields,
} from '#features/edit/entryForm.ts'
import { aDataset, anIndicator, asYear } from '../../../support/data.ts'
import { anEntry } from '../../../support/log.ts'

const indicator = anIndicator()
const dataset = aDataset({ indicators: [indicator], figures: { cases: { 2023: '700' } } })
const slotOf = (year: number) => ({ dataset, indicator, year: asYear(year) })
const RUN = { reason: '录入', author: '张三' }

const read = (year: number, typed: Partial<EntryFields>) => {
  const slot = slotOf(year)
  return readForm(slot, { ...startingFields(indicator, currentEntry(slot), RUN), ...typed })
}

describe('what a form begins with', () => {
  it('is the printed cells, with the catalogue’s unit where none is printed', () => {
    expect(startingFields(indicator, anEntry('7'), RUN)).toEqual({ ...anEntry('7', { unit: '件' }), ...RUN })
    expect(startingFields(indicator, anEntry('7', { unit: '万件' }), RUN).unit).toBe('万件')
  })

  it('is empty for a figure nobody stated', () => {
    expect(startingFields(indicator, null, RUN)).toEqual({ ...anEntry('', { unit: '件' }), ...RUN })
  })
})

describe('what a form would do', () => {
  it.each([
    [2023, {}, 'same'],
    [2023, { unit: '件' }, 'same'],
    [2023, { value: ' 700 ' }, 'same'],
    [2023, { value: '701' }, 'write'],
    [2023, { note: '1—6月' }, 'write'],
    [2023, { status: '待核' }, 'write'],
    [2023, { value: '' }, 'clear'],
    [2023, { value: '九十八' }, 'blocked'],
    [2024, {}, 'empty'],
    [2024, { quote: '没有数值的一句' }, 'empty'],
    [2024, { value: '5' }, 'write'],
    [2024, { value: '未公布' }, 'write'],
    [2024, { status: '不适用' }, 'write'],
  ] as const)('in %d with %j: %s', (year, typed, effect) => {
    expect(read(year, typed).effect).toBe(effect)
  })

  it('keeps cells without the blanks around them', () => {
    expect(read(2024, { value: ' 5 ', quote: '\n办理5件 ', note: ' 备注 ' }).after).toEqual(
      anEntry('5', { unit: '件', quote: '办理5件', note: '备注' }),
    )
  })

  it('says what is shown once it is done: the silence of its year where it is cleared', () => {
    expect(read(2023, { value: '' }).quantity).toEqual({ kind: 'missing', why: 'not-published' })
    expect(read(2024, { value: '40余' }).quantity).toMatchObject({ bound: 'at-least', value: 40 })
    expect(read(2024, { value: '#' }).quantity).toBeNull()
  })
})

it('names a draft by figure and year', () => {
  expect(figureSubject(slotOf(2024))).toBe('figure|cases|2024')
})

it('tells whether anything was typed', () => {
  const start = startingFields(indicator, null, RUN)
  expect(sameFields(start, { ...start })).toBe(true)
  for (const name of Object.keys(start)) expect(sameFields(start, { ...start, [name]: 'x' })).toBe(false)
})
