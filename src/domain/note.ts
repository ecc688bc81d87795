import { toHalfWidth } from './numbers/parse.ts'

/** Months a part-year figure covers. Unit: month of the year, 1 to 12, both included. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** What a 备注 says that measures must know. */
export interface NoteReading {
  /** Missing: `null` for a figure of the whole year. */
  readonly period: Period | null
  /** The words behind 口径变化, perhaps empty. Missing: `null` when the scope is that of the year before. */
  readonly scopeChange: string | null
}

const CLAUSE_ENDS = /[;；。\r\n\u2028\u2029]/
/** Hyphens, dashes and wave dashes as keyboards and typesetters write them. */
const DASHES = '[-‐‑‒–—―−﹣~〜]+'
const MONTHS = new RegExp(
  `^(?:统计期间[为是:]?)?\\s*(\\d{1,2})\\s*(?:月份?\\s*)?(?:${DASHES}|至|到)\\s*(\\d{1,2})\\s*月份?(?:累计)?(?:数据?)?$`,
)
/** Matched before the widths are folded: its words are shown as they were written. */
const SCOPE_CHANGE = /^口径(?:变化|有变)(?:[:：](.*))?$/

function periodIn(clause: string): Period | null {
  const [, from, to] = MONTHS.exec(toHalfWidth(clause))?.map(Number) ?? []
  if (from === undefined || to === undefined || from < 1 || to > 12 || from > to) return null
  return from === 1 && to === 12 ? null : { from, to }
}

function scopeChangeIn(clause: string): string | null {
  const match = SCOPE_CHANGE.exec(clause)
  return match && (match[1] ?? '').trim()
}

/** The first of the clauses that says something. */
function firstOf<T>(clauses: readonly string[], read: (clause: string) => T | null): T | null {
  for (const clause of clauses) {
    const found = read(clause)
    if (found !== null) return found
  }
  return null
}

const NO_NOTE: NoteReading = { period: null, scopeChange: null }

/**
 * Reads the period and the change of scope a note states in clauses of their own: `1—6月`, `口径变化：含移送案件`.
 * Missing: `null` for what the note does not state; a mention inside a longer clause states nothing.
 */
export function readNote(note: string): NoteReading {
  if (note === '') return NO_NOTE
  const clauses = note.split(CLAUSE_ENDS).map((clause) => clause.trim())
  return { period: firstOf(clauses, periodIn), scopeChange: firstOf(clauses, scopeChangeIn) }
}

/** True for two figures of the same months, or both of the whole year. */
export const samePeriod = (a: Period | null, b: Period | null): boolean =>
  a?.from === b?.from && a?.to === b?.to

/** 1—6月, or 6月 for a single month. */
export const toPeriodText = ({ from, to }: Period): string => (from === to ? `${to}月` : `${from}—${to}月`)
