import type { ChangeRow } from '#charts/kinds/changeTable.ts'
import type { Year } from '#domain/year.ts'
import { ChangeNote } from './ChangeNote.tsx'
import { Figure, indicatorPath } from './Figure.tsx'
import { Link } from './link.tsx'
import { yearWord } from './words.ts'

interface ChangeTableProps {
  readonly rows: readonly ChangeRow[]
  readonly base: Year
  readonly year: Year
  readonly label: string
}

/** K9: two years side by side with the change in words, in the report's order. */
export function ChangeTable({ rows, base, year, label }: ChangeTableProps) {
  return (
    <table className="figures-table">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">{yearWord(base)}</th>
          <th scope="col">{yearWord(year)}</th>
          <th scope="col">变动</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ indicator, from, to, change }) => (
          <tr key={indicator.id}>
            <th scope="row">
              <Link to={indicatorPath(indicator)}>{indicator.short}</Link>
            </th>
            <td>
              <Figure indicator={indicator} year={base} quantity={from} size="line" linked={false} />
            </td>
            <td>
              <Figure indicator={indicator} year={year} quantity={to} size="line" linked={false} />
            </td>
            <td>
              <ChangeNote change={change} indicator={indicator} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
