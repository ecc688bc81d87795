import { zipSync } from 'fflate'
import type { Cell, CellValue, Sheet as HucreSheet, MergeRange } from 'hucre/xlsx'
import type { Finding } from '#domain/finding.ts'
import { failure, type Result, success } from '#domain/result.ts'
import { destroyedText, type SheetRow } from './csv.ts'
import { MAX_ROWS, MAX_TAGS, MAX_UNPACKED_BYTES, MAX_WORKBOOK_CELLS } from './limits.ts'
import { mergesWithin } from './merges.ts'
import { slimSheet, withRaisedDigits, worksheetParts, worksheetPlaces } from './sheetXml.ts'
import { shownDate, shownNumber, shownText } from './shown.ts'
import type { Merge, WorkbookSheet } from './workbook.ts'
import { type Budget, type Part, unpack, ZipError } from './zip.ts'

/** The reader of workbooks is fetched only when there is one to read. */
const hucre = () => import('hucre/xlsx')

/** Parts that hold cells; comments, drawings, charts, links and all else a file may hide are never unpacked. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels)$/i
const UNWANTED = /^xl\/(?:metadata|cellimages|vbaProject|connections|externalLinks)[^/]*$/i
const BOOK = 'xl/workbook.xml'
const STRINGS = /^xl\/sharedStrings\.xml$/i

const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

const lineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

function shown(value: CellValue, format: string | undefined, computed: boolean): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return shownNumber(value, format, computed)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value instanceof Date ? shownDate(value, format) : lineFeeds(shownText(String(value), format))
}

/** One finding a cell: a formula nobody computed, or a result that was rounded as its cell shows it. */
function cellFinding(
  file: string,
  at: { row: number; column: number },
  cell: Cell,
  text: string,
): Finding | null {
  if (cell.formula === undefined) return null
  const place = { file, row: at.row, cell: at.column }
  const raw = `${columnName(at.column)}${at.row}`
  if (cell.value === null)
    return { code: 'formula-without-value', severity: 'blocks', at: place, facts: { raw } }
  const full = shown(cell.value, cell.style?.numFmt, false)
  return full === text
    ? null
    : { code: 'formula-rounded', severity: 'notes', at: place, facts: { raw, value: text, stored: full } }
}

/** Text of one row, and what is found on the way. Shape: as many cells as the sheet is wide. */
function readCells(
  file: string,
  sheet: HucreSheet,
  index: number,
  width: number,
  findings: Finding[],
): readonly string[] {
  const values = sheet.rows[index] ?? []
  const cells: string[] = []
  for (let column = 0; column < width; column++) {
    const value = values[column] ?? null
    const cell = sheet.cells?.get(`${index},${column}`)
    const text = shown(value, cell?.style?.numFmt, cell?.formula !== undefined)
    const finding = cell && cellFinding(file, { row: index + 1, column }, cell, text)
    if (finding) findings.push(finding)
    cells.push(text)
  }
  return cells
}

/** How many columns and rows there are up to the last one with a value, and how many rows have one. */
function extentOf(sheet: HucreSheet): { rows: number; filled: number; columns: number } {
  let [rows, filled, columns] = [0, 0, 0]
  for (let row = 0; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? []
    for (let column = cells.length - 1; column >= 0; column--) {
      const value = cells[column]
      const computed = value === null && sheet.cells?.get(`${row},${column}`)?.formula !== undefined
      if (!computed && (value === null || value === undefined || value === '')) continue
      rows = row + 1
      filled += 1
      columns = Math.max(columns, column + 1)
      break
    }
  }
  return { rows, filled, columns }
}

const mergeOf = ({ startRow, startCol, endRow, endCol }: MergeRange): Merge => ({
  row: startRow + 1,
  column: startCol,
  rows: endRow - startRow + 1,
  columns: endCol - startCol + 1,
})

const isBlank = ({ cells }: SheetRow): boolean => cells.every((text) => text === '')

/**
 * A sheet of hucre as text cells. Blank rows stay, unless a stray cell far below makes a million of them.
 * Errors: more rows than the limit.
 */
