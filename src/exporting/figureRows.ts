import { findChapter, type Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation } from '#domain/dataset.ts'
import { FIGURE_COLUMNS } from '#domain/figureColumns.ts'
import type { Observation } from '#domain/observation.ts'
import type { Year } from '#domain/year.ts'

export type Row = readonly string[]

/** 年度, 章节, 分节, 指标编号, 指标: the cells that say which figure a row is of. */
export function subjectCells({ catalogue }: Dataset, indicator: Indicator, year: Year): Row {
  const chapter = findChapter(catalogue, indicator.chapter)
  const section = chapter?.sections.find(({ number }) => number === indicator.section)
  return [String(year), chapter?.glyph ?? '', section?.glyph ?? '', indicator.id, indicator.name]
}

/** One year's figures of some indicators. Missing: a figure nobody stated has no row, in whatever year. */
export const rowsOf = (dataset: Dataset, indicators: readonly Indicator[], year: Year): readonly Row[] =>
  indicators.flatMap((indicator) => {
    const observation: Observation | null = findObservation(dataset, indicator.id, year)
    if (!observation) return []
    const { value, unit, status, quote, note } = observation
    return [[...subjectCells(dataset, indicator, year), value, unit, status, quote, note]]
  })

/**
 * What is known of these years as rows of the contract, under its header.
 * Shape: years as given, in each the report's order.
 */
export const figureRows = (dataset: Dataset, years: readonly Year[]): readonly Row[] => [
  FIGURE_COLUMNS,
  ...years.flatMap((year) => rowsOf(dataset, dataset.catalogue.indicators, year)),
]

/** Rows under a line that marks made-up figures; as they are where the figures are real. Readers skip such a line. */
export const marked = (dataset: Dataset, note: string, rows: readonly Row[]): readonly Row[] =>
  dataset.example ? [[note], ...rows] : rows
