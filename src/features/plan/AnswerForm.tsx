import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import type { PlanItem, PlanState } from '#domain/plan.ts'
import { type Report, toPrintedPunctuation } from '#domain/report.ts'
import { lastAuthor, sameValue } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import type { KeepFailure } from '#store/ledger.ts'
import { useApp } from '#store/useApp.ts'
import { answerFaultWords, answerLine, notKeptWords, planWords } from '#ui/planWords.ts'
import {
  type AnswerFaults,
  answerOf,
  type AnswerForm as Form,
  faultsOf,
  itemSubject,
  needsReason,
  STATES,
  toAnswer,
  toForm,
  toRevision,
} from './answer.ts'
import { QuoteFinder } from './QuoteFinder.tsx'

interface AnswerFormProps {
  readonly dataset: Dataset
  readonly item: PlanItem
  /** Of the report that holds the item. */
  readonly year: Year
  /** Opened just now by its button, not left from before. */
  readonly isFresh: boolean
  readonly onClose: () => void
}

interface FaultProps {
  readonly id: string
  readonly text: string | null
}

/** What is wrong with the field above; read out with it. */
function Fault({ id, text }: FaultProps) {
  return text === null ? null : (
    <p id={id} className="field-fault">
      {text}
    </p>
  )
}

interface PreviewProps {
  readonly item: PlanItem
  readonly report: Report | null
  readonly form: Form
}

/** Old and new, seen before anything is kept. */
function Preview({ item, report, form }: PreviewProps) {
  const [before, after] = [answerOf(item), toAnswer(report, form)]
  const line = ({ state, nextQuote }: typeof before): string =>
    answerLine(state, toPrintedPunctuation(nextQuote))
  return (
    <dl className="answer-preview">
      <dt>{planWords.before}</dt>
      <dd>{line(before)}</dd>
      {!sameValue(before, after) && (
        <>
          <dt>{planWords.after}</dt>
          <dd>{line(after)}</dd>
        </>
      )}
    </dl>
  )
}

/** The form's fields, kept as a begun form while they are typed, and the way to keep them for good. */
function useAnswer({ dataset, item, year, onClose }: AnswerFormProps) {
  const subject = itemSubject(year, item)
  const draft = useApp((state) => state.drafts.get(subject))
  const applyDraft = useApp((state) => state.applyDraft)
  const applySession = useApp((state) => state.applySession)
  const keep = useApp((state) => state.keep)
  const author = useApp((state) => lastAuthor(state.ledger.revisions))
  const [checked, setChecked] = useState(false)
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<KeepFailure | null>(null)
  const busy = useRef(false)
  const report = dataset.reports.get((year + 1) as Year) ?? null
  const form = toForm(answerOf(item), draft, author)
  // Just kept, the answer equals the form for a moment.
  const faults: AnswerFaults = checked && !saving ? faultsOf(report, answerOf(item), form) : {}

  const change = (part: Partial<Form>): void => {
    if (!busy.current) applyDraft(subject, { ...form, ...part })
  }
  const save = async (): Promise<boolean> => {
    if (busy.current) return true
    setChecked(true)
    setProblem(null)
    if (Object.keys(faultsOf(report, answerOf(item), form)).length > 0) return false
    busy.current = true
    setSaving(true)
    const outcome = await keep(toRevision(year, item, report, form))
    busy.current = false
    setSaving(false)
    if (!outcome.kept) {
      setProblem(outcome.why)
      return true
    }
    onClose()
    applyDraft(subject, null)
    applySession({ notice: { what: 'kept', revision: outcome.revision, durable: outcome.durable } })
    return true
  }
  const drop = (): void => {
    onClose()
    applyDraft(subject, null)
  }
  return { form, report, faults, saving, problem, change, save, drop }
}

interface StateChoiceProps {
  readonly name: string
  readonly nextYear: number
  readonly chosen: PlanState
  readonly fault: string | null
  readonly onChoose: (state: PlanState) => void
}

function StateChoice({ name, nextYear, chosen, fault, onChoose }: StateChoiceProps) {
  return (
    <fieldset className="state-choice" aria-describedby={fault === null ? undefined : `${name}-fault`}>
      <legend>{planWords.chooseState(nextYear)}</legend>
      {STATES.map((state) => (
        <label key={state} className="toggle">
          <input
            type="radio"
            name={name}
            value={state}
            checked={state === chosen}
            onChange={() => onChoose(state)}
          />
          {state}
        </label>
      ))}
      <Fault id={`${name}-fault`} text={fault} />
    </fieldset>
  )
}

