import { memo, useRef } from 'react'
import type { ChangeRow } from '#charts/kinds/changeTable.ts'
import type { Chapter } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { ChangeNote } from './ChangeNote.tsx'
import { type ChangeTableProps, SideFigure } from './ChangeTable.tsx'
import { Chip, chapterStyle } from './Chip.tsx'
import { type ChangeChunk, chunksOf } from './changeChunks.ts'
import { compareWords } from './compareWords.ts'
import { indicatorPath } from './Figure.tsx'
import { Link } from './link.tsx'
import { TrailStrip } from './SparkStrip.tsx'
import { useNear } from './useNear.ts'
import { yearWord } from './words.ts'

interface CardProps {
  readonly dataset: Dataset
  readonly row: ChangeRow
  readonly trail: boolean
  readonly chapter: Chapter | null
}

const Card = memo(function Card({ dataset, row, trail, chapter }: CardProps) {
  const { indicator, from, to, change } = row
  return (
    <li className="card change-card" style={chapterStyle(indicator.chapter)}>
      <p className="change-name">
        {chapter && <Chip chapter={chapter} />}
        <Link to={`${indicatorPath(indicator)}?year=${to.year}`}>{indicator.short}</Link>
      </p>
      <dl className="change-sides">
        {[from, to].map((side) => (
          <div key={side.year}>
            <dt>{yearWord(side.year)}</dt>
            <dd>
              <SideFigure indicator={indicator} side={side} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <ChangeNote change={change} indicator={indicator} />
      </p>
      {trail && <TrailStrip dataset={dataset} row={row} />}
    </li>
  )
})

/** Height of a card nobody has measured, with the gap under it. Unit: px. */
const CARD_HEIGHT = 200

interface ChunkProps extends Pick<ChangeTableProps, 'dataset' | 'trail' | 'chapterOf' | 'label'> {
  readonly chunk: ChangeChunk
}

/** Some cards, or the room they take while they are out of sight. */
function Chunk({ chunk, dataset, trail, chapterOf, label }: ChunkProps) {
  const { title, rows, watched, drawn } = chunk
  const ref = useRef<HTMLDivElement>(null)
  const { near, height } = useNear(ref, drawn, watched)
  if (!near) return <div ref={ref} style={{ height: height ?? rows.length * CARD_HEIGHT }} />
  return (
    <div ref={ref}>
      {title !== '' && <h3 className="change-group">{title}</h3>}
      <ul className="change-cards" aria-label={title === '' ? label : `${label}：${title}`}>
        {rows.map((row) => (
          <Card
            key={row.indicator.id}
            dataset={dataset}
            row={row}
            trail={trail}
            chapter={chapterOf ? chapterOf(row.indicator) : null}
          />
        ))}
      </ul>
    </div>
  )
}

/** K9 on a phone: a card for each figure, nothing to scroll sideways. */
export function ChangeCards({ dataset, groups, label, trail, chapterOf, place }: ChangeTableProps) {
  const rest = { dataset, trail, chapterOf }
  return chunksOf(groups, place).map((chunk, i) => {
    // Lists of one table are told apart: by their head, else by their number.
    const name = i === 0 || chunk.title !== '' ? label : compareWords.continued(label, i)
    return <Chunk key={i} chunk={chunk} label={name} {...rest} />
  })
}
