import type { Indicator } from '#domain/catalogue.ts'
import type { Change, KnownChange, NoChange, PassedYear } from '#domain/measures/change.ts'
import { type Period, toPeriodText } from '#domain/note.ts'
import { toDecimal, toFigureLine } from '#domain/numbers/format.ts'
import type { KnownQuantity, MissingReason } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { stateWords, yearWord } from './words.ts'

export const judgementWords: Readonly<Record<KnownChange['judgement'], string>> = {
  better: '改善',
  worse: '变差',
  neutral: '中性',
}

const signed = (value: number): string => (value > 0 ? `+${toDecimal(value)}` : toDecimal(value))

/** An integer percentage keeps one decimal: +9.0%; one that rounds to nothing says so instead of +0.0%. */
function percentText(percent: number): string {
  if (percent === 0) return '不足0.1%'
  const text = signed(percent)
  return `${text.includes('.') ? text : `${text}.0`}%`
}

/** Only year − 1 makes it 同比. */
const notComputed = (base: Year | null, year: Year): string =>
  base === year - 1 ? '不计算同比' : '不计算变动'

function boundWords(bounds: readonly KnownQuantity['bound'][], base: Year | null, year: Year): string {
  const [first, second] = bounds.map((bound) => stateWords[bound])
  const rest = `，${notComputed(base, year)}`
  if (second === undefined) return `两年中有一年为${first}${rest}`
  return first === second ? `两年均为${first}${rest}` : `两年分别为${first}和${second}${rest}`
}

const periodWords = (period: Period | null): string => `${period ? toPeriodText(period) : '全年'}数`

export const missingYearWords: Readonly<Record<MissingReason, string>> = {
  pending: '待录入',
  'not-published': '未公布',
  'not-applicable': '不适用',
  'not-yet': '尚无此项',
}

function noChangeWords(outcome: NoChange, { base, year }: Change): string {
  switch (outcome.why) {
    case 'no-earlier-year':
      return `${year}年之前没有录入的年度，无法比较`
    case 'bound':
      return boundWords(outcome.bounds, base, year)
    case 'scope': {
      const words = outcome.words === '' ? '' : `（${outcome.words}）`
      return `${outcome.at}年口径有变${words}，不与以前年度比较`
    }
    case 'period':
      return `${year}年为${periodWords(outcome.periods[1])}，${base}年为${periodWords(outcome.periods[0])}，不能比较`
    case 'unit':
      return `两年单位不同（${outcome.units.join('、')}），无法比较`
    default:
      return `${outcome.at}年${missingYearWords[outcome.why]}，无法比较`
  }
}

function knownChangeWords(outcome: KnownChange, indicator: Indicator): string {
  const unit = indicator.unit === '%' ? '' : ` ${indicator.unit}`
  const whole = (quantity: KnownQuantity): string => toFigureLine(quantity, indicator.unit).replace(' ', '')
  switch (outcome.kind) {
    case 'same':
      return '持平'
    case 'points':
      return `${outcome.by > 0 ? '提高' : '降低'} ${toDecimal(Math.abs(outcome.by))} 个百分点`
    case 'places':
      return `${outcome.by > 0 ? '前移' : '后移'} ${toDecimal(Math.abs(outcome.by))} 位`
    case 'from-zero':
      return `由0增至${whole(outcome.to)}`
    case 'to-zero':
      return `由${whole(outcome.from)}减至0`
    default:
      return `${signed(outcome.by)}${unit}${shareWords(outcome, indicator)}`
  }
}

function shareWords({ percent }: KnownChange, indicator: Indicator): string {
  if (percent !== null) return `（${percentText(percent)}）`
  return indicator.kind === 'rate' ? '' : '，基数小，不算比例'
}

/** 2025—2027年未公布，2028年待录入: the years follow each other, those with one reason are named together. */
function passedWords(passed: readonly PassedYear[]): string {
  const runs: { from: Year; to: Year; readonly why: MissingReason }[] = []
  for (const { year, why } of passed) {
    const last = runs[runs.length - 1]
    if (last?.why === why) last.to = year
    else runs.push({ from: year, to: year, why })
  }
  const span = (from: Year, to: Year): string =>
    from === to ? `${from}` : to === from + 1 ? `${from}年、${to}` : `${from}—${to}`
  return runs.map(({ from, to, why }) => `${span(from, to)}年${missingYearWords[why]}`).join('，')
}

/** What limits a computed change: months, doubtful figures. */
function limitWords({ period, doubtful }: KnownChange): string {
  const parts = [
    period ? `均为${periodWords(period)}` : '',
    doubtful.length > 0 ? `${doubtful.map(yearWord).join('、')}数值待核` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `（${parts.join('，')}）`
}

/** A change in words, in the order in which they are read; any of them may be empty. */
export interface ChangeParts {
  /** The base where it is not the year before: 与2023年比（2024年未公布）. */
  readonly lead: string
  /** The difference, or why there is none. */
  readonly body: string
  /** What a reader must know of the two figures. */
  readonly limits: string
}

/** Only reasons that do not name their years need the base. */
const isNameless = ({ why }: NoChange): boolean => why === 'bound' || why === 'unit'

export function changeParts(change: Change, indicator: Indicator): ChangeParts {
  const { outcome, base, passedOver } = change
  const against = passedOver.length === 0 ? '' : `与${base}年比（${passedWords(passedOver)}）`
  if (outcome.kind !== 'none')
    return { lead: against, body: knownChangeWords(outcome, indicator), limits: limitWords(outcome) }
  const body = noChangeWords(outcome, change)
  return { lead: against !== '' && isNameless(outcome) ? `${against}：` : '', body, limits: '' }
}

/** The change in words; only the year before makes it 同比, an older base is named. */
export function changeWords(change: Change, indicator: Indicator): string {
  const { lead, body, limits } = changeParts(change, indicator)
  return lead + body + limits
}

/** The reason in a few words, for cards whose full sentence stands on the figure's page. */
export function shortReason(outcome: NoChange, change: Change): string {
  switch (outcome.why) {
    case 'scope':
      return '口径有变，不比较'
    case 'period':
      return '统计月份不同，不比较'
    case 'unit':
      return '单位不同，不比较'
    default:
      return noChangeWords(outcome, change)
  }
}
