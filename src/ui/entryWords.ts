import { yearWord } from './words.ts'

/** Sentences of the page that shows what is entered and what is not. */
export const entryWords = {
  lead: '每一格是一项指标在一个年度的状态。点空格直接录入，点已录入的格查看数值和原句。',
  summaries: '各年度录入数',
  summary: (year: number, entered: number, expected: number): string => `${year}：${entered}/${expected}`,
  nothing: (year: number): string => `${year}：待录入`,
  start: (year: number): string => `开始录入${yearWord(year)}`,
  resume: (year: number): string => `继续录入${yearWord(year)}`,
  finish: (year: number): string => `${yearWord(year)}录入完毕`,
  reopen: (year: number): string => `重新打开${yearWord(year)}的录入`,
  willFinish: (year: number, count: number): string =>
    count === 0
      ? `${yearWord(year)}的指标都已录入，没有一项会变为“未公布”。`
      : `${yearWord(year)}还有${count}项没有录入。写入后，这${count}项将由“待录入”变为“未公布”，意思是报告中没有这些数值。`,
  willReopen: (year: number, count: number): string =>
    count === 0
      ? `写入后，${yearWord(year)}重新变为录入中。`
      : `写入后，${yearWord(year)}重新变为录入中，没有录入的${count}项将由“未公布”变为“待录入”。`,
  reasonMissing: '请写明修改原因，它会记入修改历史。',
  keep: (action: string): string => `写入：${action}`,
  cancel: '取消',
  saving: '正在保存…',
  onlyEmpty: (year: number): string => `只看${yearWord(year)}未录入`,
  earlier: '更早年度',
  fewer: '只看最近十年',
  label: '各指标各年度的录入状况',
  allEntered: (year: number): string => `${yearWord(year)}没有未录入的指标。`,
  fill: (name: string): string => `，录入“${name}”`,
  look: (name: string): string => `，查看“${name}”`,
  keys: '方向键移动，回车打开：空格上录入，已录入的查看数值，章名上展开或收起。F2修改。',
} as const

/** Why a year was not finished or opened again, and what to do then. */
export const yearFailureWords = {
  full: '本机存储空间不足，没有写入。请先导出备份，腾出空间后再写入。',
  failed: '本机存储没有接受，没有写入，原有数据没有改变。请再试一次。',
  slow: '本机存储没有及时回应，这次写入已取消，原有数据没有改变。请稍后再试。',
  elsewhere: '另一窗口先改了这一年度的录入状况，这次没有写入。请核对后再决定。',
  'read-only': '本机暂时不能写入，数据没有改变。原因见页面上方的提示。',
  unsure: '还不能确定是否已保存：本机存储没有应答。请刷新页面，看这一年度的录入状况有没有改。',
} as const
