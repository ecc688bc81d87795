import { findIndicator, type Indicator, type IndicatorId } from '../catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '../dataset.ts'
import { type Period, samePeriod } from '../note.ts'
import { convert } from '../numbers/units.ts'
import type { Observation } from '../observation.ts'
import {
  type Bound,
  isComparable,
  type KnownQuantity,
  type MissingReason,
  type Quantity,
} from '../quantity.ts'
import type { Year } from '../year.ts'
import { percentChange, subtract } from './exact.ts'

/**
 * Why two years are not compared. `at` is the year the reason lies in; of two, the later.
 * A missing figure goes before a changed scope, that before other months, those before another unit, and that
 * before a bound: the first that holds says the most.
 */
export type NoChange =
  | { readonly kind: 'none'; readonly why: MissingReason; readonly at: Year }
  /** `words`: what has counted since, perhaps empty. */
  | { readonly kind: 'none'; readonly why: 'scope'; readonly at: Year; readonly words: string }
  | {
      readonly kind: 'none'
      readonly why: 'period'
      readonly at: Year
      readonly periods: Sides<Period | null>
    }
  | { readonly kind: 'none'; readonly why: 'unit'; readonly at: Year; readonly units: Sides<string> }
  /** `bounds`: of the figures that are not exact, one or both. */
  | { readonly kind: 'none'; readonly why: 'bound'; readonly at: Year; readonly bounds: readonly Bound[] }
  | { readonly kind: 'none'; readonly why: 'no-earlier-year'; readonly at: null }

/** Something of the base and of the year, in this order. */
type Sides<T> = readonly [base: T, year: T]

export interface KnownChange {
  readonly kind: 'difference' | 'points' | 'places' | 'from-zero' | 'to-zero' | 'same'
  /** Unit: the indicator's own; percentage points for `points`; places moved forward for a rank. */
  readonly by: number
  /**
   * Unit: percent of the base, one decimal; 0 for a difference below 0.05 %.
   * Missing: `null` where a percentage would mislead.
   */
  readonly percent: number | null
  readonly from: KnownQuantity
  readonly to: KnownQuantity
  readonly judgement: 'better' | 'worse' | 'neutral'
  /** Months both figures cover. Missing: `null` for whole years. */
  readonly period: Period | null
  /** Those of the two years whose figure somebody doubts (待核), earlier first. */
  readonly doubtful: readonly Year[]
}

export interface PassedYear {
  readonly year: Year
  readonly why: MissingReason
}

/** `base` is `null` only when there is no earlier year. */
export interface Change {
  readonly base: Year | null
  readonly year: Year
  readonly outcome: NoChange | KnownChange
  /** Years between that have no figure, so that an older base stands in; empty where none was passed over. */
  readonly passedOver: readonly PassedYear[]
}

/**
 * Below this base a percentage says more than the figure does. It holds for counts and for amounts alike; an amount
 * is measured in the catalogue's unit, so that the same money printed in 元 or in 万元 is treated the same.
 * Source: the rule for year-on-year statements in src/README.md.
 */
const SMALLEST_PERCENT_BASE = 20

function judge(indicator: Indicator, gain: number): KnownChange['judgement'] {
  if (indicator.direction === '中' || gain === 0) return 'neutral'
  return gain > 0 === (indicator.direction === '正') ? 'better' : 'worse'
}

type Step = Pick<KnownChange, 'kind' | 'by' | 'percent' | 'judgement'>

function stepOf(indicator: Indicator, from: number, to: number): Step {
  const rise = subtract(to, from)
  if (rise === 0) return { kind: 'same', by: 0, percent: null, judgement: 'neutral' }
  // For a rank 正 means that a smaller number is better: moving forward is the gain.
  if (indicator.kind === 'rank')
    return { kind: 'places', by: -rise, percent: null, judgement: judge(indicator, -rise) }
  const plain = { by: rise, percent: null, judgement: judge(indicator, rise) }
  // A rate is never compared in per cent; only one printed in per cent moves by percentage points.
  if (indicator.kind === 'rate') return { ...plain, kind: indicator.unit === '%' ? 'points' : 'difference' }
  if (from === 0) return { ...plain, kind: 'from-zero' }
  if (to === 0) return { ...plain, kind: 'to-zero' }
  return {
    ...plain,
    kind: 'difference',
    percent: from < SMALLEST_PERCENT_BASE ? null : percentChange(from, to),
  }
}

/** A figure of one year with what is known about it. */
interface Side {
  readonly year: Year
  readonly quantity: Quantity
  readonly observation: Observation | null
}

const sideOf = (dataset: Dataset, indicator: Indicator, year: Year): Side => ({
  year,
  quantity: quantityOf(dataset, indicator, year),
  observation: findObservation(dataset, indicator.id, year),
})

