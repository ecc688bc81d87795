import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import { emptySlots } from '#domain/entering.ts'
import { lastAuthor, type YearEntry } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import type { KeepFailure } from '#store/ledger.ts'
import { useApp } from '#store/useApp.ts'
import { fieldWords } from '#ui/editWords.ts'
import { entryWords, yearFailureWords } from '#ui/entryWords.ts'

type Saving = 'idle' | 'saving' | 'no-reason' | KeepFailure

interface YearFormProps {
  readonly dataset: Dataset
  readonly year: Year
  /** What the year is to become. */
  readonly after: YearEntry
  readonly onClose: () => void
}

const opposite = (entry: YearEntry): YearEntry => (entry === 'open' ? 'finished' : 'open')

/** Writes the decision as one revision. */
function useDeciding({ year, after, onClose }: Omit<YearFormProps, 'dataset'>) {
  const [saving, setSaving] = useState<Saving>('idle')
  const keep = useApp((state) => state.keep)
  const applySession = useApp((state) => state.applySession)
  const decide = async (reason: string, author: string): Promise<void> => {
    if (saving === 'saving') return
    if (reason.trim() === '') {
      setSaving('no-reason')
      return
    }
    setSaving('saving')
    const outcome = await keep({
      kind: 'edit',
      author: author.trim(),
      reason: reason.trim(),
      file: '',
      encoding: '',
      undoes: null,
      changes: [{ what: 'year', year, before: opposite(after), after }],
    })
    if (!outcome.kept) {
      setSaving(outcome.why)
      return
    }
    applySession({ notice: { what: 'kept', revision: outcome.revision, durable: outcome.durable } })
    onClose()
  }
  return { saving, decide }
}

function messageOf(saving: Saving): string {
  if (saving === 'idle') return ''
  if (saving === 'saving') return entryWords.saving
  return saving === 'no-reason' ? entryWords.reasonMissing : yearFailureWords[saving]
}

/** The button that opened the form takes the focus again, or the page where it made place for another one. */
function giveBack(opener: Element | null): void {
  const target = opener?.isConnected ? opener : document.getElementById('main')
  if (target instanceof HTMLElement) target.focus({ preventScroll: true })
}

/** Asks before a year is called finished, or opened again, and says what that changes. */
export function YearForm({ dataset, year, after, onClose }: YearFormProps) {
  const [reason, setReason] = useState('')
  const lastOne = useApp((state) => lastAuthor(state.ledger.revisions))
  const [author, setAuthor] = useState(lastOne)
  const { saving, decide } = useDeciding({ year, after, onClose })
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    field.current?.focus()
    return () => giveBack(opener)
  }, [])
  const count = emptySlots(dataset, year).length
  const finishes = after === 'finished'
  const action = finishes ? entryWords.finish(year) : entryWords.reopen(year)
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    void decide(reason, author)
  }
  return (
    <form className="card year-form" aria-label={action} onSubmit={onSubmit}>
      <p>{finishes ? entryWords.willFinish(year, count) : entryWords.willReopen(year, count)}</p>
      <label className="tool">
        <span>{fieldWords.reason}</span>
        <input
          value={reason}
          ref={field}
          aria-required="true"
          aria-invalid={saving === 'no-reason'}
          aria-describedby={`${id}-said`}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <label className="tool">
        <span>{`${fieldWords.author}（可不填）`}</span>
        <input value={author} onChange={(event) => setAuthor(event.currentTarget.value)} />
      </label>
      <p role="alert" id={`${id}-said`}>
        {messageOf(saving)}
      </p>
      <div className="button-row">
        <button type="submit" className="button primary" disabled={saving === 'saving'}>
          {entryWords.keep(action)}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {entryWords.cancel}
        </button>
      </div>
    </form>
  )
}
