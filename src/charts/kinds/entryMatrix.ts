import { type Chapter, indicatorsOf } from '#domain/catalogue.ts'
import { countStates, type Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'

export interface EntryCell {
  /** Missing: `null` for the column of all chapters together. */
  readonly chapter: Chapter | null
  /** `pending`: the year's report is not entered at all. */
  readonly state: 'entered' | 'pending'
  /** Figures with a value. */
  readonly entered: number
  /** Indicators that existed in that year. */
  readonly expected: number
}

export interface EntryRow {
  readonly year: Year
  readonly cells: readonly EntryCell[]
}

function toCell(dataset: Dataset, chapter: Chapter | null, year: Year): EntryCell {
  const { catalogue } = dataset
  const indicators = chapter ? indicatorsOf(catalogue, chapter.number) : catalogue.indicators
  const counts = countStates(dataset, indicators, year)
  const missing = (counts.get('not-published') ?? 0) + (counts.get('pending') ?? 0)
  const expected = indicators.length - (counts.get('not-yet') ?? 0) - (counts.get('not-applicable') ?? 0)
  const state = dataset.years.includes(year) ? 'entered' : 'pending'
  return { chapter, state, entered: expected - missing, expected }
}

/** K10: entered and expected figures by chapter and year, the next year's empty row included. */
export function entryMatrix(dataset: Dataset, years: readonly Year[]): readonly EntryRow[] {
  const chapters = dataset.catalogue.chapters.filter(
    (c) => indicatorsOf(dataset.catalogue, c.number).length > 0,
  )
  return years.map((year) => ({
    year,
    cells: [...chapters, null].map((chapter) => toCell(dataset, chapter, year)),
  }))
}
