import { describe, expect, it } from 'vitest'
import { currentOf, frameYears, isDoubtful, largestOf } from '#charts/frame.ts'
import { aFrame } from '../../support/charts.ts'
import {
  aDataset,
  aMissing,
  anIndicator,
  asId,
  asYear,
  shippedDataset,
  threeYearDataset,
} from '../../support/data.ts'

const yearsOf = (entered: readonly number[], selected: number): readonly number[] =>
  frameYears(aDataset({ years: entered }), asYear(selected))

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

describe('frameYears', () => {
  it.each([
    ['one year stands first of four', [2023], 2023, range(2023, 2026)],
    ['two years', [2023, 2024], 2024, range(2023, 2026)],
    ['three years and the one to come', [2023, 2024, 2025], 2023, range(2023, 2026)],
    ['four years need a fifth slot', range(2023, 2026), 2026, range(2023, 2027)],
    ['a year nobody entered keeps its slot', [2023, 2026], 2026, range(2023, 2027)],
    ['nine years and the one to come', range(2023, 2031), 2031, range(2023, 2032)],
    ['the last nine of twelve and the one to come', range(2023, 2034), 2034, range(2026, 2035)],
  ] as const)('%s', (_, entered, selected, slots) => {
    expect(yearsOf(entered, selected)).toEqual(slots)
  })

  it('always shows the selected year, even one before the last nine', () => {
    const slots = yearsOf(range(2023, 2034), 2024)
    expect(slots).toContain(2024)
    expect(slots).toHaveLength(10)
  })
})

describe('toFrame', () => {
  it('puts a value of every year in each row, missing ones with their reason', () => {
    const dataset = aDataset({ figures: { cases: { 2023: '5', 2025: '40余' } }, years: [2023, 2024, 2025] })
    const frame = aFrame(dataset, ['cases'], 2025)
    expect(frame).toMatchObject({ years: [2023, 2024, 2025, 2026], selected: 2, many: true })
    expect(frame.rows[0]?.values).toEqual([
      { kind: 'known', bound: 'exact', value: 5, literal: '5', unit: '' },
      aMissing('not-published'),
      { kind: 'known', bound: 'at-least', value: 40, literal: '40余', unit: '' },
      aMissing('pending'),
    ])
  })

  it('is not many with one year entered', () => {
    expect(aFrame(shippedDataset(), ['legal-aid-cases'], 2023)).toMatchObject({ many: false, selected: 0 })
  })

  it('labels a row by its own label, else by the short name', () => {
    const dataset = aDataset({ figures: { a: { 2023: '1' }, b: { 2023: '2' } } })
    expect(aFrame(dataset, ['a', 'b'], 2023, { labels: ['甲', ''] }).rows.map((row) => row.label)).toEqual([
      '甲',
      '简称b',
    ])
  })

  it('fills the line under a label, and leaves it out where its figure is missing', () => {
    const dataset = aDataset({ figures: { a: { 2023: '1' }, b: { 2023: '未公布' } } })
    const frame = aFrame(dataset, ['a', 'b'], 2023, { subs: ['共{a}', '共{b}'] })
    expect(frame.rows.map((row) => row.sub)).toEqual(['共1 件', ''])
  })

  it('leaves out an id that is in no catalogue', () => {
    const dataset = aDataset({ figures: { a: { 2023: '1' } } })
    expect(aFrame(dataset, ['constructor', 'a', 'b'], 2023).rows.map((row) => row.indicator.id)).toEqual([
      'a',
    ])
  })
})

it('currentOf gives the figure of the year looked at', () => {
  const dataset = aDataset({ figures: { a: { 2023: '1', 2024: '2' } } })
  for (const [year, value] of [
    [2023, 1],
    [2024, 2],
  ] as const) {
    const frame = aFrame(dataset, ['a'], year)
    const row = frame.rows[0]
    expect(row && currentOf(frame, row)).toMatchObject({ value })
  }
})

it('largestOf looks at all years and rows, and is 0 where nothing is known', () => {
  const dataset = aDataset({
    indicators: [anIndicator({ id: 'a' }), anIndicator({ id: 'b' }), anIndicator({ id: 'c' })],
    figures: { a: { 2023: '1', 2024: '12345' }, b: { 2023: '700余' } },
  })
  expect(largestOf(aFrame(dataset, ['a', 'b', 'c'], 2023).rows)).toBe(12345)
  expect(largestOf(aFrame(dataset, ['b', 'c'], 2024).rows)).toBe(700)
  expect(largestOf(aFrame(dataset, ['c'], 2023).rows)).toBe(0)
  expect(largestOf([])).toBe(0)
})

it('isDoubtful is a matter of one figure of one year', () => {
  const dataset = threeYearDataset()
  expect(isDoubtful(dataset, asId('city-honours'), asYear(2025))).toBe(true)
  expect(isDoubtful(dataset, asId('city-honours'), asYear(2024))).toBe(false)
  expect(isDoubtful(dataset, asId('constructor'), asYear(2024))).toBe(false)
})
