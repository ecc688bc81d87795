import { expect, it } from 'vitest'
import { lastKnown } from '#domain/lastKnown.ts'
import { aDataset, asYear, indicatorIn } from '../../support/data.ts'
import { withNotes } from '../../support/notes.ts'

const figures = { cases: { 2023: '5', 2024: '40余', 2025: '未公布' }, never: { 2023: '未公布' } }
const dataset = withNotes(aDataset({ figures, years: [2023, 2024, 2025, 2027] }), {
  cases: { 2024: '1—6月' },
})

const before = (id: string, year: number) => {
  const last = lastKnown(dataset, indicatorIn(dataset, id), asYear(year))
  return last && [last.year, last.quantity.literal, last.period]
}

it('is the nearest earlier year with a figure, with its months', () => {
  expect(before('cases', 2027)).toEqual([2024, '40余', { from: 1, to: 6 }])
  expect(before('cases', 2025)).toEqual([2024, '40余', { from: 1, to: 6 }])
  expect(before('cases', 2024)).toEqual([2023, '5', null])
})

it('is never the year itself or a later one', () => {
  expect(before('cases', 2023)).toBeNull()
})

it('is missing for a figure nobody ever published', () => {
  expect(before('never', 2027)).toBeNull()
})
