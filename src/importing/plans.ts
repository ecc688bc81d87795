import { type Catalogue, findIndicator, type IndicatorId } from '#domain/catalogue.ts'
import type { Finding } from '#domain/finding.ts'
import type { PlanItem, PlanKind, PlanState } from '#domain/plan.ts'
import { type Result, success } from '#domain/result.ts'
import { bindColumns } from './columns.ts'
import { decodeCsv } from './decode/csv.ts'

const COLUMNS = {
  required: ['类别', '序号', '内容'],
  optional: ['年度', '相关指标', '状态', '下一年原句'],
} as const

const KINDS: readonly string[] = ['不足', '打算'] satisfies PlanKind[]
const STATES: readonly string[] = ['待对应', '已有对应表述', '未见对应表述'] satisfies PlanState[]

/**
 * Reads the shortcomings and commitments of one report.
 * Errors: an unknown 类别, 状态 or indicator id blocks its row; 已有对应表述 without its quote does too.
 */
export function readPlan(catalogue: Catalogue, file: string, bytes: Uint8Array): Result<readonly PlanItem[]> {
  const sheet = decodeCsv(file, bytes)
  if (!sheet.ok) return sheet
  const bound = bindColumns<(typeof COLUMNS.required)[number] | (typeof COLUMNS.optional)[number]>(
    sheet.value,
    COLUMNS,
  )
  if (!bound.ok) return bound
  const findings: Finding[] = []
  const items: PlanItem[] = []
  for (const row of bound.value.rows) {
    const cell = (column: Parameters<typeof bound.value.cell>[1]): string => bound.value.cell(row, column)
    const state = cell('状态') || '待对应'
    const ids = cell('相关指标')
      .split(/[;；]/)
      .map((id) => id.trim())
      .filter((id) => id !== '')
    const stranger = ids.find((id) => !findIndicator(catalogue, id))
    const fault = !KINDS.includes(cell('类别'))
      ? (['status-unknown', '类别', cell('类别')] as const)
      : !STATES.includes(state) || (state === '已有对应表述' && cell('下一年原句') === '')
        ? (['status-unknown', '状态', state] as const)
        : stranger !== undefined
          ? (['indicator-unknown', '相关指标', stranger] as const)
          : null
    if (fault) {
      const at = { file, row: row.number, column: fault[1] }
      findings.push({ code: fault[0], severity: 'blocks', at, facts: { raw: fault[2] } })
      continue
    }
    items.push({
      kind: cell('类别') as PlanKind,
      number: Number(cell('序号')),
      text: cell('内容'),
      indicators: ids as IndicatorId[],
      state: state as PlanState,
      nextQuote: cell('下一年原句'),
    })
  }
  return success(items, findings)
}
