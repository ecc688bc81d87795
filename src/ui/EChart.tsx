import ReactEChartsCore from 'echarts-for-react/esm/core'
import { type ChartOption, echarts } from '#charts/engine.ts'
import type { Datum } from '#charts/scene.ts'

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
    <ReactEChartsCore
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
