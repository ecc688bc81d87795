import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFigures } from '#importing/figures.ts'
import { cellKey, NO_CHOICES, NO_MEMORY, type UploadChoices } from '#importing/upload/reading.ts'
import { readUpload } from '#importing/upload/readUpload.ts'
import { asId, asYear, SHIPPED, shippedDataset, TEN_YEARS, tenYearDataset } from '../../../support/data.ts'
import { uploadBytes } from '../../../support/uploads.ts'

const dataset = shippedDataset()

const read = (
  lines: readonly string[],
  choices: Partial<UploadChoices> = {},
  name = 'a.csv',
  memory = NO_MEMORY,
) =>
  readUpload(
    { name, bytes: new TextEncoder().encode(lines.join('\n')) },
    dataset,
    { ...NO_CHOICES, ...choices },
    memory,
  )

const figures = (reading: Awaited<ReturnType<typeof read>>) =>
  reading.observations.map((o) => `${o.year} ${o.indicator} ${o.value}`)
const codes = (reading: Awaited<ReturnType<typeof read>>) => reading.findings.map((f) => f.code)

const HEAD = '年度,指标,数值,单位'
const NOTARY = '2024,办理公证件数,1130,件'

describe('what a person decides about a file', () => {
  it('takes the cell as it was put right', async () => {
    const lines = [HEAD, '2024,办理公证件数,九十八,件']
    expect((await read(lines)).verdict).toBe('refused')
    const fixed = await read(lines, { fixes: new Map([[cellKey(2, 2), '98']]) })
    expect(figures(fixed)).toEqual(['2024 notarisations 98'])
    expect(fixed.verdict).toBe('accepted-with-warnings')
  })

  it('takes a fixed cell of the head as well, and one beyond the end of its row', async () => {
    const fixes = new Map([
      [cellKey(1, 2), '数值'],
      [cellKey(2, 2), '1130'],
    ])
    expect(figures(await read(['年度,指标,多少', '2024,办理公证件数'], { fixes }))).toEqual([
      '2024 notarisations 1130',
    ])
  })

  it('leaves out the rows to be skipped, with all that was found in them', async () => {
    const reading = await read([HEAD, NOTARY, '2024,普法宣讲期数,3/5,期'], { skipped: new Set([3]) })
    expect(reading.verdict).toBe('accepted')
  })

  it('takes the year of a table that says none, before what stands around it', async () => {
    const lines = ['2023年度统计表,', '指标,数值', '办理公证件数,1130']
    expect(figures(await read(lines))).toEqual(['2023 notarisations 1130'])
    const chosen = await read(lines, { year: asYear(2024) })
    expect(figures(chosen)).toEqual(['2024 notarisations 1130'])
    expect(chosen.yearFrom).toBe('choice')
  })

  it('leaves the year of rows that say theirs', async () => {
    expect(figures(await read([HEAD, NOTARY], { year: asYear(2025) }))).toEqual(['2024 notarisations 1130'])
  })

  it('takes a column for what it was said to be, and leaves another out', async () => {
    const lines = ['年度,办什么,数值,实有', '2024,办理公证件数,1,1130']
    const columns = new Map([
      [1, { is: 'field', field: '指标' } as const],
      [2, { is: 'ignored' } as const],
      [3, { is: 'field', field: '数值' } as const],
    ])
    const reading = await read(lines, { columns, headerRow: 1 })
    expect(figures(reading)).toEqual(['2024 notarisations 1130'])
    expect(reading.columns.map(({ by }) => by)).toEqual(['word', 'choice', 'choice', 'choice'])
  })

  it('finds the head by its words, whatever was said of its columns', async () => {
    const columns = new Map([[2, { is: 'field', field: '数值' } as const]])
    const reading = await read(['2024年度指标,一览,表', '年度,指标,多少', '2024,办理公证件数,1130'], {
      columns,
    })
    expect([reading.headerRow, ...figures(reading)]).toEqual([2, '2024 notarisations 1130'])
  })

  it('reads a table without a head where somebody says what its columns are', async () => {
    const columns = new Map([
      [0, { is: 'field', field: '指标' } as const],
      [1, { is: 'year', year: asYear(2024) } as const],
    ])
    const reading = await read(['办理公证件数,1130'], { columns, headerRow: 0 })
    expect(figures(reading)).toEqual(['2024 notarisations 1130'])
  })

  it('takes the row chosen as the head', async () => {
    const reading = await read(['年度,指标,数值', '年度,数值,指标', '2024,1130,办理公证件数'], {
      headerRow: 2,
    })
    expect(figures(reading)).toEqual(['2024 notarisations 1130'])
  })

  it('says what is missing where the chosen layout has no use for the head', async () => {
    expect(codes(await read(['指标,2024', '办理公证件数,1130'], { layout: 'long' }))).toEqual([
      'column-missing',
    ])
  })

  it('reads the sheet chosen, a hidden one too', async () => {
    const file = { name: 'a.xlsx', bytes: uploadBytes('book-hidden.xlsx') }
    const hidden = await readUpload(file, dataset, { ...NO_CHOICES, sheet: 0 })
    expect(hidden.observations.map((o) => o.value)).toEqual(['1'])
  })

  it('puts right and skips rows of one sheet among several', async () => {
    const file = { name: 'a.xlsx', bytes: uploadBytes('book-sheet-a-chapter.xlsx') }
    const open = await readUpload(file, dataset)
    const at = open.findings.find((f) => f.code === 'indicator-unknown')?.at
    expect(at).toMatchObject({ file: 'a.xlsx › 三', row: 3, cell: 1, sheet: 2 })
    const fixes = new Map([[cellKey(3, 1, at?.sheet), '普法宣讲期数']])
    const fixed = await readUpload(file, dataset, { ...NO_CHOICES, fixes })
    expect(fixed.observations.map((o) => o.indicator)).toContain('legal-education-talks')
  })
})

