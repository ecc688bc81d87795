import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { locate } from './reportNumbers.ts'
import {
  cell,
  parseTable,
  type Row,
  readBytes,
  readCatalogue,
  readTable,
  readText,
  shippedFiles,
  shippedYears,
} from './shipped.ts'

const HEADER = '年度,章节,分节,指标编号,指标,数值,单位,状态,原句,备注'
const catalogue = readCatalogue()
const years = shippedYears('years')
const rowsOf = (year: string) => readTable(`years/${year}.csv`).rows
const rows2023 = rowsOf('2023')

/** What keeps bytes from opening right in WPS and Excel. */
function encodingProblems(bytes: Buffer): readonly string[] {
  const text = bytes.toString('utf8')
  return [
    ...(bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? [] : ['no BOM']),
    ...(text.lastIndexOf('\ufeff') > 0 ? ['a second BOM'] : []),
    ...(/(?<!\r)\n|\r(?!\n)/.test(text) ? ['a line end that is not CRLF'] : []),
    ...(text.endsWith('\r\n') ? [] : ['no line end after the last row']),
    ...(Buffer.from(text, 'utf8').equals(bytes) ? [] : ['not UTF-8']),
  ]
}

/** Rows that do not agree with the catalogue, and statuses that contradict the cell beside them. */
function rowProblems(row: Row): readonly string[] {
  const indicator = catalogue.indicators.find((i) => i.id === cell(row, '指标编号'))
  if (!indicator) return [`unknown id ${cell(row, '指标编号')}`]
  const { id } = indicator
  const chapter = catalogue.chapters.find((c) => c.number === indicator.chapter)
  const section = chapter?.sections.find((s) => s.number === indicator.section)
  const problems: string[] = []
  if (cell(row, '指标') !== indicator.name) problems.push(`${id}: another name`)
  if (cell(row, '章节') !== chapter?.glyph) problems.push(`${id}: another chapter`)
  if (cell(row, '分节') !== (section?.glyph ?? '')) problems.push(`${id}: another section`)
  const unprinted = cell(row, '单位') === '' && cell(row, '备注').includes('未写单位')
  if (cell(row, '单位') !== indicator.unit && !unprinted) problems.push(`${id}: another unit`)
  if ((cell(row, '数值') === '') !== ['未公布', '不适用'].includes(cell(row, '状态')))
    problems.push(`${id}: status and value disagree`)
  if (cell(row, '数值') !== '' && cell(row, '原句') === '') problems.push(`${id}: a value without its quote`)
  if (cell(row, '状态') === '待核' && cell(row, '备注') === '')
    problems.push(`${id}: a doubt without a reason`)
  if (/^(第|前)/.test(cell(row, '数值')) !== (indicator.kind === 'rank'))
    problems.push(`${id}: kind and value disagree`)
  return problems
}

it.each(shippedFiles().filter((path) => path.endsWith('.csv')))('%s is UTF-8 with BOM and CRLF', (path) => {
  expect(encodingProblems(readBytes(path))).toEqual([])
})

it('notices a file that WPS or Excel would misread', () => {
  expect(encodingProblems(Buffer.from('年度\n2023\r\n'))).toEqual(['no BOM', 'a line end that is not CRLF'])
  expect(encodingProblems(Buffer.from('\ufeff年度\r\n\ufeff2023'))).toEqual([
    'a second BOM',
    'no line end after the last row',
  ])
  expect(encodingProblems(Buffer.from([0xef, 0xbb, 0xbf, 0xc4, 0xea, 0x0d, 0x0a]))).toEqual(['not UTF-8'])
  expect(() => parseTable('a,b\r\n"1,2\r\n')).toThrow()
})

it.each(years)('years/%s.csv has the header of the contract', (year) => {
  expect(readText(`years/${year}.csv`).split('\r\n')[0]).toBe(`\ufeff${HEADER}`)
})

