import type { PlanItem, PlanState } from '#domain/plan.ts'
import { findQuote, foldPunctuation, type Report } from '#domain/report.ts'
import {
  type LoggedChange,
  type PlanAnswer,
  type RevisionDraft,
  sameValue,
  subjectOf,
} from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import type { Draft } from '#store/state.ts'
import type { AnswerFault } from '#ui/planWords.ts'

/** The fields of the form as typed. */
export interface AnswerForm {
  readonly state: PlanState
  readonly quote: string
  readonly reason: string
  readonly author: string
}

/** The field each fault is shown beside. */
export type AnswerFaults = Readonly<Partial<Record<'state' | 'quote' | 'reason', AnswerFault>>>

export const STATES: readonly PlanState[] = ['已有对应表述', '未见对应表述', '待对应']

export const answerOf = ({ state, nextQuote }: PlanItem): PlanAnswer => ({ state, nextQuote })

const changeTo = (year: Year, item: PlanItem, after: PlanAnswer): LoggedChange => ({
  what: 'plan',
  year,
  kind: item.kind,
  number: item.number,
  before: answerOf(item),
  after,
})

/** What an item's answer, its begun form and its entries in the log go by. */
export const itemSubject = (year: Year, item: PlanItem): string =>
  subjectOf(changeTo(year, item, answerOf(item)))

/** The form as it was left, else as the answer stands, signed by `author`. Whatever comes from storage may be odd. */
export function toForm(answer: PlanAnswer, draft: Draft | undefined, author: string): AnswerForm {
  return {
    state: STATES.find((state) => state === draft?.state) ?? answer.state,
    quote: draft?.quote ?? answer.nextQuote,
    reason: draft?.reason ?? '',
    author: draft?.author ?? author,
  }
}

/** Text copied from paper or a PDF breaks its lines in the middle of a word. */
const joinLines = (text: string): string => text.trim().replace(/\s*[\r\n]+\s*/g, '')

/** How often the words stand in the report, overlapping ones not counted. */
const occurrences = (report: Report, quote: string): number =>
  foldPunctuation(report.text).split(foldPunctuation(quote)).length - 1

/** The words of the report a typed quote stands for, as the report has them. */
function readQuote(report: Report | null, typed: string): { quote: string; fault: AnswerFault | null } {
  const quote = joinLines(typed)
  if (quote === '') return { quote, fault: 'quote-empty' }
  if (!report) return { quote, fault: null }
  const found = findQuote(report, quote)
  if (!found) return { quote, fault: 'quote-not-found' }
  if (occurrences(report, quote) > 1) return { quote, fault: 'quote-repeated' }
  return { quote: report.text.slice(found.start, found.end), fault: null }
}

/** What the form would make of the item. Missing: the quote of any state but 已有对应表述 is empty. */
export function toAnswer(report: Report | null, form: AnswerForm): PlanAnswer {
  const nextQuote = form.state === '已有对应表述' ? readQuote(report, form.quote).quote : ''
  return { state: form.state, nextQuote }
}

/** A reason is asked for whatever changes a verdict, and for a search that found nothing. */
export const needsReason = (before: PlanAnswer, form: AnswerForm): boolean =>
  before.state !== '待对应' || form.state === '未见对应表述'

/**
 * What keeps the form from being kept; empty when it can be.
 * Missing: `report` is `null` while the next report's text is not stored; its quotes are taken unchecked.
 */
export function faultsOf(report: Report | null, before: PlanAnswer, form: AnswerForm): AnswerFaults {
  const quote = form.state === '已有对应表述' ? readQuote(report, form.quote).fault : null
  if (!quote && sameValue(before, toAnswer(report, form))) return { state: 'unchanged' }
  const reason = needsReason(before, form) && form.reason.trim() === ''
  return { ...(quote && { quote }), ...(reason && { reason: 'reason-empty' }) }
}

/** The revision that keeps a checked form. */
export const toRevision = (
  year: Year,
  item: PlanItem,
  report: Report | null,
  form: AnswerForm,
): RevisionDraft => ({
  kind: 'edit',
  author: form.author.trim(),
  reason: form.reason.trim(),
  file: '',
  encoding: '',
  undoes: null,
  changes: [changeTo(year, item, toAnswer(report, form))],
})
