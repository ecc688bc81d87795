import { type ChartFrame, currentOf, largestOf } from '../frame.ts'
import type { Look } from '../look.ts'
import { baseOption } from '../scene.ts'
import type { ChartWords } from '../wording.ts'
import type { EChartsKind } from './kind.ts'
import {
  barEnd,
  barStyle,
  barValue,
  type CoordApi,
  figureStyles,
  missingStub,
  richFigure,
  rowAxis,
  rowHeight,
  rowLayout,
} from './rows.ts'

const BAR = 20

/** Marks that a plain bar cannot show: open ends of lower bounds, stubs of missing figures. */
function overlay(frame: ChartFrame, look: Look, words: ChartWords): Record<string, unknown> {
  return {
    type: 'custom',
    silent: true,
    data: frame.rows.map((_, i) => [0, i]),
    renderItem: ({ dataIndex }: { dataIndex: number }, api: CoordApi) => {
      const row = frame.rows[dataIndex]
      if (!row) return null
      const [start, y] = api.coord([0, dataIndex])
      const stub = missingStub(currentOf(frame, row), start, y, look, words)
      return { type: 'group', children: [...stub, ...barEnd(frame, row, dataIndex, api, look.px(BAR), look)] }
    },
  }
}

/** K2: lengths from 0 for counts of one unit that may stand side by side. One year; many years become columns. */
export const sameUnitBars: EChartsKind = {
  draws: 'echarts',
  height: (frame, look, width) =>
    frame.rows.length * rowHeight(frame, look, rowLayout(frame, look, width)) + 4,
  option: (frame, look, words, { width }) => {
    const layout = rowLayout(frame, look, width)
    return {
      ...baseOption(look),
      grid: {
        left: layout.labelWidth,
        right: look.px(96),
        top: layout.stacked ? look.px(14) : 2,
        bottom: 2,
        outerBoundsMode: 'none',
      },
      xAxis: { type: 'value', min: 0, max: largestOf(frame.rows) || 1, show: false },
      yAxis: rowAxis(frame, look, layout),
      series: [
        {
          type: 'bar',
          barWidth: look.px(BAR),
          emphasis: { disabled: true },
          data: frame.rows.map((row) => ({
            value: barValue(frame, row),
            indicator: row.indicator.id,
            year: frame.years[frame.selected],
            itemStyle: barStyle(frame, row, look),
          })),
          label: {
            show: true,
            position: 'right',
            distance: 10,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const row = frame.rows[dataIndex]
              return row ? richFigure(currentOf(frame, row), row.indicator.unit) : ''
            },
            rich: figureStyles(look, 20),
          },
        },
        overlay(frame, look, words),
      ],
    }
  },
}
