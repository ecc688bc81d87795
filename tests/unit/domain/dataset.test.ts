import { describe, expect, it } from 'vitest'
import {
  countStates,
  findObservation,
  isFinished,
  latestYear,
  quantityOf,
  silenceOf,
} from '#domain/dataset.ts'
import {
  aDataset,
  anIndicator,
  asId,
  asYear,
  indicatorIn,
  shippedDataset,
  threeYearDataset,
} from '../../support/data.ts'

describe('quantityOf', () => {
  const dataset = aDataset({
    indicators: [anIndicator({ id: 'cases' }), anIndicator({ id: 'young', since: 2024 })],
    figures: { cases: { 2023: '5', 2025: '不适用' } },
    years: [2023, 2024, 2025],
  })
  const of = (id: string, year: number) => quantityOf(dataset, indicatorIn(dataset, id), asYear(year))

  it('gives the figure as it was read', () => {
    expect(of('cases', 2023)).toEqual({ kind: 'known', bound: 'exact', value: 5, literal: '5', unit: '' })
    expect(of('cases', 2025)).toEqual({ kind: 'missing', why: 'not-applicable' })
  })

  it.each([
    ['not-published', 'cases', 2024, 'the year was entered without it'],
    ['pending', 'cases', 2026, 'the year was not entered'],
    ['pending', 'cases', 2022, 'the year was not entered'],
    ['not-yet', 'young', 2023, 'the indicator came later'],
    ['not-published', 'young', 2024, 'the year was entered without it'],
    ['pending', 'young', 2026, 'the year was not entered'],
  ])('says %s for %s in %d: %s', (why, id, year) => {
    expect(of(id, year)).toEqual({ kind: 'missing', why })
  })
})

it('finds no observation for an id that is a word of the language', () => {
  const dataset = aDataset({ figures: { cases: { 2023: '5' } } })
  for (const id of ['constructor', '__proto__', 'toString'])
    expect(findObservation(dataset, asId(id), asYear(2023))).toBeNull()
})

describe('a year whose entry is not finished', () => {
  const dataset = aDataset({
    indicators: [anIndicator({ id: 'cases' }), anIndicator({ id: 'young', since: 2025 })],
    figures: { cases: { 2022: '3', 2023: '5' } },
    years: [2022, 2023, 2024],
    openYears: [asYear(2023), asYear(2024)],
  })
  const of = (id: string, year: number) => quantityOf(dataset, indicatorIn(dataset, id), asYear(year))

  it('has no finished entry, nor has a year nobody entered', () => {
    expect([2021, 2022, 2023, 2024].filter((year) => isFinished(dataset, asYear(year)))).toEqual([2022])
  })

  it('shows what was entered and says of the rest that it is to come', () => {
    expect(of('cases', 2023)).toMatchObject({ kind: 'known', value: 5 })
    expect(of('cases', 2024)).toEqual({ kind: 'missing', why: 'pending' })
    expect(of('young', 2024)).toEqual({ kind: 'missing', why: 'not-yet' })
  })

  it('says why a figure is missing of one that is there too, as if nobody had stated it', () => {
    const cases = indicatorIn(dataset, 'cases')
    expect(silenceOf(dataset, cases, asYear(2022))).toEqual({ kind: 'missing', why: 'not-published' })
    expect(silenceOf(dataset, cases, asYear(2023))).toEqual({ kind: 'missing', why: 'pending' })
  })

  it('is not the latest year while there is a finished one, and is where there is none', () => {
    expect(latestYear(dataset)).toBe(2022)
    expect(latestYear({ ...dataset, openYears: dataset.years })).toBe(2024)
    expect(latestYear({ ...dataset, openYears: [] })).toBe(2024)
  })
})

it('latestYear is the last entered, or nothing', () => {
  expect(latestYear(aDataset({ years: [2025, 2023] }))).toBe(2025)
  expect(latestYear(aDataset())).toBeNull()
})

describe('countStates', () => {
  const count = (dataset: ReturnType<typeof shippedDataset>, year: number) =>
    Object.fromEntries(countStates(dataset, dataset.catalogue.indicators, asYear(year)))

  it('counts the 75 figures of the shipped report by state', () => {
    const counts = count(shippedDataset(), 2023)
    expect(Object.values(counts).reduce((sum, n) => sum + n)).toBe(75)
    expect(counts).toEqual({ exact: 65, 'at-least': 7, rank: 1, 'rank-within': 2 })
  })

  it('counts each indicator of every year once', () => {
    const dataset = threeYearDataset()
    for (const year of [2022, 2023, 2024, 2025, 2026])
      expect(Object.values(count(dataset, year)).reduce((sum, n) => sum + n)).toBe(77)
    expect(count(dataset, 2024)).toMatchObject({ 'not-published': 5, 'not-applicable': 2, 'not-yet': 1 })
    expect(count(dataset, 2026)).toEqual({ pending: 77 })
  })
})
