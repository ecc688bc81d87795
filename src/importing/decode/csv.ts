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

/**
 * Bytes of a CSV as rows of text; blank rows stay, so that numbers match what WPS shows.
 * Errors: those of `decodeFile`; any quote error, since one unclosed quote swallows all later rows.
 */
export function decodeCsv(file: string, bytes: Uint8Array): Result<Sheet> {
  const decoded = decodeFile(file, bytes)
  if (!decoded.ok) return decoded
  const parsed = Papa.parse<string[]>(decoded.value, { delimitersToGuess: [',', '\t', ';', '，'] })
  const quotes = parsed.errors.find((e) => e.type === 'Quotes')
  if (quotes) {
    const row = (quotes.row ?? 0) + 1
    return failure([{ code: 'csv-quotes', severity: 'blocks', at: { file, row }, facts: {} }])
  }
  return success({ file, rows: parsed.data.map((cells, i) => ({ number: i + 1, cells })) })
}
