import { subtract } from '#domain/measures/change.ts'
import { toDecimal } from '#domain/numbers/format.ts'
import type { Quantity } from '#domain/quantity.ts'
import { type ChartFrame, currentOf, type FrameRow, isContinuous } from '../frame.ts'
import type { Look } from '../look.ts'
import { baseOption, textWidth } from '../scene.ts'
import type { ChartWords } from '../wording.ts'
import type { EChartsKind } from './kind.ts'
import {
  barEnd,
  barStyle,
  barValue,
  type CoordApi,
  figureStyles,
  type RowLayout,
  richFigure,
  rowAxis,
  rowHeight,
  rowLayout,
} from './rows.ts'

const BAR = 12
/** Below this width the gap to 100 % does not fit beside the value. Unit: px. */
const ROOM_FOR_GAP = 420

/** The second line beside a value under 100. */
function gapLine(quantity: Quantity, words: ChartWords): string {
  if (quantity.kind !== 'known' || quantity.bound !== 'exact' || quantity.value >= 100) return ''
  return `\n{g|${words.gapToFull(toDecimal(subtract(100, quantity.value)))}}`
}

/** Labels that would touch are left out: 0, 25, 50 … where there is room, else halves, else the ends. */
function axisStep(room: number, look: Look): number {
  const label = textWidth('100%', look.px(14)) + look.px(10)
  if (room >= 5 * label) return 25
  return room >= 3 * label ? 50 : 100
}

/** The second lines are written only where a row needs one and the card has room. */
const showsGap = (frame: ChartFrame, width: number, words: ChartWords): boolean =>
  width >= ROOM_FOR_GAP && frame.rows.some((row) => gapLine(currentOf(frame, row), words) !== '')

/** The figure of the year before, as a hollow diamond on the same track; only exact ones that count the same. */
function earlierMarks(frame: ChartFrame, look: Look): Record<string, unknown> {
  const before = (row: FrameRow): Quantity | undefined =>
    isContinuous(row, frame.selected) ? row.values[frame.selected - 1] : undefined
  return {
    type: 'scatter',
    symbol: 'diamond',
    symbolSize: look.px(13),
    silent: true,
    z: 4,
    data: frame.rows.flatMap((row, i) => {
      const quantity = before(row)
      return quantity?.kind === 'known' && quantity.bound === 'exact' ? [[quantity.value, i]] : []
    }),
    itemStyle: { color: look.surface, borderColor: look.ink, borderWidth: 2, opacity: 1 },
  }
}

/** Teeth where a rate is only a lower bound. */
const openEnds = (frame: ChartFrame, look: Look): Record<string, unknown> => ({
  type: 'custom',
  silent: true,
  z: 3,
  data: frame.rows.map((_, i) => [0, i]),
  renderItem: ({ dataIndex }: { dataIndex: number }, api: CoordApi) => {
    const row = frame.rows[dataIndex]
    return {
      type: 'group',
      children: row ? barEnd(frame, row, dataIndex, api, look.px(BAR), look) : [],
    }
  },
})

/** Some row is only a lower bound. */
const hasOpenEnd = (frame: ChartFrame): boolean =>
  frame.rows.some((row) => {
    const quantity = currentOf(frame, row)
    return quantity.kind === 'known' && quantity.bound === 'at-least'
  })

function valueLabel(
  frame: ChartFrame,
  look: Look,
  words: ChartWords,
  width: number,
): Record<string, unknown> {
  return {
    show: true,
    position: 'right',
    distance: look.px(12),
    formatter: ({ dataIndex }: { dataIndex: number }) => {
      const row = frame.rows[dataIndex]
      if (!row) return ''
      const quantity = currentOf(frame, row)
      if (quantity.kind === 'missing') return `{g|${words.missing[quantity.why]}}`
      const gap = width >= ROOM_FOR_GAP ? gapLine(quantity, words) : ''
      return richFigure(quantity, row.indicator.unit) + gap
    },
    rich: {
      ...figureStyles(look, 21),
      g: { fontSize: look.px(14), lineHeight: look.px(18), color: look.ink2 },
    },
  }
}

/** 0 to 100 % whatever the figures. Unit: `room` in px between the ends. */
const rateAxis = (look: Look, layout: RowLayout, room: number): Record<string, unknown> => ({
  type: 'value',
  min: 0,
  max: 100,
  interval: axisStep(room, look),
  splitLine: { show: false },
  axisLabel: {
    color: look.ink3,
    fontSize: look.px(14),
    fontFamily: look.fontNumber,
    formatter: '{value}%',
    hideOverlap: false,
    ...(layout.stacked ? { alignMinLabel: 'left' } : {}),
  },
})

/** K3: rates on a fixed track from 0 to 100 with a tick at 100; many years add the year before as ◇. */
export const rateBars: EChartsKind = {
  draws: 'echarts',
  height: (frame, look, width) =>
    frame.rows.length * rowHeight(frame, look, rowLayout(frame, look, width)) + look.px(38),
  option: (frame, look, words, { width }) => {
    const layout = rowLayout(frame, look, width)
    const right = look.px(showsGap(frame, width, words) ? 172 : 88)
    const bar = { type: 'bar', barWidth: look.px(BAR), emphasis: { disabled: true } }
    return {
      ...baseOption(look),
      grid: {
        left: layout.labelWidth,
        right,
        top: layout.stacked ? look.px(18) : 6,
        bottom: look.px(28),
        outerBoundsMode: 'none',
      },
      xAxis: rateAxis(look, layout, width - layout.labelWidth - right),
      yAxis: rowAxis(frame, look, layout),
      series: [
        {
          ...bar,
          silent: true,
          barGap: '-100%',
          z: 1,
          data: frame.rows.map(() => 100),
          itemStyle: { color: look.track },
        },
        {
          ...bar,
          z: 2,
          data: frame.rows.map((row) => ({
            value: barValue(frame, row),
            indicator: row.indicator.id,
            year: frame.years[frame.selected],
            itemStyle: barStyle(frame, row, look),
          })),
        },
        {
          type: 'scatter',
          symbol: 'rect',
          symbolSize: [2.5, look.px(26)],
          silent: true,
          z: 3,
          data: frame.rows.map((_, i) => [100, i]),
          itemStyle: { color: look.ink, opacity: 1 },
          label: valueLabel(frame, look, words, width),
        },
        ...(frame.many ? [earlierMarks(frame, look)] : []),
        ...(hasOpenEnd(frame) ? [openEnds(frame, look)] : []),
      ],
    }
  },
}
