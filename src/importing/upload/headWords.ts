import type { Year } from '#domain/year.ts'
import { foldHead } from './folding.ts'
import type { FigureColumn } from './reading.ts'
import { yearInCell } from './years.ts'

/**
 * Every word a head may have, the contract's own first. Nothing else is recognised: what is not listed here is
 * ignored and named, or mapped by hand. Traditional characters, widths, spaces and brackets need no entry.
 */
const WORDS: Readonly<Record<FigureColumn, string>> = {
  年度: '年度 年份 年 统计年份 统计年度 报告年度 报告年份 所属年度 所属年份 数据年度 数据年份 考核年度 填报年度 填报年份 会计年度 年别 年度年份 year',
  章节: '章节 章 所属章节 章节名称 所属章 部分 所属部分 报告章节 chapter',
  分节: '分节 节 所属分节 小节 所属节 分节名称 section',
  指标编号: '指标编号 编号 代码 编码 指标代码 指标编码 指标代号 指标号 指标id id indicatorid indicator_id',
  指标: '指标 指标名称 指标名 名称 项目 项目名称 指标项 指标项目 统计指标 统计项目 考核指标 评价指标 监测指标 工作指标 具体指标 指标内容 统计内容 三级指标 数据项 事项 事项名称 indicator name',
  数值: '数值 数量 指标值 值 数据 数据值 完成数 完成值 完成量 统计数 统计值 统计数据 统计结果 本年数 本年值 本年数值 本年度 本年度数 本年度数值 本年 本年实际 本期数 本期值 本期数值 本期 当年数 当年值 当年数值 实际数 实际值 实际完成 实际完成数 实际完成值 全年数 全年数值 年度数 年度值 年度数值 数额 数目 数字 结果 结果值 指标数值 指标数据 报告数 value',
  单位: '单位 计量单位 量纲 数值单位 指标单位 数据单位 度量单位 计数单位 unit',
  状态: '状态 数据状态 公布状态 发布状态 指标状态 数值状态 status',
  原句: '原句 原文 报告原文 报告原句 原文摘录 原文表述 原文出处 出处原文 原话 引文 摘录 quote',
  备注: '备注 说明 注释 注 附注 备注说明 情况说明 补充说明 备考 note remark remarks',
}

/** Columns that number the rows; left out without a word. */
const ROW_NUMBERS = '序号 序 行号 行次 项次 编次 顺序号 no no. # № index'

/** The column our own table to fill in has beside 数值; it is for the eye and left out without a word, too. */
const FOR_THE_EYE = '上年数值(供参考)'

/** Behind a year in a head: 2024年实际. */
const YEAR_TAILS = '实际 完成 完成情况 全年 全年累计 累计 报告 报告数 度 1-12月 1—12月 1至12月'

const listOf = (words: string): readonly string[] => words.split(' ')

const fields = new Map<string, FigureColumn>(
  (Object.keys(WORDS) as FigureColumn[]).flatMap((field) =>
    listOf(WORDS[field]).map((word): [string, FigureColumn] => [foldHead(word), field]),
  ),
)
const rowNumbers = new Set([...listOf(ROW_NUMBERS), FOR_THE_EYE].map(foldHead))
const yearTails = new Set([...listOf(WORDS.数值), ...listOf(YEAR_TAILS)].map(foldHead))

/** For telling the delimiter of a text file: all words a head may have. */
export const HEAD_LABELS: readonly string[] = Object.values(WORDS).flatMap(listOf)

/** What one cell of a head means. `exact`: it is the contract's own word. `unit`: what its bracket says. */
export type HeadMeaning =
  | { readonly is: 'field'; readonly field: FigureColumn; readonly exact: boolean; readonly unit: string }
  | { readonly is: 'year'; readonly year: Year; readonly unit: string }
  | { readonly is: 'row-number' }

/** True for what a bracket behind 数值 or a year says where that is no unit. */
const makesOther = (inside: string): boolean =>
  (OTHER_FIGURE.test(inside) || /\d/.test(inside)) && !yearTails.has(inside)

/** 数值(件) → 数值 and 件. */
function splitBracket(folded: string): { base: string; inside: string } {
  const open = folded.lastIndexOf('(')
  if (open <= 0 || !folded.endsWith(')')) return { base: folded, inside: '' }
  return { base: folded.slice(0, open), inside: folded.slice(open + 1, -1).replace(/^(?:计量)?单位/, '') }
}

/** Words in brackets that make another figure of 数值 or of a year, not a unit: 2024年(目标), 数值(1-6月), 2024(增长率). */
const OTHER_FIGURE =
  /[月季旬周初均率幅]|半年|目标|计划|任务|[预拟][测计期算定]|[同环占对]比|比[上去重例]|增[长减加速]|[上下]升|下降|排[名位]|[名位]次|得分|分值|评分|满分|权重|[上去]年|同期|基[期数]|快报|全[国省市]|target|plan|budget|forecast|growth|yoy|rank|score/

/** True for words above 数值 that make another figure of it: 上半年, 全市; 计划完成情况 do not. */
export const isOtherFigure = (text: string): boolean => {
  const folded = foldHead(text)
  return OTHER_FIGURE.test(folded) && !/完成|实际|落实|执行/.test(folded)
}

/** 2024, 2024年, 2024年度数值, 数值2024年. Missing: `null` for a head that names no whole year. */
function yearOf(base: string): Year | null {
  const front = /^(\d{4})(?:\.0)?年?度?(.*)$/.exec(base)
  if (front && (front[2] === '' || yearTails.has((front[2] ?? '').replace(/^[_\-/]/, ''))))
    return yearInCell(front[1] ?? '')
  const back = /^(\D+)(\d{4})年?度?$/.exec(base)
  return back && yearTails.has((back[1] ?? '').replace(/[_\-/]$/, '')) ? yearInCell(back[2] ?? '') : null
}

/** Words with or without a bracket. Missing: `null` for words that are not listed, and for another figure's. */
function bracketMeaning(folded: string): HeadMeaning | null {
  const { base, inside } = splitBracket(folded)
  const field = fields.get(base)
  if (field === undefined) {
    const year = makesOther(inside) ? null : yearOf(base)
    return year === null ? null : { is: 'year', year, unit: yearTails.has(inside) ? '' : inside }
  }
  const year = field === '数值' ? yearOf(inside) : null
  if (year !== null) return { is: 'year', year, unit: '' }
  const isOther = field === '数值' && makesOther(inside)
  return isOther ? null : { is: 'field', field, exact: base === field, unit: inside }
}

function meaningOf(folded: string): HeadMeaning | null {
  if (folded === '') return null
  if (rowNumbers.has(folded)) return { is: 'row-number' }
  const whole = fields.get(folded)
  return whole ? { is: 'field', field: whole, exact: folded === whole, unit: '' } : bracketMeaning(folded)
}

const meanings = new Map<string, HeadMeaning | null>()

/** Missing: `null` for words that are not listed. */
export function readHead(text: string): HeadMeaning | null {
  const known = meanings.get(text)
  if (known !== undefined) return known
  const meaning = meaningOf(foldHead(text))
  if (meanings.size < 2_000) meanings.set(text, meaning)
  return meaning
}
