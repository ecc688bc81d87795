import { type ChartFrame, currentOf } from '../frame.ts'
import type { Look } from '../look.ts'
import { baseOption, type MarkGroup, sceneSeries, text, textWidth } from '../scene.ts'
import { breakLane, breakMarks, monthMarks, monthsLane } from '../timeline.ts'
import type { ChartWords } from '../wording.ts'
import type { EChartsKind } from './kind.ts'
import { axisMarks, axisOf } from './lineAxis.ts'
import { type Grid, labelPlaces, type RowContext } from './lineLabels.ts'
import { lineMarks, yearMarks } from './lineMarks.ts'

const HEIGHT = 220
/** Of small charts with many years. */
const LOW_HEIGHT = 168
const MANY_YEARS = 6
const HEAD = 26

const heightOf = (frame: ChartFrame, look: Look): number =>
  look.px(frame.rows.length > 1 && frame.years.length > MANY_YEARS ? LOW_HEIGHT : HEIGHT)

/** Unit: px. Room for the ticks of all small charts, so that they stand under each other. */
function axisRoom(frame: ChartFrame, look: Look, words: ChartWords): number {
  const ticks = frame.rows.flatMap((row) => {
    const { inverse, max } = axisOf(row)
    return inverse ? [words.place(Math.floor(max))] : []
  })
  return Math.max(look.px(48), ...ticks.map((tick) => textWidth(tick, look.px(14)) + 12))
}

function toGrids(frame: ChartFrame, look: Look, width: number, room: number): readonly Grid[] {
  const perLine = frame.rows.length > 1 && width >= 560 ? 2 : 1
  const outer = (width - (perLine - 1) * 24) / perLine
  const head = frame.rows.length > 1 ? look.px(HEAD) : 0
  const lane = breakLane(frame, look)
  const line = heightOf(frame, look) + head + lane + monthsLane(frame, look)
  return frame.rows.map((_, i) => ({
    left: (i % perLine) * (outer + 24) + room,
    top: Math.floor(i / perLine) * line + head + lane + look.px(30),
    width: outer - room - 16,
    height: heightOf(frame, look) - look.px(62),
  }))
}

/** One row's small chart. The words of points lie over what stands beside them, so points come last. */
function rowGroups(context: RowContext, room: number): readonly MarkGroup[] {
  const { frame, row, look, grid } = context
  const [lane, foot] = [breakLane(frame, look), grid.top + grid.height]
  const name = text(grid.left - room, grid.top - look.px(44) - lane, row.label, {
    size: look.px(15),
    fill: look.ink,
    font: look.fontUi,
    weight: 500,
  })
  const around = [
    ...axisMarks(context),
    ...(frame.rows.length > 1 ? [name] : []),
    ...breakMarks(context, grid.top - look.px(30) - lane, foot),
    ...monthMarks(context, foot + look.px(34)),
    ...lineMarks(context),
  ]
  const years = frame.years.map(
    (year, i): MarkGroup => ({ datum: { indicator: row.indicator.id, year }, marks: yearMarks(context, i) }),
  )
  const isMissing = (_: MarkGroup, i: number): boolean => row.values[i]?.kind !== 'known'
  return [
    { datum: null, marks: around.map((mark) => ({ ...mark, silent: true })) },
    ...years.filter(isMissing),
    ...years.filter((group, i) => !isMissing(group, i)),
  ]
}

/** K8: rates and places over the years; a year without a figure breaks the line and shows why. */
export const rateLine: EChartsKind = {
  draws: 'echarts',
  height: (frame, look, width) => {
    const last = toGrids(frame, look, width, 0)[frame.rows.length - 1]
    return last ? last.top + last.height + look.px(32) + monthsLane(frame, look) : heightOf(frame, look)
  },
  option: (frame, look, words, { width }) => {
    const room = axisRoom(frame, look, words)
    const grids = toGrids(frame, look, width, room)
    const groups = frame.rows.flatMap((row, i): readonly MarkGroup[] => {
      const grid = grids[i]
      if (!grid) return []
      const step = grid.width / frame.years.length
      const context = { frame, look, words, axis: axisOf(row), row, grid, left: grid.left, step }
      return rowGroups({ ...context, labels: labelPlaces(context) }, room)
    })
    return { ...baseOption(look), series: [sceneSeries(groups)] }
  },
}

/** Start of a rate's zoomed axis for the subtitle. Missing: `null` where the axis starts at 0 or shows places. */
export function zoomStart(frame: ChartFrame): number | null {
  const row = frame.rows[0]
  if (!row || row.indicator.kind === 'rank' || currentOf(frame, row) === undefined) return null
  const { min } = axisOf(row)
  return min > 0 ? min : null
}
