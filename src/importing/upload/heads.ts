import type { SheetRow } from '../decode/csv.ts'
import { type HeadMeaning, readHead } from './headWords.ts'

/** A head wider than this is no head a person wrote. */
const WIDEST = 400

/** One column's head, of one row or of two that belong together. */
interface HeadCell {
  /** As in the file; the words of two rows with a space between. */
  readonly label: string
  readonly meaning: HeadMeaning | null
}

export interface Head {
  /** Place of its last row among the rows of the sheet. */
  readonly index: number
  /** Unit: its first row as WPS counts. */
  readonly row: number
  readonly cells: readonly HeadCell[]
}

const textOf = (row: SheetRow | undefined, place: number): string => (row?.cells[place] ?? '').trim()

/** The head in one row. Shape: as many cells as the row has, those without words too: a column may lack its head. */
export function headOf(rows: readonly SheetRow[], index: number): Head {
  const row = rows[index]
  const cells = Array.from({ length: Math.min(row?.cells.length ?? 0, WIDEST) }, (_, place): HeadCell => {
    const label = textOf(row, place)
    return { label, meaning: readHead(label) }
  })
  return { index, row: row?.number ?? 0, cells }
}

const isField = (meaning: HeadMeaning | null, ...fields: readonly string[]): boolean =>
  meaning?.is === 'field' && fields.includes(meaning.field)

/** What a column means by its two rows: a year above 数值, 数值 above a year, or what the lower one says. */
function jointMeaning(upper: HeadMeaning | null, lower: HeadMeaning | null): HeadMeaning | null {
  if (upper?.is === 'year' && isField(lower, '数值')) return upper
  return lower
}

/** True for a row that continues the head above it: words of heads only, and nothing under 指标. */
function continues(upper: Head, lower: Head): boolean {
  const said = lower.cells.filter((cell) => cell.label !== '')
  const under = (cell: HeadCell, place: number): boolean =>
    isField(cell.meaning, '指标', '指标编号') && (lower.cells[place]?.label ?? '') === ''
  const years = said.filter((cell) => cell.meaning?.is === 'year').length
  return (
    said.length > 0 &&
    said.every((cell) => cell.meaning !== null && cell.meaning.is !== 'row-number') &&
    !(years === said.length && said.length === 1 && upper.cells.some((c) => isField(c.meaning, '年度'))) &&
    upper.cells.some(under)
  )
}

/**
 * The head in two rows: merged words above, parts below. A blank cell above belongs to the words to its left.
 * Missing: `null` where the second row is no part of a head.
 */
export function doubleHeadOf(rows: readonly SheetRow[], index: number): Head | null {
  const [upper, lower] = [headOf(rows, index), headOf(rows, index + 1)]
  if (!continues(upper, lower)) return null
  let left: HeadCell = { label: '', meaning: null }
  const width = Math.max(upper.cells.length, lower.cells.length)
  const cells = Array.from({ length: width }, (_, place): HeadCell => {
    const above = upper.cells[place]
    if (above && above.label !== '') left = above
    const below = lower.cells[place]
    if (!below || below.label === '') return above ?? { label: '', meaning: null }
    return {
      label: [left.label, below.label].filter((label) => label !== '').join(' '),
      meaning: jointMeaning(left.meaning, below.meaning),
    }
  })
  return { index: index + 1, row: upper.row, cells }
}
