import { toFigureText } from '#domain/numbers/format.ts'
import type { KnownQuantity, Quantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { type ChartFrame, type FrameRow, largestOf } from '../frame.ts'
import type { Look } from '../look.ts'
import {
  baseOption,
  dashedBox,
  hatchedBox,
  line,
  type Mark,
  type MarkGroup,
  rect,
  sceneSeries,
  text,
  textWidth,
} from '../scene.ts'
import type { ChartWords } from '../wording.ts'
import type { EChartsKind } from './kind.ts'

const PLOT = 150
const HEAD = 30
const FOOT = 26
const BOX = 54
/** Columns beyond this many label only the first, last, largest and selected year. */
const LABEL_ALL = 6

/** One small chart: where it stands and what its scale is. */
interface Cell {
  readonly row: FrameRow
  readonly left: number
  readonly top: number
  readonly width: number
  /** Value that reaches the top of the plot. */
  readonly max: number
}

/** Small charts of one unit and kind share a scale; a lone row has its own. */
function toCells(frame: ChartFrame, look: Look, width: number): readonly Cell[] {
  const perLine = Math.min(
    frame.rows.length,
    Math.max(1, Math.floor(width / Math.max(170, frame.years.length * 44))),
  )
  const cellWidth = (width - (perLine - 1) * 20) / perLine
  const shared = sharesScale(frame) ? largestOf(frame.rows) : 0
  return frame.rows.map((row, i) => ({
    row,
    left: (i % perLine) * (cellWidth + 20),
    top: Math.floor(i / perLine) * cellHeight(frame, look),
    width: cellWidth,
    max: shared || largestOf([row]) || 1,
  }))
}

/** A shared scale would flatten 1 beside 370: only figures within a factor of 20 share one. */
function sharesScale(frame: ChartFrame): boolean {
  const tops = frame.rows.map((row) => largestOf([row])).filter((top) => top > 0)
  return tops.length > 1 && Math.max(...tops) <= 20 * Math.min(...tops)
}

const cellHeight = (frame: ChartFrame, look: Look): number =>
  look.px(PLOT + HEAD + FOOT) + (frame.rows.length > 1 ? look.px(26) : 8)

interface Column {
  readonly cell: Cell
  readonly look: Look
  readonly words: ChartWords
  readonly centre: number
  readonly width: number
  readonly base: number
  readonly year: Year
  readonly selected: boolean
  readonly labelled: boolean
}

function teeth(x: number, y: number, width: number, stroke: string): Mark {
  const points = Array.from({ length: 7 }, (_, k) => [x + (width * k) / 6, y - (k % 2 ? 9 : 2)])
  return { type: 'polyline', shape: { points }, style: { stroke, lineWidth: 2, fill: 'none' } }
}

function knownColumn(column: Column, quantity: KnownQuantity): readonly Mark[] {
  const { cell, look, centre, width, base, selected } = column
  const colour = look.chapter(cell.row.indicator.chapter)
  const height = Math.max(2, (quantity.value / cell.max) * look.px(PLOT - 20))
  const [x, top] = [centre - width / 2, base - height]
  const open = quantity.bound === 'at-least'
  const outline = { fill: 'none', stroke: colour, lineWidth: open ? 0 : 1.5 }
  const marks: Mark[] = [
    rect(x, top, width, height, { fill: colour, opacity: selected ? 1 : 0.38 }),
    rect(x + 0.75, top + 0.75, width - 1.5, Math.max(1, height - 1.5), outline),
  ]
  if (open) marks.push(teeth(x, top, width, colour))
  if (column.labelled) {
    const shown = toFigureText(quantity, cell.row.indicator.unit)
    const style = {
      font: look.fontNumber,
      weight: 600,
      align: 'center',
      vertical: 'bottom',
      fill: look.ink,
    } as const
    marks.push(
      text(centre, top - (open ? 12 : 5), shown.mark + shown.number, {
        ...style,
        size: look.px(selected ? 18 : 15),
      }),
    )
  }
  return marks
}

function missingColumn(column: Column, quantity: Quantity): readonly Mark[] {
  const { look, centre, width, base } = column
  if (quantity.kind !== 'missing') return []
  const small = { size: look.px(14), font: look.fontUi, align: 'center' } as const
  if (quantity.why === 'not-yet')
    return [text(centre, base - look.px(12), '·', { ...small, fill: look.ink3 })]
  const [x, top, height] = [centre - width / 2, base - look.px(BOX), look.px(BOX)]
  const word = column.words.missing[quantity.why]
  if (quantity.why === 'pending') {
    const fits = textWidth(word, look.px(14)) + 6 <= width
    const lines = fits ? [word] : [word.slice(0, 1), word.slice(1)]
    const at = (i: number): number => base - look.px(BOX) / 2 + (i - (lines.length - 1) / 2) * look.px(18)
    return [
      dashedBox(x, top, width, height, look),
      ...lines.map((part, i) => text(centre, at(i), part, { ...small, fill: look.ink3 })),
    ]
  }
  return [
    ...hatchedBox(x, top, width, height, look),
    text(centre, top - look.px(5), word, { ...small, vertical: 'bottom', fill: look.ink2 }),
  ]
}

/** With many columns only the first, last, largest and selected year carry their number. */
function isLabelled(frame: ChartFrame, row: FrameRow, index: number): boolean {
  if (frame.years.length <= LABEL_ALL || index === frame.selected) return true
  const known = row.values.flatMap((q, i) => (q.kind === 'known' ? [{ i, value: q.value }] : []))
  const largest = known.reduce((best, q) => (q.value > best.value ? q : best), { i: -1, value: -1 })
  return index === known[0]?.i || index === known[known.length - 1]?.i || index === largest.i
}

function yearLabel(column: Column): Mark {
  const { look } = column
  return text(column.centre, column.base + look.px(16), String(column.year), {
    size: look.px(14),
    font: look.fontNumber,
    weight: 600,
    align: 'center',
    fill: column.selected ? look.ink : look.ink2,
  })
}

function cellGroups(cell: Cell, frame: ChartFrame, look: Look, words: ChartWords): readonly MarkGroup[] {
  const head = frame.rows.length > 1 ? look.px(26) : 0
  const base = cell.top + head + look.px(HEAD + PLOT - 20)
  const step = cell.width / frame.years.length
  const width = Math.min(step * 0.66, look.px(56))
  const name = text(cell.left, cell.top + look.px(10), cell.row.label, {
    size: look.px(15),
    fill: look.ink,
    font: look.fontUi,
    weight: 500,
  })
  const axis = line(cell.left, base + 0.5, cell.left + cell.width, base + 0.5, {
    stroke: look.lineStrong,
    lineWidth: 1,
  })
  const columns = frame.years.map((year, i): MarkGroup => {
    const quantity = cell.row.values[i] ?? { kind: 'missing', why: 'pending' }
    const column: Column = {
      cell,
      look,
      words,
      year,
      base,
      width,
      centre: cell.left + step * (i + 0.5),
      selected: i === frame.selected,
      labelled: isLabelled(frame, cell.row, i),
    }
    const marks = quantity.kind === 'known' ? knownColumn(column, quantity) : missingColumn(column, quantity)
    return { datum: { indicator: cell.row.indicator.id, year }, marks: [...marks, yearLabel(column)] }
  })
  return [{ datum: null, marks: frame.rows.length > 1 ? [name, axis] : [axis] }, ...columns]
}

/** K7: heights from 0 over all years, empty ones included; several rows become small charts. */
export const yearColumns: EChartsKind = {
  draws: 'echarts',
  height: (frame, look, width) => {
    const cells = toCells(frame, look, width)
    return (cells[cells.length - 1]?.top ?? 0) + cellHeight(frame, look)
  },
  option: (frame, look, words, { width }) => ({
    ...baseOption(look),
    series: [
      sceneSeries(toCells(frame, look, width).flatMap((cell) => cellGroups(cell, frame, look, words))),
    ],
  }),
}
