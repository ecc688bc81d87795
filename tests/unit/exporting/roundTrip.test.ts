import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dataset, quantityOf } from '#domain/dataset.ts'
import { FIGURE_COLUMNS } from '#domain/figureColumns.ts'
import { isPlainNumber } from '#domain/formulaGuard.ts'
import type { Observation } from '#domain/observation.ts'
import type { Year } from '#domain/year.ts'
import { toCsv } from '#exporting/csv.ts'
import { type ExportFormat, formats, templates } from '#exporting/formats.ts'
import { templateRows } from '#exporting/template.ts'
import { decodeCsv } from '#importing/decode/csv.ts'
import { checkEntry } from '#importing/entry.ts'
import type { UploadReading } from '#importing/upload/reading.ts'
import { readUpload } from '#importing/upload/readUpload.ts'
import { fileWords } from '#ui/exportWords.ts'
import { findingText } from '#ui/findingWords.ts'
import {
  aDataset,
  anIndicator,
  asYear,
  indicatorIn,
  shippedDataset,
  tenYearDataset,
  threeYearDataset,
} from '../../support/data.ts'
import { hostileDataset } from '../../support/hostile.ts'

const NOW = new Date(2031, 0, 5)

const make = (format: ExportFormat, dataset: Dataset, year: Year): Promise<Uint8Array> =>
  format.make({ dataset, year, now: NOW, words: fileWords })

/** Reads a file as the import page does, with nothing chosen and nothing remembered. */
const read = (dataset: Dataset, ending: string, bytes: Uint8Array): Promise<UploadReading> =>
  readUpload({ name: `file.${ending}`, bytes }, dataset)

/** What the observations say, without where they were read. Shape: in an order of their own. */
const said = (observations: readonly Observation[]) =>
  observations
    .map((o) => ({ ...o, source: null }))
    .sort((a, b) => a.year - b.year || (a.indicator < b.indicator ? -1 : 1))

const saidIn = (dataset: Dataset, years: readonly Year[] = dataset.years) =>
  said(
    [...dataset.observations.values()].flatMap((of) =>
      [...of.values()].filter((o) => years.includes(o.year)),
    ),
  )

const blocked = ({ findings }: UploadReading) => findings.filter(({ severity }) => severity === 'blocks')

const last = ({ years }: Dataset): Year => years[years.length - 1] ?? asYear(2031)

const datasets = [
  { name: 'the shipped county', dataset: shippedDataset() },
  { name: 'three years', dataset: threeYearDataset() },
  { name: 'ten years of examples', dataset: tenYearDataset() },
]

describe('what is taken out comes back without a mapping', () => {
  it.each(datasets)('as CSV of one year: $name', async ({ dataset }) => {
    const year = last(dataset)
    const reading = await read(dataset, 'csv', await make(formats['year-csv'], dataset, year))
    expect(blocked(reading)).toEqual([])
    expect(reading.unknown).toEqual([])
    expect(said(reading.observations)).toEqual(saidIn(dataset, [year]))
  })

  it.each(datasets)('as CSV of all years: $name', async ({ dataset }) => {
    const reading = await read(dataset, 'csv', await make(formats['all-csv'], dataset, last(dataset)))
    expect(blocked(reading)).toEqual([])
    expect(reading.years).toEqual(dataset.years)
    expect(said(reading.observations)).toEqual(saidIn(dataset))
  })

  it.each(datasets)('as workbook, all its chapters together: $name', async ({ dataset }) => {
    const reading = await read(dataset, 'xlsx', await make(formats.xlsx, dataset, last(dataset)))
    expect(blocked(reading)).toEqual([])
    expect(said(reading.observations)).toEqual(saidIn(dataset))
  })
})

const UNSAFE = /^[=+\-@\t\r\n\0＝＋－＠]/

describe('whatever the texts hold', () => {
  it('a CSV gives the same figures back, and no cell of it would run as a formula', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDataset, async (dataset) => {
        const bytes = await make(formats['all-csv'], dataset, asYear(2031))
        expect(said((await read(dataset, 'csv', bytes)).observations)).toEqual(saidIn(dataset))
        const sheet = decodeCsv('x.csv', bytes, FIGURE_COLUMNS)
        const cells = sheet.ok ? sheet.value.rows.flatMap((row) => row.cells) : ['=']
        expect(cells.filter((cell) => UNSAFE.test(cell) && !isPlainNumber(cell))).toEqual([])
      }),
      { seed: 41, numRuns: 150 },
    )
  })

  it('a workbook gives the same figures back', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDataset, async (dataset) => {
        const bytes = await make(formats.xlsx, dataset, asYear(2031))
        expect(said((await read(dataset, 'xlsx', bytes)).observations)).toEqual(saidIn(dataset))
      }),
      { seed: 42, numRuns: 60 },
    )
  })
})

