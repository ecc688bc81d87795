import { useState } from 'react'
import { findChapter, type Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation } from '#domain/dataset.ts'
import type { Observation } from '#domain/observation.ts'
import { type FigurePlace, locateFigure, type Report, toPrintedPunctuation } from '#domain/report.ts'
import type { Year } from '#domain/year.ts'
import { Link } from '#ui/link.tsx'

interface Piece {
  readonly text: string
  readonly mark: 'none' | 'quote' | 'literal'
}

/** The paragraph cut at the quote and at the numeral inside it. */
function toPieces(report: Report, { quote, literal, paragraph }: FigurePlace): readonly Piece[] {
  const printed = toPrintedPunctuation(report.text)
  const end = paragraph.start + paragraph.text.length
  const cut = (from: number, to: number, mark: Piece['mark']): Piece => ({
    text: printed.slice(from, to),
    mark,
  })
  return [
    cut(paragraph.start, quote.start, 'none'),
    cut(quote.start, literal.start, 'quote'),
    cut(literal.start, literal.end, 'literal'),
    cut(literal.end, quote.end, 'quote'),
    cut(quote.end, end, 'none'),
  ]
}

/** Copies where the browser allows it. `false`: the user copies by hand, the text is selected for that. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function selectQuote(): void {
  const range = document.createRange()
  const marks = document.querySelectorAll('.source-text mark')
  const [first, last] = [marks[0], marks[marks.length - 1]]
  if (!first || !last) return
  range.setStartBefore(first)
  range.setEndAfter(last)
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

function Sentence({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <blockquote className="source-text">
      {pieces.map((piece, i) => {
        if (piece.mark === 'none') return <span key={i}>{piece.text}</span>
        return <mark key={i}>{piece.mark === 'literal' ? <b>{piece.text}</b> : piece.text}</mark>
      })}
    </blockquote>
  )
}

/** Copies the quote; where the browser refuses, selects it so that the user can. */
function CopyQuote({ quote }: { readonly quote: string }) {
  const [message, setMessage] = useState('')
  const onClick = async (): Promise<void> => {
    if (await copy(quote)) {
      setMessage('已复制原句。')
      return
    }
    selectQuote()
    setMessage('浏览器不允许直接复制，已选中原句，请按 Ctrl+C。')
  }
  return (
    <>
      <button type="button" className="button" onClick={onClick}>
        复制原句
      </button>
      <span role="status">{message}</span>
    </>
  )
}

interface SourceCardProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
}

/** Where in the report the figure's sentence stands: 二 · 五是. */
function originOf({ dataset, indicator, year }: SourceCardProps): string {
  const chapter = findChapter(dataset.catalogue, indicator.chapter)
  const section = chapter?.sections.find((s) => s.number === indicator.section)
  return [`${year}年度报告`, chapter?.glyph, section?.glyph].filter(Boolean).join(' · ')
}

const placeOf = (report: Report, { quote, quantity }: Observation): FigurePlace | null =>
  quantity.kind === 'known' ? locateFigure(report, quote, quantity.literal) : null

/** The report's own sentence with the figure marked in it. */
export function SourceCard({ dataset, indicator, year }: SourceCardProps) {
  const observation = findObservation(dataset, indicator.id, year)
  const report = dataset.reports.get(year)
  const place = report && observation ? placeOf(report, observation) : null
  const quote = toPrintedPunctuation(observation?.quote ?? '')
  return (
    <section className="card source-card" aria-label="原文">
      <h2>{`原文（${originOf({ dataset, indicator, year })}）`}</h2>
      {report && place ? (
        <Sentence pieces={toPieces(report, place)} />
      ) : (
        <p className="source-text">{quote || `${year}年度报告中没有这项数值的原句。`}</p>
      )}
      <p className="source-tools">
        {place && (
          <Link to={`/report/${year}?at=${indicator.id}`} className="button">
            在全文中查看
          </Link>
        )}
        {quote && <CopyQuote quote={quote} />}
      </p>
    </section>
  )
}
