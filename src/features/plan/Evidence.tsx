import { findIndicator, type Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { changeBetween } from '#domain/measures/change.ts'
import type { PlanItem } from '#domain/plan.ts'
import type { Year } from '#domain/year.ts'
import { ChangeNote } from '#ui/ChangeNote.tsx'
import { Figure, indicatorPath } from '#ui/Figure.tsx'
import { Link } from '#ui/link.tsx'
import { planWords } from '#ui/planWords.ts'
import { yearWord } from '#ui/words.ts'

interface EvidenceProps {
  readonly dataset: Dataset
  readonly item: PlanItem
  readonly year: Year
}

interface EvidenceRowProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly years: readonly [Year, Year]
}

/** One figure in the year that planned and in the next one. */
function EvidenceRow({ dataset, indicator, years }: EvidenceRowProps) {
  const [base, next] = years
  const to = quantityOf(dataset, indicator, next)
  // 待录入 stands beside it already; the same reason in each row would drown the others.
  const isPending = to.kind === 'missing' && to.why === 'pending'
  // The path of a plan names its year; the figure's page would open at the latest.
  const shown = [next, base].find((year) => dataset.years.includes(year))
  const path = indicatorPath(indicator)
  return (
    <li>
      <Link to={shown === undefined ? path : `${path}?year=${shown}`} className="evidence-name">
        {indicator.short}
      </Link>
      {years.map((year) => (
        <span key={year} className="evidence-figure">
          <span className="evidence-year">{yearWord(year)}</span>{' '}
          <Figure
            indicator={indicator}
            year={year}
            quantity={quantityOf(dataset, indicator, year)}
            period={findObservation(dataset, indicator.id, year)?.period ?? null}
            size="line"
            linked={false}
          />
        </span>
      ))}
      <span className="evidence-change">
        {!isPending && (
          <ChangeNote change={changeBetween(dataset, indicator.id, base, next)} indicator={indicator} />
        )}
      </span>
    </li>
  )
}

/** The figures that could evidence an item, in both years, each leading to its page. */
export function Evidence({ dataset, item, year }: EvidenceProps) {
  const next = (year + 1) as Year
  if (item.indicators.length === 0) return <p className="evidence-none">{planWords.noEvidence}</p>
  return (
    <ul className="evidence" aria-label={planWords.evidenceOf(planWords.itemName(item.kind, item.number))}>
      {item.indicators.map((id) => {
        const indicator = findIndicator(dataset.catalogue, id)
        return indicator ? (
          <EvidenceRow key={id} dataset={dataset} indicator={indicator} years={[year, next]} />
        ) : (
          <li key={id} className="evidence-gone">
            {planWords.goneIndicator(id)}
          </li>
        )
      })}
    </ul>
  )
}
