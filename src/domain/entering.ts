import type { Catalogue, Indicator } from './catalogue.ts'
import { type Dataset, findObservation, quantityOf } from './dataset.ts'
import type { Year } from './year.ts'

/** The year whose slot is to be filled next. Missing: `null` without a single year. */
export function nextYearToFill(dataset: Dataset, indicator: Indicator): Year | null {
  const isPending = (year: Year): boolean => {
    const quantity = quantityOf(dataset, indicator, year)
    return quantity.kind === 'missing' && quantity.why === 'pending'
  }
  const last = dataset.years[dataset.years.length - 1]
  return dataset.openYears.find(isPending) ?? (last === undefined ? null : ((last + 1) as Year))
}

/** Indicators of which nothing has been entered for a year though they exist. Shape: the report's order. */
export const emptySlots = (dataset: Dataset, year: Year): readonly Indicator[] =>
  dataset.catalogue.indicators.filter(
    (indicator) => indicator.since <= year && !findObservation(dataset, indicator.id, year),
  )

/** The empty slot that follows an indicator, from the end on to the start. Missing: `null` when no other is empty. */
export function nextEmptySlot(dataset: Dataset, year: Year, after: Indicator): Indicator | null {
  const place = ({ indicators }: Catalogue, id: string): number => indicators.findIndex((i) => i.id === id)
  const empty = emptySlots(dataset, year).filter((indicator) => indicator.id !== after.id)
  const here = place(dataset.catalogue, after.id)
  return empty.find((indicator) => place(dataset.catalogue, indicator.id) > here) ?? empty[0] ?? null
}
