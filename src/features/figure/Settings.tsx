import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { type Direction, findIndicator, type Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { joinObstacle } from '#domain/joining.ts'
import { type IndicatorSettings, lastAuthor } from '#domain/revision.ts'
import type { KeepFailure } from '#store/ledger.ts'
import { selectPublished } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { directionMeaning, settingsWords } from '#ui/figureWords.ts'
import { notKeptWords } from '#ui/revisionWords.ts'
import { directionWords } from '#ui/words.ts'
import { currentSettings, mayContinue, stoppedBefore } from './settings.ts'

export interface SettingsProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
}

/** Keeps a decision as one revision and says what became of it. Missing: `null` when it was kept. */
function useDecide({ indicator }: SettingsProps) {
  const keep = useApp((state) => state.keep)
  const revisions = useApp((state) => state.ledger.revisions)
  const applySession = useApp((state) => state.applySession)
  const before = currentSettings(revisions, indicator)
  const decide = async (
    change: Partial<IndicatorSettings>,
    { reason, author }: { readonly reason: string; readonly author: string },
  ): Promise<KeepFailure | null> => {
    const outcome = await keep({
      kind: 'edit',
      author,
      reason,
      file: '',
      encoding: '',
      undoes: null,
      changes: [{ what: 'indicator', indicator: indicator.id, before, after: { ...before, ...change } }],
    })
    if (!outcome.kept) return outcome.why
    applySession({ notice: { what: 'kept', revision: outcome.revision, durable: outcome.durable } })
    return null
  }
  return { before, decide }
}

interface DecisionFormProps {
  readonly title: string
  readonly button: string
  /** Why it cannot be sent; `null` when only the reason may be missing. */
  readonly obstacle: string | null
  readonly onSend: (why: { readonly reason: string; readonly author: string }) => Promise<KeepFailure | null>
  readonly children: ReactNode
}

/** A decision with its reason; it is said why it cannot be sent, nothing is merely greyed out. */
function DecisionForm({ title, button, obstacle, onSend, children }: DecisionFormProps) {
  const id = useId()
  const known = useApp((state) => lastAuthor(state.ledger.revisions))
  const [reason, setReason] = useState('')
  const [author, setAuthor] = useState(known)
  const [said, setSaid] = useState('')
  const [isSaving, setIsSaving] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const missing = obstacle ?? (reason.trim() === '' ? settingsWords.lacksReason : null)
    if (missing !== null || isSaving) {
      setSaid(missing ?? settingsWords.saving)
      return
    }
    setIsSaving(true)
    setSaid(settingsWords.saving)
    const failure = await onSend({ reason: reason.trim(), author: author.trim() })
    setIsSaving(false)
    setSaid(failure === null ? '' : notKeptWords('keep', failure))
    if (failure === null) setReason('')
  }
  return (
    <form className="decision" aria-label={title} onSubmit={(event) => void send(event)} noValidate>
      {children}
      <div className="entry-field">
        <label htmlFor={`${id}-reason`}>{settingsWords.reason}</label>
        <input
          id={`${id}-reason`}
          type="text"
          autoComplete="off"
          required
          value={reason}
          aria-describedby={`${id}-said`}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div className="entry-field">
        <label htmlFor={`${id}-author`}>
          {settingsWords.author}
          <small aria-hidden="true">{settingsWords.optional}</small>
        </label>
        <input
          id={`${id}-author`}
          type="text"
          autoComplete="off"
          value={author}
          onChange={(event) => setAuthor(event.currentTarget.value)}
        />
      </div>
      <p className="decision-foot">
        <button type="submit" className="button">
          {button}
        </button>
        <span id={`${id}-said`} role="status" className="decision-said">
          {said}
        </span>
      </p>
    </form>
  )
}

const DIRECTIONS: readonly Direction[] = ['正', '逆', '中']

/** Says whether more or less is better, or neither. */
function DirectionForm(props: SettingsProps) {
  const { indicator } = props
  const name = useId()
  const { before, decide } = useDecide(props)
  const [direction, setDirection] = useState(before.direction)
  return (
    <DecisionForm
      title={settingsWords.directionLegend}
      button={settingsWords.keepDirection}
      obstacle={direction === before.direction ? settingsWords.sameDirection : null}
      onSend={(why) => decide({ direction }, why)}
    >
      <fieldset>
        <legend>{settingsWords.directionLegend}</legend>
        {DIRECTIONS.map((option) => (
          <label key={option} className="toggle">
            <input
              type="radio"
              name={name}
              checked={option === direction}
              onChange={() => setDirection(option)}
            />
            {`${directionWords[option]}：${directionMeaning(option, indicator.kind === 'rank')}`}
          </label>
        ))}
      </fieldset>
    </DecisionForm>
  )
}

/** Takes two joined series apart again. */
function ApartForm(props: SettingsProps & { readonly joined: string }) {
  const { decide } = useDecide(props)
  return (
    <DecisionForm
      title={settingsWords.renameTitle}
      button={settingsWords.keepApart}
      obstacle={null}
      onSend={(why) => decide({ continues: null }, why)}
    >
      <p>{settingsWords.joined(props.joined)}</p>
    </DecisionForm>
  )
}

/** Names the stopped indicator this one is the new name of. */
function RenameForm(props: SettingsProps) {
  const { dataset, indicator } = props
  const id = useId()
  const { decide } = useDecide(props)
  const [chosen, setChosen] = useState('')
  const candidates = stoppedBefore(dataset, indicator)
  const older = candidates.find((one) => one.indicator.id === chosen)?.indicator
  const obstacle = older ? joinObstacle(dataset, older, indicator) : null
  if (candidates.length === 0) return <p className="sub">{settingsWords.noCandidates}</p>
  const why = obstacle === null ? null : settingsWords.whyNot[obstacle]
  return (
    <DecisionForm
      title={settingsWords.renameTitle}
      button={settingsWords.keepRename}
      obstacle={older ? why : settingsWords.lacksChoice}
      onSend={(reasons) => decide({ continues: older?.id ?? null }, reasons)}
    >
      <div className="entry-field">
        <label htmlFor={id}>{settingsWords.renameLead}</label>
        <select
          id={id}
          value={chosen}
          aria-describedby={`${id}-why`}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">{settingsWords.renameChoose}</option>
          {candidates.map(({ indicator: other, last }) => (
            <option key={other.id} value={other.id}>
              {settingsWords.renameOption(other.short, last)}
            </option>
          ))}
        </select>
        <p id={`${id}-why`} className="decision-said" role="status">
          {why}
        </p>
      </div>
    </DecisionForm>
  )
}

/** What an analyst may decide about an indicator: how a change is judged, and which older one it carries on. */
export function Settings({ dataset, indicator }: SettingsProps) {
  const revisions = useApp((state) => state.ledger.revisions)
  const published = useApp(selectPublished)
  const { continues, direction } = currentSettings(revisions, indicator)
  // A join that no longer fits the published files is refused: the two are not one series then.
  const isJoined = continues !== null && indicator.formerIds.includes(continues)
  const older = isJoined && published ? findIndicator(published, continues) : null
  const joined = older?.id === indicator.id ? null : older
  const shared = { dataset, indicator }
  return (
    <>
      <p className="sub">{settingsWords.lead}</p>
      <DirectionForm key={direction} {...shared} />
      {(joined || mayContinue(dataset, indicator)) && <h3>{settingsWords.renameTitle}</h3>}
      {joined ? (
        <ApartForm {...shared} joined={joined.short} />
      ) : (
        mayContinue(dataset, indicator) && <RenameForm {...shared} />
      )}
    </>
  )
}
