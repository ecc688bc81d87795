import type { IndicatorId } from './catalogue.ts'
import type { Quantity } from './quantity.ts'
import type { Year } from './year.ts'

/** One row of a year's file, read and checked. */
export interface Observation {
  readonly indicator: IndicatorId
  readonly year: Year
  readonly quantity: Quantity
  /** Published, but somebody doubts it (状态 待核); the note says why. */
  readonly doubtful: boolean
  /** Verbatim from the report; empty when the file gives none. */
  readonly quote: string
  readonly note: string
  /** Where it was read. Unit: row as WPS counts. */
  readonly source: { readonly file: string; readonly row: number }
}
