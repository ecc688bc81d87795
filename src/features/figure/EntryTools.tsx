import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation } from '#domain/dataset.ts'
import { nextYearToFill } from '#domain/entering.ts'
import type { LoggedChange } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import { useApp } from '#store/useApp.ts'
import { EditOpener, useEdit } from '#ui/editing.tsx'
import { editWords } from '#ui/editWords.ts'
import { Link } from '#ui/link.tsx'
import { words, yearWord } from '#ui/words.ts'

interface EntryToolsProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
}

const isAbout = (change: LoggedChange, { id, formerIds }: Indicator): boolean =>
  'indicator' in change && (change.indicator === id || formerIds.includes(change.indicator))

/** Buttons that change the figure of the year looked at and fill the next empty year, and the way to its history. */
export function EntryTools(props: EntryToolsProps) {
  return useEdit() === null ? null : <Tools {...props} />
}

function Tools({ dataset, indicator, year }: EntryToolsProps) {
  const isLogged = useApp(({ ledger }) =>
    ledger.revisions.some(({ changes }) => changes.some((change) => isAbout(change, indicator))),
  )
  const next = nextYearToFill(dataset, indicator)
  const years = next === null || next === year ? [year] : [year, next]
  return (
    <p className="entry-tools">
      {years.map((at, i) => {
        if (at < indicator.since) return null
        const isEmpty = findObservation(dataset, indicator.id, at) === null
        return (
          // Known by its place: once a year is filled the same button stands for the next one and keeps the focus.
          <EditOpener key={i} indicator={indicator} year={at} isEmpty={isEmpty} className="button">
            {(isEmpty ? editWords.fill : editWords.change)(yearWord(at))}
          </EditOpener>
        )
      })}
      {isLogged && (
        <Link to={`/history?indicator=${indicator.id}`} className="button">
          {words.history}
        </Link>
      )}
    </p>
  )
}
