import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { clampPlace, type GridPlace, type GridSize, moveInGrid } from './gridMoves.ts'

interface GridOptions {
  /** Rows of the whole grid, the head included, also those that are not drawn. */
  readonly rows: number
  readonly columns: number
  /** The cell that is active at first. Missing: `null` for the first below the head. */
  readonly begin: GridPlace | null
  /** Enter or F2 on a cell. */
  readonly onKey: (key: 'Enter' | 'F2', place: GridPlace) => void
}

/** Grid row of a drawn row: `aria-rowindex` where only a part of the rows is drawn, its place in the table otherwise. */
const rowOf = (row: HTMLTableRowElement): number => {
  const index = row.getAttribute('aria-rowindex')
  return index === null ? row.rowIndex : Number(index) - 1
}

function cellAt(table: HTMLTableElement, { row, column }: GridPlace): HTMLTableCellElement | null {
  const drawn =
    table.querySelector<HTMLTableRowElement>(`tr[aria-rowindex="${row + 1}"]`) ?? table.rows[row] ?? null
  return drawn?.cells[column] ?? null
}

/** Where an element of the table stands. Missing: `null` outside of every cell. */
export function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null
  const row = cell?.closest('tr')
  return cell && row ? { row: rowOf(row), column: cell.cellIndex } : null
}

/** Puts the focus on the cell itself: the button in it goes when its slot is filled, and the focus would go with it. */
export function focusCell(target: EventTarget): void {
  if (target instanceof Element)
    target.closest<HTMLTableCellElement>('td, th')?.focus({ preventScroll: true })
}

/** Rows a page of the scrolled part holds, one kept in sight as a reader's mark. */
function pageOf(table: HTMLTableElement): number {
  const height = table.tBodies[0]?.rows[0]?.offsetHeight ?? 0
  const shown = (table.parentElement?.clientHeight ?? 0) - (table.tHead?.offsetHeight ?? 0)
  return height > 0 ? Math.max(1, Math.floor(shown / height) - 1) : 10
}

/**
 * Makes a table one stop of the Tab key, with a cell that the keys move and that is scrolled into sight.
 * The table's cells carry `tabIndex` 0 for the active one and −1 otherwise; what is inside them −1.
 */
export function useGrid(
  table: RefObject<HTMLTableElement | null>,
  { rows, columns, begin, onKey }: GridOptions,
) {
  const [wanted, setActive] = useState<GridPlace>(begin ?? { row: 1, column: 0 })
  const moved = useRef(false)
  const size = (): GridSize => ({ rows, columns, page: table.current ? pageOf(table.current) : 1 })
  const active = clampPlace(wanted, { rows, columns, page: 1 })

  useLayoutEffect(() => {
    if (!moved.current || !table.current) return
    moved.current = false
    const cell = cellAt(table.current, wanted)
    cell?.focus({ preventScroll: true })
    // The frame first: a sticky head counts as in sight even where the page's own head covers it.
    table.current.parentElement?.scrollIntoView({ block: 'nearest' })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [table, wanted])

  const onFocus = ({ target }: FocusEvent): void => {
    const place = placeOf(target)
    if (place && (place.row !== active.row || place.column !== active.column)) setActive(place)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.shiftKey || event.nativeEvent.isComposing) return
    const { key } = event
    if ((key === 'Enter' && event.target instanceof HTMLTableCellElement) || key === 'F2') {
      event.preventDefault()
      onKey(key, active)
      return
    }
    const next = moveInGrid(active, key, event.ctrlKey, size())
    if (!next) return
    event.preventDefault()
    moved.current = true
    setActive(next)
  }
  return { active, onFocus, onKeyDown }
}
