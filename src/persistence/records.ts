import type { Direction, IndicatorId, IndicatorKind } from '#domain/catalogue.ts'
import type { FigureEntry } from '#domain/observation.ts'
import type { PlanKind } from '#domain/plan.ts'
import {
  type AddedIndicator,
  type IndicatorSettings,
  type LoggedChange,
  type PlanAnswer,
  type Revision,
  type RevisionKind,
  subjectOf,
  type YearEntry,
} from '#domain/revision.ts'
import { parseYear, type Year } from '#domain/year.ts'
import { type Migration, migrate, SCHEMA } from './migrations.ts'
import { count, isRecord, listOf, object, oneOf, orNull, type Read, text, WrongShape } from './shape.ts'

/** A revision as it is written: with the number of its shape, so that a later version knows how to read it. */
export type StoredRevision = Revision & { readonly schema: number }

export type RecordReading =
  | { readonly ok: true; readonly revision: Revision }
  | { readonly ok: false; readonly why: 'newer' | 'damaged' }

const year: Read<Year> = (raw) => {
  const found = parseYear(String(raw))
  if (typeof raw !== 'number' || found !== raw) throw new WrongShape('year')
  return found
}

const indicator: Read<IndicatorId> = (raw) => {
  const id = text(raw)
  if (id === '') throw new WrongShape('indicator')
  return id as IndicatorId
}

const time: Read<string> = (raw) => {
  const iso = text(raw)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(iso) || Number.isNaN(Date.parse(iso)))
    throw new WrongShape('time')
  return iso
}

const entry = object<FigureEntry>({
  value: text,
  unit: text,
  status: oneOf('', '未公布', '不适用', '待核'),
  quote: text,
  note: text,
})

const answer = object<PlanAnswer>({
  state: oneOf('待对应', '已有对应表述', '未见对应表述'),
  nextQuote: text,
})

const settings = object<IndicatorSettings>({
  direction: oneOf<Direction>('正', '逆', '中'),
  continues: orNull(indicator),
})

const name: Read<string> = (raw) => {
  const found = text(raw)
  if (found.trim() === '') throw new WrongShape('name')
  return found
}

const chapter: Read<number> = (raw) => {
  if (raw === 0) return 0
  return count(raw)
}

const added = object<AddedIndicator>({
  name,
  chapter,
  unit: text,
  kind: oneOf<IndicatorKind>('count', 'rate', 'amount', 'rank'),
  since: year,
})

type ChangeOf<What extends LoggedChange['what']> = Extract<LoggedChange, { what: What }>

/** A kind of change that is not listed here does not compile. */
const changes: { readonly [What in LoggedChange['what']]: Read<ChangeOf<What>> } = {
  figure: object<ChangeOf<'figure'>>({
    what: oneOf('figure'),
    indicator,
    year,
    before: orNull(entry),
    after: orNull(entry),
  }),
  plan: object<ChangeOf<'plan'>>({
    what: oneOf('plan'),
    year,
    kind: oneOf<PlanKind>('不足', '打算'),
    number: count,
    before: answer,
    after: answer,
  }),
  year: object<ChangeOf<'year'>>({
    what: oneOf('year'),
    year,
    before: oneOf<YearEntry>('open', 'finished'),
    after: oneOf<YearEntry>('open', 'finished'),
  }),
  indicator: object<ChangeOf<'indicator'>>({
    what: oneOf('indicator'),
    indicator,
    before: settings,
    after: settings,
  }),
  added: object<ChangeOf<'added'>>({
    what: oneOf('added'),
    indicator,
    before: orNull(added),
    after: orNull(added),
  }),
}

const change: Read<LoggedChange> = (raw) => {
  if (!isRecord(raw)) throw new WrongShape('change')
  return changes[oneOf('figure', 'plan', 'year', 'indicator', 'added')(raw.what)](raw)
}

const stored = object<StoredRevision>({
  schema: count,
  number: count,
  time,
  kind: oneOf<RevisionKind>('edit', 'import', 'restore', 'undo'),
  author: text,
  reason: text,
  file: text,
  encoding: text,
  undoes: orNull(count),
  changes: listOf(change),
})

/** What no single field can say: an undo points back, and no value is changed twice in one revision. */
function isWhole({ kind, number, undoes, changes: all }: Revision): boolean {
  const pointsBack = undoes === null ? kind !== 'undo' : kind === 'undo' && undoes < number
  return pointsBack && all.length > 0 && new Set(all.map(subjectOf)).size === all.length
}

/** The record to be written. Errors: throws `WrongShape` for a revision that could not be read again. */
export function toRecord(revision: Revision): StoredRevision {
  const record = stored({ ...revision, schema: SCHEMA })
  if (!isWhole(record)) throw new WrongShape('revision')
  return record
}

/**
 * Rebuilds a revision from what is stored under a key.
 * Errors: `newer` for a shape of a later version, `damaged` for anything else that is no whole revision.
 */
export function readRecord(key: unknown, raw: unknown, steps?: readonly Migration[]): RecordReading {
  try {
    const record = isRecord(raw) ? migrate(raw, steps) : null
    if (record === 'newer') return { ok: false, why: 'newer' }
    const { schema: _, ...revision } = stored(record)
    return revision.number === key && isWhole(revision)
      ? { ok: true, revision }
      : { ok: false, why: 'damaged' }
  } catch {
    // Whatever a stored value does to its reader, it is left where it is and counted.
    return { ok: false, why: 'damaged' }
  }
}
