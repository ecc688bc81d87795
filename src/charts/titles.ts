import type { Panel } from '#domain/catalogue.ts'
import { findIndicator } from '#domain/catalogue.ts'
import { type Dataset, quantityOf } from '#domain/dataset.ts'
import { toFigureText } from '#domain/numbers/format.ts'
import type { KnownQuantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'

/** What is true of a group of rates in one year. */
export interface RateSummary {
  readonly count: number
  readonly known: number
  readonly full: number
  /** As printed. Missing: `null` when every known rate is 100 or a bound is among them. */
  readonly lowest: string | null
}

/** Sums up the rates of a panel. Missing: `null` when no figure is exact. */
export function summariseRates(dataset: Dataset, panel: Panel, year: Year): RateSummary | null {
  const indicators = panel.parts.flatMap((part) => part.indicators)
  const known = indicators.flatMap((id): KnownQuantity[] => {
    const indicator = findIndicator(dataset.catalogue, id)
    const quantity = indicator ? quantityOf(dataset, indicator, year) : null
    return quantity?.kind === 'known' && quantity.bound === 'exact' ? [quantity] : []
  })
  if (known.length === 0) return null
  const lowest = known.reduce((least, quantity) => (quantity.value < least.value ? quantity : least))
  return {
    count: indicators.length,
    known: known.length,
    full: known.filter((quantity) => quantity.value === 100).length,
    lowest: lowest.value === 100 ? null : toFigureText(lowest, '').number,
  }
}
