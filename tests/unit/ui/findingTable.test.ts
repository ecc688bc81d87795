import { expect, it } from 'vitest'
import type { Finding } from '#domain/finding.ts'
import { findingTable } from '#ui/findingTable.ts'

const findings: readonly Finding[] = [
  {
    code: 'value-unreadable',
    severity: 'blocks',
    at: { file: '2024.xlsx', row: 12, column: '指标值', cell: 3 },
    facts: { raw: '九十八', why: 'chinese-digits', suggestion: '98' },
  },
  {
    code: 'copy-of-year',
    severity: 'warns',
    at: { file: '2024.xlsx' },
    facts: { year: 2024, before: 2023, same: 74, compared: 75 },
  },
  {
    code: 'read-as-not-published',
    severity: 'notes',
    at: { file: '2024.xlsx', row: 7, cell: 4 },
    facts: { raw: '—' },
  },
]

it('has a head and a row for each finding: file, row, column, level and what is wrong', () => {
  expect(findingTable(findings)).toEqual([
    ['文件', '行', '列', '级别', '问题'],
    [
      '2024.xlsx',
      '12',
      '指标值',
      '错误',
      '“九十八”是用汉字写的，不能当作数字。请改用阿拉伯数字，或写“未公布”。可改为“98”。',
    ],
    [
      '2024.xlsx',
      '',
      '',
      '提醒',
      '文件中2024年的75项可比数值，有74项与2023年完全相同。请核对是否误用了2023年的数据。',
    ],
    ['2024.xlsx', '7', '第5列', '说明', '“—”读作“未公布”。如果是0，请改为0。'],
  ])
})

it('has only its head where nothing was found', () => {
  expect(findingTable([])).toHaveLength(1)
})
