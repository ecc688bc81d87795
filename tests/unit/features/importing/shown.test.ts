import { describe, expect, it } from 'vitest'
import { toShown } from '#features/importing/shown.ts'
import { NO_CHOICES, rowKey } from '#importing/upload/reading.ts'
import { aFinding, anUploadReading, aWorkbook } from '../../../support/shownReading.ts'

const HEAD = ['年度', '指标', '数值']
const columns = HEAD.map((label, place) => ({
  place,
  label,
  role: { is: 'field', field: label as '年度' | '指标' | '数值' } as const,
  by: 'word' as const,
}))

describe('a reading as the page shows it', () => {
  it('is cut to a length that can be drawn, its counts are of all there is', () => {
    const findings = [
      ...Array.from({ length: 5000 }, (_, i) => aFinding('warns', { row: i + 2 })),
      ...Array.from({ length: 3000 }, (_, i) => aFinding('blocks', { row: i + 2 })),
    ]
    const shown = toShown(anUploadReading({ findings }), null, NO_CHOICES)
    expect(shown.findings).toHaveLength(2000)
    expect(shown.findings[0]?.severity).toBe('blocks')
    expect(shown.counts).toEqual({ blocks: 3000, warns: 5000, notes: 0 })
    expect(shown.blockedRows).toHaveLength(3000)
    expect(shown.unseenRows).toHaveLength(4000)
    expect(shown.doubtfulRows).toBe(5000)
  })

  it('cuts a long list of unknown names and keeps its number', () => {
    const unknown = Array.from({ length: 900 }, (_, i) => ({
      name: `名称${i}`,
      unit: '',
      rows: [i],
      offers: [],
      answer: null,
    }))
    const shown = toShown(anUploadReading({ unknown }), null, NO_CHOICES)
    expect(shown.unknown.length).toBeLessThan(900)
    expect(shown.unknownCount).toBe(900)
  })

  it('puts beside a finding the text of its cell and the name its row gives', () => {
    const workbook = aWorkbook([HEAD, ['2031', '走访次数', '九十八']])
    const findings = [aFinding('blocks', { row: 2, cell: 2 })]
    const shown = toShown(anUploadReading({ findings, columns }), workbook, NO_CHOICES)
    expect(shown.findings[0]).toMatchObject({ text: '九十八', about: '走访次数' })
  })

  it('shows the cell as it was put right, and lists what it was', () => {
    const workbook = aWorkbook([HEAD, ['2031', '走访次数', '九十八']])
    const findings = [aFinding('warns', { row: 2, cell: 2 })]
    const choices = { ...NO_CHOICES, fixes: new Map([['2:2', '98']]) }
    const shown = toShown(anUploadReading({ findings, columns }), workbook, choices)
    expect(shown.findings[0]?.text).toBe('98')
    expect(shown.fixed).toEqual([
      { key: '2:2', row: 2, column: '数值', place: 2, before: '九十八', after: '98' },
    ])
  })

  it('looks a cell up in its own sheet where several are read together, and in the chosen one else', () => {
    const workbook = aWorkbook([HEAD, ['2031', '甲', '1']], [HEAD, ['2031', '乙', '2']])
    const joined = [
      aFinding('warns', { row: 2, cell: 2, sheet: 0 }),
      aFinding('warns', { row: 2, cell: 2, sheet: 1 }),
    ]
    const both = toShown(anUploadReading({ findings: joined, columns }), workbook, NO_CHOICES)
    expect(both.findings.map(({ about, text }) => about + text)).toEqual(['甲1', '乙2'])
    expect(both.doubtfulRows).toBe(2)
    expect(rowKey(2, 1)).not.toBe(rowKey(2, 0))
    const alone = [aFinding('warns', { row: 2, cell: 2 })]
    const one = toShown(anUploadReading({ findings: alone, columns, sheet: 1 }), workbook, NO_CHOICES)
    expect(one.findings[0]?.about).toBe('乙')
  })

  it('cuts a name that would fill the page', () => {
    const workbook = aWorkbook([HEAD, ['2031', '长'.repeat(500), '1']])
    const findings = [aFinding('warns', { row: 2, cell: 2 })]
    const shown = toShown(anUploadReading({ findings, columns }), workbook, NO_CHOICES)
    expect(shown.findings[0]?.about.length).toBeLessThan(60)
  })
})
