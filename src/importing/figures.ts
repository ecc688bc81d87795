import { type Catalogue, findIndicator, type Indicator, namesOf } from '#domain/catalogue.ts'
import type { Finding, FindingCode, Severity } from '#domain/finding.ts'
import { type CellReading, parseCell } from '#domain/numbers/parse.ts'
import { baseUnit, convert } from '#domain/numbers/units.ts'
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
  const byName = catalogue.indicators.find((i) => namesOf(i).includes(name)) ?? null
  if (id === '') return byName ?? report('indicator-unknown', 'blocks', '指标', { raw: name })
  const byId = findIndicator(catalogue, id)
  if (!byId) return report('indicator-unknown', 'blocks', '指标编号', { raw: id })
  if (name !== '' && byName?.id !== id)
    return report('indicator-mismatch', 'blocks', '指标', { raw: name, name: byId.name })
  return byId
}

const isPlace = ({ bound }: KnownCell): boolean => bound === 'rank' || bound === 'rank-within'

type KnownCell = Extract<CellReading, { kind: 'known' }>

const PLACE_UNITS: readonly string[] = ['', '位', '名']

/** The unit the value is in, and that unit as it stands in the file: 5721万 beside 元 is in 元, written 万元. */
function unitsOf(indicator: Indicator, reading: KnownCell, { cell }: RowContext) {
  const beside = cell('单位')
  const unit = reading.unit || (reading.scale === '' ? beside : baseUnit(beside || indicator.unit))
  return { unit: unit || indicator.unit, written: reading.scale + (unit || indicator.unit), beside }
}

/** What does not go with the catalogue's unit: a unit of another family, a place for a count. `null`: all does. */
function strangerOf(indicator: Indicator, reading: KnownCell, context: RowContext): string | null {
  const { unit, beside } = unitsOf(indicator, reading, context)
  if (isPlace(reading) !== (indicator.kind === 'rank')) return context.cell('数值')
  if (isPlace(reading)) return PLACE_UNITS.includes(beside) ? null : beside
  return [unit, beside].find((u) => u !== '' && convert(1, u, indicator.unit) === null) ?? null
}

/** A number or a place in the catalogue's unit, within the range its kind allows. */
function readKnown(indicator: Indicator, reading: KnownCell, context: RowContext): Quantity | null {
  const { report } = context
  const raw = context.cell('数值')
  const { unit, written } = unitsOf(indicator, reading, context)
  const stranger = strangerOf(indicator, reading, context)
  const value = isPlace(reading) ? reading.value : convert(reading.value, unit, indicator.unit)
  if (stranger !== null || value === null)
    return report('unit-unlike', 'blocks', '单位', {
      raw: stranger ?? unit,
      unit: indicator.unit,
      name: indicator.name,
    })
  if (!isPlace(reading) && written !== indicator.unit)
    report('unit-converted', 'notes', '单位', { raw: written, unit: indicator.unit })
  if (indicator.kind === 'rate' && value > 100)
    return report('value-out-of-range', 'blocks', '数值', { raw, name: indicator.name })
  return { kind: 'known', bound: reading.bound, value, literal: raw }
}

const STATUS_MISSING: ReadonlyMap<string, 'not-published' | 'not-applicable'> = new Map([
  ['未公布', 'not-published'],
  ['不适用', 'not-applicable'],
])
const STATUS_PUBLISHED = new Set(['', '已公布', '待核'])

/** A status that says 公布 beside no figure, or 未公布 beside something that stands for one. */
function contradicts(reading: CellReading, status: string): boolean {
  if (STATUS_MISSING.has(status)) return reading.kind === 'known' || reading.kind === 'unreadable'
  return status !== '' && (reading.kind === 'empty' || reading.kind === 'not-published')
}

/** What 数值 and 状态 say together. Missing: `null` when the row cannot be taken or says nothing. */
function readQuantity(indicator: Indicator, context: RowContext): Quantity | null {
  const { cell, report } = context
  const [raw, status] = [cell('数值'), cell('状态')]
  const reading = parseCell(raw)
  const why = STATUS_MISSING.get(status)
  if (!why && !STATUS_PUBLISHED.has(status))
    return report('status-unknown', 'blocks', '状态', { raw: status })
  if (contradicts(reading, status)) return report('value-and-status', 'blocks', '状态', { raw, status })
  if (why) return { kind: 'missing', why }
  switch (reading.kind) {
    case 'known':
      return readKnown(indicator, reading, context)
    case 'not-published':
      return { kind: 'missing', why: 'not-published' }
    case 'zero-or-unpublished':
      return report('zero-or-unpublished', 'blocks', '数值', { raw })
    case 'unreadable':
      return report('value-unreadable', 'blocks', '数值', { raw, why: reading.why })
    default:
      return null
  }
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
  const sheet = decodeCsv(file, bytes, LABELS)
  if (!sheet.ok) return sheet
  const table = bindColumns<Column>(sheet.value, COLUMNS)
  if (!table.ok) return table
  const findings = [...table.findings]
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
