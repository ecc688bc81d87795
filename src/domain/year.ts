import { toHalfWidth } from './numbers/parse.ts'

/** A calendar year a report speaks of. Unit: year, four digits. */
export type Year = number & { readonly __brand: 'Year' }

/**
 * Reads a year from a cell or an address.
 * Missing: `null` for anything but four digits between 1949 and 2100, so a row number is never taken for a year.
 */
export function parseYear(text: string): Year | null {
  const match = /^\s*(\d{4})\s*年?(度)?\s*$/.exec(toHalfWidth(text))
  const value = match ? Number(match[1]) : Number.NaN
  return value >= 1949 && value <= 2100 ? (value as Year) : null
}

/**
 * The years a chart shows, oldest first, with at least one slot for a year that is still to come.
 * Shape: `count` consecutive years; a year nobody published in between keeps its slot, so gaps stay visible.
 * Missing: an empty list when nothing is published at all.
 */
export function yearSlots(published: readonly Year[], count: number): readonly Year[] {
  if (published.length === 0) return []
  const first = Math.min(...published)
  const next = Math.max(...published) + 1
  const last = Math.max(next, first + count - 1)
  return Array.from({ length: count }, (_, i) => (last - count + 1 + i) as Year)
}
