import type { ChangeRow } from '#charts/kinds/changeTable.ts'

/** Up to this many rows all are drawn, though not at once, and the browser's own search finds each. */
const MOST_DRAWN = 150
/** Rows that come and go together. */
const CHUNK = 20
/** Rows drawn at once: more than a window holds. */
export const FIRST_ROWS = 20

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

/** Cuts rows into chunks; the head of a group goes with its first one. */
export function chunksOf(
  groups: readonly ChangeRows[],
  { start, drawn, windowed }: ChunkPlace,
): readonly ChangeChunk[] {
  const chunks: ChangeChunk[] = []
  let place = start
  for (const { title, rows } of groups)
    for (let at = 0; at < rows.length; at += CHUNK) {
      const part = rows.slice(at, at + CHUNK)
      chunks.push({
        title: at === 0 ? title : '',
        rows: part,
        watched: windowed,
        drawn: place < drawn,
      })
      place += part.length
    }
  return chunks
}
