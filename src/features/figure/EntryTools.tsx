import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation } from '#domain/dataset.ts'
import { nextYearToFill } from '#domain/entering.ts'
import type { Year } from '#domain/year.ts'
import { EditOpener, useEdit } from '#ui/editing.tsx'
import { editWords } from '#ui/editWords.ts'
import { yearWord } from '#ui/words.ts'

interface EntryToolsProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
}

/** Buttons that change the figure of the year looked at and fill the next empty year. */
export function EntryTools({ dataset, indicator, year }: EntryToolsProps) {
  if (useEdit() === null) return null
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
    </p>
  )
}
