import Papa from 'papaparse'
import type { Finding } from '#domain/finding.ts'
import { failure, type Result, success } from '#domain/result.ts'
import { mistakenWord } from './guessing.ts'
import { MAX_CELLS, MAX_ROWS } from './limits.ts'
import { decodeText } from './text.ts'

/** Unit: `number` counts rows as WPS does, the first line of the file is 1. */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly string[]
}

export interface Sheet {
  readonly file: string
  readonly rows: readonly SheetRow[]
}

/** A text table and how its cells were parted. */
export interface TextTable {
  readonly rows: readonly SheetRow[]
  readonly delimiter: string
}

/** A shorter text cannot hold too many cells. Unit: characters. */
const LONG_TEXT = MAX_CELLS * 2

const HTML = /^\s*<(?:!doctype|html|head|body|\?xml)/i

/**
 * Bytes of a text file as text.
 * Errors: empty, not text, or a web page in its place (a portal's login answers every address with 200).
 */
export function decodeFile(file: string, bytes: Uint8Array): Result<string> {
  const fail = (code: Finding['code']): Result<string> =>
    failure([{ code, severity: 'blocks', at: { file }, facts: {} }])
  const decoded = decodeText(bytes)
  if (!decoded) return fail('file-not-text')
  if (decoded.text.trim() === '') return fail('file-empty')
  if (HTML.test(decoded.text)) return fail('file-is-html')
  return success(decoded.text)
}

/** The header is in the first rows, and no row of a table is this long. Unit: characters. */
const HEAD_TEXT = 20_000

const DELIMITERS = [',', '\t', ';', '，', '|']
const SEP_LINE = /^"?sep=([,;\t，|])"?[,;\t，| ]*(?:\n|$)/i

/** The delimiter that parts the header's words. Counting would be misled by the marks inside quotes. */
function delimiterOf(text: string, labels: readonly string[]): string | undefined {
  const lines = text.slice(0, HEAD_TEXT).split('\n', 30)
  const parted = (line: string, delimiter: string): number =>
    line.split(delimiter).filter((cell) => labels.includes(cell.trim().replace(/^"(.*)"$/, '$1'))).length
  // A head of indicators has one such word: 年度 before their names.
  const isHead = (line: string, delimiter: string): boolean =>
    parted(line, delimiter) === 1 && line.split(delimiter).length > 2
  return (
    DELIMITERS.find((delimiter) => lines.some((line) => parted(line, delimiter) >= 2)) ??
    DELIMITERS.find((delimiter) => lines.some((line) => isHead(line, delimiter))) ??
    SEP_LINE.exec(text)?.[1]
  )
}

function countOf(text: string, mark: string): number {
  let count = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++
  return count
}

const rowWith = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length

/** Words of what was lost: U+FFFD stands for bytes no reader knew; 锟斤拷 is two of them saved as UTF-8 and read as GBK. */
const DESTROYED = /\uFFFD|锟斤拷/

/** One finding a row for text that was lost before the file was written. */
export function destroyedText(file: string, row: SheetRow): Finding | null {
  const cell = row.cells.findIndex((text) => DESTROYED.test(text))
  const raw = (row.cells[cell] ?? '').slice(0, 40)
  return cell < 0
    ? null
    : { code: 'text-destroyed', severity: 'blocks', at: { file, row: row.number, cell }, facts: { raw } }
}

/**
 * A quote that is closed only by the opening quote of a later row swallows the rows between without an error: a cell
 * then holds lines with as many delimiters as a row has.
 */
function swallowedRows(file: string, row: SheetRow, delimiter: string, columns: number): Finding | null {
  const cell = row.cells.findIndex((text) =>
    text.split('\n').some((line, i) => i > 0 && columns > 2 && countOf(line, delimiter) >= columns - 2),
  )
  const lines = (row.cells[cell] ?? '').split('\n').length
  return cell < 0
    ? null
    : { code: 'csv-rows-in-cell', severity: 'warns', at: { file, row: row.number, cell }, facts: { lines } }
}

/** PapaParse takes blanks behind the last closing quote for a quote error, though not behind any other. */
function withoutLastBlanks(text: string): string {
  let end = text.length
  while (text[end - 1] === ' ') end--
  return text[end - 1] === '"' ? text.slice(0, end) : text
}

