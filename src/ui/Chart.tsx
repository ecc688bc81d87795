import { useContext, useEffect, useMemo, useRef, useState } from 'react'
import { describeFrame } from '#charts/describe.ts'
import type { ChartFrame } from '#charts/frame.ts'
import type { EChartsKind } from '#charts/kinds/kind.ts'
import { type Look, screenLook } from '#charts/look.ts'
import type { Datum } from '#charts/scene.ts'
import { type ChartComponent, chartPartsIfLoaded, loadChartParts } from './chartParts.ts'
import { scheduleChart } from './chartQueue.ts'
import { indicatorPath } from './Figure.tsx'
import { useHref } from './link.tsx'
import { TextScaleContext } from './textScale.ts'
import { tipElement } from './tip.ts'
import { useWidth } from './useWidth.ts'
import { chartWords, words } from './words.ts'

interface DrawingProps {
  readonly EChart: ChartComponent
  readonly kind: EChartsKind
  readonly frame: ChartFrame
  readonly look: Look
  readonly width: number
  readonly height: number
  readonly onDrawn: () => void
}

/** The chart itself, once its turn has come: only now is its option worth computing. */
function Drawing({ EChart, kind, frame, look, width, height, onDrawn }: DrawingProps) {
  const href = useHref()
  const option = useMemo(
    () => kind.option(frame, look, chartWords, { width, height }),
    [kind, frame, look, width, height],
  )
  const tipOf = useMemo(() => tipElement(frame), [frame])
  const open = ({ indicator }: Datum): void => {
    window.location.hash = href(indicatorPath({ id: indicator })).slice(1)
  }
  return <EChart {...{ option, width, height, tipOf, onDrawn }} onSelect={open} />
}

interface ChartProps {
  readonly kind: EChartsKind
  readonly frame: ChartFrame
  /** The accessible name, without the figures. */
  readonly label: string
}

/** Draws a frame with ECharts when its turn comes; reserves its height from the start. */
export function Chart({ kind, frame, label }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const scale = useContext(TextScaleContext)
  const [parts, setParts] = useState<{ EChart: ChartComponent } | null>(null)
  const [failed, setFailed] = useState(false)
  const drawn = useRef<() => void>(() => {})
  const look = useMemo(() => screenLook(scale), [scale])
  const height = Math.ceil(kind.height(frame, look, width || 600))

  useEffect(() => {
    if (!box.current) return
    return scheduleChart(
      box.current,
      () =>
        new Promise<void>((resolve) => {
          drawn.current = resolve
          const ready = chartPartsIfLoaded()
          if (ready) setParts({ EChart: ready })
          else
            loadChartParts().then(
              (EChart) => setParts({ EChart }),
              () => {
                setFailed(true)
                resolve()
              },
            )
        }),
    )
  }, [])

  if (failed) return <p className="note">{words.chartMissing}</p>
  return (
    <div className="chart" role="img" aria-label={`${label}。${describeFrame(frame, chartWords)}`}>
      <div ref={box} className="chart-box" style={{ height }}>
        {parts && width > 0 && (
          <Drawing {...parts} {...{ kind, frame, look, width, height }} onDrawn={() => drawn.current()} />
        )}
      </div>
    </div>
  )
}
