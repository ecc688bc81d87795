import type { Observation } from '#domain/observation.ts'
import type { KnownQuantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import type { Surroundings } from './figure.ts'

/** Fewer figures than this may well be the same again. */
const FEWEST = 10
/** Unit: ratio of the figures that are the same. Rates of 100 % and lists that stay make some of them so in any year. */
const NEARLY_ALL = 0.9

/** A year whose figures are those of an earlier one. */
export interface Copy {
  /** The first figure of the year. */
  readonly first: Observation
  readonly before: Year
  readonly same: number
  readonly compared: number
}

const isSame = (a: KnownQuantity, b: KnownQuantity): boolean => a.value === b.value && a.bound === b.bound

/** The figures of both years that are known in both, and how many of them say the same. */
function compare(around: Surroundings, figures: readonly Observation[], before: Year) {
  let [same, compared] = [0, 0]
  for (const { indicator, quantity } of figures) {
    const other = around.find(indicator, before)?.quantity
    if (quantity.kind !== 'known' || other?.kind !== 'known') continue
    compared += 1
    if (isSame(quantity, other)) same += 1
  }
  return { same, compared }
}

/**
 * Years under check that repeat the nearest earlier year in nearly all figures: last year's file under a new year.
 * Shape: at most one a year.
 */
export function findCopies(around: Surroundings, checked: readonly Observation[]): readonly Copy[] {
  const byYear = new Map<Year, Observation[]>()
  for (const observation of checked) {
    const figures = byYear.get(observation.year)
    if (figures) figures.push(observation)
    else byYear.set(observation.year, [observation])
  }
  const years = [...new Set([...around.dataset.years, ...byYear.keys()])].sort((a, b) => a - b)
  return [...byYear].flatMap(([year, figures]) => {
    const [first] = figures
    const before = years[years.indexOf(year) - 1]
    if (!first || before === undefined) return []
    const { same, compared } = compare(around, figures, before)
    return compared >= FEWEST && same >= compared * NEARLY_ALL ? [{ first, before, same, compared }] : []
  })
}
