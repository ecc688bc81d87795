import { expect, it } from 'vitest'
import { changeTable } from '#charts/kinds/changeTable.ts'
import { indicatorsOf } from '#domain/catalogue.ts'
import { asYear, threeYearDataset } from '../../../support/data.ts'

const dataset = threeYearDataset()
const rows = (chapter: number, base: number, year: number) =>
  changeTable(dataset, chapter, asYear(base), asYear(year))

it('holds every indicator of a chapter once, in the order of the report', () => {
  for (const { number } of dataset.catalogue.chapters)
    expect(rows(number, 2023, 2024).map((row) => row.indicator)).toEqual(
      indicatorsOf(dataset.catalogue, number),
    )
})

it.each([
  ['mediation-volume-rank', { kind: 'places', by: -1, judgement: 'worse' }],
  ['online-service-rate', { kind: 'points', by: 0.2, judgement: 'better' }],
  ['mediation-successes', { kind: 'difference', by: 68, percent: 9, judgement: 'neutral' }],
  ['enforcement-supervision-opinions', { kind: 'difference', by: 3, percent: null }],
  ['township-review-files', { kind: 'none', why: 'bound', at: 2024 }],
  ['court-appearance-rate', { kind: 'none', why: 'not-published', at: 2024 }],
  ['enforcement-review-pass-rate', { kind: 'none', why: 'not-applicable', at: 2024 }],
  ['lawsuits-lost', { kind: 'none', why: 'not-yet', at: 2023 }],
])('%s from 2023 to 2024 is %j', (id, outcome) => {
  expect(rows(2, 2023, 2024).find((row) => row.indicator.id === id)?.change.outcome).toMatchObject(outcome)
})

it('compares two years that are not neighbours, also backwards', () => {
  const of = (base: number, year: number) =>
    rows(2, base, year).find((row) => row.indicator.id === 'mediation-volume-rank')?.change
  expect(of(2023, 2025)).toMatchObject({ base: 2023, year: 2025, outcome: { by: 1, judgement: 'better' } })
  expect(of(2025, 2023)).toMatchObject({ base: 2025, year: 2023, outcome: { by: -1, judgement: 'worse' } })
})

it('an increase of an indicator where less is better is worse', () => {
  expect(
    rows(2, 2024, 2025).find((row) => row.indicator.id === 'lawsuits-lost')?.change.outcome,
  ).toMatchObject({
    by: 6,
    percent: 25,
    judgement: 'worse',
  })
})
