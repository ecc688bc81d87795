import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import { useApp } from '#store/useApp.ts'
import { editWords, failureWords, obstacleWords } from '#ui/editWords.ts'
import { openerWords } from '#ui/openerWords.ts'
import { Cells } from './Cells.tsx'
import { doubtsOf } from './doubts.ts'
import type { EntryReading, FieldName, Slot } from './entryForm.ts'
import { Review } from './Review.tsx'
import { type EntryState, type Run, useEntry } from './useEntry.ts'
import { type Saving, useSaving } from './useSaving.ts'

type Obstacle = keyof typeof obstacleWords
type Way = 'close' | 'next'

interface Readiness {
  readonly reading: EntryReading
  readonly reason: string
  readonly isReadOnly: boolean
  readonly mustCheck: boolean
}

/** What keeps the form from being sent. Missing: `null` when nothing does. */
function obstacleTo({ reading, reason, isReadOnly, mustCheck }: Readiness): Obstacle | null {
  const { effect } = reading
  if (isReadOnly) return 'read-only'
  if (effect === 'blocked' || effect === 'empty' || effect === 'same') return effect
  if (reason.trim() === '') return 'reason'
  return mustCheck ? 'doubts' : null
}

/** Where the way out of an obstacle begins. */
const REMEDIES: Readonly<Record<Obstacle, string>> = {
  blocked: '[aria-invalid="true"]',
  empty: '[name="value"]',
  same: '[name="value"]',
  reason: '[name="reason"]',
  doubts: '[name="checked"]',
  'read-only': '[name="value"]',
}

/** What must be looked at and whether it was. */
function useDoubts(slot: Slot, { reading, hasMoved, wasRestored }: EntryState, isLate: boolean) {
  const [ticked, setTicked] = useState<string | null>(null)
  const found = doubtsOf(slot, reading)
  // What was ticked holds for exactly what was seen then.
  const seen = JSON.stringify([found, hasMoved && reading.before])
  const mustCheck = (found.length > 0 || hasMoved) && ticked !== seen
  return {
    mustCheck,
    /** Said once the value has been left: while it is typed, 2 is not a tenth of 20. */
    doubts: isLate || wasRestored ? found : [],
    tick: (isTicked: boolean) => setTicked(isTicked ? seen : null),
  }
}

/** Counts the tries to send; after one that met an obstacle the focus goes where the way out begins. */
function useTries(obstacle: Obstacle | null) {
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const goTo = useRef<string | null>(null)
  useEffect(() => {
    if (goTo.current) form.current?.querySelector<HTMLElement>(goTo.current)?.focus()
    goTo.current = null
  })
  const count = (): void => {
    setTries(tries + 1)
    goTo.current = obstacle && REMEDIES[obstacle]
  }
  return { tries, count, form }
}

interface EntryFormProps {
  readonly slot: Slot
  readonly run: Run
  /** The form came up by itself after another one: then going on is the main way. */
  readonly inRun: boolean
  /** The figure to be filled next. Missing: `null` when no other slot of the year is empty. */
  readonly next: Indicator | null
  /** How many slots of the year are empty, this one included. */
  readonly left: number
  readonly titleId: string
  readonly onLeave: (isDraft: boolean) => void
}

/** The cells of one figure, what they would change, and the way to write them. */
export function EntryForm({ slot, run, inRun, next, left, titleId, onLeave }: EntryFormProps) {
  const entry = useEntry(slot, run)
  const { saving, send, isSaving } = useSaving(slot)
  const [visited, setVisited] = useState<ReadonlySet<FieldName>>(new Set())
  const isReadOnly = useApp((state) => state.ledger.keeping) === 'read-only'
  const { fields, reading } = entry
  const [hasTried, setHasTried] = useState(false)
  const { doubts, mustCheck, tick } = useDoubts(slot, entry, hasTried || visited.has('value'))
  const obstacle = obstacleTo({ reading, reason: fields.reason, isReadOnly, mustCheck })
  const { tries, count, form } = useTries(obstacle)
  const mainWay: Way = inRun && next ? 'next' : 'close'

  const submit = (way: Way): void => {
    if (isSaving()) return
    setHasTried(true)
    count()
    if (!obstacle) void send({ fields, reading, next: way === 'next' ? next : null })
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    submit(mainWay)
  }
  return (
    <form ref={form} noValidate onSubmit={onSubmit}>
      <div className="edit-body">
        <h2 id={titleId}>{openerWords(slot.indicator, slot.year, reading.before === null)}</h2>
        {next && <p className="edit-left">{editWords.left(left)}</p>}
        {entry.wasRestored && (
          <p className="edit-draft" role="status">
            {editWords.draftRestored}
            <button type="button" className="text-button" onClick={entry.dropDraft}>
              {editWords.dropDraft}
            </button>
          </p>
        )}
        <Cells
          fields={fields}
          findings={reading.findings}
          isShown={(name) => hasTried || visited.has(name)}
          lacksReason={hasTried && fields.reason.trim() === ''}
          onChange={(name, text) => isSaving() || entry.setField(name, text)}
          onLeave={(name) => setVisited((names) => new Set([...names, name]))}
        />
        <Review
          slot={slot}
          reading={reading}
          doubts={doubts}
          hasMoved={entry.hasMoved}
          isRestored={entry.wasRestored}
          isChecked={!mustCheck}
          onCheck={tick}
        />
      </div>
      <Foot
        {...{ saving, tries, mainWay, next }}
        obstacle={obstacle === 'doubts' && doubts.length === 0 && !entry.hasMoved ? null : obstacle}
        onWay={submit}
        onCancel={() => isSaving() || onLeave(!entry.isUntouched)}
      />
    </form>
  )
}

interface FootProps {
  readonly saving: Saving
  readonly tries: number
  readonly mainWay: Way
  readonly next: Indicator | null
  readonly obstacle: Obstacle | null
  readonly onWay: (way: Way) => void
  readonly onCancel: () => void
}

/** The buttons, and in words what became of the last press or keeps the next one from working. */
function Foot({ saving, tries, mainWay, next, obstacle, onWay, onCancel }: FootProps) {
  const obstacleId = useId()
  const isBusy = saving.at === 'saving'
  const button = (way: Way) => (
    <button
      type={way === mainWay ? 'submit' : 'button'}
      className={way === mainWay ? 'button primary' : 'button'}
      aria-disabled={obstacle !== null || isBusy}
      aria-describedby={obstacle ? obstacleId : undefined}
      onClick={way === mainWay ? undefined : () => onWay(way)}
    >
      {way === 'next' ? editWords.keepAndNext : editWords.keep}
    </button>
  )
  return (
    <div className="edit-foot">
      {saving.at === 'failed' && (
        <p className="edit-failure" role="alert">
          {failureWords[saving.why]}
        </p>
      )}
      {obstacle && !isBusy && (
        <p key={tries} id={obstacleId} className="edit-obstacle" role={tries > 0 ? 'alert' : undefined}>
          {obstacleWords[obstacle]}
        </p>
      )}
      <p className="edit-saving" role="status">
        {isBusy ? editWords.saving : ''}
      </p>
      <div className="edit-buttons">
        {button('close')}
        {next && button('next')}
        <button type="button" className="button" onClick={onCancel}>
          {editWords.cancel}
        </button>
      </div>
    </div>
  )
}
