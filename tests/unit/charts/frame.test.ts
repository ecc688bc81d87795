import { describe, expect, it } from 'vitest'
import {
  currentOf,
  frameYears,
  isBroken,
  isContinuous,
  isDoubtful,
  isPartYear,
  largestOf,
} from '#charts/frame.ts'
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
import { withNotes } from '../../support/notes.ts'

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
    ['ten years and the one to come', range(2023, 2032), 2032, range(2023, 2033)],
    ['the last ten of twelve and the one to come', range(2023, 2034), 2034, range(2025, 2035)],
  ] as const)('%s', (_, entered, selected, slots) => {
    expect(yearsOf(entered, selected)).toEqual(slots)
  })

  it('always shows the selected year, even one before the last ten', () => {
    const slots = yearsOf(range(2023, 2034), 2024)
    expect(slots).toContain(2024)
    expect(slots).toHaveLength(11)
  })

  it.each([[range(2023, 2034)], [range(2000, 2025)], [[2023, 2026]], [[2023]]])(
    'asked for all, goes from the first year to the one to come: %#',
    (entered) => {
      const years = frameYears(aDataset({ years: entered }), asYear(entered[0] ?? 0), 'all')
      expect(years[0]).toBe(entered[0])
      expect(years[years.length - 1]).toBe(
        Math.max((entered[entered.length - 1] ?? 0) + 1, (years[0] ?? 0) + 3),
      )
    },
  )
})

const noted = withNotes(aDataset({ figures: { a: { 2023: '1', 2024: '2', 2025: '3' } } }), {
  a: { 2024: '1—6月', 2025: '口径变化：含移送' },
})

it('figures are continuous while months and scope stay the same', () => {
  const [row] = aFrame(noted, ['a'], 2025).rows
  if (!row) throw new Error('no row')
  expect([1, 2].map((i) => isContinuous(row, i))).toEqual([false, false])
  const [plain] = aFrame(aDataset({ figures: { a: { 2023: '1', 2024: '2' } } }), ['a'], 2024).rows
  expect(plain && isContinuous(plain, 1)).toBe(true)
  const halves = withNotes(aDataset({ figures: { a: { 2023: '1', 2024: '2' } } }), {
    a: { 2023: '1—6月', 2024: '1-6月数' },
  })
  const [half] = aFrame(halves, ['a'], 2024).rows
  expect(half && isContinuous(half, 1)).toBe(true)
})

it('a change of scope breaks before its year only, and only where a year stands before it', () => {
  const [row] = aFrame(noted, ['a'], 2025).rows
  expect(row && [0, 1, 2, 3].map((i) => isBroken(row, i))).toEqual([false, false, true, false])
  const first = withNotes(aDataset({ figures: { a: { 2023: '1' } } }), { a: { 2023: '口径变化：' } })
  const [alone] = aFrame(first, ['a'], 2023).rows
  expect(alone && isBroken(alone, 0)).toBe(false)
})

it('an empty slot is no part of a year', () => {
  const silent = withNotes(aDataset({ figures: { a: { 2023: '未公布' } } }), { a: { 2023: '1—6月' } })
  const [row] = aFrame(silent, ['a'], 2023).rows
  expect(row && isPartYear(row, 0)).toBe(false)
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

  it('is many with a second year of which one figure was filled by hand', () => {
    const dataset = aDataset({
      figures: { a: { 2023: '1', 2024: '2' }, b: { 2023: '3' } },
      openYears: [asYear(2024)],
    })
    const frame = aFrame(dataset, ['a', 'b'], 2023)
    expect(frame).toMatchObject({ years: [2023, 2024, 2025, 2026], many: true })
    expect(frame.rows.map((row) => row.values.map((q) => (q.kind === 'known' ? q.value : q.why)))).toEqual([
      [1, 2, 'pending', 'pending'],
      [3, 'pending', 'pending', 'pending'],
    ])
  })

  it('keeps the months and the change of scope of each year beside its value', () => {
    const row = aFrame(noted, ['a'], 2025).rows[0]
    expect(row?.marks).toEqual([
      { period: null, scopeChange: null },
      { period: { from: 1, to: 6 }, scopeChange: null },
      { period: null, scopeChange: '含移送' },
      { period: null, scopeChange: null },
    ])
  })

  it('says the months of the year looked at under the label', () => {
    expect(aFrame(noted, ['a'], 2024).rows[0]?.sub).toBe('1—6月')
    expect(aFrame(noted, ['a'], 2024, { subs: ['分母另列'] }).rows[0]?.sub).toBe('分母另列 · 1—6月')
    expect(aFrame(noted, ['a'], 2025).rows[0]?.sub).toBe('')
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
