import { type MouseEvent, memo, useRef } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import type { Year } from '#domain/year.ts'
import { Chip, chapterStyle } from '#ui/Chip.tsx'
import { entryWords } from '#ui/entryWords.ts'
import type { GridPlace } from '#ui/gridMoves.ts'
import { tableWords } from '#ui/tableWords.ts'
import { focusCell, placeOf, useGrid } from '#ui/useGrid.ts'
import { activeLeftAt, useLeftPlace } from '#ui/useLeftPlace.ts'
import { stateWords } from '#ui/words.ts'
import { type EntryGroup, type EntryLine, isEmpty } from './matrix.ts'
import { SlotContent, slotMarks, slotPath } from './SlotState.tsx'

interface LineProps {
  readonly line: EntryLine
  /** Missing: −1 while the active cell is in another row. */
  readonly activeColumn: number
}

const Line = memo(function Line({ line, activeColumn }: LineProps) {
  const { indicator, slots } = line
  return (
    <tr>
      <th scope="row" tabIndex={activeColumn === 0 ? 0 : -1}>
        {indicator.name}
      </th>
      {slots.map((slot, i) => (
        <td
          key={slot.year}
          tabIndex={activeColumn === i + 1 ? 0 : -1}
          className={isEmpty(slot) ? 'slot empty' : 'slot'}
          {...slotMarks(indicator, slot)}
        >
          <SlotContent indicator={indicator} slot={slot} />
        </td>
      ))}
    </tr>
  )
})

interface ChapterRowProps {
  readonly group: EntryGroup
  readonly open: boolean
  readonly onToggle: () => void
  readonly activeColumn: number
}

/** A chapter's counts; its name opens and closes its indicators. */
function ChapterRow({ group, open, onToggle, activeColumn }: ChapterRowProps) {
  const { chapter, counts } = group
  return (
    <tr className="chapter-row" style={chapterStyle(chapter.number)}>
      <th scope="row" tabIndex={activeColumn === 0 ? 0 : -1}>
        <button
          type="button"
          tabIndex={-1}
          className="chapter-toggle"
          aria-expanded={open}
          onClick={onToggle}
        >
          <Chip chapter={chapter} />
          {chapter.short}
          <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        </button>
      </th>
      {counts.map(({ state, entered, expected }, i) => (
        <td
          key={i}
          tabIndex={activeColumn === i + 1 ? 0 : -1}
          className={state === 'pending' ? 'count pending' : 'count'}
        >
          {state === 'pending' ? stateWords.pending : `${entered} / ${expected}`}
        </td>
      ))}
    </tr>
  )
}

/** A row of the grid: a chapter, or one of its indicators. */
type GridRow = { readonly group: EntryGroup } | { readonly line: EntryLine }

const gridRows = (groups: readonly EntryGroup[], closed: ReadonlySet<number>): readonly GridRow[] =>
  groups.flatMap((group): GridRow[] => [
    { group },
    ...(closed.has(group.chapter.number) ? [] : group.lines.map((line) => ({ line }))),
  ])

interface EntriesGridProps {
  /** Of the page with its query; the place in the grid is kept under it. */
  readonly address: string
  readonly groups: readonly EntryGroup[]
  readonly years: readonly Year[]
  readonly openYears: readonly Year[]
  /** Chapters whose indicators are not shown. */
  readonly closed: ReadonlySet<number>
  readonly onToggle: (chapter: number) => void
  /** Missing: `null` where nothing can be changed. */
  readonly onEdit: ((indicator: Indicator, year: Year) => void) | null
}

/** What keys and pointer do: an empty slot opens its form, a filled one its figure, a chapter itself. */
function useSlotActions(rows: readonly GridRow[], { onToggle, onEdit }: EntriesGridProps) {
  const slotAt = ({ row, column }: GridPlace) => {
    const found = rows[row - 1]
    const slot = found && 'line' in found ? found.line.slots[column - 1] : undefined
    return found && 'line' in found && slot ? { indicator: found.line.indicator, slot } : null
  }
  const act = (place: GridPlace, edits: boolean): void => {
    const found = rows[place.row - 1]
    const at = slotAt(place)
    if (found && 'group' in found) {
      if (place.column === 0 && !edits) onToggle(found.group.chapter.number)
    } else if (!at || at.slot.state === 'not-yet') return
    else if (edits || isEmpty(at.slot)) onEdit?.(at.indicator, at.slot.year)
    else window.location.hash = slotPath(at.indicator, at.slot.year)
  }
  const onClick = ({ target }: MouseEvent): void => {
    const place = placeOf(target)
    // A chapter's button and a figure's link act for themselves.
    if (!place || !slotAt(place) || (target as Element).closest('a')) return
    focusCell(target)
    act(place, false)
  }
  return { act, onClick }
}

/** K10: every indicator through the years, as states; one stop of the Tab key, the arrow keys inside. */
export function EntriesGrid(props: EntriesGridProps) {
  const { groups, years, openYears, closed, address, onToggle } = props
  const table = useRef<HTMLTableElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const rows = gridRows(groups, closed)
  const { act, onClick } = useSlotActions(rows, props)
  const { active, onFocus, onKeyDown } = useGrid(table, {
    rows: rows.length + 1,
    columns: years.length + 1,
    begin: activeLeftAt(address),
    onKey: (key, place) => act(place, key === 'F2'),
  })
  useLeftPlace(scroller, address, active)
  const columnIn = (row: number): number => (active.row === row ? active.column : -1)
  return (
    <div className="grid-scroll" ref={scroller}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows a table as a grid
        role="grid"
        className="entries-grid"
        aria-label={entryWords.label}
        aria-describedby="entries-keys"
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          <tr>
            <th scope="col" tabIndex={columnIn(0) === 0 ? 0 : -1}>
              {tableWords.name}
            </th>
            {years.map((year, i) => (
              <th key={year} scope="col" tabIndex={columnIn(0) === i + 1 ? 0 : -1}>
                {tableWords.yearHead(year, openYears.includes(year))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) =>
            'group' in row ? (
              <ChapterRow
                key={`chapter-${row.group.chapter.number}`}
                group={row.group}
                open={!closed.has(row.group.chapter.number)}
                onToggle={() => onToggle(row.group.chapter.number)}
                activeColumn={columnIn(i + 1)}
              />
            ) : (
              <Line key={row.line.indicator.id} line={row.line} activeColumn={columnIn(i + 1)} />
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
