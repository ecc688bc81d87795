import { findIndicator, type Indicator, type IndicatorId } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { changeSinceLast } from '#domain/measures/change.ts'
import { stateOf } from '#domain/quantity.ts'
import { toPrintedPunctuation } from '#domain/report.ts'
import type { Year } from '#domain/year.ts'
import { ChangeNote } from './ChangeNote.tsx'
import { Figure, figureMarks, indicatorPath } from './Figure.tsx'
import { Link } from './link.tsx'
import { chartWords, stateWords, words, yearWord } from './words.ts'

interface TwinTableProps {
  readonly dataset: Dataset
  readonly indicators: readonly IndicatorId[]
  readonly year: Year
  /** Columns, oldest first; the years entered where absent. */
  readonly years?: readonly Year[]
  readonly label: string
  /** Closed, it is there for screen readers only and nothing in it takes the focus. */
  readonly open: boolean
  readonly id: string
}

interface YearCellProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
}

/** A figure with its months and, in its words, what changed in its scope that year. */
function YearCell({ dataset, indicator, year }: YearCellProps) {
  const { period = null, scopeChange = null } = findObservation(dataset, indicator.id, year) ?? {}
  return (
    <td>
      <Figure
        {...{ indicator, year, period }}
        quantity={quantityOf(dataset, indicator, year)}
        size="line"
        linked={false}
      />
      {scopeChange !== null && (
        <span className="scope-tag" title={chartWords.scopeChange(scopeChange)}>
          {words.scopeBreakTag}
        </span>
      )}
    </td>
  )
}

/** The same figures as the chart, as a table, each with its sentence. */
export function TwinTable({
  dataset,
  indicators,
  year,
  years = dataset.years,
  label,
  open,
  id,
}: TwinTableProps) {
  const hasChange = dataset.years.length > 1
  return (
    <div id={id} className={open ? 'twin' : 'visually-hidden'}>
      <table className="figures-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            {years.map((y) => (
              <th scope="col" key={y}>
                {yearWord(y)}
              </th>
            ))}
            {hasChange && <th scope="col">{words.sinceLastColumn}</th>}
            <th scope="col">类型</th>
            <th scope="col">原句</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((id) => {
            const indicator = findIndicator(dataset.catalogue, id)
            if (!indicator) return null
            const observation = findObservation(dataset, id, year)
            const quantity = quantityOf(dataset, indicator, year)
            return (
              <tr key={id} {...figureMarks({ indicator, year, quantity })}>
                <th scope="row">
                  {open ? <Link to={indicatorPath(indicator)}>{indicator.short}</Link> : indicator.short}
                </th>
                {years.map((y) => (
                  <YearCell key={y} dataset={dataset} indicator={indicator} year={y} />
                ))}
                {hasChange && (
                  <td>
                    <ChangeNote change={changeSinceLast(dataset, id, year)} indicator={indicator} />
                  </td>
                )}
                <td>
                  {stateWords[stateOf(quantity)]}
                  {observation?.doubtful && `，${words.doubtful}`}
                </td>
                <td className="quote-cell">{toPrintedPunctuation(observation?.quote ?? '')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
