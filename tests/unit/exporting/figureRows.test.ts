import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { FIGURE_COLUMNS } from '#domain/figureColumns.ts'
import { blocks } from '#domain/finding.ts'
import type { Year } from '#domain/year.ts'
import { toCsv } from '#exporting/csv.ts'
import { figureRows, marked } from '#exporting/figureRows.ts'
import { readFigures } from '#importing/figures.ts'
import {
  aDataset,
  anIndicator,
  asYear,
  MADE_UP,
  madeUpDataset,
  SHIPPED,
  shippedDataset,
  tenYearDataset,
  threeYearDataset,
} from '../../support/data.ts'
import { YEAR_HEADER } from '../../support/files.ts'

const files = [
  { folder: SHIPPED, dataset: shippedDataset() },
  { folder: MADE_UP, dataset: madeUpDataset() },
].flatMap(({ folder, dataset }) =>
  dataset.years.map((year) => ({ path: `${folder}/years/${year}.csv`, dataset, year })),
)

/** What the rows of a year say, without where they stood. */
const figuresOf = (dataset: Dataset, year: Year) =>
  dataset.catalogue.indicators.flatMap(({ id }) => {
    const found = dataset.observations.get(id)?.get(year)
    return found ? [{ ...found, source: null }] : []
  })

describe('the figures of a year', () => {
  it('stand under the header of the contract', () => {
    expect(FIGURE_COLUMNS).toEqual(YEAR_HEADER)
  })

  it.each(files)('come out of $path as it is, byte for byte', ({ path, dataset, year }) => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true })
    expect(text.decode(toCsv(figureRows(dataset, [year])))).toBe(text.decode(readFileSync(path)))
  })

  it.each([...threeYearDataset().years, ...tenYearDataset().years])(
    'say in %i what they said, old names and bounds included',
    (year) => {
      for (const dataset of [threeYearDataset(), tenYearDataset()]) {
        const read = readFigures(dataset.catalogue, 'x.csv', toCsv(figureRows(dataset, [year])), year)
        expect(read.ok && read.value.map((o) => ({ ...o, source: null }))).toEqual(figuresOf(dataset, year))
      }
    },
  )

  it('have no row for a figure nobody stated, and one for a figure stated as missing', () => {
    const dataset = aDataset({
      indicators: [anIndicator({ id: 'a' }), anIndicator({ id: 'b' }), anIndicator({ id: 'c' })],
      figures: { a: { 2031: '5' }, c: { 2031: '未公布' } },
      details: { c: { value: '—', note: '报告没有写。' } },
    })
    expect(figureRows(dataset, [asYear(2031)]).slice(1)).toEqual([
      ['2031', '一', '', 'a', '名称a', '5', '', '', '', ''],
      ['2031', '一', '', 'c', '名称c', '—', '', '', '', '报告没有写。'],
    ])
  })

  it('are marked in a line above the header where they are made up, and read all the same', () => {
    const dataset = tenYearDataset()
    const rows = marked(dataset, '示例数据：演示用。', figureRows(dataset, dataset.years))
    expect(rows[0]).toEqual(['示例数据：演示用。'])
    const read = readFigures(dataset.catalogue, 'x.csv', toCsv(rows), null)
    expect(blocks(read.findings)).toBe(false)
    expect(read.ok && read.value).toHaveLength(rows.length - 2)
  })

  it('carry no such line where they are real', () => {
    const rows = figureRows(shippedDataset(), shippedDataset().years)
    expect(marked(shippedDataset(), '示例数据：演示用。', rows)).toBe(rows)
  })
})
