import type { Cell, CellValue, Sheet as HucreSheet } from 'hucre/xlsx'
import { failure, type Result } from '#domain/result.ts'
import { type BiffCell, type BiffSheet, readBiff } from './biff.ts'
import { streamsOf } from './cfb.ts'
import { streamsKind } from './kind.ts'
import { MAX_WORKBOOK_CELLS } from './limits.ts'
import type { WorkbookSheet } from './workbook.ts'
import { blocked, collect, faultOf, textSheet } from './xlsx.ts'

const hucre = () => import('hucre/xlsx')

const MS_PER_DAY = 86_400_000
/** Day 0 of each calendar. Excel takes 1900 for a leap year, so that its day 60 is no day; later ones are right. */
const dateOf = (serial: number, date1904: boolean): Date =>
  new Date((date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)) + Math.round(serial * MS_PER_DAY))

/** A cell's value, with what hucre did not find of it. */
function foundValue(found: CellValue, { text, chineseDate }: BiffCell, date1904: boolean): CellValue {
  const value = found ?? text ?? ''
  return chineseDate && typeof value === 'number' ? dateOf(value, date1904) : value
}

/** The sheet as hucre gives one of an .xlsx: with number formats, and results of formulas it did not find. */
function completed(sheet: HucreSheet, known: BiffSheet | undefined, date1904: boolean): HucreSheet {
  if (!known) return sheet
  const cells = new Map<string, Cell>()
  const rows = Array.from(sheet.rows, (row) => row ?? [])
  for (const cell of known.cells) {
    const row = rows[cell.row]
    if (!row) continue
    const value = foundValue(row[cell.column] ?? null, cell, date1904)
    row[cell.column] = value
    cells.set(`${cell.row},${cell.column}`, {
      value,
      type: cell.computed ? 'formula' : 'number',
      style: { numFmt: cell.format },
      ...(cell.computed ? { formula: '' } : {}),
    })
  }
  return { ...sheet, rows, cells, hidden: known.hidden }
}

/**
 * An old workbook (Excel 97–2003) as sheets of text cells.
 * Errors: damaged, locked, older than 97, no workbook at all, too many cells; each blocks the file.
 */
export async function readXlsSheets(
  file: string,
  bytes: Uint8Array,
): Promise<Result<readonly WorkbookSheet[]>> {
  try {
    const streams = streamsOf(bytes)
    const kind = streamsKind(streams.names)
    if (kind === 'locked') return failure([blocked(file, 'file-locked')])
    if (kind !== 'xls') return failure([blocked(file, 'file-other-kind', { kind })])
    const biff = readBiff(streams.read('Workbook') ?? new Uint8Array())
    if (biff.locked) return failure([blocked(file, 'file-locked')])
    if (biff.version !== 0x600) return failure([blocked(file, 'file-other-kind', { kind: 'old-sheet' })])
    if (biff.sheets.reduce((sum, { cells }) => sum + cells.length, 0) > MAX_WORKBOOK_CELLS)
      return failure([blocked(file, 'cells-too-many', { limit: MAX_WORKBOOK_CELLS })])
    const { readXls } = await hucre()
    const read = await readXls(bytes)
    const sheets = read.sheets
      .map((sheet, i) => completed(sheet, biff.sheets[i], biff.date1904))
      .filter((_, i) => biff.sheets[i]?.table !== false)
    return collect(sheets.map((sheet) => textSheet(file, sheet)))
  } catch (error) {
    return failure([faultOf(file, error)])
  }
}
