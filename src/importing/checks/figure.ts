import { findIndicator, type Indicator, type IndicatorId } from '#domain/catalogue.ts'
import { type Dataset, findObservation } from '#domain/dataset.ts'
import type { Finding, FindingCode } from '#domain/finding.ts'
import { toFigureLine } from '#domain/numbers/format.ts'
import type { Observation } from '#domain/observation.ts'
import type { KnownQuantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'

/** The dataset as it would be with the figures under check. */
export interface Surroundings {
  readonly dataset: Dataset
  /** The figure of an indicator in a year: one under check before a kept one. Missing: `null`. */
  readonly find: (id: IndicatorId, year: Year) => Observation | null
  /** True for a figure that is itself under check. */
  readonly isChecked: (observation: Observation) => boolean
}

/** A figure under check. */
export interface CheckedFigure extends Surroundings {
  readonly observation: Observation
  readonly indicator: Indicator
  /** Missing: `null` for a figure that is missing. */
  readonly quantity: KnownQuantity | null
}

/** Columns a doubt can be about, by their words in `years/YYYY.csv`. */
export type DoubtColumn = '数值' | '原句'

/** Something a person must look at: a hint, never a refusal. */
export interface Doubt {
  readonly code: FindingCode
  readonly column: DoubtColumn
  readonly facts: Finding['facts']
}

/** One check of one figure. Shape: empty where nothing is in doubt. */
export type FigureCheck = (figure: CheckedFigure) => readonly Doubt[]

export function surroundingsOf(dataset: Dataset, checked: readonly Observation[]): Surroundings {
  const own = new Map<IndicatorId, Map<Year, Observation>>()
  for (const observation of checked) {
    const years = own.get(observation.indicator)
    if (years) years.set(observation.year, observation)
    else own.set(observation.indicator, new Map([[observation.year, observation]]))
  }
  return {
    dataset,
    find: (id, year) => own.get(id)?.get(year) ?? findObservation(dataset, id, year),
    isChecked: (o) => own.get(o.indicator)?.get(o.year) === o,
  }
}

/** Missing: `null` for a figure of an indicator nobody knows. */
export function toCheckedFigure(around: Surroundings, observation: Observation): CheckedFigure | null {
  const { quantity } = observation
  const indicator = findIndicator(around.dataset.catalogue, observation.indicator)
  if (!indicator) return null
  const { dataset, find, isChecked } = around
  const known = quantity.kind === 'known' ? quantity : null
  return { dataset, find, isChecked, observation, indicator, quantity: known }
}

/** The figure as a sentence names it, in the catalogue's unit as its value is: 745 件. */
export const figureWords = ({ unit }: Indicator, quantity: KnownQuantity): string =>
  toFigureLine(quantity, unit || quantity.unit)
