import { findIndicator, type Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { IndicatorSettings, Revision } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'

/** Years with a figure, oldest first. */
function knownYears(dataset: Dataset, { id }: Indicator): readonly Year[] {
  const years = dataset.observations.get(id) ?? new Map()
  return dataset.years.filter((year) => years.get(year)?.quantity.kind === 'known')
}

/** What was decided about an indicator last; the published direction while nobody decided anything. */
export function currentSettings(revisions: readonly Revision[], indicator: Indicator): IndicatorSettings {
  let settings: IndicatorSettings = { direction: indicator.direction, continues: null }
  for (const { changes } of revisions)
    for (const change of changes)
      if (change.what === 'indicator' && change.indicator === indicator.id) settings = change.after
  return settings
}

/** An indicator that has stopped, with the last year it was published in. */
export interface Stopped {
  readonly indicator: Indicator
  readonly last: Year
}

/** Indicators nobody has published since `indicator` began, in the report's order. */
export function stoppedBefore(dataset: Dataset, indicator: Indicator): readonly Stopped[] {
  const latest = dataset.years[dataset.years.length - 1]
  return dataset.catalogue.indicators.flatMap((other): Stopped[] => {
    const years = knownYears(dataset, other)
    const last = years[years.length - 1]
    if (other.id === indicator.id || last === undefined || last === latest) return []
    return [{ indicator: other, last }]
  })
}

/** True for an indicator whose figures begin after the first year: it may be the new name of another. */
export function mayContinue(dataset: Dataset, indicator: Indicator): boolean {
  const [first] = knownYears(dataset, indicator)
  const [start] = dataset.years
  return start !== undefined && (first === undefined || first > start)
}

/** A name an indicator had, with the years it was published under it. */
export interface FormerName {
  readonly name: string
  readonly from: Year
  readonly to: Year
}

/**
 * Names of the series an indicator carries on, and the year its own began.
 * Missing: empty where the published catalogue does not hold the older indicator under its own name.
 */
export function formerNames(base: Dataset, indicator: Indicator) {
  const former = indicator.formerIds.flatMap((id): FormerName[] => {
    const older = base.catalogue.indicators.find((i) => i.id === id)
    const years = older ? knownYears(base, older) : []
    const [from, to] = [years[0], years[years.length - 1]]
    return older && from !== undefined && to !== undefined ? [{ name: older.name, from, to }] : []
  })
  const own = findIndicator(base.catalogue, indicator.id)
  const since = own ? knownYears(base, own)[0] : undefined
  return { former, since: former.length > 0 ? (since ?? null) : null }
}
