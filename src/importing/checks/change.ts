import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation } from '#domain/dataset.ts'
import { samePeriod } from '#domain/note.ts'
import type { Observation } from '#domain/observation.ts'
import type { KnownQuantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { type CheckedFigure, type FigureCheck, figureWords } from './figure.ts'

/** A slipped point makes a figure about ten times what it was; with the year's own change at least this much. */
const SLIPPED = 5
/** Unit: ratio of the change to the figure of the year before. */
const JUMP = 0.5

/** How far back a figure is looked for where the years between have none. Unit: years. */
const FAR = 5

interface FigureBefore {
  readonly year: number
  readonly quantity: KnownQuantity
}

/** The number of the year before, or the last one there is, where it may be compared. Missing: `null`. */
function figureBefore({ observation, indicator, find }: CheckedFigure): FigureBefore | null {
  if (observation.scopeChange !== null) return null
  for (let year = observation.year - 1; year >= observation.year - FAR; year--) {
    const last = find(indicator.id, year as Year)
    if (last?.quantity.kind !== 'known') continue
    const isLike = last.quantity.value !== 0 && samePeriod(last.period, observation.period)
    return isLike ? { year, quantity: last.quantity } : null
  }
  return null
}

/** Against a bound nothing can be said but that there was something: 40余, then 0. */
function codeOf(last: KnownQuantity, now: KnownQuantity) {
  if (now.value === 0) return last.bound === 'at-most' ? null : 'value-to-zero'
  if (last.bound !== 'exact') return null
  const ratio = now.value / last.value
  if (ratio >= SLIPPED || ratio <= 1 / SLIPPED) return 'value-slipped'
  return Math.abs(ratio - 1) > JUMP ? 'value-jump' : null
}

/** 0.997 without a percent sign is asked about where it is read; next to 99.7 it would be asked about twice. */
const isFraction = ({ kind, unit }: Indicator, { value, literal }: KnownQuantity): boolean =>
  kind === 'rate' && unit === '%' && value > 0 && value <= 1 && !/[%％]/.test(literal)

/** True for a figure the dataset has just so, with the one it is held against: both were looked at when they were kept. */
function isKept(dataset: Dataset, { indicator, year }: Observation, now: KnownQuantity, last: FigureBefore) {
  const isSame = (quantity: KnownQuantity, at: number): boolean => {
    const kept = findObservation(dataset, indicator, at as Year)?.quantity
    return kept?.kind === 'known' && kept.value === quantity.value && kept.bound === quantity.bound
  }
  return isSame(now, year) && isSame(last.quantity, last.year)
}

/**
 * A figure far from that of the year before: a slipped point, a jump, or nothing where there was something.
 * Unit: 5 times or ±50 % against an exact figure with the same months and scope.
 */
export const checkChange: FigureCheck = (figure) => {
  const { quantity: now, indicator, observation } = figure
  if (now?.bound !== 'exact' || isFraction(indicator, now)) return []
  const last = figureBefore(figure)
  const code = last && codeOf(last.quantity, now)
  // Over several years a figure may well have grown by half.
  if (!last || !code || (code === 'value-jump' && last.year < observation.year - 1)) return []
  if (isKept(figure.dataset, observation, now, last)) return []
  const facts = {
    name: indicator.name,
    value: figureWords(indicator, now),
    year: last.year,
    before: figureWords(indicator, last.quantity),
  }
  return [{ code, column: '数值', facts }]
}
