import type { Indicator } from '#domain/catalogue.ts'
import type { Year } from '#domain/year.ts'
import { Chip, chapterStyle } from '#ui/Chip.tsx'
import { entryWords } from '#ui/entryWords.ts'
import { stateWords, yearWord } from '#ui/words.ts'
import { type EntryGroup, type EntryLine, isEmpty, type Slot } from './matrix.ts'
import { SlotState, slotMarks, slotPath } from './SlotState.tsx'

type OnEdit = ((indicator: Indicator, year: Year) => void) | null

interface SlotItemProps {
  readonly indicator: Indicator
  readonly slot: Slot
  readonly onEdit: OnEdit
}

function SlotItem({ indicator, slot, onEdit }: SlotItemProps) {
  const content = (purpose: string) => (
    <>
      <span className="num">{slot.year}</span> <SlotState slot={slot} />
      <span className="visually-hidden">{purpose}</span>
    </>
  )
  if (isEmpty(slot) && onEdit)
    return (
      <button
        type="button"
        className="slot-item"
        aria-haspopup="dialog"
        onClick={() => onEdit(indicator, slot.year)}
      >
        {content(entryWords.fill(indicator.short))}
      </button>
    )
  if (isEmpty(slot) || slot.state === 'not-yet') return <span className="slot-item">{content('')}</span>
  return (
    <a className="slot-item" href={`#${slotPath(indicator, slot.year)}`}>
      {content(entryWords.look(indicator.short))}
    </a>
  )
}

function LineCard({ line, onEdit }: { readonly line: EntryLine; readonly onEdit: OnEdit }) {
  return (
    <li className="card entry-card">
      <h3>{line.indicator.name}</h3>
      <ul className="slot-items">
        {[...line.slots].reverse().map((slot) => (
          <li key={slot.year} {...slotMarks(line.indicator, slot)}>
            <SlotItem indicator={line.indicator} slot={slot} onEdit={onEdit} />
          </li>
        ))}
      </ul>
    </li>
  )
}

interface EntryCardsProps {
  readonly groups: readonly EntryGroup[]
  /** The year whose count stands beside the chapter's name. */
  readonly year: Year
  readonly open: ReadonlySet<number>
  readonly onToggle: (chapter: number) => void
  readonly onEdit: OnEdit
}

/** K10 on a phone: a row for each chapter with its count; a tap opens its indicators. */
export function EntryCards({ groups, year, open, onToggle, onEdit }: EntryCardsProps) {
  return groups.map(({ chapter, counts, lines }) => {
    const isOpen = open.has(chapter.number)
    const at = lines[0]?.slots.findIndex((slot) => slot.year === year) ?? -1
    const count = counts[at]
    return (
      <section key={chapter.number} style={chapterStyle(chapter.number)}>
        <h2>
          <button
            type="button"
            className="chapter-bar"
            aria-expanded={isOpen}
            onClick={() => onToggle(chapter.number)}
          >
            <Chip chapter={chapter} />
            <span>{chapter.short}</span>
            {count && (
              <em>
                {`${yearWord(year)} `}
                {count.state === 'pending' ? stateWords.pending : `${count.entered} / ${count.expected}`}
              </em>
            )}
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
          </button>
        </h2>
        {isOpen && (
          <ul className="entry-cards">
            {lines.map((line) => (
              <LineCard key={line.indicator.id} line={line} onEdit={onEdit} />
            ))}
          </ul>
        )}
      </section>
    )
  })
}
