import { describe, expect, it } from 'vitest'
import type { Observation } from '#domain/observation.ts'
import { readFigures } from '#importing/figures.ts'
import { aCatalogue, anIndicator, asId, asYear } from '../../support/data.ts'
import { bytesOf, csvText, YEAR_HEADER, type YearRow, yearText } from '../../support/files.ts'

const FILE = 'years/2023.csv'
const catalogue = aCatalogue({
  indicators: [
    anIndicator({ id: 'cases', name: '办理案件数', short: '案件', aliases: ['案件件数'] }),
    anIndicator({ id: 'share', name: '通过率', unit: '%', kind: 'rate' }),
    anIndicator({ id: 'money', name: '挽回损失', unit: '万元', kind: 'amount' }),
    anIndicator({ id: 'place', name: '全市位次', unit: '位', kind: 'rank' }),
    anIndicator({ id: 'visits', name: '咨询人次', unit: '人次' }),
  ],
})

const read = (text: string, year: number | null = 2023) =>
  readFigures(catalogue, FILE, bytesOf(text), year === null ? null : asYear(year))

/** One row of 案件, unless it says otherwise; what it gives and what is found in it. */
function readRow(row: YearRow, year: number | null = 2023) {
  const result = read(yearText({ 年度: '2023', 指标编号: 'cases', ...row }), year)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return { observations: result.value, findings: result.findings }
}

const rowIn = ({ source }: Observation): number | null => ('row' in source ? source.row : null)

const quantityOf = (row: YearRow) => readRow(row).observations[0]?.quantity

/** Code, severity and column of each finding; every one must be in row 2. */
const found = (row: YearRow, year?: number | null) =>
  readRow(row, year).findings.map(({ code, severity, at, facts }) => {
    expect(at).toMatchObject({ file: FILE, row: 2 })
    return [code, severity, at.column, facts]
  })

describe('a row that can be taken', () => {
  it('becomes an observation with its quote, note and place in the file', () => {
    const row: YearRow = { 章节: '一', 数值: ' 12 ', 单位: '件', 原句: '办理12件', 备注: '照录' }
    expect(readRow(row)).toEqual({
      findings: [],
      observations: [
        {
          indicator: 'cases',
          year: 2023,
          quantity: { kind: 'known', bound: 'exact', value: 12, literal: '12', unit: '件' },
          value: '12',
          unit: '件',
          status: '',
          doubtful: false,
          period: null,
          scopeChange: null,
          quote: '办理12件',
          note: '照录',
          source: { file: FILE, row: 2 },
        },
      ],
    })
  })

  it.each([
    ['its id', { 指标编号: 'cases', 指标: '' }],
    ['its name', { 指标编号: '', 指标: '办理案件数' }],
    ['its short name', { 指标编号: '', 指标: '案件' }],
    ['an alias', { 指标编号: '', 指标: '案件件数' }],
    ['its id and an alias', { 指标编号: 'cases', 指标: '案件件数' }],
  ])('is known by %s', (_, row) => {
    expect(readRow({ ...row, 数值: '12' }).observations.map((o) => o.indicator)).toEqual(['cases'])
  })

  it.each(['2023', '2023年', '2023年度', '２０２３'])('is of the year %s', (year) => {
    expect(readRow({ 年度: year, 数值: '12' }).observations.map((o) => o.year)).toEqual([2023])
  })

  it.each([
    [{ 数值: '40余' }, 'at-least', 40],
    [{ 数值: '40余件' }, 'at-least', 40],
    [{ 数值: '约60', 单位: '件' }, 'about', 60],
    [{ 数值: '不超过6' }, 'at-most', 6],
    [{ 指标编号: 'place', 数值: '第二', 单位: '位' }, 'rank', 2],
    [{ 指标编号: 'place', 数值: '第2名', 单位: '名' }, 'rank', 2],
    [{ 指标编号: 'place', 数值: '前三' }, 'rank-within', 3],
    [{ 指标编号: 'share', 数值: '99.7', 单位: '%' }, 'exact', 99.7],
    [{ 指标编号: 'share', 数值: '99.7％' }, 'exact', 99.7],
    [{ 指标编号: 'share', 数值: '100' }, 'exact', 100],
  ] as const)('keeps the literal of %j', (row, bound, value) => {
    expect(quantityOf(row)).toMatchObject({ kind: 'known', bound, value, literal: row.数值 })
    expect(found(row)).toEqual([])
  })

  it('is doubtful only where its status says 待核', () => {
    expect(readRow({ 数值: '12', 状态: '待核' }).observations[0]?.doubtful).toBe(true)
    expect(readRow({ 数值: '12', 状态: '已公布' }).observations[0]?.doubtful).toBe(false)
  })

  it.each([
    [{ 状态: '未公布' }, 'not-published'],
    [{ 数值: '—', 状态: '未公布' }, 'not-published'],
    [{ 数值: '未公布' }, 'not-published'],
    [{ 状态: '不适用' }, 'not-applicable'],
    [{ 数值: '无', 状态: '不适用' }, 'not-applicable'],
  ])('with %j is missing as %s', (row, why) => {
    expect(quantityOf(row)).toEqual({ kind: 'missing', why })
    expect(found(row)).toEqual([])
  })

  it('says nothing, and is no observation, where value and status are empty', () => {
    expect(readRow({ 数值: '', 备注: '待查' })).toEqual({ observations: [], findings: [] })
  })
})

