import type { ReactNode } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import { FIGURE_COLUMNS } from '#domain/figureColumns.ts'
import { parseYear, type Year } from '#domain/year.ts'
import type { ColumnRole, ReadColumn } from '#importing/upload/reading.ts'
import { byWords, importWords, waitingWords } from '#ui/importWords.ts'
import type { Desk } from './desk.ts'
import { Step } from './Step.tsx'
import type { ImportSession } from './session.ts'
import type { ShownReading } from './shown.ts'

/** Columns beyond which nobody looks at each. */
const MOST_COLUMNS = 60

/** A role as the value of an option. */
function toValue(role: ColumnRole): string {
  if (role.is === 'field') return role.field
  return role.is === 'year' ? String(role.year) : role.is
}

const labelOf = ({ label, place }: ReadColumn): string => label || importWords.columnName(place)

function toRole(value: string, column: ReadColumn): ColumnRole {
  const field = FIGURE_COLUMNS.find((name) => name === value)
  if (field) return { is: 'field', field }
  const year = parseYear(value)
  if (year !== null) return { is: 'year', year }
  return value === 'indicator' ? { is: 'indicator', name: column.label } : { is: 'ignored' }
}

/** What a column may be taken for in a table of this layout. */
function optionsFor(
  { layout }: ShownReading,
  { role }: ReadColumn,
  years: readonly Year[],
): readonly (readonly [value: string, text: string])[] {
  const own = role.is === 'year' ? [role.year] : []
  const shown = layout === 'wide' ? [...new Set([...own, ...years])] : own
  return [
    ['ignored', importWords.ignored] as const,
    ...FIGURE_COLUMNS.map((field) => [field, field] as const),
    ...shown.map((year) => [String(year), importWords.yearColumn(year)] as const),
    ...(layout === 'transposed' || role.is === 'indicator'
      ? [['indicator', importWords.indicatorColumn] as const]
      : []),
  ]
}

interface TableProps {
  readonly desk: Desk
  readonly reading: ShownReading
  readonly years: readonly Year[]
}

/** Each column of the file, what it was taken for and why. */
function ColumnTable({ desk, reading, years }: TableProps) {
  return (
    <table className="import-columns">
      <caption className="visually-hidden">{importWords.columns}</caption>
      <thead>
        <tr>
          <th scope="col">{importWords.fileColumn}</th>
          <th scope="col">{importWords.systemField}</th>
          <th scope="col">{importWords.why}</th>
        </tr>
      </thead>
      <tbody>
        {reading.columns.slice(0, MOST_COLUMNS).map((column) => (
          <tr key={column.place} className={column.role.is === 'ignored' ? 'ignored' : undefined}>
            <th scope="row">
              <bdi>{labelOf(column)}</bdi>
            </th>
            <td>
              <span aria-hidden="true">→ </span>
              <select
                aria-label={importWords.fieldOf(labelOf(column))}
                value={toValue(column.role)}
                onChange={({ currentTarget }) =>
                  desk.choose({
                    what: 'column',
                    place: column.place,
                    to: toRole(currentTarget.value, column),
                  })
                }
              >
                {optionsFor(reading, column, years).map(([value, text]) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </select>
            </td>
            <td className="import-by">{byWords[column.by]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface StepProps {
  readonly desk: Desk
  readonly session: ImportSession
  readonly dataset: Dataset
  /** The unknown names and what is remembered. */
  readonly children: ReactNode
}

/** ③ What each column means, and which names nobody knows. */
export function ColumnsStep({ desk, session, dataset, children }: StepProps) {
  const { reading } = session
  if (!reading || reading.columns.length === 0)
    return <Step place={2} state="waiting" summary={waitingWords.table} />
  const last = dataset.years[dataset.years.length - 1]
  const years = [...(last === undefined ? [] : [(last + 1) as Year]), ...[...dataset.years].reverse()]
  const open = reading.unknown.filter(({ answer }) => answer === null)
  const taken = reading.columns.filter(({ role }) => role.is !== 'ignored').length
  return (
    <Step
      place={2}
      state={open.length > 0 ? 'open' : 'done'}
      summary={importWords.columnsTaken(taken, reading.columns.length)}
    >
      <ColumnTable desk={desk} reading={reading} years={years} />
      {reading.columns.length > MOST_COLUMNS && (
        <p className="sub">{importWords.columnsCut(MOST_COLUMNS, reading.columns.length)}</p>
      )}
      {children}
    </Step>
  )
}
