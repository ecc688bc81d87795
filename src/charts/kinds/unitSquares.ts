import { toFigureText } from '#domain/numbers/format.ts'
import type { Quantity } from '#domain/quantity.ts'
import { type ChartFrame, currentOf, type FrameRow, isPartYear } from '../frame.ts'
import type { Look } from '../look.ts'
import {
  baseOption,
  dashedBox,
  figure,
  hatchedBox,
  type Mark,
  type MarkGroup,
  numberWidth,
  sceneSeries,
  text,
  textWidth,
} from '../scene.ts'
import type { ChartWords } from '../wording.ts'
import type { EChartsKind } from './kind.ts'
import { isOpen, openEnd } from './rows.ts'

/** More squares than this are no longer countable; the number alone is drawn. */
const MOST_SQUARES = 400
const ROW_GAP = 12
/** Longest line of squares. */
const MOST_COLUMNS = 37
/** A block of more lines than this carries its number under the label, set larger. */
const MOST_LINES_BESIDE = 3
/** A line of squares with a number beside it. */
const LINE = 30

/** Teeth behind the last square of a lower bound. Unit: px. */
const TEETH = 12

interface RowBox {
  readonly row: FrameRow
  readonly quantity: Quantity
  readonly top: number
  readonly height: number
  readonly columns: number
  readonly lines: number
  /** The number stands with the label: there is no room beside the squares, or they fill a block. */
  readonly numberAtLabel: boolean
}

