import type { Finding } from '#domain/finding.ts'
import type { Year } from '#domain/year.ts'
import type { ImportPlan } from '#importing/upload/planImport.ts'
import { takenFigures } from '#importing/upload/planImport.ts'
import type { ImportSession } from './session.ts'
import type { ShownFinding, ShownReading } from './shown.ts'

/** What makes two findings the same one, so that a tick stays with what was looked at and with nothing else. */
export const findingKey = ({ code, at, facts }: Finding): string =>
  JSON.stringify([code, at.sheet, at.row, at.cell, at.column, Object.entries(facts)])

/** Rows in which nothing has to be looked at. */
export const passedRows = ({ rowCount, doubtfulRows }: ShownReading): number =>
  Math.max(0, rowCount - doubtfulRows)

/** What keeps the whole file out: no table was found, or a finding that names no row. */
export const fileFaults = ({ findings, layout }: ShownReading): readonly ShownFinding[] =>
  findings.filter(({ severity, at }) => severity === 'blocks' && (layout === null || at.row === undefined))

/** Warnings nobody has ticked yet. */
export function warningsLeft({ reading, ticked }: ImportSession): number {
  if (!reading) return 0
  const warnings = reading.findings.filter(({ severity }) => severity === 'warns')
  const unlisted = reading.counts.warns - warnings.length
  return unlisted + warnings.filter((finding) => !ticked.has(findingKey(finding))).length
}

/** True once nothing of the file is in the way of looking at what it would do. */
export const canPreview = ({ reading }: Pick<ImportSession, 'reading'>): boolean =>
  reading !== null && reading.layout !== null && reading.counts.blocks === 0 && reading.verdict !== 'refused'

/** What stands between the file and the data. `null`: nothing does. */
export type Obstacle =
  | { readonly is: 'reading' | 'nothing' | 'read-only' }
  | { readonly is: 'errors' | 'warnings'; readonly count: number }

/** What keeps the file from being written, the first thing to do first. */
export function obstacleTo(
  session: ImportSession,
  plan: ImportPlan | null,
  isReadOnly: boolean,
): Obstacle | null {
  const { reading } = session
  if (!reading || !plan || session.isReading) return { is: 'reading' }
  if (!canPreview(session)) return { is: 'errors', count: reading.counts.blocks }
  const left = warningsLeft(session)
  if (left > 0) return { is: 'warnings', count: left }
  if (takenFigures(plan, session.confirmed).length === 0 && finishedYears(session.years, plan).size === 0)
    return { is: 'nothing' }
  return isReadOnly ? { is: 'read-only' } : null
}

/** Years that are called complete with this file; a year nobody decided about stays open. */
export const finishedYears = (years: ImportSession['years'], plan: ImportPlan): ReadonlySet<Year> =>
  new Set(
    plan.years
      .filter(({ year, entry }) => entry !== 'finished' && years.get(year) === 'finished')
      .map(({ year }) => year),
  )
