import type { Direction, Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { type Change, changeBetween, type KnownChange } from '#domain/measures/change.ts'
import type { Observation } from '#domain/observation.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { frameYears, toFrame } from '../frame.ts'
import { type Slot, slotStrip } from './slotStrip.ts'

/** A figure of one of the two years. */
export interface ChangeSide {
  readonly year: Year
  readonly quantity: Quantity
  /** Missing: `null` where nothing was entered. */
  readonly observation: Observation | null
}

export interface ChangeRow {
  readonly indicator: Indicator
  readonly from: ChangeSide
  readonly to: ChangeSide
  readonly change: Change
}

/** K9: every indicator in two years, in the report's order. */
export function changeTable(dataset: Dataset, base: Year, year: Year): readonly ChangeRow[] {
  const sideOf = (indicator: Indicator, at: Year): ChangeSide => ({
    year: at,
    quantity: quantityOf(dataset, indicator, at),
    observation: findObservation(dataset, indicator.id, at),
  })
  return dataset.catalogue.indicators.map((indicator) => ({
    indicator,
    from: sideOf(indicator, base),
    to: sideOf(indicator, year),
    change: changeBetween(dataset, indicator, base, year),
  }))
}

/** `changed`: comparable, and not the same in both years. */
export type ChangeFilter = Direction | 'changed' | 'all'

export function filterChanges(rows: readonly ChangeRow[], only: ChangeFilter): readonly ChangeRow[] {
  if (only === 'all') return rows
  if (only === 'changed')
    return rows.filter(({ change: { outcome } }) => outcome.kind !== 'none' && outcome.kind !== 'same')
  return rows.filter(({ indicator }) => indicator.direction === only)
}

/** What rows can be ordered by among themselves; `unscaled`: a change without a common measure. */
export type ChangeScale = 'percent' | 'points' | 'places' | 'unscaled' | 'same' | 'none'

/** Scales in the order in which they are listed. */
const SCALES: readonly ChangeScale[] = ['percent', 'points', 'places', 'unscaled', 'same', 'none']

function scaleOf({ change: { outcome } }: ChangeRow): ChangeScale {
  if (outcome.kind === 'none' || outcome.kind === 'same') return outcome.kind
  if (outcome.percent !== null) return 'percent'
  return outcome.kind === 'points' || outcome.kind === 'places' ? outcome.kind : 'unscaled'
}

/** Unit: that of the scale, without the sign. Missing: 0 on a scale without a measure. */
function sizeOn(scale: ChangeScale, { change: { outcome } }: ChangeRow): number {
  const measure: Partial<Record<ChangeScale, (known: KnownChange) => number>> = {
    percent: ({ percent }) => percent ?? 0,
    points: ({ by }) => by,
    places: ({ by }) => by,
  }
  return outcome.kind === 'none' ? 0 : Math.abs(measure[scale]?.(outcome) ?? 0)
}

export interface ChangeGroup {
  readonly scale: ChangeScale
  readonly rows: readonly ChangeRow[]
}

/**
 * Rows by the size of their change: 件 and 份, or 百分点 and 位, have no common order, so each scale stands for itself,
 * largest first, up and down alike. Rows without a measure keep the order they came in.
 * Shape: no group without a row; those that cannot be compared last.
 */
export function groupChanges(rows: readonly ChangeRow[]): readonly ChangeGroup[] {
  const groups = new Map<ChangeScale, ChangeRow[]>(SCALES.map((scale) => [scale, []]))
  for (const row of rows) groups.get(scaleOf(row))?.push(row)
  return [...groups].flatMap(([scale, found]) =>
    found.length === 0 ? [] : [{ scale, rows: found.sort((a, b) => sizeOn(scale, b) - sizeOn(scale, a)) }],
  )
}

/** Years a strip shows unless a compared one is older. */
const TRAIL = 10

/** The years of a strip: the last ten, older ones back to the base, and the one to come. Shape: oldest first. */
export function trailYears(dataset: Dataset, base: Year, year: Year): readonly Year[] {
  const years = frameYears(dataset, year, 'all')
  const oldest = Math.min(base, Math.max(...years) - TRAIL)
  return years.filter((at) => at >= oldest)
}

export interface TrailSlot extends Slot {
  readonly quantity: Quantity
}

/** One figure in the strip's years, the two compared ones marked as selected. */
export function changeTrail(dataset: Dataset, { indicator, from, to }: ChangeRow): readonly TrailSlot[] {
  const spec = { kind: 'change-table', indicators: [indicator.id], labels: [], subs: [] } as const
  const frame = toFrame(dataset, spec, to.year, 'all')
  const row = frame.rows[0]
  if (!row) return []
  const shown = new Set(trailYears(dataset, from.year, to.year))
  return slotStrip(frame, row, frame.years.length).flatMap((slot, i) => {
    const quantity = row.values[i]
    if (!quantity || !shown.has(slot.year)) return []
    return [{ ...slot, quantity, selected: slot.year === from.year || slot.year === to.year }]
  })
}
