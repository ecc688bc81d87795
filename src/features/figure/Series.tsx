import { type ReactNode, useContext, useLayoutEffect, useMemo, useRef } from 'react'
import { type ChartFrame, frameYears, toFrame } from '#charts/frame.ts'
import { kinds } from '#charts/kinds/index.ts'
import { zoomStart } from '#charts/kinds/rateLine.ts'
import type { ChartKind, Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { Chart } from '#ui/Chart.tsx'
import { figureWords } from '#ui/figureWords.ts'
import { RankLadder } from '#ui/RankLadder.tsx'
import { TextScaleContext } from '#ui/textScale.ts'
import { chartWords, words } from '#ui/words.ts'

export interface SeriesProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
  /** Every year instead of the last ten. */
  readonly isWhole: boolean
}

/** Width a year needs at least, so that its words touch no neighbour's. Unit: px at standard text size. */
const YEAR_WIDTH = 21

/** Rates and places move on a line, everything else stands on 0; a single rate still shows its track. */
function kindOf(indicator: Indicator, doubtful: boolean, many: boolean): ChartKind {
  if (indicator.kind === 'rank') return many ? 'rate-line' : 'rank-ladder'
  if (indicator.kind !== 'rate' || doubtful) return 'year-columns'
  return many ? 'rate-line' : 'rate-bars'
}

/** True where years stand before the last ten, which a chart shows by itself. */
export function hasEarlier({ years }: Dataset, recent: readonly Year[]): boolean {
  const [first, shown] = [years[0], recent[0]]
  return first !== undefined && shown !== undefined && first < shown
}

/** Years of a chart that looks at the latest one. */
export const recentYears = (dataset: Dataset): readonly Year[] => {
  const last = dataset.years[dataset.years.length - 1]
  return last === undefined ? [] : frameYears(dataset, last)
}

interface WindowProps {
  readonly frame: ChartFrame
  readonly label: string
  readonly children: ReactNode
}

/** A window on a drawing that is wider than a phone, with the selected year in it. */
function SeriesWindow({ frame, label, children }: WindowProps) {
  const box = useRef<HTMLDivElement>(null)
  const scale = useContext(TextScaleContext)
  const { years, selected } = frame
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const middle = ((selected + 0.5) / years.length) * element.scrollWidth
    element.scrollLeft = middle - element.clientWidth / 2
  }, [years, selected])
  const minWidth = Math.ceil((years.length + 3) * YEAR_WIDTH * scale)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable by keyboard
    <section ref={box} className="series-window" tabIndex={0} aria-label={figureWords.series(label)}>
      <div style={{ minWidth }}>{children}</div>
    </section>
  )
}

/** Every change of scope in the words it was stated in. */
function ScopeChanges({ dataset, indicator }: Pick<SeriesProps, 'dataset' | 'indicator'>) {
  const changes = dataset.years.flatMap((year) => {
    const scope = findObservation(dataset, indicator.id, year)?.scopeChange ?? null
    return scope === null ? [] : [figureWords.scopeIn(year, chartWords.scopeChange(scope))]
  })
  return changes.map((change) => (
    <p className="sub" key={change}>
      {change}
    </p>
  ))
}

/** The figure over the years, with the start of a zoomed axis and the changes of scope in words. */
export function Series({ dataset, indicator, year, isWhole }: SeriesProps) {
  const frame = useMemo(() => {
    const spec = { kind: 'year-columns', indicators: [indicator.id], labels: [], subs: [] } as const
    return toFrame(dataset, spec, year, isWhole ? 'all' : 'last')
  }, [dataset, indicator, year, isWhole])
  const doubtful = findObservation(dataset, indicator.id, year)?.doubtful ?? false
  const kind = kindOf(indicator, doubtful, frame.many)
  const found = kinds[kind]
  const start = kind === 'rate-line' ? zoomStart(frame) : null
  if (found.draws === 'html')
    return <RankLadder frame={frame} dataset={dataset} year={year} label={indicator.name} />
  const chart = <Chart kind={found} frame={frame} label={indicator.name} />
  return (
    <>
      {isWhole ? (
        <SeriesWindow frame={frame} label={indicator.name}>
          {chart}
        </SeriesWindow>
      ) : (
        chart
      )}
      {start !== null && <p className="sub">{words.axisFrom(start)}</p>}
      <ScopeChanges dataset={dataset} indicator={indicator} />
    </>
  )
}
