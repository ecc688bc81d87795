import { type ReactNode, useEffect, useRef } from 'react'
import type { Span } from '#domain/report.ts'

/**
 * The part of a paragraph that a quote covers, widened so that no mark is cut.
 * Missing: `null` where the paragraph holds none of it.
 */
export function quotedPart(paragraph: Span, quote: Span | null, marks: readonly Span[]): Span | null {
  if (!quote || quote.start >= paragraph.end || quote.end <= paragraph.start) return null
  const cut = marks.filter((mark) => mark.start < quote.end && mark.end > quote.start)
  const start = Math.min(quote.start, ...cut.map((mark) => mark.start))
  const end = Math.max(quote.end, ...cut.map((mark) => mark.end))
  return { start: Math.max(start, paragraph.start), end: Math.min(end, paragraph.end) }
}

interface ReportQuoteProps {
  /** Where the words begin, to be gone to; `null` for the rest of them in a later paragraph. Unit: offset into the report's text. */
  readonly place: number | null
  readonly children: ReactNode
}

/** The words the page was opened at: marked, in view and in focus. */
export function ReportQuote({ place, children }: ReportQuoteProps) {
  const root = useRef<HTMLElement>(null)
  useEffect(() => {
    if (place === null) return
    root.current?.scrollIntoView({ block: 'center' })
    root.current?.focus({ preventScroll: true })
  }, [place])
  return (
    <mark className="report-quote" ref={root} tabIndex={-1}>
      {children}
    </mark>
  )
}
