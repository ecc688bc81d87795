import type { Catalogue, Indicator, IndicatorId } from './catalogue.ts'
import type { Observation } from './observation.ts'
import type { PlanItem } from './plan.ts'
import type { FigureState, Quantity } from './quantity.ts'
import { stateOf } from './quantity.ts'
import type { Report } from './report.ts'
import type { Year } from './year.ts'

/** The document a year's figures were taken from. Missing: empty text for what is not known. */
export interface ReportSource {
  readonly year: Year
  readonly title: string
  readonly issuer: string
  readonly date: string
  readonly reference: string
}

/** Everything that is known, in one immutable value; what the screen shows is derived from it. */
export interface Dataset {
  readonly catalogue: Catalogue
  /** Years whose report has been entered, oldest first. */
  readonly years: readonly Year[]
  readonly observations: ReadonlyMap<IndicatorId, ReadonlyMap<Year, Observation>>
  readonly reports: ReadonlyMap<Year, Report>
  readonly plans: ReadonlyMap<Year, readonly PlanItem[]>
  readonly sources: ReadonlyMap<Year, ReportSource>
  /** Same bytes, same text: tells whether something drawn earlier still shows this data. */
  readonly fingerprint: string
}

export const findObservation = (dataset: Dataset, id: IndicatorId, year: Year): Observation | null =>
  dataset.observations.get(id)?.get(year) ?? null

/**
 * The figure of an indicator in a year.
 * Missing: says why; a year that was not entered is `pending`, a year that was and lacks it `not-published`.
 */
export function quantityOf(dataset: Dataset, indicator: Indicator, year: Year): Quantity {
  const found = findObservation(dataset, indicator.id, year)
  if (found) return found.quantity
  if (year < indicator.since) return { kind: 'missing', why: 'not-yet' }
  return { kind: 'missing', why: dataset.years.includes(year) ? 'not-published' : 'pending' }
}

/** Missing: `null` only for a dataset without a single year. */
export const latestYear = (dataset: Dataset): Year | null => dataset.years[dataset.years.length - 1] ?? null

/** How many figures of a year are in each state; indicators that did not exist yet are not counted. */
export function countStates(
  dataset: Dataset,
  indicators: readonly Indicator[],
  year: Year,
): ReadonlyMap<FigureState, number> {
  const counts = new Map<FigureState, number>()
  for (const indicator of indicators) {
    const state = stateOf(quantityOf(dataset, indicator, year))
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}
