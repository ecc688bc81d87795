import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { FIGURE_COLUMNS } from '#domain/figureColumns.ts'
import { unguardCell } from '#domain/formulaGuard.ts'
import { figureRows } from '#exporting/figureRows.ts'
import { figureSheets, templateSheets } from '#exporting/workbook.ts'
import { type SheetPlan, toXlsx } from '#exporting/xlsx.ts'
import { fileWords } from '#ui/exportWords.ts'
import { aDataset, asYear, shippedDataset, tenYearDataset, threeYearDataset } from '../../support/data.ts'

const NOW = new Date(2031, 0, 5)

const aSheet = (rows: SheetPlan['rows'], rest: Partial<SheetPlan> = {}): SheetPlan => ({
  name: '表',
  rows,
  head: null,
  widths: rows[0]?.map(() => 10) ?? [],
  numbers: [],
  ...rest,
})

const cellsOf = async (sheets: readonly SheetPlan[]) =>
  (await readXlsx(await toXlsx('题', sheets, NOW), { readStyles: true })).sheets

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : unguardCell(String(value))

describe('a workbook', () => {
  it('writes a plain number as a number where it is printed back the same, anything else as text', async () => {
    const values = ['2138', '-12.5', '99.70', '2,138', '40余', '007', '9007199254740993', '']
    const [sheet] = await cellsOf([
      aSheet(
        values.map((value) => [value]),
        { numbers: [0] },
      ),
    ])
    expect(sheet?.rows.map(([cell]) => cell ?? null)).toEqual([
      2138,
      -12.5,
      '99.70',
      '2,138',
      '40余',
      '007',
      '9007199254740993',
      ...(sheet && sheet.rows.length > 7 ? [null] : []),
    ])
  })

  it('writes numbers of other columns as text', async () => {
    const [sheet] = await cellsOf([aSheet([['5', '5']], { numbers: [1] })])
    expect(sheet?.rows[0]).toEqual(['5', 5])
  })

  it('has no formula and no cell that would become one, and gives every text back', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.stringMatching(/^['"=+@,;\t\n\-＝＋－＠ <>&\u202e]{0,6}$/),
      fc.constantFrom('=1+1', '=HYPERLINK("http://x","y")', '<b>&amp;</b>', '_x000D_', '__proto__', '\u0001'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const [sheet] = await cellsOf([aSheet([['头', '头'], ...rows])])
        for (const [i, row] of rows.entries())
          for (const [j, text] of row.entries()) {
            const found = sheet?.rows[i + 1]?.[j]
            expect(textOf(found)).toBe(text)
            if (typeof found === 'string') expect(found).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/)
          }
        expect([...(sheet?.cells?.values() ?? [])].filter((c) => c.formula !== undefined)).toEqual([])
      }),
      { seed: 34, numRuns: 60 },
    )
  })

  it('takes any words for the name of a sheet, each once', async () => {
    const names = ["'[a]:*?/\\'", 'A', 'a', '', '长'.repeat(40)]
    const sheets = await cellsOf(names.map((name) => aSheet([['x']], { name })))
    const found = sheets.map(({ name }) => name)
    expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(found.every((name) => name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(
      true,
    )
  })
})

describe('the workbook of all figures', () => {
  it('has a sheet a chapter under the header of the contract, and one of sources', async () => {
    const sheets = await cellsOf(figureSheets(shippedDataset(), NOW, fileWords))
    expect(sheets.map(({ name }) => name)).toEqual([
      '序 序言 · 荣誉',
      '一 责任落实',
      '二 任务落地',
      '三 法律服务',
      '四 营商环境',
      '来源',
    ])
    for (const sheet of sheets.slice(0, -1)) {
      expect(sheet.rows[0]).toEqual([...FIGURE_COLUMNS])
      expect(sheet.freezePane?.rows).toBe(1)
    }
  })

  it.each([shippedDataset(), threeYearDataset()])(
    'holds every row that a CSV file holds',
    async (dataset) => {
      const sheets = await cellsOf(figureSheets(dataset, NOW, fileWords))
      const rows = sheets
        .slice(0, -1)
        .flatMap(({ rows: all }) => all.slice(1))
        .map((row) => FIGURE_COLUMNS.map((_, i) => textOf(row[i])).join('|'))
      const expected = figureRows(dataset, dataset.years).slice(1)
      expect([...rows].sort()).toEqual(expected.map((row) => row.join('|')).sort())
    },
  )

  it('names the reports, and the years in which silence means 待录入', async () => {
    const dataset = aDataset({ figures: { a: { 2031: '1', 2032: '2' } }, openYears: [asYear(2032)] })
    const text = JSON.stringify(figureSheets(dataset, NOW, fileWords).at(-1)?.rows)
    expect(text).toContain('2032年还在录入')
    expect(JSON.stringify(figureSheets(shippedDataset(), NOW, fileWords).at(-1)?.rows)).toContain(
      '嘉祥县司法局',
    )
  })

  it('marks made-up figures on every sheet, above a head that stays in sight', async () => {
    for (const sheet of await cellsOf(figureSheets(tenYearDataset(), NOW, fileWords))) {
      expect(sheet.rows[0]?.[0]).toContain('示例数据')
      if (sheet.name !== '来源') expect(sheet.freezePane?.rows).toBe(2)
    }
  })
})

describe('the workbook to fill in', () => {
  const sheets = () => cellsOf(templateSheets(shippedDataset(), asYear(2024), fileWords))

  it('keeps in 数值 what is typed there as it was typed, in a cell for text', async () => {
    const [sheet] = await sheets()
    expect(sheet?.rows[0]?.slice(4, 8)).toEqual(['指标', '上年数值（供参考）', '数值', '单位'])
    const empty = sheet?.cells?.get('1,6')
    expect(empty?.style?.numFmt).toBe('@')
    expect(sheet?.cells?.get('1,7')?.style?.numFmt).toBeUndefined()
  })

  it('offers the words of 状态 in every row', async () => {
    const [sheet] = await sheets()
    expect(sheet?.dataValidations).toMatchObject([
      { type: 'list', range: `I2:I${shippedDataset().catalogue.indicators.length + 1}` },
    ])
    expect(JSON.stringify(sheet?.dataValidations)).toContain('未公布')
  })

  it('says on a second sheet what may be written', async () => {
    const [, guide] = await sheets()
    expect(guide?.name).toBe('填写说明')
    expect(JSON.stringify(guide?.rows)).toContain('上年数值（供参考）')
  })
})
