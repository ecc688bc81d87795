import { describe, expect, it } from 'vitest'
import type { Indicator } from '#domain/catalogue.ts'
import { type Change, changeBetween, changeSinceLast } from '#domain/measures/change.ts'
import { aDataset, anIndicator, asId, asYear } from '../../../support/data.ts'
import { aSeries, type SeriesCells } from '../../../support/series.ts'

type Shape = Partial<Omit<Indicator, 'id'>>
const COUNT: Shape = {}
const GOOD: Shape = { direction: '正' }
const BAD: Shape = { direction: '逆' }
const RATE: Shape = { kind: 'rate', unit: '%', direction: '正' }
const RANK: Shape = { kind: 'rank', unit: '位', direction: '正' }
const AMOUNT: Shape = { kind: 'amount', unit: '万元' }

const [y2023, y2024] = [asYear(2023), asYear(2024)]

/** Change of one indicator between two of the years its cells stand for. */
function between(shape: Shape, cells: SeriesCells, base = 2023, year = 2024): Change {
  const { dataset, indicator } = aSeries(shape, cells)
  return changeBetween(dataset, indicator, asYear(base), asYear(year))
}

const outcome = (shape: Shape, from: string, to: string) => between(shape, { 2023: from, 2024: to }).outcome

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
    ['20.5', '41', 'difference', 20.5, 100],
    ['10000', '10001', 'difference', 1, 0],
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
    ['19.99', '30', 10.01],
  ])('a base below 20 gives no percentage: %s to %s', (from, to, by) => {
    expect(outcome(COUNT, from, to)).toMatchObject({ kind: 'difference', by, percent: null })
  })

  it('an amount is treated as a count, its small base measured in the catalogue’s unit', () => {
    expect(outcome(AMOUNT, '710.99', '684.3')).toMatchObject({ by: -26.69, percent: -3.8 })
    expect(outcome(AMOUNT, '19.5', '39')).toMatchObject({ by: 19.5, percent: null })
    expect(between(AMOUNT, { 2023: { value: '20', unit: '元' }, 2024: '30' }).outcome).toMatchObject({
      by: 10,
      percent: 50,
    })
  })

  it('from 0 and to 0 are steps of their own, without a percentage', () => {
    expect(outcome(COUNT, '0', '5')).toMatchObject({ kind: 'from-zero', by: 5, percent: null })
    expect(outcome(COUNT, '5', '0')).toMatchObject({ kind: 'to-zero', by: -5, percent: null })
    expect(outcome(COUNT, '500', '0')).toMatchObject({ kind: 'to-zero', by: -500, percent: null })
    expect(outcome(RATE, '5', '0')).toMatchObject({ kind: 'points', by: -5, percent: null })
  })

  it('a rate in another unit than per cent moves by that unit, never by percentage points', () => {
    expect(outcome({ ...RATE, unit: '‰' }, '3.2', '3.6')).toMatchObject({
      kind: 'difference',
      by: 0.4,
      percent: null,
    })
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
    [BAD, '5', '0', 'better'],
    [GOOD, '5', '0', 'worse'],
    [GOOD, '60', '60', 'neutral'],
    [RATE, '99.7', '99.9', 'better'],
    [{ ...RATE, direction: '逆' } as Shape, '5', '4', 'better'],
  ])('judges %j from %s to %s as %s', (shape, from, to, judgement) => {
    expect(outcome(shape, from, to)).toMatchObject({ judgement })
  })

  it.each([
    ['40余', '50', 2023, ['at-least']],
    ['50', '60余', 2024, ['at-least']],
    ['40余', '50余', 2024, ['at-least', 'at-least']],
    ['40余', '40余', 2024, ['at-least', 'at-least']],
    ['约60', '60', 2023, ['about']],
    ['60', '近70', 2024, ['about']],
    ['不超过6', '5', 2023, ['at-most']],
    ['90余', '不足100', 2024, ['at-least', 'at-most']],
  ])('%s and %s are not compared, because of the bound in %d', (from, to, at, bounds) => {
    expect(outcome(COUNT, from, to)).toEqual({ kind: 'none', why: 'bound', at, bounds })
  })

  it.each([
    ['前三', '第二', 2023, ['rank-within']],
    ['第二', '前三', 2024, ['rank-within']],
    ['前三', '前三', 2024, ['rank-within', 'rank-within']],
  ])('a place within is not compared: %s and %s', (from, to, at, bounds) => {
    expect(outcome(RANK, from, to)).toEqual({ kind: 'none', why: 'bound', at, bounds })
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

  it('takes the indicator for its id, and an id it was once known by', () => {
    const { dataset, indicator } = aSeries({ formerIds: [asId('old')] }, { 2023: '50', 2024: '60' })
    const change = changeBetween(dataset, indicator, y2023, y2024)
    expect(change.outcome).toMatchObject({ by: 10 })
    expect(changeBetween(dataset, asId('cases'), y2023, y2024)).toEqual(change)
    expect(changeBetween(dataset, asId('old'), y2023, y2024)).toEqual(change)
    expect(changeSinceLast(dataset, indicator, y2024)).toEqual(change)
  })

  it('throws for an id that is in no catalogue, which is our mistake', () => {
    expect(() => changeBetween(aDataset(), asId('constructor'), y2023, y2024)).toThrow('constructor')
  })

  it('a chosen base of some years ago passes over no year', () => {
    const dataset = aDataset({ figures: { cases: { 2023: '50', 2024: '55', 2025: '60' } } })
    expect(changeBetween(dataset, asId('cases'), y2023, asYear(2025))).toMatchObject({
      base: 2023,
      passedOver: [],
    })
  })

  it('says which of the two figures are doubted, earlier first, and still compares', () => {
    const doubted = (from: boolean, to: boolean) =>
      between(COUNT, { 2023: { value: '50', doubtful: from }, 2024: { value: '60', doubtful: to } }).outcome
    expect(doubted(false, false)).toMatchObject({ by: 10, doubtful: [] })
    expect(doubted(false, true)).toMatchObject({ by: 10, doubtful: [2024] })
    expect(doubted(true, true)).toMatchObject({ by: 10, doubtful: [2023, 2024] })
  })
})

