import { useState } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import { stateOf } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { ChangeNote } from '#ui/ChangeNote.tsx'
import { Chip, chapterStyle } from '#ui/Chip.tsx'
import { figureMarks } from '#ui/Figure.tsx'
import { tableWords } from '#ui/tableWords.ts'
import { stateWords, words, yearWord } from '#ui/words.ts'
import { FigureContent, figurePath } from './GridRow.tsx'
import { type Changes, cellAt, type TableRow } from './rows.ts'

/** Cards drawn at once; five hundred of them would keep a phone busy. */
const STEP = 120

interface FigureCardsProps {
  readonly rows: readonly TableRow[]
  readonly changes: Changes
  readonly year: Year
  /** Missing: `null` where nothing can be changed. */
  readonly onEdit: ((indicator: Indicator, year: Year) => void) | null
}

function FigureCard({ row, changes, year, onEdit }: Omit<FigureCardsProps, 'rows'> & { row: TableRow }) {
  const { indicator, chapter } = row
  const cell = cellAt(row, year)
  const change = changes.get(indicator.id)
  if (!cell) return null
  const { quantity } = cell
  const fillable = quantity.kind === 'known' || quantity.why !== 'not-yet'
  const verb = quantity.kind === 'missing' && quantity.why === 'pending' ? tableWords.enter : tableWords.edit
  return (
    <li className="card figure-item" style={chapterStyle(indicator.chapter)}>
      <h2>
        {chapter && <Chip chapter={chapter} />}
        <a href={`#${figurePath(indicator, year)}`}>{indicator.name}</a>
      </h2>
      <p className="figure-card-value" {...figureMarks({ indicator, year, quantity })}>
        <FigureContent cell={cell} indicator={indicator} />
        {quantity.kind === 'known' && indicator.unit !== '%' && (
          <span className="figure-unit" aria-hidden="true">
            {indicator.unit}
          </span>
        )}
      </p>
      <p className="sub">{`${yearWord(year)} · ${stateWords[stateOf(quantity)]}${chapter ? ` · ${chapter.short}` : ''}`}</p>
      {change && (
        <p className="sub">
          {words.sinceLast}
          <ChangeNote change={change} indicator={indicator} />
        </p>
      )}
      {onEdit && fillable && (
        <button
          type="button"
          className="button"
          aria-label={tableWords.editOf(indicator.name, year)}
          onClick={() => onEdit(indicator, year)}
        >
          {verb}
        </button>
      )}
    </li>
  )
}

/** The table on a phone: a card for each figure of the year looked at, nothing to scroll sideways. */
export function FigureCards({ rows, ...rest }: FigureCardsProps) {
  const [count, setCount] = useState(STEP)
  const left = rows.length - count
  return (
    <>
      <ul className="figure-cards">
        {rows.slice(0, count).map((row) => (
          <FigureCard key={row.indicator.id} row={row} {...rest} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="button" onClick={() => setCount(count + STEP)}>
          {tableWords.more(Math.min(left, STEP))}
        </button>
      )}
    </>
  )
}
