import type { KnownQuantity } from '../quantity.ts'
import { plainDigits, shiftPoint } from './decimal.ts'
import { toHalfWidth } from './parse.ts'
import { scales } from './units.ts'

/** A figure as shown: mark, number and unit apart, because the unit is set smaller. */
export interface FigureText {
  /** ≥, ≈, ≤ or 第; empty for an exact value. */
  readonly mark: string
  /** The digits as printed, with their 万 or 亿; five digits and more get a comma. */
  readonly number: string
  /** 位 for a place, 位之内 for a place within. */
  readonly unit: string
}

const MARKS = {
  exact: '',
  'at-least': '≥',
  about: '≈',
  'at-most': '≤',
  rank: '第',
  'rank-within': '前',
} as const

/** Four digits stay together as the report prints them; from five on, thousands are parted. */
export function groupDigits(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.length >= 5 ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : whole
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Decimal text of a number without float dust or an exponent; U+2212 for minus. */
export const toDecimal = (value: number): string =>
  groupDigits(plainDigits(Math.abs(value))).replace(/^/, value < 0 ? '−' : '')

const CHINESE_PLACES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 3 → 三; places beyond ten stay Arabic. */
export const toChinesePlace = (place: number): string => CHINESE_PLACES[place] ?? String(place)

/**
 * The printed form of a known figure.
 * Shape: `前三位之内` keeps the report's numeral, so that it is never read as place 3.
 */
export function toFigureText(quantity: KnownQuantity, unit: string): FigureText {
  const mark = MARKS[quantity.bound]
  if (quantity.bound === 'rank') return { mark, number: String(quantity.value), unit: '位' }
  if (quantity.bound === 'rank-within')
    return { mark, number: toChinesePlace(quantity.value), unit: '位之内' }
  return { mark, number: printedDigits(quantity), unit }
}

/** The digits of the literal where they still are the value (as printed: 100, 99.70, 5721万), else the value's own. */
function printedDigits({ literal, value }: KnownQuantity): string {
  const match = /(\d[\d,]*(?:\.\d+)?)(百万|千万|百|千|万|亿)?/.exec(toHalfWidth(literal))
  const [digits, scale] = [match?.[1]?.replace(/,/g, '') ?? '', match?.[2] ?? '']
  if (digits !== '' && Number(digits) === value) return groupDigits(digits)
  if (scale !== '' && shiftPoint(Number(digits), scales.get(scale) ?? 0) === value)
    return groupDigits(digits) + scale
  return groupDigits(plainDigits(value))
}

/** One string: 890 项, ≥40 场, 第2位, 99.7%. A percent sign is set without a gap. */
export function toFigureLine(quantity: KnownQuantity, unit: string): string {
  const text = toFigureText(quantity, unit)
  const tight = quantity.bound === 'rank' || quantity.bound === 'rank-within' || unit === '%' || unit === ''
  return `${text.mark}${text.number}${tight ? '' : ' '}${text.unit}`
}
