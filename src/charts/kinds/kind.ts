import type { ChartOption } from '../engine.ts'
import type { ChartFrame } from '../frame.ts'
import type { Look } from '../look.ts'
import type { ChartWords } from '../wording.ts'

/** Unit: CSS px. */
interface Size {
  readonly width: number
  readonly height: number
}

/** A kind ECharts draws. Both functions depend on their arguments alone. */
export interface EChartsKind {
  readonly draws: 'echarts'
  /** Unit: CSS px. */
  readonly height: (frame: ChartFrame, look: Look, width: number) => number
  readonly option: (frame: ChartFrame, look: Look, words: ChartWords, size: Size) => ChartOption
}

/** A kind drawn as HTML or inline SVG, cheap enough to stand thirty times on a page. */
interface HtmlKind {
  readonly draws: 'html'
}

export type Kind = EChartsKind | HtmlKind
