import { memo } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import type { Change } from '#domain/measures/change.ts'
import { toPeriodText } from '#domain/note.ts'
import { toFigureText } from '#domain/numbers/format.ts'
import { type KnownQuantity, stateOf } from '#domain/quantity.ts'
import { toPrintedPunctuation } from '#domain/report.ts'
import type { Year } from '#domain/year.ts'
import { ChangeNote } from '#ui/ChangeNote.tsx'
import { Chip } from '#ui/Chip.tsx'
import { figureMarks, indicatorPath } from '#ui/Figure.tsx'
import { stateSymbols, tableWords } from '#ui/tableWords.ts'
import { directionWords, missingWords, stateTip, stateWords, words } from '#ui/words.ts'
import { cellAt, type TableCell, type TableRow } from './rows.ts'

/** Columns before the years: 指标, 单位, 章. */
export const FIRST_YEAR_COLUMN = 3

/** The figure's page in a year of its own, whichever year is looked at. */
export const figurePath = (indicator: Indicator, year: Year): string =>
  `${indicatorPath(indicator)}?year=${year}`

/** What a reader must know beside the number: a bound's word, the months, a new scope, a doubt. */
function tagsOf({ quantity, observation }: TableCell): readonly string[] {
  const tags: string[] = []
  if (quantity.kind === 'known' && quantity.bound !== 'exact' && quantity.bound !== 'rank')
    tags.push(stateWords[quantity.bound])
  if (observation?.period) tags.push(toPeriodText(observation.period))
  if (observation && observation.scopeChange !== null) tags.push(tableWords.scope)
  if (observation?.doubtful) tags.push(words.doubtful)
  return tags
}

interface NumberProps {
  readonly quantity: KnownQuantity
  readonly unit: string
}

/** The number alone where its unit is the column's; the unit is still there to be read aloud. */
function NumberText({ quantity, unit }: NumberProps) {
  const text = toFigureText(quantity, unit)
  const silent = text.unit === unit && unit !== '%'
  return (
    <>
      <span className="num">{text.mark + text.number}</span>
      {text.unit !== '' && <span className={silent ? 'visually-hidden' : 'figure-unit'}>{text.unit}</span>}
    </>
  )
}

interface FigureContentProps {
  readonly cell: TableCell
  readonly indicator: Indicator
}

/** A figure with what limits it, or the word for why there is none. */
export function FigureContent({ cell, indicator }: FigureContentProps) {
  const { quantity } = cell
  if (quantity.kind === 'missing')
    return (
      <span className={`state-box ${quantity.why}`}>
        {stateSymbols[quantity.why]} {missingWords[quantity.why]}
      </span>
    )
  const tags = tagsOf(cell)
  return (
    <>
      <NumberText quantity={quantity} unit={indicator.unit} />
      {tags.length > 0 && <span className="cell-tags">{tags.join('·')}</span>}
    </>
  )
}

/** Why the figure stands as it does. Missing: `undefined` for a plain one. */
function tipOf({ quantity, observation, year }: TableCell, indicator: Indicator): string | undefined {
  const known = quantity.kind === 'known' ? quantity : null
  const change = observation?.scopeChange
  const tips = [
    stateTip(stateOf(quantity), year, known, indicator.unit),
    change === null || change === undefined ? null : tableWords.scopeTip(change),
  ]
  return tips.filter((tip) => tip !== null).join('') || undefined
}

interface FigureCellProps extends FigureContentProps {
  readonly looked: boolean
  readonly active: boolean
  readonly editable: boolean
}

const FigureCell = memo(function FigureCell({ cell, indicator, looked, active, editable }: FigureCellProps) {
  const { year, quantity } = cell
  return (
    <td
      tabIndex={active ? 0 : -1}
      className={looked ? 'cell-figure looked' : 'cell-figure'}
      title={tipOf(cell, indicator)}
      {...figureMarks({ indicator, year, quantity })}
    >
      {quantity.kind === 'known' ? (
        <a tabIndex={-1} href={`#${figurePath(indicator, year)}`}>
          <FigureContent cell={cell} indicator={indicator} />
        </a>
      ) : quantity.why === 'pending' && editable ? (
        <button type="button" tabIndex={-1} className="state-box pending" aria-haspopup="dialog">
          {missingWords.pending}
        </button>
      ) : (
        <FigureContent cell={cell} indicator={indicator} />
      )}
      {editable && quantity.kind === 'known' && (
        <button type="button" tabIndex={-1} className="cell-edit">
          {tableWords.edit}
        </button>
      )}
    </td>
  )
})

interface GridRowProps {
  readonly row: TableRow
  readonly change: Change | undefined
  readonly year: Year
  /** Place of the first year shown in `row.cells`. */
  readonly firstYear: number
  /** Column of the active cell. Missing: −1 while it is in another row. */
  readonly activeColumn: number
  /** Missing: `undefined` where every row is drawn. */
  readonly rowIndex: number | undefined
  readonly editable: boolean
}

/** One figure through the years. Its handlers are the table's own: a row has none, so that a thousand cells stay cheap. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, change, year, firstYear, activeColumn, rowIndex, editable } = props
  const { indicator, chapter } = row
  const shown = row.cells.slice(firstYear)
  const stop = (column: number): 0 | -1 => (column === activeColumn ? 0 : -1)
  const behind = FIRST_YEAR_COLUMN + shown.length
  const quote = toPrintedPunctuation(cellAt(row, year)?.observation?.quote ?? '')
  return (
    <tr aria-rowindex={rowIndex}>
      <th scope="row" tabIndex={stop(0)}>
        {chapter && <Chip chapter={chapter} />}
        <a tabIndex={-1} href={`#${figurePath(indicator, year)}`}>
          {indicator.name}
        </a>
      </th>
      <td tabIndex={stop(1)} className="cell-unit">
        {indicator.unit}
      </td>
      <td tabIndex={stop(2)}>{chapter?.short}</td>
      {shown.map((cell, i) => (
        <FigureCell
          key={cell.year}
          cell={cell}
          indicator={indicator}
          looked={cell.year === year}
          active={activeColumn === FIRST_YEAR_COLUMN + i}
          editable={editable}
        />
      ))}
      <td tabIndex={stop(behind)} className="cell-change">
        {change?.base ? <ChangeNote change={change} indicator={indicator} /> : '—'}
      </td>
      <td tabIndex={stop(behind + 1)}>{directionWords[indicator.direction]}</td>
      <td tabIndex={stop(behind + 2)} className="quote-cell" title={quote}>
        <span className="quote-lines">{quote}</span>
      </td>
    </tr>
  )
})
