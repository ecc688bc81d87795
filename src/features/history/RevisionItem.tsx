import type { Dataset } from '#domain/dataset.ts'
import type { LoggedChange, Revision } from '#domain/revision.ts'
import { quantityOfEntry } from '#importing/entry.ts'
import { selectPublished } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { ChangeLine } from '#ui/ChangeLine.tsx'
import { historyWords, revisionKindWords, revisionWords, timeWords } from '#ui/revisionWords.ts'

/** Changes listed at once; an import has dozens. */
const LISTED = 6

interface ChangesProps {
  readonly dataset: Dataset
  readonly changes: readonly LoggedChange[]
}

function Changes({ dataset, changes }: ChangesProps) {
  const published = useApp(selectPublished)
  const line = (change: LoggedChange, i: number) => (
    <li key={i}>
      <ChangeLine
        dataset={dataset}
        published={published}
        change={change}
        linked
        toQuantity={(indicator, year, entry) => quantityOfEntry(dataset, indicator, year, entry)}
      />
    </li>
  )
  const rest = changes.slice(LISTED)
  return (
    <>
      <ul className="revision-changes">{changes.slice(0, LISTED).map(line)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{historyWords.more(rest.length)}</summary>
          <ul className="revision-changes">{rest.map(line)}</ul>
        </details>
      )}
    </>
  )
}

export interface RevisionItemProps {
  /** As things stood when the revision was made: what a figure nobody stated was then. */
  readonly dataset: Dataset
  readonly revision: Revision
  /** The revision it is about in the end and whether that one was taken back then. */
  readonly root: Revision
  readonly isRedo: boolean
  /** Missing: `null` for an undo, which has no standing of its own. */
  readonly standing: 'in-force' | 'undone' | null
}

/** What kind of change it was; for an undo, of which one. */
function titleOf({ revision, root, isRedo }: RevisionItemProps): string {
  if (revision.kind !== 'undo') return revisionKindWords[revision.kind]
  return (isRedo ? historyWords.redoOf : historyWords.undoOf)(root.number)
}

/** One entry of the log: when, who, why, what; and the way back. */
export function RevisionItem(props: RevisionItemProps) {
  const { dataset, revision, standing } = props
  const undo = useApp((state) => state.undo)
  const redo = useApp((state) => state.redo)
  const { number, time, author, reason, file, encoding, changes } = revision
  const isUndone = standing === 'undone'
  const facts = [
    [historyWords.author, author],
    [historyWords.reason, reason],
    [historyWords.file, [file, encoding].filter(Boolean).join('，')],
  ].filter(([, text]) => text)
  return (
    <article
      className={isUndone ? 'card revision undone' : 'card revision'}
      aria-labelledby={`revision-${number}`}
    >
      <div className="revision-head">
        <h3 id={`revision-${number}`}>
          <span className="num">{historyWords.number(number)}</span> {titleOf(props)}
        </h3>
        <time dateTime={time}>{timeWords(time)}</time>
        {isUndone && <span className="tag">{historyWords.wasUndone}</span>}
        {standing && (
          <button
            type="button"
            className="button"
            aria-label={(isUndone ? historyWords.redoNamed : historyWords.undoNamed)(number)}
            onClick={() => void (isUndone ? redo : undo)(number)}
          >
            {isUndone ? revisionWords.redo : revisionWords.undo}
          </button>
        )}
      </div>
      <Changes dataset={dataset} changes={changes} />
      {facts.length > 0 && (
        <dl className="revision-facts">
          {facts.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}
