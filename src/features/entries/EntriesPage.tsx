import { type ReactNode, useMemo, useState } from 'react'
import { entryYears } from '#charts/kinds/entryMatrix.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { useEdit } from '#ui/editing.tsx'
import { entryWords } from '#ui/entryWords.ts'
import { Link, useHref } from '#ui/link.tsx'
import { usePhone, useWidePaper } from '#ui/outside.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { words } from '#ui/words.ts'
import { EntriesGrid } from './EntriesGrid.tsx'
import { EntryCards } from './EntryCards.tsx'
import { type EntryGroup, entryGroups, onlyEmptyIn, yearInWork } from './matrix.ts'
import { YearList } from './YearList.tsx'

/** Indicators beyond which the chapters are closed at first, so that the page stands at once. */
const MOST_OPEN = 120

interface EntriesPageProps {
  readonly dataset: Dataset
  readonly year: Year
  /** What the address says behind its question mark. */
  readonly query: ReadonlyMap<string, string>
  /** The way to fill in a year in a spreadsheet instead. */
  readonly template?: ReactNode
}

/** The page's own part of the address. */
function pathOf(empty: boolean, all: boolean): string {
  const parts = [empty ? 'show=empty' : '', all ? 'years=all' : ''].filter((part) => part !== '')
  return parts.length === 0 ? '/entries' : `/entries?${parts.join('&')}`
}

const chaptersOf = (groups: readonly EntryGroup[]): readonly number[] =>
  groups.map(({ chapter }) => chapter.number)

/** Chapters turned round by hand; the others are as the page opens them. */
function useOpenChapters(groups: readonly EntryGroup[], openFirst: boolean) {
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set())
  const toggle = (chapter: number): void => {
    const next = new Set(turned)
    if (!next.delete(chapter)) next.add(chapter)
    setTurned(next)
  }
  const open = new Set(chaptersOf(groups).filter((chapter) => openFirst !== turned.has(chapter)))
  const closed = new Set(chaptersOf(groups).filter((chapter) => !open.has(chapter)))
  return { open, closed, toggle }
}

/** What is entered and what is not: years, chapters, indicators; empty slots open their form. */
export function EntriesPage({ dataset, year, query, template }: EntriesPageProps) {
  useWidePaper()
  const [empty, all] = [query.get('show') === 'empty', query.get('years') === 'all']
  const [phone, edit, href] = [usePhone(), useEdit(), useHref()]
  const years = useMemo(() => entryYears(dataset, all), [dataset, all])
  const more = entryYears(dataset, true).length > entryYears(dataset, false).length
  const inWork = yearInWork(dataset, year)
  const every = useMemo(() => entryGroups(dataset, years), [dataset, years])
  const groups = useMemo(() => (empty ? onlyEmptyIn(every, inWork) : every), [every, empty, inWork])
  const few = dataset.catalogue.indicators.length <= MOST_OPEN
  const { open, closed, toggle } = useOpenChapters(groups, !phone && few)
  const go = (nextEmpty: boolean, nextAll: boolean): void => {
    window.location.hash = href(pathOf(nextEmpty, nextAll))
  }
  return (
    <div className="entries-page">
      <PageHead title={words.entries} lead={entryWords.lead}>
        <Link to="/import" className="button">
          {words.importData}
        </Link>
      </PageHead>
      <YearList dataset={dataset} years={years} />
      {template}
      <div className="table-tools">
        <label className="toggle">
          <input type="checkbox" checked={empty} onChange={() => go(!empty, all)} />
          {entryWords.onlyEmpty(inWork)}
        </label>
        {more && (
          <button type="button" className="button" onClick={() => go(empty, !all)}>
            {all ? entryWords.fewer : entryWords.earlier}
          </button>
        )}
      </div>
      {!phone && (
        <p className="sub keys-hint" id="entries-keys">
          {entryWords.keys}
        </p>
      )}
      {groups.length === 0 && (
        <p className="card" role="status">
          {entryWords.allEntered(inWork)}
        </p>
      )}
      {phone && <EntryCards groups={groups} year={inWork} open={open} onToggle={toggle} onEdit={edit} />}
      {!phone && groups.length > 0 && (
        <EntriesGrid
          address={href(pathOf(empty, all))}
          groups={groups}
          years={years}
          openYears={dataset.openYears}
          closed={closed}
          onToggle={toggle}
          onEdit={edit}
        />
      )}
    </div>
  )
}
