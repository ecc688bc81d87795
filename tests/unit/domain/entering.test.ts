import { describe, expect, it } from 'vitest'
import { emptySlots, nextEmptySlot, nextYearToFill } from '#domain/entering.ts'
import { aDataset, anIndicator, asYear, indicatorIn } from '../../support/data.ts'

const dataset = aDataset({
  indicators: ['a', 'b', 'c']
    .map((id) => anIndicator({ id }))
    .concat(anIndicator({ id: 'late', since: 2026 })),
  figures: { a: { 2023: '1', 2024: '2' }, b: { 2023: '未公布' }, c: { 2024: '3' } },
  openYears: [asYear(2024)],
})
const of = (id: string) => indicatorIn(dataset, id)

describe('the year to be filled next', () => {
  it.each([
    ['a', 2025, 'every year has its figure'],
    ['b', 2024, 'the open year lacks it'],
    ['c', 2025, 'a finished year without it is not open'],
  ] as const)('of %s is %d: %s', (id, year, _why) => {
    expect(nextYearToFill(dataset, of(id))).toBe(year)
  })

  it('is unknown where no year was entered at all', () => {
    expect(nextYearToFill(aDataset({ indicators: [anIndicator()] }), anIndicator())).toBeNull()
  })
})

describe('the empty slots of a year', () => {
  const empty = (year: number) => emptySlots(dataset, asYear(year)).map(({ id }) => id)

  it('are those of which nothing was said, in the report’s order', () => {
    expect(empty(2023)).toEqual(['c'])
    expect(empty(2024)).toEqual(['b'])
    expect(empty(2025)).toEqual(['a', 'b', 'c'])
  })

  it('do not hold an indicator that did not exist yet', () => {
    expect(empty(2026)).toEqual(['a', 'b', 'c', 'late'])
  })
})

describe('the next empty slot', () => {
  const next = (id: string, year: number) => nextEmptySlot(dataset, asYear(year), of(id))?.id ?? null

  it('follows the figure, whether that is filled or not', () => {
    expect(next('a', 2024)).toBe('b')
    expect(next('a', 2025)).toBe('b')
  })

  it('begins anew after the last one', () => {
    expect(next('c', 2025)).toBe('a')
  })

  it('is none when no other is empty', () => {
    expect(next('b', 2024)).toBeNull()
  })
})
