import { useId, useMemo, useState } from 'react'
import { entryMatrix } from '#charts/kinds/entryMatrix.ts'
import type { Chapter } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { YearEntry } from '#domain/revision.ts'
import { quantityOfEntry } from '#importing/entry.ts'
import { overlay } from '#importing/overlay.ts'
import {
  countEffects,
  type ImportPlan,
  type PlannedFigure,
  type PlannedYear,
  toDraft,
} from '#importing/upload/planImport.ts'
import { useApp } from '#store/useApp.ts'
import { Chip, chapterStyle } from '#ui/Chip.tsx'
import { EntryMatrix } from '#ui/EntryMatrix.tsx'
import { Figure } from '#ui/Figure.tsx'
import { FigureChange } from '#ui/FigureChange.tsx'
import { importWords, waitingWords } from '#ui/importWords.ts'
import { missingWords, yearWord } from '#ui/words.ts'
import type { Desk } from './desk.ts'
import { finishedYears } from './progress.ts'
import { Step } from './Step.tsx'
import type { ImportSession } from './session.ts'

/** Changes drawn at a time. */
const PAGE = 50

interface PartProps {
  readonly desk: Desk
  readonly session: ImportSession
  readonly dataset: Dataset
  readonly plan: ImportPlan
}

/** One figure that is there already: old → new, taken only when ticked. */
function ChangeItem({ desk, session, dataset, figure }: PartProps & { readonly figure: PlannedFigure }) {
  const { change, indicator, year, before, after, quantity } = figure
  return (
    <li>
      <label className="tick import-change">
        <input
          type="checkbox"
          checked={session.confirmed.has(change)}
          onChange={({ currentTarget }) =>
            desk.dispatch({ is: 'confirmed', keys: [change], on: currentTarget.checked })
          }
        />
        <span>
          <span className="visually-hidden">{importWords.confirm}</span>
          {yearWord(year)}“<bdi>{indicator.name}</bdi>”{' '}
          <FigureChange
            indicator={indicator}
            year={year}
            before={{ entry: before, quantity: quantityOfEntry(dataset, indicator, year, before) }}
            after={{ entry: after, quantity }}
          />
        </span>
      </label>
    </li>
  )
}

/** Changes of what is there already, each to be agreed to. */
function Changes(props: PartProps) {
  const [shown, setShown] = useState(PAGE)
  const changed = props.plan.figures.filter(({ effect }) => effect === 'changed')
  if (changed.length === 0) return null
  return (
    <fieldset className="import-changes">
      <legend>{importWords.changes}</legend>
      <ul>
        {changed.slice(0, shown).map((figure) => (
          <ChangeItem key={figure.subject} figure={figure} {...props} />
        ))}
      </ul>
      {changed.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
          {importWords.more(Math.min(PAGE, changed.length - shown))}
        </button>
      )}
    </fieldset>
  )
}

interface ChapterProps {
  readonly chapter: Chapter
  readonly figures: readonly PlannedFigure[]
  readonly manyYears: boolean
}

