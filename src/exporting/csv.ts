import { guardCell } from '#domain/formulaGuard.ts'

/** A byte order mark tells WPS and Excel that it is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'
const NEEDS_QUOTES = /^\s|[",\r\n]|\s$/

function cell(text: string): string {
  const written = guardCell(text.replace(/\r\n?/g, '\n'))
  return NEEDS_QUOTES.test(written) ? `"${written.replace(/"/g, '""')}"` : written
}

/**
 * Rows of text as a CSV file: the one writer.
 * Shape: UTF-8 with a byte order mark, CRLF after every row, line breaks inside a cell LF; quotes as RFC 4180 has
 * them, no cell that a spreadsheet would run as a formula.
 */
export const toCsv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join(''))
