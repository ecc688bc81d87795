import type { Indicator, IndicatorId } from '#domain/catalogue.ts'
import type { FigureColumn } from '#domain/figureColumns.ts'
import type { Finding } from '#domain/finding.ts'
import type { Observation } from '#domain/observation.ts'
import type { NameAnswer, NewIndicator, UploadMemory } from '#domain/uploadMemory.ts'
import { NO_MEMORY } from '#domain/uploadMemory.ts'
import type { Year } from '#domain/year.ts'
import type { Encoding } from '../decode/text.ts'

// Kept on the machine, which knows nothing of importing.
export { type FigureColumn, type NameAnswer, type NewIndicator, NO_MEMORY, type UploadMemory }

/** `long`: one row a figure; `wide`: one row an indicator, a column a year; `transposed`: one row a year, a column an indicator. */
export type Layout = 'long' | 'wide' | 'transposed'

/** What a column of the file is taken for. */
export type ColumnRole =
  | { readonly is: 'field'; readonly field: FigureColumn }
  /** The values of one year, in a wide table. */
  | { readonly is: 'year'; readonly year: Year }
  /** The values of one indicator, in a transposed table, by the name in its head. */
  | { readonly is: 'indicator'; readonly name: string }
  | { readonly is: 'ignored' }

/**
 * Everything a person decided about one file. Reading is a pure function of the bytes, the dataset and this.
 * Missing: `null` and an absent key leave it to what was recognised.
 */
export interface UploadChoices {
  readonly encoding: Encoding | null
  /** Place of the sheet in the workbook, from 0. */
  readonly sheet: number | null
  readonly layout: Layout | null
  /** Unit: row as WPS counts. */
  readonly headerRow: number | null
  /** The year of a table that says none. */
  readonly year: Year | null
  /** By place in the row, from 0. */
  readonly columns: ReadonlyMap<number, ColumnRole>
  /** By the name or id as it stands in the file. */
  readonly names: ReadonlyMap<string, NameAnswer>
  /** New text of cells, by `cellKey`. */
  readonly fixes: ReadonlyMap<string, string>
  /** Rows to leave out, by `rowKey`. */
  readonly skipped: ReadonlySet<number>
}

export const NO_CHOICES: UploadChoices = {
  encoding: null,
  sheet: null,
  layout: null,
  headerRow: null,
  year: null,
  columns: new Map(),
  names: new Map(),
  fixes: new Map(),
  skipped: new Set(),
}

/** More rows than any sheet has. */
const ROWS_OF_A_SHEET = 2 ** 21

/**
 * Names a row among all sheets of a workbook that are read together. Unit: `row` as WPS counts; `sheet` from 0, absent
 * where one sheet is read alone: then the key is the row itself.
 */
export const rowKey = (row: number, sheet = 0): number => row + sheet * ROWS_OF_A_SHEET

/** The row of a `rowKey`. Unit: as WPS counts. */
export const rowOfKey = (key: number): number => key % ROWS_OF_A_SHEET

/** The sheet of a `rowKey`. Unit: place from 0. */
export const sheetOfKey = (key: number): number => Math.floor(key / ROWS_OF_A_SHEET)

/** Unit: `row` as WPS counts, `column` from 0, `sheet` as for `rowKey`. */
export const cellKey = (row: number, column: number, sheet = 0): string => `${rowKey(row, sheet)}:${column}`

export interface ReadColumn {
  /** From 0. */
  readonly place: number
  /** The words of its head as in the file; empty where it has none. */
  readonly label: string
  readonly role: ColumnRole
  /** Why: a word of the contract or a listed other word, an answer given before, the person's choice, or no reason. */
  readonly by: 'word' | 'memory' | 'choice' | 'none'
}

/** A likely indicator for an unknown name; nothing is done with it without a click. */
export interface NameOffer {
  readonly indicator: IndicatorId
  /** Unit: 0 to 1, the share of what the two names have in common. */
  readonly likeness: number
}

/** A name or id that no indicator has. */
export interface UnknownName {
  readonly name: string
  /** Unit as the file writes it; empty where it says none. */
  readonly unit: string
  /** Unit: rows as WPS counts. */
  readonly rows: readonly number[]
  /** Likeliest first, at most three. */
  readonly offers: readonly NameOffer[]
  /** Missing: `null` while it is open, which blocks its rows. */
  readonly answer: NameAnswer | null
}

export type Verdict = 'accepted' | 'accepted-with-warnings' | 'partial' | 'refused'

/** Where the year of the figures is said. */
export type YearSource = 'column' | 'head' | 'title' | 'sheet' | 'file-name' | 'choice'

/** What one file says, given the choices; the same on the page and headless. */
export interface UploadReading {
  readonly file: string
  readonly format: 'text' | 'xlsx' | 'xls'
  /** Missing: `null` for a workbook, and for a file that could not be opened. */
  readonly encoding: Encoding | null
  /** Missing: `null` for a workbook. */
  readonly delimiter: string | null
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly hidden: boolean }[]
  /** Missing: `null` when nothing could be opened. */
  readonly sheet: number | null
  /** The first rows as they are, for the eye. Shape: at most 12. */
  readonly sample: readonly { readonly number: number; readonly cells: readonly string[] }[]
  /** Missing: `null` where no table was recognised. */
  readonly layout: Layout | null
  readonly headerRow: number | null
  readonly columns: readonly ReadColumn[]
  /** Years the figures are of, oldest first. */
  readonly years: readonly Year[]
  readonly yearFrom: YearSource | null
  readonly unknown: readonly UnknownName[]
  /** Indicators to be added, as answered. */
  readonly added: readonly Indicator[]
  /** Rows of the table that say something, taken or not. */
  readonly rowCount: number
  /** Figures that can be taken, in the order of the file. `source` names file and row. */
  readonly observations: readonly Observation[]
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
}
