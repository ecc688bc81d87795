import type { YearEntry } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import { type NameAnswer, NO_CHOICES, type UploadChoices } from '#importing/upload/reading.ts'
import type { KeepFailure } from '#store/ledger.ts'
import type { ShownReading } from './shown.ts'

/** Why a file is not even read. */
type Refusal = 'too-large' | 'empty'

/** A file somebody gave. `left`: put aside without being written. */
export interface Item {
  readonly id: number
  readonly name: string
  /** Unit: bytes. */
  readonly size: number
  readonly state: 'waiting' | 'current' | 'written' | 'left' | Refusal
}

/** Why a file could not be read: the browser did not give it, or the program failed. */
export interface ReadFailure {
  readonly why: 'not-given' | 'program'
  readonly raw: string
}

type Saving =
  | { readonly at: 'idle' }
  | { readonly at: 'saving' }
  | { readonly at: 'failed'; readonly why: KeepFailure }

/** What became of the file that was written last. */
export interface Written {
  readonly file: string
  /** Number in the log. */
  readonly revision: number
  /** Figures written. */
  readonly count: number
  readonly durable: boolean
  readonly years: readonly Year[]
}

/** Everything decided and seen about the files being imported. Nothing of it is data yet. */
export interface ImportSession {
  readonly items: readonly Item[]
  /** Id of the file at work. Missing: `null` while there is none. */
  readonly current: number | null
  readonly isReading: boolean
  /** Missing: `null` before the first reading of the current file. */
  readonly reading: ShownReading | null
  readonly failure: ReadFailure | null
  readonly choices: UploadChoices
  /** Warnings looked at, by `findingKey`. */
  readonly ticked: ReadonlySet<string>
  /** Changes of what is there already that somebody agreed to, as the plan names them: an old tick fits no new value. */
  readonly confirmed: ReadonlySet<string>
  /** What becomes of a new year. Missing: a year nobody decided about. */
  readonly years: ReadonlyMap<Year, YearEntry>
  /** Missing: `null` until typed. */
  readonly reason: string | null
  readonly author: string | null
  readonly saving: Saving
  /** Missing: `null` once something else is begun. */
  readonly written: Written | null
}

export type Choice =
  | { readonly what: 'encoding'; readonly to: UploadChoices['encoding'] }
  | { readonly what: 'sheet'; readonly to: number | null }
  | { readonly what: 'layout'; readonly to: UploadChoices['layout'] }
  | { readonly what: 'header'; readonly to: number | null }
  | { readonly what: 'year'; readonly to: Year | null }
  | {
      readonly what: 'column'
      readonly place: number
      readonly to: UploadChoices['columns'] extends ReadonlyMap<number, infer Role> ? Role | null : never
    }
  /** `null` takes the answer back. */
  | { readonly what: 'names'; readonly names: readonly string[]; readonly to: NameAnswer | null }
  /** `row` by `rowKey`, `cell` by `cellKey`. */
  | { readonly what: 'fix'; readonly row: number; readonly cell: string; readonly text: string }
  /** Takes back what was put right, by `cellKey`. */
  | { readonly what: 'unfix'; readonly cells: readonly string[] }
  /** By `rowKey`. */
  | { readonly what: 'skip'; readonly rows: readonly number[] }
  | { readonly what: 'unskip'; readonly rows: readonly number[] }

export type Action =
  | { readonly is: 'added'; readonly items: readonly Item[] }
  | { readonly is: 'began'; readonly id: number }
  | { readonly is: 'reading' }
  | { readonly is: 'read'; readonly reading: ShownReading }
  | { readonly is: 'not-read'; readonly failure: ReadFailure }
  | { readonly is: 'chose'; readonly choice: Choice }
  | { readonly is: 'ticked'; readonly keys: readonly string[]; readonly on: boolean }
  | { readonly is: 'confirmed'; readonly keys: readonly string[]; readonly on: boolean }
  | { readonly is: 'year'; readonly year: Year; readonly entry: YearEntry }
  | { readonly is: 'typed'; readonly field: 'reason' | 'author'; readonly text: string }
  | { readonly is: 'saving' }
  | { readonly is: 'not-saved'; readonly why: KeepFailure }
  | { readonly is: 'saved'; readonly written: Written }
  | { readonly is: 'left' }
  | { readonly is: 'removed'; readonly id: number }

/** A session without a file. */
const NO_FILE = {
  current: null,
  isReading: false,
  reading: null,
  failure: null,
  choices: NO_CHOICES,
  ticked: new Set<string>(),
  confirmed: new Set<string>(),
  years: new Map<Year, YearEntry>(),
  reason: null,
  saving: { at: 'idle' },
} as const

export const NEW_SESSION: ImportSession = { ...NO_FILE, items: [], author: null, written: null }

/** A set with some more keys, or without them. */
function withKeys<Key>(set: ReadonlySet<Key>, keys: readonly Key[], isOn: boolean): ReadonlySet<Key> {
  const gone = new Set(keys)
  return new Set(isOn ? [...set, ...keys] : [...set].filter((key) => !gone.has(key)))
}

