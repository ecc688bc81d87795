import { type MouseEvent, useLayoutEffect, useMemo, useRef } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import type { Year } from '#domain/year.ts'
import type { GridPlace } from '#ui/gridMoves.ts'
import { usePrinting } from '#ui/outside.ts'
import { tableWords } from '#ui/tableWords.ts'
import { focusCell, placeOf, useGrid } from '#ui/useGrid.ts'
import { activeLeftAt, useLeftPlace } from '#ui/useLeftPlace.ts'
import { GridHead, gridColumns } from './GridHead.tsx'
import { FIRST_YEAR_COLUMN, figurePath, GridRow } from './GridRow.tsx'
import type { Sorting, SortKey } from './query.ts'
import type { Changes, TableCell, TableRow } from './rows.ts'
import { useRange } from './useRange.ts'
import { drawnRows, MOST_DRAWN } from './windowing.ts'

interface FiguresGridProps {
  /** Of the page with its query; the place in the table is kept under it. */
  readonly address: string
  readonly rows: readonly TableRow[]
  readonly changes: Changes
  readonly year: Year
  /** Columns, oldest first: the last ones of each row's cells. */
  readonly years: readonly Year[]
  readonly openYears: readonly Year[]
  readonly sorting: Sorting | null
  readonly onSort: (by: SortKey) => void
  /** Missing: `null` where nothing can be changed. */
  readonly onEdit: ((indicator: Indicator, year: Year) => void) | null
}

const canFill = ({ quantity }: TableCell): boolean => quantity.kind === 'known' || quantity.why !== 'not-yet'

/** What the keys and the pointer do, wherever in the table they do it. */
function useCellActions({ rows, year, years, onSort, onEdit }: FiguresGridProps, sorts: (SortKey | null)[]) {
  const cellOf = ({ row, column }: GridPlace): TableCell | null => {
    const found = rows[row - 1]
    const shownYear = years[column - FIRST_YEAR_COLUMN]
    return found?.cells.find((cell) => cell.year === shownYear) ?? null
  }
  const open = ({ row, column }: GridPlace): void => {
    const found = rows[row - 1]
    const chosen = years[column - FIRST_YEAR_COLUMN] ?? year
    if (found) window.location.hash = figurePath(found.indicator, chosen)
  }
  const edit = (place: GridPlace): boolean => {
    const [found, cell] = [rows[place.row - 1], cellOf(place)]
    if (!onEdit || !found || !cell || !canFill(cell)) return false
    onEdit(found.indicator, cell.year)
    return true
  }
  const isEmpty = (place: GridPlace): boolean => {
    const quantity = cellOf(place)?.quantity
    return quantity?.kind === 'missing' && quantity.why === 'pending'
  }
  const onKey = (key: 'Enter' | 'F2', place: GridPlace): void => {
    const sort = place.row === 0 ? sorts[place.column] : undefined
    if (sort !== undefined && key === 'Enter') {
      if (sort !== null) onSort(sort)
    } else if (key === 'F2' || isEmpty(place)) edit(place)
    else open(place)
  }
  const onClick = ({ target }: MouseEvent): void => {
    const place = placeOf(target)
    if (place && ((target as Element).closest('.cell-edit') || isEmpty(place))) {
      focusCell(target)
      edit(place)
    }
  }
  const onDoubleClick = ({ target }: MouseEvent): void => {
    const place = placeOf(target)
    if (place) edit(place)
  }
  return { onKey, onClick, onDoubleClick }
}

/** Scrolls sideways, no further than needed, until the year looked at and its change are in sight. */
function showYear(scroller: HTMLElement): void {
  const head = (name: string): HTMLElement | null => scroller.querySelector(`thead .${name}`)
  const [unit, looked, change] = [head('col-unit'), head('looked'), head('col-change')]
  if (!unit || !looked || !change) return
  // The unit is the last column that stays.
  const most = looked.offsetLeft - unit.offsetLeft - unit.offsetWidth
  const least = change.offsetLeft + change.offsetWidth - scroller.clientWidth
  scroller.scrollLeft = Math.max(0, Math.min(most, least))
}

/** Stands for rows that are not drawn. Unit: px. */
function Gap({ height }: { readonly height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without a cell takes no focus
  return <tr aria-hidden="true" style={{ height }} />
}

/** All figures by years: sticky head and names, one stop of the Tab key, the arrow keys inside. */
export function FiguresGrid(props: FiguresGridProps) {
  const { rows, changes, year, years, openYears, sorting, address, onSort, onEdit } = props
  const scroller = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const windowed = rows.length > MOST_DRAWN && !usePrinting()
  const { range, rowHeight } = useRange(scroller, windowed)
  const columns = useMemo(() => gridColumns(years, year, openYears), [years, year, openYears])
  const actions = useCellActions(
    props,
    columns.map(({ sort }) => sort),
  )
  const { active, onFocus, onKeyDown } = useGrid(table, {
    rows: rows.length + 1,
    columns: columns.length,
    begin: activeLeftAt(address),
    onKey: actions.onKey,
  })
  // Another year moves the table sideways; a sort or a filter leaves it where it is.
  useLayoutEffect(() => {
    if (scroller.current && years.includes(year)) showYear(scroller.current)
  }, [year, years])
  useLeftPlace(scroller, address, active)
  const shown = windowed ? range : { first: 0, end: rows.length }
  const firstYear = (rows[0]?.cells.length ?? 0) - years.length
  return (
    <div className="grid-scroll" ref={scroller}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows a table as a grid
        role="grid"
        className="figures-grid"
        aria-label={tableWords.label(year)}
        aria-describedby="table-keys"
        aria-rowcount={windowed ? rows.length + 1 : undefined}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={actions.onClick}
        onDoubleClick={actions.onDoubleClick}
      >
        <GridHead
          columns={columns}
          sorting={sorting}
          onSort={onSort}
          activeColumn={active.row === 0 ? active.column : -1}
          windowed={windowed}
        />
        <tbody>
          {drawnRows(rows.length, shown, active.row - 1).map((drawn) => {
            if ('gap' in drawn) return <Gap key={`gap-${drawn.gap}`} height={drawn.gap * rowHeight} />
            const row = rows[drawn.row]
            if (!row) return null
            return (
              <GridRow
                // By place where few are drawn: another order then changes texts instead of making rows anew.
                key={windowed ? drawn.row : row.indicator.id}
                row={row}
                change={changes.get(row.indicator.id)}
                year={year}
                firstYear={firstYear}
                activeColumn={active.row === drawn.row + 1 ? active.column : -1}
                rowIndex={windowed ? drawn.row + 2 : undefined}
                editable={onEdit !== null}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