const TEXT_FORMULA = /(^|[,;\t，|\n])=("[^"\n]*")(?=[,;\t，|\n]|$)/g

/**
 * ="2024" between delimiters is how programs keep a spreadsheet from changing a text; it says no more than "2024".
 * Shape: as it was where other quotes stand in the text, inside which it would be no cell.
 */
function withoutTextFormulas(text: string): string {
  if (!text.includes('="')) return text
  return text.replace(TEXT_FORMULA, '').includes('"') ? text : text.replace(TEXT_FORMULA, '$1$2')
}

/** Looks at cells only where the whole text gives a reason to. Unit: `lines` of the text. */
function cellFindings(file: string, text: string, table: TextTable, lines: number): readonly Finding[] {
  const { rows, delimiter } = table
  const isDestroyed = text.includes('\uFFFD') || text.includes('锟斤拷')
  const destroyed = isDestroyed ? rows.flatMap((row) => destroyedText(file, row) ?? []) : []
  if (rows.length === lines) return destroyed
  const columns = widthOf(rows)
  return destroyed.concat(rows.flatMap((row) => swallowedRows(file, row, delimiter, columns) ?? []))
}

const widthOf = (rows: readonly SheetRow[]): number =>
  rows.slice(0, 10).reduce((most, row) => Math.max(most, row.cells.length), 0)

/**
 * Text as rows of cells; blank rows stay, so that numbers match what WPS shows; a `sep=` line is row 1.
 * `labels` are words of the header; where it has none of them, the delimiter is guessed.
 * Findings: a row with destroyed text is blocked, a cell that holds whole rows is doubted.
 * Errors: a header whose encoding was mistaken before the file was written; any quote error, in the row where the quote opens, since one unclosed quote swallows all later rows.
 */
export function readTextTable(file: string, decoded: string, labels: readonly string[]): Result<TextTable> {
  const text = withoutTextFormulas(decoded)
  const fail = (code: Finding['code'], facts: Finding['facts'], row?: number): Result<TextTable> =>
    failure([{ code, severity: 'blocks', at: row === undefined ? { file } : { file, row }, facts }])
  const lines = countOf(text, '\n') + 1
  // More lines than rows can only come from quoted line breaks: whoever has that many has the wrong file.
  if (lines > MAX_ROWS * 5) return fail('rows-too-many', { rows: lines, limit: MAX_ROWS })
  const known = delimiterOf(text, labels)
  const mistaken = known ? null : mistakenWord(text.slice(0, HEAD_TEXT), labels)
  if (mistaken) return fail('text-destroyed', { raw: mistaken }, rowWith(text, mistaken))
  if (text.length > LONG_TEXT && countOf(text, known ?? ',') > MAX_CELLS)
    return fail('cells-too-many', { limit: MAX_CELLS })
  // Line ends are \n already; letting PapaParse guess them would read the text once more.
  const parsed = Papa.parse<string[]>(withoutLastBlanks(text), {
    newline: '\n',
    ...(known ? { delimiter: known } : { delimitersToGuess: DELIMITERS }),
  })
  const quotes = parsed.errors.find((e) => e.type === 'Quotes')
  if (quotes) return fail('csv-quotes', {}, (quotes.row ?? 0) + 1)
  if (parsed.data.length > MAX_ROWS + 1)
    return fail('rows-too-many', { rows: parsed.data.length, limit: MAX_ROWS })
  const { delimiter } = parsed.meta
  const rows = parsed.data.map((cells, i) => ({ number: i + 1, cells }))
  return success({ rows, delimiter }, cellFindings(file, text, { rows, delimiter }, lines))
}

/**
 * Bytes of a CSV as rows of text, as the shipped files are read.
 * Errors: those of `decodeFile` and of `readTextTable`.
 */
export function decodeCsv(file: string, bytes: Uint8Array, labels: readonly string[]): Result<Sheet> {
  const decoded = decodeFile(file, bytes)
  if (!decoded.ok) return decoded
  const table = readTextTable(file, decoded.value, labels)
  return table.ok ? success({ file, rows: table.value.rows }) : table
}
