import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { useEdit } from '#ui/editing.tsx'
import { idle } from '#ui/idle.ts'
import { Link, useHref } from '#ui/link.tsx'
import { usePhone, useWidePaper } from '#ui/outside.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { tableWords } from '#ui/tableWords.ts'
import { words } from '#ui/words.ts'
import { YearPicker } from '#ui/YearPicker.tsx'
import { CopyRows } from './CopyRows.tsx'
import { toTabText } from './copying.ts'
import { FigureCards } from './FigureCards.tsx'
import { FiguresGrid } from './FiguresGrid.tsx'
import {
  EVERYTHING,
  nextSorting,
  parseTableQuery,
  type SortKey,
  type TableQuery,
  tablePath,
} from './query.ts'
import { changesOf, filterRows, type Matcher, plainMatch, tableRows, tableYears } from './rows.ts'
import { rankTexts, sortRows } from './sorting.ts'
import { TableTools } from './TableTools.tsx'

/** Years shown until 更早年度 opens the rest, the one to come included. */
const LAST_YEARS = 11

/** The pinyin table is large; it arrives once somebody searches, plain text works until then. */
function useMatcher(searching: boolean): Matcher {
  const [matcher, setMatcher] = useState<{ match: Matcher }>({ match: plainMatch })
  useEffect(() => {
    if (!searching) return
    let wanted = true
    void import('#ui/pinyin.ts').then(({ matchesPinyin }) => wanted && setMatcher({ match: matchesPinyin }))
    return () => {
      wanted = false
    }
  }, [searching])
  return matcher.match
}

/** The rows asked for, each step kept until what it depends on changes. */
function useRows(dataset: Dataset, year: Year, query: TableQuery) {
  const matches = useMatcher(query.text !== '')
  const all = useMemo(() => tableRows(dataset), [dataset])
  // Five hundred names take a tenth of a second on a slow machine: not when their column is pressed.
  useEffect(() => void idle().then(() => rankTexts(all.map(({ indicator }) => indicator.name))), [all])
  const changes = useMemo(() => changesOf(dataset, year), [dataset, year])
  const rows = useMemo(
    () => sortRows(filterRows(all, query, year, matches), query.sort, changes),
    [all, query, year, matches, changes],
  )
  return { all, changes, rows }
}

interface TablePageProps {
  readonly dataset: Dataset
  readonly year: Year
  /** What the address says behind its question mark. */
  readonly query: ReadonlyMap<string, string>
  /** The way out for the data, beside 复制. */
  readonly exports?: ReactNode
}

/** Every figure of every year: searched, filtered, ordered, changed in place; on a phone as cards. */
export function TablePage({ dataset, year, query: asked, exports }: TablePageProps) {
  useWidePaper()
  const { openYears } = dataset
  const query = useMemo(() => parseTableQuery(asked), [asked])
  const { all, changes, rows } = useRows(dataset, year, query)
  const [phone, edit, href] = [usePhone(), useEdit(), useHref()]
  const every = useMemo(() => tableYears(dataset), [dataset])
  const years = useMemo(() => (query.allYears ? every : every.slice(-LAST_YEARS)), [every, query.allYears])
  const go = (next: TableQuery, typing = false): void => {
    const address = href(tablePath(next))
    if (typing) window.location.replace(address)
    else window.location.hash = address
  }
  const onSort = (by: SortKey): void => go({ ...query, sort: nextSorting(query.sort, by) })
  return (
    <div className="table-page">
      <PageHead title={words.data}>
        <Link to="/entries" className="button">
          {words.entries}
        </Link>
        <YearPicker years={dataset.years} openYears={openYears} year={year} path="/data" />
      </PageHead>
      <TableTools dataset={dataset} query={query} years={years} onQuery={go} phone={phone}>
        {every.length > LAST_YEARS && !phone && (
          <button
            type="button"
            className="button"
            onClick={() => go({ ...query, allYears: !query.allYears })}
          >
            {query.allYears ? tableWords.fewer : tableWords.earlier}
          </button>
        )}
        <CopyRows count={rows.length} text={() => toTabText(rows, changes, year, years, openYears)} />
        {exports}
      </TableTools>
      <p className="table-count" role="status">
        {tableWords.count(all.length, rows.length)}
      </p>
      {!phone && (
        <p className="sub keys-hint" id="table-keys">
          {tableWords.keys}
        </p>
      )}
      {rows.length === 0 && (
        <p className="card">
          {tableWords.nothing}
          <button
            type="button"
            className="text-button"
            onClick={() => go({ ...EVERYTHING, sort: query.sort })}
          >
            {tableWords.clear}
          </button>
        </p>
      )}
      {rows.length > 0 && phone && <FigureCards rows={rows} changes={changes} year={year} onEdit={edit} />}
      {rows.length > 0 && !phone && (
        <FiguresGrid
          address={href(tablePath(query))}
          rows={rows}
          changes={changes}
          year={year}
          years={years}
          openYears={openYears}
          sorting={query.sort}
          onSort={onSort}
          onEdit={edit}
        />
      )}
    </div>
  )
}
