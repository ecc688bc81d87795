import { useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import type { LoggedChange, Revision } from '#domain/revision.ts'
import type { Reach } from '#domain/undo.ts'
import { useApp } from '#store/useApp.ts'
import { encodingWords } from '#ui/importWords.ts'
import { historyWords, revisionKindWords, revisionWords, timeWords } from '#ui/revisionWords.ts'
import { ChangeList } from './ChangeList.tsx'
import { countChanges } from './counts.ts'

/** Changes listed at once; an import has dozens. */
const LISTED = 6
/** So many are drawn within a fold that nobody has opened; thousands are not. */
const FEW = 50

interface ChangesProps {
  readonly dataset: Dataset
  readonly changes: readonly LoggedChange[]
}

/** The first changes, the others in a fold that draws them when it is opened. */
function Changes({ dataset, changes }: ChangesProps) {
  const [isOpen, setIsOpen] = useState(false)
  const rest = changes.slice(LISTED)
  const sides = { before: dataset, after: dataset }
  return (
    <>
      <ChangeList changes={changes.slice(0, LISTED)} {...sides} />
      {rest.length > 0 && (
        <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
          <summary>{historyWords.more(rest.length)}</summary>
          {(isOpen || rest.length <= FEW) && <ChangeList changes={rest} {...sides} />}
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
  /** How much of it was taken back. Missing: `null` for an undo, which has no standing of its own. */
  readonly reach: Reach['reach'] | null
  /** Of one that was taken back in part, what stays. */
  readonly staying: readonly LoggedChange[]
}

/** What kind of change it was; for an undo, of which one, and whether of all of it. */
function titleOf({ revision, root, isRedo }: RevisionItemProps): string {
  if (revision.kind !== 'undo') return revisionKindWords[revision.kind]
  const title = (isRedo ? historyWords.redoOf : historyWords.undoOf)(root.number)
  return revision.changes.length < root.changes.length ? historyWords.partOf(title) : title
}

/** 撤销 while any of it is in force, 重做 once any of it was taken back. */
function WaysBack({ revision, reach }: Pick<RevisionItemProps, 'revision' | 'reach'>) {
  const undo = useApp((state) => state.undo)
  const redo = useApp((state) => state.redo)
  if (reach === null) return null
  const { number, kind } = revision
  return (
    <>
      {reach !== 'whole' && (
        <button
          type="button"
          className="button"
          aria-label={historyWords.undoNamed(number)}
          onClick={() => void undo(number)}
        >
          {kind === 'import' ? historyWords.undoImport : revisionWords.undo}
        </button>
      )}
      {reach !== 'none' && (
        <button
          type="button"
          className="button"
          aria-label={historyWords.redoNamed(number)}
          onClick={() => void redo(number)}
        >
          {revisionWords.redo}
        </button>
      )}
    </>
  )
}

/** File, person and reason, and how many figures of each effect. */
function Facts({ revision }: Pick<RevisionItemProps, 'revision'>) {
  const { kind, author, reason, file, encoding, changes } = revision
  const words = encoding && (encodingWords[encoding] ?? encoding)
  const facts = [
    [historyWords.author, author],
    [historyWords.reason, reason],
    [historyWords.file, [file, words].filter(Boolean).join('，')],
    [historyWords.counts, kind === 'import' ? historyWords.countsOf(countChanges(changes)) : ''],
  ].filter(([, text]) => text)
  if (facts.length === 0) return null
  return (
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
  )
}

/** One entry of the log: when, who, why, what; and the way back. */
export function RevisionItem(props: RevisionItemProps) {
  const { dataset, revision, reach, staying } = props
  const { number, time, changes } = revision
  return (
    <article
      className={reach === 'whole' ? 'card revision undone' : 'card revision'}
      aria-labelledby={`revision-${number}`}
    >
      <div className="revision-head">
        <h3 id={`revision-${number}`}>
          <span className="num">{historyWords.number(number)}</span> {titleOf(props)}
        </h3>
        <time dateTime={time}>{timeWords(time)}</time>
        {reach === 'whole' && <span className="tag">{historyWords.wasUndone}</span>}
        {reach === 'part' && <span className="tag">{historyWords.wasPartlyUndone}</span>}
        <WaysBack revision={revision} reach={reach} />
      </div>
      {reach === 'part' && (
        <>
          <p>{historyWords.staying(staying.length)}</p>
          <Changes dataset={dataset} changes={staying} />
          <p>{historyWords.wholeEntry}</p>
        </>
      )}
      <Changes dataset={dataset} changes={changes} />
      <Facts revision={revision} />
    </article>
  )
}
