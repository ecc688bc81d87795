import { type Chapter, findChapter, type Indicator, type IndicatorId, namesOf } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { type Change, changeSinceLast } from '#domain/measures/change.ts'
import type { Observation } from '#domain/observation.ts'
import { type Quantity, stateOf } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import type { TableQuery } from './query.ts'

export interface TableCell {
  readonly year: Year
  readonly quantity: Quantity
  /** Missing: `null` where nothing was entered. */
  readonly observation: Observation | null
}

export interface TableRow {
  /** Place in the report. */
  readonly order: number
  readonly indicator: Indicator
  readonly chapter: Chapter | null
  /** Shape: one per year of `tableYears`, same order. */
  readonly cells: readonly TableCell[]
}

/**
 * Every year from the first entered to the one to be entered next, oldest first; one that nobody entered keeps its
 * column.
 */
export function tableYears(dataset: Dataset): readonly Year[] {
  const [first, last] = [dataset.years[0], dataset.years[dataset.years.length - 1]]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last - first + 2 }, (_, i) => (first + i) as Year)
}

/** All figures, in the report's order. */
export function tableRows(dataset: Dataset): readonly TableRow[] {
  const years = tableYears(dataset)
  return dataset.catalogue.indicators.map((indicator, order) => ({
    order,
    indicator,
    chapter: findChapter(dataset.catalogue, indicator.chapter),
    cells: years.map((year) => ({
      year,
      quantity: quantityOf(dataset, indicator, year),
      observation: findObservation(dataset, indicator.id, year),
    })),
  }))
}

export type Changes = ReadonlyMap<IndicatorId, Change>

/** The change of every figure against the last one before `year`. */
export const changesOf = (dataset: Dataset, year: Year): Changes =>
  new Map(
    dataset.catalogue.indicators.map((indicator) => [
      indicator.id,
      changeSinceLast(dataset, indicator, year),
    ]),
  )

/** The row's figure of a year. Missing: `null` for a year that has no column. */
export const cellAt = (row: TableRow, year: Year): TableCell | null =>
  row.cells[year - (row.cells[0]?.year ?? 0)] ?? null

export type Matcher = (text: string, query: string) => boolean

export const plainMatch: Matcher = (text, query) => text.toLowerCase().includes(query.toLowerCase())

function isInState(row: TableRow, state: NonNullable<TableQuery['state']>, year: Year): boolean {
  const cell = cellAt(row, year)
  if (!cell) return false
  return state === 'doubtful' ? (cell.observation?.doubtful ?? false) : stateOf(cell.quantity) === state
}

/** The rows that are asked for, in the order given. */
export function filterRows(
  rows: readonly TableRow[],
  { text, chapter, state, kind, direction }: TableQuery,
  year: Year,
  matches: Matcher,
): readonly TableRow[] {
  const wanted = text.trim()
  return rows.filter(
    (row) =>
      (chapter === null || row.indicator.chapter === chapter) &&
      (kind === null || row.indicator.kind === kind) &&
      (direction === null || row.indicator.direction === direction) &&
      (state === null || isInState(row, state, year)) &&
      (wanted === '' || namesOf(row.indicator).some((name) => matches(name, wanted))),
  )
}
