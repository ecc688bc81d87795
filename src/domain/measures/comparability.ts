import type { Indicator } from '../catalogue.ts'
import type { Dataset } from '../dataset.ts'
import type { MissingReason } from '../quantity.ts'
import type { Year } from '../year.ts'
import { type Change, changeBetween, type NoChange } from './change.ts'

/** Indicators that two years do not compare, for one reason. */
export interface Incomparable {
  readonly why: NoChange['why']
  /** The year without a figure. Missing: `null` for a reason that lies between the years. */
  readonly at: Year | null
  /** Shape: the report's order. */
  readonly indicators: readonly Indicator[]
}

export interface Comparability {
  /** Shape: the report's order. */
  readonly comparable: readonly Indicator[]
  /** Most frequent reason first. */
  readonly incomparable: readonly Incomparable[]
}

const MISSING = {
  pending: true,
  'not-published': true,
  'not-applicable': true,
  'not-yet': true,
} as const satisfies Record<MissingReason, true>

const yearOfReason = ({ why, at }: NoChange): Year | null => (why in MISSING ? at : null)

/** Sums up which of these indicators compare, and why the others do not. */
export function comparabilityOf(
  changes: readonly { readonly indicator: Indicator; readonly change: Change }[],
): Comparability {
  const comparable: Indicator[] = []
  const groups = new Map<string, { why: NoChange['why']; at: Year | null; indicators: Indicator[] }>()
  for (const { indicator, change } of changes) {
    if (change.outcome.kind !== 'none') {
      comparable.push(indicator)
      continue
    }
    const { why } = change.outcome
    const at = yearOfReason(change.outcome)
    const key = `${why} ${at}`
    const group = groups.get(key) ?? { why, at, indicators: [] }
    group.indicators.push(indicator)
    groups.set(key, group)
  }
  const incomparable = [...groups.values()].sort((a, b) => b.indicators.length - a.indicators.length)
  return { comparable, incomparable }
}

/** How many indicators two years compare, and why not the others; every indicator of the catalogue is in it once. */
export const comparability = (dataset: Dataset, base: Year, year: Year): Comparability =>
  comparabilityOf(
    dataset.catalogue.indicators.map((indicator) => ({
      indicator,
      change: changeBetween(dataset, indicator, base, year),
    })),
  )
