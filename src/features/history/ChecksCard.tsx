import { type ReactNode, useRef, useState } from 'react'
import { findIndicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { type LoggedChange, lastAuthor, subjectOf } from '#domain/revision.ts'
import { quantityOfEntry } from '#importing/entry.ts'
import type { Conflict, Overlay } from '#importing/overlay.ts'
import { selectPublished } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { ChangeSides } from '#ui/ChangeLine.tsx'
import { indicatorPath } from '#ui/Figure.tsx'
import { findingReason } from '#ui/findingWords.ts'
import { Link } from '#ui/link.tsx'
import { historyWords, subjectWords } from '#ui/revisionWords.ts'
import { type Choice, refusedConflict, settle, settledDraft } from './checks.ts'

const REASONS: Readonly<Record<Choice, string>> = {
  local: historyWords.localReason,
  published: historyWords.publishedReason,
}

/** Settles conflicts, one after the other; a second press while one is written does nothing. */
function useSettling() {
  const keep = useApp((state) => state.keep)
  const applySession = useApp((state) => state.applySession)
  const author = useApp((state) => lastAuthor(state.ledger.revisions))
  const busy = useRef(false)
  return async (change: LoggedChange, choice: Choice): Promise<void> => {
    if (busy.current) return
    busy.current = true
    const outcome = await keep(settledDraft(change, REASONS[choice], author))
    busy.current = false
    applySession({
      notice: outcome.kept
        ? { what: 'kept', revision: outcome.revision, durable: outcome.durable }
        : { what: 'failed', asked: 'keep', why: outcome.why },
    })
  }
}

interface CheckProps {
  readonly dataset: Dataset
  readonly conflict: Conflict
  /** Shown as it was logged, because nothing is published to set against it. */
  readonly isAlone?: boolean
  readonly children?: ReactNode
  readonly choices: readonly Choice[]
}

/** One value with its two sides and the choice between them. */
function Check({ dataset, conflict, isAlone = false, children, choices }: CheckProps) {
  const settling = useSettling()
  const catalogue = useApp(selectPublished)
  const { change, published } = conflict
  const name = subjectWords(dataset.catalogue, change)
  const indicator = 'indicator' in change ? findIndicator(dataset.catalogue, change.indicator) : null
  const labels = { local: historyWords.keepLocal, published: historyWords.takePublished } as const
  return (
    <li className="check">
      <p className="check-name">
        {indicator ? <Link to={indicatorPath(indicator)}>{name}</Link> : <bdi>{name}</bdi>}
      </p>
      <ChangeSides
        dataset={dataset}
        published={catalogue}
        change={isAlone ? change : ({ ...change, before: change.after, after: published } as LoggedChange)}
        toQuantity={(of, year, entry) => quantityOfEntry(dataset, of, year, entry)}
        {...(isAlone ? {} : { labels: [historyWords.local, historyWords.published] as const })}
      />
      {children}
      <p className="check-choices">
        {choices.map((choice) => {
          const settled = settle(conflict, choice)
          return (
            settled && (
              <button
                key={choice}
                type="button"
                className="button"
                aria-label={`${labels[choice]}：${name}`}
                onClick={() => void settling(settled, choice)}
              >
                {labels[choice]}
              </button>
            )
          )
        })}
      </p>
    </li>
  )
}

/** Items drawn at once, and more at each press: an import may have thousands. */
const DRAWN = 50

interface PiecesProps<Item> {
  readonly items: readonly Item[]
  readonly draw: (item: Item) => ReactNode
}

/** A long list, piece by piece. */
function Pieces<Item>({ items, draw }: PiecesProps<Item>) {
  const [drawn, setDrawn] = useState(DRAWN)
  const left = items.length - drawn
  return (
    <>
      <ul>{items.slice(0, drawn).map(draw)}</ul>
      {left > 0 && (
        <button type="button" className="button" onClick={() => setDrawn(drawn + DRAWN)}>
          {historyWords.moreChanges(Math.min(DRAWN, left), left)}
        </button>
      )}
    </>
  )
}

interface ChecksCardProps extends Pick<Overlay, 'conflicts' | 'refused'> {
  readonly dataset: Dataset
  readonly base: Dataset
}

/** Values changed here whose published basis moved, and changes that no longer fit; nobody's figure goes in silence. */
export function ChecksCard({ dataset, base, conflicts, refused }: ChecksCardProps) {
  if (conflicts.length + refused.length === 0) return null
  return (
    <section className="card checks" aria-labelledby="checks">
      <h2 id="checks">{historyWords.checks}</h2>
      {conflicts.length > 0 && (
        <>
          <p>{historyWords.checksLead}</p>
          <Pieces
            items={conflicts}
            draw={(conflict) => (
              <Check
                key={subjectOf(conflict.change)}
                {...{ dataset, conflict }}
                choices={['local', 'published']}
              />
            )}
          />
        </>
      )}
      {refused.length > 0 && (
        <>
          <p>{historyWords.refusedLead}</p>
          <Pieces
            items={refused}
            draw={(item) => {
              const conflict = refusedConflict(base, item)
              const why = item.findings.map(findingReason).join('') || historyWords.unfit
              return (
                <Check
                  key={subjectOf(item.change)}
                  dataset={dataset}
                  conflict={conflict ?? { change: item.change, published: null }}
                  isAlone={conflict === null}
                  choices={conflict ? ['published'] : []}
                >
                  <p className="entry-fault">
                    <bdi>{`${historyWords.madeBy(item.revision)}：${why}`}</bdi>
                  </p>
                </Check>
              )
            }}
          />
        </>
      )}
    </section>
  )
}
