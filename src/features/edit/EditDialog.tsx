import { type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { emptySlots, nextEmptySlot } from '#domain/entering.ts'
import { lastAuthor } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import { useApp } from '#store/useApp.ts'
import { EntryForm } from './EntryForm.tsx'
import { figureSubject } from './entryForm.ts'
import { SaidNotice } from './SaidNotice.tsx'
import type { Run } from './useEntry.ts'
import { useKeyboardRoom } from './useKeyboardRoom.ts'

interface EditDialogProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
  /** What was typed for the figure before. Missing: `null` for a form somebody opened. */
  readonly run: Run | null
}

/** Gives the focus back to what opened the dialog, or to the page where that is gone. */
function giveBack(opener: Element | null): void {
  const target = opener?.isConnected && opener !== document.body ? opener : document.getElementById('main')
  if (target instanceof HTMLElement || target instanceof SVGElement) target.focus({ preventScroll: true })
}

/** The form for one figure by hand, whether its slot is empty or filled. */
export function EditDialog({ dataset, indicator, year, run }: EditDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const applySession = useApp((state) => state.applySession)
  const drafts = useApp((state) => state.drafts)
  const notice = useApp((state) => state.session.notice)
  const author = useApp((state) => lastAuthor(state.ledger.revisions))
  const subject = figureSubject({ indicator, year })
  useKeyboardRoom(dialog)

  const opener = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    opener.current = document.activeElement
    if (element && !element.open) element.showModal()
  }, [])
  // Once the dialog is gone: while it is open, nothing behind it takes the focus.
  useEffect(() => () => giveBack(opener.current), [])
  useEffect(() => {
    if (subject) dialog.current?.querySelector<HTMLElement>('[name="value"]')?.focus()
  }, [subject])

  const leave = (isDraft: boolean): void =>
    applySession({ editing: null, ...(isDraft ? { notice: { what: 'draft', subject } } : {}) })
  const onCancel = (event: SyntheticEvent): void => {
    event.preventDefault()
    leave(drafts.has(subject))
  }
  const empty = emptySlots(dataset, year)
  return (
    <dialog
      ref={dialog}
      className="edit-dialog"
      aria-labelledby={titleId}
      onCancel={onCancel}
      onClose={() => leave(drafts.has(subject))}
    >
      <p className="edit-said" role="status">
        {run && notice?.what === 'kept' && <SaidNotice dataset={dataset} notice={notice} />}
      </p>
      <EntryForm
        key={subject}
        slot={{ dataset, indicator, year }}
        run={run ?? { reason: '', author }}
        inRun={run !== null}
        next={empty.includes(indicator) ? nextEmptySlot(dataset, year, indicator) : null}
        left={empty.length}
        titleId={titleId}
        onLeave={leave}
      />
    </dialog>
  )
}
