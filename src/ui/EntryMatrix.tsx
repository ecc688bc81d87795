import type { EntryCell, EntryRow } from '#charts/kinds/entryMatrix.ts'
import { chapterStyle } from './Chip.tsx'
import { stateWords } from './words.ts'

function Cell({ cell }: { readonly cell: EntryCell }) {
  const style = cell.chapter ? chapterStyle(cell.chapter.number) : { '--cc': 'var(--ink-2)' }
  if (cell.state === 'pending')
    return (
      <td className="entry-cell pending">{cell.chapter ? stateWords.pending : `0 / ${cell.expected}`}</td>
    )
  const whole = cell.entered === cell.expected
  return (
    <td className={whole ? 'entry-cell whole' : 'entry-cell partial'} style={style}>
      {`${cell.entered} / ${cell.expected}`}
    </td>
  )
}

/** K10: entered and expected figures by chapter and year; an empty year is a dashed row, not zeros. */
export function EntryMatrix({ rows, label }: { readonly rows: readonly EntryRow[]; readonly label: string }) {
  const columns = rows[0]?.cells ?? []
  return (
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
            <th scope="row" className="num">
              {row.year}
            </th>
            {row.cells.map((cell) => (
              <Cell key={cell.chapter?.number ?? 'all'} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
