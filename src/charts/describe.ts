import { toPeriodText } from '#domain/note.ts'
import { toFigureLine } from '#domain/numbers/format.ts'
import { type ChartFrame, type FrameRow, isPartYear, markAt } from './frame.ts'
import type { ChartWords } from './wording.ts'

/** A figure or the word for its absence; behind it the months it covers and what changed in its scope. */
function say(row: FrameRow, index: number, words: ChartWords): string {
  const quantity = row.values[index]
  const { period, scopeChange } = markAt(row, index)
  const figure =
    quantity?.kind === 'known'
      ? toFigureLine(quantity, row.indicator.unit)
      : words.missing[quantity?.why ?? 'pending']
  const remarks = [
    ...(period && isPartYear(row, index) ? [toPeriodText(period)] : []),
    ...(scopeChange === null ? [] : [words.scopeChange(scopeChange)]),
  ]
  return remarks.length > 0 ? `${figure}（${remarks.join('，')}）` : figure
}

function sayRow(row: FrameRow, frame: ChartFrame, words: ChartWords): string {
  if (!frame.many) return `${row.label}${say(row, frame.selected, words)}`
  const years = frame.years.map((year, i) => `${words.yearOf(year)}${say(row, i, words)}`)
  return `${row.label}：${years.join('，')}`
}

/** What a screen reader says of a chart: every row with its figure, or with why there is none. */
export function describeFrame(frame: ChartFrame, words: ChartWords): string {
  const rows = frame.rows.map((row) => sayRow(row, frame, words)).join('；')
  const year = frame.years[frame.selected]
  return frame.many || year === undefined ? `${rows}。` : `${words.yearOf(year)}：${rows}。`
}
