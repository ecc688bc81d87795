import type { PlanKind, PlanState } from '#domain/plan.ts'
import type { Revision } from '#domain/revision.ts'
import { timeWords } from './revisionWords.ts'

/** Sentences of the page of shortcomings and commitments. Nothing here may read as a degree of fulfilment. */

/** What keeps an answer from being kept. */
export type AnswerFault = 'quote-empty' | 'quote-not-found' | 'quote-repeated' | 'reason-empty' | 'unchanged'

const kindWords: Readonly<Record<PlanKind, (count: number) => string>> = {
  不足: (count) => `${count}项不足`,
  打算: (count) => `${count}条打算`,
}

/** `year` is that of the report which names the item; its next report is the one to look in. */
export const planWords = {
  /** 2023年指出的不足 · 2024年打算: the report of a year plans for the next. */
  listTitle: (kind: PlanKind, year: number): string =>
    kind === '不足' ? `${year}年指出的不足` : `${year + 1}年打算`,
  itemName: (kind: PlanKind, number: number): string =>
    kind === '不足' ? `不足第${number}项` : `打算第${number}条`,
  lead: (counts: readonly (readonly [PlanKind, number])[], year: number): string => {
    const listed = counts.filter(([, count]) => count > 0).map(([kind, count]) => kindWords[kind](count))
    return `${year}年度报告的${listed.join('、')}，逐条与${year + 1}年度报告对照。有没有对应表述由人认定，系统不作判断。`
  },
  noPlan: (year: number): string => `${year}年度的不足与打算没有录入。`,
  howToEnter: (year: number): string =>
    `把它们写成 plans/${year}.csv，放进数据文件夹并登记在 datapackage.json 后，这里会逐条列出。`,
  noReportText: (year: number): string => `${year}年度报告的全文也没有存入。`,
  whoLinked: '列出的指标由编者对照，供核对时参考，报告没有把它们与这些条目相连。',
  readReport: (year: number): string => `阅读${year}年度报告原文`,
  otherYear: (year: number): string => `看${year}年度报告打算的对照`,
  otherYears: '其他年度的对照',
  evidenceOf: (item: string): string => `${item}可对照的指标`,
  noEvidence: '没有可对照的数值指标。',
  goneIndicator: (id: string): string => `指标“${id}”已不在指标目录中。`,
  waiting: (year: number): string => `待${year}年报告`,
  quoteFrom: (year: number): string => `${year}年度报告`,
  openQuote: (year: number): string => `在${year}年度报告中查看这一句`,
  unchecked: (year: number): string => `未存${year}年报告全文，原句未核对`,
  notFound: (year: number): string => `${year}年报告全文中没有找到这一句，请核对`,
  quoteGone: '在这份报告中没有找到要查看的那一句，可能全文已经更换。请回到原处核对。',
  filterLabel: '按对应情况筛选',
  all: '全部',
  onlyShown: (state: PlanState, count: number): string => `只列出“${state}”的条目：${count}条。`,
  noneShown: (state: PlanState): string => `没有“${state}”的条目。`,
  answer: (year: number): string => `对照${year}年报告`,
  change: '修改对应',
  formLoading: '正在打开表单…',
  chooseState: (year: number): string => `${year}年度报告中有没有对应表述`,
  quote: (year: number): string => `${year}年度报告原句`,
  quoteHint: '照原文填写或粘贴，也可以在下面找到后选用。标点全角半角均可。',
  quoteHintUnchecked: (year: number): string =>
    `没有存入${year}年度报告全文，这里无法核对，请照原文填写。保存后会注明“原句未核对”。`,
  find: (year: number): string => `在${year}年度报告中找句子`,
  findHint: '输入一个或几个词，词之间用空格隔开',
  alike: '与这一条用词相近的句子，只供查找：',
  noAlike: '没有用词相近的句子，请输入词语查找。',
  found: (count: number): string => `找到${count}句`,
  foundMore: (count: number, shown: number): string => `找到${count}句，先列出${shown}句，请再多输入几个字`,
  noneFound: '没有同时含有这些词的句子。请换一个词，或少输入几个字。',
  chapterNote: (glyph: string, chapter: number): string => (chapter === 0 ? '序言' : `第${glyph}部分`),
  use: '选用这一句：',
  used: '已填入上面的原句。',
  reason: '说明',
  author: '填写人',
  required: '（必填）',
  optional: '（可不填）',
  before: '现在',
  after: '改为',
  save: '保存',
  saving: '正在保存…',
  drop: '放弃填写',
} as const

/** What is wrong and what to do about it, to be shown beside the field. */
export function answerFaultWords(fault: AnswerFault, state: PlanState, nextYear: number): string {
  switch (fault) {
    case 'quote-empty':
      return `认定“已有对应表述”要有${nextYear}年度报告的原句。请填写或在下面选用一句。`
    case 'quote-not-found':
      return `${nextYear}年度报告全文中没有这句话。请核对错字、漏字，或在下面找到后选用。`
    case 'quote-repeated':
      return `这几个字在${nextYear}年度报告中不止一处。请引用更完整的一句。`
    case 'reason-empty':
      return state === '未见对应表述'
        ? '请写明在报告哪些部分找过、依据什么认定未见。'
        : '这一条已有认定，请写明为什么修改。'
    default:
      return '与现在的认定相同，没有要保存的内容。请修改，或放弃填写。'
  }
}

/** Not kept, and what to do; what was typed stays in the form. */
export const notKeptWords = {
  full: '没有保存：本机存储空间不足。填写的内容还在，请先导出备份、清理空间，再点保存。',
  failed: '没有保存：浏览器没有写入。填写的内容还在，请再点一次保存；仍不行请先复制下来。',
  slow: '没有保存：浏览器没有及时应答。填写的内容还在，请再点一次保存。',
  elsewhere: '没有保存：这一条刚在另一个窗口改过，“现在”一行已更新。请核对后再点保存。',
  unsure: '还不能确定是否已保存：浏览器没有应答。请刷新页面，看这一条有没有改；填写的内容还在。',
  'read-only': '没有保存：现在只能查看，不能修改。填写的内容还在，请看页面上方的说明。',
} as const

/** An answer in one line: 已有对应表述：“…”. */
export const answerLine = (state: PlanState, printedQuote: string): string =>
  printedQuote === '' ? state : `${state}：“${printedQuote}”`

/** Who decided an answer, when and why, as far as it was typed. */
export function decidedWords({ number, author, reason, time }: Revision): string {
  const by = [author && `填写人 ${author}`, timeWords(time), `本机修改第${number}号`]
    .filter(Boolean)
    .join('，')
  return reason === '' ? `（${by}）` : `说明：${reason}（${by}）`
}
