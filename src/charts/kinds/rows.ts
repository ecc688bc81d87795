import type { KnownQuantity, Quantity } from '#domain/quantity.ts'
import { type ChartFrame, type FrameRow, isPartYear } from '../frame.ts'
import type { Look } from '../look.ts'
import { type Datum, dashedBox, hatchedBox, type Mark, rect, text, textWidth } from '../scene.ts'
import type { ChartWords } from '../wording.ts'

/** How a chart of labelled rows divides its width. */
export interface RowLayout {
  /** Labels stand above their bar because the card is narrow. */
  readonly stacked: boolean
  /** Unit: px. */
  readonly labelWidth: number
}

/** Labels get a column of their own where that leaves the bars at least half of the width. */
export function rowLayout(frame: ChartFrame, look: Look, width: number): RowLayout {
  const widest = Math.max(
    0,
    ...frame.rows.map((row) => Math.max(textWidth(row.label, look.px(15)), textWidth(row.sub, look.px(14)))),
  )
  const labelWidth = Math.ceil(widest) + 18
  return labelWidth > width * 0.42 ? { stacked: true, labelWidth: 2 } : { stacked: false, labelWidth }
}

/** Unit: px. Room for two lines of label beside the bar, or for label and bar above each other. */
export const rowHeight = (frame: ChartFrame, look: Look, { stacked }: RowLayout): number => {
  const hasSub = frame.rows.some((row) => row.sub !== '')
  if (stacked) return look.px(hasSub ? 66 : 48)
  return look.px(hasSub ? 46 : 36)
}

/** Where the rows of a chart stand. Unit: px. */
export interface RowGrid {
  readonly layout: RowLayout
  /** Start of the bars. */
  readonly left: number
  /** Length of the longest bar. */
  readonly room: number
  readonly top: number
  /** From one row to the next. */
  readonly step: number
}

/** Unit: px. Middle of a row's bar. */
export const rowMiddle = ({ top, step }: RowGrid, index: number): number => top + step * (index + 0.5)

/** What the row's marks stand for. */
export const rowDatum = (frame: ChartFrame, row: FrameRow): Datum => ({
  indicator: row.indicator.id,
  year: frame.years[frame.selected] ?? 0,
})

/** The row's name with its second line: beside the bar, or above it where the card is narrow. Unit: px. */
export function rowName(row: FrameRow, { layout }: RowGrid, y: number, look: Look): readonly Mark[] {
  const [line, subLine] = [look.px(21), row.sub === '' ? 0 : look.px(19)]
  const top = layout.stacked ? y - look.px(9) - line - subLine : y - (line + subLine) / 2
  const name = { size: look.px(15), fill: look.ink, font: look.fontUi, weight: 500 }
  const sub = { size: look.px(14), fill: look.ink2, font: look.fontUi }
  return [
    text(2, top + line / 2, row.label, name),
    ...(row.sub === '' ? [] : [text(2, top + line + subLine / 2, row.sub, sub)]),
  ]
}

/** A bar from the start of the row, `y` its middle; some months of a year are hollow. Unit: px. */
export function rowBar(
  frame: ChartFrame,
  row: FrameRow,
  box: { readonly x: number; readonly y: number; readonly length: number; readonly height: number },
  look: Look,
): Mark {
  const colour = look.chapter(row.indicator.chapter)
  const { x, length, height } = box
  const top = box.y - height / 2
  if (!isPartYear(row, frame.selected)) return rect(x, top, length, height, { fill: colour })
  const lineWidth = Math.min(2, length)
  const style = { fill: 'transparent', stroke: colour, lineWidth }
  return rect(x + lineWidth / 2, top + lineWidth / 2, length - lineWidth, height - lineWidth, style)
}

/** A stub of fixed size with its word: the year is not entered, or the report is silent. Off the scale. */
export function missingStub(
  quantity: Quantity,
  x: number,
  y: number,
  look: Look,
  words: ChartWords,
): readonly Mark[] {
  if (quantity.kind !== 'missing') return []
  const width = look.px(54)
  const height = look.px(22)
  const top = y - height / 2
  const box =
    quantity.why === 'not-published'
      ? hatchedBox(x, top, width, height, look)
      : [dashedBox(x, top, width, height, look)]
  const word = text(x + width + 8, y, words.missing[quantity.why], {
    size: look.px(14),
    fill: look.ink2,
    font: look.fontUi,
  })
  return [...box, word]
}

/** Teeth across the open end of a bar that runs to the right: the true value lies beyond. */
export function openEnd(x: number, y: number, height: number, stroke: string): Mark {
  const points = Array.from({ length: 7 }, (_, i) => [x + (i % 2 ? 7 : 1), y - height / 2 + (height * i) / 6])
  return { type: 'polyline', shape: { points }, style: { stroke, lineWidth: 2, fill: 'none' } }
}

export const isOpen = (quantity: Quantity): quantity is KnownQuantity =>
  quantity.kind === 'known' && quantity.bound === 'at-least'
