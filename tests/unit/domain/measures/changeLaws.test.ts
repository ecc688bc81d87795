import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, quantityOf } from '#domain/dataset.ts'
import { type Change, changeBetween, changeSinceLast } from '#domain/measures/change.ts'
import { isComparable } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { anySeries } from '../../../support/anySeries.ts'
import { asYear } from '../../../support/data.ts'
import { aSeries } from '../../../support/series.ts'

interface Case {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly base: Year
  readonly year: Year
  readonly change: Change
}

const YEARS = [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]

/** Holds a law against many histories; each law must meet some changes and some reasons, or it would say nothing. */
function forEveryPair(seed: number, law: (found: Case) => void): void {
  const met = new Set<string>()
  fc.assert(
    fc.property(anySeries, ({ shape, cells, base, year }) => {
      const { dataset, indicator } = aSeries(shape, cells, { years: YEARS })
      const change = changeBetween(dataset, indicator, asYear(base), asYear(year))
      met.add(change.outcome.kind)
      law({ dataset, indicator, base: asYear(base), year: asYear(year), change })
    }),
    { seed, numRuns: 1500 },
  )
  expect([...met]).toEqual(expect.arrayContaining(['none', 'difference', 'points', 'places', 'same']))
}

const observationsOf = ({ dataset, indicator }: Case) => dataset.observations.get(indicator.id) ?? new Map()

it('no number is NaN, infinite or −0', () => {
  forEveryPair(1, ({ change: { outcome } }) => {
    if (outcome.kind === 'none') return
    for (const number of [outcome.by, outcome.percent ?? 0]) {
      expect(Number.isFinite(number)).toBe(true)
      expect(Object.is(number, -0)).toBe(false)
    }
  })
})

it('the way back is the way there with the other sign and the other verdict', () => {
  const opposite = { better: 'worse', worse: 'better', neutral: 'neutral' } as const
  forEveryPair(2, ({ dataset, indicator, base, year, change: { outcome: there } }) => {
    const { outcome: back } = changeBetween(dataset, indicator, year, base)
    expect(back.kind === 'none').toBe(there.kind === 'none')
    if (there.kind === 'none' || back.kind === 'none') return
    expect(back.by + there.by).toBe(0)
    expect(back.judgement).toBe(opposite[there.judgement])
  })
})

it('a figure that is missing or only a bound is never compared, and an exact one is, unless something else forbids it', () => {
  forEveryPair(3, ({ dataset, indicator, base, year, change: { outcome } }) => {
    const both = [base, year].every((at) => isComparable(quantityOf(dataset, indicator, at)))
    if (!both) expect(outcome.kind).toBe('none')
    else if (outcome.kind === 'none') expect(['scope', 'period', 'unit']).toContain(outcome.why)
  })
})

it('a change of scope is never crossed, whatever lies on the way', () => {
  forEveryPair(4, (found) => {
    const [earlier, later] = [Math.min(found.base, found.year), Math.max(found.base, found.year)]
    const breaks = [...observationsOf(found).values()]
      .filter((o) => o.scopeChange !== null)
      .map((o) => o.year)
    const isCrossed = breaks.some((at) => earlier < at && at <= later)
    if (isCrossed) expect(found.change.outcome.kind).toBe('none')
    else expect(found.change.outcome).not.toMatchObject({ why: 'scope' })
  })
})

it('only figures of the same months and of one family of units are compared', () => {
  forEveryPair(5, (found) => {
    if (found.change.outcome.kind === 'none') return
    const [from, to] = [found.base, found.year].map((at) => observationsOf(found).get(at))
    expect(from?.period).toEqual(to?.period)
    expect(from?.unit).toBe(to?.unit)
  })
})

it('a percentage stands only on a base of 20 and more, never on a rate or a place', () => {
  forEveryPair(6, ({ indicator, change: { outcome } }) => {
    if (outcome.kind === 'none' || outcome.percent === null) return
    expect(outcome.from.value).toBeGreaterThanOrEqual(20)
    expect(outcome.to.value).toBeGreaterThan(0)
    expect(['count', 'amount']).toContain(indicator.kind)
  })
})

it('differences and percentages are those of whole-number arithmetic', () => {
  const scaled = (value: number): bigint => BigInt(value.toFixed(3).replace('.', ''))
  forEveryPair(7, ({ indicator, change: { outcome } }) => {
    if (outcome.kind === 'none') return
    const [from, to] = [scaled(outcome.from.value), scaled(outcome.to.value)]
    const by = indicator.kind === 'rank' ? from - to : to - from
    expect(scaled(outcome.by)).toBe(by)
    if (outcome.percent === null) return
    const error = BigInt(Math.round(outcome.percent * 10)) * from - by * 1000n
    expect(error * 2n <= from && error * 2n >= -from).toBe(true)
  })
})

it('no verdict without a direction, and with one a verdict for every difference', () => {
  forEveryPair(8, ({ indicator, change: { outcome } }) => {
    if (outcome.kind === 'none') return
    const isJudged = indicator.direction !== '中' && outcome.by !== 0
    expect(outcome.judgement !== 'neutral').toBe(isJudged)
  })
})

it('against the last figure: the base is the nearest earlier year with one, and each year between is named', () => {
  forEveryPair(9, ({ dataset, indicator, year }) => {
    const change = changeSinceLast(dataset, indicator, year)
    const known = YEARS.map(asYear).filter(
      (at) => at < year && quantityOf(dataset, indicator, at).kind === 'known',
    )
    const nearest = known[known.length - 1]
    if (nearest === undefined) {
      expect(change.outcome.kind).toBe('none')
      expect(change.passedOver).toEqual([])
      return
    }
    expect(change.base).toBe(nearest)
    expect(change.outcome).toEqual(changeBetween(dataset, indicator, nearest, year).outcome)
    expect(change.passedOver.map((passed) => passed.year)).toEqual(
      YEARS.filter((at) => nearest < at && at < year),
    )
  })
})
