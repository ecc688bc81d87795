import { type ChartFrame, type FrameRow, largestOf } from '../frame.ts'
import type { Look } from '../look.ts'
import { baseOption, line, type Mark, type MarkGroup, numberWidth, sceneSeries, text } from '../scene.ts'
import {
  breakLane,
  breakMarks,
  centredBox,
  isYearWritten,
  monthMarks,
  monthsLane,
  slotCentre,
  type Timeline,
} from '../timeline.ts'
import type { ChartWords } from '../wording.ts'
import { type Column, columnMarks, labelBox, labelledColumns } from './columnMarks.ts'
import type { EChartsKind } from './kind.ts'

const PLOT = 150
/** Of small charts with many years: together they must not fill a screen each. */
const LOW_PLOT = 88
const MANY_YEARS = 6
const HEAD = 30
const FOOT = 26
const NAME = 26
/** Small charts beside each other are at least this wide, however many years they show. Unit: px. */
const CELL = 200

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
  const least = Math.max(170, Math.min(frame.years.length * 44, look.px(CELL)))
  const most = Math.min(frame.rows.length, Math.max(1, Math.floor(width / least)))
  const lines = Math.ceil(frame.rows.length / most)
  // Many years use the width that an uneven last line would leave empty.
  const perLine = frame.years.length > MANY_YEARS ? Math.ceil(frame.rows.length / lines) : most
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

const plotOf = (frame: ChartFrame): number =>
  frame.rows.length > 1 && frame.years.length > MANY_YEARS ? LOW_PLOT : PLOT

const cellHeight = (frame: ChartFrame, look: Look): number =>
  look.px(plotOf(frame) + HEAD + FOOT) +
  breakLane(frame, look) +
  monthsLane(frame, look) +
  (frame.rows.length > 1 ? look.px(NAME) : 8)

function toColumns(timeline: Timeline, cell: Cell, base: number): readonly Column[] {
  const { frame, look, row, step } = timeline
  const columns = frame.years.map(
    (_, index): Column => ({
      timeline,
      index,
      base,
      max: cell.max,
      plot: look.px(plotOf(frame) - 20),
      width: Math.min(step * 0.66, look.px(56)),
      selected: index === frame.selected,
      label: null,
    }),
  )
  const labelled = labelledColumns(columns, row)
  return columns.map((column) =>
    labelled.has(column.index) ? { ...column, label: labelBox(column) } : column,
  )
}

function cellGroups(cell: Cell, frame: ChartFrame, look: Look, words: ChartWords): readonly MarkGroup[] {
  const top = cell.top + (frame.rows.length > 1 ? look.px(NAME) : 0)
  const base = top + breakLane(frame, look) + look.px(HEAD + plotOf(frame) - 20)
  const step = cell.width / frame.years.length
  const timeline: Timeline = { frame, row: cell.row, look, words, left: cell.left, step }
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
  const year = (column: Column) =>
    isYearWritten(timeline, column.index) ? [yearLabel(column, frame.years[column.index] ?? 0)] : []
  const columns = toColumns(timeline, cell, base).map(
    (column): MarkGroup => ({
      datum: { indicator: cell.row.indicator.id, year: frame.years[column.index] ?? 0 },
      marks: [...columnMarks(column), ...year(column)],
    }),
  )
  const around = [...breakMarks(timeline, top, base), ...monthMarks(timeline, base + look.px(FOOT + 8))]
  return [
    { datum: null, marks: frame.rows.length > 1 ? [name, axis] : [axis] },
    ...columns,
    ...(around.length > 0 ? [{ datum: null, marks: around }] : []),
  ]
}

function yearLabel({ timeline, index, base, selected }: Column, year: number): Mark {
  const { look } = timeline
  const y = base + look.px(16)
  const { x } = centredBox(timeline, slotCentre(timeline, index), numberWidth('0000', look.px(14)), y)
  return text(x, y, String(year), {
    size: look.px(14),
    font: look.fontNumber,
    weight: 600,
    align: 'center',
    fill: selected ? look.ink : look.ink2,
  })
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
