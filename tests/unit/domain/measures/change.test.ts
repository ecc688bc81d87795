import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator } from '#domain/catalogue.ts'
import { type Change, changeBetween, changeSinceLast, subtract } from '#domain/measures/change.ts'
import { aDataset, anIndicator, asId, asYear, threeYearDataset } from '../../../support/data.ts'

type Shape = Partial<Omit<Indicator, 'id'>>
const COUNT: Shape = {}
const GOOD: Shape = { direction: '正' }
const BAD: Shape = { direction: '逆' }
const RATE: Shape = { kind: 'rate', unit: '%', direction: '正' }
const RANK: Shape = { kind: 'rank', unit: '位', direction: '正' }

const [y2023, y2024] = [asYear(2023), asYear(2024)]

/** Change of one indicator from 2023 to 2024, both cells as printed. */
const change = (shape: Shape, from: string, to: string): Change =>
  changeBetween(
    aDataset({ indicators: [anIndicator(shape)], figures: { cases: { 2023: from, 2024: to } } }),
    asId('cases'),
    y2023,
    y2024,
  )

const outcome = (shape: Shape, from: string, to: string) => change(shape, from, to).outcome

describe('changeBetween', () => {
  it.each([
    ['758', '826', 'difference', 68, 9],
    ['826', '758', 'difference', -68, -8.2],
    ['20', '21', 'difference', 1, 5],
    ['200', '100', 'difference', -100, -50],
    ['300', '299', 'difference', -1, -0.3],
    ['2000', '2001', 'difference', 1, 0.1],
    ['4494', '12345', 'difference', 7851, 174.7],
    ['710.99', '684.3', 'difference', -26.69, -3.8],
    ['758', '758', 'same', 0, null],
    ['0', '0', 'same', 0, null],
  ])('a count from %s to %s is a %s of %d (%d%)', (from, to, kind, by, percent) => {
    expect(outcome(COUNT, from, to)).toMatchObject({ kind, by, percent, judgement: 'neutral' })
  })

  it.each([
    ['6', '9', 3],
    ['9', '4', -5],
    ['19', '38', 19],
    ['19.9', '21', 1.1],
    ['1', '0', -1],
  ])('a base below 20 gives no percentage: %s to %s', (from, to, by) => {
    expect(outcome(COUNT, from, to)).toMatchObject({ kind: 'difference', by, percent: null })
  })

  it('a base of 0 is a growth from zero, without a percentage', () => {
    expect(outcome(COUNT, '0', '5')).toMatchObject({ kind: 'from-zero', by: 5, percent: null })
    expect(outcome(COUNT, '5', '0')).toMatchObject({ kind: 'difference', by: -5, percent: null })
  })

  it.each([
    ['99.7', '99.9', 0.2],
    ['99.9', '99.7', -0.2],
    ['99.7', '100', 0.3],
    ['100', '98.5', -1.5],
    ['30.54', '31.02', 0.48],
    ['0', '5', 5],
  ])('a rate from %s to %s moves by %d percentage points, without float dust', (from, to, by) => {
    expect(outcome(RATE, from, to)).toMatchObject({ kind: 'points', by, percent: null })
  })

  it.each([
    ['第二', '第三', -1, 'worse'],
    ['第三', '第一', 2, 'better'],
    ['第十二', '第2', 10, 'better'],
  ])('a place from %s to %s moves forward by %d: %s', (from, to, by, judgement) => {
    expect(outcome(RANK, from, to)).toMatchObject({ kind: 'places', by, percent: null, judgement })
  })

  it('a place nobody judges stays neutral', () => {
    expect(outcome({ ...RANK, direction: '中' }, '第三', '第一')).toMatchObject({
      by: 2,
      judgement: 'neutral',
    })
  })

  it.each([
    [COUNT, '50', '60', 'neutral'],
    [COUNT, '60', '50', 'neutral'],
    [GOOD, '50', '60', 'better'],
    [GOOD, '60', '50', 'worse'],
    [BAD, '50', '60', 'worse'],
    [BAD, '60', '50', 'better'],
    [BAD, '0', '5', 'worse'],
    [GOOD, '60', '60', 'neutral'],
    [RATE, '99.7', '99.9', 'better'],
    [{ ...RATE, direction: '逆' } as Shape, '5', '4', 'better'],
  ])('judges %j from %s to %s as %s', (shape, from, to, judgement) => {
    expect(outcome(shape, from, to)).toMatchObject({ judgement })
  })

  it.each([
    ['40余', '50', 2023],
    ['50', '60余', 2024],
    ['40余', '50余', 2024],
    ['40余', '40余', 2024],
    ['约60', '60', 2023],
    ['60', '近70', 2024],
    ['不超过6', '5', 2023],
    ['90', '不足100', 2024],
  ])('%s and %s are not compared, because of the bound in %d', (from, to, at) => {
    expect(outcome(COUNT, from, to)).toEqual({ kind: 'none', why: 'bound', at })
  })

  it.each([
    ['前三', '第二', 2023],
    ['第二', '前三', 2024],
    ['前三', '前三', 2024],
  ])('a place within is not compared: %s and %s', (from, to, at) => {
    expect(outcome(RANK, from, to)).toEqual({ kind: 'none', why: 'bound', at })
  })

  it.each([
    ['未公布', '50', 'not-published', 2023],
    ['50', '未公布', 'not-published', 2024],
    ['不适用', '50', 'not-applicable', 2023],
    ['50', '不适用', 'not-applicable', 2024],
    ['未公布', '不适用', 'not-applicable', 2024],
    ['40余', '未公布', 'not-published', 2024],
  ])('%s and %s give no change: %s in %d', (from, to, why, at) => {
    expect(outcome(COUNT, from, to)).toEqual({ kind: 'none', why, at })
  })

  it('says that the later year is not entered, or that the indicator is younger', () => {
    const dataset = aDataset({
      indicators: [anIndicator({ id: 'old' }), anIndicator({ id: 'young', since: 2024 })],
      figures: { old: { 2023: '5' }, young: { 2024: '5' } },
    })
    expect(changeBetween(dataset, asId('old'), y2023, asYear(2025)).outcome).toMatchObject({
      why: 'pending',
      at: 2025,
    })
    expect(changeBetween(dataset, asId('young'), y2023, y2024).outcome).toMatchObject({
      why: 'not-yet',
      at: 2023,
    })
  })

  it('throws for an id that is in no catalogue, which is our mistake', () => {
    expect(() => changeBetween(aDataset(), asId('constructor'), y2023, y2024)).toThrow('constructor')
  })

  it('a chosen base of some years ago passes over no year', () => {
    const dataset = aDataset({ figures: { cases: { 2023: '50', 2024: '55', 2025: '60' } } })
    expect(changeBetween(dataset, asId('cases'), y2023, asYear(2025))).toMatchObject({
      base: 2023,
      passedOver: null,
    })
  })
})

