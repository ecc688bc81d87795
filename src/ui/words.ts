import type { RateSummary } from '#charts/titles.ts'
import type { ChartWords } from '#charts/wording.ts'
import type { Direction, IndicatorKind } from '#domain/catalogue.ts'
import { toChinesePlace } from '#domain/numbers/format.ts'
import type { ObservationSource } from '#domain/observation.ts'
import type { FigureState, KnownQuantity, MissingReason } from '#domain/quantity.ts'

/** Every sentence of the pages stands here or in `ui/findingWords.ts`; terms are those of the glossary. */

export const missingWords: Readonly<Record<MissingReason, string>> = {
  pending: '待录入',
  'not-published': '未公布',
  'not-applicable': '不适用',
  'not-yet': '当年尚无此项',
}

export const stateWords: Readonly<Record<FigureState, string>> = {
  exact: '精确值',
  'at-least': '下限值',
  about: '约数',
  'at-most': '上限值',
  rank: '名次',
  'rank-within': '名次区间',
  ...missingWords,
}

export const directionWords: Readonly<Record<Direction, string>> = { 正: '正向', 逆: '逆向', 中: '中性' }

export const kindWords: Readonly<Record<IndicatorKind, string>> = {
  count: '数量',
  rate: '比率',
  amount: '金额',
  rank: '名次',
}

export const natureWords = { flow: '流量', stock: '存量' } as const

export const yearWord = (year: number): string => `${year}年`

export const chartWords: ChartWords = {
  missing: missingWords,
  gapToFull: (points) => `距100%差${points}个百分点`,
  derivedRatio: (part, whole, percent) => `${part} ÷ ${whole} = ${percent}%（推算）`,
  derivedPercent: (percent) => `${percent}%（推算）`,
  placeWithinShort: (place) => `前${toChinesePlace(place)}位`,
  place: (place) => `第${place}位`,
  placeWithin: (place) => `前${toChinesePlace(place)}位之内`,
  yearOf: yearWord,
  earlierBar: (year) => `◇ ${year}年`,
  scopeBreak: '口径有变',
  scopeChange: (words) => (words === '' ? '口径有变' : `口径有变：${words}`),
}

/** 两项, not 二项. */
const countWord = (count: number): string => (count === 2 ? '两' : toChinesePlace(count))

/** 六项比率：四项为100%，最低99.5%. */
export function ratesTitle({ count, known, full, lowest }: RateSummary): string {
  const head = `${countWord(count)}项比率`
  const silent = count - known
  const tail = silent > 0 ? `，${countWord(silent)}项无精确值` : ''
  if (lowest === null) return `${head}：${known === count ? '均' : `${countWord(known)}项`}为100%${tail}`
  const some = full > 0 ? `${countWord(full)}项为100%，` : ''
  return `${head}：${some}最低${lowest}%${tail}`
}

/** The literal with its unit, which some literals already carry: 前三位, 710.99万元. */
const withUnit = ({ literal, unit: printed }: KnownQuantity, unit: string): string =>
  literal.endsWith(printed || unit) ? literal : `${literal}${printed || unit}`

const boundTips: Partial<Record<FigureState, (printed: string, value: string) => string>> = {
  'at-least': (printed, value) => `原文为“${printed}”，按不少于${value}显示，不参与同比计算。`,
  about: (printed) => `原文为“${printed}”，是约数，不参与同比计算。`,
  'at-most': (printed, value) => `原文为“${printed}”，按不超过${value}显示，不参与同比计算。`,
  'rank-within': (printed) => `原文为“${printed}”，未说明具体名次。`,
}

const missingTips: Readonly<Record<MissingReason, (year: number) => string>> = {
  pending: (year) => `${year}年度报告尚未录入，不代表数值为0。`,
  'not-published': (year) => `${year}年度报告中没有找到这项数值。`,
  'not-applicable': (year) => `${year}年度这项指标不适用。`,
  'not-yet': (year) => `${year}年时尚无这项指标。`,
}

/** Why a figure is shown the way it is; `null` for a plain exact value. */
export function stateTip(
  state: FigureState,
  year: number,
  quantity: KnownQuantity | null,
  unit: string,
): string | null {
  if (quantity)
    return boundTips[quantity.bound]?.(withUnit(quantity, unit), `${quantity.value}${unit}`) ?? null
  return missingTips[state as MissingReason]?.(year) ?? null
}

