import type { ReactNode } from 'react'
import { findIndicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { type LoggedChange, type Revision, subjectOf } from '#domain/revision.ts'
import { aboutOf } from '#domain/undo.ts'
import { parseYear } from '#domain/year.ts'
import { quantityOfEntry } from '#importing/entry.ts'
import { selectPublished } from '#store/selectors.ts'
import type { Notice } from '#store/undoing.ts'
import { useApp } from '#store/useApp.ts'
import { ChangeLine } from '#ui/ChangeLine.tsx'
import { editWords } from '#ui/editWords.ts'
import { figureName } from '#ui/openerWords.ts'
import { keptWords, notKeptWords, revisionWords } from '#ui/revisionWords.ts'

interface ChangesProps {
  readonly dataset: Dataset
  readonly changes: readonly LoggedChange[]
}

/** One change in full, several by their number. */
function Changes({ dataset, changes }: ChangesProps) {
  const published = useApp(selectPublished)
  const [first] = changes
  if (!first) return null
  if (changes.length > 1) return <>{revisionWords.items(changes.length)}</>
  return (
    <ChangeLine
      dataset={dataset}
      published={published}
      change={first}
      toQuantity={(indicator, year, entry) => quantityOfEntry(dataset, indicator, year, entry)}
    />
  )
}

interface SaidProps {
  readonly dataset: Dataset
  readonly notice: Notice
}

/** The changes an undo took back or brought back, as they were made; of any other revision its own. */
function toldBy({ kind, changes }: Revision, root: Revision): readonly LoggedChange[] {
  if (kind !== 'undo') return changes
  const named = new Set(changes.map(subjectOf))
  const own = root.changes.filter((change) => named.has(subjectOf(change)))
  return own.length > 0 ? own : root.changes
}

/** What became of a revision: kept, taken back or brought back. */
function Kept({ dataset, notice }: SaidProps & { readonly notice: Notice & { what: 'kept' } }) {
  const revisions = useApp((state) => state.ledger.revisions)
  const { revision, durable } = notice
  const about = aboutOf(revisions, revision)
  const isUndo = revision.kind === 'undo'
  const said = isUndo && about?.undone === false ? revisionWords.redone : keptWords[revision.kind]
  return (
    <>
      {durable || isUndo ? said : revisionWords.savedInMemory}
      <Changes dataset={dataset} changes={toldBy(revision, about?.root ?? revision)} />
      {isUndo && !durable && revisionWords.notOnDisk}
    </>
  )
}

/** What stands in the way of taking something back, and what may be done all the same. */
function Blocked({ dataset, notice }: SaidProps & { readonly notice: Notice & { what: 'blocked' } }) {
  const { asked, later, rest } = notice
  return (
    <>
      {revisionWords.blocked}
      <Changes dataset={dataset} changes={later.slice(0, 1).map(({ change }) => change)} />
      {later.length > 1 && revisionWords.andMore(later.length)}
      {rest > 0 && revisionWords.mayRest(asked, rest)}
    </>
  )
}

/** 2024年“…” of a draft's subject. Missing: empty for a subject that is no figure. */
function draftName(dataset: Dataset, subject: string): string {
  const [, id = '', text = ''] = subject.split('|')
  const [indicator, year] = [findIndicator(dataset.catalogue, id), parseYear(text)]
  return indicator && year !== null ? figureName(indicator, year) : ''
}

/** A notice as a sentence, with every figure in it marked. */
export function SaidNotice({ dataset, notice }: SaidProps): ReactNode {
  switch (notice.what) {
    case 'kept':
      return <Kept dataset={dataset} notice={notice} />
    case 'blocked':
      return <Blocked dataset={dataset} notice={notice} />
    case 'failed':
      return notKeptWords(notice.asked, notice.why)
    case 'nothing':
      return notice.asked === 'undo' ? revisionWords.nothingToUndo : revisionWords.nothingToRedo
    default:
      return editWords.draftKept(draftName(dataset, notice.subject))
  }
}