describe('the table to fill in', () => {
  const dataset = threeYearDataset()
  const next = asYear(last(dataset) + 1)
  const rows = templateRows(dataset, next, fileWords)
  const place = (word: string): number => rows[0]?.indexOf(word) ?? -1

  /** The table with 数值 filled in, saved as CSV the way WPS does. */
  const filled = (cells: readonly string[]): Uint8Array =>
    toCsv(
      rows.map((row, i) =>
        i === 0 ? row : row.map((cell, j) => (j === place('数值') ? (cells[i - 1] ?? '') : cell)),
      ),
    )

  it('has every indicator there is by then, its unit, and the year before beside an empty 数值', () => {
    const later = anIndicator({ id: 'later', since: next + 1 })
    const wider = {
      ...dataset,
      catalogue: { ...dataset.catalogue, indicators: [...dataset.catalogue.indicators, later] },
    }
    const own = templateRows(wider, next, fileWords).slice(1)
    expect(own).toHaveLength(dataset.catalogue.indicators.length)
    const aid = own.find((row) => row[place('指标编号')] === 'legal-aid-cases') ?? []
    const indicator = indicatorIn(dataset, 'legal-aid-cases')
    const before = quantityOf(dataset, indicator, last(dataset))
    expect(aid[place('上年数值（供参考）')]).toBe(before.kind === 'known' ? before.literal : '')
    expect([aid[place('年度')], aid[place('单位')], aid[place('数值')]]).toEqual([
      String(next),
      indicator.unit,
      '',
    ])
  })

  it('says of a missing figure of the year before why it is missing', () => {
    const small = aDataset({
      indicators: [anIndicator({ id: 'a' }), anIndicator({ id: 'b', since: 2032 })],
      figures: { a: { 2030: '1' } },
      years: [2030, 2031],
    })
    const words = (year: number) =>
      templateRows(small, asYear(year), fileWords)
        .slice(1)
        .map((row) => row[5])
    expect(words(2032)).toEqual(['未公布', '当年尚无此项'])
    expect(words(2033)).toEqual(['待录入', '待录入'])
  })

  it('writes the unit of the year before where it is not the catalogue’s', () => {
    const amount = anIndicator({ id: 'a', unit: '万元', kind: 'amount' })
    const small = aDataset({ indicators: [amount], years: [2031] })
    const entry = { value: '5', unit: '亿元', status: '', quote: '', note: '' } as const
    const { observation } = checkEntry(amount, asYear(2031), entry)
    const observations = new Map([[amount.id, new Map(observation ? [[asYear(2031), observation]] : [])]])
    expect(templateRows({ ...small, observations }, asYear(2032), fileWords)[1]?.[5]).toBe('5亿元')
  })

  it('keeps what is entered of an unfinished year', () => {
    const open = aDataset({ figures: { a: { 2031: '1', 2032: '7余' } }, openYears: [asYear(2032)] })
    expect(templateRows(open, asYear(2032), fileWords)[1]?.slice(5, 7)).toEqual(['1', '7余'])
  })

  it('is taken without a mapping once filled in, and gives just what was filled in', async () => {
    const values = dataset.catalogue.indicators.map(({ kind }, i) =>
      kind === 'rank' ? '第二' : String(10 + i),
    )
    const reading = await read(dataset, 'csv', filled(values))
    expect(blocked(reading)).toEqual([])
    expect(reading.unknown).toEqual([])
    expect(reading.columns.filter(({ by }) => by === 'none')).toEqual([])
    expect(reading.findings.filter(({ code }) => code === 'columns-ignored')).toEqual([])
    expect(reading.observations.map(({ year, value }) => [year, value])).toEqual(
      values.map((value) => [next, value]),
    )
  })

  it('takes a row that was left empty for nothing said', async () => {
    const reading = await read(dataset, 'csv', filled(['3']))
    expect(blocked(reading)).toEqual([])
    expect(reading.observations.map(({ value }) => value)).toEqual(['3'])
  })

  it.each(Object.keys(templates) as (keyof typeof templates)[])(
    'as %s, empty, is answered with what to do',
    async (id) => {
      const reading = await read(dataset, templates[id].ending, await make(templates[id], dataset, next))
      expect(reading.observations).toEqual([])
      expect(reading.findings.map(({ code }) => code)).toEqual(['figures-absent'])
      expect(reading.findings.map(findingText)).toEqual([expect.stringContaining('还没有填写数值')])
    },
  )

  it('as workbook is taken where its table of an unfinished year is filled in', async () => {
    const open = aDataset({
      figures: { a: { 2031: '1', 2032: '7余' }, b: { 2031: '3' } },
      openYears: [asYear(2032)],
    })
    const reading = await read(open, 'xlsx', await make(templates.xlsx, open, asYear(2032)))
    expect(blocked(reading)).toEqual([])
    expect(reading.observations.map(({ indicator, value }) => [indicator, value])).toEqual([['a', '7余']])
  })

  it('marks made-up figures above its head and is read all the same', async () => {
    const examples = tenYearDataset()
    const bytes = await make(templates.csv, examples, asYear(last(examples) + 1))
    expect(new TextDecoder().decode(bytes)).toMatch(/^示例数据：/)
    expect((await read(examples, 'csv', bytes)).headerRow).toBe(2)
  })
})
