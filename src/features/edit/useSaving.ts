import { useEffect, useRef, useState } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import type { KeepFailure } from '#store/ledger.ts'
import { useApp } from '#store/useApp.ts'
import { type EntryFields, type EntryReading, figureSubject, type Slot } from './entryForm.ts'

export type Saving =
  | { readonly at: 'idle' }
  | { readonly at: 'saving' }
  | { readonly at: 'failed'; readonly why: KeepFailure }

export interface Sent {
  readonly fields: EntryFields
  readonly reading: EntryReading
  /** The figure whose form comes next. Missing: `null` to close. */
  readonly next: Indicator | null
}

/** Writes the form as one revision; while that is under way, further presses do nothing. */
export function useSaving(slot: Slot) {
  const [saving, setSaving] = useState<Saving>({ at: 'idle' })
  const busy = useRef(false)
  const isShown = useRef(true)
  const keep = useApp((state) => state.keep)
  const applyDraft = useApp((state) => state.applyDraft)
  const applySession = useApp((state) => state.applySession)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  const send = async ({ fields, reading, next }: Sent): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setSaving({ at: 'saving' })
    const { indicator, year } = slot
    const { before, after } = reading
    const outcome = await keep({
      kind: 'edit',
      author: fields.author.trim(),
      reason: fields.reason.trim(),
      file: '',
      encoding: '',
      undoes: null,
      changes: [{ what: 'figure', indicator: indicator.id, year, before, after }],
    })
    busy.current = false
    if (!outcome.kept) {
      setSaving({ at: 'failed', why: outcome.why })
      return
    }
    applyDraft(figureSubject(slot), null)
    const { revision, durable } = outcome
    const run = { reason: fields.reason, author: fields.author }
    const editing = next && { indicator: next.id, year, run }
    // A form closed meanwhile stays closed; that its figure was written is said all the same.
    applySession({ notice: { what: 'kept', revision, durable }, ...(isShown.current ? { editing } : {}) })
  }
  /** Read at once by a second press, before anything was drawn again. */
  const isSaving = (): boolean => busy.current
  return { saving, send, isSaving }
}
