import { findIndicator, type Indicator, type IndicatorId } from '#domain/catalogue.ts'
import { type Dataset, findObservation, isFinished } from '#domain/dataset.ts'
import { entryOf, type FigureEntry, type Observation, sameEntry } from '#domain/observation.ts'
import type { Quantity } from '#domain/quantity.ts'
import { canonicalValue, type LoggedChange, type RevisionDraft, subjectOf } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import { toEntry } from './mergeEntry.ts'
import type { FigureColumn, UploadReading } from './reading.ts'

/** One figure of the file beside what is known of it. */
export interface PlannedFigure {
  /** As changes are named (`subjectOf`). */
  readonly subject: string
  /** By this a change of an existing figure is confirmed. Shape: another one once either of the two values moves. */
  readonly change: string
  /** `new`: nobody has stated the figure; `same`: the file says what is known, and nothing is written. */
  readonly effect: 'new' | 'changed' | 'same'
  readonly indicator: Indicator
  readonly year: Year
  /** Missing: `null` for a figure nobody stated. */
  readonly before: FigureEntry | null
  /** What is written; what the file says nothing of is kept as `mergeEntry.ts` states. */
  readonly after: FigureEntry
  /** Cells in which the two differ. Shape: empty for `same`, all that say something for `new`. */
  readonly differs: readonly (keyof FigureEntry)[]
  readonly quantity: Quantity
  /** The row it was read from. */
  readonly observation: Observation
}

/** A year with figures in the file. */
export interface PlannedYear {
  readonly year: Year
  /** Before the import: `new`: nothing has been entered for it. Only a year that is not finished can be finished. */
  readonly entry: 'new' | 'open' | 'finished'
  /** Indicators that exist in that year and that neither the file nor the dataset states. Shape: the report's order. */
  readonly unpublished: readonly Indicator[]
}

/** What taking a file in would do. Nothing is decided here and nothing is written. */
export interface ImportPlan {
  readonly file: string
  /** Empty for a workbook. */
  readonly encoding: string
  /** Shape: in the order of the file, no figure twice. */
  readonly figures: readonly PlannedFigure[]
  /** Shape: oldest first. */
  readonly years: readonly PlannedYear[]
  /** Indicators to be added first. */
  readonly added: readonly Indicator[]
}

/** What a person decided about a plan. */
export interface ImportDecisions {
  /** By `change`, the changed figures to be taken; those not named stay as they are. New figures are always taken. */
  readonly confirmed: ReadonlySet<string>
  /** Years whose entry is complete with this file; any other unfinished year stays open. */
  readonly finished: ReadonlySet<Year>
  /** Who imports and why, as typed; may be empty. */
  readonly author: string
  readonly reason: string
}

/** Columns of the contract the file has. A wide table has the value's alone, under the name of a year. */
function columnsOf({ columns, layout }: UploadReading): ReadonlySet<FigureColumn> {
  const fields = columns.flatMap(({ role }) => (role.is === 'field' ? [role.field] : []))
  return new Set(layout === 'long' ? fields : [...fields, '数值'])
}

const figureSubject = (indicator: IndicatorId, year: Year): string =>
  subjectOf({ what: 'figure', indicator, year, before: null, after: null })

const CELLS: readonly (keyof FigureEntry)[] = ['value', 'unit', 'status', 'quote', 'note']

const differing = (before: FigureEntry | null, after: FigureEntry): readonly (keyof FigureEntry)[] =>
  CELLS.filter((cell) => (before ? before[cell] : '') !== after[cell])

function planFigure(
  dataset: Dataset,
  indicator: Indicator,
  observation: Observation,
  columns: ReadonlySet<FigureColumn>,
): PlannedFigure {
  const { year, quantity } = observation
  const known = findObservation(dataset, indicator.id, year)
  const before = known && entryOf(known)
  const after = toEntry(indicator, known, observation, columns)
  const subject = figureSubject(indicator.id, year)
  return {
    subject,
    change: [subject, canonicalValue(before), canonicalValue(after)].join(),
    effect: before === null ? 'new' : sameEntry(before, after) ? 'same' : 'changed',
    indicator,
    year,
    before,
    after,
    differs: differing(before, after),
    quantity,
    observation,
  }
}

