import { findIndicator, type IndicatorId } from './catalogue.ts'
import { type Dataset, quantityOf } from './dataset.ts'
import { toFigureLine, toFigureText } from './numbers/format.ts'
import type { Year } from './year.ts'

const PLACEHOLDER = /\{([a-z0-9-]+)(:number)?\}/g

/** Ids a template names. */
export const templateIds = (template: string): readonly IndicatorId[] =>
  [...template.matchAll(PLACEHOLDER)].map((match) => match[1] as IndicatorId)

/**
 * Fills `{id}` with the figure and its unit, `{id:number}` with the bare number, of one year.
 * Missing: `null` when any figure named has none in that year: a sentence with a hole would state something else.
 */
export function fillTemplate(template: string, dataset: Dataset, year: Year): string | null {
  let whole = true
  const text = template.replace(PLACEHOLDER, (_, id: string, bare: string | undefined) => {
    const indicator = findIndicator(dataset.catalogue, id)
    const quantity = indicator ? quantityOf(dataset, indicator, year) : null
    if (!indicator || quantity?.kind !== 'known') {
      whole = false
      return ''
    }
    if (!bare) return toFigureLine(quantity, indicator.unit)
    const shown = toFigureText(quantity, indicator.unit)
    return shown.mark + shown.number
  })
  return whole ? text : null
}
