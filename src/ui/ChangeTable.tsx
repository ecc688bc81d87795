import { memo, useRef } from 'react'
import { type ChangeRow, type ChangeSide, trailYears } from '#charts/kinds/changeTable.ts'
import type { Chapter, Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { ChangeNote } from './ChangeNote.tsx'
import { Chip } from './Chip.tsx'
import { type ChangeChunk, type ChangeRows, type ChunkPlace, chunksOf } from './changeChunks.ts'
import { compareWords } from './compareWords.ts'
import { Figure, indicatorPath } from './Figure.tsx'
import { Link } from './link.tsx'
import { TrailStrip } from './SparkStrip.tsx'
import { useNear } from './useNear.ts'
import { words, yearWord } from './words.ts'

export interface ChangeTableProps {
  readonly dataset: Dataset
  readonly groups: readonly ChangeRows[]
  readonly place: ChunkPlace
  readonly base: Year
  readonly year: Year
  readonly label: string
  /** The strip of all years; with two there is nothing more to see in it. */
  readonly trail: boolean
  /** The chapter before each name, where rows of several stand together. Missing: `null` where one heads them all. */
  readonly chapterOf: ((indicator: Indicator) => Chapter | null) | null
}

interface SideFigureProps {
  readonly indicator: Indicator
  readonly side: ChangeSide
}

/** One year's figure, leading to its sentence of that year. */
export function SideFigure({ indicator, side: { year, quantity, observation } }: SideFigureProps) {
  return (
    <Link to={`${indicatorPath(indicator)}?year=${year}`} className="change-figure">
      <Figure
        indicator={indicator}
        year={year}
        quantity={quantity}
        size="line"
        linked={false}
        period={observation?.period ?? null}
      />
      {observation?.doubtful && <span className="tag">{words.doubtful}</span>}
    </Link>
  )
}

interface RowProps {
  readonly dataset: Dataset
  readonly row: ChangeRow
  readonly trail: boolean
  readonly chapter: Chapter | null
}

/** Drawn anew only when its own figures change. */
const Row = memo(function Row({ dataset, row, trail, chapter }: RowProps) {
  const { indicator, from, to, change } = row
  return (
    <tr>
      <th scope="row">
        <span className="change-name">
          {chapter && <Chip chapter={chapter} />}
          <Link to={`${indicatorPath(indicator)}?year=${to.year}`}>{indicator.short}</Link>
        </span>
      </th>
      <td className="change-year">
        <SideFigure indicator={indicator} side={from} />
      </td>
      <td className="change-year">
        <SideFigure indicator={indicator} side={to} />
      </td>
      <td className="change-words">
        <ChangeNote change={change} indicator={indicator} />
      </td>
      {trail && (
        <td className="change-trail">
          <TrailStrip dataset={dataset} row={row} />
        </td>
      )}
    </tr>
  )
})

/** Height of a row nobody has measured. Unit: px. */
const ROW_HEIGHT = 47

interface ChunkProps extends Pick<ChangeTableProps, 'dataset' | 'trail' | 'chapterOf'> {
  readonly chunk: ChangeChunk
}

/** Some rows, or the room they take while they are out of sight. */
function Chunk({ chunk: { title, rows, watched, drawn }, dataset, trail, chapterOf }: ChunkProps) {
  const ref = useRef<HTMLTableSectionElement>(null)
  const { near, height } = useNear(ref, drawn, watched)
  const columns = trail ? 5 : 4
  if (!near)
    return (
      <tbody ref={ref}>
        <tr>
          <td
            className="change-gap"
            colSpan={columns}
            style={{ height: height ?? rows.length * ROW_HEIGHT }}
          />
        </tr>
      </tbody>
    )
  return (
    <tbody ref={ref}>
      {title !== '' && (
        <tr className="change-group">
          <th scope="rowgroup" colSpan={columns}>
            {title}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <Row
          key={row.indicator.id}
          dataset={dataset}
          row={row}
          trail={trail}
          chapter={chapterOf ? chapterOf(row.indicator) : null}
        />
      ))}
    </tbody>
  )
}

function Head({ dataset, base, year, trail }: Pick<ChangeTableProps, 'dataset' | 'base' | 'year' | 'trail'>) {
  const years = trailYears(dataset, base, year)
  return (
    <thead>
      <tr>
        <th scope="col">指标</th>
        <th scope="col" className="change-year">
          {yearWord(base)}
        </th>
        <th scope="col" className="change-year">
          {yearWord(year)}
        </th>
        <th scope="col" className="change-words">
          {compareWords.change}
        </th>
        {trail && (
          <th scope="col" className="change-trail">
            {compareWords.trail}
            <span className="trail-years">
              {compareWords.trailYears(Math.min(...years), Math.max(...years))}
            </span>
          </th>
        )}
      </tr>
    </thead>
  )
}

/** K9: two years side by side with the change in words. */
export function ChangeTable(props: ChangeTableProps) {
  const { dataset, groups, base, year, label, trail, chapterOf, place } = props
  return (
    <table className="figures-table change-table">
      <caption className="visually-hidden">{label}</caption>
      <Head dataset={dataset} base={base} year={year} trail={trail} />
      {chunksOf(groups, place).map((chunk, i) => (
        <Chunk key={i} chunk={chunk} dataset={dataset} trail={trail} chapterOf={chapterOf} />
      ))}
    </table>
  )
}
