import type { Catalogue } from '#domain/catalogue.ts'
import { findChapter, findIndicator } from '#domain/catalogue.ts'
import type { AddedIndicator, LoggedChange, RevisionKind, YearEntry } from '#domain/revision.ts'
import { figureName } from './openerWords.ts'
import { directionWords, kindWords } from './words.ts'

/** Sentences of the log of changes: what was changed, taken back and brought back. */

export const revisionKindWords: Readonly<Record<RevisionKind, string>> = {
  edit: '手工修改',
  import: '导入',
  restore: '从备份恢复',
  undo: '撤销',
}

const yearEntryWords: Readonly<Record<YearEntry, string>> = { open: '录入中', finished: '录入完毕' }

const nameOf = (catalogue: Catalogue, id: string): string => findIndicator(catalogue, id)?.short ?? id

/** What a change is about: 2024年“法律援助案件”. */
export function subjectWords(catalogue: Catalogue, change: LoggedChange): string {
  switch (change.what) {
    case 'figure':
      return figureName({ short: nameOf(catalogue, change.indicator) }, change.year)
    case 'plan':
      return `${change.year}年“${change.kind}”第${change.number}条`
    case 'year':
      return `${change.year}年度录入状况`
    case 'added':
      return `指标“${(change.after ?? change.before)?.name ?? change.indicator}”`
    default:
      return `指标“${nameOf(catalogue, change.indicator)}”`
  }
}

/** Where an added indicator stands and what it counts in. */
function addedWords(catalogue: Catalogue, { chapter, unit, kind }: AddedIndicator): string {
  const found = findChapter(catalogue, chapter)
  const place = found ? `列入“${found.glyph}”章` : '所属章已不在目录中'
  return [place, unit && `单位“${unit}”`, kindWords[kind]].filter(Boolean).join('，')
}

/** The two sides of a change that is no figure, in words. */
export function sideWords(
  catalogue: Catalogue,
  change: Exclude<LoggedChange, { what: 'figure' }>,
): readonly [before: string, after: string] {
  switch (change.what) {
    case 'plan': {
      const words = ({ state, nextQuote }: (typeof change)['after']): string =>
        nextQuote ? `${state}（“${nextQuote}”）` : state
      return [words(change.before), words(change.after)]
    }
    case 'year':
      return [yearEntryWords[change.before], yearEntryWords[change.after]]
    case 'added': {
      const words = (added: (typeof change)['after']): string =>
        added ? addedWords(catalogue, added) : '没有这项'
      return [words(change.before), words(change.after)]
    }
    default: {
      const words = ({ direction, continues }: (typeof change)['after']): string =>
        `${directionWords[direction]}${continues ? `，接续“${nameOf(catalogue, continues)}”` : ''}`
      return [words(change.before), words(change.after)]
    }
  }
}

/** How a new entry of the log is announced, by what made it. */
export const keptWords: Readonly<Record<RevisionKind, string>> = {
  edit: '已保存：',
  import: '已写入：',
  restore: '已从备份恢复：',
  undo: '已撤销：',
}

const attempts = { undo: '没有撤销成', redo: '没有重做成', keep: '没有写入' } as const

const reasons = {
  full: '本机存储空间不足。数据没有改变，请先导出备份，腾出空间后再试。',
  failed: '本机存储没有接受。数据没有改变，请再试一次。',
  slow: '本机存储没有及时应答。数据没有改变，请稍后再试。',
  elsewhere: '另一窗口先改了这项数值。请核对后再试。',
  'read-only': '本机暂时不能写入。数据没有改变，请看页面上方的说明。',
} as const

/** Why something could not be taken back, brought back or written; what is safe; what to do. */
export const notKeptWords = (asked: keyof typeof attempts, why: keyof typeof reasons | 'unsure'): string =>
  why === 'unsure'
    ? '还不能确定有没有写入：本机存储没有应答。请刷新页面查看。'
    : `${attempts[asked]}：${reasons[why]}`

const two = (number: number): string => String(number).padStart(2, '0')

