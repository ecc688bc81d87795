import type { Finding, FindingCode, Severity } from '#domain/finding.ts'
import { parseCell } from '#domain/numbers/parse.ts'
import type { Year } from '#domain/year.ts'
import { readHead } from './headWords.ts'
import { findById } from './names.ts'
import type { FigureColumn, ReadColumn, YearSource } from './reading.ts'
import type { Table } from './recognise.ts'
import { readRows } from './rows.ts'
import { type Passed, placesOf, type Reading, type Spot, type TableContext, textAt } from './tableReading.ts'
import {
  disagreement,
  findingsOfYear,
  monthsFinding,
  type StatedYear,
  statedYears,
  yearAround,
} from './tableYear.ts'
import { yearInCell } from './years.ts'

const ID_SHAPE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** True for a column of the county's own numbers: none of its cells is an id or looks like one. */
function isForeignIds(table: Table, reading: Reading): boolean {
  const [ids, names] = [table.places.get('指标编号'), table.places.get('指标')]
  if (ids === undefined || names === undefined) return false
  const { catalogue } = reading.dataset
  let any = false
  for (const row of table.rows) {
    const text = textAt(row, ids)
    if (text === '') continue
    if (ID_SHAPE.test(text) || findById(catalogue, text) || reading.choices.names.has(text)) return false
    any = true
  }
  return any
}

/** A table without its column of ids. */
function withoutIds(table: Table): Table {
  const places = new Map(table.places)
  const place = places.get('指标编号')
  places.delete('指标编号')
  const columns = table.columns.map(
    (c): ReadColumn => (c.place === place ? { ...c, role: { is: 'ignored' }, by: 'word' } : c),
  )
  return { ...table, places, columns }
}

/** The years the 年度 column states. Shape: each once, in the order of the file. */
function columnYears(table: Table): readonly Year[] {
  const place = table.places.get('年度')
  if (place === undefined) return []
  const texts = new Set<string>()
  for (const row of table.rows) texts.add(textAt(row, place))
  return [...new Set([...texts].flatMap((text) => yearInCell(text) ?? []))]
}

const isBlankColumn = (table: Table, field: FigureColumn): boolean => {
  const place = table.places.get(field) ?? -1
  return table.rows.every((row) => textAt(row, place) === '')
}

const UNIT_LINE =
  /(?:^|[(（])\s*(?:计量|金额)?\s*单\s*位\s*[:：]\s*(?:人民币)?([^\s:：,，、;；/()（）]{1,8})\s*[)）]?$/

/** 单位：万元 above the table, or in brackets behind the head of the names. Missing: empty where no line says one unit. */
function unitAround(table: Table): string {
  for (const title of [...table.titles].reverse()) {
    const match = UNIT_LINE.exec(title.trim())
    if (match?.[1]) return match[1]
  }
  const names = readHead(table.columns[table.places.get('指标') ?? -1]?.label ?? '')
  return names?.is === 'field' ? names.unit.replace(/^:?(?:人民币)?/, '') : ''
}

/** Columns of a workbook to the right of the head's last one; in a text such a row is out of step. */
function beyondHead(table: Table): readonly Pick<ReadColumn, 'place' | 'label'>[] {
  const width = table.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  const first = table.columns.length
  return Array.from({ length: Math.max(0, width - first) }, (_, i) => ({ place: first + i, label: '' }))
}

/** Columns nobody reads, by their heads. */
function ignoredWords(table: Table, isText: boolean): string {
  const says = (place: number): boolean => table.rows.some((row) => textAt(row, place) !== '')
  const unread = table.columns.filter((c) => c.role.is === 'ignored' && c.by === 'none')
  const left = [...unread, ...(isText ? [] : beyondHead(table))].filter(({ place }) => says(place))
  const words = left.slice(0, 12).map((c) => (c.label === '' ? `第${c.place + 1}列` : c.label.slice(0, 30)))
  return left.length > words.length ? `${words.join('、')} 等${left.length}列` : words.join('、')
}

