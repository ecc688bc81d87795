import type { IndicatorId } from './catalogue.ts'

export type PlanKind = '不足' | '打算'
/** Set by a person, never computed. */
export type PlanState = '待对应' | '已有对应表述' | '未见对应表述'

/** One shortcoming or commitment of a report, verbatim. */
export interface PlanItem {
  readonly kind: PlanKind
  readonly number: number
  readonly text: string
  /** Figures that could evidence it in the next year's report. */
  readonly indicators: readonly IndicatorId[]
  readonly state: PlanState
  /** The next report's sentence; empty while none is quoted. */
  readonly nextQuote: string
}
