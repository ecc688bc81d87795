import type { EntryCell, EntryRow } from '#charts/kinds/entryMatrix.ts'
import { chapterStyle } from './Chip.tsx'
import { Link } from './link.tsx'
import { stateWords, words } from './words.ts'

function Cell({ cell }: { readonly cell: EntryCell }) {
  const style = cell.chapter ? chapterStyle(cell.chapter.number) : { '--cc': 'var(--ink-2)' }
  const count = `${cell.entered} / ${cell.expected}`
  if (cell.state === 'pending')
    return <td className="entry-cell pending">{cell.chapter ? stateWords.pending : count}</td>
  const whole = cell.entered === cell.expected
  const look = whole ? 'whole' : cell.state === 'open' ? 'partial open' : 'partial'
  return (
    <td className={`entry-cell ${look}`} style={style}>
      {count}
    </td>
  )
}

/** K10: entered and expected figures by chapter and year; an empty year is a dashed row, not zeros. */
export function EntryMatrix({ rows, label }: { readonly rows: readonly EntryRow[]; readonly label: string }) {
  const columns = rows[0]?.cells ?? []
  return (
    <>
      <table className="entry-matrix">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">年度</th>
            {columns.map(({ chapter }) => (
              <th scope="col" key={chapter?.number ?? 'all'}>
                {chapter ? chapter.glyph : '合计'}
                {chapter && <span className="wide-only"> {chapter.short}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.year}>
              <th scope="row">
                <span className="num">{row.year}</span>
                {row.cells[0]?.state === 'open' && <small className="entry-open">{words.entryOpen}</small>}
              </th>
              {row.cells.map((cell) => (
                <Cell key={cell.chapter?.number ?? 'all'} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="panel-foot">
        <Link to="/entries" className="entry-link">
          {words.everyEntry}
        </Link>
      </p>
    </>
  )
}
