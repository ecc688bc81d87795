import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { changeSinceLast } from '#domain/measures/change.ts'
import { stateOf } from '#domain/quantity.ts'
import { locateFigure } from '#domain/report.ts'
import type { Year } from '#domain/year.ts'
import { ChangeNote } from '#ui/ChangeNote.tsx'
import { Figure, figureMarks, indicatorPath } from '#ui/Figure.tsx'
import { figureWords } from '#ui/figureWords.ts'
import { Link } from '#ui/link.tsx'
import { sourceWords, stateWords, words } from '#ui/words.ts'

interface YearsTableProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
}

/** True when the figure's sentence stands in the text of its year's report. */
function isInReport(dataset: Dataset, indicator: Indicator, year: Year): boolean {
  const report = dataset.reports.get(year)
  const observation = findObservation(dataset, indicator.id, year)
  if (!report || observation?.quantity.kind !== 'known') return false
  return locateFigure(report, observation.quote, observation.quantity.literal) !== null
}

/** Where the figure was read, leading to its sentence where the report's text is there. */
function Source({ dataset, indicator, year }: YearsTableProps) {
  const observation = findObservation(dataset, indicator.id, year)
  if (!observation) return null
  const source = sourceWords(observation.source)
  if (!isInReport(dataset, indicator, year)) return source
  return <Link to={`/report/${year}?at=${indicator.id}`}>{source}</Link>
}

function Row({ dataset, indicator, year, isSelected }: YearsTableProps & { readonly isSelected: boolean }) {
  const quantity = quantityOf(dataset, indicator, year)
  const observation = findObservation(dataset, indicator.id, year)
  const isEntered = dataset.years.includes(year)
  const state = stateOf(quantity)
  return (
    <tr {...figureMarks({ indicator, year, quantity })} aria-current={isSelected ? 'true' : undefined}>
      <th scope="row" className="num">
        {isEntered ? <Link to={`${indicatorPath(indicator)}?year=${year}`}>{year}</Link> : year}
      </th>
      <td>
        <Figure
          {...{ indicator, year, quantity }}
          size="line"
          linked={false}
          period={observation?.period ?? null}
        />
        {quantity.kind === 'known' && (
          <small>
            {stateWords[state]}
            {observation?.doubtful && `，${words.doubtful}`}
          </small>
        )}
        {observation?.scopeChange != null && <small>{words.scopeBreakTag}</small>}
      </td>
      <td>
        {isEntered && quantity.kind === 'known' && (
          <ChangeNote change={changeSinceLast(dataset, indicator.id, year)} indicator={indicator} short />
        )}
      </td>
      <td>
        <Source dataset={dataset} indicator={indicator} year={year} />
      </td>
    </tr>
  )
}

/** Every year from the one to come back to the first, those nobody published included; the chart's twin. */
export function YearsTable({ dataset, indicator, year }: YearsTableProps) {
  const [first, last] = [dataset.years[0], dataset.years[dataset.years.length - 1]]
  if (first === undefined || last === undefined) return null
  const years = Array.from({ length: last - first + 2 }, (_, i) => (last + 1 - i) as Year)
  return (
    <section className="card years-card" aria-labelledby="figure-years">
      <h2 id="figure-years">{figureWords.history}</h2>
      <div className="scroll-x">
        <table className="figures-table years-table">
          <caption className="visually-hidden">{indicator.name}</caption>
          <thead>
            <tr>
              <th scope="col">{figureWords.year}</th>
              <th scope="col">{figureWords.value}</th>
              <th scope="col">{figureWords.change}</th>
              <th scope="col">{figureWords.source}</th>
            </tr>
          </thead>
          <tbody>
            {years.map((y) => (
              <Row key={y} dataset={dataset} indicator={indicator} year={y} isSelected={y === year} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
