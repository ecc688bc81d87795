import type { Dataset } from '#domain/dataset.ts'
import { importWords } from '#ui/importWords.ts'
import type { Desk } from './desk.ts'
import { NameCard } from './NameCard.tsx'
import type { ShownReading } from './shown.ts'

/** Cards drawn at most; the others follow as these are answered. */
const MOST_CARDS = 50

interface PartProps {
  readonly desk: Desk
  readonly reading: ShownReading
  readonly dataset: Dataset
}

/** The names no indicator has, each decided by a click of its own. */
export function NamesPart({ desk, reading, dataset }: PartProps) {
  const { unknown, unknownCount } = reading
  if (unknownCount === 0) return null
  const open = unknown.filter(({ answer }) => answer === null)
  const shown = [...open, ...unknown.filter(({ answer }) => answer !== null)].slice(0, MOST_CARDS)
  const leaveOut = (): void =>
    desk.choose({ what: 'names', names: open.map(({ name }) => name), to: { is: 'left-out' } })
  return (
    <section aria-labelledby="import-unknown">
      <h3 id="import-unknown">{importWords.unknown(unknownCount)}</h3>
      <p className="sub">{importWords.unknownLead}</p>
      <ul className="import-names" data-list="names">
        {shown.map((entry) => (
          <NameCard
            key={entry.name}
            dataset={dataset}
            unknown={entry}
            onAnswer={(to) => desk.choose({ what: 'names', names: [entry.name], to })}
          />
        ))}
      </ul>
      {unknownCount > shown.length && (
        <p className="sub">{importWords.notListed(unknownCount - shown.length)}</p>
      )}
      {open.length > 1 && (
        <button type="button" className="button" onClick={leaveOut}>
          {importWords.leaveOutAll(open.length)}
        </button>
      )}
    </section>
  )
}
