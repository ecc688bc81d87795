import { type ChartKind, findIndicator, type Indicator, type IndicatorId } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { type Period, samePeriod, toPeriodText } from '#domain/note.ts'
import type { KnownQuantity, Quantity } from '#domain/quantity.ts'
import { fillTemplate } from '#domain/template.ts'
import { type Year, yearSlots } from '#domain/year.ts'

/** What limits the comparison of one year's figure with those beside it. */
export interface YearMark {
  /** Missing: `null` for a figure of the whole year. */
  readonly period: Period | null
  /** The words behind 口径变化, perhaps empty. Missing: `null` where the scope is that of the year before. */
  readonly scopeChange: string | null
}

export interface FrameRow {
  readonly indicator: Indicator
  readonly label: string
  /** Second line under the label, the months of a part-year figure included; empty where there is none. */
  readonly sub: string
  /** Shape: one per `ChartFrame.years`, same order. */
  readonly values: readonly Quantity[]
  /** Shape: one per `ChartFrame.years`, same order. */
  readonly marks: readonly YearMark[]
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

/** `last`: the last ten years and the one to come; `all`: every year. */
export type Span = 'last' | 'all'

/** Slots of the last ten years and of the one to come. */
const LONGEST_SPAN = 11
/** Slots shown from the start, so that the first year already stands among empty ones. */
const SHORTEST_SPAN = 4

export interface FrameSpec {
  readonly kind: ChartKind
  readonly indicators: readonly IndicatorId[]
  readonly labels: readonly string[]
  readonly subs: readonly string[]
}

/**
 * Years of the frame: at least four slots, at most the last ten years and the one to come unless all are asked for.
 * The selected year is always among them; a year nobody entered keeps its slot.
 */
export function frameYears(dataset: Dataset, selected: Year, span: Span = 'last'): readonly Year[] {
  const first = Math.min(...dataset.years)
  const end = Math.max(...dataset.years) + 1
  const longest = span === 'all' ? Number.POSITIVE_INFINITY : LONGEST_SPAN
  const count = Math.min(longest, Math.max(SHORTEST_SPAN, end - first + 1))
  const slots = yearSlots(dataset.years, count)
  const oldest = slots[0]
  return oldest !== undefined && selected < oldest
    ? slots.map((y) => (y - (oldest - selected)) as Year)
    : slots
}

const WHOLE_YEAR: YearMark = { period: null, scopeChange: null }

function markOf(dataset: Dataset, id: IndicatorId, year: Year): YearMark {
  const { period, scopeChange } = findObservation(dataset, id, year) ?? WHOLE_YEAR
  return { period, scopeChange }
}

function subOf(dataset: Dataset, id: IndicatorId, template: string, selected: Year): string {
  const { period } = markOf(dataset, id, selected)
  const words = fillTemplate(template, dataset, selected) ?? ''
  return [words, period ? toPeriodText(period) : ''].filter(Boolean).join(' · ')
}

/** Puts the rows of a chart together. Missing: an unknown id is left out; a test on the data forbids it. */
export function toFrame(dataset: Dataset, spec: FrameSpec, selected: Year, span: Span = 'last'): ChartFrame {
  const years = frameYears(dataset, selected, span)
  const rows = spec.indicators.flatMap((id, i): FrameRow[] => {
    const indicator = findIndicator(dataset.catalogue, id)
    if (!indicator) return []
    return [
      {
        indicator,
        label: spec.labels[i] || indicator.short,
        sub: subOf(dataset, indicator.id, spec.subs[i] ?? '', selected),
        values: years.map((year) => quantityOf(dataset, indicator, year)),
        marks: years.map((year) => markOf(dataset, indicator.id, year)),
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

export const markAt = (row: FrameRow, index: number): YearMark => row.marks[index] ?? WHOLE_YEAR

/** Months the row's figure of the selected year covers. Missing: `null` for the whole year. */
export const currentPeriod = (frame: ChartFrame, row: FrameRow): Period | null =>
  markAt(row, frame.selected).period

/** True where the scope of the row's figure changed between slot `index` and the slot before it. */
export const isBroken = (row: FrameRow, index: number): boolean =>
  index > 0 && markAt(row, index).scopeChange !== null

/** True for a figure of some months only; an empty slot covers nothing. */
export const isPartYear = (row: FrameRow, index: number): boolean =>
  row.values[index]?.kind === 'known' && markAt(row, index).period !== null

/** True when the figures of two neighbouring slots count the same thing over the same months. */
export const isContinuous = (row: FrameRow, index: number): boolean =>
  !isBroken(row, index) && samePeriod(markAt(row, index - 1).period, markAt(row, index).period)

/** Somebody doubts one of the figures shown. */
export const isDoubtful = (dataset: Dataset, id: IndicatorId, year: Year): boolean =>
  findObservation(dataset, id, year)?.doubtful ?? false
