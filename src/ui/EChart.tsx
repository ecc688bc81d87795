import ReactEChartsCore from 'echarts-for-react/esm/core'
import { useLayoutEffect, useRef } from 'react'
import { type ChartOption, echarts } from '#charts/engine.ts'
import type { Datum } from '#charts/scene.ts'
import { showTips } from './markTip.ts'

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
  /** The tip over a mark, from what the mark stands for. Missing: `null` where it stands for nothing. */
  readonly tipOf: (data: unknown) => HTMLElement | null
  readonly onDrawn: () => void
  readonly onSelect: (datum: Datum) => void
}

const isDatum = (value: unknown): value is Datum =>
  typeof value === 'object' && value !== null && 'indicator' in value && 'year' in value

/** The one place where echarts-for-react is used. It resizes with its box; `option` must be memoised. */
export function EChart({ option, width, height, tipOf, onDrawn, onSelect }: EChartProps) {
  const latest = useRef({ tipOf, onSelect })
  const hideTip = useRef<() => void>(() => {})
  useLayoutEffect(() => {
    latest.current = { tipOf, onSelect }
  }, [tipOf, onSelect])
  // What the pointer was over may be another figure now.
  useLayoutEffect(() => hideTip.current(), [option])
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
          if (isDatum(data)) latest.current.onSelect(data)
        })
        hideTip.current = showTips(instance, (data) => latest.current.tipOf(data))
        onDrawn()
      }}
    />
  )
}
