import { useEffect, useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import { aboutOf } from '#domain/undo.ts'
import type { Notice } from '#store/undoing.ts'
import { useApp } from '#store/useApp.ts'
import { revisionWords } from '#ui/revisionWords.ts'
import { SaidNotice } from './SaidNotice.tsx'

/** Long enough to read, to think and to reach the button; it waits while somebody is at it. */
const SHOWN_MS = 30_000

/** 撤销 for what is in force, 重做 for what was taken back, the rest of what is held. Missing: `null` for what is none. */
function useWayBack(notice: Notice): { readonly label: string; readonly go: () => void } | null {
  const revisions = useApp((state) => state.ledger.revisions)
  const undo = useApp((state) => state.undo)
  const redo = useApp((state) => state.redo)
  if (notice.what === 'blocked' && notice.rest > 0) {
    const { asked, root, rest } = notice
    return { label: revisionWords.rest(asked, rest), go: () => void { undo, redo }[asked](root, 'rest') }
  }
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
        <SaidNotice dataset={dataset} notice={notice} />
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