interface Layout {
  /** Labels stand above their squares because the card is narrow. */
  readonly stacked: boolean
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

/** Unit: px. Height of the label, its second line, and the number where that stands with them. */
function labelHeight(row: FrameRow, look: Look, stacked: boolean, numberAtLabel: boolean): number {
  const words = look.px(row.sub ? 42 : 24)
  return words + (numberAtLabel && !stacked ? look.px(40) : 0)
}

/** Unit: px. Room a number and its unit take beside the last square. */
function besideWidth(quantity: Quantity, unit: string, look: Look): number {
  if (quantity.kind === 'missing') return 0
  const shown = toFigureText(quantity, unit)
  const teeth = isOpen(quantity) ? TEETH : 0
  return (
    teeth + 10 + numberWidth(shown.mark + shown.number, look.px(22)) + 4 + textWidth(shown.unit, look.px(15))
  )
}

type Space = Pick<Layout, 'stacked' | 'left' | 'cell'> & { readonly width: number; readonly columns: number }

function toBox(row: FrameRow, quantity: Quantity, top: number, space: Space, look: Look): RowBox {
  const squares = squaresOf(quantity)
  const lines = Math.max(1, Math.ceil(squares / space.columns))
  const last = Math.min(squares, space.columns)
  const end = space.left + last * space.cell + besideWidth(quantity, row.indicator.unit, look)
  const numberAtLabel = lines > MOST_LINES_BESIDE || end > space.width
  const label = labelHeight(row, look, space.stacked, numberAtLabel)
  const block = lines * space.cell
  const height = space.stacked ? label + Math.max(block, look.px(LINE)) : Math.max(block, label)
  return { row, quantity, top, height, columns: space.columns, lines, numberAtLabel }
}

/** Squares as large as the longest row allows, so that all rows of the chart count alike. */
function spaceFor(frame: ChartFrame, look: Look, width: number): Space {
  const labels = frame.rows.map((row) =>
    Math.max(textWidth(row.label, look.px(15)), textWidth(row.sub, look.px(14))),
  )
  const labelWidth = Math.ceil(Math.max(0, ...labels)) + 18
  const stacked = labelWidth > width * 0.42
  const left = stacked ? 0 : labelWidth
  const most = Math.max(1, ...frame.rows.map((row) => squaresOf(currentOf(frame, row))))
  // Short rows keep room for the number beside them; rows that must wrap anyway use the whole width.
  const wraps = most > 60
  const room = width - left - (wraps ? 2 : look.px(74))
  const longest = most > 26 ? Math.ceil(most / 2) : Math.max(most, 14)
  const widestLine = wraps ? MOST_COLUMNS : Math.min(MOST_COLUMNS, longest)
  const cell = Math.min(look.px(18), Math.max(9, room / widestLine))
  const columns = Math.max(1, Math.min(widestLine, Math.floor((room + 0.5) / cell)))
  return { stacked, left, cell, width, columns }
}

function layoutOf(frame: ChartFrame, look: Look, width: number): Layout {
  const space = spaceFor(frame, look, width)
  let top = 4
  const boxes = frame.rows.map((row): RowBox => {
    const box = toBox(row, currentOf(frame, row), top, space, look)
    top += box.height + look.px(ROW_GAP)
    return box
  })
  return { ...space, boxes, height: top - look.px(ROW_GAP) + 6 }
}

/** Unit: px. Where the squares of a row begin, and the middle of a single line of them. */
function squaresTop(box: RowBox, layout: Layout, look: Look): number {
  if (layout.stacked) {
    const spare = box.lines > 1 ? 0 : Math.max(0, look.px(LINE) - layout.cell) / 2
    return box.top + labelHeight(box.row, look, true, false) + spare
  }
  return box.lines > 1 ? box.top : box.top + (box.height - layout.cell) / 2
}

/** A missing figure: one square, dashed or hatched, with its word. */
function missingMarks(box: RowBox, layout: Layout, look: Look, words: ChartWords): readonly Mark[] {
  if (box.quantity.kind !== 'missing') return []
  const size = look.px(18)
  const y = squaresTop(box, layout, look) + layout.cell / 2
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

/** Teeth behind the last square: there are more than are drawn. */
function openMarks(box: RowBox, layout: Layout, look: Look): readonly Mark[] {
  const squares = squaresOf(box.quantity)
  if (!isOpen(box.quantity) || squares === 0) return []
  const last = squares - 1
  const x = layout.left + ((last % box.columns) + 1) * layout.cell
  const y = squaresTop(box, layout, look) + (Math.floor(last / box.columns) + 0.41) * layout.cell
  return [openEnd(x, y, layout.cell * 0.82, look.chapter(box.row.indicator.chapter))]
}

function squareMarks(box: RowBox, layout: Layout, look: Look, hollow: boolean): readonly Mark[] {
  const squares = squaresOf(box.quantity)
  if (squares === 0) return []
  const side = layout.cell * 0.82
  const top = squaresTop(box, layout, look)
  // One path for all squares of a row: hundreds of elements of their own cost as many in layout and paint.
  const pathData = Array.from({ length: squares }, (_, k) => {
    const x = layout.left + (k % box.columns) * layout.cell
    const y = top + Math.floor(k / box.columns) * layout.cell
    return `M${round(x)} ${round(y)}h${round(side)}v${round(side)}h${round(-side)}z`
  }).join('')
  const colour = look.chapter(box.row.indicator.chapter)
  const style = hollow ? { fill: 'none', stroke: colour, lineWidth: 1.5 } : { fill: colour }
  return [{ type: 'path', shape: { pathData }, style }, ...openMarks(box, layout, look)]
}

/** The number beside the last square; with the label where that has no room or the squares are a block. */
function numberMarks(box: RowBox, layout: Layout, look: Look): readonly Mark[] {
  if (box.quantity.kind !== 'known') return []
  const shown = toFigureText(box.quantity, box.row.indicator.unit)
  const number = shown.mark + shown.number
  const size = look.px(box.lines > MOST_LINES_BESIDE && !layout.stacked ? 30 : 22)
  if (box.numberAtLabel && layout.stacked) {
    const x = textWidth(box.row.label, look.px(15)) + 12
    return figure(x, box.top + look.px(10), number, shown.unit, look, size)
  }
  if (box.numberAtLabel) {
    const top = box.top + look.px(box.row.sub ? 42 : 24)
    return figure(0, top + size / 2, number, shown.unit, look, size)
  }
  const last = Math.min(squaresOf(box.quantity), box.columns)
  const teeth = isOpen(box.quantity) && box.lines === 1 && last > 0 ? TEETH : 0
  const x = layout.left + last * layout.cell + (last > 0 ? 10 : 0) + teeth
  const first = squaresTop(box, layout, look) + (Math.max(1, box.lines) * layout.cell) / 2
  return figure(x, first, number, shown.unit, look, size)
}

function labelMarks(box: RowBox, layout: Layout, look: Look): readonly Mark[] {
  const style = { size: look.px(15), fill: look.ink, font: look.fontUi, weight: 500 }
  const atTop = layout.stacked || box.numberAtLabel
  const y = atTop ? box.top + look.px(10) : box.top + box.height / 2 - (box.row.sub ? look.px(10) : 0)
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
          : squareMarks(box, layout, look, isPartYear(box.row, frame.selected))
      const datum = { indicator: box.row.indicator.id, year: frame.years[frame.selected] ?? 0 }
      return { datum, marks: [...labelMarks(box, layout, look), ...shape, ...numberMarks(box, layout, look)] }
    })
    return { ...baseOption(look), series: [sceneSeries(groups)] }
  },
}
