import { type Catalogue, findIndicator, type Indicator, namesOf } from '#domain/catalogue.ts'
import type { Finding, FindingCode, Severity } from '#domain/finding.ts'
import { parseCell } from '#domain/numbers/parse.ts'
import { convert } from '#domain/numbers/units.ts'
import type { Observation } from '#domain/observation.ts'
import type { Quantity } from '#domain/quantity.ts'
import { type Result, success } from '#domain/result.ts'
import { parseYear, type Year } from '#domain/year.ts'
import { bindColumns, type Table } from './columns.ts'
import { decodeCsv, type SheetRow } from './decode/csv.ts'

const COLUMNS = {
  required: ['年度', '数值'],
  optional: ['章节', '分节', '指标编号', '指标', '单位', '状态', '原句', '备注'],
} as const
type Column = (typeof COLUMNS.required)[number] | (typeof COLUMNS.optional)[number]

/** One row under reading: what it says, and where to put what is found. */
interface RowContext {
  readonly row: SheetRow
  readonly cell: (column: Column) => string
  readonly report: (code: FindingCode, severity: Severity, column: Column, facts?: Finding['facts']) => null
}

function readIndicator(catalogue: Catalogue, { cell, report }: RowContext): Indicator | null {
  const id = cell('指标编号')
  const name = cell('指标')
  if (id === '' && name === '') return report('indicator-missing', 'blocks', '指标编号')
  const byId = id === '' ? null : findIndicator(catalogue, id)
  const byName = catalogue.indicators.find((i) => namesOf(i).includes(name)) ?? null
  const found = byId ?? (id === '' ? byName : null)
  if (!found)
    return report('indicator-unknown', 'blocks', id === '' ? '指标' : '指标编号', { raw: id || name })
  if (name !== '' && byName?.id !== found.id)
    return report('indicator-mismatch', 'blocks', '指标', { raw: name, name: found.name })
  return found
}

function isOutOfRange(indicator: Indicator, value: number): boolean {
  return (indicator.kind === 'rate' && value > 100) || (indicator.kind === 'rank' && !Number.isInteger(value))
}

/** The figure in the catalogue's unit. Missing: `null` when the row cannot be taken. */
function readQuantity(indicator: Indicator, { cell, report }: RowContext): Quantity | null {
  const raw = cell('数值')
  const status = cell('状态')
  const reading = parseCell(raw)
  if (status === '未公布' || status === '不适用') {
    if (reading.kind === 'known') return report('value-and-status', 'blocks', '状态', { raw, status })
    return { kind: 'missing', why: status === '未公布' ? 'not-published' : 'not-applicable' }
  }
  if (status !== '' && status !== '待核' && status !== '已公布')
    return report('status-unknown', 'blocks', '状态', { raw: status })
  if (reading.kind === 'not-published') return { kind: 'missing', why: 'not-published' }
  if (reading.kind === 'zero-or-unpublished') return report('zero-or-unpublished', 'blocks', '数值', { raw })
  if (reading.kind !== 'known')
    return reading.kind === 'empty'
      ? null
      : report('value-unreadable', 'blocks', '数值', { raw, why: reading.why })
  const isRank = reading.bound === 'rank' || reading.bound === 'rank-within'
  const unit = reading.unit || cell('单位') || indicator.unit
  const value = isRank ? reading.value : convert(reading.value, unit, indicator.unit)
  if (value === null || isRank !== (indicator.kind === 'rank'))
    return report('unit-unlike', 'blocks', '单位', { raw: unit, unit: indicator.unit, name: indicator.name })
  if (!isRank && unit !== indicator.unit)
    report('unit-converted', 'notes', '单位', { raw: unit, unit: indicator.unit })
  if (isOutOfRange(indicator, value))
    return report('value-out-of-range', 'blocks', '数值', { raw, name: indicator.name })
  return { kind: 'known', bound: reading.bound, value, literal: raw }
}

function readRow(catalogue: Catalogue, file: string, context: RowContext): Observation | null {
  const { cell, report, row } = context
  const year = parseYear(cell('年度'))
  if (year === null) return report('year-unreadable', 'blocks', '年度', { raw: cell('年度') })
  const indicator = readIndicator(catalogue, context)
  const quantity = indicator && readQuantity(indicator, context)
  if (!indicator || !quantity) return null
  return {
    indicator: indicator.id,
    year,
    quantity,
    doubtful: cell('状态') === '待核',
    quote: cell('原句'),
    note: cell('备注'),
    source: { file, row: row.number },
  }
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
  const sheet = decodeCsv(file, bytes)
  if (!sheet.ok) return sheet
  const table = bindColumns<Column>(sheet.value, COLUMNS)
  if (!table.ok) return table
  const findings: Finding[] = []
  const seen = new Map<string, Observation>()
  for (const row of table.value.rows) {
    const context = contextOf(table.value, row, file, findings)
    const observation = readRow(catalogue, file, context)
    if (!observation) continue
    const key = `${observation.indicator}|${observation.year}`
    const before = seen.get(key)
    if (before) context.report('row-duplicate', 'blocks', '指标编号', { other: before.source.row })
    else if (expected !== null && observation.year !== expected)
      context.report('year-elsewhere', 'blocks', '年度', { raw: observation.year, year: expected })
    else seen.set(key, observation)
  }
  return success([...seen.values()], findings)
}
