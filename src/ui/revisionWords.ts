import type { Catalogue } from '#domain/catalogue.ts'
import { findIndicator } from '#domain/catalogue.ts'
import type { LoggedChange, RevisionKind, YearEntry } from '#domain/revision.ts'
import { figureName } from './editWords.ts'
import { directionWords } from './words.ts'

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
    default:
      return `指标“${nameOf(catalogue, change.indicator)}”`
  }
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
    default: {
      const words = ({ direction, continues }: (typeof change)['after']): string =>
        `${directionWords[direction]}${continues ? `，接续“${nameOf(catalogue, continues)}”` : ''}`
      return [words(change.before), words(change.after)]
    }
  }
}

export const revisionWords = {
  undo: '撤销',
  redo: '重做',
  bar: '最近的修改',
  dismiss: '关闭提示',
  saved: '已保存：',
  savedInMemory: '已记入本次使用，但没有保存到本机：',
  undone: '已撤销：',
  redone: '已重做：',
  notOnDisk: '（没有保存到本机）',
  items: (count: number): string => `共${count}项`,
  blocked: '之后还有修改依赖这次写入，请先撤销较新的一项：',
  nothingToUndo: '没有可以撤销的修改。',
  nothingToRedo: '没有可以重做的修改。',
  failed: {
    full: '没有撤销成：本机存储空间不足。请先导出备份。数据没有改变。',
    failed: '没有撤销成：本机存储没有接受。数据没有改变，请再试一次。',
    slow: '没有撤销成：本机存储没有及时回应。数据没有改变，请稍后再试。',
    elsewhere: '没有撤销成：另一窗口先改了这项数值。请核对后再撤销。',
    'read-only': '没有撤销成：本机暂时不能写入。数据没有改变。',
    unsure: '还不能确定是否已撤销：本机存储没有应答。请刷新页面查看。',
  },
} as const
