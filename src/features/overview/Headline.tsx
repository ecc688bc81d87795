import { toFrame } from '#charts/frame.ts'
import {
  findChapter,
  findIndicator,
  type Headline as HeadlineData,
  type Indicator,
} from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { fillTemplate } from '#domain/template.ts'
import type { Year } from '#domain/year.ts'
import { Chip, chapterStyle } from '#ui/Chip.tsx'
import { Figure, figureMarks, indicatorPath } from '#ui/Figure.tsx'
import { Link } from '#ui/link.tsx'
import { CardChange, SlotFoot } from '#ui/SlotCard.tsx'
import { Template } from '#ui/Template.tsx'

interface Shown {
  readonly indicator: Indicator
  readonly label: string | null
  /** Another indicator the report prints with the same words and number. */
  readonly alsoFor: Indicator | null
}

/** Two rates the report prints as one (均) are shown once while they agree. */
function figuresToShow(dataset: Dataset, headline: HeadlineData, year: Year): readonly Shown[] {
  const all = headline.figures.flatMap(({ indicator, label }): Shown[] => {
    const found = findIndicator(dataset.catalogue, indicator)
    return found ? [{ indicator: found, label, alsoFor: null }] : []
  })
  const [first, second] = all
  if (!headline.mergeEqual || !first || !second || all.length !== 2) return all
  const [a, b] = [first, second].map(({ indicator }) => quantityOf(dataset, indicator, year))
  const agree = a?.kind === 'known' && b?.kind === 'known' && a.value === b.value && a.bound === b.bound
  return agree ? [{ ...first, label: null, alsoFor: second.indicator }] : all
}

interface HeadlineProps {
  readonly dataset: Dataset
  readonly headline: HeadlineData
  readonly year: Year
}

/** One of the overview's headline cards; it stays when its figure is missing, and says so. */
export function Headline({ dataset, headline, year }: HeadlineProps) {
  const shown = figuresToShow(dataset, headline, year)
  const chapter = findChapter(dataset.catalogue, headline.chapter)
  const first = shown[0]
  if (!first) return null
  const frame = toFrame(
    dataset,
    { kind: 'slot-card', indicators: [first.indicator.id], labels: [], subs: [] },
    year,
  )
  const row = frame.rows[0]
  const tag =
    headline.tag !== null && fillTemplate(headline.tag, dataset, year) !== null ? headline.tag : null
  return (
    <article className="card headline" style={chapterStyle(headline.chapter)}>
      <h2>
        {chapter && <Chip chapter={chapter} />}
        <Link to={indicatorPath(first.indicator)} className="card-name">
          {headline.name}
        </Link>
      </h2>
      <p className={shown.length > 1 ? 'big dual' : 'big'}>
        {shown.map(({ indicator, label, alsoFor }) => {
          const quantity = quantityOf(dataset, indicator, year)
          const figure = (
            <Figure
              {...{ indicator, year, quantity }}
              size="card"
              unitLabel={label}
              period={findObservation(dataset, indicator.id, year)?.period ?? null}
            />
          )
          if (!alsoFor) return <span key={indicator.id}>{figure}</span>
          const marks = figureMarks({
            indicator: alsoFor,
            year,
            quantity: quantityOf(dataset, alsoFor, year),
          })
          return (
            <span key={indicator.id} {...marks}>
              {figure}
            </span>
          )
        })}
        {tag && (
          <span className="tag">
            <Template template={tag} dataset={dataset} year={year} />
          </span>
        )}
      </p>
      {headline.context && (
        <p className="sub">
          <Template template={headline.context} dataset={dataset} year={year} />
        </p>
      )}
      {shown.map(({ indicator, label }) => (
        <CardChange
          key={indicator.id}
          dataset={dataset}
          indicator={indicator}
          year={year}
          label={shown.length > 1 ? (label ?? indicator.short) : ''}
        />
      ))}
      {row && <SlotFoot dataset={dataset} frame={frame} row={row} />}
    </article>
  )
}
