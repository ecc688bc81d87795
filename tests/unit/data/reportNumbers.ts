/** Where something stands in a report. Unit: UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

const DIGIT_RUN = /\d+(?:\.\d+)?/g
const CHINESE_RUN = /[零一二三四五六七八九十百千万亿两首]+/g
/** Numbering of chapters and sections, and words that hold a numeral without counting anything. */
const NUMBERING = /^[一二三四五六七八九十]+(?:、|是)/gm
const WORDS = /一体|一并|一般|一些|统一|进一步|上一篇|下一篇|万人|万元/g

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Offsets of every occurrence of `part`. */
function occurrences(text: string, part: string): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at)
  return found
}

/**
 * Place of a literal inside a quote.
 * Missing: `null` when it is not there, is part of a longer number, or is cut off before 余 and the like.
 */
export function literalIn(quote: string, literal: string): Span | null {
  const cutOff = /[\d%]$/.test(literal) ? '(?![\\d余多]|\\.\\d|以[上下内])' : ''
  const match = new RegExp(`(?<![\\d.])${escapeRegExp(literal)}${cutOff}`).exec(quote)
  return match ? { start: match.index, end: match.index + literal.length } : null
}

/**
 * Place of a figure in the report.
 * Missing: a sentence that says what is wrong with the quote.
 */
export function locate(report: string, quote: string, literal: string): Span | string {
  const places = quote === '' ? [] : occurrences(report, quote)
  const at = places[0]
  if (at === undefined) return `“${quote}” is not in the report`
  if (places.length > 1) return `“${quote}” stands ${places.length} times in the report`
  const inside = literalIn(quote, literal)
  if (!inside) return `“${quote}” does not carry ${literal}`
  return { start: at + inside.start, end: at + inside.end }
}

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }))

const isInside = (inner: Span, spans: readonly Span[]): boolean =>
  spans.some((span) => span.start <= inner.start && inner.end <= span.end)

const show = (text: string, span: Span): string =>
  `${text.slice(span.start, span.end)} in “${text.slice(Math.max(0, span.start - 8), span.end + 8)}”`

/** Arabic numbers of the report that no claim covers. */
export const unclaimedDigits = (report: string, claims: readonly Span[]): readonly string[] =>
  spansOf(report, DIGIT_RUN)
    .filter((run) => !isInside(run, claims))
    .map((run) => show(report, run))

/** Chinese numerals that no claim covers and that are neither numbering nor plain words. */
export const unclaimedNumerals = (report: string, claims: readonly Span[]): readonly string[] => {
  const known = [...claims, ...spansOf(report, NUMBERING), ...spansOf(report, WORDS)]
  return spansOf(report, CHINESE_RUN)
    .filter((run) => !isInside(run, known))
    .map((run) => show(report, run))
}
