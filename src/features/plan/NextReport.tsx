import type { Dataset } from '#domain/dataset.ts'
import type { PlanItem } from '#domain/plan.ts'
import { findQuote, toPrintedPunctuation } from '#domain/report.ts'
import { sameValue } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import { Link } from '#ui/link.tsx'
import { decidedWords, planWords } from '#ui/planWords.ts'
import { answerOf } from './answer.ts'
import type { Decision } from './decisions.ts'

interface NextReportProps {
  readonly dataset: Dataset
  readonly item: PlanItem
  /** Of the report that holds the item. */
  readonly year: Year
  readonly decision: Decision | undefined
}

/** The next report's sentence: a link to its place, or words for why there is none. */
function NextQuote({ dataset, item, year }: Omit<NextReportProps, 'decision'>) {
  const next = (year + 1) as Year
  const report = dataset.reports.get(next)
  const quote = <q>{toPrintedPunctuation(item.nextQuote)}</q>
  if (report && findQuote(report, item.nextQuote))
    return (
      <p>
        <Link to={`/report/${next}?quote=${encodeURIComponent(item.nextQuote)}`} className="next-quote">
          {quote}
          <span className="visually-hidden">{planWords.openQuote(next)}</span>
        </Link>
      </p>
    )
  return (
    <p className="next-quote">
      {quote}
      <span className="sub">{report ? planWords.notFound(next) : planWords.unchecked(next)}</span>
    </p>
  )
}

/** What a person found in the next report; dashed and empty until somebody has looked. */
export function NextReport({ dataset, item, year, decision }: NextReportProps) {
  const next = (year + 1) as Year
  const isThere = dataset.years.includes(next) || dataset.reports.has(next)
  const isOpen = item.state === '待对应'
  return (
    <div className={isOpen ? 'next-slot pending' : 'next-slot'}>
      <p className="next-state">{isOpen && !isThere ? planWords.waiting(next) : item.state}</p>
      {item.nextQuote !== '' && <NextQuote dataset={dataset} item={item} year={year} />}
      {decision && sameValue(decision.answer, answerOf(item)) && (
        <p className="decided">{decidedWords(decision.revision)}</p>
      )}
    </div>
  )
}
