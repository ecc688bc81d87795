import { toFigureText } from '#domain/numbers/format.ts'
import type { KnownQuantity, Quantity } from '#domain/quantity.ts'
import { type ChartFrame, currentOf, type FrameRow, isPartYear } from '../frame.ts'
import type { Look } from '../look.ts'
import { dashedBox, hatchedBox, type Mark, plainText, text, textWidth } from '../scene.ts'
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

/** Known value of the selected year, or `'-'`, ECharts' word for nothing: no bar, no 0. */
export const barValue = (frame: ChartFrame, row: FrameRow): number | '-' => {
  const quantity = currentOf(frame, row)
  return quantity.kind === 'known' ? quantity.value : '-'
}

/** Fill and outline of a row's bar; some months of a year are hollow. */
export const barStyle = (frame: ChartFrame, row: FrameRow, look: Look): Record<string, unknown> => {
  const colour = look.chapter(row.indicator.chapter)
  return isPartYear(row, frame.selected)
    ? { color: 'transparent', borderColor: colour, borderWidth: 2 }
    : { color: colour }
}

/** Number and unit of a known figure in ECharts' rich text; empty for a missing one. */
export function richFigure(quantity: Quantity, unit: string): string {
  if (quantity.kind !== 'known') return ''
  const shown = toFigureText(quantity, unit)
  const gap = shown.unit === '%' || shown.unit === '' ? '' : ' '
  return `{v|${shown.mark}${shown.number}}{u|${gap}${plainText(shown.unit)}}`
}

/** Rich text styles for `richFigure`. */
export const figureStyles = (look: Look, size: number): Record<string, unknown> => ({
  v: { fontFamily: look.fontNumber, fontWeight: 600, fontSize: look.px(size), color: look.ink },
  u: { fontSize: look.px(15), color: look.ink2 },
})

/** Category axis that names the rows, first row on top. */
export const rowAxis = (frame: ChartFrame, look: Look, layout: RowLayout): Record<string, unknown> => ({
  type: 'category',
  inverse: true,
  data: frame.rows.map((row) => row.label),
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: {
    margin: layout.stacked ? 0 : layout.labelWidth - 2,
    align: 'left',
    interval: 0,
    ...(layout.stacked ? { inside: true, verticalAlign: 'bottom', padding: [0, 0, look.px(9), 0] } : {}),
    formatter: (_: string, index: number) => {
      const row = frame.rows[index]
      const sub = row?.sub ? `\n{s|${plainText(row.sub)}}` : ''
      return `{l|${plainText(row?.label ?? '')}}${sub}`
    },
    rich: {
      l: { fontSize: look.px(15), lineHeight: look.px(21), color: look.ink, fontWeight: 500 },
      s: { fontSize: look.px(14), lineHeight: look.px(19), color: look.ink2 },
    },
  },
})

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

export interface CoordApi {
  readonly coord: (point: readonly [number, number]) => [number, number]
}

/** The open end of a row's bar, where its figure is a lower bound. */
export function barEnd(
  frame: ChartFrame,
  row: FrameRow,
  index: number,
  api: CoordApi,
  height: number,
  look: Look,
): readonly Mark[] {
  const quantity = currentOf(frame, row)
  if (!isOpen(quantity)) return []
  const [x, y] = api.coord([quantity.value, index])
  return [openEnd(x, y, height, look.chapter(row.indicator.chapter))]
}

export const isOpen = (quantity: Quantity): quantity is KnownQuantity =>
  quantity.kind === 'known' && quantity.bound === 'at-least'
