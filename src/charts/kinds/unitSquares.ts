import { toFigureText } from '#domain/numbers/format.ts'
import type { Quantity } from '#domain/quantity.ts'
import { type ChartFrame, currentOf, type FrameRow } from '../frame.ts'
import type { Look } from '../look.ts'
import {
  baseOption,
  dashedBox,
  figure,
  hatchedBox,
  type Mark,
  type MarkGroup,
  sceneSeries,
  text,
  textWidth,
} from '../scene.ts'
import type { ChartWords } from '../wording.ts'
import type { EChartsKind } from './kind.ts'

/** More squares than this are no longer countable; the number alone is drawn. */
const MOST_SQUARES = 400
const ROW_GAP = 12
/** Longest line of squares. */
const MOST_COLUMNS = 37

interface RowBox {
  readonly row: FrameRow
  readonly quantity: Quantity
  readonly top: number
  readonly height: number
  readonly columns: number
  readonly lines: number
}

interface Layout {
  readonly left: number
  readonly cell: number
  readonly boxes: readonly RowBox[]
  readonly height: number
}

/** Squares to draw. Missing: 0 for a figure that is no countable whole number. */
const squaresOf = (quantity: Quantity): number =>
  quantity.kind === 'known' && Number.isInteger(quantity.value) && quantity.value <= MOST_SQUARES
    ? quantity.value
    : 0

function layoutOf(frame: ChartFrame, look: Look, width: number): Layout {
  const labels = frame.rows.map((row) =>
    Math.max(textWidth(row.label, look.px(15)), textWidth(row.sub, look.px(14))),
  )
  const left = Math.min(Math.ceil(Math.max(0, ...labels)) + 18, Math.round(width * 0.4))
  const most = Math.max(1, ...frame.rows.map((row) => squaresOf(currentOf(frame, row))))
  // Short rows keep room for the number beside them; only rows that must wrap use the whole width.
  const wraps = most > 60
  const room = width - left - (wraps ? 2 : look.px(74))
  const widestLine = Math.min(
    MOST_COLUMNS,
    wraps ? MOST_COLUMNS : Math.max(most > 26 ? Math.ceil(most / 2) : most, 14),
  )
  const cell = Math.min(look.px(18), Math.max(9, room / widestLine))
  const columns = Math.max(1, Math.floor((room + 0.5) / cell))
  let top = 4
  const boxes = frame.rows.map((row): RowBox => {
    const quantity = currentOf(frame, row)
    const squares = squaresOf(quantity)
    const perLine = Math.min(columns, squares > columns ? Math.min(columns, widestLine) : columns)
    const lines = Math.max(1, Math.ceil(squares / perLine))
    const height = Math.max(lines * cell, look.px(row.sub || lines > 3 ? 42 : 26))
    const box = { row, quantity, top, height, columns: perLine, lines }
    top += height + look.px(ROW_GAP)
    return box
  })
  return { left, cell, boxes, height: top - look.px(ROW_GAP) + 6 }
}

/** A missing figure: one square, dashed or hatched, with its word. */
function missingMarks(box: RowBox, layout: Layout, look: Look, words: ChartWords): readonly Mark[] {
  if (box.quantity.kind !== 'missing') return []
  const size = look.px(18)
  const y = box.top + box.height / 2
  const square =
    box.quantity.why === 'not-published'
      ? hatchedBox(layout.left, y - size / 2, size, size, look)
      : [dashedBox(layout.left, y - size / 2, size, size, look)]
  const word = text(layout.left + size + 8, y, words.missing[box.quantity.why], {
    size: look.px(14),
    fill: look.ink2,
    font: look.fontUi,
  })
  return [...square, word]
}

const round = (px: number): number => Math.round(px * 100) / 100

function squareMarks(box: RowBox, layout: Layout, look: Look): readonly Mark[] {
  const squares = squaresOf(box.quantity)
  const side = layout.cell * 0.82
  const top = box.lines > 1 ? box.top : box.top + (box.height - layout.cell) / 2
  if (squares === 0) return []
  // One path for all squares of a row: hundreds of elements of their own cost as many in layout and paint.
  const pathData = Array.from({ length: squares }, (_, k) => {
    const x = layout.left + (k % box.columns) * layout.cell
    const y = top + Math.floor(k / box.columns) * layout.cell
    return `M${round(x)} ${round(y)}h${round(side)}v${round(side)}h${round(-side)}z`
  }).join('')
  return [{ type: 'path', shape: { pathData }, style: { fill: look.chapter(box.row.indicator.chapter) } }]
}

/** A block of many lines has its number under the label, a short row beside its last square. */
function numberMarks(box: RowBox, layout: Layout, look: Look): readonly Mark[] {
  if (box.quantity.kind !== 'known') return []
  const shown = toFigureText(box.quantity, box.row.indicator.unit)
  const number = shown.mark + shown.number
  if (box.lines > 3) {
    const size = look.px(30)
    const top = box.top + look.px(box.row.sub ? 42 : 22)
    return figure(0, top + size / 2, number, shown.unit, look, size)
  }
  const last = Math.min(squaresOf(box.quantity), box.columns)
  const x = layout.left + last * layout.cell + (last > 0 ? 10 : 0)
  return figure(x, box.top + box.height / 2, number, shown.unit, look, look.px(22))
}

function labelMarks(box: RowBox, look: Look): readonly Mark[] {
  const style = { size: look.px(15), fill: look.ink, font: look.fontUi, weight: 500 }
  const tall = box.lines > 3
  const y = tall ? box.top + look.px(10) : box.top + box.height / 2 - (box.row.sub ? look.px(10) : 0)
  const label = text(0, y, box.row.label, style)
  if (box.row.sub === '') return [label]
  const sub = { size: look.px(14), fill: look.ink2, font: look.fontUi }
  return [label, text(0, y + look.px(20), box.row.sub, sub)]
}

/** K5: one square stands for one body or item; only squares of the selected year are drawn. */
export const unitSquares: EChartsKind = {
  draws: 'echarts',
  height: (frame, look, width) => layoutOf(frame, look, width).height,
  option: (frame, look, words, { width }) => {
    const layout = layoutOf(frame, look, width)
    const groups = layout.boxes.map((box): MarkGroup => {
      const shape =
        box.quantity.kind === 'missing'
          ? missingMarks(box, layout, look, words)
          : squareMarks(box, layout, look)
      const datum = { indicator: box.row.indicator.id, year: frame.years[frame.selected] ?? 0 }
      return { datum, marks: [...labelMarks(box, look), ...shape, ...numberMarks(box, layout, look)] }
    })
    return { ...baseOption(look), series: [sceneSeries(groups)] }
  },
}
