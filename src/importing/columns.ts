import type { Finding } from '#domain/finding.ts'
import { unguardCell } from '#domain/formulaGuard.ts'
import { failure, type Result, success } from '#domain/result.ts'
import type { Sheet, SheetRow } from './decode/csv.ts'

/** Reads the cell of a named column, its guard against formulas taken off; an absent column or a short row gives empty text. */
export interface Table<Column extends string> {
  readonly rows: readonly SheetRow[]
  readonly cell: (row: SheetRow, column: Column) => string
}

export interface ColumnRule<Column extends string> {
  readonly required: readonly Column[]
  readonly optional: readonly Column[]
}

const HEADER_SEARCH_ROWS = 10

/** How many cells there are up to the last one that says something. */
const filled = (cells: readonly string[]): number =>
  cells.reduce((last, cell, i) => (cell.trim() === '' ? last : i + 1), 0)

/** A row with more cells than the header has moved its figures to other columns; a shorter one may lack its end. */
function lengthFinding(file: string, row: SheetRow, header: SheetRow): Finding | null {
  const facts = { cells: row.cells.length, columns: header.cells.length }
  const at = { file, row: row.number }
  if (filled(row.cells) > header.cells.length) return { code: 'row-length', severity: 'blocks', at, facts }
  return row.cells.length < filled(header.cells) ? { code: 'row-length', severity: 'warns', at, facts } : null
}

/**
 * Finds the header row by its words and binds columns to it; a title row above is skipped.
 * Shape: data rows only, blank rows left out, numbers as in the file.
 * Errors: no header, a required column missing, a column twice; a row longer than the header is left out.
 */
export function bindColumns<Column extends string>(
  sheet: Sheet,
  rule: ColumnRule<Column>,
): Result<Table<Column>> {
  const known = [...rule.required, ...rule.optional]
  const words = (row: SheetRow): string[] => row.cells.map((cell) => cell.trim())
  const header = sheet.rows
    .slice(0, HEADER_SEARCH_ROWS)
    .find((row) => words(row).filter((word) => (known as string[]).includes(word)).length >= 2)
  if (!header)
    return failure([
      {
        code: 'header-missing',
        severity: 'blocks',
        at: { file: sheet.file },
        facts: { columns: rule.required.join('、') },
      },
    ])
  const labels = words(header)
  const problems: Finding[] = []
  for (const column of known) {
    const times = labels.filter((label) => label === column).length
    const at = { file: sheet.file, row: header.number, column }
    if (times === 0 && rule.required.includes(column))
      problems.push({ code: 'column-missing', severity: 'blocks', at, facts: {} })
    if (times > 1) problems.push({ code: 'column-twice', severity: 'blocks', at, facts: {} })
  }
  if (problems.length > 0) return failure(problems)
  const places = new Map(labels.map((label, i) => [label, i]))
  const rows = sheet.rows.filter((row) => row.number > header.number && filled(row.cells) > 0)
  const lengths = rows.flatMap((row) => lengthFinding(sheet.file, row, header) ?? [])
  const tooLong = new Set(lengths.filter((f) => f.severity === 'blocks').map((f) => f.at.row))
  const table: Table<Column> = {
    rows: rows.filter((row) => !tooLong.has(row.number)),
    cell: (row, column) => unguardCell(row.cells[places.get(column) ?? -1] ?? '').trim(),
  }
  return success(table, lengths)
}
