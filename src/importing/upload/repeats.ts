import type { IndicatorId } from '#domain/catalogue.ts'
import type { Finding } from '#domain/finding.ts'
import type { Observation } from '#domain/observation.ts'
import type { Year } from '#domain/year.ts'

/** True when two rows say the same figure, however they write it. */
function saysSame(a: Observation, b: Observation): boolean {
  if (a.doubtful !== b.doubtful) return false
  if (a.quantity.kind === 'missing' || b.quantity.kind === 'missing')
    return a.quantity.kind === 'missing' && b.quantity.kind === 'missing' && a.quantity.why === b.quantity.why
  return a.quantity.bound === b.quantity.bound && a.quantity.value === b.quantity.value
}

interface Group {
  readonly first: number
  /** Places of the later ones. */
  readonly later: number[]
}

function groupsOf(observations: readonly Observation[]): readonly Group[] {
  const seen = new Map<IndicatorId, Map<Year, Group>>()
  const repeated: Group[] = []
  observations.forEach(({ indicator, year }, i) => {
    let years = seen.get(indicator)
    if (!years) {
      years = new Map()
      seen.set(indicator, years)
    }
    const group = years.get(year)
    if (!group) years.set(year, { first: i, later: [] })
    else {
      if (group.later.length === 0) repeated.push(group)
      group.later.push(i)
    }
  })
  return repeated
}

/** A row as another finding names it: with its file where that is another sheet. */
const rowWords = (at: Finding['at'], from: Finding['at']): string =>
  at.file === from.file ? `第${at.row}行` : `${at.file} 第${at.row}行`

/**
 * Leaves one figure an indicator and year. The same figure twice is taken once, and said; of figures that differ none
 * is taken.
 */
export function withoutRepeats(
  observations: readonly Observation[],
  placeOf: (i: number) => Finding['at'],
): { readonly kept: readonly number[]; readonly findings: readonly Finding[] } {
  const groups = groupsOf(observations)
  const dropped = new Set<number>()
  const findings: Finding[] = []
  for (const { first, later } of groups) {
    const one = observations[first]
    if (!one) continue
    const differs = later.find((i) => !saysSame(one, observations[i] ?? one))
    const say = (i: number, other: number): void => {
      const [row, otherRow] = [observations[i], observations[other]]
      if (!row || !otherRow) return
      const [at, otherAt] = [placeOf(i), placeOf(other)]
      const facts = {
        other: rowWords(otherAt, at),
        value: row.value,
        otherValue: otherRow.value,
        year: row.year,
      }
      const conflict = differs !== undefined
      findings.push({
        code: conflict ? 'row-conflict' : 'row-repeated',
        severity: conflict ? 'blocks' : 'warns',
        at,
        facts,
      })
    }
    if (differs !== undefined) {
      dropped.add(first)
      say(first, differs)
    }
    for (const i of later) {
      dropped.add(i)
      say(i, saysSame(one, observations[i] ?? one) && differs !== undefined ? differs : first)
    }
  }
  return { kept: [...observations.keys()].filter((i) => !dropped.has(i)), findings }
}
