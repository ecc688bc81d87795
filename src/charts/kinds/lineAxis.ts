import type { KnownQuantity } from '#domain/quantity.ts'
import type { FrameRow } from '../frame.ts'
import { line, type Mark, text } from '../scene.ts'
import { isYearWritten, slotCentre } from '../timeline.ts'
import type { Axis, RowContext } from './lineLabels.ts'

/** Unit: px. Room between an axis and its labels. */
const GAP = 8

/**
 * The axis of one row. A line may zoom: rates start at a multiple of 5 under the smallest figure less 5,
 * and the subtitle says so; places are upside down with 1 on top.
 */
export function axisOf(row: FrameRow): Axis {
  const values = row.values.filter((q): q is KnownQuantity => q.kind === 'known').map((q) => q.value)
  if (row.indicator.kind === 'rank') {
    const last = Math.max(4, ...values.map((v) => v + 1))
    const ticks = Array.from({ length: last }, (_, i) => i + 1)
    return { min: 0.5, max: last + 0.5, ticks, inverse: true }
  }
  const min = values.length === 0 ? 0 : Math.max(0, Math.floor((Math.min(...values) - 5) / 5) * 5)
  const max =
    values.length > 0 && Math.max(...values) > 50 ? 100 : Math.ceil(Math.max(5, ...values) / 5) * 5 + 5
  return { min, max, ticks: [min, max], inverse: false }
}

/** Unit: px. Where a value stands on the row's axis. */
export function valueY({ axis, grid }: Pick<RowContext, 'axis' | 'grid'>, value: number): number {
  const share = (value - axis.min) / (axis.max - axis.min)
  return grid.top + grid.height * (axis.inverse ? share : 1 - share)
}

/** Places are written as far apart as their words are high, the first among them. */
function writtenTicks({ axis, look, grid }: RowContext): readonly number[] {
  if (!axis.inverse) return axis.ticks
  const every = Math.ceil((look.px(17) * (axis.max - axis.min)) / grid.height)
  return axis.ticks.filter((tick) => (tick - 1) % every === 0)
}

function tickMarks(context: RowContext): readonly Mark[] {
  const { look, words, axis, row, grid } = context
  const style = { size: look.px(14), fill: look.ink3, font: look.fontNumber, align: 'right' } as const
  return writtenTicks(context).map((tick) =>
    text(
      grid.left - GAP,
      valueY(context, tick),
      axis.inverse ? words.place(tick) : `${tick}${row.indicator.unit}`,
      style,
    ),
  )
}

function yearMarks(context: RowContext): readonly Mark[] {
  const { look, frame, grid } = context
  return frame.years.flatMap((year, i) =>
    isYearWritten(context, i)
      ? [
          text(slotCentre(context, i), grid.top + grid.height + GAP, String(year), {
            size: look.px(14),
            font: look.fontNumber,
            weight: 600,
            align: 'center',
            vertical: 'top',
            fill: i === frame.selected ? look.ink : look.ink2,
          }),
        ]
      : [],
  )
}

/** The foot of the plot with its years, and the ticks beside it; a rate also has a line at its upper end. */
export function axisMarks(context: RowContext): readonly Mark[] {
  const { look, axis, grid } = context
  const across = (y: number, stroke: string): Mark =>
    line(grid.left, y + 0.5, grid.left + grid.width, y + 0.5, { stroke, lineWidth: 1 })
  return [
    ...(axis.inverse ? [] : [across(grid.top, look.line)]),
    across(grid.top + grid.height, look.lineStrong),
    ...tickMarks(context),
    ...yearMarks(context),
  ]
}
