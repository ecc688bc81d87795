import type { Finding } from '#domain/finding.ts'
import { cellKey, rowKey, type UploadChoices } from './reading.ts'
import type { Table } from './recognise.ts'
import type { Reading } from './tableReading.ts'

/** What opening found in cells that are still as they were: not put right, not left out, in a column that is read. */
function openFindings(table: Table, choices: UploadChoices, sheet: number | undefined): readonly Finding[] {
  return table.sheet.findings.filter(({ at: { row, cell } }) => {
    if (row === undefined || cell === undefined) return true
    if (row < table.headerRow || choices.skipped.has(rowKey(row, sheet))) return false
    if (choices.fixes.has(cellKey(row, cell, sheet))) return false
    return table.columns.find(({ place }) => place === cell)?.role.is !== 'ignored'
  })
}

/** Takes out of the reading what blocked rows of one sheet gave; in one pass, since there may be very many. */
function takeBack(
  reading: Reading,
  sheet: number | undefined,
  blocked: ReadonlySet<number | undefined>,
): void {
  const { spots, observations } = reading
  let kept = 0
  spots.forEach((spot, i) => {
    const observation = observations[i]
    const row = observation && 'row' in observation.source ? observation.source.row : undefined
    if (!observation || (spot.context.sheet === sheet && blocked.has(row))) return
    spots[kept] = spot
    observations[kept] = observation
    kept += 1
  })
  spots.length = kept
  observations.length = kept
}

/**
 * Adds what opening the file found in the cells of a table that was read: destroyed text, formulas without a result,
 * cells that swallowed rows. What a row gave is taken back where its text was destroyed, unless its message is there.
 */
export function takeSheetFindings(
  reading: Reading,
  table: Table,
  place: string,
  sheet: number | undefined,
): void {
  const found = openFindings(table, reading.choices, sheet)
  if (found.length === 0) return
  const said = new Set(
    reading.findings.map(({ at, severity }) => `${severity}|${at.sheet ?? ''}|${at.row}|${at.cell}`),
  )
  const blocked = new Set<number | undefined>()
  for (const finding of found) {
    const { row, cell } = finding.at
    if (finding.severity === 'blocks') blocked.add(row)
    // One cell, one message: whatever was found in reading it names the cell and what to write.
    if (said.has(`blocks|${sheet ?? ''}|${row}|${cell}`)) continue
    const label = table.columns.find((column) => column.place === cell)?.label ?? ''
    reading.findings.push({
      ...finding,
      at: {
        ...finding.at,
        file: place,
        ...(label !== '' && { column: label }),
        ...(sheet !== undefined && { sheet }),
      },
    })
  }
  takeBack(reading, sheet, blocked)
}
