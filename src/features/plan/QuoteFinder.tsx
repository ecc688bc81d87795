import { useId, useMemo, useState } from 'react'
import type { Catalogue } from '#domain/catalogue.ts'
import { type Report, toPrintedPunctuation } from '#domain/report.ts'
import { type Sentence, sentencesLike, sentencesOf, sentencesWith } from '#domain/sentences.ts'
import type { Year } from '#domain/year.ts'
import { planWords } from '#ui/planWords.ts'

/** More than this nobody reads; another word narrows them down. */
const MOST_FOUND = 8
const MOST_ALIKE = 5

interface QuoteFinderProps {
  readonly catalogue: Catalogue
  readonly report: Report
  readonly reportYear: Year
  /** Of the item a sentence is looked for. */
  readonly text: string
  readonly onUse: (quote: string) => void
}

function statusOf(query: string, found: number, shown: number): string {
  if (query.trim() === '') return shown > 0 ? planWords.alike : planWords.noAlike
  if (found === 0) return planWords.noneFound
  return found > shown ? planWords.foundMore(found, shown) : planWords.found(found)
}

/** Finds a sentence of the next report by its words as they are typed; before that, those worded alike. */
export function QuoteFinder({ catalogue, report, reportYear, text, onUse }: QuoteFinderProps) {
  const [query, setQuery] = useState('')
  const id = useId()
  const sentences = useMemo(() => sentencesOf(report), [report])
  const alike = useMemo(() => {
    // What the next report plans in its turn is no answer to what this one planned.
    const plans = catalogue.chapters.filter((c) => c.plan).map((c) => c.number)
    const told = sentences.filter(({ chapter }) => !plans.includes(chapter))
    return sentencesLike(told, text, MOST_ALIKE)
  }, [catalogue, sentences, text])
  const found = query.trim() === '' ? alike : sentencesWith(sentences, query)
  const shown = found.slice(0, MOST_FOUND)

  const placeOf = ({ chapter }: Sentence): string => {
    const glyph = catalogue.chapters.find((c) => c.number === chapter)?.glyph
    return glyph === undefined ? '' : planWords.chapterNote(glyph, chapter)
  }
  return (
    <div className="quote-finder">
      <label htmlFor={id}>{planWords.find(reportYear)}</label>
      <input
        id={id}
        type="search"
        className="field"
        value={query}
        placeholder={planWords.findHint}
        autoComplete="off"
        onChange={(event) => setQuery(event.currentTarget.value)}
        // Enter would send the form around it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <p className="sub" role="status">
        {statusOf(query, found.length, shown.length)}
      </p>
      <ul className="sentences">
        {shown.map((sentence) => (
          <li key={sentence.start}>
            <button type="button" className="sentence" onClick={() => onUse(sentence.text)}>
              <span className="visually-hidden">{planWords.use}</span>
              {toPrintedPunctuation(sentence.text)}
              <span className="sub"> {placeOf(sentence)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
