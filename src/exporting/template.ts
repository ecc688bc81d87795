import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { FIGURE_COLUMNS } from '#domain/figureColumns.ts'
import type { MissingReason } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { marked, type Row, subjectCells } from './figureRows.ts'

export interface TemplateWords {
  /** Head of the column beside 数值 that no reader takes for values. */
  readonly lastValue: string
  readonly missing: Readonly<Record<MissingReason, string>>
  /** The line that marks made-up figures. */
  readonly exampleNote: string
}

const VALUE_PLACE = FIGURE_COLUMNS.indexOf('数值')

/** What the year before printed, with its unit where that is not the catalogue's; a word where it printed nothing. */
function lastValue(dataset: Dataset, indicator: Indicator, year: Year, words: TemplateWords): string {
  const quantity = quantityOf(dataset, indicator, (year - 1) as Year)
  if (quantity.kind === 'missing') return words.missing[quantity.why]
  const { literal, unit } = quantity
  return unit === '' || unit === indicator.unit || literal.endsWith(unit) ? literal : literal + unit
}

function templateRow(dataset: Dataset, indicator: Indicator, year: Year, words: TemplateWords): Row {
  const entered = findObservation(dataset, indicator.id, year)
  const { value, unit, status, quote, note } = entered ?? {
    value: '',
    unit: indicator.unit,
    status: '',
    quote: '',
    note: '',
  }
  const last = lastValue(dataset, indicator, year, words)
  return [...subjectCells(dataset, indicator, year), last, value, unit, status, quote, note]
}

/**
 * A table to fill in for one year: every indicator there is by then, the year before beside the empty 数值.
 * Shape: the header of the contract with one more column; what is entered already is filled in.
 */
export function templateRows(dataset: Dataset, year: Year, words: TemplateWords): readonly Row[] {
  const head = [
    ...FIGURE_COLUMNS.slice(0, VALUE_PLACE),
    words.lastValue,
    ...FIGURE_COLUMNS.slice(VALUE_PLACE),
  ]
  const rows = dataset.catalogue.indicators
    .filter(({ since }) => since <= year)
    .map((indicator) => templateRow(dataset, indicator, year, words))
  return marked(dataset, words.exampleNote, [head, ...rows])
}

/** Years ahead that a table can be asked for. */
const YEARS_AHEAD = 3

/** Years a table to fill in is offered for, the one most likely wanted first: unfinished ones, then those to come. */
export function templateYears({ years, openYears }: Dataset): readonly Year[] {
  const last = years[years.length - 1]
  if (last === undefined) return []
  return [...openYears, ...Array.from({ length: YEARS_AHEAD }, (_, i) => (last + 1 + i) as Year)]
}
