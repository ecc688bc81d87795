import { type Indicator, indicatorsOf } from '#domain/catalogue.ts'
import { type Dataset, quantityOf } from '#domain/dataset.ts'
import { type Change, changeBetween } from '#domain/measures/change.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'

export interface ChangeRow {
  readonly indicator: Indicator
  readonly from: Quantity
  readonly to: Quantity
  readonly change: Change
}

/** K9: every indicator of a chapter in two years, in the report's order. */
export const changeTable = (
  dataset: Dataset,
  chapter: number,
  base: Year,
  year: Year,
): readonly ChangeRow[] =>
  indicatorsOf(dataset.catalogue, chapter).map((indicator) => ({
    indicator,
    from: quantityOf(dataset, indicator, base),
    to: quantityOf(dataset, indicator, year),
    change: changeBetween(dataset, indicator.id, base, year),
  }))