describe('an id that an indicator had before', () => {
  const renamed = aCatalogue({
    indicators: [
      anIndicator({ id: 'newer', name: '新名', aliases: ['旧名'], formerIds: [asId('older')] }),
      anIndicator({ id: 'other', name: '别的' }),
    ],
  })
  const readIn = (...rows: readonly YearRow[]) =>
    readFigures(
      renamed,
      FILE,
      bytesOf(yearText(...rows.map((row) => ({ 年度: '2023', 数值: '5', ...row })))),
      asYear(2023),
    )

  it.each(['', '新名', '旧名'])('names it still, beside the name %j', (指标) => {
    const result = readIn({ 指标编号: 'older', 指标 })
    expect(result).toMatchObject({ ok: true, findings: [], value: [{ indicator: 'newer' }] })
  })

  it('does not go with the name of another one', () => {
    expect(readIn({ 指标编号: 'older', 指标: '别的' }).findings).toMatchObject([
      { code: 'indicator-mismatch', facts: { raw: '别的', name: '新名' } },
    ])
  })

  it('is the same indicator as the new id: two rows of one year are one too many', () => {
    const result = readIn({ 指标编号: 'older' }, { 指标编号: 'newer' })
    expect(result.findings).toMatchObject([{ code: 'row-duplicate', at: { row: 3 }, facts: { other: 2 } }])
  })
})

describe('units of one family', () => {
  it.each([
    [{ 指标编号: 'money', 数值: '8035000', 单位: '元' }, 803.5, '元', '单位'],
    [{ 指标编号: 'money', 数值: '1.2', 单位: '亿元' }, 12_000, '亿元', '单位'],
    [{ 指标编号: 'money', 数值: '8.2亿', 单位: '元' }, 82_000, '亿元', '数值'],
    [{ 指标编号: 'money', 数值: '8.2亿', 单位: '万元' }, 82_000, '亿元', '数值'],
    [{ 指标编号: 'money', 数值: '8035000元' }, 803.5, '元', '数值'],
    [{ 指标编号: 'visits', 数值: '2万余人次' }, 20_000, '万人次', '数值'],
    [{ 指标编号: 'visits', 数值: '2.5', 单位: '万人次' }, 25_000, '万人次', '单位'],
    [{ 数值: '5721万' }, 57_210_000, '万件', '数值'],
  ])('%j is %d in the unit of the catalogue, and is announced as %s in %s', (row, value, raw, column) => {
    expect(quantityOf(row)).toMatchObject({ kind: 'known', value, literal: row.数值 })
    expect(found(row)).toEqual([['unit-converted', 'notes', column, { raw, unit: expect.any(String) }]])
  })

  it.each([
    [{ 指标编号: 'money', 数值: '710.99', 单位: '万元' }, 710.99],
    [{ 指标编号: 'money', 数值: '710.99万元' }, 710.99],
    [{ 指标编号: 'money', 数值: '710.99万元', 单位: '万元' }, 710.99],
    [{ 指标编号: 'money', 数值: '710.99万', 单位: '万元' }, 710.99],
    [{ 指标编号: 'money', 数值: '710.99万' }, 710.99],
  ])('%j is in the unit of the catalogue already', (row, value) => {
    expect(quantityOf(row)).toMatchObject({ value })
    expect(found(row)).toEqual([])
  })
})

