import { toFigureText } from '#domain/numbers/format.ts'
import { type ChartFrame, currentOf, type FrameRow, largestOf } from '../frame.ts'
import type { Look } from '../look.ts'
import { baseOption, figure, type Mark, sceneSeries } from '../scene.ts'
import type { ChartWords } from '../wording.ts'
import type { EChartsKind } from './kind.ts'
import {
  isOpen,
  missingStub,
  openEnd,
  type RowGrid,
  rowBar,
  rowDatum,
  rowHeight,
  rowLayout,
  rowMiddle,
  rowName,
} from './rows.ts'

const BAR = 20
const FOOT = 2
/** Room for the number behind the longest bar. */
const NUMBER = 96

function toGrid(frame: ChartFrame, look: Look, width: number, height: number): RowGrid {
  const layout = rowLayout(frame, look, width)
  const left = layout.labelWidth
  const top = layout.stacked ? look.px(14) : 2
  const step = (height - top - FOOT) / frame.rows.length
  return { layout, left, room: width - left - look.px(NUMBER), top, step }
}

/** The row's bar with its number, or the stub that says why there is none. */
function barMarks(
  frame: ChartFrame,
  row: FrameRow,
  grid: RowGrid,
  y: number,
  look: Look,
  words: ChartWords,
): readonly Mark[] {
  const quantity = currentOf(frame, row)
  if (quantity.kind === 'missing') return missingStub(quantity, grid.left, y, look, words)
  const length = (quantity.value / (largestOf(frame.rows) || 1)) * grid.room
  const end = grid.left + length
  const height = look.px(BAR)
  const shown = toFigureText(quantity, row.indicator.unit)
  return [
    rowBar(frame, row, { x: grid.left, y, length, height }, look),
    ...(isOpen(quantity) ? [openEnd(end, y, height, look.chapter(row.indicator.chapter))] : []),
    ...figure(end + 10, y, shown.mark + shown.number, shown.unit, look, look.px(20)),
  ]
}

/** K2: lengths from 0 for counts of one unit that may stand side by side. One year; many years become columns. */
export const sameUnitBars: EChartsKind = {
  draws: 'echarts',
  height: (frame, look, width) =>
    frame.rows.length * rowHeight(frame, look, rowLayout(frame, look, width)) + 4,
  option: (frame, look, words, { width, height }) => {
    const grid = toGrid(frame, look, width, height)
    const groups = frame.rows.map((row, i) => {
      const y = rowMiddle(grid, i)
      const bar = barMarks(frame, row, grid, y, look, words)
      return { datum: rowDatum(frame, row), marks: [...rowName(row, grid, y, look), ...bar] }
    })
    return { ...baseOption(look), series: [sceneSeries(groups)] }
  },
}
