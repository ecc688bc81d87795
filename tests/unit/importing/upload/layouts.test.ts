import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { blocks } from '#domain/finding.ts'
import { readUpload } from '#importing/upload/readUpload.ts'
import { shippedDataset } from '../../../support/data.ts'

const dataset = shippedDataset()
const counts = dataset.catalogue.indicators.filter(({ kind, unit }) => kind === 'count' && unit !== '')

/** Words of heads as offices write them, some of each column's. */
const HEADS = {
  年度: ['年度', '年份', '统计年份', '数据年度', '統計年份', '年 度'],
  指标: ['指标', '指标名称', '名称', '统计指标', '指標名稱'],
  指标编号: ['指标编号', '编号', '指标代码'],
  数值: ['数值', '数量', '指标值', '完成数', '本年数', '數值'],
  单位: ['单位', '计量单位', '單位'],
  备注: ['备注', '说明', '備註'],
} as const
const YEAR_HEADS = [
  (y: number) => `${y}`,
  (y: number) => `${y}年`,
  (y: number) => `${y}年度`,
  (y: number) => `${y}年数值`,
]
const TITLES = ['法治政府建设指标统计表', '填报单位：县司法局', '（内部资料，注意保存）', '']
const FEET = ['注：本表由各单位报送后汇总。', '填表人：王某　审核人：李某', '']

type Layout = 'long' | 'wide' | 'transposed'

interface Writing {
  readonly layout: Layout
  readonly names: 'name' | 'id' | 'both'
  readonly withUnit: boolean
  readonly withNumbers: boolean
  /** Picks among words and sorts columns. */
  readonly dice: readonly number[]
  readonly titles: readonly string[]
  readonly feet: readonly string[]
  readonly delimiter: string
  readonly encoding: string
  readonly end: string
}

interface Table {
  readonly years: readonly number[]
  readonly indicators: readonly (typeof counts)[number][]
  /** Shape: a row an indicator, a cell a year; as somebody types them. */
  readonly cells: readonly (readonly string[])[]
}

const table = fc
  .record({
    years: fc.uniqueArray(fc.constantFrom(2024, 2025, 2026), { minLength: 1, maxLength: 3 }),
    indicators: fc.uniqueArray(fc.constantFrom(...counts), { minLength: 3, maxLength: 9 }),
  })
  .chain(({ years, indicators }) => {
    const cell = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 99_999 }).map(String) },
      { weight: 1, arbitrary: fc.integer({ min: 10, max: 900 }).map((n) => `${n}余`) },
      { weight: 1, arbitrary: fc.constant('未公布') },
    )
    const row = fc.array(cell, { minLength: years.length, maxLength: years.length })
    const rows = fc.array(row, { minLength: indicators.length, maxLength: indicators.length })
    return rows.map((cells): Table => ({ years, indicators, cells }))
  })

const writing: fc.Arbitrary<Writing> = fc.record({
  layout: fc.constantFrom<Layout>('long', 'wide', 'transposed'),
  names: fc.constantFrom('name' as const, 'id' as const, 'both' as const),
  withUnit: fc.boolean(),
  withNumbers: fc.boolean(),
  dice: fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 }),
  titles: fc.array(fc.constantFrom(...TITLES), { maxLength: 3 }),
  feet: fc.array(fc.constantFrom(...FEET), { maxLength: 2 }),
  delimiter: fc.constantFrom(',', '\t', ';'),
  encoding: fc.constantFrom('utf8', 'utf8-bom', 'gb18030', 'utf16le'),
  end: fc.constantFrom('\n', '\r\n'),
})

interface Column {
  readonly head: string
  readonly cell: (row: number) => string
}

/** The columns of a table of one figure a row, or one indicator a row, or one year a row, before they are mixed. */
function columnsOf(
  { years, indicators, cells }: Table,
  how: Writing,
): { columns: readonly Column[]; rows: number } {
  let die = 0
  const pick = <T>(words: readonly T[]): T => words[(how.dice[die++] ?? 0) % words.length] as T
  const numbers: readonly Column[] = how.withNumbers ? [{ head: '序号', cell: (row) => String(row + 1) }] : []
  if (how.layout === 'transposed')
    return {
      rows: years.length,
      columns: [
        { head: pick(HEADS.年度), cell: (row) => String(years[row]) },
        ...indicators.map((i, at): Column => ({ head: i.name, cell: (row) => cells[at]?.[row] ?? '' })),
      ],
    }
  const per = how.layout === 'long' ? years.length : 1
  const of = (row: number) => indicators[Math.floor(row / per)]
  const named: readonly Column[] = [
    ...(how.names === 'id' ? [] : [{ head: pick(HEADS.指标), cell: (row: number) => of(row)?.name ?? '' }]),
    ...(how.names === 'name'
      ? []
      : [{ head: pick(HEADS.指标编号), cell: (row: number) => of(row)?.id ?? '' }]),
    ...(how.withUnit ? [{ head: pick(HEADS.单位), cell: (row: number) => of(row)?.unit ?? '' }] : []),
    { head: pick(HEADS.备注), cell: () => '' },
  ]
  const write = pick(YEAR_HEADS)
  const figures: readonly Column[] =
    how.layout === 'long'
      ? [
          { head: pick(HEADS.年度), cell: (row) => String(years[row % per]) },
          { head: pick(HEADS.数值), cell: (row) => cells[Math.floor(row / per)]?.[row % per] ?? '' },
        ]
      : years.map((year, at): Column => ({ head: write(year), cell: (row) => cells[row]?.[at] ?? '' }))
  return { rows: indicators.length * per, columns: [...numbers, ...named, ...figures] }
}

/** The table as a file somebody saved. */
function written(given: Table, how: Writing): Uint8Array {
  const { columns, rows } = columnsOf(given, how)
  const order = [...columns.keys()].sort((a, b) => (how.dice[a] ?? 0) - (how.dice[b] ?? 0) || a - b)
  const mixed = order.flatMap((at) => columns[at] ?? [])
  const lines = [
    ...how.titles,
    mixed.map(({ head }) => head).join(how.delimiter),
    ...Array.from({ length: rows }, (_, row) => mixed.map(({ cell }) => cell(row)).join(how.delimiter)),
    ...how.feet,
  ]
  const [encoding, mark] =
    how.encoding === 'utf8-bom' ? ['utf8', true] : [how.encoding, how.encoding === 'utf16le']
  return new Uint8Array(iconv.encode(lines.join(how.end), encoding as string, { addBOM: mark as boolean }))
}

it('a table is the same however it is laid out, worded, ordered, parted and encoded', async () => {
  await fc.assert(
    fc.asyncProperty(table, writing, async (given, how) => {
      const { observations, findings } = await readUpload(
        { name: '指标.csv', bytes: written(given, how) },
        dataset,
      )
      expect(findings.filter((finding) => blocks([finding]))).toEqual([])
      const read = observations.map(({ year, indicator, quantity, value }) =>
        [
          year,
          indicator,
          quantity.kind === 'known' ? `${quantity.bound} ${quantity.value}` : quantity.why,
          value,
        ].join(),
      )
      const expected = given.indicators.flatMap(({ id }, row) =>
        given.years.map((year, at) => {
          const cell = given.cells[row]?.[at] ?? ''
          const bound = cell.endsWith('余') ? 'at-least' : 'exact'
          const says = cell === '未公布' ? 'not-published' : `${bound} ${Number.parseInt(cell, 10)}`
          return [year, id, says, cell].join()
        }),
      )
      expect([...read].sort()).toEqual([...expected].sort())
    }),
    { seed: 20_261_124, numRuns: 400 },
  )
})
