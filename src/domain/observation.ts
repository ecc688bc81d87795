import type { IndicatorId } from './catalogue.ts'
import type { Period } from './note.ts'
import type { Quantity } from './quantity.ts'
import type { Year } from './year.ts'

/** The 状态 cell; empty means published. */
export type EntryStatus = '' | '未公布' | '不适用' | '待核'

/** The cells of a figure's row as a person writes them; the unit of every change to the data. */
export interface FigureEntry {
  /** 数值, as printed. */
  readonly value: string
  /** 单位, as printed; empty: the catalogue's. */
  readonly unit: string
  readonly status: EntryStatus
  /** 原句, verbatim; empty when none is given. */
  readonly quote: string
  /** 备注. */
  readonly note: string
}

/** Where a figure was read. Unit: `row` as WPS counts. */
export type ObservationSource =
  | { readonly file: string; readonly row: number }
  | { readonly revision: number }

/** One row of a year's file, or one entry by hand, read and checked. */
export interface Observation extends FigureEntry {
  readonly indicator: IndicatorId
  readonly year: Year
  readonly quantity: Quantity
  /** Published, but somebody doubts it (状态 待核); the note says why. */
  readonly doubtful: boolean
  /** Missing: `null` for a figure of the whole year. */
  readonly period: Period | null
  /** From this year on the figure counts something else; the words say what. Missing: `null` for no change. */
  readonly scopeChange: string | null
  readonly source: ObservationSource
}

export const entryOf = ({ value, unit, status, quote, note }: FigureEntry): FigureEntry => ({
  value,
  unit,
  status,
  quote,
  note,
})

/** True when both say the same in every cell, or both are absent. */
export function sameEntry(a: FigureEntry | null, b: FigureEntry | null): boolean {
  if (a === null || b === null) return a === b
  return (
    a.value === b.value &&
    a.unit === b.unit &&
    a.status === b.status &&
    a.quote === b.quote &&
    a.note === b.note
  )
}
