import { describe, expect, it } from 'vitest'
import type { Indicator } from '#domain/catalogue.ts'
import { type Change, changeSinceLast } from '#domain/measures/change.ts'
import { asId, asYear, tenYearDataset, threeYearDataset } from '../../../support/data.ts'
import { aSeries, type SeriesCells } from '../../../support/series.ts'

type Shape = Partial<Omit<Indicator, 'id'>>
const COUNT: Shape = {}

describe('changeSinceLast', () => {
  function since(cells: SeriesCells, year: number, rest: Parameters<typeof aSeries>[2] = {}): Change {
    const { dataset, indicator } = aSeries(COUNT, cells, rest)
    return changeSinceLast(dataset, indicator, asYear(year))
  }

  it('compares with the year before', () => {
    expect(since({ 2023: '50', 2024: '60' }, 2024)).toMatchObject({
      base: 2023,
      year: 2024,
      passedOver: [],
      outcome: { kind: 'difference', by: 10, percent: 20 },
    })
  })

  it.each([
    ['未公布', 'not-published'],
    ['不适用', 'not-applicable'],
  ])('passes over a year before that is %s, and says so', (cell, why) => {
    expect(since({ 2023: '50', 2024: cell, 2025: '60' }, 2025)).toMatchObject({
      base: 2023,
      passedOver: [{ year: 2024, why }],
      outcome: { by: 10 },
    })
  })

  it('passes over a year that was never entered', () => {
    expect(since({ 2023: '50', 2025: '60' }, 2025)).toMatchObject({
      base: 2023,
      passedOver: [{ year: 2024, why: 'pending' }],
    })
  })

  it('names every year it passes over, oldest first', () => {
    expect(since({ 2023: '50', 2024: '未公布', 2026: '不适用', 2027: '60' }, 2027)).toMatchObject({
      base: 2023,
      passedOver: [
        { year: 2024, why: 'not-published' },
        { year: 2025, why: 'pending' },
        { year: 2026, why: 'not-applicable' },
      ],
    })
  })

  it('a figure not entered yet in an open year is to come, not unpublished', () => {
    const cells = { 2023: '50', 2025: '60' }
    const rest = { years: [2023, 2024, 2025], openYears: [2024] }
    expect(since(cells, 2025, rest)).toMatchObject({
      base: 2023,
      passedOver: [{ year: 2024, why: 'pending' }],
    })
    expect(since(cells, 2024, rest).outcome).toEqual({ kind: 'none', why: 'pending', at: 2024 })
  })

  it.each([
    ['a bound', '55余', 'bound'],
    ['other months', { value: '55', note: '1—6月' }, 'period'],
    ['another unit', { value: '55', unit: '人次' }, 'unit'],
  ])('does not pass over %s: the year before is published, and the reason is said', (_, cell, why) => {
    expect(since({ 2023: '50', 2024: cell, 2025: '60' }, 2025)).toMatchObject({
      base: 2024,
      passedOver: [],
      outcome: { kind: 'none', why },
    })
  })

  it('does not reach across a change of scope for an older base', () => {
    expect(since({ 2023: '50', 2024: { value: '60', note: '口径变化' } }, 2024).outcome).toMatchObject({
      why: 'scope',
      at: 2024,
    })
  })

  it('gives the reason of the year before when no earlier year has a figure', () => {
    expect(since({ 2023: '未公布', 2024: '未公布', 2025: '60' }, 2025)).toMatchObject({
      base: 2024,
      passedOver: [],
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
    ['legal-education-talks', 2025, 2023, ['not-published'], 4],
    ['enforcement-review-officers', 2025, 2023, ['not-applicable'], 16],
    ['online-service-rate', 2024, 2023, [], 0.2],
    ['mediation-volume-rank', 2025, 2024, [], 2],
    ['rule-of-law-landscapes', 2025, 2024, [], 5],
    ['legal-aid-losses-recovered', 2025, 2024, [], 119.2],
  ])('in three years %s %d compares with %d', (id, year, base, reasons, by) => {
    const change = changeSinceLast(threeYearDataset(), asId(id), asYear(year))
    expect(change).toMatchObject({ base, outcome: { by } })
    expect(change.passedOver.map(({ why }) => why)).toEqual(reasons)
  })

  it.each([
    ['mediation-successes', 2029, 'scope'],
    ['court-appearance-rate', 2030, 'scope'],
    ['legal-education-shows', 2032, 'scope'],
    ['legal-service-requests', 2033, 'scope'],
    ['legal-aid-cases', 2033, 'period'],
    ['administrative-lawsuits', 2030, 'period'],
    ['enterprise-disputes', 2033, 'not-published'],
  ])('in ten years %s %d has none, by %s', (id, year, why) => {
    expect(changeSinceLast(tenYearDataset(), asId(id), asYear(year)).outcome).toMatchObject({ why })
  })

  it.each([
    ['legal-aid-cases', 2028, 2026, ['pending']],
    ['administrative-lawsuits', 2029, 2028, []],
    ['mediation-successes', 2030, 2029, []],
  ])('in ten years %s %d compares with %d', (id, year, base, reasons) => {
    const change = changeSinceLast(tenYearDataset(), asId(id), asYear(year))
    expect(change.base).toBe(base)
    expect(change.outcome.kind).not.toBe('none')
    expect(change.passedOver.map(({ why }) => why)).toEqual(reasons)
  })
})
