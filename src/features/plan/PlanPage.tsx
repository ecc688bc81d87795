import { useCallback, useMemo, useState } from 'react'
import type { Chapter } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { PlanItem, PlanKind, PlanState } from '#domain/plan.ts'
import type { Year } from '#domain/year.ts'
import { useApp } from '#store/useApp.ts'
import { Chip } from '#ui/Chip.tsx'
import { Link } from '#ui/link.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { planWords } from '#ui/planWords.ts'
import { YearPicker } from '#ui/YearPicker.tsx'
import { itemSubject } from './answer.ts'
import { decisionsIn } from './decisions.ts'
import { PlanRow } from './PlanRow.tsx'

interface PlanPageProps {
  readonly dataset: Dataset
  readonly chapter: Chapter
  readonly year: Year
  /** The page's own address, without the query. */
  readonly path: string
  /** The filter as the address has it; empty for all. */
  readonly answer: string
}

const KINDS: readonly PlanKind[] = ['不足', '打算']

/** `answer=` in the address → the state listed. */
const FILTERS: ReadonlyMap<string, PlanState> = new Map([
  ['open', '待对应'],
  ['found', '已有对应表述'],
  ['not-found', '未见对应表述'],
])

interface FilterProps {
  readonly path: string
  readonly chosen: PlanState | null
}

function Filter({ path, chosen }: FilterProps) {
  return (
    <nav className="plan-filter" aria-label={planWords.filterLabel}>
      <Link to={path} className="section-link" current={chosen === null}>
        {planWords.all}
      </Link>
      {[...FILTERS].map(([name, state]) => (
        <Link key={name} to={`${path}?answer=${name}`} className="section-link" current={chosen === state}>
          {state}
        </Link>
      ))}
    </nav>
  )
}

/** Where the answers to this year's report and the plans of its own stand. */
function OtherYears({ dataset, year }: Pick<PlanPageProps, 'dataset' | 'year'>) {
  const planned = [year - 1, year + 1].filter((other) => dataset.plans.get(other as Year)?.length)
  if (planned.length === 0) return null
  return (
    <nav className="plan-years" aria-label={planWords.otherYears}>
      {planned.map((other) => (
        <Link key={other} to={`/plan/${other}`} className="button">
          {planWords.otherYear(other)}
        </Link>
      ))}
    </nav>
  )
}

interface ListsProps {
  readonly dataset: Dataset
  readonly year: Year
  readonly items: readonly PlanItem[]
  readonly only: PlanState | null
}

/** Shortcomings, then commitments; what somebody works on stays whatever is listed. */
function Lists({ dataset, year, items, only }: ListsProps) {
  const revisions = useApp((state) => state.ledger.revisions)
  const decisions = useMemo(() => decisionsIn(revisions), [revisions])
  /** As one text, so that typing in a form draws that form alone. */
  const begun = useApp((state) => [...state.drafts.keys()].join('\n'))
  const [held, setHeld] = useState<readonly string[]>([])
  const hold = useCallback(
    (subject: string) => setHeld((before) => (before.includes(subject) ? before : [...before, subject])),
    [],
  )
  const shown = useMemo(() => {
    const worked = new Set([...begun.split('\n'), ...held])
    return items.filter((i) => only === null || i.state === only || worked.has(itemSubject(year, i)))
  }, [begun, held, items, only, year])
  const matching = items.filter((item) => item.state === only).length
  return (
    <>
      {only && (
        <p className="note" role="status">
          {matching > 0 ? planWords.onlyShown(only, matching) : planWords.noneShown(only)}
        </p>
      )}
      {KINDS.map((kind) => {
        const listed = shown.filter((item) => item.kind === kind)
        const title = planWords.listTitle(kind, year)
        return listed.length === 0 ? null : (
          <section key={kind} className="card plan-card" aria-labelledby={`plan-${kind}`}>
            <h2 id={`plan-${kind}`}>{title}</h2>
            <ol className="plan-list">
              {listed.map((item) => {
                const subject = itemSubject(year, item)
                return (
                  <PlanRow
                    key={subject}
                    dataset={dataset}
                    item={item}
                    year={year}
                    decision={decisions.get(subject)}
                    onHold={hold}
                  />
                )
              })}
            </ol>
          </section>
        )
      })}
    </>
  )
}

/** A year whose chapter five was not entered: what is missing, how to add it, and the report where it is stored. */
function NoPlan({ dataset, year }: Pick<PlanPageProps, 'dataset' | 'year'>) {
  return (
    <div className="card empty-page">
      <p>{planWords.noPlan(year)}</p>
      <p>{planWords.howToEnter(year)}</p>
      {dataset.reports.has(year) ? (
        <p>
          <Link to={`/report/${year}`}>{planWords.readReport(year)}</Link>
        </p>
      ) : (
        <p>{planWords.noReportText(year)}</p>
      )}
    </div>
  )
}

/** The report's shortcomings and commitments, verbatim, against what the next report says and counts. */
export function PlanPage({ dataset, chapter, year, path, answer }: PlanPageProps) {
  const items = dataset.plans.get(year) ?? []
  const only = FILTERS.get(answer) ?? null
  const counts = KINDS.map((kind) => [kind, items.filter((item) => item.kind === kind).length] as const)
  return (
    <>
      <PageHead
        title={chapter.title}
        lead={items.length > 0 ? planWords.lead(counts, year) : undefined}
        mark={<Chip chapter={chapter} />}
      >
        <YearPicker
          years={dataset.years}
          openYears={dataset.openYears}
          year={year}
          path={`/c/${chapter.number}`}
        />
      </PageHead>
      <OtherYears dataset={dataset} year={year} />
      {items.length === 0 ? (
        <NoPlan dataset={dataset} year={year} />
      ) : (
        <>
          <p className="note">
            {planWords.whoLinked}
            {[year, (year + 1) as Year].map(
              (of) =>
                dataset.reports.has(of) && (
                  <Link key={of} to={`/report/${of}`} className="plan-report">
                    {planWords.readReport(of)}
                  </Link>
                ),
            )}
          </p>
          <Filter path={path} chosen={only} />
          <Lists key={`${year} ${answer}`} dataset={dataset} year={year} items={items} only={only} />
        </>
      )}
    </>
  )
}
