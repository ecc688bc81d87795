import { describe, expect, it } from 'vitest'
import { readPlan } from '#importing/plans.ts'
import { aCatalogue, anIndicator, asId, asYear } from '../../support/data.ts'
import { bytesOf, csvText } from '../../support/files.ts'

const HEADER = ['年度', '类别', '序号', '内容', '相关指标', '状态', '下一年原句'] as const
type Row = Partial<Record<(typeof HEADER)[number], string>>

const FILE = 'plans/2023.csv'
const catalogue = aCatalogue({
  indicators: [anIndicator({ id: 'cases', formerIds: [asId('older')] }), anIndicator({ id: 'visits' })],
})
const GOOD: Row = { 年度: '2023', 类别: '打算', 序号: '1', 内容: '办好案件' }

const read = (...rows: readonly Row[]) => {
  const text = csvText([HEADER, ...rows.map((row) => HEADER.map((column) => row[column] ?? ''))])
  return readPlan(catalogue, FILE, bytesOf(text), asYear(2023))
}

describe('readPlan', () => {
  it('reads an item word for word, with the figures that could evidence it', () => {
    const row = { ...GOOD, 类别: '不足', 序号: '3', 相关指标: 'cases; visits；', 状态: '待对应' }
    expect(read(row)).toEqual({
      ok: true,
      findings: [],
      value: [
        {
          kind: '不足',
          number: 3,
          text: '办好案件',
          indicators: ['cases', 'visits'],
          state: '待对应',
          nextQuote: '',
        },
      ],
    })
  })

  it('names each indicator once, by the id it has now', () => {
    const row = { ...GOOD, 相关指标: 'older;visits;cases;visits' }
    expect(read(row)).toMatchObject({ findings: [], value: [{ indicators: ['cases', 'visits'] }] })
  })

  it('takes an empty 状态 for 待对应 and an empty 年度 for the year of the file', () => {
    expect(read({ ...GOOD, 年度: '', 状态: '' })).toMatchObject({
      ok: true,
      findings: [],
      value: [{ state: '待对应' }],
    })
  })

  it.each(['已有对应表述', '未见对应表述'])('keeps the next sentence of %s', (状态) => {
    expect(read({ ...GOOD, 状态, 下一年原句: '已办好案件' })).toMatchObject({
      value: [{ state: 状态, nextQuote: '已办好案件' }],
    })
  })

  it('keeps the order of the file', () => {
    const result = read({ ...GOOD, 序号: '2' }, { ...GOOD, 序号: '1' })
    expect(result.ok && result.value.map((item) => item.number)).toEqual([2, 1])
  })

  it('parts cells at the commas although every row holds three semicolons', () => {
    const rows = ['1', '2', '3'].map((序号) => ({ ...GOOD, 序号, 相关指标: 'cases;visits;cases;visits' }))
    expect(read(...rows)).toMatchObject({ ok: true, findings: [], value: [{}, {}, {}] })
  })

  it.each([
    ['status-unknown', '类别', { 类别: '目标' }, '目标'],
    ['status-unknown', '类别', { 类别: '' }, ''],
    ['status-unknown', '状态', { 状态: '完成' }, '完成'],
    ['status-unknown', '状态', { 状态: '已有对应表述' }, '已有对应表述'],
    ['indicator-unknown', '相关指标', { 相关指标: 'cases;unheard-of' }, 'unheard-of'],
    ['indicator-unknown', '相关指标', { 相关指标: '__proto__' }, '__proto__'],
    ['value-unreadable', '序号', { 序号: '第一' }, '第一'],
    ['value-unreadable', '序号', { 序号: '' }, ''],
    ['value-unreadable', '序号', { 序号: '1.5' }, '1.5'],
    ['year-elsewhere', '年度', { 年度: '2024' }, '2024'],
  ])('blocks a row as %s in column %s: %j', (code, column, row, raw) => {
    const result = read({ ...GOOD, ...row }, { ...GOOD, 序号: '2' })
    expect(result.findings).toMatchObject([
      { code, severity: 'blocks', at: { file: FILE, row: 2, column }, facts: { raw } },
    ])
    expect(result.ok && result.value.map((item) => item.number)).toEqual([2])
  })

  it.each([
    ['file-empty', ''],
    ['header-missing', '甲,乙\n'],
    ['column-missing', '类别,序号\n打算,1\n'],
  ])('refuses a file as %s', (code, text) => {
    expect(readPlan(catalogue, FILE, bytesOf(text), asYear(2023))).toMatchObject({
      ok: false,
      findings: [{ code, severity: 'blocks' }],
    })
  })
})