const isUnfilled = (table: Table): boolean =>
  isBlankColumn(table, '状态') &&
  table.figures.every(({ place }) => table.rows.every((row) => textAt(row, place) === ''))

/** A year around the table that its own columns do not have. */
function disagreements(
  stated: readonly StatedYear[],
  years: readonly Year[],
  at: Finding['at'],
): readonly Finding[] {
  const other = stated.find(({ year }) => years.length > 0 && !years.includes(year))
  return other ? [disagreement(other, [...years].sort().slice(0, 5).join('、'), at)] : []
}

interface YearsOfTable {
  readonly year: Year | null
  readonly from: YearSource | null
  readonly findings: readonly Finding[]
}

/** Where a table says its years, and what must be said of that. */
function yearsOf(table: Table, file: string, reading: Reading, at: Finding['at']): YearsOfTable {
  const stated = statedYears(table, file)
  if (table.layout === 'wide') {
    const years = table.figures.flatMap(({ year }) => year ?? [])
    return { year: null, from: 'head', findings: disagreements(stated, years, at) }
  }
  if (table.places.has('年度') && !isBlankColumn(table, '年度')) {
    const years = columnYears(table)
    const only = years.length === 1 ? (years[0] ?? null) : null
    return { year: only, from: 'column', findings: disagreements(stated, years, at) }
  }
  const chosen = reading.choices.year
  const taken: StatedYear | null = chosen ? { year: chosen, from: 'choice', text: '' } : yearAround(stated)
  if (taken) return { year: taken.year, from: taken.from, findings: findingsOfYear(taken, stated, at) }
  // A form nobody filled in lacks more than a year.
  if (isUnfilled(table)) return { year: null, from: null, findings: [] }
  const facts = { stated: stated.map(({ year }) => year).join('、') }
  return { year: null, from: null, findings: [{ code: 'year-absent', severity: 'blocks', at, facts }] }
}

const MOST_ROWS = 20

/** Rows as a sentence names them: 3、7、12 等30行. */
const rowWords = (rows: readonly number[]): string =>
  rows.length > MOST_ROWS
    ? `${rows.slice(0, MOST_ROWS).join('、')} 等${rows.length}行`
    : `${rows.join('、')}行`

const passedFindings = (passed: Passed, year: Year | null, at: Finding['at']): readonly Finding[] => {
  const kinds: readonly [readonly number[], FindingCode, Severity][] = [
    [passed.filled, 'year-filled', 'warns'],
    [passed.dated, 'year-between', 'blocks'],
    [passed.heads, 'heads-differ', 'blocks'],
    [passed.sums, 'rows-sums', 'notes'],
    [passed.lines, 'rows-lines', 'notes'],
    [passed.leftOut, 'rows-left-out', 'notes'],
  ]
  return kinds.flatMap(([rows, code, severity]) =>
    rows.length === 0 ? [] : [{ code, severity, at, facts: { rows: rowWords(rows), year: year ?? '' } }],
  )
}

/** A value in a cell merged over several rows counts for each of them; a person must say that it does. */
function mergedValues(context: TableContext): readonly Finding[] {
  const { table, file } = context
  return table.sheet.merges.flatMap((merge): Finding[] => {
    const figure = table.figures.find(({ place }) => place === merge.column)
    if (!figure || merge.rows < 2 || merge.row <= table.headerRow) return []
    const at = { file, row: merge.row, column: figure.label, cell: merge.column }
    return [{ code: 'value-merged', severity: 'warns', at, facts: { last: merge.row + merge.rows - 1 } }]
  })
}

/** What a table says once a row, though the row has a figure for each of several years. */
function sharedWords(table: Table): string {
  const fields: readonly FigureColumn[] = ['状态', '原句', '备注']
  if (table.layout !== 'wide' || table.figures.length < 2) return ''
  const shared = fields.filter((field) => table.places.has(field) && !isBlankColumn(table, field))
  return shared.map((field) => `“${table.columns[table.places.get(field) ?? -1]?.label}”`).join('、')
}

