import { useId } from 'react'
import type { Finding } from '#domain/finding.ts'
import { stateOf } from '#domain/quantity.ts'
import { quantityOfEntry } from '#importing/entry.ts'
import { editWords } from '#ui/editWords.ts'
import { Figure } from '#ui/Figure.tsx'
import { FigureChange } from '#ui/FigureChange.tsx'
import { findingReason } from '#ui/findingWords.ts'
import type { EntryReading, Slot } from './entryForm.ts'

interface ReviewProps {
  readonly slot: Slot
  readonly reading: EntryReading
  readonly doubts: readonly Finding[]
  readonly hasMoved: boolean
  /** The form began with a draft, which may be older than what moved. */
  readonly isRestored: boolean
  readonly isChecked: boolean
  readonly onCheck: (isChecked: boolean) => void
}

/** The figure as it stands now, in the middle of a sentence. */
function Now({ slot, reading }: Pick<ReviewProps, 'slot' | 'reading'>) {
  const { dataset, indicator, year } = slot
  const quantity = quantityOfEntry(dataset, indicator, year, reading.before)
  if (!quantity) return <bdi>{reading.before?.value}</bdi>
  return <Figure indicator={indicator} year={year} quantity={quantity} size="line" linked={false} />
}

/** What must be looked at before writing: ticked once for all that is said. */
function Doubts(props: ReviewProps) {
  const { doubts, hasMoved, isRestored, isChecked, onCheck } = props
  const id = useId()
  if (doubts.length === 0 && !hasMoved) return null
  return (
    <fieldset className="edit-doubts" aria-labelledby={id}>
      <ul id={id}>
        {hasMoved && (
          <li>
            {isRestored ? editWords.changedSinceDraft : editWords.changedElsewhere}
            <b>
              <Now {...props} />
            </b>
            {editWords.checkThenKeep}
          </li>
        )}
        {doubts.map(findingReason).map((reason) => (
          <li key={reason}>
            <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
      <label className="tick">
        <input
          type="checkbox"
          name="checked"
          checked={isChecked}
          onChange={({ currentTarget }) => onCheck(currentTarget.checked)}
        />
        {editWords.checked}
      </label>
    </fieldset>
  )
}

/** What would be written, as it will be shown: old → new, and what to look at first. */
export function Review(props: ReviewProps) {
  const { slot, reading } = props
  const { dataset, indicator, year } = slot
  const { effect, before, after, quantity } = reading
  return (
    <div className="edit-review">
      {(effect === 'write' || effect === 'clear') && (
        <p className="edit-preview">
          <FigureChange
            indicator={indicator}
            year={year}
            before={{ entry: before, quantity: quantityOfEntry(dataset, indicator, year, before) }}
            after={{ entry: after, quantity }}
          />
        </p>
      )}
      {effect === 'clear' && quantity && (
        <p className="edit-clear">{editWords.willClear(stateOf(quantity))}</p>
      )}
      {effect === 'write' && quantity?.kind === 'known' && after?.quote === '' && (
        <p className="entry-remark">{editWords.noQuote}</p>
      )}
      <Doubts {...props} />
    </div>
  )
}
