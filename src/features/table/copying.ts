import { toFigureText } from '#domain/numbers/format.ts'
import { toPrintedPunctuation } from '#domain/report.ts'
import type { Year } from '#domain/year.ts'
import { changeWords } from '#ui/changeWords.ts'
import { tableWords } from '#ui/tableWords.ts'
import { directionWords, missingWords } from '#ui/words.ts'
import { type Changes, cellAt, type TableCell, type TableRow } from './rows.ts'

/** The number as the table shows it, without the unit of its column. */
function cellText(cell: TableCell | null, unit: string): string {
  if (!cell) return ''
  const { quantity } = cell
  if (quantity.kind === 'missing') return missingWords[quantity.why]
  const text = toFigureText(quantity, unit)
  return text.mark + text.number + (text.unit === unit && unit !== '%' ? '' : text.unit)
}

/** A tab or a line end inside a cell would begin another one. */
const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')

/** The rows shown, as text a spreadsheet takes when it is pasted: cells parted by tabs, one line a row. */
export function toTabText(
  rows: readonly TableRow[],
  changes: Changes,
  year: Year,
  years: readonly Year[],
  openYears: readonly Year[],
): string {
  const head = [
    tableWords.name,
    tableWords.unit,
    tableWords.chapter,
    ...years.map((y) => tableWords.yearHead(y, openYears.includes(y))),
    tableWords.change,
    tableWords.direction,
    tableWords.quote,
  ]
  const lines = rows.map((row) => {
    const { indicator, chapter } = row
    const change = changes.get(indicator.id)
    return [
      indicator.name,
      indicator.unit,
      chapter?.short ?? '',
      ...years.map((y) => cellText(cellAt(row, y), indicator.unit)),
      change ? changeWords(change, indicator) : '',
      directionWords[indicator.direction],
      toPrintedPunctuation(cellAt(row, year)?.observation?.quote ?? ''),
    ]
  })
  return [head, ...lines].map((cells) => cells.map(oneLine).join('\t')).join('\n')
}
