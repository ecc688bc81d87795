import { describe, expect, it } from 'vitest'
import { bindColumns } from '#importing/columns.ts'

const RULE = { required: ['年度', '数值'], optional: ['指标', '备注'] } as const
const bind = (...rows: readonly (readonly string[])[]) =>
  bindColumns<'年度' | '数值' | '指标' | '备注'>(
    { file: 'a.csv', rows: rows.map((cells, i) => ({ number: i + 1, cells })) },
    RULE,
  )

describe('bindColumns', () => {
  it('reads cells by the name of their column, in whatever order they stand', () => {
    const result = bind(['备注', '数值', '年度'], [' 甲 ', '5', '　2023　'])
    if (!result.ok) throw new Error('refused')
    const { rows, cell } = result.value
    expect(
      rows.map((row) => [cell(row, '年度'), cell(row, '数值'), cell(row, '备注'), cell(row, '指标')]),
    ).toEqual([['2023', '5', '甲', '']])
    expect(result.findings).toEqual([])
  })

  it.each([0, 1, 9])('finds the header under %d rows of titles', (above) => {
    const titles = Array.from({ length: above }, () => ['某县指标', ''])
    const result = bind(...titles, ['年度', '数值'], ['2023', '5'])
    expect(result.ok && result.value.rows.map((row) => row.number)).toEqual([above + 2])
  })

  it('leaves out blank rows and keeps the numbers of the others', () => {
    const result = bind(['年度', '数值'], [''], [' ', '　'], ['2023', '5'], [''])
    expect(result.ok && result.value.rows.map((row) => row.number)).toEqual([4])
  })

  it.each([
    [
      'there is none',
      [
        ['甲', '乙'],
        ['2023', '5'],
      ],
    ],
    ['it comes after the tenth row', [...Array.from({ length: 10 }, () => ['某县']), ['年度', '数值']]],
    [
      'only one of its words is there',
      [
        ['年度', '乙'],
        ['2023', '5'],
      ],
    ],
    ['there is no row at all', []],
  ])('finds no header where %s', (_, rows) => {
    expect(bind(...rows)).toEqual({
      ok: false,
      findings: [
        {
          code: 'header-missing',
          severity: 'blocks',
          at: { file: 'a.csv' },
          facts: { columns: '年度、数值' },
        },
      ],
    })
  })

  it('names each required column that is missing, at the header', () => {
    expect(bind(['甲'], ['指标', '备注'])).toMatchObject({
      ok: false,
      findings: [
        { code: 'column-missing', severity: 'blocks', at: { file: 'a.csv', row: 2, column: '年度' } },
        { code: 'column-missing', severity: 'blocks', at: { file: 'a.csv', row: 2, column: '数值' } },
      ],
    })
  })

  it('refuses a column that stands there twice, required or not', () => {
    expect(bind(['年度', '数值', '数值', '备注', '备注'])).toMatchObject({
      ok: false,
      findings: [
        { code: 'column-twice', at: { row: 1, column: '数值' } },
        { code: 'column-twice', at: { row: 1, column: '备注' } },
      ],
    })
  })

  it('passes over columns it does not know, even __proto__ and constructor', () => {
    const result = bind(['__proto__', '年度', 'constructor', '数值'], ['x', '2023', 'y', '5'])
    if (!result.ok) throw new Error('refused')
    expect(result.value.rows.map((row) => result.value.cell(row, '数值'))).toEqual(['5'])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('leaves out a row with more cells than the header: a comma has moved its figures', () => {
    const result = bind(['年度', '数值', '备注'], ['2023', '2', '138', '甲'], ['2023', '5', '乙'])
    expect(result).toMatchObject({
      ok: true,
      findings: [
        {
          code: 'row-length',
          severity: 'blocks',
          at: { file: 'a.csv', row: 2 },
          facts: { cells: 4, columns: 3 },
        },
      ],
    })
    expect(result.ok && result.value.rows.map((row) => row.number)).toEqual([3])
  })

  it('takes a row that ends early, and warns', () => {
    const result = bind(['年度', '数值', '备注'], ['2023', '5'])
    expect(result).toMatchObject({
      ok: true,
      findings: [{ code: 'row-length', severity: 'warns', at: { row: 2 }, facts: { cells: 2, columns: 3 } }],
    })
    expect(result.ok && result.value.rows).toHaveLength(1)
  })

  it('does not mind empty cells beyond the header or an empty end of the header', () => {
    expect(bind(['年度', '数值', '', ''], ['2023', '5'], ['2023', '6', '', '', '', ' ']).findings).toEqual([])
  })
})
