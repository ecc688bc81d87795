import type { SheetRow } from '../decode/csv.ts'
import type { Merge, WorkbookSheet } from '../decode/workbook.ts'

/** A merge that reaches over the whole sheet says nothing of its rows. */
const TALLEST = 2_000

/**
 * The rows with what a merged cell says put into each row it reaches over, in its first column only.
 * Merges across columns are titles and stay as they are.
 */
export function filledRows(sheet: WorkbookSheet): readonly SheetRow[] {
  const tall = sheet.merges.filter((merge) => merge.rows > 1 && merge.rows <= TALLEST)
  if (tall.length === 0) return sheet.rows
  const places = new Map(sheet.rows.map((row, i) => [row.number, i]))
  const rows = [...sheet.rows]
  for (const merge of tall) fill(rows, places, merge)
  return rows
}

function fill(rows: SheetRow[], places: ReadonlyMap<number, number>, merge: Merge): void {
  const first = rows[places.get(merge.row) ?? -1]
  const text = first?.cells[merge.column] ?? ''
  if (text.trim() === '') return
  for (let number = merge.row + 1; number < merge.row + merge.rows; number += 1) {
    const place = places.get(number)
    const row = place === undefined ? undefined : rows[place]
    if (place === undefined || !row || (row.cells[merge.column] ?? '').trim() !== '') continue
    const cells = [...row.cells]
    while (cells.length < merge.column) cells.push('')
    cells[merge.column] = text
    rows[place] = { ...row, cells }
  }
}
