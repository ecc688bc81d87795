import { type Catalogue, findIndicator, type IndicatorId } from '#domain/catalogue.ts'
import type { Finding, FindingCode } from '#domain/finding.ts'
import type { PlanItem, PlanKind, PlanState } from '#domain/plan.ts'
import { type Result, success } from '#domain/result.ts'
import { parseYear, type Year } from '#domain/year.ts'
import { bindColumns } from './columns.ts'
import { decodeCsv } from './decode/csv.ts'

const COLUMNS = {
  required: ['类别', '序号', '内容'],
  optional: ['年度', '相关指标', '状态', '下一年原句'],
} as const

const KINDS: readonly string[] = ['不足', '打算'] satisfies PlanKind[]
const STATES: readonly string[] = ['待对应', '已有对应表述', '未见对应表述'] satisfies PlanState[]

type Column = (typeof COLUMNS.required)[number] | (typeof COLUMNS.optional)[number]
const LABELS: readonly string[] = [...COLUMNS.required, ...COLUMNS.optional]

type Cell = (column: Column) => string

/** What keeps a row from being taken. */
interface Fault {
  readonly code: FindingCode
  readonly column: Column
  readonly facts: Finding['facts']
}

const fault = (code: FindingCode, column: Column, facts: Finding['facts']): Fault => ({ code, column, facts })

const stateOf = (cell: Cell): string => cell('状态') || '待对应'

const idsOf = (cell: Cell): readonly string[] =>
  cell('相关指标')
    .split(/[;；]/)
    .map((id) => id.trim())
    .filter((id) => id !== '')

function faultOf(catalogue: Catalogue, cell: Cell, expected: Year | null): Fault | null {
  const [year, state] = [parseYear(cell('年度')), stateOf(cell)]
  if (expected !== null && cell('年度') !== '' && year !== expected)
    return fault('year-elsewhere', '年度', { raw: cell('年度'), year: expected })
  if (!KINDS.includes(cell('类别'))) return fault('status-unknown', '类别', { raw: cell('类别') })
  if (!/^[1-9]\d{0,3}$/.test(cell('序号'))) return fault('value-unreadable', '序号', { raw: cell('序号') })
  if (!STATES.includes(state) || (state === '已有对应表述' && cell('下一年原句') === ''))
    return fault('status-unknown', '状态', { raw: state })
  const stranger = idsOf(cell).find((id) => !findIndicator(catalogue, id))
  return stranger === undefined ? null : fault('indicator-unknown', '相关指标', { raw: stranger })
}

/** Each indicator once, under the id it has now. */
const indicatorsIn = (catalogue: Catalogue, cell: Cell): readonly IndicatorId[] => [
  ...new Set(idsOf(cell).flatMap((id) => findIndicator(catalogue, id)?.id ?? [])),
]

const toItem = (catalogue: Catalogue, cell: Cell): PlanItem => ({
  kind: cell('类别') as PlanKind,
  number: Number(cell('序号')),
  text: cell('内容'),
  indicators: indicatorsIn(catalogue, cell),
  state: stateOf(cell) as PlanState,
  nextQuote: cell('下一年原句'),
})

/**
 * Reads the shortcomings and commitments of one report.
 * Errors: another year, an unknown 类别, 序号, 状态 or indicator id blocks its row; 已有对应表述 without its quote
 * does too.
 */
export function readPlan(
  catalogue: Catalogue,
  file: string,
  bytes: Uint8Array,
  expected: Year | null,
): Result<readonly PlanItem[]> {
  const sheet = decodeCsv(file, bytes, LABELS)
  if (!sheet.ok) return sheet
  const table = bindColumns<Column>(sheet.value, COLUMNS)
  if (!table.ok) return table
  const findings = [...table.findings]
  const items: PlanItem[] = []
  for (const row of table.value.rows) {
    const cell: Cell = (column) => table.value.cell(row, column)
    const found = faultOf(catalogue, cell, expected)
    if (found) {
      const at = { file, row: row.number, column: found.column }
      findings.push({ code: found.code, severity: 'blocks', at, facts: found.facts })
      continue
    }
    items.push(toItem(catalogue, cell))
  }
  return success(items, findings)
}