/** A time of the log by the clock of this machine. */
export function timeWords(iso: string): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return '时间不明'
  const day = `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日`
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`
}

export const revisionWords = {
  undo: '撤销',
  redo: '重做',
  bar: '最近的修改',
  dismiss: '关闭提示',
  savedInMemory: '已记入本次使用，但没有保存到本机：',
  redone: '已重做：',
  notOnDisk: '（没有保存到本机）',
  items: (count: number): string => `共${count}项`,
  blocked: '之后还有修改依赖这次写入，请先撤销较新的一项：',
  andMore: (count: number): string => `等${count}项`,
  mayRest: (asked: 'undo' | 'redo', count: number): string =>
    `。也可以只${asked === 'undo' ? '撤销' : '重做'}其余${count}项，后来改过的数值保留不动。`,
  rest: (asked: 'undo' | 'redo', count: number): string =>
    `${asked === 'undo' ? '撤销' : '重做'}其余${count}项`,
  nothingToUndo: '没有可以撤销的修改。',
  nothingToRedo: '没有可以重做的修改。',
} as const

/** What an entry of the log did, counted. */
interface Counts {
  readonly fresh: number
  readonly changed: number
  readonly cleared: number
  readonly added: number
  readonly finished: readonly number[]
}

export const historyWords = {
  lead: '在本机录入、修改、导入和撤销的每一次改动，最新的在前。公布的数据文件没有被改动。',
  empty: '还没有改动。在卡片的空格、指标页或数据表里录入和修改后，每一次改动都列在这里，可以撤销。',
  list: '每一次改动',
  number: (number: number): string => `第${number}号`,
  undoOf: (number: number): string => `撤销第${number}号`,
  redoOf: (number: number): string => `重做第${number}号`,
  wasUndone: '已撤销',
  wasPartlyUndone: '已撤销一部分',
  partOf: (title: string): string => `${title}的一部分`,
  staying: (count: number): string => `其中${count}项后来改过，没有撤销，仍然保留：`,
  wholeEntry: '当时写入的全部内容：',
  undoImport: '撤销整批',
  counts: '写入',
  countsOf: ({ fresh, changed, cleared, added, finished }: Counts): string =>
    [
      added > 0 && `新指标${added}项`,
      fresh > 0 && `新增${fresh}`,
      changed > 0 && `修改${changed}`,
      cleared > 0 && `清除${cleared}`,
      ...finished.map((year) => `${year}年度录入完毕`),
    ]
      .filter(Boolean)
      .join(' · '),
  moreChanges: (next: number, left: number): string => `再显示${next}项（还有${left}项）`,
  points: '两个时间点之间',
  pointsLead: '选两个时间点，看这期间哪些数值不同：左边是前一个时间点，右边是后一个。以现在公布的数据为底。',
  from: '从',
  to: '到',
  now: '现在',
  asPublished: '公布的数据（没有本机改动）',
  after: (number: number, kind: string, time: string): string => `第${number}号之后（${kind}，${time}）`,
  compare: '比较',
  differences: (count: number): string => (count === 0 ? '这两个时间点的数据相同。' : `有${count}项不同：`),
  author: '填写人',
  reason: '原因',
  file: '文件',
  filter: '只看指标',
  all: '全部指标',
  nothingOf: '这项指标没有改动。',
  more: (count: number): string => `其余${count}项`,
  older: '显示更早的改动',
  undoNamed: (number: number): string => `撤销第${number}号改动`,
  redoNamed: (number: number): string => `重做第${number}号改动`,
  checks: '需要核对',
  checksLead: '下面的数值在本机改过，公布的数据后来又变了。现在显示的是本机值，请逐项选择。',
  refusedLead: '下面的本机改动与现在公布的数据合不上，没有显示；现在显示的是公布的数据。',
  local: '本机值',
  published: '发布值',
  keepLocal: '保留本机值',
  takePublished: '采用发布值',
  localReason: '核对：保留本机值',
  publishedReason: '核对：采用发布值',
  unfit: '指标或条目已不在目录中，或者两项指标已不能接成一列。',
  madeBy: (number: number): string => `第${number}号改动`,
  backup: '备份',
  backupLead: '备份是一个文件，含本机的全部改动。换电脑或清理浏览器之前请先导出。',
} as const
