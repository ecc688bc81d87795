import type { ChangeRow } from '#charts/kinds/changeTable.ts'

/** Up to this many rows all are drawn, though not at once, and the browser's own search finds each. */
const MOST_DRAWN = 150
/** Rows that come and go together. */
const CHUNK = 16
/** Rows drawn at once: more than a window holds. */
export const FIRST_ROWS = 16

/** True where only the rows near those in sight are drawn. */
export const isWindowed = (total: number): boolean => total > MOST_DRAWN

/** Rows that stand under one head; none where `title` is empty. */
export interface ChangeRows {
  readonly title: string
  readonly rows: readonly ChangeRow[]
}

/** Rows drawn together or not at all. */
export interface ChangeChunk extends ChangeRows {
  /** Drawn while it is in sight or close to it. */
  readonly watched: boolean
  /** Drawn now; a watched one until the browser knows what is in sight. */
  readonly drawn: boolean
}

/** Where the rows of one table stand among all rows of the page. */
export interface ChunkPlace {
  readonly start: number
  /** How many rows of the page are drawn by now. */
  readonly drawn: number
  /** Only the rows near those in sight are drawn. */
  readonly windowed: boolean
}

/** Cuts the rows of a long page into chunks. */
function cut({ title, rows }: ChangeRows, place: number, drawn: number): readonly ChangeChunk[] {
  const starts = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) => i * CHUNK)
  return starts.map((at) => ({
    title: at === 0 ? title : '',
    rows: rows.slice(at, at + CHUNK),
    watched: true,
    drawn: place + at < drawn,
  }))
}

/**
 * The rows of a table in chunks; the head of a group goes with its first one.
 * Shape: of a page that is drawn whole, one chunk a group, which holds the rows drawn by now.
 */
export function chunksOf(
  groups: readonly ChangeRows[],
  { start, drawn, windowed }: ChunkPlace,
): readonly ChangeChunk[] {
  let place = start
  return groups.flatMap((group) => {
    const at = place
    place += group.rows.length
    if (windowed) return cut(group, at, drawn)
    const rows = group.rows.slice(0, Math.max(0, drawn - at))
    return rows.length === 0 ? [] : [{ title: group.title, rows, watched: false, drawn: true }]
  })
}
