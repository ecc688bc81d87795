import type { EntryStatus } from '#domain/observation.ts'
import type { FigureState } from '#domain/quantity.ts'
import { stateWords } from './words.ts'

/** Sentences of changing figures by hand. Those of undo and of the history stand in `ui/revisionWords.ts`. */

export const statusWords: Readonly<Record<EntryStatus, string>> = {
  '': '已公布',
  未公布: '未公布',
  不适用: '不适用',
  待核: '待核（已公布，但有疑问）',
}

export const fieldWords = {
  value: '数值',
  unit: '单位',
  status: '状态',
  quote: '原句',
  note: '备注',
  reason: '修改原因',
  author: '填写人',
} as const

/** Why a form cannot be sent yet, each with the way out. */
export const obstacleWords = {
  blocked: '有的格还不能读，改好后才能写入。',
  empty: '还没有填数值，也没有选状态，没有可以写入的内容。',
  same: '与现有内容相同，没有改动，不用写入。',
  reason: '请写明修改原因，它会记入修改历史。',
  doubts: '请核对上面的提醒，无误后勾选“我已核对”。',
  'read-only': '本机暂时不能写入，原因见页面上方的提示。填写的内容会保留。',
} as const

export const failureWords = {
  full: '本机存储空间不足，数据没有写入。请先导出备份。填写的内容还在，腾出空间后可再次写入。',
  failed: '本机存储没有接受，数据没有写入，原有数据没有改变。填写的内容还在，请再试一次。',
  slow: '本机存储没有及时回应，这次写入已取消，原有数据没有改变。填写的内容还在，请稍后再试。',
  elsewhere: '另一窗口先改了这项数值，这次没有写入。',
  'read-only': '本机暂时不能写入，数据没有改变。填写的内容还在，可先抄录或留在这里。',
  unsure: '还不能确定有没有写入：本机存储没有应答。请刷新页面，看这项数值有没有改；填写的内容已存为草稿。',
} as const

export const editWords = {
  fill: (year: string): string => `录入${year}`,
  change: (year: string): string => `修改${year}`,
  keep: '写入1项',
  keepAndNext: '写入并到下一空格',
  cancel: '取消',
  saving: '正在保存…',
  checked: '我已核对',
  valuePlaceholder: '如 2138、40余、第二、未公布',
  quotePlaceholder: '照抄报告中写有这个数值的一句',
  reasonPlaceholder: '如 录入年度报告、更正笔误',
  optional: '（可不填）',
  noteHint: '写“1—6月”表示只统计这几个月；写“口径变化：…”表示从这一年起口径不同。',
  addPeriod: '只统计1—6月',
  addScopeChange: '口径变化',
  periodClause: '1—6月',
  scopeClause: '口径变化：',
  noQuote: '没有填原句，以后不能从数值查到出处。',
  draftRestored: '有一份没有写入的草稿，已恢复。',
  dropDraft: '放弃草稿',
  draftKept: (name: string): string => `${name}没有写入。填写的内容已存为草稿，再次打开时恢复。`,
  willClear: (state: FigureState): string => `将清除这项数值，恢复为${stateWords[state]}。`,
  changedElsewhere: '打开之后，另一窗口已把它改为',
  changedSinceDraft: '写这份草稿之后，它已改为',
  checkThenKeep: '，请核对后再写入。',
  left: (count: number): string => `这一年度连同这一项，还有${count}项没有录入。`,
  becomes: '改为',
  alsoChanged: (fields: readonly string[]): string => `另改${fields.join('、')}`,
} as const
