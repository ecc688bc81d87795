import { findIndicator, type Indicator, type IndicatorId } from '../catalogue.ts'
import { type Dataset, quantityOf } from '../dataset.ts'
import { decimalPlaces, shiftPoint } from '../numbers/decimal.ts'
import { isComparable, type KnownQuantity, type MissingReason, type Quantity } from '../quantity.ts'
import type { Year } from '../year.ts'

/** Why two years are not compared. `at` is the year the reason lies in. */
export interface NoChange {
  readonly kind: 'none'
  readonly why: 'bound' | 'not-published' | 'not-applicable' | 'pending' | 'not-yet' | 'no-earlier-year'
  readonly at: Year | null
}

export interface KnownChange {
  readonly kind: 'difference' | 'points' | 'places' | 'from-zero' | 'same'
  /** Unit: the indicator's own; percentage points for a rate; places moved forward for a rank. */
  readonly by: number
  /** Unit: percent of the base, one decimal. Missing: `null` where a percentage would mislead. */
  readonly percent: number | null
  readonly from: KnownQuantity
  readonly to: KnownQuantity
  readonly judgement: 'better' | 'worse' | 'neutral'
}

/** `base` is `null` only when there is no earlier year. */
export interface Change {
  readonly base: Year | null
  readonly year: Year
  readonly outcome: NoChange | KnownChange
  /** Why the year before lacks a figure, so that an older base stands in; `null` where none was passed over. */
  readonly passedOver: MissingReason | null
}

/** Below this base a percentage says more than the figure does. Source: the house rule for small bases. */
const SMALLEST_PERCENT_BASE = 20

/** Decimal subtraction: 99.9 − 99.7 is 0.2. */
export function subtract(a: number, b: number): number {
  const places = Math.max(decimalPlaces(a), decimalPlaces(b))
  return shiftPoint(Math.round(shiftPoint(a, places)) - Math.round(shiftPoint(b, places)), -places)
}

/** Unit: percent, one decimal, half away from zero. */
const toPercent = (by: number, base: number): number =>
  (Math.sign(by) * Math.round((Math.abs(by) / base) * 1000)) / 10

function judge(indicator: Indicator, gain: number): KnownChange['judgement'] {
  if (indicator.direction === '中' || gain === 0) return 'neutral'
  return gain > 0 === (indicator.direction === '正') ? 'better' : 'worse'
}

function knownChange(indicator: Indicator, from: KnownQuantity, to: KnownQuantity): KnownChange {
  const rise = subtract(to.value, from.value)
  const shared = { from, to, percent: null }
  if (rise === 0) return { ...shared, kind: 'same', by: 0, judgement: 'neutral' }
  // For a rank 正 means that a smaller number is better: moving forward is the gain.
  if (indicator.kind === 'rank')
    return { ...shared, kind: 'places', by: -rise, judgement: judge(indicator, -rise) }
  const judgement = judge(indicator, rise)
  if (indicator.kind === 'rate') return { ...shared, kind: 'points', by: rise, judgement }
  if (from.value === 0) return { ...shared, kind: 'from-zero', by: rise, judgement }
  const percent = from.value < SMALLEST_PERCENT_BASE ? null : toPercent(rise, from.value)
  return { ...shared, kind: 'difference', by: rise, percent, judgement }
}

const obstacle = (quantity: Quantity): NoChange['why'] =>
  quantity.kind === 'missing' ? quantity.why : 'bound'

/**
 * Change of one indicator between two years.
 * Unit: see `KnownChange.by`. Missing: a bound, a missing figure: `none` with the reason.
 * Source: the rules for year-on-year statements in src/README.md.
 */
export function changeBetween(dataset: Dataset, id: IndicatorId, base: Year, year: Year): Change {
  const indicator = findIndicator(dataset.catalogue, id)
  if (!indicator) throw new Error(`no indicator ${id}`)
  const from = quantityOf(dataset, indicator, base)
  const to = quantityOf(dataset, indicator, year)
  const shared = { base, year, passedOver: null }
  if (!isComparable(to)) return { ...shared, outcome: { kind: 'none', why: obstacle(to), at: year } }
  if (!isComparable(from)) return { ...shared, outcome: { kind: 'none', why: obstacle(from), at: base } }
  return { ...shared, outcome: knownChange(indicator, from, to) }
}

/**
 * Change against the nearest earlier year with a figure; only year − 1 makes it 同比.
 * Missing: `no-earlier-year` when nothing before `year` was entered.
 */
export function changeSinceLast(dataset: Dataset, id: IndicatorId, year: Year): Change {
  const indicator = findIndicator(dataset.catalogue, id)
  if (!indicator) throw new Error(`no indicator ${id}`)
  const earlier = dataset.years.filter((y) => y < year).reverse()
  const known = earlier.find((y) => quantityOf(dataset, indicator, y).kind === 'known')
  const base = known ?? earlier[0]
  if (base === undefined)
    return { base: null, year, outcome: { kind: 'none', why: 'no-earlier-year', at: null }, passedOver: null }
  const before = quantityOf(dataset, indicator, (year - 1) as Year)
  const passedOver = known !== undefined && before.kind === 'missing' ? before.why : null
  return { ...changeBetween(dataset, id, base, year), passedOver }
}