it.each(years)('the rows of %s speak of that year and agree with the catalogue', (year) => {
  expect(rowsOf(year).filter((row) => cell(row, '年度') !== year)).toEqual([])
  expect(rowsOf(year).flatMap(rowProblems)).toEqual([])
})

it('notices a row that disagrees with the catalogue or with itself', () => {
  const row = rows2023.find((r) => cell(r, '指标编号') === 'legal-aid-cases') ?? {}
  expect(rowProblems({ ...row, 指标编号: 'legal-aid' })).toEqual(['unknown id legal-aid'])
  expect(rowProblems({ ...row, 指标: '公证', 章节: '二', 分节: '', 单位: '人' })).toEqual([
    'legal-aid-cases: another name',
    'legal-aid-cases: another chapter',
    'legal-aid-cases: another section',
    'legal-aid-cases: another unit',
  ])
  expect(rowProblems({ ...row, 单位: '' })).toEqual(['legal-aid-cases: another unit'])
  expect(rowProblems({ ...row, 状态: '未公布' })).toEqual(['legal-aid-cases: status and value disagree'])
  expect(rowProblems({ ...row, 数值: '' })).toEqual(['legal-aid-cases: status and value disagree'])
  expect(rowProblems({ ...row, 状态: '待核' })).toEqual(['legal-aid-cases: a doubt without a reason'])
  expect(rowProblems({ ...row, 原句: '' })).toEqual(['legal-aid-cases: a value without its quote'])
  expect(rowProblems({ ...row, 数值: '前三' })).toEqual(['legal-aid-cases: kind and value disagree'])
})

it('2023 has all 75 indicators, in the order of the catalogue and of the report', () => {
  const ids = rows2023.map((row) => cell(row, '指标编号'))
  expect(ids).toHaveLength(75)
  expect(ids).toEqual(catalogue.indicators.map((i) => i.id))
  const report = readText('reports/2023.txt')
  const places = rows2023.map((row) => locate(report, cell(row, '原句'), cell(row, '数值')))
  const starts = places.map((place) => (typeof place === 'string' ? -1 : place.start))
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
})

it('2023 has exactly seven lower bounds, and 1000 copies of 《法润祥城》 is none of them', () => {
  const bounds = rows2023.filter((row) => !/^([\d.]+|[第前].)$/.test(cell(row, '数值')))
  expect(Object.fromEntries(bounds.map((row) => [cell(row, '指标编号'), cell(row, '数值')]))).toEqual({
    'xi-thought-study-sessions': '40余',
    'xi-thought-outreach-events': '30余',
    'township-review-files': '80余',
    'judicial-consultations': '60余',
    'joint-training-attendances': '600余',
    'notary-leaflets': '1000余',
    'notary-consultations': '700余',
  })
  expect(readText('reports/2023.txt').match(/\d余/g)).toHaveLength(7)
  expect(rows2023.find((row) => cell(row, '指标编号') === 'legal-magazine-copies')).toMatchObject({
    数值: '1000',
  })
})

it('2023 keeps the ranks as printed and doubts nothing but 万人受援率', () => {
  const ranks = rows2023.filter((row) => cell(row, '单位') === '位').map((row) => cell(row, '数值'))
  expect(ranks).toEqual(['第二', '前三', '前三'])
  const states = rows2023.filter((row) => cell(row, '状态') !== '')
  expect(
    states.map((row) => [cell(row, '指标编号'), cell(row, '数值'), cell(row, '单位'), cell(row, '状态')]),
  ).toEqual([['legal-aid-per-ten-thousand', '30.54', '%', '待核']])
})

it('2023 leaves a single unit open, because the report prints none', () => {
  expect(rows2023.filter((row) => cell(row, '单位') === '').map((row) => cell(row, '指标编号'))).toEqual([
    'legal-aid-women-children-stations',
  ])
})

it('the report of 2023 is byte for byte the text that was published', () => {
  const hash = createHash('sha256').update(readBytes('reports/2023.txt')).digest('hex')
  expect(hash).toBe('912229b3909ec85769127fd99fd12c8e5b8f49760758a45d37e622beddd0984f')
})
