import { parseCell } from '#domain/numbers/parse.ts'
import type { SheetRow } from '../decode/csv.ts'
import { type HeadMeaning, isOtherFigure, readHead } from './headWords.ts'

/** A head wider than this is no head a person wrote. */
const WIDEST = 400

/** One column's head, of one row or of those that belong together. */
interface HeadCell {
  /** As in the file; the words of several rows with a space between. */
  readonly label: string
  readonly meaning: HeadMeaning | null
}

export interface Head {
  /** Place of its last row among the rows of the sheet. */
  readonly index: number
  /** Unit: its first row as WPS counts. */
  readonly row: number
  readonly cells: readonly HeadCell[]
  /** True for rows of which the lower part the figures of the upper: 目标 and 完成 below 2024年. */
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
function jointMeaning(upper: HeadCell, lower: HeadCell, isBelow: boolean): HeadMeaning | null {
  if (isField(lower.meaning, '数值')) return figuresBelow(upper, lower.meaning)
  if (lower.meaning !== null) return lower.meaning
  if (isFigures(upper)) return partBelow(upper.meaning, lower.label)
  return isBelow ? upper.meaning : null
}

/** 数值 below a year is of that year; below 上半年 it is another figure. */
function figuresBelow({ label, meaning }: HeadCell, lower: HeadMeaning | null): HeadMeaning | null {
  if (meaning?.is === 'year') return meaning
  return meaning === null && isOtherFigure(label) ? null : lower
}

function partBelow(upper: HeadMeaning | null, label: string): HeadMeaning | null {
  if (upper === null || upper.is === 'row-number') return null
  const words = label.replace(/^[(（](.*)[)）]$/, '$1')
  const joint = readHead(`${upper.is === 'year' ? upper.year : upper.field}(${words})`)
  return joint && joint.is !== 'row-number' && joint.unit === '' ? { ...joint, unit: upper.unit } : joint
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

/** Words that name a part of what stands above them: 目标, 同比%, 1月, 牵头单位; a figure names none. */
const namesPart = (label: string): boolean =>
  label.length <= 16 &&
  (/^\d{1,2}月份?$/.test(label) || (/[\p{L}%‰]/u.test(label) && parseCell(label).kind === 'unreadable'))

/** True for a row whose words name parts of the figures above it. */
function partsFigures(lower: Head, above: readonly HeadCell[]): boolean {
  const said = lower.cells.filter(({ label }) => label !== '')
  const counted = said.filter(({ label }) => /^\d{1,2}$/.test(label))
  const isCount = counted.length >= 2 && counted.every(({ label }, i) => label === `${i + 1}`)
  return (
    said.every(
      (cell) => cell.meaning !== null || namesPart(cell.label) || (isCount && counted.includes(cell)),
    ) &&
    lower.cells.some(
      (cell, place) => isFigures(cell) || (cell.label !== '' && isFigures(above[place] ?? EMPTY)),
    )
  )
}

/** True for a row that continues the head above it: words of heads or of parts only, and no name under 指标. */
function continues(upper: Head, lower: Head, above: readonly HeadCell[]): boolean {
  const said = lower.cells.filter(({ label }) => label !== '')
  if (said.length === 0 || said.some(({ meaning }) => meaning?.is === 'row-number')) return false
  const names = upper.cells.flatMap(({ meaning }, place) =>
    isField(meaning, '指标', '指标编号') ? [lower.cells[place] ?? EMPTY] : [],
  )
  const isNameless = ({ label, meaning }: HeadCell): boolean =>
    label === '' || isField(meaning, '指标', '指标编号')
  const years = said.filter(({ meaning }) => meaning?.is === 'year').length
  if (years === 1 && said.length === 1 && upper.cells.some(({ meaning }) => isField(meaning, '年度')))
    return false
  if (said.every(({ meaning }) => meaning !== null)) return names.some(isNameless)
  return names.length > 0 && names.every(isNameless) && partsFigures(lower, above)
}

function join(upper: Head, lower: Head): Head | null {
  const width = Math.max(upper.cells.length, lower.cells.length)
  const spread = spreadOut(upper, width)
  if (!continues(upper, lower, spread)) return null
  const cells = spread.map((above, place): HeadCell => {
    const below = lower.cells[place]
    const own = upper.cells[place]
    if (!below || below.label === '') return own ?? EMPTY
    return {
      label: [above.label, below.label].filter((label) => label !== '').join(' '),
      meaning: jointMeaning(above, below, own === above),
    }
  })
  const isParted =
    upper.isParted || lower.cells.some(({ label, meaning }) => label !== '' && meaning === null)
  return { index: lower.index, row: upper.row, cells, isParted }
}

/** Below one row of a head there may be two more. */
const LEVELS = 3

/** The row below, or the one below a blank row. */
function rowBelow(rows: readonly SheetRow[], index: number): number {
  const isBlank = rows[index + 1]?.cells.every((cell) => cell.trim() === '') === true
  return isBlank ? index + 2 : index + 1
}

/**
 * The head in two or three rows: merged words above, parts below. A blank cell above belongs to the words to its left.
 * Missing: `null` where the second row is no part of a head.
 */
export function jointHeadOf(rows: readonly SheetRow[], index: number): Head | null {
  let head = headOf(rows, index)
  for (let level = 1; level < LEVELS; level++) {
    const joint = join(head, headOf(rows, rowBelow(rows, head.index)))
    if (!joint) return level === 1 ? null : head
    head = joint
  }
  return head
}
