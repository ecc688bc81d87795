import ReactEChartsCore from 'echarts-for-react/esm/core'
import { type ChartOption, echarts } from '#charts/engine.ts'
import type { Datum } from '#charts/scene.ts'

/**
 * echarts-for-react 3.0.6 draws an empty chart first, waits a frame for it and starts over, to learn its size.
 * The size is known here, so the instance is made once.
 */
class DirectECharts extends ReactEChartsCore {
  override initEchartsInstance(): ReturnType<ReactEChartsCore['initEchartsInstance']> {
    const { theme, opts } = this.props
    return Promise.resolve(this.echarts.init(this.ele, theme, opts))
  }
}

interface EChartProps {
  readonly option: ChartOption
  readonly width: number
  readonly height: number
  readonly onDrawn: () => void
  readonly onSelect: (datum: Datum) => void
}

const isDatum = (value: unknown): value is Datum =>
  typeof value === 'object' && value !== null && 'indicator' in value && 'year' in value

/** The one place where echarts-for-react is used. It resizes with its box; `option` must be memoised. */
export function EChart({ option, width, height, onDrawn, onSelect }: EChartProps) {
  return (
    <DirectECharts
      echarts={echarts}
      option={option}
      opts={{ renderer: 'svg', width, height }}
      style={{ width: '100%', height }}
      autoResize={false}
      notMerge
      onChartReady={(instance) => {
        instance.off('click')
        instance.on('click', ({ data }: { data: unknown }) => {
          if (isDatum(data)) onSelect(data)
        })
        onDrawn()
      }}
    />
  )
}
