import { type ChartFrame, isPartYear, markAt } from '#charts/frame.ts'
import { toPeriodText } from '#domain/note.ts'
import { toFigureLine } from '#domain/numbers/format.ts'
import { stateOf } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { chartWords, stateTip, stateWords, yearWord } from './words.ts'

/** Lines of the tip over a mark. Missing: empty when the mark stands for no figure. */
function tipLines(frame: ChartFrame, data: unknown): readonly string[] {
  const { indicator: id, year } = (data ?? {}) as { indicator?: string; year?: number }
  const row = frame.rows.find((r) => r.indicator.id === id)
  const at = frame.years.indexOf(year as Year)
  const quantity = row?.values[at]
  if (!row || !quantity || year === undefined) return []
  const known = quantity.kind === 'known' ? quantity : null
  const shown = known ? toFigureLine(known, row.indicator.unit) : stateWords[stateOf(quantity)]
  const tip = stateTip(stateOf(quantity), year, known, row.indicator.unit)
  const { period, scopeChange } = markAt(row, at)
  const months = period && isPartYear(row, at) ? toPeriodText(period) : ''
  return [
    row.indicator.name,
    `${yearWord(year)}${months}：${shown}`,
    ...(tip ? [tip] : []),
    ...(scopeChange === null ? [] : [chartWords.scopeChange(scopeChange)]),
  ]
}

/**
 * The tip over a mark as elements with text content: names come from files and must never become HTML.
 * Missing: `null` over a mark that stands for no figure.
 */
export const tipElement =
  (frame: ChartFrame) =>
  (data: unknown): HTMLElement | null => {
    const lines = tipLines(frame, data)
    if (lines.length === 0) return null
    const element = document.createElement('div')
    element.className = 'tip'
    for (const line of lines) element.appendChild(document.createElement('p')).textContent = line
    return element
  }