/** A map with one value more for some keys, or without them: `null`. */
function withEntry<K, V>(map: ReadonlyMap<K, V>, keys: readonly K[], value: V | null): ReadonlyMap<K, V> {
  const gone = new Set(keys)
  const rest = [...map].filter(([key]) => !gone.has(key))
  return new Map(value === null ? rest : [...rest, ...keys.map((key) => [key, value] as const)])
}

/** What was decided about the table itself, which another sheet or another reading of it makes void. */
const NO_TABLE = {
  columns: NO_CHOICES.columns,
  fixes: NO_CHOICES.fixes,
  skipped: NO_CHOICES.skipped,
}

const withSkipped = (choices: UploadChoices, rows: readonly number[], isOn: boolean): UploadChoices => ({
  ...choices,
  skipped: withKeys(choices.skipped, rows, isOn),
})

/** The choices with one more made; those that no longer mean anything are dropped. */
export function withChoice(choices: UploadChoices, choice: Choice): UploadChoices {
  switch (choice.what) {
    case 'encoding':
      return { ...NO_CHOICES, encoding: choice.to, year: choices.year }
    case 'sheet':
      return { ...choices, ...NO_TABLE, sheet: choice.to, layout: null, headerRow: null }
    case 'layout':
      return { ...choices, columns: NO_CHOICES.columns, layout: choice.to }
    case 'header':
      return { ...choices, columns: NO_CHOICES.columns, headerRow: choice.to }
    case 'year':
      return { ...choices, year: choice.to }
    case 'column':
      return { ...choices, columns: withEntry(choices.columns, [choice.place], choice.to) }
    case 'names':
      return { ...choices, names: withEntry(choices.names, choice.names, choice.to) }
    case 'fix': {
      const fixes = withEntry(choices.fixes, [choice.cell], choice.text)
      return { ...withSkipped(choices, [choice.row], false), fixes }
    }
    case 'unfix':
      return { ...choices, fixes: withEntry(choices.fixes, choice.cells, null) }
    default:
      return withSkipped(choices, choice.rows, choice.what === 'skip')
  }
}

const withState = (session: ImportSession, id: number | null, state: Item['state']): readonly Item[] =>
  session.items.map((item) => (item.id === id ? { ...item, state } : item))

/** What a file at work becomes: nothing of it is left but its name in the list. */
const put = (session: ImportSession, state: Item['state']): ImportSession => ({
  ...session,
  ...NO_FILE,
  items: withState(session, session.current, state),
})

const outcomeOf = (action: Extract<Action, { is: 'read' | 'not-read' }>) =>
  action.is === 'read'
    ? { reading: action.reading, failure: null }
    : { reading: null, failure: action.failure }

/** The session after one thing happened. A pure function. */
export function nextSession(session: ImportSession, action: Action): ImportSession {
  switch (action.is) {
    case 'added':
      return { ...session, items: [...session.items, ...action.items] }
    case 'began':
      return {
        ...session,
        ...NO_FILE,
        items: withState(session, action.id, 'current'),
        current: action.id,
        isReading: true,
        written: null,
      }
    case 'reading':
      return { ...session, isReading: true, failure: null }
    case 'read':
    case 'not-read':
      // What was read of a file that is gone meanwhile is nothing to show.
      return session.current === null ? session : { ...session, isReading: false, ...outcomeOf(action) }
    case 'chose':
      return { ...session, choices: withChoice(session.choices, action.choice), saving: { at: 'idle' } }
    case 'ticked':
      return { ...session, ticked: withKeys(session.ticked, action.keys, action.on) }
    case 'confirmed':
      return { ...session, confirmed: withKeys(session.confirmed, action.keys, action.on) }
    case 'year':
      return { ...session, years: withEntry(session.years, [action.year], action.entry) }
    case 'typed':
      return { ...session, [action.field]: action.text }
    default:
      return settled(session, action)
  }
}

type Settling = Extract<Action, { is: 'saving' | 'not-saved' | 'saved' | 'left' | 'removed' }>

/** How a file leaves the desk, or fails to. */
function settled(session: ImportSession, action: Settling): ImportSession {
  switch (action.is) {
    case 'saving':
      return { ...session, saving: { at: 'saving' } }
    case 'not-saved':
      return { ...session, saving: { at: 'failed', why: action.why } }
    case 'saved':
      return { ...put(session, 'written'), written: action.written }
    case 'left':
      return put(session, 'left')
    default:
      return { ...session, items: session.items.filter(({ id }) => id !== action.id) }
  }
}

export const currentItem = ({ items, current }: ImportSession): Item | null =>
  items.find(({ id }) => id === current) ?? null

/** The file that comes next. Missing: `null` when none waits. */
export const nextItem = ({ items }: ImportSession): Item | null =>
  items.find(({ state }) => state === 'waiting') ?? null

/** True while leaving the page would throw work away. */
export const isUnwritten = ({ current, saving }: ImportSession): boolean =>
  current !== null || saving.at === 'saving'
