import { foldPunctuation, type Paragraph, type Report, type Span } from './report.ts'

/** One sentence of a report, verbatim, without the mark that ends it. Unit: offsets into `Report.text`. */
export interface Sentence extends Span {
  readonly text: string
  /** Chapter it stands in; 0 is the preamble. */
  readonly chapter: number
}

/** A clause before ；counts: reports chain what was done with it, and a quote is the shortest that carries it. */
const ENDS = /[^。；;！!？?]+/g
/** What may be left over from the sentence before. */
const LEFT_OVER = /^[\s”’）)]+/

function cut(paragraph: Paragraph): readonly Sentence[] {
  const { chapter } = paragraph
  if (paragraph.kind !== 'text' || chapter === null) return []
  return [...paragraph.text.matchAll(ENDS)].flatMap((match) => {
    const skipped = LEFT_OVER.exec(match[0])?.[0].length ?? 0
    const text = match[0].slice(skipped).trimEnd()
    const start = paragraph.start + match.index + skipped
    return text === '' ? [] : [{ text, chapter, start, end: start + text.length }]
  })
}

/** The sentences of a report in their order; its title, the block under it and its headings are none. */
export const sentencesOf = (report: Report): readonly Sentence[] => report.paragraphs.flatMap(cut)

/**
 * Sentences that hold every word of a query, words being parted by blanks, punctuation folded.
 * Missing: none for a blank query.
 */
export function sentencesWith(sentences: readonly Sentence[], query: string): readonly Sentence[] {
  const words = foldPunctuation(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return sentences.filter(({ text }) => {
    const folded = foldPunctuation(text)
    return words.every((word) => folded.includes(word))
  })
}

/** Neighbouring characters within a run of words: 法律援助 has 法律, 律援, 援助. Chinese has no blanks to cut at. */
function pairsOf(text: string): ReadonlySet<string> {
  const runs = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(runs.flatMap((run) => [...run].slice(1).map((_, at) => run.slice(at, at + 2))))
}

/** One pair in common is chance. */
const FEWEST_SHARED = 2

/**
 * Sentences whose wording is most like a text, most like first; a help for finding, no verdict.
 * A pair of characters counts the less the more sentences have it, so that 法治 and 工作 hardly count; a long
 * sentence has more of everything and must have more in common.
 */
export function sentencesLike(
  sentences: readonly Sentence[],
  text: string,
  most: number,
): readonly Sentence[] {
  const pairs = sentences.map((sentence) => pairsOf(sentence.text))
  const spread = new Map<string, number>()
  for (const own of pairs) for (const pair of own) spread.set(pair, (spread.get(pair) ?? 0) + 1)
  const wanted = pairsOf(text)
  return sentences
    .map((sentence, at) => {
      const shared = [...(pairs[at] ?? [])].filter((pair) => wanted.has(pair))
      const weight = shared.reduce((sum, pair) => sum + 1 / (spread.get(pair) ?? 1), 0)
      return { sentence, shared: shared.length, likeness: weight / Math.sqrt(pairs[at]?.size ?? 1) }
    })
    .filter(({ shared }) => shared >= FEWEST_SHARED)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ sentence }) => sentence)
}