/** Each figure once; of one that stands twice the first row counts, the checks name the other. */
function planFigures(dataset: Dataset, reading: UploadReading): readonly PlannedFigure[] {
  const added = new Map(reading.added.map((indicator) => [indicator.id, indicator]))
  const columns = columnsOf(reading)
  const planned = new Map<string, PlannedFigure>()
  for (const observation of reading.observations) {
    const indicator =
      findIndicator(dataset.catalogue, observation.indicator) ?? added.get(observation.indicator)
    if (!indicator) continue
    const figure = planFigure(dataset, indicator, observation, columns)
    if (!planned.has(figure.subject)) planned.set(figure.subject, figure)
  }
  return [...planned.values()]
}

function planYear(
  dataset: Dataset,
  year: Year,
  indicators: readonly Indicator[],
  stated: ReadonlySet<string>,
): PlannedYear {
  const entry = isFinished(dataset, year) ? 'finished' : dataset.years.includes(year) ? 'open' : 'new'
  const unpublished = indicators.filter(
    ({ id, since }) =>
      since <= year && !findObservation(dataset, id, year) && !stated.has(figureSubject(id, year)),
  )
  return { year, entry, unpublished }
}

/**
 * What taking a file in would do to the figures shown.
 * Shape: `before` is each entry as it is shown, which is what the log expects of a change, for joined series too.
 */
export function planImport(dataset: Dataset, reading: UploadReading): ImportPlan {
  const figures = planFigures(dataset, reading)
  const stated = new Set(figures.map(({ subject }) => subject))
  const added = reading.added.filter(({ id }) => figures.some(({ indicator }) => indicator.id === id))
  const indicators = [...dataset.catalogue.indicators, ...added]
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => a - b)
  return {
    file: reading.file,
    encoding: reading.encoding ?? '',
    figures,
    years: years.map((year) => planYear(dataset, year, indicators, stated)),
    added,
  }
}

/** How many figures of each effect; a changed one counts whether it is confirmed or not. */
export function countEffects({ figures }: ImportPlan): Readonly<Record<PlannedFigure['effect'], number>> {
  const counts = { new: 0, changed: 0, same: 0 }
  for (const { effect } of figures) counts[effect] += 1
  return counts
}

/** The figures that would be written: all new ones, and of the changed ones those confirmed. */
export const takenFigures = (
  { figures }: ImportPlan,
  confirmed: ReadonlySet<string>,
): readonly PlannedFigure[] =>
  figures.filter(({ effect, change }) => effect === 'new' || (effect === 'changed' && confirmed.has(change)))

const toAddition = ({ id, name, chapter, unit, kind, since }: Indicator): LoggedChange => ({
  what: 'added',
  indicator: id,
  before: null,
  after: { name, chapter, unit, kind, since },
})

/** The one revision an import is. Missing: `null` when there is nothing to write. */
export function toDraft(plan: ImportPlan, decisions: ImportDecisions): RevisionDraft | null {
  const { confirmed, finished, author, reason } = decisions
  const figures = takenFigures(plan, confirmed).map(({ indicator, year, before, after }) => ({
    what: 'figure' as const,
    indicator: indicator.id,
    year,
    before,
    after,
  }))
  const years = plan.years
    .filter(({ year, entry }) => entry !== 'finished' && finished.has(year))
    .map(({ year }): LoggedChange => ({ what: 'year', year, before: 'open', after: 'finished' }))
  const taken = new Set(figures.map(({ indicator }) => indicator))
  const added = plan.added.filter(({ id }) => taken.has(id)).map(toAddition)
  const changes: readonly LoggedChange[] = [...added, ...figures, ...years]
  if (changes.length === 0) return null
  return { kind: 'import', author, reason, file: plan.file, encoding: plan.encoding, undoes: null, changes }
}
