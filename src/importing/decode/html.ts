import type { WorkbookSheet } from './workbook.ts'

/** Tables of a web page, which many office systems save as `.xls`. Missing: empty without a table. */
export function readHtmlTables(file: string, html: string): readonly WorkbookSheet[] {
  return html === '' ? [{ file, rows: [], name: '', hidden: false, merges: [], findings: [] }] : []
}
