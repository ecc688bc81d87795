import { type Catalogue, findByName, findIndicator, type Indicator } from '#domain/catalogue.ts'
import type { Finding, FindingCode, Severity } from '#domain/finding.ts'
import type { Observation } from '#domain/observation.ts'
import { type Result, success } from '#domain/result.ts'
import { parseYear, type Year } from '#domain/year.ts'
import { bindColumns, type Table } from './columns.ts'
import { decodeCsv, type SheetRow } from './decode/csv.ts'
import { readEntry } from './entry.ts'

const COLUMNS = {
  required: ['年度', '数值'],
  optional: ['章节', '分节', '指标编号', '指标', '单位', '状态', '原句', '备注'],
} as const
type Column = (typeof COLUMNS.required)[number] | (typeof COLUMNS.optional)[number]
const LABELS: readonly string[] = [...COLUMNS.required, ...COLUMNS.optional]

/** One row under reading: what it says, and where to put what is found. */
interface RowContext {
  readonly row: SheetRow
  readonly cell: (column: Column) => string
  readonly report: (code: FindingCode, severity: Severity, column: Column, facts?: Finding['facts']) => null
}

/** The indicator a row names by id, by name or by both, which must then agree. */
function readIndicator(catalogue: Catalogue, { cell, report }: RowContext): Indicator | null {
  const [id, name] = [cell('指标编号'), cell('指标')]
  if (id === '' && name === '') return report('indicator-missing', 'blocks', '指标编号')
  const byName = findByName(catalogue, name)
  if (id === '') return byName ?? report('indicator-unknown', 'blocks', '指标', { raw: name })
  const byId = findIndicator(catalogue, id)
  if (!byId) return report('indicator-unknown', 'blocks', '指标编号', { raw: id })
  if (name !== '' && byName !== byId)
    return report('indicator-mismatch', 'blocks', '指标', { raw: name, name: byId.name })
  return byId
}

function readRow(catalogue: Catalogue, file: string, context: RowContext): Observation | null {
  const { cell, report, row } = context
  const year = parseYear(cell('年度'))
  if (year === null) return report('year-unreadable', 'blocks', '年度', { raw: cell('年度') })
  const indicator = readIndicator(catalogue, context)
  if (!indicator) return null
  const raw = {
    value: cell('数值'),
    unit: cell('单位'),
    status: cell('状态'),
    quote: cell('原句'),
    note: cell('备注'),
  }
  return readEntry(indicator, year, raw, { file, row: row.number }, report)
}

const contextOf = (table: Table<Column>, row: SheetRow, file: string, findings: Finding[]): RowContext => ({
  row,
  cell: (column) => table.cell(row, column),
  report: (code, severity, column, facts = {}) => {
    findings.push({ code, severity, at: { file, row: row.number, column }, facts })
    return null
  },
})

/**
 * Reads one year's figures.
 * Shape: one observation a row that can be taken; a row with an empty 数值 and no 状态 says nothing.
 * Errors: a finding for each row that cannot, with row and column; the other rows are still read.
 */
export function readFigures(
  catalogue: Catalogue,
  file: string,
  bytes: Uint8Array,
  expected: Year | null,
): Result<readonly Observation[]> {
  const sheet = decodeCsv(file, bytes, LABELS)
  if (!sheet.ok) return sheet
  const table = bindColumns<Column>(sheet.value, COLUMNS)
  if (!table.ok) return table
  const findings = [...table.findings]
  const seen = new Map<string, { readonly observation: Observation; readonly row: number }>()
  for (const row of table.value.rows) {
    const context = contextOf(table.value, row, file, findings)
    const observation = readRow(catalogue, file, context)
    if (!observation) continue
    const key = `${observation.indicator}|${observation.year}`
    const before = seen.get(key)
    if (before) context.report('row-duplicate', 'blocks', '指标编号', { other: before.row })
    else if (expected !== null && observation.year !== expected)
      context.report('year-elsewhere', 'blocks', '年度', { raw: observation.year, year: expected })
    else seen.set(key, { observation, row: row.number })
  }
  return success(
    [...seen.values()].map(({ observation }) => observation),
    findings,
  )
}
