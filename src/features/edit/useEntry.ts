import { useCallback, useState } from 'react'
import type { FigureEntry } from '#domain/observation.ts'
import type { Draft } from '#store/state.ts'
import { useApp } from '#store/useApp.ts'
import {
  currentEntry,
  type EntryFields,
  type EntryReading,
  type FieldName,
  figureSubject,
  readForm,
  type Slot,
  sameFields,
  startingFields,
} from './entryForm.ts'

/** What stays the same while one figure after the other is filled. */
export type Run = Pick<EntryFields, 'reason' | 'author'>

/** The entry a form was begun on, as text to compare with. */
const basisOf = (entry: FigureEntry | null): string => JSON.stringify(entry)

/** A kept draft over the fields it was begun on; it may be older than a field. */
function fromDraft(start: EntryFields, draft: Draft): EntryFields {
  const kept = Object.entries(start).map(([name, text]) => [name, draft[name] ?? text])
  return Object.fromEntries(kept) as unknown as EntryFields
}

export interface EntryState {
  readonly fields: EntryFields
  readonly setField: (name: FieldName, text: string) => void
  readonly reading: EntryReading
  /** Nothing was typed that differs from what the form began with. */
  readonly isUntouched: boolean
  readonly wasRestored: boolean
  readonly dropDraft: () => void
  /** The figure is no longer what the form was begun on. */
  readonly hasMoved: boolean
}

/** The fields of one form, kept as a draft at every keystroke. */
export function useEntry(slot: Slot, run: Run): EntryState {
  const subject = figureSubject(slot)
  const kept = useApp((state) => state.drafts.get(subject))
  const applyDraft = useApp((state) => state.applyDraft)
  const live = currentEntry(slot)
  const [start, setStart] = useState(() => startingFields(slot.indicator, live, run))
  const [basis, setBasis] = useState(() => kept?.basis ?? basisOf(live))
  const [fields, setFields] = useState(() => (kept ? fromDraft(start, kept) : start))
  const [wasRestored, setWasRestored] = useState(kept !== undefined)
  const setField = useCallback(
    (name: FieldName, text: string) => {
      const next = { ...fields, [name]: text }
      setFields(next)
      applyDraft(subject, sameFields(next, start) ? null : { ...next, basis })
    },
    [fields, start, basis, subject, applyDraft],
  )
  const dropDraft = (): void => {
    const fresh = startingFields(slot.indicator, live, run)
    applyDraft(subject, null)
    setStart(fresh)
    setFields(fresh)
    setBasis(basisOf(live))
    setWasRestored(false)
  }
  return {
    fields,
    setField,
    reading: readForm(slot, fields),
    isUntouched: sameFields(fields, start),
    wasRestored,
    dropDraft,
    hasMoved: basis !== basisOf(live),
  }
}