/** True for columns without a head beside one of figures that hold figures, too: whose are they? */
function hasNamelessFigures({ columns, figures, rows }: Table): boolean {
  const places = new Set(figures.map(({ place }) => place))
  let isBeside = false
  return columns.some((column) => {
    if (column.label !== '') isBeside = places.has(column.place)
    else if (isBeside && column.role.is === 'ignored')
      return rows.some((row) => isFigure(textAt(row, column.place)))
    return false
  })
}

/** Words that limit a row: 1-6月, 目标, 全市; a day is when something was done. */
const LIMITS = /[月季]|半年|目标|计划|预[测计期算]|[上去]年|同期|全[国省市]/

/** True for a column nobody reads whose words say of which part of a year, or of what else, the figures beside are. */
function limitsRows({ columns, rows }: Table): boolean {
  return columns.some(({ role, by, label, place }) => {
    if (role.is !== 'ignored' || by !== 'none') return false
    const texts = rows.map((row) => textAt(row, place)).filter((text) => text !== '')
    if (/[月季]|半年|统计期|时段/.test(label) && !/日期/.test(label)) return texts.length > 0
    return texts.some(
      (text) => text.length <= 12 && LIMITS.test(text) && !/[日号]|\d{4}/.test(text) && !isFigure(text),
    )
  })
}

const isFigure = (text: string): boolean => parseCell(text).kind === 'known'

function columnFindings(table: Table, isText: boolean, at: Finding['at']): readonly Finding[] {
  const findings: Finding[] = []
  const ignored = ignoredWords(table, isText)
  // A head of part of a year beside whole years holds figures somebody may miss.
  const isDoubtful =
    table.layout === 'wide'
      ? /\d{4}/.test(ignored) || hasNamelessFigures(table)
      : table.layout === 'long' && limitsRows(table)
  const severity = isDoubtful ? 'warns' : 'notes'
  if (ignored !== '') findings.push({ code: 'columns-ignored', severity, at, facts: { columns: ignored } })
  const shared = sharedWords(table)
  if (shared !== '')
    findings.push({ code: 'columns-shared', severity: 'warns', at, facts: { columns: shared } })
  return findings
}

/** The contract's own word over other numbers is worth a look; 编号 of a county's own is common. */
function foreignFinding(table: Table, at: Finding['at']): Finding {
  const column = table.columns[table.places.get('指标编号') ?? -1]?.label ?? ''
  return { code: 'ids-foreign', severity: column === '指标编号' ? 'warns' : 'notes', at, facts: { column } }
}

/** Reads one table into what its file has given so far. Returns where its years are said. */
export function readTable(
  reading: Reading,
  found: Table,
  file: string,
  place: string,
  sheet: number | undefined,
): YearSource | null {
  const isForeign = isForeignIds(found, reading)
  const table = isForeign ? withoutIds(found) : found
  const at = { file: place, ...(sheet !== undefined && { sheet }) }
  const years = yearsOf(table, file, reading, at)
  reading.findings.push(...years.findings, ...monthsFinding(table, at))
  reading.findings.push(...columnFindings(table, reading.delimiter !== null, at))
  if (isForeign) reading.findings.push(foreignFinding(found, at))
  if (years.findings.some((f) => f.severity === 'blocks')) return null
  const spots: Spot[] = []
  const context: TableContext = {
    reading,
    spots,
    place: placesOf(table),
    years: new Map(),
    units: new Map(),
    table,
    file: place,
    sheet,
    year: years.year,
    unit: unitAround(table),
    passed: { lines: [], heads: [], sums: [], dated: [], leftOut: [], filled: [] },
  }
  for (const figure of table.figures) spots.push({ context, figure })
  readRows(context)
  // A heading that states another year ends the table of the year above it, unless rows say their own.
  const ownYears = years.from === 'column' || years.from === 'head' || years.from === 'choice'
  if (ownYears) context.passed.dated.length = 0
  reading.findings.push(...passedFindings(context.passed, years.year, at), ...mergedValues(context))
  return years.from
}
