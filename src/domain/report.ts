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

/**
 * Cuts a report into its title, the block under it, the preamble, chapters and sections.
 * Shape: every non-blank line is one paragraph, in order; links of the web page are left out.
 */
export function parseReport(source: string): Report {
  const text = source.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '')
  const paragraphs: Paragraph[] = []
  let at = 0
  let chapter: number | null = null
  let section: number | null = null
  let headerOpen = true
  for (const line of text.split('\n')) {
    const start = at + (line.length - line.trimStart().length)
    at += line.length + 1
    const words = line.trim()
    if (words === '') {
      headerOpen = headerOpen && !paragraphs.some((p) => p.kind === 'meta')
      continue
    }
    if (PAGE_NAVIGATION.test(words)) continue
    if (paragraphs.length === 0) {
      paragraphs.push({ kind: 'title', chapter: null, section: null, start, text: words })
      continue
    }
    if (headerOpen && /[:：]/.test(words.slice(0, 8))) {
      paragraphs.push({ kind: 'meta', chapter: null, section: null, start, text: words })
      continue
    }
    headerOpen = false
    const heading = new RegExp(`^([${ORDINALS}]+)、`).exec(words)
    if (heading?.[1]) {
      chapter = ORDINALS.indexOf(heading[1]) + 1
      section = null
      paragraphs.push({ kind: 'heading', chapter, section, start, text: words })
      continue
    }
    const item = new RegExp(`^([${ORDINALS}])是`).exec(words)
    section = item?.[1] ? ORDINALS.indexOf(item[1]) + 1 : null
    paragraphs.push({ kind: 'text', chapter: chapter ?? 0, section, start, text: words })
  }
  return { text, paragraphs }
}

/**
 * Finds a quote in the report, comparing with punctuation folded.
 * Missing: `null` when the words do not occur.
 */
export function findQuote(report: Report, quote: string): Span | null {
  if (quote === '') return null
  const start = foldPunctuation(report.text).indexOf(foldPunctuation(quote))
  return start < 0 ? null : { start, end: start + quote.length }
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Finds the numeral itself inside a quote, never as part of a longer number. */
export function findLiteral(quote: string, literal: string): Span | null {
  const match = new RegExp(`(?<![\\d.])${escapeRegExp(foldPunctuation(literal))}(?![\\d])`).exec(
    foldPunctuation(quote),
  )
  return match ? { start: match.index, end: match.index + literal.length } : null
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
