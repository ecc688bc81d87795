import { findIndicator, type Indicator } from './catalogue.ts'
import type { Dataset } from './dataset.ts'
import { locateFigure, type Report, type Span } from './report.ts'
import type { Year } from './year.ts'

/** A numeral in the report with the figures it stands for; 均 makes one numeral stand for two. */
export interface ReportMark extends Span {
  readonly indicators: readonly Indicator[]
}

/** All marks of a year's report, in the order of the text. Missing: figures whose quote is not found have none. */
export function reportMarks(dataset: Dataset, report: Report, year: Year): readonly ReportMark[] {
  const marks = new Map<string, ReportMark>()
  for (const [id, years] of dataset.observations) {
    const observation = years.get(year)
    const indicator = findIndicator(dataset.catalogue, id)
    if (!indicator || observation?.quantity.kind !== 'known') continue
    const place = locateFigure(report, observation.quote, observation.quantity.literal)
    if (!place) continue
    const { start, end } = place.literal
    const before = marks.get(`${start}-${end}`)
    marks.set(`${start}-${end}`, { start, end, indicators: [...(before?.indicators ?? []), indicator] })
  }
  return [...marks.values()].sort((a, b) => a.start - b.start)
}
