import type { ChartFrame, FrameRow } from '#charts/frame.ts'
import { slotStrip } from '#charts/kinds/slotStrip.ts'
import { findChapter, type Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { nextYearToFill } from '#domain/entering.ts'
import { changeSinceLast } from '#domain/measures/change.ts'
import { fillTemplate } from '#domain/template.ts'
import type { Year } from '#domain/year.ts'
import { ChangeNote } from './ChangeNote.tsx'
import { Chip, chapterStyle } from './Chip.tsx'
import { EditOpener } from './editing.tsx'
import { Figure, indicatorPath } from './Figure.tsx'
import { LastKnown } from './LastKnown.tsx'
import { Link } from './link.tsx'
import { SlotStrip } from './SlotStrip.tsx'
import { printedNote, stateWords, words, yearWord } from './words.ts'

/** Slots shown on a card; the stylesheet hides the fourth on a phone. */
const CARD_SLOTS = 4

interface SlotCardProps {
  readonly dataset: Dataset
  readonly frame: ChartFrame
  readonly row: FrameRow
  readonly year: Year
  /** In a panel the frame and the chapter are already there. */
  readonly bare?: boolean
}

/** The line under the number: the printed words of a bound, else the caution. */
function contextOf(dataset: Dataset, row: FrameRow, year: Year): string | null {
  const quantity = quantityOf(dataset, row.indicator, year)
  const printed = quantity.kind === 'known' ? printedNote(quantity, row.indicator.unit) : null
  const caution = row.indicator.caution ? fillTemplate(row.indicator.caution, dataset, year) : null
  return [printed, caution].filter(Boolean).join('。') || null
}

/** K1: one figure, its line of context and its row of years. */
export function SlotCard({ dataset, frame, row, year, bare = false }: SlotCardProps) {
  const { indicator } = row
  const chapter = findChapter(dataset.catalogue, indicator.chapter)
  const quantity = quantityOf(dataset, indicator, year)
  const context = contextOf(dataset, row, year)
  const observation = findObservation(dataset, indicator.id, year)
  return (
    <article className={bare ? 'slot-card bare' : 'card slot-card'} style={chapterStyle(indicator.chapter)}>
      <h3>
        {!bare && chapter && <Chip chapter={chapter} />}
        <Link to={indicatorPath(indicator)} className="card-name">
          {row.label}
        </Link>
        {observation?.doubtful && <span className="tag">{words.doubtful}</span>}
      </h3>
      <p className="big">
        <Figure
          indicator={indicator}
          year={year}
          quantity={quantity}
          size="card"
          period={observation?.period ?? null}
        />
      </p>
      {context && <p className="sub">{context}</p>}
      <CardChange dataset={dataset} indicator={indicator} year={year} />
      <SlotFoot dataset={dataset} frame={frame} row={row} />
    </article>
  )
}

interface CardChangeProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
  /** Which of a card's figures it is, where it has more than one. */
  readonly label?: string
}

/** The change of a card's figure; where there is no figure, the last one there was. */
export function CardChange({ dataset, indicator, year, label = '' }: CardChangeProps) {
  if (dataset.years.length < 2) return null
  if (quantityOf(dataset, indicator, year).kind === 'missing')
    return <LastKnown dataset={dataset} indicator={indicator} year={year} />
  return (
    <p className="sub">
      {label && `${label} `}
      <ChangeNote change={changeSinceLast(dataset, indicator.id, year)} indicator={indicator} short />
    </p>
  )
}

/** The row of years with the word for the next one. */
export function SlotFoot({ dataset, frame, row }: Pick<SlotCardProps, 'dataset' | 'frame' | 'row'>) {
  const next = nextYearToFill(dataset, row.indicator)
  const slots = slotStrip(frame, row, CARD_SLOTS)
  const broken = slots.filter((slot) => slot.scopeChange !== null).map((slot) => slot.year)
  return (
    <>
      {broken.length > 0 && <p className="slot-remark">{words.scopeBreakIn(broken)}</p>}
      <div className="slot-foot">
        <SlotStrip slots={slots} indicator={row.indicator} height={frame.many ? 34 : 16} />
        {next !== null && (
          <span className="slot-next">
            <EditOpener indicator={row.indicator} year={next} isEmpty className="slot-opener">
              {yearWord(next)}
            </EditOpener>
            <span>{stateWords.pending}</span>
          </span>
        )}
      </div>
    </>
  )
}
