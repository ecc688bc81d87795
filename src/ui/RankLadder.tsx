import { type ChartFrame, currentOf, currentPeriod, isDoubtful } from '#charts/frame.ts'
import { rankLadder } from '#charts/kinds/rankLadder.ts'
import { findChapter } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { chapterStyle } from './Chip.tsx'
import { Figure } from './Figure.tsx'
import { words } from './words.ts'

interface RankLadderProps {
  readonly frame: ChartFrame
  readonly dataset: Dataset
  readonly year: Year
  readonly label: string
}

/** K6: the places 1 to 4 and on, the printed place filled, a bound outlined. */
export function RankLadder({ frame, dataset, year, label }: RankLadderProps) {
  return (
    <ul className="ladder" aria-label={label}>
      {frame.rows.map((row) => {
        const quantity = currentOf(frame, row)
        const chapter = findChapter(dataset.catalogue, row.indicator.chapter)
        return (
          <li key={row.indicator.id} style={chapterStyle(row.indicator.chapter)}>
            <span className="ladder-name">
              {row.label}
              {chapter && <small>{`${chapter.glyph} · ${chapter.short}`}</small>}
            </span>
            <span className={quantity.kind === 'known' ? 'rungs' : 'rungs missing'} aria-hidden="true">
              {rankLadder(quantity).map((rung) => (
                <i key={rung.place} className={`rung ${rung.state}`}>
                  {rung.place}
                </i>
              ))}
              <i className="rung-more">…</i>
            </span>
            <span className="ladder-words">
              <Figure
                indicator={row.indicator}
                year={year}
                quantity={quantity}
                size="line"
                period={currentPeriod(frame, row)}
              />
              {isDoubtful(dataset, row.indicator.id, year) && <span className="tag">{words.doubtful}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
