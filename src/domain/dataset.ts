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
  /** Where it stands on the web. Missing: absent while that is not known. */
  readonly path?: string | undefined
}

/** What the published files call themselves. Missing: absent where they do not say. */
interface PackageAbout {
  readonly name?: string | undefined
  readonly description?: string | undefined
}

/** Everything that is known, in one immutable value; what the screen shows is derived from it. */
export interface Dataset {
  readonly catalogue: Catalogue
  /** Years with something entered, oldest first. */
  readonly years: readonly Year[]
  /** Those of `years` whose entry is not finished: a figure they lack is still to be entered, not unpublished. */
  readonly openYears: readonly Year[]
  readonly observations: ReadonlyMap<IndicatorId, ReadonlyMap<Year, Observation>>
  readonly reports: ReadonlyMap<Year, Report>
  readonly plans: ReadonlyMap<Year, readonly PlanItem[]>
  readonly sources: ReadonlyMap<Year, ReportSource>
  /** Same bytes, same text: tells whether something drawn earlier still shows this data. */
  readonly fingerprint: string
  /** Made-up figures for a demonstration; every page says so. */
  readonly example: boolean
  /** Kept for the files that are taken out. Missing: absent where nothing was published. */
  readonly about?: PackageAbout
}

export const findObservation = (dataset: Dataset, id: IndicatorId, year: Year): Observation | null =>
  dataset.observations.get(id)?.get(year) ?? null

/** True once the whole report of the year has been entered. */
export const isFinished = (dataset: Dataset, year: Year): boolean =>
  dataset.years.includes(year) && !dataset.openYears.includes(year)

/** Why a figure nobody stated is missing: in an unfinished year it is `pending`, in a finished one `not-published`. */
export function silenceOf(dataset: Dataset, indicator: Indicator, year: Year): Quantity {
  if (year < indicator.since) return { kind: 'missing', why: 'not-yet' }
  return { kind: 'missing', why: isFinished(dataset, year) ? 'not-published' : 'pending' }
}

/** The figure of an indicator in a year. Missing: says why, for a figure nobody stated as `silenceOf` does. */
export const quantityOf = (dataset: Dataset, indicator: Indicator, year: Year): Quantity =>
  findObservation(dataset, indicator.id, year)?.quantity ?? silenceOf(dataset, indicator, year)

/** The latest year whose entry is finished, else the latest at all. Missing: `null` without a single year. */
export function latestYear(dataset: Dataset): Year | null {
  const newestFirst = [...dataset.years].reverse()
  return newestFirst.find((year) => isFinished(dataset, year)) ?? newestFirst[0] ?? null
}

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
