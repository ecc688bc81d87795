import { findIndicator, type Indicator } from './catalogue.ts'
import { type Dataset, findObservation, quantityOf } from './dataset.ts'
import { toPeriodText } from './note.ts'
import { toFigureLine, toFigureText } from './numbers/format.ts'
import type { KnownQuantity } from './quantity.ts'
import type { Year } from './year.ts'

const PLACEHOLDER = /\{([a-z0-9-]+)(:number)?\}/g

/** A piece of a filled template: plain words, or a figure that can be marked and traced. */
export type TemplatePart =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'figure'
      readonly text: string
      readonly indicator: Indicator
      readonly quantity: KnownQuantity
    }

/** A part-year figure names its months. Missing: `null` for a bare number of some months, which has no room for them. */
function figureText(dataset: Dataset, indicator: Indicator, year: Year, bare: boolean): string | null {
  const quantity = quantityOf(dataset, indicator, year)
  if (quantity.kind === 'missing') return null
  const period = findObservation(dataset, indicator.id, year)?.period ?? null
  const shown = toFigureText(quantity, indicator.unit)
  if (bare) return period ? null : shown.mark + shown.number
  return toFigureLine(quantity, indicator.unit) + (period ? `（${toPeriodText(period)}）` : '')
}

/**
 * Fills `{id}` with the figure and its unit, `{id:number}` with the bare number, of one year.
 * Missing: `null` when any figure named has none in that year, or stands for some months and may not say so: the
 * sentence would state something else.
 */
export function toTemplateParts(
  template: string,
  dataset: Dataset,
  year: Year,
): readonly TemplatePart[] | null {
  const parts: TemplatePart[] = []
  let at = 0
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, id = '', bare] = match
    const indicator = findIndicator(dataset.catalogue, id)
    const text = indicator ? figureText(dataset, indicator, year, bare !== undefined) : null
    const quantity = indicator ? quantityOf(dataset, indicator, year) : null
    if (!indicator || text === null || quantity?.kind !== 'known') return null
    parts.push({ kind: 'words', text: template.slice(at, match.index) })
    parts.push({ kind: 'figure', text, indicator, quantity })
    at = (match.index ?? 0) + whole.length
  }
  return [...parts, { kind: 'words', text: template.slice(at) }]
}

/** The template as one string; `null` as for `toTemplateParts`. */
export const fillTemplate = (template: string, dataset: Dataset, year: Year): string | null =>
  toTemplateParts(template, dataset, year)
    ?.map((part) => part.text)
    .join('') ?? null
