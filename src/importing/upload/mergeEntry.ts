import type { Indicator } from '#domain/catalogue.ts'
import { toHalfWidth } from '#domain/numbers/parse.ts'
import { type EntryStatus, entryOf, type FigureEntry, type Observation } from '#domain/observation.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { FigureColumn } from './reading.ts'

/** A literal without the differences of writing that no reader sees: full width, blanks, thousands separators. */
const plain = (literal: string): string => toHalfWidth(literal).replace(/[\s,]/g, '')

/** True when both say the same figure; the words of a bound (余, 多, 以上) are part of what it says. */
function sameFigure(indicator: Indicator, a: Quantity, b: Quantity): boolean {
  if (a.kind === 'missing' || b.kind === 'missing')
    return a.kind === 'missing' && b.kind === 'missing' && a.why === b.why
  if (a.bound !== b.bound || a.value !== b.value) return false
  if ((a.unit || indicator.unit) !== (b.unit || indicator.unit)) return false
  return a.bound === 'exact' || a.bound === 'rank' || plain(a.literal) === plain(b.literal)
}

/** A file that has no 状态 column does not say that a doubt is settled. */
function statusOf(before: FigureEntry, read: FigureEntry, columns: ReadonlySet<FigureColumn>): EntryStatus {
  return columns.has('状态') || before.status !== '待核' ? read.status : before.status
}

/** The unit a row was read in, written as forms write it: the catalogue's stays unwritten where it was before. */
function unitOf({ kind, unit }: Indicator, before: FigureEntry | null, read: Observation): string {
  if (read.quantity.kind === 'missing' || kind === 'rank') return read.unit
  const written = read.unit || unit
  return before?.unit === '' && written === unit ? '' : written
}

/**
 * What a row of a file makes of an entry; `known` is what is shown now, `null` for a figure nobody stated.
 * A figure that stays the same keeps the way it was written, its 原句 and its 备注 where the row gives none: an empty
 * cell says nothing. A figure that becomes another one keeps neither: the old sentence does not carry the new number,
 * nor do the old months or the old scope. `columns`: those the file has.
 */
export function toEntry(
  indicator: Indicator,
  known: Observation | null,
  read: Observation,
  columns: ReadonlySet<FigureColumn>,
): FigureEntry {
  const before = known && entryOf(known)
  const cells: FigureEntry = {
    value: read.value.trim(),
    unit: unitOf(indicator, before, read).trim(),
    status: read.status,
    quote: read.quote.trim(),
    note: read.note.trim(),
  }
  if (!known || !before || !sameFigure(indicator, known.quantity, read.quantity)) return cells
  return {
    value: before.value,
    unit: before.unit,
    status: read.quantity.kind === 'missing' ? before.status : statusOf(before, cells, columns),
    quote: cells.quote || before.quote,
    note: cells.note || before.note,
  }
}
