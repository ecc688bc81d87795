import { type Chapter, indicatorsOf } from '#domain/catalogue.ts'
import { countStates, type Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'

export interface EntryCell {
  /** Missing: `null` for the column of all chapters together. */
  readonly chapter: Chapter | null
  /** `pending`: nothing of the year's report is entered; `open`: its entry is not finished. */
  readonly state: 'entered' | 'open' | 'pending'
  /** Figures with a value. */
  readonly entered: number
  /** Indicators that existed in that year. */
  readonly expected: number
}

export interface EntryRow {
  readonly year: Year
  readonly cells: readonly EntryCell[]
}

function stateOfYear({ years, openYears }: Dataset, year: Year): EntryCell['state'] {
  if (openYears.includes(year)) return 'open'
  return years.includes(year) ? 'entered' : 'pending'
}

/** Entered and expected figures of one chapter, or of all, in one year. */
export function entryCell(dataset: Dataset, chapter: Chapter | null, year: Year): EntryCell {
  const { catalogue } = dataset
  const indicators = chapter ? indicatorsOf(catalogue, chapter.number) : catalogue.indicators
  const counts = countStates(dataset, indicators, year)
  const missing = (counts.get('not-published') ?? 0) + (counts.get('pending') ?? 0)
  const expected = indicators.length - (counts.get('not-yet') ?? 0) - (counts.get('not-applicable') ?? 0)
  return { chapter, state: stateOfYear(dataset, year), entered: expected - missing, expected }
}

/** Chapters that hold figures. */
const chaptersWithFigures = ({ catalogue }: Dataset): readonly Chapter[] =>
  catalogue.chapters.filter((c) => indicatorsOf(catalogue, c.number).length > 0)

/** K10: entered and expected figures by chapter and year, the next year's empty row included. */
export const entryMatrix = (dataset: Dataset, years: readonly Year[]): readonly EntryRow[] =>
  years.map((year) => ({
    year,
    cells: [...chaptersWithFigures(dataset), null].map((chapter) => entryCell(dataset, chapter, year)),
  }))

/** Years of the matrix before 更早年度 opens the rest, the one to come included. */
const LAST_YEARS = 11

/**
 * Years whose entry is looked at, oldest first: every one from the first entered to the one to come, also those
 * nobody entered; unless `all`, the last ten and the one to come.
 * Missing: an empty list without a single year.
 */
export function entryYears({ years }: Dataset, all: boolean): readonly Year[] {
  const [first, last] = [years[0], years[years.length - 1]]
  if (first === undefined || last === undefined) return []
  const every = Array.from({ length: last - first + 2 }, (_, i) => (first + i) as Year)
  return all ? every : every.slice(-LAST_YEARS)
}
