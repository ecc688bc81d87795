import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, silenceOf } from '#domain/dataset.ts'
import type { Finding } from '#domain/finding.ts'
import { entryOf, type FigureEntry, type Observation, sameEntry } from '#domain/observation.ts'
import type { Quantity } from '#domain/quantity.ts'
import { subjectOf } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import { checkEntry } from '#importing/entry.ts'

/** What somebody types, field by field. */
export interface EntryFields {
  readonly value: string
  readonly unit: string
  readonly status: string
  readonly quote: string
  readonly note: string
  readonly reason: string
  readonly author: string
}

export type FieldName = keyof EntryFields

export interface Slot {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
}

/** What the form would write. Missing: `null` on either side for a figure nobody stated. */
export interface EntryReading {
  readonly before: FigureEntry | null
  readonly after: FigureEntry | null
  /** Missing: `null` while the cells cannot be taken. */
  readonly quantity: Quantity | null
  /** Missing: `null` where the cells say nothing or cannot be taken. */
  readonly observation: Observation | null
  readonly findings: readonly Finding[]
  /** `empty`: nothing there and nothing typed; `clear`: what was there is taken away. */
  readonly effect: 'blocked' | 'empty' | 'same' | 'clear' | 'write'
}

export const figureSubject = ({ indicator, year }: Pick<Slot, 'indicator' | 'year'>): string =>
  subjectOf({ what: 'figure', indicator: indicator.id, year, before: null, after: null })

/** The cells as they stand now. Missing: `null` for a figure nobody stated. */
export function currentEntry({ dataset, indicator, year }: Slot): FigureEntry | null {
  const found = findObservation(dataset, indicator.id, year)
  return found && entryOf(found)
}

/** What the form shows first. `run`: what stays the same from one figure to the next. */
export const startingFields = (
  { unit }: Indicator,
  entry: FigureEntry | null,
  run: Pick<EntryFields, 'reason' | 'author'>,
): EntryFields => ({
  ...(entry ?? { value: '', unit: '', status: '', quote: '', note: '' }),
  unit: entry?.unit || unit,
  ...run,
})

/** The typed cells without blanks around them; the catalogue's unit stays unwritten where it was before. */
function toCells(fields: EntryFields, indicator: Indicator, before: FigureEntry | null) {
  const unit = fields.unit.trim()
  return {
    value: fields.value.trim(),
    unit: before?.unit === '' && unit === indicator.unit ? '' : unit,
    status: fields.status,
    quote: fields.quote.trim(),
    note: fields.note.trim(),
  }
}

/** Reads the form with the reader of the files. */
export function readForm(slot: Slot, fields: EntryFields): EntryReading {
  const { dataset, indicator, year } = slot
  const before = currentEntry(slot)
  const { observation, findings } = checkEntry(indicator, year, toCells(fields, indicator, before))
  const shared = { before, observation, findings }
  if (findings.some(({ severity }) => severity === 'blocks'))
    return { ...shared, after: before, quantity: null, effect: 'blocked' }
  const after = observation && entryOf(observation)
  const quantity = observation?.quantity ?? silenceOf(dataset, indicator, year)
  if (sameEntry(before, after)) return { ...shared, after, quantity, effect: before ? 'same' : 'empty' }
  return { ...shared, after, quantity, effect: after ? 'write' : 'clear' }
}

export const sameFields = (a: EntryFields, b: EntryFields): boolean =>
  (Object.keys(a) as FieldName[]).every((name) => a[name] === b[name])