/** Puts the focus on the chosen answer of a form just opened, and on the first fault of one refused. */
function useFormFocus(isFresh: boolean) {
  const root = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (isFresh) root.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }, [isFresh])
  const focusFault = (): void => {
    // After the faults have been drawn.
    requestAnimationFrame(() =>
      root.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[aria-describedby] input:checked')
        ?.focus(),
    )
  }
  return { root, focusFault }
}

/** Says what the next report has about an item; nothing changes before it is kept. */
export function AnswerForm(props: AnswerFormProps) {
  const { dataset, item, year, isFresh } = props
  const { form, report, faults, saving, problem, change, save, drop } = useAnswer(props)
  const { root, focusFault } = useFormFocus(isFresh)
  const quoteField = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const next = (year + 1) as Year
  const say = (field: keyof AnswerFaults): string | null => {
    const fault = faults[field]
    return fault ? answerFaultWords(fault, form.state, next) : null
  }
  const described = (field: 'quote' | 'reason', hint = ''): string | undefined =>
    [hint, faults[field] ? `${id}-${field}-fault` : ''].filter(Boolean).join(' ') || undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save().then((sound) => sound || focusFault())
  }
  return (
    <form ref={root} className="answer-form" onSubmit={submit} noValidate aria-busy={saving}>
      <StateChoice
        name={`${id}-state`}
        nextYear={next}
        chosen={form.state}
        fault={say('state')}
        onChoose={(state) => change({ state })}
      />
      {form.state === '已有对应表述' && (
        <div className="quote-choice">
          <label htmlFor={`${id}-quote`}>{planWords.quote(next)}</label>
          <p className="sub" id={`${id}-hint`}>
            {report ? planWords.quoteHint : planWords.quoteHintUnchecked(next)}
          </p>
          <textarea
            id={`${id}-quote`}
            ref={quoteField}
            className="field"
            rows={3}
            value={form.quote}
            aria-invalid={faults.quote !== undefined}
            aria-describedby={described('quote', `${id}-hint`)}
            onChange={(event) => change({ quote: event.currentTarget.value })}
          />
          <Fault id={`${id}-quote-fault`} text={say('quote')} />
          {report && (
            <QuoteFinder
              catalogue={dataset.catalogue}
              report={report}
              reportYear={next}
              text={item.text}
              onUse={(quote) => {
                change({ quote })
                quoteField.current?.focus()
              }}
            />
          )}
        </div>
      )}
      <Remarks {...{ id, item, form, change }} fault={say('reason')} described={described('reason')} />
      <Preview item={item} report={report} form={form} />
      {problem && (
        <p className="field-fault" role="alert">
          {notKeptWords[problem]}
        </p>
      )}
      <div className="button-row">
        <button type="submit" className="button primary">
          {saving ? planWords.saving : planWords.save}
        </button>
        <button type="button" className="button" onClick={drop}>
          {planWords.drop}
        </button>
      </div>
    </form>
  )
}

interface RemarksProps {
  readonly id: string
  readonly item: PlanItem
  readonly form: Form
  readonly fault: string | null
  readonly described: string | undefined
  readonly change: (part: Partial<Form>) => void
}

/** Why, and by whom. */
function Remarks({ id, item, form, fault, described, change }: RemarksProps) {
  const isNeeded = needsReason(answerOf(item), form)
  return (
    <div className="remarks">
      <div>
        <label htmlFor={`${id}-reason`}>
          {planWords.reason}
          {isNeeded ? planWords.required : planWords.optional}
        </label>
        <input
          id={`${id}-reason`}
          className="field"
          value={form.reason}
          autoComplete="off"
          aria-invalid={fault !== null}
          aria-describedby={described}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        <Fault id={`${id}-reason-fault`} text={fault} />
      </div>
      <div>
        <label htmlFor={`${id}-author`}>
          {planWords.author}
          {planWords.optional}
        </label>
        <input
          id={`${id}-author`}
          className="field"
          value={form.author}
          autoComplete="off"
          onChange={(event) => change({ author: event.currentTarget.value })}
        />
      </div>
    </div>
  )
}
