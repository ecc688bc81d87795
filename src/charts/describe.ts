import { toFigureLine } from '#domain/numbers/format.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { ChartFrame, FrameRow } from './frame.ts'
import type { ChartWords } from './wording.ts'

const say = (quantity: Quantity | undefined, unit: string, words: ChartWords): string =>
  quantity?.kind === 'known' ? toFigureLine(quantity, unit) : words.missing[quantity?.why ?? 'pending']

function sayRow(row: FrameRow, frame: ChartFrame, words: ChartWords): string {
  if (!frame.many) return `${row.label}${say(row.values[frame.selected], row.indicator.unit, words)}`
  const years = frame.years.map(
    (year, i) => `${words.yearOf(year)}${say(row.values[i], row.indicator.unit, words)}`,
  )
  return `${row.label}：${years.join('，')}`
}

/** What a screen reader says of a chart: every row with its figure, or with why there is none. */
export function describeFrame(frame: ChartFrame, words: ChartWords): string {
  const rows = frame.rows.map((row) => sayRow(row, frame, words)).join('；')
  const year = frame.years[frame.selected]
  return frame.many || year === undefined ? `${rows}。` : `${words.yearOf(year)}：${rows}。`
}
