import type { Finding } from '#domain/finding.ts'
import { failure, type Result, success } from '#domain/result.ts'
import { readTextTable, type Sheet } from './csv.ts'
import { readHtmlTables } from './html.ts'
import { kindOf, markupKind, type OtherKind, packedKind } from './kind.ts'
import { MAX_FILE_BYTES, MAX_UNPACKED_BYTES } from './limits.ts'
import { type DecodedText, type Encoding, readText, readTextAs } from './text.ts'
import { partsOf, unpack } from './zip.ts'

/** Cells drawn as one. Only the first, at `row` and `column`, has text. */
export interface Merge {
  /** Unit: row as WPS counts. */
  readonly row: number
  /** From 0. */
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** One table of text cells, blank rows included. */
export interface WorkbookSheet extends Sheet {
  /** Missing: empty for a text file. */
  readonly name: string
  readonly hidden: boolean
  readonly merges: readonly Merge[]
  /** What is wrong with cells of this sheet; it matters only where the sheet is chosen. */
  readonly findings: readonly Finding[]
}

export interface Workbook {
  readonly file: string
  readonly format: 'text' | 'xlsx' | 'xls'
  /** Missing: `null` for a workbook. */
  readonly encoding: Encoding | null
  /** Missing: `null` for a workbook and the table of a web page. */
  readonly delimiter: string | null
  readonly sheets: readonly WorkbookSheet[]
}

export interface OpenOptions {
  /** Missing: `null` leaves it to what was recognised. */
  readonly encoding: Encoding | null
  /** Words a header may have; they tell the delimiter. */
  readonly labels: readonly string[]
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)

const refuse = (file: string, code: Finding['code'], facts: Finding['facts'] = {}, row?: number) =>
  failure([{ code, severity: 'blocks', at: row === undefined ? { file } : { file, row }, facts }])

const otherKind = (file: string, kind: OtherKind) => refuse(file, 'file-other-kind', { kind })

/** A table in one encoding but for some bytes, and the first line they stand in. Missing: `null` for other bytes. */
function mixedText(
  bytes: Uint8Array,
  labels: readonly string[],
): { encoding: Encoding; line: number } | null {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const { text, misfit } = readTextAs(bytes, encoding)
    const lost = text.split('\uFFFD').length - 1
    const words = labels.filter((label) => /[^\0-\u007F]{2}/.test(label) && text.includes(label))
    if (misfit !== null && lost * 4 < text.length && words.length >= 2) return { encoding, line: misfit }
  }
  return null
}

function decoded(
  file: string,
  bytes: Uint8Array,
  { encoding: chosen, labels }: OpenOptions,
): Result<DecodedText> {
  if (chosen) {
    const { text, misfit } = readTextAs(bytes, chosen)
    if (misfit !== null) return refuse(file, 'encoding-misfit', { encoding: chosen }, misfit)
    return success({ text, encoding: chosen, misleadingMark: false })
  }
  const read = readText(bytes)
  if (read === 'cut-off') return refuse(file, 'file-cut-off')
  if (read === 'not-text') {
    const mixed = mixedText(bytes, labels)
    if (!mixed) return refuse(file, 'file-not-text')
    return refuse(file, 'encoding-mixed', { encoding: mixed.encoding }, mixed.line)
  }
  const { encoding, misleadingMark } = read
  return success(
    read,
    misleadingMark
      ? [{ code: 'encoding-mark-wrong', severity: 'warns', at: { file }, facts: { encoding } }]
      : [],
  )
}

function openText(file: string, bytes: Uint8Array, options: OpenOptions): Result<Workbook> {
  const text = decoded(file, bytes, options)
  if (!text.ok) return text
  if (text.value.text.trim() === '') return refuse(file, 'file-empty')
  const { encoding } = text.value
  const markup = markupKind(text.value.text)
  if (markup === 'xml-sheet' || markup === 'archived-page') return otherKind(file, markup)
  if (markup === 'html') {
    const tables = readHtmlTables(file, text.value.text)
    if (!tables.ok) return tables
    if (tables.value.length === 0) return otherKind(file, 'html')
    return success({ file, format: 'text', encoding, delimiter: null, sheets: tables.value }, text.findings)
  }
  const table = readTextTable(file, text.value.text, options.labels)
  if (!table.ok) return table
  const { rows, delimiter } = table.value
  const sheet = { file, rows, name: '', hidden: false, merges: [], findings: table.findings }
  return success({ file, format: 'text', encoding, delimiter, sheets: [sheet] }, text.findings)
}

const workbookOf = (
  file: string,
  format: 'xlsx' | 'xls',
  sheets: Result<readonly WorkbookSheet[]>,
): Result<Workbook> => {
  if (!sheets.ok) return sheets
  if (sheets.value.every((sheet) => sheet.rows.length === 0)) return refuse(file, 'file-empty')
  return success({ file, format, encoding: null, delimiter: null, sheets: sheets.value }, sheets.findings)
}

async function openPacked(file: string, bytes: Uint8Array): Promise<Result<Workbook>> {
  const { faultOf, readXlsxSheets } = await import('./xlsx.ts')
  try {
    const parts = partsOf(bytes)
    const budget = { left: MAX_UNPACKED_BYTES }
    const types = parts.get('[Content_Types].xml')
    const kind = packedKind(parts, types ? new TextDecoder().decode(unpack(types, budget)) : '')
    if (kind !== 'xlsx') return otherKind(file, kind)
    return workbookOf(file, 'xlsx', await readXlsxSheets(file, parts, budget))
  } catch (error) {
    return failure([faultOf(file, error)])
  }
}

async function openStreams(file: string, bytes: Uint8Array): Promise<Result<Workbook>> {
  const { readXlsSheets } = await import('./xls.ts')
  return workbookOf(file, 'xls', await readXlsSheets(file, bytes))
}

/**
 * Bytes of any office file as sheets of text cells; what it is, its content says, never its name.
 * Findings: those of the file as a whole; what is wrong with cells is in each sheet's `findings`.
 * Errors: too large, empty, damaged, locked, cut off, or another kind of file; nothing of it can then be taken.
 * A chosen encoding that does not fit is refused with its first line, since what is shown would be wrong.
 */
export async function openWorkbook(
  name: string,
  bytes: Uint8Array,
  options: OpenOptions,
): Promise<Result<Workbook>> {
  if (bytes.length > MAX_FILE_BYTES)
    return refuse(name, 'file-too-large', {
      size: megabytes(bytes.length),
      limit: megabytes(MAX_FILE_BYTES),
    })
  const kind = kindOf(bytes)
  if (kind === 'text') return openText(name, bytes, options)
  if (kind === 'parts') return openPacked(name, bytes)
  return kind === 'streams' ? openStreams(name, bytes) : otherKind(name, kind)
}
