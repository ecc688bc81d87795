import { useState } from 'react'
import { findIndicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { type LoggedChange, subjectOf } from '#domain/revision.ts'
import { quantityOfEntry } from '#importing/entry.ts'
import { selectDataset, selectPublished } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { ChangeLine } from '#ui/ChangeLine.tsx'
import { historyWords } from '#ui/revisionWords.ts'

/** Changes drawn at once, and more at each press: an import may have thousands. */
const DRAWN = 50

interface ChangeListProps {
  readonly changes: readonly LoggedChange[]
  /** As things stood before the changes, and after: what a figure nobody stated was then. */
  readonly before: Dataset
  readonly after: Dataset
}

/** Changes old → new, each leading to its figure while that is shown anywhere; a long list comes piece by piece. */
export function ChangeList({ changes, before, after }: ChangeListProps) {
  const [drawn, setDrawn] = useState(DRAWN)
  const published = useApp(selectPublished)
  const shown = useApp(selectDataset)
  return (
    <>
      <ul className="revision-changes">
        {changes.slice(0, drawn).map((change) => (
          <li key={subjectOf(change)}>
            <ChangeLine
              dataset={after}
              published={published}
              change={change}
              linked={
                'indicator' in change &&
                shown !== null &&
                findIndicator(shown.catalogue, change.indicator) !== null
              }
              toQuantity={(indicator, year, entry) =>
                quantityOfEntry(change.before === null ? before : after, indicator, year, entry)
              }
            />
          </li>
        ))}
      </ul>
      {changes.length > drawn && (
        <button type="button" className="button" onClick={() => setDrawn(drawn + DRAWN)}>
          {historyWords.moreChanges(Math.min(DRAWN, changes.length - drawn), changes.length - drawn)}
        </button>
      )}
    </>
  )
}
