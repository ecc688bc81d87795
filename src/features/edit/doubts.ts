import { findObservation } from '#domain/dataset.ts'
import { samePeriod } from '#domain/note.ts'
import { toFigureLine } from '#domain/numbers/format.ts'
import { toHalfWidth } from '#domain/numbers/parse.ts'
import type { KnownQuantity } from '#domain/quantity.ts'
import { findLiteral, findQuote } from '#domain/report.ts'
import type { Year } from '#domain/year.ts'
import type { EntryReading, Slot } from './entryForm.ts'

/** Something a person must look at before the figure is written; a hint, never a refusal. */
export interface Doubt {
  readonly code: 'slipped' | 'jump' | 'literal-not-in-quote' | 'quote-not-in-report'
  /** The other figure or the numeral in question. */
  readonly text: string
  readonly year: Year
}

/** A slipped point makes a figure about ten times what it was; with the year's own change at least this much. */
const SLIPPED = 5
/** Unit: ratio of the change to the figure of the year before. */
const JUMP = 0.5

/** The exact figure of the year before, where it may be compared. Missing: `null`. */
function figureBefore(
  { dataset, indicator, year }: Slot,
  { observation }: EntryReading,
): KnownQuantity | null {
  const last = findObservation(dataset, indicator.id, (year - 1) as Year)
  if (!last || !observation || observation.scopeChange !== null || last.quantity.kind !== 'known') return null
  return last.quantity.bound === 'exact' && samePeriod(last.period, observation.period) ? last.quantity : null
}

function changeDoubt(slot: Slot, reading: EntryReading): Doubt | null {
  const [last, now] = [figureBefore(slot, reading), reading.quantity]
  if (!last || now?.kind !== 'known' || now.bound !== 'exact' || last.value === 0) return null
  const ratio = now.value / last.value
  const text = toFigureLine(last, slot.indicator.unit)
  const year = (slot.year - 1) as Year
  if (ratio >= SLIPPED || (ratio > 0 && ratio <= 1 / SLIPPED)) return { code: 'slipped', text, year }
  return Math.abs(ratio - 1) > JUMP ? { code: 'jump', text, year } : null
}

function quoteDoubts({ dataset, year }: Slot, { observation }: EntryReading): readonly Doubt[] {
  if (!observation || observation.quote === '') return []
  const { quote, quantity } = observation
  const report = dataset.reports.get(year)
  const doubts: Doubt[] = []
  if (quantity.kind === 'known' && !findLiteral(toHalfWidth(quote), toHalfWidth(quantity.literal)))
    doubts.push({ code: 'literal-not-in-quote', text: quantity.literal, year })
  if (report && !findQuote(report, quote)) doubts.push({ code: 'quote-not-in-report', text: quote, year })
  return doubts
}

/**
 * What must be looked at in a figure about to be written.
 * Unit: 5 times or ±50 % against an exact figure of the year before with the same months and scope.
 * Shape: empty for cells that cannot be taken and where nothing was changed.
 */
export function doubtsOf(slot: Slot, reading: EntryReading): readonly Doubt[] {
  if (reading.effect !== 'write') return []
  const change = changeDoubt(slot, reading)
  return [...(change ? [change] : []), ...quoteDoubts(slot, reading)]
}
