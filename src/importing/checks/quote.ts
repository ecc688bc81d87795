import { toChinesePlace } from '#domain/numbers/format.ts'
import { toHalfWidth } from '#domain/numbers/parse.ts'
import type { KnownQuantity } from '#domain/quantity.ts'
import { findLiteral, findQuote } from '#domain/report.ts'
import type { FigureCheck } from './figure.ts'

const COMMA_OF_THOUSANDS = /,(?=\d{3}(?!\d))/g
const NUMBER = /\d+(?:\.\d+)?/

/** Half width, without commas between thousands: 2,138 and 2138 are the same numeral. */
const plain = (text: string): string => toHalfWidth(text).replace(COMMA_OF_THOUSANDS, '')

/** Digits, points and commas of either width; false beyond the ends of a text. */
const isOfNumber = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  code === 46 ||
  code === 44 ||
  (code >= 0xff10 && code <= 0xff19) ||
  code === 0xff0e ||
  code === 0xff0c

/** True for a cell that stands in its quote letter by letter. Folding both first costs a seventh of reading a long file. */
function standsAsTyped(quote: string, literal: string): boolean {
  const at = quote.indexOf(literal)
  if (at < 0 || literal === '') return false
  return !isOfNumber(quote.charCodeAt(at - 1)) && !isOfNumber(quote.charCodeAt(at + literal.length))
}

function carries(quote: string, quantity: KnownQuantity): boolean {
  if (standsAsTyped(quote, quantity.literal)) return true
  const words = plain(quote)
  return printedForms(quantity).some((form) => findLiteral(words, form) !== null)
}

/** The ways a report may print the figure; an exact one without the unit its cell carries. */
function printedForms({ bound, value, literal }: KnownQuantity): readonly string[] {
  const own = plain(literal)
  if (bound === 'rank') return [own, `第${value}`, `第${toChinesePlace(value)}`]
  if (bound === 'rank-within') return [own, `前${value}`, `前${toChinesePlace(value)}`]
  return bound === 'exact' ? [own, NUMBER.exec(own)?.[0] ?? own] : [own]
}

/** A quote that does not carry the figure, or that the report of the year does not have. */
export const checkQuote: FigureCheck = ({ observation, quantity, dataset }) => {
  const { quote, year } = observation
  if (quote === '') return []
  const isThere = !quantity || carries(quote, quantity)
  const report = dataset.reports.get(year)
  return [
    ...(isThere
      ? []
      : [{ code: 'literal-not-in-quote', column: '原句', facts: { raw: quantity.literal } } as const]),
    ...(report && !findQuote(report, quote)
      ? [{ code: 'quote-not-in-report', column: '原句', facts: { raw: quote } } as const]
      : []),
  ]
}
