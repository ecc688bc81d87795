import { parseCell } from '#domain/numbers/parse.ts'
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
  /** True for two rows of which the second parts the figures of the first: 目标 and 完成 below 2024年. */
  readonly isParted: boolean
}

const textOf = (row: SheetRow | undefined, place: number): string => (row?.cells[place] ?? '').trim()

/** The head in one row. Shape: as many cells as the row has, those without words too: a column may lack its head. */
export function headOf(rows: readonly SheetRow[], index: number): Head {
  const row = rows[index]
  const cells = Array.from({ length: Math.min(row?.cells.length ?? 0, WIDEST) }, (_, place): HeadCell => {
    const label = textOf(row, place)
    return { label, meaning: readHead(label) }
  })
  return { index, row: row?.number ?? 0, cells, isParted: false }
}

const isField = (meaning: HeadMeaning | null, ...fields: readonly string[]): boolean =>
  meaning?.is === 'field' && fields.includes(meaning.field)

const isFigures = ({ meaning }: HeadCell): boolean => meaning?.is === 'year' || isField(meaning, '数值')

/**
 * What a column means by its two rows: a year above 数值, 数值 above a year, or what the lower one says. Words that are
 * no head's stand below as they would in brackets: 2024年 above 目标 is 2024年(目标), above 万元 it is 2024年(万元).
 */
function jointMeaning(upper: HeadCell, lower: HeadCell): HeadMeaning | null {
  if (upper.meaning?.is === 'year' && isField(lower.meaning, '数值')) return upper.meaning
  if (lower.meaning !== null || !isFigures(upper)) return lower.meaning
  return readHead(`${upper.label}(${lower.label})`)
}

const EMPTY: HeadCell = { label: '', meaning: null }

/** The cell above each column; a blank one belongs to the words to its left. */
function spreadOut({ cells }: Head, width: number): readonly HeadCell[] {
  let left = EMPTY
  return Array.from({ length: width }, (_, place) => {
    const cell = cells[place]
    if (cell && cell.label !== '') left = cell
    return left
  })
}

/** Words that part the figures of a year or of 数值: 目标, 同比, 1—6月; a figure is none. */
const partsFigures = (upper: HeadCell | undefined, { label }: HeadCell): boolean =>
  upper !== undefined &&
  isFigures(upper) &&
  label.length <= 16 &&
  /[\u3400-\u9FFF%％]/.test(label) &&
  parseCell(label).kind === 'unreadable'

/** True for a row that continues the head above it: words of heads or of parts only, and nothing under 指标. */
function continues(upper: Head, lower: Head, above: readonly HeadCell[]): boolean {
  const said = lower.cells.filter((cell) => cell.label !== '')
  const isPart = (cell: HeadCell, place: number): boolean =>
    cell.label === '' ||
    (cell.meaning === null ? partsFigures(above[place], cell) : cell.meaning.is !== 'row-number')
  const under = (cell: HeadCell, place: number): boolean =>
    isField(cell.meaning, '指标', '指标编号') && (lower.cells[place]?.label ?? '') === ''
  const years = said.filter((cell) => cell.meaning?.is === 'year').length
  return (
    said.length > 0 &&
    lower.cells.every(isPart) &&
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
  const width = Math.max(upper.cells.length, lower.cells.length)
  const spread = spreadOut(upper, width)
  if (!continues(upper, lower, spread)) return null
  const cells = spread.map((above, place): HeadCell => {
    const below = lower.cells[place]
    if (!below || below.label === '') return upper.cells[place] ?? EMPTY
    return {
      label: [above.label, below.label].filter((label) => label !== '').join(' '),
      meaning: jointMeaning(above, below),
    }
  })
  const isParted = lower.cells.some(({ label, meaning }) => label !== '' && meaning === null)
  return { index: index + 1, row: upper.row, cells, isParted }
}
