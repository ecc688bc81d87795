import { expect, it } from 'vitest'
import { countStates, type Dataset } from '#domain/dataset.ts'
import type { FigureState } from '#domain/quantity.ts'
import {
  asYear,
  MADE_UP,
  madeUpDataset,
  readDataFolder,
  SHIPPED,
  shippedDataset,
  THREE_YEARS,
  threeYearDataset,
} from '../../support/data.ts'
import { mixedParts, sharedNames, unknownIds, unknownPlaces } from '../data/catalogueRules.ts'

const findingsOf = (folder: string) =>
  readDataFolder(folder).findings.map(({ code, severity, at }) => [
    code,
    severity,
    at.file,
    at.row,
    at.column,
  ])

const statesOf = (dataset: Dataset, year: number): Partial<Record<FigureState, number>> =>
  Object.fromEntries(countStates(dataset, dataset.catalogue.indicators, asYear(year)))

it('reads the shipped data folder without a single finding', () => {
  const result = readDataFolder(SHIPPED)
  expect(result.ok).toBe(true)
  expect(result.findings).toEqual([])
})

it('reads the county that does not exist without a single finding', () => {
  expect(readDataFolder(MADE_UP).ok).toBe(true)
  expect(findingsOf(MADE_UP)).toEqual([])
})

it('reads the three-year folder and announces the one dash and the one converted unit', () => {
  expect(readDataFolder(THREE_YEARS).ok).toBe(true)
  expect(findingsOf(THREE_YEARS)).toEqual([
    ['read-as-not-published', 'notes', 'years/2024.csv', expect.any(Number), '数值'],
    ['unit-converted', 'notes', 'years/2025.csv', expect.any(Number), '单位'],
  ])
})

it('the three-year folder holds the shipped figures, report and plan of 2023', () => {
  const [ours, shipped] = [threeYearDataset(), shippedDataset()]
  const of2023 = ({ observations, catalogue }: Dataset) =>
    catalogue.indicators.flatMap(({ id }) => {
      const found = observations.get(id)?.get(asYear(2023))
      return found ? [[id, found.quantity, found.quote]] : []
    })
  expect(of2023(ours)).toEqual(of2023(shipped))
  expect(of2023(shipped)).toHaveLength(75)
  expect(ours.reports).toEqual(shipped.reports)
  expect(ours.plans).toEqual(shipped.plans)
})

it('the three-year folder holds every state a figure can have', () => {
  const dataset = threeYearDataset()
  expect(dataset.years).toEqual([2023, 2024, 2025])
  const seen = [2023, 2024, 2025, 2026].flatMap((year) => Object.keys(statesOf(dataset, year)))
  expect(new Set(seen)).toEqual(
    new Set([
      'exact',
      'at-least',
      'about',
      'at-most',
      'rank',
      'rank-within',
      'pending',
      'not-published',
      'not-applicable',
      'not-yet',
    ]),
  )
})

it('the county that does not exist draws every chart kind', () => {
  const kinds = madeUpDataset().catalogue.panels.flatMap((panel) => panel.parts.map((part) => part.kind))
  expect([...kinds].sort()).toEqual([
    'change-table',
    'entry-matrix',
    'rank-ladder',
    'rate-bars',
    'rate-line',
    'same-unit-bars',
    'slot-card',
    'steps',
    'unit-squares',
    'year-columns',
  ])
})

it.each([THREE_YEARS, MADE_UP])('the catalogue of %s obeys the rules of the shipped one', (folder) => {
  const result = readDataFolder(folder)
  if (!result.ok) throw new Error('unreadable')
  const { catalogue } = result.value
  expect(sharedNames(catalogue.indicators)).toEqual([])
  expect(unknownIds(catalogue)).toEqual([])
  expect(unknownPlaces(catalogue)).toEqual([])
  expect(mixedParts(catalogue)).toEqual([])
})

it.each([THREE_YEARS, MADE_UP])('every made-up source of %s says 示例数据', (folder) => {
  const result = readDataFolder(folder)
  if (!result.ok) throw new Error('unreadable')
  const { catalogue, sources } = result.value
  expect(catalogue.title).toContain('示例数据')
  const madeUp = [...sources.values()].filter((source) => source.year !== 2023)
  expect(madeUp.length).toBeGreaterThan(0)
  for (const source of madeUp) expect(source.title).toContain('示例数据')
})