export function textSheet(file: string, sheet: HucreSheet): Result<WorkbookSheet> {
  const { rows: count, filled, columns } = extentOf(sheet)
  const isSparse = count > MAX_ROWS
  if (filled > MAX_ROWS) return failure([blocked(file, 'rows-too-many', { rows: filled, limit: MAX_ROWS })])
  if (count * columns > MAX_WORKBOOK_CELLS * 4)
    return failure([blocked(file, 'cells-too-many', { limit: MAX_WORKBOOK_CELLS })])
  const merges = mergesWithin((sheet.merges ?? []).map(mergeOf), count, columns)
  if (!merges) return failure([blocked(file, 'cells-too-many', { limit: MAX_WORKBOOK_CELLS })])
  const findings: Finding[] = []
  const rows: SheetRow[] = []
  for (let index = 0; index < count; index++) {
    const row = { number: index + 1, cells: readCells(file, sheet, index, columns, findings) }
    if (isSparse && isBlank(row)) continue
    const destroyed = destroyedText(file, row)
    if (destroyed) findings.push(destroyed)
    rows.push(row)
  }
  return success({
    file,
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    merges,
    findings,
  })
}

export const blocked = (file: string, code: Finding['code'], facts: Finding['facts'] = {}): Finding => ({
  code,
  severity: 'blocks',
  at: { file },
  facts,
})

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '')

const relsOf = (path: string): string => path.replace(/([^/]+)$/, '_rels/$1.rels')

function raisedIn(bytes: Uint8Array): Uint8Array {
  const text = decode(bytes)
  const marked = withRaisedDigits(text)
  return marked === text ? bytes : encode(marked)
}

function tagsOf(xml: Uint8Array): number {
  let count = 0
  for (const byte of xml) if (byte === 0x3c) count++
  return count
}

/** Unpacks what holds cells, within the budget, and leaves out of each sheet what is no cell. */
function slimParts(parts: ReadonlyMap<string, Part>, budget: Budget): Record<string, Uint8Array> | null {
  const slim = new Map<string, Uint8Array>()
  const relations = parts.get(relsOf(BOOK))
  const sheets = worksheetParts(decode(relations && unpack(relations, budget)))
  let cells = 0
  for (const part of parts.values()) {
    const isSheet = sheets.has(part.name.toLowerCase())
    if (!isSheet && (!WANTED.test(part.name) || UNWANTED.test(part.name))) continue
    const bytes = unpack(part, budget)
    if (!isSheet) {
      if (tagsOf(bytes) > MAX_TAGS) return null
      slim.set(part.name, STRINGS.test(part.name) ? raisedIn(bytes) : bytes)
      continue
    }
    const sheet = slimSheet(decode(bytes))
    const kept = encode(sheet.xml)
    cells += sheet.cells
    if (cells > MAX_WORKBOOK_CELLS || tagsOf(kept) > MAX_TAGS * 3) return null
    slim.set(part.name, kept)
  }
  return Object.fromEntries(slim)
}

/**
 * A workbook of packed XML as sheets of text cells.
 * Errors: damaged or locked, too far unpacked, too many cells; each as a finding that blocks the file.
 */
export async function readXlsxSheets(
  file: string,
  parts: ReadonlyMap<string, Part>,
  budget: Budget = { left: MAX_UNPACKED_BYTES },
): Promise<Result<readonly WorkbookSheet[]>> {
  try {
    const slim = slimParts(parts, budget)
    if (!slim) return failure([blocked(file, 'cells-too-many', { limit: MAX_WORKBOOK_CELLS })])
    const places = worksheetPlaces(decode(slim[BOOK]), decode(slim[relsOf(BOOK)]))
    const { readXlsx } = await hucre()
    const read = await readXlsx(zipSync(slim, { level: 0 }), {
      readStyles: true,
      ...(places ? { sheets: (_: unknown, index: number) => places.has(index) } : {}),
    })
    return collect(read.sheets.map((sheet) => textSheet(file, sheet)))
  } catch (error) {
    return failure([faultOf(file, error)])
  }
}

/** All sheets, or the reasons why one of them cannot be read. */
export function collect<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const failed = results.filter((result) => !result.ok)
  if (failed.length > 0) return failure(failed.flatMap(({ findings }) => findings))
  return success(results.flatMap((result) => (result.ok ? [result.value] : [])))
}

/** What an error of reading a packed file says to a person. */
export function faultOf(file: string, error: unknown): Finding {
  // hucre lays a sheet out as a rectangle and says so when two far cells make it too large.
  if (error instanceof Error && / over the \d+ limit/.test(error.message))
    return blocked(file, 'cells-too-many', { limit: MAX_WORKBOOK_CELLS })
  if (!(error instanceof ZipError)) return blocked(file, 'file-damaged')
  if (error.fault === 'locked') return blocked(file, 'file-locked')
  return error.fault === 'too-far'
    ? blocked(file, 'file-unpacks-too-far', { limit: MAX_UNPACKED_BYTES / 1024 / 1024 })
    : blocked(file, 'file-damaged')
}
