import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { guardCell, isPlainNumber } from '#domain/formulaGuard.ts'
import type { Row } from './figureRows.ts'

export interface SheetPlan {
  /** Words for the tab; what a workbook does not take in one is left out. */
  readonly name: string
  readonly rows: readonly Row[]
  /** Place of the row that stays in sight, from 0. Missing: `null` for a sheet without a head. */
  readonly head: number | null
  /** Unit: characters of Latin script, two of which are one Chinese character. One a column. */
  readonly widths: readonly number[]
  /** Columns whose plain numbers are written as numbers, from 0; everything else is text. */
  readonly numbers: readonly number[]
  /** The column to be typed into, from 0: what is typed stays as it was typed, 99.70 and 3-5 too. Missing: absent. */
  readonly typedInto?: number
  /** A column that offers these words, from 0. Missing: absent. */
  readonly offers?: { readonly column: number; readonly words: readonly string[] }
}

/** Workbooks write what XML cannot hold as _x000D_: words that look like it must not be read as it. */
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi

/** Beyond this a spreadsheet keeps fewer digits than were written. Unit: digits. */
const EXACT_DIGITS = 15

/** A number only where it is printed back just as it was: 99.70 and 2,138 stay text. */
function cellValue(text: string, isNumeric: boolean): string | number | null {
  if (text === '') return null
  const value = Number(text)
  if (isNumeric && isPlainNumber(text) && text.length <= EXACT_DIGITS && String(value) === text) return value
  return guardCell(text).replace(LOOKS_ESCAPED, '_x005F_')
}

/** Unit: characters. Longer names are refused by Excel. */
const LONGEST_NAME = 31

/** Names as workbooks take them, each once whatever its case. */
function tabNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name, i) => {
    const plain = name
      .replace(/[[\]:*?/\\\p{C}]/gu, ' ')
      .replace(/^[\s']+|[\s']+$/g, '')
      .slice(0, LONGEST_NAME - 3)
    const free = plain === '' || taken.has(plain.toLowerCase()) ? `${plain} ${i + 1}`.trim() : plain
    taken.add(free.toLowerCase())
    return free
  })
}

/** What WPS and Excel have on any Chinese machine. */
const FONT = { name: '宋体', size: 11 }
const ALIGNMENT = { vertical: 'top', wrapText: true } as const
const HEAD_STYLE = { font: { ...FONT, bold: true }, alignment: ALIGNMENT }
const CELL_STYLE = { alignment: ALIGNMENT }
const TYPED_STYLE = { alignment: ALIGNMENT, numFmt: '@' }

/** 0 → A; the tables written here have fewer columns than letters. */
const columnLetter = (column: number): string => String.fromCharCode(65 + column)

function toSheet({ rows, head, widths, numbers, typedInto, offers }: SheetPlan, name: string): WriteSheet {
  const values = rows.map((row) => row.map((text, i) => cellValue(text, numbers.includes(i))))
  const bold = (rows[head ?? -1] ?? []).map((_, i) => [`${head},${i}`, { style: HEAD_STYLE }] as const)
  const letter = offers ? columnLetter(offers.column) : ''
  const range = `${letter}${(head ?? 0) + 2}:${letter}${rows.length}`
  return {
    name,
    rows: values,
    columns: widths.map((width, i) => ({ width, style: i === typedInto ? TYPED_STYLE : CELL_STYLE })),
    cells: new Map(bold),
    ...(head === null ? {} : { freezePane: { rows: head + 1 } }),
    ...(offers
      ? { dataValidations: [{ type: 'list' as const, values: [...offers.words], range, allowBlank: true }] }
      : {}),
  }
}

/**
 * Sheets as an Excel workbook: the one writer. Loaded when first needed.
 * Shape: text is text whatever it begins with, never a formula; its guard is that of a CSV file, for the day
 * somebody saves the sheet as one.
 */
export function toXlsx(title: string, sheets: readonly SheetPlan[], now: Date): Promise<Uint8Array> {
  const names = tabNames(sheets.map(({ name }) => name))
  return writeXlsx({
    sheets: sheets.map((sheet, i) => toSheet(sheet, names[i] ?? '')),
    defaultFont: FONT,
    properties: { title, created: now, modified: now },
  })
}
