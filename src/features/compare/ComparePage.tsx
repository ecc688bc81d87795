import { useMemo } from 'react'
import { changeTable, filterChanges, groupChanges } from '#charts/kinds/changeTable.ts'
import { findChapter, type Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { comparabilityOf } from '#domain/measures/comparability.ts'
import type { Year } from '#domain/year.ts'
import { compareWords, scaleWords } from '#ui/compareWords.ts'
import { Link } from '#ui/link.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { words } from '#ui/words.ts'
import { ChangeList, type ListedRows } from './ChangeList.tsx'
import { Comparable } from './Comparable.tsx'
import { CompareTools } from './CompareTools.tsx'
import { type CompareQuery, parseFilter, parseOrder } from './query.ts'

interface ComparePageProps {
  readonly dataset: Dataset
  /** Missing: `null` while one year alone is entered. */
  readonly a: Year | null
  readonly b: Year
  /** Years of the address that were never entered, as written there. */
  readonly notEntered: readonly string[]
  readonly only: string
  readonly sort: string
}

/** With one year there is nothing to draw: what to do is said instead. */
function OneYear({ year }: { readonly year: Year }) {
  return (
    <>
      <PageHead title={words.compare} />
      <div className="card empty-page">
        <p>{compareWords.oneYear(year)}</p>
        <p>
          <Link to="/import" className="button primary">
            {words.importData}
          </Link>{' '}
          <Link to="/entries" className="button">
            {compareWords.toEntries}
          </Link>{' '}
          <Link to="/entries" className="button">
            {compareWords.toTemplate}
          </Link>
        </p>
      </div>
    </>
  )
}

interface TwoYearsProps {
  readonly dataset: Dataset
  readonly query: CompareQuery
  readonly notEntered: readonly string[]
}

const chapterIn = (dataset: Dataset) => (indicator: Indicator) =>
  findChapter(dataset.catalogue, indicator.chapter)

/** The rows asked for: chapter by chapter, or in one list by the size of their change. */
function useLists(dataset: Dataset, { only, sort }: CompareQuery, base: Year, year: Year) {
  const rows = useMemo(() => changeTable(dataset, base, year), [dataset, base, year])
  const found = useMemo(() => comparabilityOf(rows), [rows])
  const shown = useMemo(() => filterChanges(rows, only), [rows, only])
  const lists = useMemo((): readonly ListedRows[] => {
    if (sort === 'change') {
      const groups = groupChanges(shown).map((group) => ({
        title: scaleWords[group.scale],
        rows: group.rows,
      }))
      return [{ chapter: null, groups }]
    }
    return dataset.catalogue.chapters.flatMap((chapter) => {
      const own = shown.filter(({ indicator }) => indicator.chapter === chapter.number)
      return own.length === 0 ? [] : [{ chapter, groups: [{ title: '', rows: own }] }]
    })
  }, [dataset, shown, sort])
  return { found, shown, lists }
}

function TwoYears({ dataset, query, notEntered }: TwoYearsProps) {
  const [base, year] = query.a < query.b ? [query.a, query.b] : [query.b, query.a]
  const { found, shown, lists } = useLists(dataset, query, base, year)
  const chapterOf = useMemo(() => chapterIn(dataset), [dataset])
  const isSame = base === year
  return (
    <>
      <PageHead title={words.compare} lead={isSame ? undefined : compareWords.lead(base, year)} />
      <CompareTools dataset={dataset} query={query} />
      {notEntered.length > 0 && (
        <p className="note" role="note">
          {compareWords.notEntered(notEntered, isSame ? [base] : [base, year])}
        </p>
      )}
      {isSame ? (
        <p className="card empty-page" role="status">
          {compareWords.sameYear(year)}
        </p>
      ) : (
        <>
          <Comparable found={found} year={year} shown={shown.length} filtered={query.only !== 'all'} />
          {query.sort === 'change' && <p className="sub">{compareWords.order}</p>}
          {shown.length === 0 ? (
            <p className="card empty-page">{compareWords.nothing}</p>
          ) : (
            <ChangeList dataset={dataset} lists={lists} base={base} year={year} chapterOf={chapterOf} />
          )}
        </>
      )}
    </>
  )
}

/** Two years side by side; the years, the filter and the order stand in the address. */
export function ComparePage({ dataset, a, b, notEntered, only, sort }: ComparePageProps) {
  if (a === null) return <OneYear year={b} />
  const query = { a, b, only: parseFilter(only), sort: parseOrder(sort) }
  return <TwoYears dataset={dataset} query={query} notEntered={notEntered} />
}
