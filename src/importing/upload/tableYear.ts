import type { Finding } from '#domain/finding.ts'
import type { Observation } from '#domain/observation.ts'
import type { Year } from '#domain/year.ts'
import type { YearSource } from './reading.ts'
import type { Table } from './recognise.ts'
import { monthsInTitle, yearInName, yearInTitle } from './years.ts'

/** A year said once for a whole table. `text`: where it stands, in the file's own words. */
export interface StatedYear {
  readonly year: Year
  readonly from: YearSource
  readonly text: string
}

/** A sheet or file as it can be named: without folder and ending. */
const baseName = (file: string): string => file.replace(/^.*[/\\]/, '').replace(/\.[a-z]{2,5}$/i, '')

/** Everything around a table that states its year, nearest first. */
export function statedYears(table: Table, file: string): readonly StatedYear[] {
  const places: readonly [YearSource, string, Year | null][] = [
    ...[...table.titles]
      .reverse()
      .map((text): [YearSource, string, Year | null] => ['title', text, yearInTitle(text)]),
    ['sheet', table.sheet.name, yearInName(table.sheet.name)],
    ['file-name', file, yearInName(baseName(file))],
  ]
  return places.flatMap(([from, text, year]) => (year === null ? [] : [{ year, from, text }]))
}

/** True when the lines above the table name two years: which one it is of, only a person can say. */
const isTorn = (stated: readonly StatedYear[]): boolean =>
  new Set(stated.filter(({ from }) => from === 'title').map(({ year }) => year)).size > 1

/** The year of a table whose columns and heads say none. Missing: `null` where nothing around it says one. */
export function yearAround(stated: readonly StatedYear[]): StatedYear | null {
  return isTorn(stated) ? null : (stated[0] ?? null)
}

/** Words of a table of what is meant to be, not of what was; 目标完成情况 is of what was. */
const isPlanned = (text: string): boolean =>
  /目标|计划|规划|任务|预[测计期算]|以来/.test(text) && !/完成|落实|执行|进展|实施/.test(text)

/** What must be said of a year taken from around a table. */
export function findingsOfYear(
  taken: StatedYear,
  stated: readonly StatedYear[],
  at: Finding['at'],
): readonly Finding[] {
  const { year, from, text } = taken
  if (from === 'choice') return []
  const other = stated.find((one) => one.year !== year)
  const said: Finding = {
    code: 'year-from-around',
    severity: from === 'file-name' || isPlanned(text) ? 'warns' : 'notes',
    at,
    facts: { year, from, text },
  }
  return other ? [said, disagreement(other, String(year), at)] : [said]
}

export const disagreement = (other: StatedYear, year: string, at: Finding['at']): Finding => ({
  code: 'year-disagrees',
  severity: 'warns',
  at,
  facts: { year, other: other.year, from: other.from, text: other.text },
})

/** Years to come and years past that a file may still be of. Unit: years from the nearest known one. */
const FAR = { later: 5, earlier: 20 }

/** Years so far from all known ones that a digit is probably wrong; each is told once, where it stands first. */
export function farYears(
  known: readonly Year[],
  observations: readonly Observation[],
  placeOf: (observation: Observation) => Finding['at'],
): readonly Finding[] {
  const [first, last] = [known[0], known[known.length - 1]]
  if (first === undefined || last === undefined) return []
  const told = new Set<Year>()
  const findings: Finding[] = []
  for (const observation of observations) {
    const { year } = observation
    if ((year <= last + FAR.later && year >= first - FAR.earlier) || told.has(year)) continue
    told.add(year)
    const at = placeOf(observation)
    findings.push({ code: 'year-far', severity: 'warns', at, facts: { year, known: last } })
  }
  return findings
}

/** A title that limits the figures to some months: a note must say so in each row, or they pass for a whole year. */
export function monthsFinding(table: Table, at: Finding['at']): readonly Finding[] {
  const months = [...table.titles, table.sheet.name].map(monthsInTitle).find((text) => text !== '')
  return months === undefined ? [] : [{ code: 'title-months', severity: 'warns', at, facts: { months } }]
}
