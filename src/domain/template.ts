import { findIndicator, type Indicator } from './catalogue.ts'
import { type Dataset, quantityOf } from './dataset.ts'
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

/**
 * Fills `{id}` with the figure and its unit, `{id:number}` with the bare number, of one year.
 * Missing: `null` when any figure named has none in that year: a sentence with a hole would state something else.
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
    const quantity = indicator ? quantityOf(dataset, indicator, year) : null
    if (!indicator || quantity?.kind !== 'known') return null
    const shown = toFigureText(quantity, indicator.unit)
    const text = bare ? shown.mark + shown.number : toFigureLine(quantity, indicator.unit)
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
