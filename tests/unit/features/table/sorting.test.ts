import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import type { SortKey } from '#features/table/query.ts'
import { changesOf, tableRows } from '#features/table/rows.ts'
import { sortRows } from '#features/table/sorting.ts'
import { aDataset, anIndicator, asYear, tenYearDataset } from '../../../support/data.ts'

const Y = asYear(2024)

const sorted = (dataset: Dataset, by: SortKey, descending = false, year = Y) =>
  sortRows(tableRows(dataset), { by, descending }, changesOf(dataset, year)).map((row) => row.indicator.id)

/** A count for each id with its cells of the two years. */
const counts = (cells: Readonly<Record<string, readonly [string, string] | readonly [string]>>) =>
  aDataset({
    years: [2023, 2024],
    figures: Object.fromEntries(
      Object.entries(cells).map(([id, [later, earlier]]) => [
        id,
        { ...(earlier === undefined ? {} : { 2023: earlier }), 2024: later },
      ]),
    ),
  })

describe('by a year', () => {
  const dataset = counts({
    nine: ['9'],
    silent: ['未公布'],
    bound: ['40余'],
    ten: ['10'],
    forty: ['40'],
    none: ['不适用'],
    about: ['约40'],
  })

  it('orders figures as numbers, a bound behind the exact figure of its value', () => {
    expect(sorted(dataset, Y)).toEqual(['nine', 'ten', 'forty', 'bound', 'about', 'silent', 'none'])
  })

  it('turns the figures round, not the bound, and never what is missing', () => {
    expect(sorted(dataset, Y, true)).toEqual(['forty', 'bound', 'about', 'ten', 'nine', 'silent', 'none'])
  })

  it('leaves equal figures in the report’s order either way', () => {
    const equal = counts({ c: ['5'], a: ['5'], b: ['5'] })
    expect(sorted(equal, Y)).toEqual(['c', 'a', 'b'])
    expect(sorted(equal, Y, true)).toEqual(['c', 'a', 'b'])
  })

  it('leaves the report’s order for a year without a column', () => {
    expect(sorted(dataset, asYear(1999))).toEqual(dataset.catalogue.indicators.map((i) => i.id))
  })

  it('has every figure of ten years once, those that are missing last', () => {
    const ten = tenYearDataset()
    const rows = sortRows(
      tableRows(ten),
      { by: asYear(2028), descending: true },
      changesOf(ten, asYear(2028)),
    )
    const known = rows.map((row) => row.cells[5]?.quantity.kind === 'known')
    expect(new Set(rows).size).toBe(ten.catalogue.indicators.length)
    expect(known.lastIndexOf(true)).toBeLessThan(known.indexOf(false))
    const values = rows.flatMap(({ cells }) =>
      cells[5]?.quantity.kind === 'known' ? [cells[5].quantity.value] : [],
    )
    expect(values).toEqual([...values].sort((a, b) => b - a))
  })
})

describe('by the change', () => {
  const dataset = aDataset({
    years: [2023, 2024],
    indicators: [
      anIndicator({ id: 'points', kind: 'rate', unit: '%' }),
      anIndicator({ id: 'fell' }),
      anIndicator({ id: 'bound' }),
      anIndicator({ id: 'small' }),
      anIndicator({ id: 'rose' }),
      anIndicator({ id: 'same' }),
      anIndicator({ id: 'place', kind: 'rank', unit: '' }),
    ],
    figures: {
      points: { 2023: '90', 2024: '99' },
      fell: { 2023: '100', 2024: '80' },
      bound: { 2023: '100', 2024: '120余' },
      small: { 2023: '5', 2024: '500' },
      rose: { 2023: '100', 2024: '150' },
      same: { 2023: '100', 2024: '100' },
      place: { 2023: '第三', 2024: '第一' },
    },
  })

  it('never mixes percent, small bases, percentage points and places; what is not compared stands last', () => {
    expect(sorted(dataset, 'change')).toEqual(['fell', 'same', 'rose', 'small', 'points', 'place', 'bound'])
    expect(sorted(dataset, 'change', true)).toEqual([
      'rose',
      'same',
      'fell',
      'small',
      'points',
      'place',
      'bound',
    ])
  })
})

describe('by words', () => {
  const dataset = aDataset({
    years: [2024],
    indicators: [
      anIndicator({ id: 'z', name: '中', unit: '件', direction: '逆' }),
      anIndicator({ id: 'a', name: '安', unit: '场', direction: '中' }),
      anIndicator({ id: 'b', name: '白', unit: '件', direction: '正' }),
    ],
  })

  it('names go by pinyin', () => {
    expect(sorted(dataset, 'name')).toEqual(['a', 'b', 'z'])
    expect(sorted(dataset, 'name', true)).toEqual(['z', 'b', 'a'])
  })

  it('units and directions keep equal rows in the report’s order, both ways round', () => {
    expect(sorted(dataset, 'unit')).toEqual(['a', 'z', 'b'])
    expect(sorted(dataset, 'unit', true)).toEqual(['z', 'b', 'a'])
    expect(new Set(sorted(dataset, 'direction'))).toEqual(new Set(['a', 'b', 'z']))
  })

  it('chapters go in the report’s order', () => {
    expect(sorted(dataset, 'chapter')).toEqual(['z', 'a', 'b'])
    expect(sorted(dataset, 'chapter', true)).toEqual(['b', 'a', 'z'])
  })

  it('without an order the rows stand as in the report, whatever came before', () => {
    const rows = [...tableRows(dataset)].reverse()
    expect(sortRows(rows, null, new Map()).map((row) => row.indicator.id)).toEqual(['z', 'a', 'b'])
  })
})