describe('changeSinceLast', () => {
  const since = (cells: Record<number, string>, year: number, years?: readonly number[]) =>
    changeSinceLast(
      aDataset({ figures: { cases: cells }, ...(years ? { years } : {}) }),
      asId('cases'),
      asYear(year),
    )

  it('compares with the year before', () => {
    expect(since({ 2023: '50', 2024: '60' }, 2024)).toMatchObject({
      base: 2023,
      year: 2024,
      passedOver: null,
      outcome: { kind: 'difference', by: 10, percent: 20 },
    })
  })

  it.each([
    ['未公布', 'not-published'],
    ['不适用', 'not-applicable'],
  ])('passes over a year before that is %s, and says so', (cell, why) => {
    expect(since({ 2023: '50', 2024: cell, 2025: '60' }, 2025)).toMatchObject({
      base: 2023,
      passedOver: why,
      outcome: { by: 10 },
    })
  })

  it('passes over a year that was never entered', () => {
    expect(since({ 2023: '50', 2025: '60' }, 2025)).toMatchObject({ base: 2023, passedOver: 'pending' })
  })

  it('does not pass over a bound: it is published, only not comparable', () => {
    expect(since({ 2023: '50', 2024: '55余', 2025: '60' }, 2025)).toMatchObject({
      base: 2024,
      passedOver: null,
      outcome: { kind: 'none', why: 'bound', at: 2024 },
    })
  })

  it('gives the reason of the year before when no earlier year has a figure', () => {
    expect(since({ 2023: '未公布', 2024: '未公布', 2025: '60' }, 2025)).toMatchObject({
      base: 2024,
      passedOver: null,
      outcome: { kind: 'none', why: 'not-published', at: 2024 },
    })
  })

  it('has no base in the first year entered', () => {
    expect(since({ 2023: '50', 2024: '60' }, 2023)).toMatchObject({
      base: null,
      outcome: { kind: 'none', why: 'no-earlier-year', at: null },
    })
  })

  it.each([
    ['legal-education-talks', 2025, 2023, 'not-published', 4],
    ['enforcement-review-officers', 2025, 2023, 'not-applicable', 16],
    ['online-service-rate', 2024, 2023, null, 0.2],
    ['mediation-volume-rank', 2025, 2024, null, 2],
    ['rule-of-law-landscapes', 2025, 2024, null, 5],
    ['legal-aid-losses-recovered', 2025, 2024, null, 119.2],
  ])('in three years %s %d compares with %d', (id, year, base, passedOver, by) => {
    expect(changeSinceLast(threeYearDataset(), asId(id), asYear(year))).toMatchObject({
      base,
      passedOver,
      outcome: { by },
    })
  })
})

