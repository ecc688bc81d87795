import { describe, expect, it } from 'vitest'
import type { Finding, TableFindingCode } from '#domain/finding.ts'
import { findingText } from '#ui/findingWords.ts'

const text = (code: TableFindingCode, facts: Finding['facts']) =>
  findingText({ code, severity: 'blocks', at: { file: 'a.csv' }, facts })

const cases: Readonly<Record<TableFindingCode, Finding['facts']>> = {
  'path-unread': {},
  'table-of-plans': {},
  'columns-ignored': { columns: '责任单位、第5列' },
  'columns-shared': { columns: '“备注”' },
  'ids-foreign': { column: '编号' },
  'figures-absent': {},
  'year-absent': { stated: '2023、2024' },
  'year-from-around': { from: 'title', text: '2024年度统计表', year: 2024 },
  'year-disagrees': { from: 'file-name', text: '指标2023.csv', year: 2024, other: 2023 },
  'year-missing': {},
  'year-filled': { rows: '3、4行', year: 2024 },
  'year-between': { rows: '9行' },
  'year-far': { year: 2042, known: 2023 },
  'heads-differ': { rows: '9行' },
  'title-months': { months: '1—9月' },
  'rows-sums': { rows: '7行' },
  'rows-lines': { rows: '8、9行' },
  'rows-left-out': { rows: '5行' },
  'row-longer': { more: 1 },
  'number-torn': { raw: '2,138' },
  'row-conflict': { other: '第8行', value: '130', otherValue: '131' },
  'row-repeated': { other: '第8行' },
  'value-elsewhere': { raw: '1130' },
  'value-merged': { last: 9 },
  'sheets-joined': { sheets: '“二”、“三”' },
  'sheets-unread': { sheets: '“另一张”', read: '“定稿”' },
  'sheets-hidden': { sheets: '“旧”' },
}
/** Facts a sentence says in its own words. */
const SAID_OTHERWISE = ['title', 'file-name', '2,138']

describe('the sentences about how a table lies in its file', () => {
  it.each(Object.entries(cases) as [TableFindingCode, Finding['facts']][])(
    'say %s in whole Chinese sentences that repeat what was found',
    (code, facts) => {
      const sentence = text(code, facts).replace(/^a\.csv：/, '')
      expect(sentence).toMatch(/。$/)
      expect(sentence.replace('2,138', '')).not.toMatch(/undefined|null|NaN|\[object|[,;:!?]/)
      for (const fact of Object.values(facts).map(String))
        if (!SAID_OTHERWISE.includes(fact)) expect(sentence).toContain(fact)
    },
  )

  it('are all different', () => {
    const sentences = Object.entries(cases).map(([code, facts]) => text(code as TableFindingCode, facts))
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('name both values of two rows that differ, and no values where only the unit does', () => {
    expect(text('row-conflict', { other: '第53行', value: '130', otherValue: '131' })).toContain(
      '数值不同（130、131）',
    )
    expect(text('row-conflict', { other: '第53行', value: '130', otherValue: '130' })).toContain(
      '单位或状态不同',
    )
  })

  it('say where around the table its year stands', () => {
    expect(text('year-from-around', { from: 'sheet', text: '2024年', year: 2024 })).toContain(
      '工作表名“2024年”',
    )
    expect(text('year-absent', { stated: '' })).toContain('没有写明年度')
  })
})
