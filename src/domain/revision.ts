import type { Direction, IndicatorId } from './catalogue.ts'
import type { FigureEntry } from './observation.ts'
import type { PlanKind, PlanState } from './plan.ts'
import type { NewIndicator } from './uploadMemory.ts'
import type { Year } from './year.ts'

/** `open`: slots are being filled; `finished`: what is missing now was not published. */
export type YearEntry = 'open' | 'finished'

export interface PlanAnswer {
  readonly state: PlanState
  readonly nextQuote: string
}

/** What an analyst may decide about an indicator. */
export interface IndicatorSettings {
  readonly direction: Direction
  /** The indicator this one is the new name of. Missing: `null`. */
  readonly continues: IndicatorId | null
}

/** An indicator a person added because no report before had it. */
export interface AddedIndicator extends NewIndicator {
  /** First year the indicator exists. */
  readonly since: number
}

/** One value before and after; `null` is a figure nobody stated. */
export type LoggedChange =
  | {
      readonly what: 'figure'
      readonly indicator: IndicatorId
      readonly year: Year
      readonly before: FigureEntry | null
      readonly after: FigureEntry | null
    }
  | {
      readonly what: 'plan'
      readonly year: Year
      readonly kind: PlanKind
      readonly number: number
      readonly before: PlanAnswer
      readonly after: PlanAnswer
    }
  | { readonly what: 'year'; readonly year: Year; readonly before: YearEntry; readonly after: YearEntry }
  | {
      readonly what: 'indicator'
      readonly indicator: IndicatorId
      readonly before: IndicatorSettings
      readonly after: IndicatorSettings
    }
  | {
      readonly what: 'added'
      readonly indicator: IndicatorId
      /** Missing: `null` while there is no such indicator. */
      readonly before: AddedIndicator | null
      readonly after: AddedIndicator | null
    }

export type RevisionKind = 'edit' | 'import' | 'restore' | 'undo'

/** What is asked to be kept; the log gives it its number and time. */
export interface RevisionDraft {
  readonly kind: RevisionKind
  /** Who did it, as typed; may be empty. */
  readonly author: string
  /** Why, as typed; an undo says what it undoes instead. */
  readonly reason: string
  /** The imported file and its encoding; empty for what was typed. */
  readonly file: string
  readonly encoding: string
  /** For an undo, the number of the revision taken back, which may itself be an undo. Missing: `null`. */
  readonly undoes: number | null
  /** Shape: at least one, no subject twice. */
  readonly changes: readonly LoggedChange[]
}

/** One entry of the append-only log: never altered, never removed. */
export interface Revision extends RevisionDraft {
  /** Counts from 1 without gaps; it, not the clock, orders the log. */
  readonly number: number
  /** ISO 8601, by the clock of the machine. */
  readonly time: string
}

/** What a change is about. Shape: equal for two changes of the same value. */
export function subjectOf(change: LoggedChange): string {
  switch (change.what) {
    case 'figure':
      return `figure|${change.indicator}|${change.year}`
    case 'plan':
      return `plan|${change.year}|${change.kind}|${change.number}`
    case 'year':
      return `year|${change.year}`
    case 'indicator':
      return `indicator|${change.indicator}`
    default:
      return `added|${change.indicator}`
  }
}

const texts = new WeakMap<object, string>()

/**
 * A value as text. Shape: equal for equal values, in whatever order storage gave their properties back.
 * Made once a value, which is never altered: the whole log is written out at every change.
 */
export function canonicalValue(value: LoggedChange['after']): string {
  if (value === null || typeof value === 'string') return JSON.stringify(value)
  const text = texts.get(value) ?? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  texts.set(value, text)
  return text
}

/** True when two values of the same subject say the same; the order of their properties says nothing. */
export function sameValue(a: LoggedChange['after'], b: LoggedChange['after']): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b
  const properties = Object.entries(a)
  const others = new Map<string, unknown>(Object.entries(b))
  return (
    properties.length === others.size &&
    properties.every(([name, value]) => others.has(name) && others.get(name) === value)
  )
}

/** The change that takes a change back. */
export const inverse = <Change extends LoggedChange>(change: Change): Change => ({
  ...change,
  before: change.after,
  after: change.before,
})

/** Who gave a name last, offered again. Missing: empty while nobody has. Shape: revisions oldest first. */
export const lastAuthor = (revisions: readonly Revision[]): string =>
  [...revisions].reverse().find(({ author }) => author !== '')?.author ?? ''