/** The last change of scope after the earlier year, up to and with the later one: years on one side of it compare. */
function scopeBreak(dataset: Dataset, indicator: Indicator, base: Year, year: Year): NoChange | null {
  const [earlier, later] = [Math.min(base, year), Math.max(base, year)]
  let last: { readonly at: Year; readonly words: string } | null = null
  for (const [at, { scopeChange }] of dataset.observations.get(indicator.id) ?? []) {
    if (scopeChange === null || at <= earlier || at > later || (last && at < last.at)) continue
    last = { at, words: scopeChange }
  }
  return last && { kind: 'none', why: 'scope', ...last }
}

const unitOf = (indicator: Indicator, { unit }: KnownQuantity): string => unit || indicator.unit

/** Two published figures: what stands between them and a difference. Missing: `null` when nothing does. */
function obstacleBetween(
  indicator: Indicator,
  at: Year,
  from: Side & { quantity: KnownQuantity },
  to: Side & { quantity: KnownQuantity },
): NoChange | null {
  const periods = [from.observation?.period ?? null, to.observation?.period ?? null] as const
  if (!samePeriod(...periods)) return { kind: 'none', why: 'period', at, periods }
  const units = [unitOf(indicator, from.quantity), unitOf(indicator, to.quantity)] as const
  if (convert(1, ...units) === null) return { kind: 'none', why: 'unit', at, units }
  const limited = [from, to].filter(({ quantity }) => !isComparable(quantity))
  const last = limited[limited.length - 1]
  if (!last) return null
  return { kind: 'none', why: 'bound', at: last.year, bounds: limited.map(({ quantity }) => quantity.bound) }
}

const isKnown = (side: Side): side is Side & { quantity: KnownQuantity } => side.quantity.kind === 'known'

function outcomeOf(dataset: Dataset, indicator: Indicator, base: Year, year: Year): NoChange | KnownChange {
  const [from, to] = [sideOf(dataset, indicator, base), sideOf(dataset, indicator, year)]
  for (const { quantity, year: at } of [to, from])
    if (quantity.kind === 'missing') return { kind: 'none', why: quantity.why, at }
  if (!isKnown(from) || !isKnown(to)) throw new Error('a figure is known or missing')
  const obstacle =
    scopeBreak(dataset, indicator, base, year) ??
    obstacleBetween(indicator, Math.max(base, year) as Year, from, to)
  if (obstacle) return obstacle
  return {
    ...stepOf(indicator, from.quantity.value, to.quantity.value),
    from: from.quantity,
    to: to.quantity,
    period: to.observation?.period ?? null,
    doubtful: [from, to]
      .filter(({ observation }) => observation?.doubtful)
      .map((side) => side.year)
      .sort((a, b) => a - b),
  }
}

/** Errors: throws for an id that is in no catalogue, which is our mistake. */
function indicatorOf(dataset: Dataset, of: Indicator | IndicatorId): Indicator {
  if (typeof of !== 'string') return of
  const found = findIndicator(dataset.catalogue, of)
  if (!found) throw new Error(`no indicator ${of}`)
  return found
}

/**
 * Change of one indicator between two years; given the indicator instead of its id, nothing is searched.
 * Unit: see `KnownChange.by`. Missing: `none` with the reason, see `NoChange`.
 * Source: the rules for year-on-year statements in src/README.md.
 */
export function changeBetween(dataset: Dataset, of: Indicator | IndicatorId, base: Year, year: Year): Change {
  return { base, year, outcome: outcomeOf(dataset, indicatorOf(dataset, of), base, year), passedOver: [] }
}

/** Every year between the two; what lies between a base and a year has no figure. */
function yearsBetween(dataset: Dataset, indicator: Indicator, base: Year, year: Year): readonly PassedYear[] {
  const between = Array.from({ length: Math.max(0, year - base - 1) }, (_, i) => (base + i + 1) as Year)
  return between.flatMap((at) => {
    const quantity = quantityOf(dataset, indicator, at)
    return quantity.kind === 'missing' ? [{ year: at, why: quantity.why }] : []
  })
}

/**
 * Change against the nearest earlier year with a figure; only year − 1 makes it 同比. A figure of year − 1 that
 * cannot be compared is never passed over: the reason is said.
 * Missing: `no-earlier-year` when nothing before `year` was entered.
 */
export function changeSinceLast(dataset: Dataset, of: Indicator | IndicatorId, year: Year): Change {
  const indicator = indicatorOf(dataset, of)
  const earlier = dataset.years.filter((y) => y < year).reverse()
  const known = earlier.find((y) => quantityOf(dataset, indicator, y).kind === 'known')
  const base = known ?? earlier[0]
  if (base === undefined)
    return { base: null, year, outcome: { kind: 'none', why: 'no-earlier-year', at: null }, passedOver: [] }
  return {
    ...changeBetween(dataset, indicator, base, year),
    passedOver: known === undefined ? [] : yearsBetween(dataset, indicator, base, year),
  }
}
