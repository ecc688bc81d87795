import { expect, it } from 'vitest'
import { cell, type Row, readCatalogue, readTable, readText, shippedYears } from './shipped.ts'

const HEADER = ['年度', '类别', '序号', '内容', '相关指标', '状态', '下一年原句']
const LINKING = [
  '五、存在的不足及下步打算',
  '2023年,虽然我县法治政府建设取得显著成效,但仍存在一些问题和不足,主要表现为:',
  '2024年,我县将',
]
const ids = new Set<string>(readCatalogue().indicators.map((i) => i.id))
const table = readTable('plans/2023.csv')
const plain = (text: string): string => text.replace(/[\s,、。]/g, '')

/** Chapter five of the report, without the links of the web page below it. */
const lastChapter = (report: string): string =>
  report.slice(report.lastIndexOf('五、')).replace(/上一篇:.*$/s, '')

/** What is left of chapter five when the items are taken out, in order; a sentence when one is not there. */
function remainder(chapter: string, items: readonly string[]): string {
  let rest = chapter
  let kept = ''
  for (const item of items) {
    const at = rest.indexOf(item)
    if (at < 0) return `not found in order: ${item}`
    kept += rest.slice(0, at)
    rest = rest.slice(at + item.length)
  }
  return plain(kept + rest)
}

function rowProblems(row: Row): readonly string[] {
  const named = cell(row, '相关指标').split(';').filter(Boolean)
  return [
    ...named.filter((id) => !ids.has(id)).map((id) => `unknown id ${id}`),
    ...named.filter((id, i) => named.indexOf(id) !== i).map((id) => `${id} twice`),
    ...(cell(row, '状态') === '已有对应表述' && cell(row, '下一年原句') === '' ? ['no quote'] : []),
  ]
}

it('plans have the header of the contract', () => {
  expect(table.header).toEqual(HEADER)
})

it('2023 has 5 shortcomings and 13 commitments, numbered as the report has them', () => {
  const numbered = table.rows.map((row) => `${cell(row, '类别')}${cell(row, '序号')}`)
  const count = (kind: string, length: number) => Array.from({ length }, (_, i) => `${kind}${i + 1}`)
  expect(numbered).toEqual([...count('不足', 5), ...count('打算', 13)])
})

it('chapter five holds these 18 sentences and linking words, and nothing else', () => {
  const items = table.rows.map((row) => cell(row, '内容'))
  expect(remainder(lastChapter(readText('reports/2023.txt')), items)).toBe(plain(LINKING.join('')))
})

it('notices an item that is retyped, left out or moved', () => {
  const chapter = '2024年,我县将甲项、乙项。'
  expect(remainder(chapter, ['甲项', '乙项'])).toBe('2024年我县将')
  expect(remainder(chapter, ['甲项'])).toBe('2024年我县将乙项')
  expect(remainder(chapter, ['乙项', '甲项'])).toBe('not found in order: 甲项')
  expect(remainder(chapter, ['甲', '丙项'])).toBe('not found in order: 丙项')
})

it.each(shippedYears('plans'))(
  'the evidence named in plans/%s.csv exists, and a finding has its quote',
  (year) => {
    expect(readTable(`plans/${year}.csv`).rows.flatMap(rowProblems)).toEqual([])
  },
)

it('notices evidence that does not exist and a finding without its quote', () => {
  const row = { 相关指标: 'legal-aid-cases;legal-aid;legal-aid-cases', 状态: '已有对应表述', 下一年原句: '' }
  expect(rowProblems(row)).toEqual(['unknown id legal-aid', 'legal-aid-cases twice', 'no quote'])
})

/** A finding before the next report, or a quote that this report does not hold. */
function findingProblems(row: Row, nextReport: string | null): readonly string[] {
  const quote = cell(row, '下一年原句')
  if (nextReport === null)
    return cell(row, '状态') === '待对应' && quote === '' ? [] : ['found before the next report']
  return nextReport.includes(quote) ? [] : [`not in the next report: ${quote}`]
}

it.each(shippedYears('plans'))('the items of %s wait for the next report, or quote it verbatim', (year) => {
  const next = String(Number(year) + 1)
  const report = shippedYears('reports').includes(next) ? readText(`reports/${next}.txt`) : null
  expect(readTable(`plans/${year}.csv`).rows.flatMap((row) => findingProblems(row, report))).toEqual([])
})

it('notices a finding without a report and a quote that is not in it', () => {
  expect(findingProblems({ 状态: '未见对应表述', 下一年原句: '' }, null)).toEqual([
    'found before the next report',
  ])
  expect(findingProblems({ 状态: '已有对应表述', 下一年原句: '甲' }, '乙')).toEqual([
    'not in the next report: 甲',
  ])
  expect(findingProblems({ 状态: '已有对应表述', 下一年原句: '乙' }, '乙')).toEqual([])
})
