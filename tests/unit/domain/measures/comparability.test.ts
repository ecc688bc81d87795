import { expect, it } from 'vitest'
import { comparability } from '#domain/measures/comparability.ts'
import {
  aDataset,
  anIndicator,
  asYear,
  shippedDataset,
  tenYearDataset,
  threeYearDataset,
} from '../../../support/data.ts'

const [y2023, y2024] = [asYear(2023), asYear(2024)]

it('groups what two years do not compare by reason and year, most frequent first, in the report’s order', () => {
  const ids = ['d', 'a', 'c', 'b', 'e', 'f', 'g']
  const dataset = aDataset({
    indicators: ids.map((id) => anIndicator({ id })),
    figures: {
      a: { 2023: '50', 2024: '60' },
      b: { 2023: '50余', 2024: '60' },
      c: { 2023: '50', 2024: '未公布' },
      d: { 2023: '未公布', 2024: '60' },
      e: { 2023: '50', 2024: '60余' },
      f: { 2023: '50', 2024: '未公布' },
      g: { 2023: '50', 2024: '约60' },
    },
  })
  const { comparable, incomparable } = comparability(dataset, y2023, y2024)
  expect(comparable.map(({ id }) => id)).toEqual(['a'])
  expect(incomparable.map(({ why, at, indicators }) => [why, at, indicators.map(({ id }) => id)])).toEqual([
    ['bound', null, ['b', 'e', 'g']],
    ['not-published', 2024, ['c', 'f']],
    ['not-published', 2023, ['d']],
  ])
})

it.each([
  ['three years', threeYearDataset(), 2023, 2024],
  ['three years', threeYearDataset(), 2023, 2025],
  ['ten years', tenYearDataset(), 2028, 2033],
  ['the shipped year and an empty one', shippedDataset(), 2023, 2024],
])('counts every indicator of %s once', (_, dataset, base, year) => {
  const { comparable, incomparable } = comparability(dataset, asYear(base), asYear(year))
  const all = [...comparable, ...incomparable.flatMap(({ indicators }) => indicators)]
  expect(new Set(all).size).toBe(all.length)
  expect(all).toHaveLength(dataset.catalogue.indicators.length)
})

it('compares nothing with a year that is still to come', () => {
  const { comparable, incomparable } = comparability(shippedDataset(), y2023, y2024)
  expect(comparable).toEqual([])
  expect(incomparable).toMatchObject([{ why: 'pending', at: 2024 }])
})