describe('a row that cannot be taken', () => {
  it.each([
    ['year-unreadable', '年度', { 年度: '' }, { raw: '' }],
    ['year-unreadable', '年度', { 年度: '二〇二三' }, { raw: '二〇二三' }],
    ['year-elsewhere', '年度', { 年度: '2024', 数值: '5' }, { raw: 2024, year: 2023 }],
    ['indicator-missing', '指标编号', { 指标编号: '' }, {}],
    ['indicator-unknown', '指标编号', { 指标编号: 'unheard-of', 指标: '办理案件数' }, { raw: 'unheard-of' }],
    ['indicator-unknown', '指标编号', { 指标编号: '__proto__' }, { raw: '__proto__' }],
    ['indicator-unknown', '指标编号', { 指标编号: 'constructor' }, { raw: 'constructor' }],
    ['indicator-unknown', '指标', { 指标编号: '', 指标: 'toString' }, { raw: 'toString' }],
    ['indicator-unknown', '指标', { 指标编号: '', 指标: '办理案件' }, { raw: '办理案件' }],
    ['indicator-mismatch', '指标', { 指标: '通过率' }, { raw: '通过率', name: '办理案件数' }],
    ['indicator-mismatch', '指标', { 指标: '没听说过' }, { raw: '没听说过', name: '办理案件数' }],
    [
      'value-unreadable',
      '数值',
      { 数值: '九十八' },
      { raw: '九十八', why: 'chinese-digits', suggestion: '98' },
    ],
    ['value-unreadable', '数值', { 数值: '3/5' }, { raw: '3/5', why: 'fraction' }],
    ['value-unreadable', '数值', { 数值: '-5' }, { raw: '-5', why: 'negative' }],
    [
      'value-unreadable',
      '数值',
      { 数值: '1\u202e2' },
      { raw: '1\u202e2', why: 'hidden-characters', detail: 'U+202E' },
    ],
    ['value-unreadable', '数值', { 数值: '1'.repeat(65) }, { raw: '1'.repeat(65), why: 'too-long' }],
    ['zero-or-unpublished', '数值', { 数值: '无' }, { raw: '无' }],
    ['value-and-status', '状态', { 数值: '5', 状态: '未公布' }, { raw: '5', status: '未公布' }],
    ['value-and-status', '状态', { 数值: '5', 状态: '不适用' }, { raw: '5', status: '不适用' }],
    ['value-and-status', '状态', { 数值: '九十八', 状态: '未公布' }, { raw: '九十八', status: '未公布' }],
    ['value-and-status', '状态', { 数值: '', 状态: '待核' }, { raw: '', status: '待核' }],
    ['value-and-status', '状态', { 数值: '—', 状态: '已公布' }, { raw: '—', status: '已公布' }],
    [
      'status-unknown',
      '状态',
      { 数值: '5', 状态: '待定' },
      { raw: '待定', words: '已公布、未公布、不适用、待核' },
    ],
    ['unit-unlike', '单位', { 数值: '5', 单位: '人' }, { raw: '人', unit: '件', name: '办理案件数' }],
    ['unit-unlike', '数值', { 数值: '5人' }, { raw: '人', unit: '件', name: '办理案件数' }],
    ['unit-unlike', '单位', { 数值: '5件', 单位: '人' }, { raw: '人', unit: '件', name: '办理案件数' }],
    ['unit-unlike', '数值', { 数值: '5人', 单位: '件' }, { raw: '人', unit: '件', name: '办理案件数' }],
    ['place-unexpected', '数值', { 数值: '第二' }, { raw: '第二', name: '办理案件数' }],
    [
      'place-expected',
      '数值',
      { 指标编号: 'place', 数值: '2' },
      { raw: '2', name: '全市位次', suggestion: '第2' },
    ],
    ['place-expected', '数值', { 指标编号: 'place', 数值: '5.5' }, { raw: '5.5', name: '全市位次' }],
    [
      'unit-unlike',
      '单位',
      { 指标编号: 'place', 数值: '第二', 单位: '件' },
      { raw: '件', unit: '位', name: '全市位次' },
    ],
    [
      'value-out-of-range',
      '数值',
      { 指标编号: 'share', 数值: '997' },
      { raw: '997', name: '通过率', perhaps: '99.7' },
    ],
    [
      'value-out-of-range',
      '数值',
      { 指标编号: 'share', 数值: '超100.1' },
      { raw: '超100.1', name: '通过率', perhaps: '10.01' },
    ],
  ] as const)('is found as %s in column %s: %j', (code, column, row, facts) => {
    expect(found(row)).toEqual([[code, 'blocks', column, facts]])
    expect(readRow(row).observations).toEqual([])
  })

  it('is found as row-duplicate with the row it repeats; the first is kept', () => {
    const row = { 年度: '2023', 指标编号: 'cases' }
    const result = read(
      yearText({ ...row, 数值: '130' }, { ...row, 指标编号: 'visits', 数值: '1' }, { ...row, 数值: '131' }),
    )
    expect(result).toMatchObject({
      findings: [
        {
          code: 'row-duplicate',
          severity: 'blocks',
          at: { row: 4, column: '指标编号' },
          facts: { other: 2 },
        },
      ],
    })
    expect(result.ok && result.value.map((o) => rowIn(o))).toEqual([2, 3])
  })

  it('leaves the other rows alone', () => {
    const rows = ['九十八', '12', '1.2.3'].map((数值, i) => ({
      年度: '2023',
      指标编号: ['cases', 'visits', 'money'][i] ?? '',
      数值,
    }))
    const result = read(yearText(...rows))
    expect(result.ok && result.value.map((o) => [o.indicator, rowIn(o)])).toEqual([['visits', 3]])
    expect(result.findings.map((f) => f.at.row)).toEqual([2, 4])
  })

  it('is left out where a thousands comma has moved its cells', () => {
    const text = `${YEAR_HEADER.join(',')}\n2023,一,,cases,,2,138,件,,原句,备注\n2023,一,,visits,,5,,,,\n`
    const result = read(text)
    expect(result.findings).toMatchObject([
      { code: 'row-length', severity: 'blocks', at: { file: FILE, row: 2 } },
    ])
    expect(result.ok && result.value.map((o) => o.indicator)).toEqual(['visits'])
  })
})

