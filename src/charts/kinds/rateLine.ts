import type { KnownQuantity, Quantity } from '#domain/quantity.ts'
import { type ChartFrame, currentOf, type FrameRow, isContinuous, isPartYear } from '../frame.ts'
import type { Look } from '../look.ts'
import { baseOption, dashedBox, hatchedBox, line, type Mark, sceneSeries, text, textWidth } from '../scene.ts'
import { breakLane, breakMarks, isYearWritten, monthMarks, monthsLane, slotCentre } from '../timeline.ts'
import type { ChartWords } from '../wording.ts'
import type { EChartsKind } from './kind.ts'
import { type Axis, boxWidth, type Grid, labelOf, labelPlaces, type RowContext } from './lineLabels.ts'

const HEIGHT = 220
/** Of small charts with many years. */
const LOW_HEIGHT = 168
const MANY_YEARS = 6
const HEAD = 26

const known = (row: FrameRow): readonly KnownQuantity[] =>
  row.values.filter((q): q is KnownQuantity => q.kind === 'known')

/**
 * The axis of one row. A line may zoom: rates start at a multiple of 5 under the smallest figure less 5,
 * and the subtitle says so; places are upside down with 1 on top.
 */
export function axisOf(row: FrameRow): Axis {
  const values = known(row).map((q) => q.value)
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

const isPoint = (quantity: Quantity): boolean =>
  quantity.kind === 'known' && (quantity.bound === 'exact' || quantity.bound === 'rank')

/** Neighbouring figures that may be joined. Shape: the first index of each piece of line. */
function pieceStarts(row: FrameRow): readonly number[] {
  return row.values.flatMap((quantity, i) =>
    i === 0 || (isPoint(quantity) && !isContinuous(row, i)) ? [i] : [],
  )
}

/** How far a label is moved from above its point; nothing where it stays. */
function shifted(context: RowContext, index: number): Record<string, unknown> {
  const by = (context.labels.get(index) ?? slotCentre(context, index)) - slotCentre(context, index)
  return Math.abs(by) < 0.5 ? {} : { label: { offset: [by, 0] } }
}

/** One piece of the line: it ends where the scope or the months change, and its points stand for themselves. */
function pieceSeries(context: RowContext, from: number, to: number): Record<string, unknown> {
  const { frame, look, row, at, labels } = context
  const colour = look.chapter(row.indicator.chapter)
  const hollow = { color: look.surface, borderColor: colour, borderWidth: 2.5 }
  return {
    type: 'line',
    xAxisIndex: at,
    yAxisIndex: at,
    connectNulls: false,
    symbol: 'circle',
    emphasis: { disabled: true },
    lineStyle: { color: colour, width: 2.5 },
    itemStyle: { color: colour, opacity: 1, borderColor: look.surface, borderWidth: 2 },
    data: row.values.map((quantity, i) => ({
      value: isPoint(quantity) && quantity.kind === 'known' && i >= from && i < to ? quantity.value : null,
      symbolSize: look.px(i === frame.selected ? 14 : 10),
      indicator: row.indicator.id,
      year: frame.years[i],
      ...(isPartYear(row, i) ? { itemStyle: hollow } : {}),
      ...shifted(context, i),
    })),
    label: {
      show: true,
      position: 'top',
      distance: 6,
      fontFamily: look.fontNumber,
      fontWeight: 600,
      fontSize: look.px(15),
      color: look.ink,
      formatter: ({ dataIndex }: { dataIndex: number }) =>
        labels.has(dataIndex) ? labelOf(context, dataIndex) : '',
    },
  }
}

function lineSeries(context: RowContext): readonly Record<string, unknown>[] {
  const starts = pieceStarts(context.row)
  return starts.map((from, n) => pieceSeries(context, from, starts[n + 1] ?? context.row.values.length))
}

interface CoordApi {
  readonly coord: (point: readonly [number, number]) => [number, number]
}

/** Span of the places a bound leaves open: 前三位 covers 1 to 3, no dot at 3. */
function spanMarks(
  context: RowContext,
  quantity: KnownQuantity,
  x: number,
  api: CoordApi,
  i: number,
): readonly Mark[] {
  const { look, row, axis } = context
  const label = context.labels.has(i) ? [labelOf(context, i)] : []
  const labelX = x + (context.labels.get(i) ?? 0) - slotCentre(context, i)
  const stroke = look.chapter(row.indicator.chapter)
  const word = {
    size: look.px(14),
    fill: look.ink,
    font: look.fontUi,
    align: 'center',
    vertical: 'bottom',
  } as const
  if (axis.inverse) {
    const [, top] = api.coord([i, 0.75])
    const [, bottom] = api.coord([i, quantity.value + 0.25])
    return [
      line(x, top, x, bottom, { stroke, lineWidth: 6, opacity: 0.55 }),
      ...label.map((words) => text(labelX, top - 4, words, word)),
    ]
  }
  const [, y] = api.coord([i, quantity.value])
  const down = quantity.bound === 'at-least' ? 1 : -1
  const points = [
    [x - 7, y - 5 * down],
    [x + 7, y - 5 * down],
    [x, y + 6 * down],
  ]
  return [
    { type: 'polygon', shape: { points }, style: { fill: look.surface, stroke, lineWidth: 2 } },
    ...label.map((words) => text(labelX, y - 9, words, word)),
  ]
}

function missingMarks(context: RowContext, quantity: Quantity, x: number): readonly Mark[] {
  const { look, words, grid } = context
  if (quantity.kind !== 'missing') return []
  const word = { size: look.px(14), fill: look.ink3, font: look.fontUi, align: 'center' } as const
  if (quantity.why === 'not-yet') return [text(x, grid.top + grid.height - 12, '·', word)]
  const width = boxWidth(context)
  const [left, top, height] = [x - width / 2, grid.top + 2, grid.height - 4]
  const label = words.missing[quantity.why]
  const lines = textWidth(label, look.px(14)) + 6 <= width ? [label] : [...label]
  const isPending = quantity.why === 'pending'
  const last = top + height / 2 + ((lines.length - 1) / 2) * look.px(18)
  // The word never lies on the hatching.
  const foot = isPending ? last : Math.min(last, top + height - look.px(50))
  const marks = lines.map((part, i) => text(x, foot - (lines.length - 1 - i) * look.px(18), part, word))
  const box = isPending
    ? [dashedBox(left, top, width, height, look)]
    : hatchedBox(left, top + height - look.px(40), width, look.px(40), look)
  return [...box, ...marks]
}

function boundSeries(context: RowContext): Record<string, unknown> {
  const { row, frame, axis, at } = context
  return {
    type: 'custom',
    xAxisIndex: at,
    yAxisIndex: at,
    data: frame.years.map((year, i) => ({ value: [i, axis.min], indicator: row.indicator.id, year })),
    renderItem: ({ dataIndex: i }: { dataIndex: number }, api: CoordApi) => {
      const quantity = row.values[i]
      if (!quantity || isPoint(quantity)) return null
      const [x] = api.coord([i, axis.min])
      const children =
        quantity.kind === 'known'
          ? spanMarks(context, quantity, x, api, i)
          : missingMarks(context, quantity, x)
      return { type: 'group', children }
    },
  }
}

const nameSeries = (
  frame: ChartFrame,
  look: Look,
  grids: readonly Grid[],
  room: number,
): Record<string, unknown> => ({
  type: 'custom',
  coordinateSystem: 'none',
  silent: true,
  data: frame.rows.map((_, i) => [i]),
  renderItem: ({ dataIndex }: { dataIndex: number }) => {
    const grid = grids[dataIndex]
    const row = frame.rows[dataIndex]
    if (!grid || !row) return null
    const style = { size: look.px(15), fill: look.ink, font: look.fontUi, weight: 500 }
    return {
      type: 'group',
      children: [text(grid.left - room, grid.top - look.px(44) - breakLane(frame, look), row.label, style)],
    }
  },
})

/** Lines where the scope changes and months of part-year figures. Missing: none for a row without either. */
function aroundSeries(context: RowContext): readonly Record<string, unknown>[] {
  const { grid, look, frame } = context
  const foot = grid.top + grid.height
  const marks = [
    ...breakMarks(context, grid.top - look.px(30) - breakLane(frame, look), foot),
    ...monthMarks(context, foot + look.px(34)),
  ]
  return marks.length > 0 ? [{ ...sceneSeries([{ datum: null, marks }]), silent: true }] : []
}

function categoryAxis(context: RowContext): Record<string, unknown> {
  const { frame, look, at } = context
  return {
    type: 'category',
    gridIndex: at,
    data: frame.years.map(String),
    axisTick: { show: false },
    axisLine: { onZero: false, lineStyle: { color: look.lineStrong } },
    axisLabel: {
      interval: (index: number) => isYearWritten(context, index),
      fontFamily: look.fontNumber,
      fontWeight: 600,
      fontSize: look.px(14),
      color: (label: string) => (label === String(frame.years[frame.selected]) ? look.ink : look.ink2),
    },
  }
}

/** Places are written as far apart as their words are high, the first among them. */
function writtenTicks({ axis, look, grid }: RowContext): readonly number[] {
  if (!axis.inverse) return axis.ticks
  const every = Math.ceil((look.px(17) * (axis.max - axis.min)) / grid.height)
  return axis.ticks.filter((tick) => (tick - 1) % every === 0)
}

function valueAxis(context: RowContext): Record<string, unknown> {
  const { look, words, axis, row, at } = context
  const ticks = writtenTicks(context)
  return {
    type: 'value',
    gridIndex: at,
    min: axis.min,
    max: axis.max,
    inverse: axis.inverse,
    axisLine: { show: false },
    axisTick: { show: false, customValues: ticks },
    splitLine: { show: !axis.inverse, lineStyle: { color: look.line } },
    axisLabel: {
      customValues: ticks,
      fontFamily: look.fontNumber,
      fontSize: look.px(14),
      color: look.ink3,
      formatter: (value: number) => (axis.inverse ? words.place(value) : `${value}${row.indicator.unit}`),
    },
  }
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
    const contexts = frame.rows.flatMap((row, at): RowContext[] => {
      const grid = grids[at]
      if (!grid) return []
      const step = grid.width / frame.years.length
      const context = { frame, look, words, axis: axisOf(row), row, at, grid, left: grid.left, step }
      return [{ ...context, labels: labelPlaces(context) }]
    })
    return {
      ...baseOption(look),
      grid: grids.map((grid) => ({ ...grid, outerBoundsMode: 'none' })),
      xAxis: contexts.map(categoryAxis),
      yAxis: contexts.map(valueAxis),
      series: [
        ...contexts.flatMap(lineSeries),
        ...contexts.map(boundSeries),
        ...contexts.flatMap(aroundSeries),
        ...(frame.rows.length > 1 ? [nameSeries(frame, look, grids, room)] : []),
      ],
    }
  },
}

/** Start of a rate's zoomed axis for the subtitle. Missing: `null` where the axis starts at 0 or shows places. */
export function zoomStart(frame: ChartFrame): number | null {
  const row = frame.rows[0]
  if (!row || row.indicator.kind === 'rank' || currentOf(frame, row) === undefined) return null
  const { min } = axisOf(row)
  return min > 0 ? min : null
}