/** As printed, for figures whose printed words differ from what is drawn: 原文“40余场”. */
export function printedNote(quantity: KnownQuantity, unit: string): string | null {
  if (quantity.bound === 'exact') return null
  return `原文“${withUnit(quantity, unit)}”`
}

/** Where a figure was read: years/…csv 第12行, or the entry of the log on this machine. */
export const sourceWords = (source: ObservationSource): string =>
  'file' in source ? `${source.file} 第${source.row}行` : `本机修改第${source.revision}号`

const COUNTED_STATES: readonly FigureState[] = [
  'exact',
  'at-least',
  'about',
  'at-most',
  'rank',
  'rank-within',
  'not-published',
  'not-applicable',
]

/** 75 项指标：精确值 65 项，下限值 7 项，… */
export function countSentence(counts: ReadonlyMap<FigureState, number>): string {
  const parts = COUNTED_STATES.filter((state) => counts.get(state)).map(
    (state) => `${stateWords[state]} ${counts.get(state)} 项`,
  )
  const total = [...counts].reduce((sum, [state, n]) => (state === 'not-yet' ? sum : sum + n), 0)
  const silent = (counts.get('not-published') ?? 0) + (counts.get('not-applicable') ?? 0)
  const head = silent === 0 ? `${total} 项指标已录入` : `${total} 项指标，已录入 ${total - silent} 项`
  return `${head}：${parts.join('，')}。`
}

export const words = {
  appFallback: '法治政府建设指标',
  overview: '总览',
  chapters: '章节',
  compare: '年度对比',
  data: '数据表',
  entries: '录入状况',
  importData: '导入数据',
  entryOpen: '录入中',
  everyEntry: '查看每项指标的录入状况',
  report: '报告原文',
  history: '修改历史',
  historyToCheck: (count: number): string => `修改历史：${count}项需要核对`,
  search: '搜索指标',
  largeText: '大字版',
  standardText: '标准字号',
  dark: '深色',
  light: '浅色',
  print: '打印',
  skip: '跳到正文',
  loading: '正在读取数据…',
  pageLoading: '正在打开页面…',
  dataAndQuotes: '查看数据与原句',
  chartMissing: '图表没有载入。请刷新页面；数值和原句在“查看数据与原句”里。',
  hideData: '收起数据与原句',
  close: '关闭',
  retry: '重试',
  home: '返回总览',
  caution: '口径提醒',
  doubtful: '待核',
  example: '示例数据',
  exampleNote: '示例数据：以下数值为演示而编造，不是任何县的报告。',
  derivedFooter: '标“推算”的比值由本系统计算，报告未直接给出。',
  zeroFooter: '虚线格为待录入，不代表数值为0。',
  noFigures: '报告本节没有可量化的数值，见报告原文。',
  noFiguresLink: '阅读本节原文',
  noSecondYear: (year: number): string => `目前只有${year}年的数据。录入下一年度后，这里会显示变化。`,
  overviewOf: (year: number): string => `${year}年度总览`,
  yearOption: (year: number): string => `${year}年度`,
  openYearOption: (year: number): string => `${year}年度（录入中）`,
  previousYear: '上一年度',
  nextYear: '下一年度',
  basedOn: (title: string): string => `依据《${title}》`,
  sourceOf: (part: string): string => `来源：报告${part}`,
  partOf: (glyph: string, chapter: number): string => (chapter === 0 ? '序言' : `第${glyph}部分`),
  axisFrom: (start: number): string => `纵轴自${start}%起`,
  sinceLast: '与上年比：',
  sinceLastColumn: '与上年比',
  lastPublished: '最近一次公布：',
  scopeBreakTag: '‖ 口径有变',
  mixedPeriods: '（部分数值只含注明的月份）',
  scopeBreakIn: (years: readonly number[]): string => `‖ ${years.map(yearWord).join('、')}口径有变`,
  otherSources: (count: number): string => `其他年度的${count}份报告`,
  nothingEntered: '本年度没有录入',
  itemCount: (count: number): string => `${count} 项`,
} as const
