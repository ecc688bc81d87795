import { type Catalogue, findIndicator, type Indicator, type IndicatorId } from '#domain/catalogue.ts'
import { samePeriod } from '#domain/note.ts'
import { plainDigits } from '#domain/numbers/decimal.ts'
import { toHalfWidth } from '#domain/numbers/parse.ts'
import type { Observation } from '#domain/observation.ts'
import type { KnownQuantity } from '#domain/quantity.ts'
import { type CheckedFigure, type Doubt, type FigureCheck, figureWords } from './figure.ts'

/** The count a rate is checked against: its stated base, else the likely one. Missing: `null` for neither. */
function baseOf(catalogue: Catalogue, { denominator, impliedBase }: Indicator): Indicator | null {
  const id = denominator ?? impliedBase ?? null
  const base = id && findIndicator(catalogue, id)
  return base && base.kind === 'count' ? base : null
}

/** A percentage and the count it is a share of. */
interface Share {
  readonly rate: Indicator
  readonly base: Indicator
}

const NONE: readonly Share[] = []
const known = new WeakMap<Catalogue, ReadonlyMap<IndicatorId, readonly Share[]>>()

/** Made once a catalogue, for a file has many rows. Shape: under the rate and under its base. */
function sharesOf(catalogue: Catalogue, id: IndicatorId): readonly Share[] {
  const found = known.get(catalogue)
  if (found) return found.get(id) ?? NONE
  const shares = new Map<IndicatorId, readonly Share[]>()
  for (const rate of catalogue.indicators) {
    const base = rate.kind === 'rate' && rate.unit === '%' ? baseOf(catalogue, rate) : null
    if (!base) continue
    for (const one of [rate, base]) shares.set(one.id, [...(shares.get(one.id) ?? NONE), { rate, base }])
  }
  known.set(catalogue, shares)
  return shares.get(id) ?? NONE
}

/** Exact figures only: of about 60 people any share may be right. */
const exactOf = (observation: Observation | null): KnownQuantity | null =>
  observation?.quantity.kind === 'known' && observation.quantity.bound === 'exact'
    ? observation.quantity
    : null

/** Unit: percent. One unit of the last printed place: 0.1 for 99.5, 0.01 for 99.50. */
function lastPlace({ literal }: KnownQuantity): number {
  const places = /\.(\d+)/.exec(toHalfWidth(literal))?.[1]?.length ?? 0
  return 10 ** -places
}

/** Keeps 0.1 from being more than 0.1 by the last bit. */
const DUST = 1e-9

const shareOf = (part: number, base: number): string =>
  `${plainDigits(Math.round((part / base) * 10_000) / 100)}%`

/** The two whole counts next to the share. Missing: `null` where one of them is printed as the rate says. */
function neighbours(rate: KnownQuantity, base: number) {
  const lower = Math.min(Math.floor((rate.value * base) / 100 + DUST), base)
  const upper = Math.min(lower + 1, base)
  const fits = [lower, upper].some(
    (part) => Math.abs((part / base) * 100 - rate.value) <= lastPlace(rate) + DUST,
  )
  return fits ? null : { lower, lowerShare: shareOf(lower, base), upper, upperShare: shareOf(upper, base) }
}

/** A rate and its base in one year, both exact and of the same months. Missing: `null`. */
function pairOf({ find, observation }: CheckedFigure, rate: Indicator, base: Indicator) {
  const [ofRate, ofBase] = [find(rate.id, observation.year), find(base.id, observation.year)]
  const [share, count] = [exactOf(ofRate), exactOf(ofBase)]
  if (!ofRate || !ofBase || !share || !count || !samePeriod(ofRate.period, ofBase.period)) return null
  return { ofRate, share, count }
}

function doubtOf(figure: CheckedFigure, { rate, base }: Share): Doubt | null {
  const pair = pairOf(figure, rate, base)
  if (!pair) return null
  const { ofRate, share, count } = pair
  // Said once: at the rate, unless that was kept before.
  if (figure.indicator.id !== rate.id && figure.isChecked(ofRate)) return null
  const near = count.value > 0 && Number.isInteger(count.value) ? neighbours(share, count.value) : null
  if (!near) return null
  const facts = {
    name: rate.name,
    value: figureWords(rate, share),
    base: base.name,
    baseValue: figureWords(base, count),
    ...near,
  }
  return { code: 'rate-unlike-base', column: '数值', facts }
}

/**
 * A rate that no whole number of its base gives: 99.7 % of 214, where 213 are 99.53 % and 214 are 100 %.
 * Unit: off by more than one unit of the last printed place, since printed percentages are often cut off.
 */
export const checkRateBase: FigureCheck = (figure) =>
  figure.quantity === null
    ? []
    : sharesOf(figure.dataset.catalogue, figure.indicator.id).flatMap((share) => doubtOf(figure, share) ?? [])
