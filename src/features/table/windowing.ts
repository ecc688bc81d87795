/** Rows beyond which only those in sight are drawn; up to here the browser's own search finds every row. */
export const MOST_DRAWN = 120
/** Rows drawn above and below those in sight, so that a short scroll finds them there. */
const MARGIN = 4

/** Rows in sight. Shape: from `first` up to but without `end`. */
export interface RowRange {
  readonly first: number
  readonly end: number
}

/** The rows to draw around those in sight, in steps, so that most scrolling changes nothing. Unit: px. */
export function rangeInSight(scrolled: number, height: number, rowHeight: number): RowRange {
  const step = MARGIN / 2
  const top = Math.floor(scrolled / rowHeight / step) * step
  const bottom = Math.ceil((scrolled + height) / rowHeight / step) * step
  return { first: Math.max(0, top - MARGIN), end: bottom + MARGIN }
}

/** A drawn row, or the number of rows left out. */
export type Drawn = { readonly row: number } | { readonly gap: number }

/**
 * What to draw of `count` rows: those of the range and, wherever it is, the one with the focus, which would be lost
 * with its row.
 */
export function drawnRows(count: number, { first, end }: RowRange, kept: number): readonly Drawn[] {
  const [from, to] = [Math.min(first, count), Math.min(end, count)]
  const rows = Array.from({ length: to - from }, (_, i) => from + i)
  if (kept >= 0 && kept < from) rows.unshift(kept)
  else if (kept >= to && kept < count) rows.push(kept)
  const drawn: Drawn[] = []
  let next = 0
  for (const row of rows) {
    if (row > next) drawn.push({ gap: row - next })
    drawn.push({ row })
    next = row + 1
  }
  if (next < count) drawn.push({ gap: count - next })
  return drawn
}