describe('the file as a whole', () => {
  it('may hold several years where none is expected', () => {
    const rows = ['2023', '2024'].map((年度) => ({ 年度, 指标编号: 'cases', 数值: '5' }))
    const result = read(yearText(...rows), null)
    expect(result.ok && result.value.map((o) => o.year)).toEqual([2023, 2024])
    expect(result.findings).toEqual([])
  })

  it('needs no more than a year, a name and a value', () => {
    const result = read(csvText([['某县指标'], ['指标', '年度', '数值'], ['案件', '2023', '40余']]))
    expect(result.ok && result.value.map((o) => [o.indicator, rowIn(o)])).toEqual([['cases', 3]])
  })

  it.each(['utf8', 'gbk', 'gb18030', 'utf-16le', 'utf-16be'])('reads the same rows in %s', (encoding) => {
    const text = yearText({
      年度: '2023',
      指标: '办理案件数',
      数值: '40余',
      单位: '件',
      原句: '办理案件40余件',
    })
    const result = readFigures(catalogue, FILE, bytesOf(text, encoding), asYear(2023))
    expect(result).toEqual(read(text))
    expect(result.ok && result.value.map((o) => o.quote)).toEqual(['办理案件40余件'])
  })

  it('with its header alone holds no figure and no fault', () => {
    expect(read(yearText())).toEqual({ ok: true, value: [], findings: [] })
  })

  it.each([
    ['file-empty', ''],
    ['file-is-html', '<html><body>登录</body></html>'],
    ['csv-quotes', `${YEAR_HEADER.join(',')}\n2023,,,cases,,5,件,,"原句,\n`],
    ['header-missing', '甲,乙\n1,2\n'],
    ['column-missing', '年度,指标\n2023,案件\n'],
    ['column-twice', '年度,指标,数值,数值\n2023,案件,5,6\n'],
  ])('is refused as %s', (code, text) => {
    const result = read(text)
    expect(result.ok).toBe(false)
    expect(result.findings).toMatchObject([{ code, severity: 'blocks', at: { file: FILE } }])
  })

  it('leaves nothing behind on the prototype of all objects', () => {
    read(
      csvText([
        ['年度', '指标', '数值', '__proto__', 'constructor'],
        ['2023', '__proto__', '5', 'x', 'y'],
      ]),
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
