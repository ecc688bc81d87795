import type { Indicator } from '#domain/catalogue.ts'
import type { Change, KnownChange, NoChange } from '#domain/measures/change.ts'
import { toDecimal, toFigureLine } from '#domain/numbers/format.ts'
import { stateWords } from './words.ts'

export const judgementWords: Readonly<Record<KnownChange['judgement'], string>> = {
  better: '改善',
  worse: '变差',
  neutral: '中性',
}

const signed = (value: number): string => (value > 0 ? `+${toDecimal(value)}` : toDecimal(value))

/** An integer percentage keeps one decimal: +9.0%. */
function percentText(percent: number): string {
  const text = signed(percent)
  return `${text.includes('.') ? text : `${text}.0`}%`
}

function noChangeWords({ why, at }: NoChange, { base, year }: Change): string {
  switch (why) {
    case 'bound':
      return '两年中有一年不是精确值，不计算同比'
    case 'not-published':
      return `${at}年未公布，无法比较`
    case 'not-applicable':
      return `${at}年不适用，无法比较`
    case 'pending':
      return `${at}年待录入，无法比较`
    case 'not-yet':
      return `${at}年尚无此项，无法比较`
    default:
      return base === null ? `${year}年之前没有录入的年度` : ''
  }
}

function knownChangeWords(outcome: KnownChange, indicator: Indicator): string {
  const unit = indicator.unit === '%' ? '' : ` ${indicator.unit}`
  switch (outcome.kind) {
    case 'same':
      return '持平'
    case 'points':
      return `${outcome.by > 0 ? '提高' : '降低'} ${toDecimal(Math.abs(outcome.by))} 个百分点`
    case 'places':
      return `${outcome.by > 0 ? '前移' : '后移'} ${toDecimal(Math.abs(outcome.by))} 位`
    case 'from-zero':
      return `由0增至${toFigureLine(outcome.to, indicator.unit)}`
    default: {
      const percent = outcome.percent === null ? '，基数小，不算比例' : `（${percentText(outcome.percent)}）`
      return `${signed(outcome.by)}${unit}${percent}`
    }
  }
}

/** The change in words; only the year before makes it 同比, an older base is named. */
export function changeWords(change: Change, indicator: Indicator): string {
  const { outcome, base, year, passedOver } = change
  if (outcome.kind === 'none') return noChangeWords(outcome, change)
  const text = knownChangeWords(outcome, indicator)
  return passedOver === null ? text : `与${base}年比 ${text}（${year - 1}年${stateWords[passedOver]}）`
}
