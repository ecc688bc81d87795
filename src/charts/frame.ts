import { type ChartKind, findIndicator, type Indicator, type IndicatorId } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import type { KnownQuantity, Quantity } from '#domain/quantity.ts'
import { fillTemplate } from '#domain/template.ts'
import { type Year, yearSlots } from '#domain/year.ts'

export interface FrameRow {
  readonly indicator: Indicator
  readonly label: string
  /** Second line under the label; empty where there is none. */
  readonly sub: string
  /** Shape: one per `ChartFrame.years`, same order. */
  readonly values: readonly Quantity[]
}

/** A question about the data, answered: rows by years, no pixel yet. */
export interface ChartFrame {
  readonly kind: ChartKind
  readonly years: readonly Year[]
  /** Index into `years`; the year that is looked at. */
  readonly selected: number
  readonly rows: readonly FrameRow[]
  /** Two or more years entered: kinds switch to their many-year form. */
  readonly many: boolean
}

/** Years a chart shows at most; earlier ones stay in the table. */
const LONGEST_SPAN = 10
/** Slots shown from the start, so that the first year already stands among empty ones. */
const SHORTEST_SPAN = 4

export interface FrameSpec {
  readonly kind: ChartKind
  readonly indicators: readonly IndicatorId[]
  readonly labels: readonly string[]
  readonly subs: readonly string[]
}

/**
 * Years of the frame: at least four slots, at most ten, always ending with a year still to come.
 * The selected year is always among them.
 */
export function frameYears(dataset: Dataset, selected: Year): readonly Year[] {
  const first = Math.min(...dataset.years)
  const end = Math.max(...dataset.years) + 1
  const count = Math.min(LONGEST_SPAN, Math.max(SHORTEST_SPAN, end - first + 1))
  const slots = yearSlots(dataset.years, count)
  const oldest = slots[0]
  return oldest !== undefined && selected < oldest
    ? slots.map((y) => (y - (oldest - selected)) as Year)
    : slots
}

/** Puts the rows of a chart together. Missing: an unknown id is left out; a test on the data forbids it. */
export function toFrame(dataset: Dataset, spec: FrameSpec, selected: Year): ChartFrame {
  const years = frameYears(dataset, selected)
  const rows = spec.indicators.flatMap((id, i): FrameRow[] => {
    const indicator = findIndicator(dataset.catalogue, id)
    if (!indicator) return []
    return [
      {
        indicator,
        label: spec.labels[i] || indicator.short,
        sub: fillTemplate(spec.subs[i] ?? '', dataset, selected) ?? '',
        values: years.map((year) => quantityOf(dataset, indicator, year)),
      },
    ]
  })
  return { kind: spec.kind, years, selected: years.indexOf(selected), rows, many: dataset.years.length > 1 }
}

/** The row's figure in the selected year. */
export const currentOf = (frame: ChartFrame, row: FrameRow): Quantity =>
  row.values[frame.selected] ?? { kind: 'missing', why: 'pending' }

/** Largest value of all years and rows; 0 when nothing is known. */
export function largestOf(rows: readonly FrameRow[]): number {
  const known = rows.flatMap((row) => row.values).filter((q): q is KnownQuantity => q.kind === 'known')
  return known.reduce((max, q) => Math.max(max, q.value), 0)
}

/** Somebody doubts one of the figures shown. */
export const isDoubtful = (dataset: Dataset, id: IndicatorId, year: Year): boolean =>
  findObservation(dataset, id, year)?.doubtful ?? false
