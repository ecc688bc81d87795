import type { FigureEntry } from '#domain/observation.ts'
import type {
  AddedIndicator,
  IndicatorSettings,
  LoggedChange,
  Revision,
  RevisionDraft,
  YearEntry,
} from '#domain/revision.ts'
import { planUndo } from '#domain/undo.ts'
import { asId, asYear } from './data.ts'

/** The cells of a figure: `anEntry('40余')`, `anEntry('5', { note: '1—6月' })`. */
export const anEntry = (value: string, rest: Partial<FigureEntry> = {}): FigureEntry => ({
  value,
  unit: '',
  status: '',
  quote: '',
  note: '',
  ...rest,
})

type Cell = FigureEntry | string | null

const toEntry = (cell: Cell): FigureEntry | null => (typeof cell === 'string' ? anEntry(cell) : cell)

/** A figure's change; a text stands for an entry that says no more, `null` for a figure nobody stated. */
export const aFigureChange = (id: string, year: number, before: Cell, after: Cell) =>
  ({
    what: 'figure',
    indicator: asId(id),
    year: asYear(year),
    before: toEntry(before),
    after: toEntry(after),
  }) as const satisfies LoggedChange

export const aYearChange = (year: number, before: YearEntry, after: YearEntry) =>
  ({ what: 'year', year: asYear(year), before, after }) as const satisfies LoggedChange

type Settings = { readonly direction?: IndicatorSettings['direction']; readonly continues?: string | null }

const toSettings = ({ direction = '中', continues = null }: Settings): IndicatorSettings => ({
  direction,
  continues: continues === null ? null : asId(continues),
})

/** Settings of an indicator; what is not named is 中 and continues nothing. */
export const aSettingsChange = (id: string, before: Settings, after: Settings) =>
  ({
    what: 'indicator',
    indicator: asId(id),
    before: toSettings(before),
    after: toSettings(after),
  }) as const satisfies LoggedChange

/** The decision that one indicator carries another one's series on. */
export const aJoin = (newer: string, older: string) => aSettingsChange(newer, {}, { continues: older })

/** An indicator added by a person: a count of 件 in chapter 1 unless the test says otherwise. */
export const anAddition = (id: string, rest: Partial<AddedIndicator> = {}) =>
  ({
    what: 'added',
    indicator: asId(id),
    before: null,
    after: { name: `名称${id}`, chapter: 1, unit: '件', kind: 'count', since: 2024, ...rest },
  }) as const satisfies LoggedChange

export const aDraft = (
  changes: readonly LoggedChange[],
  rest: Partial<RevisionDraft> = {},
): RevisionDraft => ({
  kind: 'edit',
  author: '',
  reason: '',
  file: '',
  encoding: '',
  undoes: null,
  changes,
  ...rest,
})

/** The log with one entry more, numbered and timed as a keeper does. */
export function appended(log: readonly Revision[], draft: RevisionDraft): readonly Revision[] {
  const number = (log[log.length - 1]?.number ?? 0) + 1
  return [...log, { ...draft, number, time: new Date(number * 60_000).toISOString() }]
}

/** A log with one revision for each list of changes. */
export const aLog = (...revisions: readonly (readonly LoggedChange[])[]): readonly Revision[] =>
  revisions.reduce<readonly Revision[]>((log, changes) => appended(log, aDraft(changes)), [])

/** The log with the change added as an edit of its own. */
export const edited = (log: readonly Revision[], ...changes: readonly LoggedChange[]): readonly Revision[] =>
  appended(log, aDraft(changes))

/** The revision of that number; throws where a test miscounts. */
export function revisionIn(log: readonly Revision[], number: number): Revision {
  const found = log.find((revision) => revision.number === number)
  if (!found) throw new Error(`no revision ${number}`)
  return found
}

/** The log after a revision was taken back; throws where something stands in the way. */
export function undone(log: readonly Revision[], number: number): readonly Revision[] {
  const plan = planUndo(log, revisionIn(log, number), '')
  if (!plan.ok) throw new Error(`blocked by ${plan.later.map(({ revision }) => revision.number).join()}`)
  return appended(log, plan.draft)
}
