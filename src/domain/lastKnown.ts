import type { Indicator } from './catalogue.ts'
import { type Dataset, findObservation, quantityOf } from './dataset.ts'
import type { Period } from './note.ts'
import type { KnownQuantity } from './quantity.ts'
import type { Year } from './year.ts'

/** A figure of an earlier year. */
export interface EarlierFigure {
  readonly year: Year
  readonly quantity: KnownQuantity
  /** Missing: `null` for the whole year. */
  readonly period: Period | null
}

/** The nearest earlier year in which the figure was published. Missing: `null` where it never was before `year`. */
export function lastKnown(dataset: Dataset, indicator: Indicator, year: Year): EarlierFigure | null {
  const earlier = dataset.years.filter((y) => y < year).reverse()
  for (const y of earlier) {
    const quantity = quantityOf(dataset, indicator, y)
    const period = findObservation(dataset, indicator.id, y)?.period ?? null
    if (quantity.kind === 'known') return { year: y, quantity, period }
  }
  return null
}