describe('subtract', () => {
  it.each([
    [99.9, 99.7, 0.2],
    [0.3, 0.1, 0.2],
    [1, 0.9, 0.1],
    [803.5, 684.3, 119.2],
    [9007199254740991, 0.123456789, 9007199254740991],
    [0.0000001, 0, 0.0000001],
    [0, 0.0000001, -0.0000001],
  ])('%d less %d is %d', (a, b, difference) => {
    expect(subtract(a, b)).toBe(difference)
  })
})

describe('for every pair of figures', () => {
  const value = fc.oneof(
    fc.nat({ max: 99_999 }).map(String),
    fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 999 })).map(([whole, part]) => `${whole}.${part}`),
  )
  const shape = fc.constantFrom(COUNT, GOOD, BAD, RATE)

  it('no number is NaN or infinite', () => {
    fc.assert(
      fc.property(shape, value, value, (of, from, to) => {
        const found = outcome(of, from, to)
        if (found.kind === 'none') return false
        return Number.isFinite(found.by) && (found.percent === null || Number.isFinite(found.percent))
      }),
      { seed: 5 },
    )
  })

  it('the way back is the way there with the other sign and the other verdict', () => {
    const opposite = { better: 'worse', worse: 'better', neutral: 'neutral' }
    fc.assert(
      fc.property(shape, value, value, (of, from, to) => {
        const [there, back] = [outcome(of, from, to), outcome(of, to, from)]
        if (there.kind === 'none' || back.kind === 'none') throw new Error('exact figures compare')
        expect(back.by + there.by).toBe(0)
        expect(back.judgement).toBe(opposite[there.judgement])
      }),
      { seed: 6 },
    )
  })

  it('a bound on either side is never compared', () => {
    const bound = fc
      .tuple(fc.constantFrom('余', '多', '以上', '左右', '以内'), value)
      .map(([word, n]) => n + word)
    fc.assert(
      fc.property(shape, bound, value, (of, limited, exact) => {
        for (const [from, to] of [
          [limited, exact],
          [exact, limited],
          [limited, limited],
        ] as const)
          expect(outcome(of, from, to)).toMatchObject({ kind: 'none', why: 'bound' })
      }),
      { seed: 7 },
    )
  })
})
