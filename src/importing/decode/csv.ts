import Papa from 'papaparse'
import type { Finding } from '#domain/finding.ts'
import { failure, type Result, success } from '#domain/result.ts'
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

const DELIMITERS = [',', '\t', ';', '，']

/** The delimiter that parts the header's words. Counting would be misled by the marks inside quotes. */
function delimiterOf(text: string, labels: readonly string[]): string | undefined {
  const lines = text.split('\n', 10)
  const parted = (line: string, delimiter: string): number =>
    line.split(delimiter).filter((cell) => labels.includes(cell.trim().replace(/^"(.*)"$/, '$1'))).length
  return DELIMITERS.find((delimiter) => lines.some((line) => parted(line, delimiter) >= 2))
}

/**
 * Bytes of a CSV as rows of text; blank rows stay, so that numbers match what WPS shows.
 * `labels` are words of the header; where it has none of them, the delimiter is guessed.
 * Errors: those of `decodeFile`; any quote error, since one unclosed quote swallows all later rows.
 */
export function decodeCsv(file: string, bytes: Uint8Array, labels: readonly string[]): Result<Sheet> {
  const decoded = decodeFile(file, bytes)
  if (!decoded.ok) return decoded
  const delimiter = delimiterOf(decoded.value, labels)
  const parsed = Papa.parse<string[]>(
    decoded.value,
    delimiter ? { delimiter } : { delimitersToGuess: DELIMITERS },
  )
  const quotes = parsed.errors.find((e) => e.type === 'Quotes')
  if (quotes) {
    const row = (quotes.row ?? 0) + 1
    return failure([{ code: 'csv-quotes', severity: 'blocks', at: { file, row }, facts: {} }])
  }
  return success({ file, rows: parsed.data.map((cells, i) => ({ number: i + 1, cells })) })
}
