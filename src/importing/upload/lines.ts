import type { SheetRow } from '../decode/csv.ts'
import { foldHead } from './folding.ts'
import { readHead } from './headWords.ts'
import type { ReadColumn } from './reading.ts'

/** Words that stand beside a sum of the rows above; a sum is no figure of the report. */
const SUMS = new Set([
  '合计',
  '汇总',
  '小计',
  '总计',
  '共计',
  '总和',
  '累计',
  '合计数',
  '小计数',
  '总计数',
  '平均',
  '平均值',
])

/** Words that open a line of remarks or signatures. */
const REMARKS =
  /^(?:注\d*|备注|说明|填表说明|编制说明|注释|附注|附|附件\d*|制表|制表人|填报|填报人|填表|填表人|填报单位|制表单位|编制单位|报送单位|单位名称|审核|审核人|审批|审批人|复核|复核人|负责人|单位负责人|主要负责人|分管负责人|分管领导|科室负责人|统计负责人|经办人|统计人|统计员|录入人|校对|校对人|联系人|联系方式|联系电话|电话|手机|数据来源|资料来源|来源|出处|填报日期|填报时间|填表日期|填表时间|制表日期|制表时间|报送日期|报送时间|统计时间|统计日期|统计口径|口径说明|报出日期|打印时间|打印日期|日期|时间|盖章|公章|签字|签章|领导签字|指标解释)(?:[:.、;(]|$)/

const PAGE = /^(?:第\d+页|共\d+页|-?\d+-|page\d+)/

/** 合计 and its like, alone in a cell. */
export const isSum = (text: string): boolean =>
  text.length <= 16 && /[计計和均總总數数值]/.test(text) && SUMS.has(foldHead(text).replace(/[()]/g, ''))

/** The colon that parts 注 from what it says is lost by folding; a word that stands alone is recognised as well. */
export function isRemark(text: string): boolean {
  const start = text
    .slice(0, 40)
    .replace(/^[\s*※★【(（[]+/, '')
    .replace(/[】)）\]]/, ':')
  const plain = start
    .replace(/[\s\u3000]+/g, '')
    .replace(/：/g, ':')
    .replace(/（/g, '(')
  return REMARKS.test(plain) || PAGE.test(plain)
}

const COLUMN_NUMBER = /^(?:[甲乙丙丁戊己庚辛]|[A-Ha-h]|[(（]?\d{1,2}[)）]?|[①-⑳])$/

const isCounting = (said: readonly string[]): boolean =>
  said.length >= 3 && said.every((cell, i) => cell === `${i + 1}`)

/** True for the row that numbers the columns of a statistical form: 甲 乙 1 2, or 1 2 3 4. */
export function isColumnNumbers(row: SheetRow): boolean {
  const said = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (isCounting(said)) return true
  return (
    said.length >= 2 && /^[甲A(（①]/i.test(said[0] ?? '') && said.every((cell) => COLUMN_NUMBER.test(cell))
  )
}

/** True for a row that repeats the head, as the top of a printed page does: all that it says are words of heads. */
export function isHeadAgain(columns: readonly ReadColumn[], row: SheetRow): boolean {
  let heads = 0
  for (const [place, cell] of row.cells.entries()) {
    const text = cell.trim()
    if (text === '') continue
    if (text !== columns[place]?.label && readHead(text) === null) return false
    heads += 1
  }
  return heads >= 2
}

/** True for a head whose words are not those of the columns it stands in. */
export const isOtherHead = (columns: readonly ReadColumn[], row: SheetRow): boolean =>
  columns.some(({ place, role }) => {
    const meaning = readHead((row.cells[place] ?? '').trim())
    if (role.is === 'field') return meaning?.is !== 'field' || meaning.field !== role.field
    return role.is === 'year' && (meaning?.is !== 'year' || meaning.year !== role.year)
  })
