import { MAX_WORKBOOK_CELLS } from './limits.ts'
import type { Merge } from './workbook.ts'

/**
 * Merges as far as they lie on the table, since a file may state them over a million empty rows.
 * Missing: `null` where they cover more cells together than a workbook may have, as only a hostile file does.
 */
export function mergesWithin(
  merges: readonly Merge[],
  rows: number,
  columns: number,
): readonly Merge[] | null {
  let cells = 0
  const within: Merge[] = []
  for (const merge of merges) {
    const [high, wide] = [
      Math.min(merge.rows, rows - merge.row + 1),
      Math.min(merge.columns, columns - merge.column),
    ]
    if (!(high > 0 && wide > 0 && merge.row > 0 && merge.column >= 0) || high * wide < 2) continue
    cells += high * wide
    if (cells > MAX_WORKBOOK_CELLS) return null
    within.push({ row: merge.row, column: merge.column, rows: high, columns: wide })
  }
  return within
}
