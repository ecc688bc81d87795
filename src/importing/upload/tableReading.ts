import type { Dataset } from '#domain/dataset.ts'
import type { Finding, FindingCode, Severity } from '#domain/finding.ts'
import { unguardCell } from '#domain/formulaGuard.ts'
import type { Observation } from '#domain/observation.ts'
import type { Year } from '#domain/year.ts'
import type { SheetRow } from '../decode/csv.ts'
import { type NameReader, nameReader } from './nameReader.ts'
import type { FigureColumn, UploadChoices, UploadMemory } from './reading.ts'
import type { FigurePlace, Table } from './recognise.ts'

/** What all tables of a file have given so far. */
export interface Reading {
  readonly dataset: Dataset
  readonly choices: UploadChoices
  /** Missing: `null` for a workbook, whose cells no character parts. */
  readonly delimiter: string | null
  readonly names: NameReader
  readonly findings: Finding[]
  readonly observations: Observation[]
  /** Where the value of each observation stands, in their order. One object a column: there may be many rows. */
  readonly spots: Spot[]
  rowCount: number
}

export const newReading = (
  dataset: Dataset,
  delimiter: string | null,
  choices: UploadChoices,
  memory: UploadMemory,
): Reading => ({
  dataset,
  delimiter,
  choices,
  names: nameReader(dataset.catalogue, choices, memory),
  findings: [],
  observations: [],
  spots: [],
  rowCount: 0,
})

/** Rows of a table to be named together. Unit: rows as WPS counts. */
export interface Passed {
  /** Headings, remarks, heads again. */
  readonly lines: number[]
  /** Heads between the rows whose columns are others than those of the head above. */
  readonly heads: number[]
  readonly sums: number[]
  /** Headings between the rows that state another year. */
  readonly dated: number[]
  /** Those of names somebody left out. */
  readonly leftOut: number[]
  /** Those that got the year of the others. */
  readonly filled: number[]
}

/** A column of figures in its table. */
export interface Spot {
  readonly context: TableContext
  readonly figure: FigurePlace
}

/** One table under reading. */
export interface TableContext {
  readonly reading: Reading
  readonly table: Table
  /** As findings name it. */
  readonly file: string
  /** Place of the sheet in the workbook where several are read together. */
  readonly sheet: number | undefined
  /** The year of rows that say none. */
  readonly year: Year | null
  /** The unit stated once for the whole table. */
  readonly unit: string
  readonly passed: Passed
  /** Where each field stands; -1 where the table has none. */
  readonly place: Readonly<Record<FigureColumn, number>>
  readonly spots: readonly Spot[]
  /** Units a row of its own states, by the place of their column. */
  readonly units: Map<number, string>
  /** Years of cells read before; `null` for those that are none. */
  readonly years: Map<string, Year | null>
}

/** What a cell says, its guard against formulas taken off; a short row gives empty text. */
export function textAt(row: SheetRow, place: number): string {
  const raw = row.cells[place]
  if (raw === undefined || raw === '') return ''
  const text = raw.trim()
  // The guard is before a tab or a line end too, which trimming takes away.
  return text.charCodeAt(0) === 39 ? unguardCell(raw.trimStart()).trim() : text
}

export const fieldAt = (context: TableContext, row: SheetRow, field: FigureColumn): string =>
  textAt(row, context.place[field])

export const placesOf = (table: Table): TableContext['place'] => {
  const at = (field: FigureColumn): number => table.places.get(field) ?? -1
  return {
    年度: at('年度'),
    章节: at('章节'),
    分节: at('分节'),
    指标编号: at('指标编号'),
    指标: at('指标'),
    数值: at('数值'),
    单位: at('单位'),
    状态: at('状态'),
    原句: at('原句'),
    备注: at('备注'),
  }
}

/** A place in the file, by the words of the column's head. */
export function placeOf(context: TableContext, row: number, cell: number): Finding['at'] {
  const column = context.table.columns[cell]?.label.replace(/\s+/g, ' ')
  return {
    file: context.file,
    row,
    ...(column && { column }),
    ...(cell >= 0 && { cell }),
    ...(context.sheet !== undefined && { sheet: context.sheet }),
  }
}

/** Puts a finding down; gives `null`, to be returned. */
export function tell(
  context: TableContext,
  row: SheetRow,
  cell: number,
  code: FindingCode,
  severity: Severity,
  facts: Finding['facts'] = {},
): null {
  context.reading.findings.push({ code, severity, at: placeOf(context, row.number, cell), facts })
  return null
}
