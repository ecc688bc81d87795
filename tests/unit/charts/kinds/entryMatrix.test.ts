import { expect, it } from 'vitest'
import { entryMatrix, entryYears } from '#charts/kinds/entryMatrix.ts'
import type { Dataset } from '#domain/dataset.ts'
import {
  aDataset,
  anIndicator,
  asYear,
  shippedDataset,
  tenYearDataset,
  threeYearDataset,
} from '../../../support/data.ts'

/** `glyph entered/expected` of each cell; 合 is the column of all chapters. */
const rowOf = (dataset: Dataset, year: number): readonly string[] =>
  (entryMatrix(dataset, [asYear(year)])[0]?.cells ?? []).map(
    (cell) => `${cell.chapter?.glyph ?? '合'} ${cell.entered}/${cell.expected} ${cell.state}`,
  )

it('counts the shipped report by chapter, chapters without figures left out', () => {
  expect(rowOf(shippedDataset(), 2023)).toEqual([
    '序 5/5 entered',
    '一 12/12 entered',
    '二 31/31 entered',
    '三 18/18 entered',
    '四 9/9 entered',
    '合 75/75 entered',
  ])
})

it('a year that is not entered is pending, with what it should hold', () => {
  expect(rowOf(shippedDataset(), 2024)).toEqual([
    '序 0/5 pending',
    '一 0/12 pending',
    '二 0/31 pending',
    '三 0/18 pending',
    '四 0/9 pending',
    '合 0/75 pending',
  ])
})

it('does not expect what does not apply or did not exist, and does not count what is not published', () => {
  const dataset = aDataset({
    indicators: ['known', 'bound', 'silent', 'absent', 'not-applicable']
      .map((id) => anIndicator({ id }))
      .concat(anIndicator({ id: 'young', since: 2024 })),
    figures: {
      known: { 2023: '5' },
      bound: { 2023: '40余' },
      silent: { 2023: '未公布' },
      'not-applicable': { 2023: '不适用' },
    },
  })
  expect(rowOf(dataset, 2023)).toEqual(['一 2/4 entered', '合 2/4 entered'])
})

it('gives a row for each year asked for, in that order', () => {
  const rows = entryMatrix(threeYearDataset(), [2023, 2024, 2025, 2026].map(asYear))
  expect(rows.map((row) => row.year)).toEqual([2023, 2024, 2025, 2026])
  const sums = rows.map((row) => row.cells.at(-1))
  expect(sums.map((cell) => [cell?.entered, cell?.expected, cell?.state])).toEqual([
    [75, 75, 'entered'],
    [69, 74, 'entered'],
    [75, 77, 'entered'],
    [0, 77, 'pending'],
  ])
})

it('the column of all chapters is the sum of the others', () => {
  for (const row of entryMatrix(threeYearDataset(), [2023, 2024, 2025].map(asYear))) {
    const [chapters, all] = [row.cells.slice(0, -1), row.cells.at(-1)]
    expect(chapters.reduce((sum, cell) => sum + cell.entered, 0)).toBe(all?.entered)
    expect(chapters.reduce((sum, cell) => sum + cell.expected, 0)).toBe(all?.expected)
  }
})

it('counts a year that is being entered instead of calling it empty', () => {
  const dataset = { ...threeYearDataset(), openYears: [asYear(2025)] }
  expect(rowOf(dataset, 2025).slice(-2)).toEqual(['四 9/9 open', '合 75/77 open'])
})

it('a year nobody entered between two others is pending, not left out', () => {
  const row = entryMatrix(tenYearDataset(), [asYear(2027)])[0]
  expect(row?.cells.every((cell) => cell.state === 'pending')).toBe(true)
})

it('shows the last ten years and the one to come; all of them when asked', () => {
  const ten = tenYearDataset()
  const last = entryYears(ten, false)
  expect([last[0], last[last.length - 1], last.length]).toEqual([2024, 2034, 11])
  const all = entryYears(ten, true)
  expect([all[0], all[all.length - 1], all.length]).toEqual([2023, 2034, 12])
  expect(entryYears(shippedDataset(), false)).toEqual([2023, 2024])
  expect(entryYears(aDataset(), true)).toEqual([])
})
