import type { Indicator } from '#domain/catalogue.ts'
import type { Year } from '#domain/year.ts'
import { indicatorPath } from '#ui/Figure.tsx'
import { stateSymbols } from '#ui/tableWords.ts'
import { stateWords, words } from '#ui/words.ts'
import { isEmpty, type Slot } from './matrix.ts'

/** The figure's page in a year of its own, whichever year is looked at. */
export const slotPath = (indicator: Indicator, year: Year): string =>
  `${indicatorPath(indicator)}?year=${year}`

/** The marks that tell tests and other programs which figure a slot stands for. */
export const slotMarks = (indicator: Indicator, { year, state }: Slot) => ({
  'data-indicator': indicator.id,
  'data-year': year,
  'data-state': state,
})

/** The state of a slot as a mark and a word, never as colour or shape alone. */
export function SlotState({ slot }: { readonly slot: Slot }) {
  const symbol = stateSymbols[slot.state]
  return (
    <>
      <span className={`state-box ${slot.state}`}>
        {symbol !== '' && (
          <span className="state-symbol" aria-hidden="true">
            {symbol}
          </span>
        )}
        {stateWords[slot.state]}
      </span>
      {slot.doubtful && <span className="tag">{words.doubtful}</span>}
    </>
  )
}

interface SlotContentProps {
  readonly indicator: Indicator
  readonly slot: Slot
}

/** A slot of the grid: an empty one as a button, a filled one as a link; the grid's keys reach both. */
export function SlotContent({ indicator, slot }: SlotContentProps) {
  if (isEmpty(slot))
    return (
      <button type="button" tabIndex={-1} className="slot-button" aria-haspopup="dialog">
        <SlotState slot={slot} />
      </button>
    )
  if (slot.state === 'not-yet') return <SlotState slot={slot} />
  return (
    <a tabIndex={-1} href={`#${slotPath(indicator, slot.year)}`}>
      <SlotState slot={slot} />
    </a>
  )
}
