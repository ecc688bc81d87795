import type { Dataset } from '#domain/dataset.ts'
import type { Finding } from '#domain/finding.ts'
import type { Observation } from '#domain/observation.ts'
import { checkChange } from './change.ts'
import { findCopies } from './copy.ts'
import { type DoubtColumn, type FigureCheck, surroundingsOf, toCheckedFigure } from './figure.ts'
import { checkPart } from './part.ts'
import { checkQuote } from './quote.ts'
import { checkRateBase } from './rateBase.ts'

/** Where a cell of a figure stands: files call their columns otherwise, and a wide table has a column a year. */
export type PlaceOf = (observation: Observation, column: DoubtColumn) => Finding['at']

/** One a figure; each looks at one thing. */
const figureChecks: readonly FigureCheck[] = [checkChange, checkPart, checkRateBase, checkQuote]

/** The file and row a figure was read from, under the column's word of the contract. Missing: no file for an entry by hand. */
const placeInSource: PlaceOf = ({ source }, column) =>
  'file' in source ? { file: source.file, row: source.row, column } : { file: '', column }

/**
 * What must be looked at in figures before they are taken: against each other and against what the dataset holds.
 * Shape: first what is said of a whole file, then in the order of the figures; every finding `warns`, none refuses.
 */
export function checkFigures(
  dataset: Dataset,
  taken: readonly Observation[],
  placeOf: PlaceOf = placeInSource,
): readonly Finding[] {
  const around = surroundingsOf(dataset, taken)
  const findings: Finding[] = findCopies(around, taken).map(({ first, before, same, compared }) => ({
    code: 'copy-of-year',
    severity: 'warns',
    at: { file: placeOf(first, '数值').file },
    facts: { year: first.year, before, same, compared },
  }))
  for (const observation of taken) {
    const figure = toCheckedFigure(around, observation)
    if (!figure) continue
    for (const check of figureChecks)
      for (const { code, column, facts } of check(figure))
        findings.push({ code, severity: 'warns', at: placeOf(observation, column), facts })
  }
  return findings
}
