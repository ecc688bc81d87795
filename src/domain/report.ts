import { parsePlace } from './numbers/parse.ts'

/** A report's text, cut into paragraphs; offsets are UTF-16 units into `Report.text`. */
export interface Paragraph {
  readonly kind: 'title' | 'meta' | 'heading' | 'text'
  /** Chapter the paragraph belongs to; 0 is the preamble, `null` the title and the block under it. */
  readonly chapter: number | null
  /** 一是 = 1; `null` outside the numbered sections. */
  readonly section: number | null
  readonly start: number
  readonly text: string
}

export interface Report {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
}

export interface Span {
  readonly start: number
  readonly end: number
}

const ORDINALS = '一二三四五六七八九十'
const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['(', '（'],
  [')', '）'],
  ['!', '！'],
  ['?', '？'],
])
const HALF_WIDTH: ReadonlyMap<string, string> = new Map([...FULL_WIDTH].map(([half, full]) => [full, half]))
/** Links of the web page the text was taken from. */
const PAGE_NAVIGATION = /^(上一篇|下一篇)[:：]?\s*$/

/** One character for one character, so that offsets into the folded text hold for the text itself. */
export const foldPunctuation = (text: string): string =>
  text.replace(/[，：；（）！？]/g, (c) => HALF_WIDTH.get(c) ?? c).replace(/\u00a0/g, ' ')

/** The report as printed: web pages store half-width marks, the paper has full-width ones. Same length as the input. */
export const toPrintedPunctuation = (text: string): string =>
  text.replace(/[,:;()!?]/g, (mark, at: number) =>
    /[\d/]/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '') ? mark : (FULL_WIDTH.get(mark) ?? mark),
  )

const HEADING = new RegExp(`^([${ORDINALS}]+)、`)
const ITEM = new RegExp(`^([${ORDINALS}])是`)

const ordinal = (match: RegExpExecArray | null): number | null => (match?.[1] ? parsePlace(match[1]) : null)

/** The block under the title: lines like 索引号: …, until the first line that is none. */
const isMeta = (words: string, before: readonly Paragraph[]): boolean =>
  /[:：]/.test(words.slice(0, 8)) && before.every((p) => p.kind === 'title' || p.kind === 'meta')

function toParagraph(words: string, start: number, before: readonly Paragraph[]): Paragraph {
  const shared = { start, text: words }
  if (before.length === 0) return { ...shared, kind: 'title', chapter: null, section: null }
  if (isMeta(words, before)) return { ...shared, kind: 'meta', chapter: null, section: null }
  const heading = ordinal(HEADING.exec(words))
  if (heading !== null) return { ...shared, kind: 'heading', chapter: heading, section: null }
  const chapter = before[before.length - 1]?.chapter ?? 0
  return { ...shared, kind: 'text', chapter, section: ordinal(ITEM.exec(words)) }
}

/**
 * Cuts a report into its title, the block under it, the preamble, chapters and sections.
 * Shape: every non-blank line is one paragraph, in order; links of the web page are left out.
 */
export function parseReport(source: string): Report {
  const text = source.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '')
  const paragraphs: Paragraph[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const start = at + (line.length - line.trimStart().length)
    at += line.length + 1
    const words = line.trim()
    if (words !== '' && !PAGE_NAVIGATION.test(words)) paragraphs.push(toParagraph(words, start, paragraphs))
  }
  return { text, paragraphs }
}

const folded = new WeakMap<Report, string>()

/** Folded once a report: a file of many rows looks up a quote for each. */
function foldedText(report: Report): string {
  const text = folded.get(report) ?? foldPunctuation(report.text)
  folded.set(report, text)
  return text
}

/**
 * Finds a quote in the report, comparing with punctuation folded.
 * Missing: `null` when the words do not occur.
 */
export function findQuote(report: Report, quote: string): Span | null {
  if (quote === '') return null
  const start = foldedText(report).indexOf(foldPunctuation(quote))
  return start < 0 ? null : { start, end: start + quote.length }
}

const CONTINUES_BEFORE = /[\d.]$/
const CONTINUES_BEHIND = /^\.?\d/

/** Finds the numeral itself inside a quote, never as part of a longer number. */
export function findLiteral(quote: string, literal: string): Span | null {
  const [text, words] = [foldPunctuation(quote), foldPunctuation(literal)]
  if (words === '') return null
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length
    if (CONTINUES_BEFORE.test(text.slice(Math.max(0, start - 1), start))) continue
    if (!CONTINUES_BEHIND.test(text.slice(end, end + 2))) return { start, end }
  }
  return null
}

export interface FigurePlace {
  readonly quote: Span
  readonly literal: Span
  readonly paragraph: Paragraph
}

/** Where a figure stands in the report. Missing: `null` when its quote or its numeral is not found. */
export function locateFigure(report: Report, quote: string, literal: string): FigurePlace | null {
  const found = findQuote(report, quote)
  const inside = found ? findLiteral(quote, literal) : null
  const paragraph = found ? [...report.paragraphs].reverse().find((p) => p.start <= found.start) : undefined
  if (!found || !inside || !paragraph) return null
  return {
    quote: found,
    literal: { start: found.start + inside.start, end: found.start + inside.end },
    paragraph,
  }
}