describe('a name nobody knows', () => {
  const lines = [HEAD, '2025,公职律师人数,14,名', '2024,公职律师人数,12,名', NOTARY]
  const row = { name: '公职律师人数', chapter: 4, unit: '名', kind: 'count' } as const

  it('blocks its rows and is asked about once', async () => {
    const { verdict, unknown } = await read(lines)
    expect(verdict).toBe('partial')
    expect(unknown).toMatchObject([{ name: '公职律师人数', unit: '名', rows: [2, 3], answer: null }])
  })

  it('is offered what it resembles, and taken for none of it', async () => {
    const { unknown, observations } = await read([HEAD, '2024,行政规范性文件合格率,98,%'])
    expect(unknown[0]?.offers.map(({ indicator }) => indicator)).toContain('normative-docs-filing-rate')
    expect(unknown[0]?.offers.length).toBeLessThanOrEqual(3)
    expect(observations).toEqual([])
  })

  it('is the indicator it was answered to be', async () => {
    const names = new Map([
      ['公职律师人数', { is: 'known', indicator: asId('enforcement-certificates') } as const],
    ])
    expect(figures(await read(lines, { names }))).toEqual([
      '2025 enforcement-certificates 14',
      '2024 enforcement-certificates 12',
      '2024 notarisations 1130',
    ])
  })

  it('becomes a new indicator of the same id everywhere, since the first year the file has', async () => {
    const names = new Map([['公职律师人数', { is: 'new', indicator: row } as const]])
    const { added, observations } = await read(lines, { names })
    expect(added).toMatchObject([
      { name: '公职律师人数', chapter: 4, unit: '名', kind: 'count', since: 2024, section: null },
    ])
    expect(added[0]?.id).toMatch(/^added-[0-9a-f]{16}$/)
    expect(observations.map((o) => o.indicator)).toContain(added[0]?.id)
    expect((await read(lines.slice(0, 2), { names })).added[0]?.id).toBe(added[0]?.id)
  })

  it('is left out where somebody said so, which is told', async () => {
    const reading = await read(lines, { names: new Map([['公职律师人数', { is: 'left-out' } as const]]) })
    expect([figures(reading), codes(reading), reading.verdict]).toEqual([
      ['2024 notarisations 1130'],
      ['rows-left-out'],
      'accepted',
    ])
  })

  it('is answered from memory, unless this file was answered otherwise', async () => {
    const memory = {
      ...NO_MEMORY,
      names: new Map([
        ['公职律师人数', { is: 'known', indicator: asId('enforcement-certificates') } as const],
      ]),
    }
    expect(figures(await read(lines, {}, 'a.csv', memory))).toContain('2024 enforcement-certificates 12')
    const names = new Map([['公职律师人数', { is: 'left-out' } as const]])
    expect(figures(await read(lines, { names }, 'a.csv', memory))).toEqual(['2024 notarisations 1130'])
  })

  it('stays open where the remembered indicator is no more', async () => {
    const memory = {
      ...NO_MEMORY,
      names: new Map([['公职律师人数', { is: 'known', indicator: asId('gone') } as const]]),
    }
    expect((await read(lines, {}, 'a.csv', memory)).unknown[0]?.answer).toBeNull()
  })

  it('never outweighs the id beside it', async () => {
    const memory = {
      ...NO_MEMORY,
      names: new Map([['某名称', { is: 'known', indicator: asId('legal-aid-cases') } as const]]),
    }
    const reading = await read(
      ['年度,指标编号,指标,数值', '2024,notarisations,某名称,5'],
      {},
      'a.csv',
      memory,
    )
    expect(codes(reading)).toEqual(['indicator-mismatch'])
  })
})

describe('a column nobody knows', () => {
  it('is what it was answered to be for an earlier file', async () => {
    const memory = {
      ...NO_MEMORY,
      columns: new Map([['实有', '数值'] as const, ['数据', 'ignored'] as const]),
    }
    const reading = await read(['年度,指标,实有,数据', '2024,办理公证件数,1130,甲'], {}, 'a.csv', memory)
    expect(figures(reading)).toEqual(['2024 notarisations 1130'])
    expect(reading.columns.map(({ by }) => by)).toEqual(['word', 'word', 'memory', 'memory'])
    expect(reading.verdict).toBe('accepted')
  })
})

describe('shipped files', () => {
  it.each([
    [SHIPPED, dataset],
    [TEN_YEARS, tenYearDataset()],
  ])('of %s read the same by either way in', async (folder, of) => {
    for (const name of readdirSync(`${folder}/years`)) {
      const bytes = new Uint8Array(readFileSync(`${folder}/years/${name}`))
      const strict = readFigures(of.catalogue, name, bytes, null)
      const upload = await readUpload({ name, bytes }, of)
      expect(upload.observations).toEqual(strict.ok && strict.value)
      expect(upload.findings.filter((f) => f.severity === 'blocks')).toEqual([])
    }
  })
})
