import { samePeriod } from '#domain/note.ts'
import type { KnownQuantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { type CheckedFigure, type FigureCheck, figureWords } from './figure.ts'

/** A slipped point makes a figure about ten times what it was; with the year's own change at least this much. */
const SLIPPED = 5
/** Unit: ratio of the change to the figure of the year before. */
const JUMP = 0.5

/** The exact figure of the year before, where it may be compared. Missing: `null`. */
function figureBefore({ observation, indicator, find }: CheckedFigure): KnownQuantity | null {
  if (observation.scopeChange !== null) return null
  const last = find(indicator.id, (observation.year - 1) as Year)
  if (last?.quantity.kind !== 'known' || last.quantity.bound !== 'exact') return null
  return samePeriod(last.period, observation.period) ? last.quantity : null
}

function codeOf(ratio: number) {
  if (ratio === 0) return 'value-to-zero'
  if (ratio >= SLIPPED || ratio <= 1 / SLIPPED) return 'value-slipped'
  return Math.abs(ratio - 1) > JUMP ? 'value-jump' : null
}

/**
 * A figure far from that of the year before: a slipped point, a jump, or nothing where there was something.
 * Unit: 5 times or ±50 % against an exact figure with the same months and scope.
 */
export const checkChange: FigureCheck = (figure) => {
  const { quantity: now, indicator, observation } = figure
  if (now?.bound !== 'exact') return []
  const last = figureBefore(figure)
  const code = last && last.value !== 0 ? codeOf(now.value / last.value) : null
  if (!last || !code) return []
  const facts = {
    name: indicator.name,
    value: figureWords(indicator, now),
    year: observation.year - 1,
    before: figureWords(indicator, last),
  }
  return [{ code, column: '数值', facts }]
}
