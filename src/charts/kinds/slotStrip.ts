import type { Period } from '#domain/note.ts'
import type { FigureState, Quantity } from '#domain/quantity.ts'
import { stateOf } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import type { ChartFrame, FrameRow } from '../frame.ts'
import { isPartYear, largestOf, markAt } from '../frame.ts'

export interface Slot {
  readonly year: Year
  readonly state: FigureState
  /** 0–1 of the strip's height; 0 for a missing figure, which is drawn as an empty box instead. */
  readonly heightRatio: number
  readonly selected: boolean
  /** Months of a part-year figure. Missing: `null` for a whole year and for an empty slot. */
  readonly period: Period | null
  /** The words behind 口径变化, perhaps empty. Missing: `null` where the scope is that of the year before. */
  readonly scopeChange: string | null
}

/** With one year a filled slot is a full box; from two years on the slots are little columns from 0. */
function heightOf(quantity: Quantity, frame: ChartFrame, max: number): number {
  if (quantity.kind === 'missing') return 0
  if (!frame.many) return 1
  // A place is better the smaller it is: its column would mislead, so it stays a full box.
  if (quantity.bound === 'rank' || quantity.bound === 'rank-within') return 1
  return max === 0 ? 0.06 : Math.max(0.06, quantity.value / max)
}

/** K1's strip of year slots. Shape: the last `count` years of the frame, oldest first. */
export function slotStrip(frame: ChartFrame, row: FrameRow, count: number): readonly Slot[] {
  const max = largestOf([row])
  const slots = frame.years.map((year, i): Slot => {
    const quantity = row.values[i] ?? { kind: 'missing', why: 'pending' }
    return {
      year,
      state: stateOf(quantity),
      heightRatio: heightOf(quantity, frame, max),
      selected: i === frame.selected,
      period: isPartYear(row, i) ? markAt(row, i).period : null,
      scopeChange: markAt(row, i).scopeChange,
    }
  })
  const end = frame.many ? slots.length : Math.min(slots.length, frame.selected + count)
  const from = Math.max(0, Math.min(end - count, frame.selected))
  return slots.slice(from, from + count)
}
