import type { ChangeFilter, ChangeScale } from '#charts/kinds/changeTable.ts'
import type { Incomparable } from '#domain/measures/comparability.ts'
import { missingYearWords } from './changeWords.ts'
import { directionWords, yearWord } from './words.ts'

export const filterWords: Readonly<Record<ChangeFilter, string>> = {
  all: '全部',
  ...directionWords,
  changed: '仅有变动',
}

/** Heads of the groups when rows stand in the order of their change. */
export const scaleWords: Readonly<Record<ChangeScale, string>> = {
  percent: '数量与金额，按变动百分比',
  points: '比率，按百分点',
  places: '名次，按位次',
  unscaled: '有变动，不算比例',
  same: '持平',
  none: '不可比',
}

/** Why some figures of the two years are not compared, without the number of them. */
export function incomparableWords({ why, at }: Pick<Incomparable, 'why' | 'at'>): string {
  switch (why) {
    case 'bound':
      return '有一年不是精确值（下限值、约数、上限值或名次区间）'
    case 'scope':
      return '两年之间口径有变'
    case 'period':
      return '两年统计月份不同'
    case 'unit':
      return '两年单位不同'
    case 'no-earlier-year':
      return '没有更早的年度'
    default:
      return `${at}年${missingYearWords[why]}`
  }
}

/** Words of 年度对比. */
export const compareWords = {
  lead: (base: number, year: number): string =>
    `${year}年与${base}年比。两年都是精确值，口径、统计月份和单位都一致，才计算变动。`,
  order:
    '变动的顺序：数量与金额按百分比，比率按百分点，名次按位次，各自由大到小，不分增减；其余按报告顺序，不可比的列在最后。',
  years: '对比的年度',
  compare: '对比',
  with: '与',
  firstYear: '对比年度一',
  secondYear: '对比年度二',
  filter: '筛选',
  sort: '排序',
  byReport: '报告顺序',
  byChange: '变动',
  comparable: (comparable: number, other: number): string => `可比 ${comparable} · 不可比 ${other}`,
  shown: (count: number): string => `显示 ${count} 项`,
  why: '为何？',
  whyTitle: '不可比的原因',
  itemsOf: (reason: string, count: number): string => `${reason}，${count} 项：`,
  change: '变动',
  trail: '历年',
  trailYears: (from: number, to: number): string => `（${from}—${to}）`,
  nothing: '没有符合条件的指标。请换一个筛选条件。',
  sameYear: (year: number): string =>
    `两个年度相同，都是${year}年，没有可以比较的两年。请把其中一个换成别的年度。`,
  notEntered: (asked: readonly string[], years: readonly number[]): string =>
    `地址中的“${asked.join('”“')}”不是已录入的年度，现在显示的是${years.map(yearWord).join('和')}。`,
  oneYear: (year: number): string => `只有${year}年，录入${year + 1}年后即可对比`,
  toTemplate: '下载录入模板',
  toEntries: '查看录入状况',
  continued: (label: string, number: number): string => `${label}（续${number}）`,
  /** Missing: `null` for a table of all chapters. */
  tableLabel: (chapter: string | null, base: number, year: number): string =>
    `${chapter ?? '各章按变动排列'}：${year}年与${base}年比`,
} as const