describe('units', () => {
  const units = (from: string, to: string, unit = '件') =>
    between({ unit }, { 2023: { value: '50', unit: from }, 2024: { value: '60', unit: to } }).outcome

  it.each([
    ['', ''],
    ['件', ''],
    ['', '件'],
    ['人次', '人次'],
    ['万件', '件'],
  ])('%j and %j convert into each other', (from, to) => {
    expect(units(from, to)).toMatchObject({ by: 10 })
  })

  it.each([
    ['件', '人次', ['件', '人次']],
    ['', '人次', ['件', '人次']],
    ['人次', '', ['人次', '件']],
    ['元', '件', ['元', '件']],
  ])('%j and %j do not, and both are named', (from, to, named) => {
    expect(units(from, to)).toEqual({ kind: 'none', why: 'unit', at: 2024, units: named })
  })
})

describe('part-year figures', () => {
  const months = (from: string, to: string) =>
    between(COUNT, { 2023: { value: '50', note: from }, 2024: { value: '60', note: to } }).outcome

  it('compare with the same months', () => {
    expect(months('1—6月', '1-6月数')).toMatchObject({ by: 10, percent: 20, period: { from: 1, to: 6 } })
    expect(months('1—12月', '')).toMatchObject({ by: 10, period: null })
  })

  it.each([
    ['', '1—6月', [null, { from: 1, to: 6 }]],
    ['1—6月', '', [{ from: 1, to: 6 }, null]],
    [
      '1—6月',
      '1—9月',
      [
        { from: 1, to: 6 },
        { from: 1, to: 9 },
      ],
    ],
  ])('with %j and %j cover other months and do not compare', (from, to, periods) => {
    expect(months(from, to)).toEqual({ kind: 'none', why: 'period', at: 2024, periods })
  })
})

describe('a change of scope', () => {
  const broken = (base: number, year: number) =>
    between(
      COUNT,
      {
        2023: '50',
        2024: { value: '60', note: '口径变化：含移送案件' },
        2025: '70',
        2026: { value: '80', note: '口径变化' },
        2027: '90',
      },
      base,
      year,
    ).outcome

  it.each([
    [2023, 2024, 2024, '含移送案件'],
    [2023, 2025, 2024, '含移送案件'],
    [2025, 2026, 2026, ''],
    [2023, 2027, 2026, ''],
    [2027, 2023, 2026, ''],
  ])('parts %d from %d: the break of %d is named', (base, year, at, words) => {
    expect(broken(base, year)).toEqual({ kind: 'none', why: 'scope', at, words })
  })

  it.each([
    [2024, 2025],
    [2026, 2027],
    [2025, 2024],
  ])('leaves %d and %d, on one side of it, comparable', (base, year) => {
    expect(broken(base, year).kind).toBe('difference')
  })

  it('is the latest of several, in whatever order the years were kept', () => {
    const { dataset, indicator } = aSeries(COUNT, {
      2023: '50',
      2024: { value: '60', note: '口径变化：先' },
      2025: { value: '70', note: '口径变化：后' },
    })
    const [years] = [...dataset.observations.values()]
    const shuffled = new Map([[indicator.id, new Map([...(years ?? [])].reverse())]])
    const { outcome } = changeBetween({ ...dataset, observations: shuffled }, indicator, y2023, asYear(2025))
    expect(outcome).toMatchObject({ at: 2025, words: '后' })
  })

  it('in a year between without a figure parts the years beside it all the same', () => {
    const cells = { 2023: '50', 2024: { value: '未公布', note: '口径变化：不含调解' }, 2025: '70' }
    expect(between(COUNT, cells, 2023, 2025).outcome).toEqual({
      kind: 'none',
      why: 'scope',
      at: 2024,
      words: '不含调解',
    })
  })
})

it('of several obstacles names a missing figure first, then scope, months, unit and bound', () => {
  const reason = (from: SeriesCells[number], to: SeriesCells[number]) =>
    between(COUNT, { 2023: from, 2024: to }).outcome
  const bound = { value: '60余' }
  const unit = { ...bound, unit: '人次' }
  const period = { ...unit, note: '1—6月' }
  const scope = { ...period, note: '1—6月；口径变化：含移送案件' }
  expect(reason('50', bound)).toMatchObject({ why: 'bound' })
  expect(reason('50', unit)).toMatchObject({ why: 'unit' })
  expect(reason('50', period)).toMatchObject({ why: 'period' })
  expect(reason('50', scope)).toMatchObject({ why: 'scope' })
  expect(reason('未公布', scope)).toMatchObject({ why: 'not-published', at: 2023 })
})
