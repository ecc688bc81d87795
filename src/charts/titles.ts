import type { Panel } from '#domain/catalogue.ts'
import { findIndicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { type Period, samePeriod } from '#domain/note.ts'
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

interface DatedQuantity {
  readonly quantity: KnownQuantity
  readonly period: Period | null
}

/** Known figures of a panel in one year, each with its months. */
const datedFigures = (dataset: Dataset, panel: Panel, year: Year): readonly DatedQuantity[] =>
  panel.parts
    .flatMap((part) => part.indicators)
    .flatMap((id): DatedQuantity[] => {
      const indicator = findIndicator(dataset.catalogue, id)
      const quantity = indicator ? quantityOf(dataset, indicator, year) : null
      const period = findObservation(dataset, id, year)?.period ?? null
      return quantity?.kind === 'known' ? [{ quantity, period }] : []
    })

const shareMonths = (figures: readonly DatedQuantity[]): boolean =>
  figures.every(({ period }) => samePeriod(period, figures[0]?.period ?? null))

/** Sums up the rates of a panel. Missing: `null` when no figure is exact, or when they cover different months. */
export function summariseRates(dataset: Dataset, panel: Panel, year: Year): RateSummary | null {
  const exact = datedFigures(dataset, panel, year).filter(({ quantity }) => quantity.bound === 'exact')
  const [first] = exact
  if (!first || !shareMonths(exact)) return null
  const lowest = exact.reduce(
    (least, { quantity }) => (quantity.value < least.value ? quantity : least),
    first.quantity,
  )
  return {
    count: panel.parts.flatMap((part) => part.indicators).length,
    known: exact.length,
    full: exact.filter(({ quantity }) => quantity.value === 100).length,
    lowest: lowest.value === 100 ? null : toFigureText(lowest, '').number,
  }
}

/** Months the figures of a panel cover in one year: all the same, `null` the whole year; or `mixed`. */
export function panelPeriod(dataset: Dataset, panel: Panel, year: Year): Period | null | 'mixed' {
  const figures = datedFigures(dataset, panel, year)
  return shareMonths(figures) ? (figures[0]?.period ?? null) : 'mixed'
}
