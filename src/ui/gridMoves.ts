/** A place in a grid. Unit: rows and columns from 0, the head being row 0 where the grid counts it. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows that Page Up and Page Down pass over. */
  readonly page: number
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** The place moved into the grid, where filters have made that smaller. */
export const clampPlace = ({ row, column }: GridPlace, { rows, columns }: GridSize): GridPlace => ({
  row: within(row, rows),
  column: within(column, columns),
})

type Move = (place: GridPlace, size: GridSize) => GridPlace

const plain = new Map<string, Move>([
  ['ArrowUp', ({ row, column }) => ({ row: row - 1, column })],
  ['ArrowDown', ({ row, column }) => ({ row: row + 1, column })],
  ['ArrowLeft', ({ row, column }) => ({ row, column: column - 1 })],
  ['ArrowRight', ({ row, column }) => ({ row, column: column + 1 })],
  ['Home', ({ row }) => ({ row, column: 0 })],
  ['End', ({ row }, { columns }) => ({ row, column: columns - 1 })],
  ['PageUp', ({ row, column }, { page }) => ({ row: row - page, column })],
  ['PageDown', ({ row, column }, { page }) => ({ row: row + page, column })],
])

const withCtrl = new Map<string, Move>([
  ['ArrowUp', ({ column }) => ({ row: 0, column })],
  ['ArrowDown', ({ column }, { rows }) => ({ row: rows - 1, column })],
  ['ArrowLeft', ({ row }) => ({ row, column: 0 })],
  ['ArrowRight', ({ row }, { columns }) => ({ row, column: columns - 1 })],
  ['Home', () => ({ row: 0, column: 0 })],
  ['End', (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 })],
])

/**
 * Where a key leads from a place; at an edge it stays.
 * Missing: `null` for a key that does not move.
 * Source: keyboard interaction of the grid pattern, ARIA Authoring Practices.
 */
export function moveInGrid(place: GridPlace, key: string, ctrl: boolean, size: GridSize): GridPlace | null {
  const move = (ctrl ? withCtrl : plain).get(key)
  return move ? clampPlace(move(place, size), size) : null
}
