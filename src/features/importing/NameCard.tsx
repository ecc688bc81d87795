import { type FormEvent, useId, useState } from 'react'
import { findByName, findIndicator, type IndicatorKind } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { NameAnswer, NewIndicator, UnknownName } from '#importing/upload/reading.ts'
import { importWords } from '#ui/importWords.ts'
import { kindWords } from '#ui/words.ts'
import { answerWords } from './answerWords.ts'

interface CardProps {
  readonly dataset: Dataset
  readonly unknown: UnknownName
  readonly onAnswer: (answer: NameAnswer | null) => void
}

/** Finds any indicator by its name; only a name of the list is taken. */
function MapForm({ dataset, unknown, onAnswer }: CardProps) {
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const id = useId()
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    const found = findByName(dataset.catalogue, text.trim())
    if (found) onAnswer({ is: 'known', indicator: found.id })
    else setSaid(importWords.mapUnknown)
  }
  return (
    <form className="import-form" onSubmit={onSubmit} noValidate>
      <label className="tool">
        <span>{importWords.mapLabel(unknown.name)}</span>
        <input
          value={text}
          list={`${id}-all`}
          autoComplete="off"
          placeholder={importWords.mapPlaceholder}
          aria-invalid={said !== ''}
          aria-describedby={`${id}-said`}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <datalist id={`${id}-all`}>
        {dataset.catalogue.indicators.map((indicator) => (
          <option key={indicator.id} value={indicator.name}>
            {indicator.unit}
          </option>
        ))}
      </datalist>
      <button type="submit" className="button primary">
        {importWords.mapKeep}
      </button>
      <p id={`${id}-said`} role="alert" className="entry-fault">
        {said}
      </p>
    </form>
  )
}

const KINDS = Object.keys(kindWords) as IndicatorKind[]

/** What keeps a new indicator from being added. Missing: empty when nothing does. */
function faultOf({ catalogue }: Dataset, { name, unit, kind }: NewIndicator): string {
  if (name === '') return importWords.newNameMissing
  if (findByName(catalogue, name)) return importWords.newNameTaken
  return unit === '' && kind !== 'rank' ? importWords.newUnitMissing : ''
}

/** Asks what a new indicator is: its name, chapter, unit and kind. */
function NewForm({ dataset, unknown, onAnswer }: CardProps) {
  const chapters = dataset.catalogue.chapters.filter(({ plan }) => !plan)
  const [fields, setFields] = useState({
    name: unknown.name,
    unit: unknown.unit,
    chapter: chapters[0]?.number ?? 0,
    kind: (/%|％/.test(unknown.unit) ? 'rate' : 'count') as IndicatorKind,
  })
  const [said, setSaid] = useState('')
  const id = useId()
  const change = (part: Partial<typeof fields>): void => setFields({ ...fields, ...part })
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    const indicator = { ...fields, name: fields.name.trim(), unit: fields.unit.trim() }
    const fault = faultOf(dataset, indicator)
    setSaid(fault)
    if (fault === '') onAnswer({ is: 'new', indicator })
  }
  return (
    <form className="import-form" onSubmit={onSubmit} noValidate>
      <label className="tool">
        <span>{importWords.newName}</span>
        <input
          value={fields.name}
          aria-describedby={`${id}-said`}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
      </label>
      <label className="tool">
        <span>{importWords.newChapter}</span>
        <select
          value={fields.chapter}
          onChange={({ currentTarget }) => change({ chapter: Number(currentTarget.value) })}
        >
          {chapters.map(({ number, glyph, short }) => (
            <option key={number} value={number}>{`${glyph} ${short}`}</option>
          ))}
        </select>
      </label>
      <label className="tool">
        <span>{importWords.newUnit}</span>
        <input
          value={fields.unit}
          aria-describedby={`${id}-said`}
          onChange={({ currentTarget }) => change({ unit: currentTarget.value })}
        />
      </label>
      <label className="tool">
        <span>{importWords.newKind}</span>
        <select
          value={fields.kind}
          onChange={({ currentTarget }) =>
            change({ kind: KINDS.find((kind) => kind === currentTarget.value) ?? 'count' })
          }
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button primary">
        {importWords.newKeep}
      </button>
      <p id={`${id}-said`} role="alert" className="entry-fault">
        {said}
      </p>
    </form>
  )
}

type Form = 'none' | 'map' | 'new'

/** Every way to decide about an unknown name; likeness alone decides nothing. */
function Choices({ dataset, unknown, onAnswer }: CardProps) {
  const [form, setForm] = useState<Form>('none')
  const turn = (to: Form) => (): void => setForm(form === to ? 'none' : to)
  return (
    <>
      <div className="button-row">
        {unknown.offers.map(({ indicator: id, likeness }) => {
          const indicator = findIndicator(dataset.catalogue, id)
          if (!indicator) return null
          return (
            <span key={id} className="import-offer">
              <button
                type="button"
                className="button"
                onClick={() => onAnswer({ is: 'known', indicator: id })}
              >
                {importWords.offer(indicator.name)}
              </button>
              <small>{importWords.likeness(likeness, indicator.unit)}</small>
            </span>
          )
        })}
        <button type="button" className="button" aria-expanded={form === 'map'} onClick={turn('map')}>
          {importWords.mapTo}
        </button>
        <button type="button" className="button" aria-expanded={form === 'new'} onClick={turn('new')}>
          {importWords.asNew}
        </button>
        <button type="button" className="button" onClick={() => onAnswer({ is: 'left-out' })}>
          {importWords.leaveOut}
        </button>
      </div>
      {form === 'map' && <MapForm {...{ dataset, unknown, onAnswer }} />}
      {form === 'new' && <NewForm {...{ dataset, unknown, onAnswer }} />}
    </>
  )
}

/** One name no indicator has: where it stands, and what is to become of it. */
export function NameCard({ dataset, unknown, onAnswer }: CardProps) {
  const { name, unit, rows } = unknown
  // An answer of another file is not taken back by forgetting one of this file.
  const [isOpen, setIsOpen] = useState(false)
  const answer = isOpen ? null : unknown.answer
  const decide = (given: NameAnswer | null): void => {
    setIsOpen(given === null)
    onAnswer(given)
  }
  return (
    <li className={answer ? 'import-name answered' : 'import-name'}>
      <p>
        <b>
          <bdi>{`“${name}”`}</bdi>
        </b>{' '}
        <small>
          {importWords.inRows(rows)}
          {unit !== '' && (
            <>
              {` · ${importWords.newUnit} `}
              <bdi>{unit}</bdi>
            </>
          )}
        </small>
      </p>
      {answer ? (
        <p className="button-row">
          <span>
            → <bdi>{answerWords(dataset, answer)}</bdi>
          </span>
          <button type="button" className="text-button" onClick={() => decide(null)}>
            {importWords.takeBack}
            <span className="visually-hidden">{`“${name}”`}</span>
          </button>
        </p>
      ) : (
        <Choices dataset={dataset} unknown={unknown} onAnswer={decide} />
      )}
    </li>
  )
}
