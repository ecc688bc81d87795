import type { Year } from '#domain/year.ts'
import { tableWords } from '#ui/tableWords.ts'
import type { Sorting, SortKey } from './query.ts'

export interface GridColumn {
  readonly name: string
  /** Missing: `null` for a column that is not ordered by. */
  readonly sort: SortKey | null
  readonly className: string
}

/** The table's columns from left to right. */
export const gridColumns = (
  years: readonly Year[],
  year: Year,
  openYears: readonly Year[],
): readonly GridColumn[] => [
  { name: tableWords.name, sort: 'name', className: 'col-name' },
  { name: tableWords.unit, sort: 'unit', className: 'col-unit' },
  { name: tableWords.chapter, sort: 'chapter', className: 'col-chapter' },
  ...years.map((y) => ({
    name: tableWords.yearHead(y, openYears.includes(y)),
    sort: y,
    className: y === year ? 'col-year looked' : 'col-year',
  })),
  { name: tableWords.change, sort: 'change', className: 'col-change' },
  { name: tableWords.direction, sort: 'direction', className: 'col-direction' },
  { name: tableWords.quote, sort: null, className: 'col-quote' },
]

const ariaSort = (sort: SortKey | null, sorting: Sorting | null) => {
  if (sort === null) return undefined
  if (sorting?.by !== sort) return 'none'
  return sorting.descending ? 'descending' : 'ascending'
}

interface GridHeadProps {
  readonly columns: readonly GridColumn[]
  readonly sorting: Sorting | null
  readonly onSort: (by: SortKey) => void
  /** Missing: −1 while the active cell is in the body. */
  readonly activeColumn: number
  readonly windowed: boolean
}

/** The head: each button orders the rows by its column, upwards, downwards, and back to the report's order. */
export function GridHead({ columns, sorting, onSort, activeColumn, windowed }: GridHeadProps) {
  return (
    <>
      <colgroup>
        {columns.map(({ name, className }) => (
          <col key={name} className={className} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={windowed ? 1 : undefined}>
          {columns.map(({ name, sort, className }, i) => (
            <th
              key={name}
              scope="col"
              className={className}
              aria-sort={ariaSort(sort, sorting)}
              tabIndex={i === activeColumn ? 0 : -1}
            >
              {sort === null ? (
                name
              ) : (
                <button type="button" tabIndex={-1} className="sort-button" onClick={() => onSort(sort)}>
                  {name}
                  <span className="sort-mark" aria-hidden="true">
                    {sorting?.by === sort ? (sorting.descending ? '▼' : '▲') : '↕'}
                  </span>
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
    </>
  )
}
