import { type ReactNode, useMemo, useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import { type ReportMark as Mark, reportMarks } from '#domain/marks.ts'
import { findQuote, type Paragraph, type Report, type Span, toPrintedPunctuation } from '#domain/report.ts'
import type { Year } from '#domain/year.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { planWords } from '#ui/planWords.ts'
import { words } from '#ui/words.ts'
import { YearPicker } from '#ui/YearPicker.tsx'
import { ReportMark } from './ReportMark.tsx'
import { quotedPart, ReportQuote } from './ReportQuote.tsx'

interface ReportPageProps {
  readonly dataset: Dataset
  readonly year: Year
  /** Figure to scroll to; empty for the top. */
  readonly at: string
  /** Words to scroll to; empty for the top. */
  readonly quote?: string
}

const paragraphId = (paragraph: Paragraph): string => `paragraph-${paragraph.start}`

function scrollTo(paragraph: Paragraph): void {
  const element = document.getElementById(paragraphId(paragraph))
  element?.scrollIntoView()
  element?.focus({ preventScroll: true })
}

/** The report's headings, the preamble included. */
function Contents({ dataset, report }: { readonly dataset: Dataset; readonly report: Report }) {
  const firstText = report.paragraphs.find((p) => p.kind === 'text')
  const entries = [
    ...(firstText ? [firstText] : []),
    ...report.paragraphs.filter((p) => p.kind === 'heading'),
  ]
  return (
    <nav className="contents" aria-label="报告目录">
      <h2>目录</h2>
      {entries.map((paragraph) => {
        const chapter = dataset.catalogue.chapters.find((c) => c.number === paragraph.chapter)
        const text = toPrintedPunctuation(paragraph.text)
        const glyph = chapter?.glyph ?? text.slice(0, 1)
        return (
          <button
            key={paragraph.start}
            type="button"
            className="contents-link"
            aria-label={paragraph.kind === 'heading' ? text : glyph}
            onClick={() => scrollTo(paragraph)}
          >
            {glyph}
            {paragraph.kind === 'heading' && (
              <span className="wide-only">{text.startsWith(glyph) ? text.slice(glyph.length) : text}</span>
            )}
          </button>
        )
      })}
    </nav>
  )
}

interface SpanProps {
  readonly dataset: Dataset
  readonly year: Year
  readonly printed: string
  readonly span: Span
  readonly marks: readonly Mark[]
  readonly at: string
}

/** A stretch of the text, cut at its marks. */
function MarkedText({ dataset, year, printed, span, marks, at }: SpanProps) {
  const pieces: ReactNode[] = []
  let from = span.start
  for (const mark of marks) {
    if (mark.start < span.start || mark.end > span.end) continue
    pieces.push(printed.slice(from, mark.start))
    pieces.push(
      <ReportMark
        key={mark.start}
        dataset={dataset}
        indicators={mark.indicators}
        year={year}
        text={printed.slice(mark.start, mark.end)}
        here={mark.indicators.some((indicator) => indicator.id === at)}
      />,
    )
    from = mark.end
  }
  return (
    <>
      {pieces}
      {printed.slice(from, span.end)}
    </>
  )
}

interface ParagraphProps extends Omit<SpanProps, 'span'> {
  readonly paragraph: Paragraph
  /** The words the page was opened at. */
  readonly quote: Span | null
}

/** A paragraph with its marks, and with the quote the page was opened at where it holds it. */
function ParagraphText({ paragraph, quote, ...shared }: ParagraphProps) {
  const whole = { start: paragraph.start, end: paragraph.start + paragraph.text.length }
  const quoted = quotedPart(whole, quote, shared.marks)
  if (!quoted) return <MarkedText {...shared} span={whole} />
  return (
    <>
      <MarkedText {...shared} span={{ start: whole.start, end: quoted.start }} />
      <ReportQuote place={quote && quote.start >= whole.start ? quote.start : null}>
        <MarkedText {...shared} span={quoted} />
      </ReportQuote>
      <MarkedText {...shared} span={{ start: quoted.end, end: whole.end }} />
    </>
  )
}

/** The report as published, with its figures marked. */
export function ReportPage({ dataset, year, at, quote = '' }: ReportPageProps) {
  const [marked, setMarked] = useState(true)
  const report = dataset.reports.get(year)
  const marks = useMemo(() => (report ? reportMarks(dataset, report, year) : []), [dataset, report, year])
  const source = dataset.sources.get(year)
  const years = <YearPicker years={dataset.years} openYears={dataset.openYears} year={year} path="/report" />
  if (!report)
    return (
      <PageHead title={words.report} lead={`${year}年度报告的文本没有放进数据文件夹。`}>
        {years}
      </PageHead>
    )
  const printed = toPrintedPunctuation(report.text)
  const figures = marks.reduce((sum, mark) => sum + mark.indicators.length, 0)
  const place = findQuote(report, quote)
  const shared = { dataset, year, printed, marks: marked ? marks : [], at, quote: place }
  return (
    <>
      <PageHead
        title={words.report}
        lead={source ? `${source.issuer}　${source.date}　索引号 ${source.reference}` : undefined}
      >
        <label className="toggle">
          <input
            type="checkbox"
            checked={marked}
            onChange={(event) => setMarked(event.currentTarget.checked)}
          />
          {`显示${figures}项指标的数字标记`}
        </label>
        {years}
      </PageHead>
      {quote !== '' && !place && (
        <p className="note" role="status">
          {planWords.quoteGone}
        </p>
      )}
      <div className="report-grid">
        <Contents dataset={dataset} report={report} />
        <article className="card report-text">
          {report.paragraphs.map((paragraph) => {
            const content = <ParagraphText {...shared} paragraph={paragraph} />
            const props = { id: paragraphId(paragraph), tabIndex: -1, children: content }
            if (paragraph.kind === 'title')
              return <h2 key={paragraph.start} {...props} className="report-title" />
            if (paragraph.kind === 'heading') return <h3 key={paragraph.start} {...props} />
            return <p key={paragraph.start} {...props} className={paragraph.kind} />
          })}
        </article>
      </div>
    </>
  )
}