/** The new values of a chapter, drawn when they are asked for. */
function ChapterValues({ chapter, figures, manyYears }: ChapterProps) {
  const [open, setOpen] = useState(false)
  return (
    <details
      style={chapterStyle(chapter.number)}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <Chip chapter={chapter} />
        {importWords.inChapter(chapter.short, figures.length)}
      </summary>
      {open && (
        <ul className="import-values">
          {figures.map(({ subject, indicator, year, quantity, observation }) => (
            <li key={subject}>
              <bdi>{indicator.short}</bdi>
              {manyYears && ` ${yearWord(year)}`}{' '}
              <b>
                <Figure
                  {...{ indicator, year, quantity }}
                  period={observation.period}
                  size="line"
                  linked={false}
                />
              </b>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

function NewValues({ dataset, plan }: PartProps) {
  const added = plan.figures.filter(({ effect }) => effect === 'new')
  if (added.length === 0) return null
  const manyYears = new Set(added.map(({ year }) => year)).size > 1
  return (
    <section>
      <h3>{importWords.newValues}</h3>
      {dataset.catalogue.chapters.map((chapter) => {
        const figures = added.filter(({ indicator }) => indicator.chapter === chapter.number)
        return figures.length === 0 ? null : (
          <ChapterValues key={chapter.number} {...{ chapter, figures, manyYears }} />
        )
      })}
    </section>
  )
}

/** Whether a year is complete with this file: what it lacks reads 未公布 then, 待录入 otherwise. */
function YearChoice({ desk, session, planned }: PartProps & { readonly planned: PlannedYear }) {
  const id = useId()
  const { year, unpublished } = planned
  const count = unpublished.length
  const chosen = session.years.get(year) ?? 'open'
  const radio = (entry: YearEntry, text: string) => (
    <label className="tick">
      <input
        type="radio"
        name={id}
        checked={chosen === entry}
        onChange={() => desk.dispatch({ is: 'year', year, entry })}
      />
      {text}
    </label>
  )
  return (
    <fieldset className="import-year">
      <legend>{importWords.newYear(year)}</legend>
      <p>{importWords.newYearLead(year, count)}</p>
      {radio('open', importWords.open(count))}
      {radio('finished', importWords.finished(count))}
      {chosen === 'open' && <p className="sub">{importWords.openDefault}</p>}
    </fieldset>
  )
}

/** Figures beyond which the years to come are not worked out for a preview: it would hold the page up. */
const MOST_TO_TRY = 2_000

/** How the years look afterwards, worked out by what will show them. */
function After({ session, dataset, plan }: PartProps) {
  const data = useApp((state) => state.data)
  const revisions = useApp((state) => state.ledger.revisions)
  const rows = useMemo(() => {
    const decisions = { confirmed: session.confirmed, finished: finishedYears(session.years, plan) }
    const draft = toDraft(plan, { ...decisions, author: '', reason: '' })
    if (!draft || data.status !== 'ready' || draft.changes.length > MOST_TO_TRY) return []
    const number = (revisions[revisions.length - 1]?.number ?? 0) + 1
    const after = overlay(data.base, [...revisions, { ...draft, number, time: '' }]).dataset
    const years = new Set([...dataset.years.slice(-3), ...plan.years.map(({ year }) => year)])
    return entryMatrix(
      after,
      [...years].sort((a, b) => a - b),
    )
  }, [session.confirmed, session.years, plan, data, revisions, dataset])
  if (rows.length === 0) return null
  return (
    <section className="import-matrix">
      <h3>{importWords.matrix}</h3>
      <div className="scroll-x">
        <EntryMatrix rows={rows} label={importWords.matrix} />
      </div>
    </section>
  )
}

/** 新增70 · 修改2 · 不变0 · 2024年待录入5. */
function countsOf(plan: ImportPlan, years: ImportSession['years']): string {
  const counts = countEffects(plan)
  const silent = plan.years.filter(({ entry }) => entry !== 'finished')
  return [
    importWords.added(counts.new),
    importWords.changed(counts.changed),
    importWords.same(counts.same),
    ...silent.map(({ year, unpublished }) => {
      const why = years.get(year) === 'finished' ? 'not-published' : 'pending'
      return importWords.silent(year, unpublished.length, missingWords[why])
    }),
    ...(plan.added.length > 0 ? [importWords.newIndicators(plan.added.length)] : []),
  ].join(' · ')
}

interface StepProps {
  readonly desk: Desk
  readonly session: ImportSession
  readonly dataset: Dataset
  /** Missing: `null` while errors are in the way. */
  readonly plan: ImportPlan | null
}

/** ⑤ What would be written, beside what is there. */
export function PreviewStep({ desk, session, dataset, plan }: StepProps) {
  const { reading } = session
  if (!reading || !plan) {
    const count = reading?.layout ? reading.counts.blocks : 0
    return (
      <Step
        place={4}
        state="waiting"
        summary={count > 0 ? importWords.errorsLeft(count) : waitingWords.errors}
      />
    )
  }
  const part = { desk, session, dataset, plan }
  return (
    <Step place={4} state="done" summary="">
      <p className="import-compared" role="status">
        <span>{importWords.compared}</span>：<b>{countsOf(plan, session.years)}</b>
      </p>
      <Changes {...part} />
      <NewValues {...part} />
      {plan.years
        .filter(({ entry }) => entry !== 'finished')
        .map((planned) => (
          <YearChoice key={planned.year} planned={planned} {...part} />
        ))}
      <After {...part} />
    </Step>
  )
}
