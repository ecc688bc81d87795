import { type ReactNode, useEffect, useState } from 'react'
import { findIndicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { LoggedChange } from '#domain/revision.ts'
import { aboutOf } from '#domain/undo.ts'
import { quantityOfEntry } from '#importing/entry.ts'
import type { Notice } from '#store/undoing.ts'
import { useApp } from '#store/useApp.ts'
import { ChangeLine } from '#ui/ChangeLine.tsx'
import { editWords } from '#ui/editWords.ts'
import { figureName } from '#ui/openerWords.ts'
import { keptWords, notKeptWords, revisionWords } from '#ui/revisionWords.ts'

/** Long enough to read, to think and to reach the button; it waits while somebody is at it. */
const SHOWN_MS = 30_000

interface ChangesProps {
  readonly dataset: Dataset
  readonly changes: readonly LoggedChange[]
}

/** One change in full, several by their number. */
function Changes({ dataset, changes }: ChangesProps) {
  const [first] = changes
  if (!first) return null
  if (changes.length > 1) return <>{revisionWords.items(changes.length)}</>
  return (
    <ChangeLine
      dataset={dataset}
      change={first}
      toQuantity={(indicator, year, entry) => quantityOfEntry(dataset, indicator, year, entry)}
    />
  )
}

interface SaidProps {
  readonly dataset: Dataset
  readonly notice: Notice
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
      <Changes dataset={dataset} changes={(about?.root ?? revision).changes} />
      {isUndo && !durable && revisionWords.notOnDisk}
    </>
  )
}

/** 2024年“…” of a draft's subject. Missing: `null` for a subject that is no figure. */
function draftName(dataset: Dataset, subject: string): string | null {
  const [what, id = '', year] = subject.split('|')
  const indicator = what === 'figure' ? findIndicator(dataset.catalogue, id) : null
  return indicator && figureName(indicator, Number(year) as Parameters<typeof figureName>[1])
}

function Said({ dataset, notice }: SaidProps): ReactNode {
  switch (notice.what) {
    case 'kept':
      return <Kept dataset={dataset} notice={notice} />
    case 'blocked':
      return (
        <>
          {revisionWords.blocked}
          <Changes dataset={dataset} changes={notice.later.slice(0, 1).map(({ change }) => change)} />
        </>
      )
    case 'failed':
      return notKeptWords(notice.asked, notice.why)
    case 'nothing':
      return notice.asked === 'undo' ? revisionWords.nothingToUndo : revisionWords.nothingToRedo
    default:
      return editWords.draftKept(draftName(dataset, notice.subject) ?? '')
  }
}

/** 撤销 for what is in force, 重做 for what was taken back. Missing: `null` for what is neither. */
function useWayBack(notice: Notice): { readonly label: string; readonly go: () => void } | null {
  const revisions = useApp((state) => state.ledger.revisions)
  const undo = useApp((state) => state.undo)
  const redo = useApp((state) => state.redo)
  if (notice.what !== 'kept') return null
  const about = aboutOf(revisions, notice.revision)
  if (!about) return null
  const { number } = about.root
  return about.undone
    ? { label: revisionWords.redo, go: () => void redo(number) }
    : { label: revisionWords.undo, go: () => void undo(number) }
}

interface ChangeBarProps {
  readonly dataset: Dataset
  readonly notice: Notice
}

/** A bar under the page that says what became of the last change and offers the way back. */
export function ChangeBar({ dataset, notice }: ChangeBarProps) {
  const applySession = useApp((state) => state.applySession)
  const wayBack = useWayBack(notice)
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => applySession({ notice: null }), notice ? SHOWN_MS : 0)
    return () => clearTimeout(timer)
  }, [notice, isHeld, applySession])
  return (
    <section
      className="change-bar"
      aria-label={revisionWords.bar}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
    >
      <p>
        <Said dataset={dataset} notice={notice} />
      </p>
      {wayBack && (
        <button type="button" className="button" onClick={wayBack.go}>
          {wayBack.label}
        </button>
      )}
      <button
        type="button"
        className="button"
        aria-label={revisionWords.dismiss}
        onClick={() => applySession({ notice: null })}
      >
        ×
      </button>
    </section>
  )
}
