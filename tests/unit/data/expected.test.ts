import { describe, expect, it } from 'vitest'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { toPeriodText } from '#domain/note.ts'
import { toFigureText } from '#domain/numbers/format.ts'
import { stateOf } from '#domain/quantity.ts'
import { missingWords } from '#ui/words.ts'
import { expectedIn } from '../../e2e/support/expected.ts'
import {
  asYear,
  MADE_UP,
  madeUpDataset,
  SHIPPED,
  shippedDataset,
  TEN_YEARS,
  THREE_YEARS,
  tenYearDataset,
  threeYearDataset,
} from '../../support/data.ts'

/** What the page says of every figure of a year, as the walks through the built page write it down. */
const saidOf = (dataset: Dataset, year: number) =>
  dataset.catalogue.indicators.map((indicator) => {
    const quantity = quantityOf(dataset, indicator, asYear(year))
    const period = findObservation(dataset, indicator.id, asYear(year))?.period
    const shared = { id: indicator.id, state: stateOf(quantity), months: period ? toPeriodText(period) : '' }
    if (quantity.kind === 'missing') return { ...shared, printed: missingWords[quantity.why] }
    const { mark, number, unit } = toFigureText(quantity, indicator.unit)
    return { ...shared, printed: mark + number + unit }
  })

// Two readings of one file, one in the app and one in the walks: each keeps the other from going wrong unseen.
describe.each([
  [SHIPPED, shippedDataset(), [2023, 2024]],
  [MADE_UP, madeUpDataset(), [2031]],
  [THREE_YEARS, threeYearDataset(), [2023, 2024, 2025, 2026]],
  [TEN_YEARS, tenYearDataset(), [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034]],
] as const)('the walks expect of %s what its reader says', (folder, dataset, years) => {
  it.each(years)('in %i', (year) => {
    const expected = expectedIn(folder, year).map(({ id, state, months, printed }) => ({
      ...{ id, state, months, printed },
    }))
    expect(expected).toEqual(saidOf(dataset, year))
  })
})
