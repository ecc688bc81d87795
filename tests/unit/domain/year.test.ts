import { describe, expect, it } from 'vitest'
import { parseYear, yearSlots } from '#domain/year.ts'
import { asYear } from '../../support/data.ts'

describe('parseYear', () => {
  it.each([
    ['2023', 2023],
    [' 2023 ', 2023],
    ['2023年', 2023],
    ['2023年度', 2023],
    ['２０２３', 2023],
    ['1949', 1949],
    ['2100', 2100],
  ])('reads %s', (text, year) => {
    expect(parseYear(text)).toBe(year)
  })

  it.each([
    '',
    '23',
    '202',
    '20233',
    '1948',
    '2101',
    '0000',
    '2023.0',
    '2023-2024',
    '二〇二三',
    '2023\u200e',
    '2e3',
    '__proto__',
  ])('takes %j for no year', (text) => {
    expect(parseYear(text)).toBeNull()
  })
})

describe('yearSlots', () => {
  it.each([
    [[2023], 4, [2023, 2024, 2025, 2026]],
    [[2023, 2024, 2025], 4, [2023, 2024, 2025, 2026]],
    [[2023, 2024, 2025, 2026], 4, [2024, 2025, 2026, 2027]],
    [[2023, 2026], 4, [2024, 2025, 2026, 2027]],
    [[2023, 2026], 6, [2023, 2024, 2025, 2026, 2027, 2028]],
    [[2031], 1, [2032]],
  ])('gives %j, asked for %d, the slots %j', (published, count, slots) => {
    expect(yearSlots(published.map(asYear), count)).toEqual(slots)
  })

  it('keeps the slot of a year nobody published', () => {
    expect(yearSlots([2023, 2025].map(asYear), 4)).toContain(2024)
  })

  it('has no slot when nothing is published', () => {
    expect(yearSlots([], 4)).toEqual([])
  })
})
