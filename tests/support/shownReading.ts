import type { Finding, Severity } from '#domain/finding.ts'
import { type ShownReading, toShown } from '#features/importing/shown.ts'
import type { Workbook } from '#importing/decode/workbook.ts'
import { NO_CHOICES, type UploadReading } from '#importing/upload/reading.ts'
import { aDataset } from './data.ts'
import { aReading } from './reading.ts'

/** A file without rows unless the test says otherwise. */
export const anUploadReading = (parts: Partial<UploadReading> = {}): UploadReading =>
  aReading(aDataset(), [], parts)

/** What the page would show of it. */
export const aShownReading = (parts: Partial<UploadReading> = {}): ShownReading =>
  toShown(anUploadReading(parts), null, NO_CHOICES)

export const aFinding = (severity: Severity, at: Partial<Finding['at']> = {}): Finding => ({
  code: 'value-unreadable',
  severity,
  at: { file: '2024.csv', ...at },
  facts: { raw: '九十八' },
})

/** An opened workbook of text cells; rows count from 1 in each sheet. */
export const aWorkbook = (...sheets: readonly (readonly (readonly string[])[])[]): Workbook => ({
  file: '2024.csv',
  format: 'text',
  encoding: 'utf-8',
  delimiter: ',',
  sheets: sheets.map((rows, i) => ({
    file: '2024.csv',
    name: `表${i + 1}`,
    hidden: false,
    merges: [],
    findings: [],
    rows: rows.map((cells, row) => ({ number: row + 1, cells })),
  })),
})
