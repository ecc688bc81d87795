import { useState } from 'react'
import { entryCell } from '#charts/kinds/entryMatrix.ts'
import { type Dataset, isFinished } from '#domain/dataset.ts'
import { emptySlots } from '#domain/entering.ts'
import type { YearEntry } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import { useApp } from '#store/useApp.ts'
import { useEdit } from '#ui/editing.tsx'
import { entryWords } from '#ui/entryWords.ts'
import { words } from '#ui/words.ts'
import { YearForm } from './YearForm.tsx'

interface YearListProps {
  readonly dataset: Dataset
  readonly years: readonly Year[]
}

interface YearItemProps {
  readonly dataset: Dataset
  readonly year: Year
  readonly onDecide: (after: YearEntry) => void
}

/** A year that was entered here can be opened again; what the published files call finished cannot. */
function useCanReopen(dataset: Dataset, year: Year): boolean {
  const data = useApp((state) => state.data)
  const published = data.status === 'ready' && isFinished(data.base, year)
  return isFinished(dataset, year) && !published
}

/** The button that opens the form of the first empty slot. */
function FillButton({ dataset, year, label }: Omit<YearItemProps, 'onDecide'> & { readonly label: string }) {
  const edit = useEdit()
  const first = emptySlots(dataset, year)[0]
  if (!edit || !first) return null
  return (
    <button type="button" className="button" aria-haspopup="dialog" onClick={() => edit(first, year)}>
      {label}
    </button>
  )
}

function YearItem({ dataset, year, onDecide }: YearItemProps) {
  const { state, entered, expected } = entryCell(dataset, null, year)
  const reopens = useCanReopen(dataset, year)
  return (
    <li className={`year-item ${state}`}>
      <span className="year-count">
        {state === 'pending' ? entryWords.nothing(year) : entryWords.summary(year, entered, expected)}
      </span>
      {state === 'open' && <span className="tag">{words.entryOpen}</span>}
      {state === 'pending' && <FillButton dataset={dataset} year={year} label={entryWords.start(year)} />}
      {state === 'open' && (
        <>
          <FillButton dataset={dataset} year={year} label={entryWords.resume(year)} />
          <button type="button" className="button" onClick={() => onDecide('finished')}>
            {entryWords.finish(year)}
          </button>
        </>
      )}
      {reopens && (
        <button type="button" className="button" onClick={() => onDecide('open')}>
          {entryWords.reopen(year)}
        </button>
      )}
    </li>
  )
}

/** How much of each year is entered, the latest first, with what can be done about it. */
export function YearList({ dataset, years }: YearListProps) {
  const [asked, setAsked] = useState<{ readonly year: Year; readonly after: YearEntry } | null>(null)
  return (
    <>
      <ul className="year-list" aria-label={entryWords.summaries}>
        {[...years].reverse().map((year) => (
          <YearItem
            key={year}
            dataset={dataset}
            year={year}
            onDecide={(after) => setAsked({ year, after })}
          />
        ))}
      </ul>
      {asked && (
        <YearForm
          key={`${asked.year}-${asked.after}`}
          dataset={dataset}
          {...asked}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
