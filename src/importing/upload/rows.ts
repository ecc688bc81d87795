import type { Indicator } from '#domain/catalogue.ts'
import { parseCell } from '#domain/numbers/parse.ts'
import { convert } from '#domain/numbers/units.ts'
import type { Year } from '#domain/year.ts'
import type { SheetRow } from '../decode/csv.ts'
import { type ReportCell, readEntry } from '../entry.ts'
import { toSimplified } from './folding.ts'
import { readHead } from './headWords.ts'
import { isColumnNumbers, isHeadAgain, isOtherHead, isRemark, isSum } from './lines.ts'
import type { Named } from './nameReader.ts'
import { rowKey } from './reading.ts'
import type { FigurePlace } from './recognise.ts'
import { fieldAt, type Spot, type TableContext, tell, textAt } from './tableReading.ts'
import { likelyYear, yearInCell, yearInTitle } from './years.ts'

const hasFigure = (context: TableContext, row: SheetRow): boolean =>
  context.table.figures.some(({ place }) => textAt(row, place) !== '') || fieldAt(context, row, '状态') !== ''

const firstText = (row: SheetRow): string => row.cells.find((cell) => cell.trim() !== '')?.trim() ?? ''

const isNumber = (text: string): boolean => parseCell(text).kind === 'known'

/** A line with no figure in it: a heading, a remark, an indicator nobody filled in. */
function passQuietRow(context: TableContext, row: SheetRow): void {
  const text = firstText(row)
  if (text === '') return
  const { reading, passed } = context
  const named = reading.names.read(fieldAt(context, row, '指标编号'), fieldAt(context, row, '指标'))
  const unit = context.place.单位
  if (named.is === 'known' || named.is === 'mismatch') {
    const beside = textAt(row, unit)
    if (beside !== '' && /\d/.test(beside) && isNumber(beside))
      tell(context, row, unit, 'value-elsewhere', 'blocks', { raw: beside })
    return
  }
  const isHeading = row.cells.every((cell) => cell.trim() === '' || cell.trim() === text)
  const year = isHeading && !isRemark(text) ? yearInTitle(text) : null
  if (year !== null && context.year !== null && year !== context.year) passed.dated.push(row.number)
  passed.lines.push(row.number)
}

/** 单位 in the place of a year or a name: the units of the columns. */
function isUnitRow(context: TableContext, row: SheetRow): boolean {
  const meaning = readHead(fieldAt(context, row, '年度') || firstText(row))
  return meaning?.is === 'field' && meaning.field === '单位'
}

function takeUnits({ table, units }: TableContext, row: SheetRow): void {
  for (const { place } of table.figures) units.set(place, textAt(row, place))
}

/** True for a row that looks like a figure and is none: a head again, a sum, a line of signatures. */
function passLine(context: TableContext, row: SheetRow, named: Named): boolean {
  if (named.is !== 'unknown' && named.is !== 'none') return false
  const { passed, table } = context
  const first = firstText(row)
  if (isHeadAgain(table.columns, row))
    (isOtherHead(table.columns, row) ? passed.heads : passed.lines).push(row.number)
  else if (isSum(first) || isSum(fieldAt(context, row, '指标'))) passed.sums.push(row.number)
  else if (isColumnNumbers(row)) passed.lines.push(row.number)
  else if (table.layout === 'wide' && isUnitRow(context, row)) takeUnits(context, row)
  else if (isRemark(first) && !table.figures.some(({ place }) => isNumber(textAt(row, place))))
    passed.lines.push(row.number)
  else return false
  return true
}

/** 2,138 without quotes is two cells: the figure would be 2, and all behind it one column off. */
function isTorn(context: TableContext, row: SheetRow): boolean {
  if (context.reading.delimiter !== ',') return false
  return context.table.figures.some(({ place }) => {
    if (!/^\d{1,3}$/.test(textAt(row, place)) || !/^\d{3}(?:\.\d+)?$/.test(textAt(row, place + 1)))
      return false
    const next = context.table.columns[place + 1]?.role
    return next?.is === 'field' && next.field !== '数值' && next.field !== '年度'
  })
}

/** True for a row with more cells than the head, or with a number torn apart; it is told. */
function isMisplaced(context: TableContext, row: SheetRow): boolean {
  if (context.reading.delimiter === null) return false
  const width = context.table.columns.length
  let cells = row.cells.length
  while (cells > width && (row.cells[cells - 1] ?? '').trim() === '') cells -= 1
  const more = cells - width
  const isTornRow = isTorn(context, row)
  if (more <= 0 && !isTornRow) return false
  const place = context.table.figures[0]?.place ?? 0
  if (more > 0) tell(context, row, -1, 'row-longer', 'blocks', { more })
  else
    tell(context, row, place, 'number-torn', 'blocks', {
      raw: `${textAt(row, place)},${textAt(row, place + 1)}`,
    })
  return true
}

/** The year of a row. Missing: `null`, told, where the row says none that can be read. */
function yearOf(context: TableContext, row: SheetRow): Year | null {
  const place = context.place.年度
  const text = textAt(row, place)
  if (text === '') {
    if (context.year === null) return tell(context, row, place, 'year-missing', 'blocks')
    if (place >= 0) context.passed.filled.push(row.number)
    return context.year
  }
  let year = context.years.get(text)
  if (year === undefined) {
    year = yearInCell(text)
    context.years.set(text, year)
  }
  if (year !== null) return year
  const suggestion = likelyYear(text)
  const why = /^\d{4}年?度?$/.test(text) ? 'out-of-range' : 'not-a-year'
  return tell(context, row, place, 'year-unreadable', 'blocks', {
    raw: text,
    why,
    ...(suggestion !== null && { suggestion }),
  })
}

const NO_UNIT = /^(?:[-‐‑‒–—―─－/／]{1,4}|无)$/

/** A unit in traditional characters or in brackets is the same unit: 萬元, (万元); a dash or stroke is none. */
function ownUnit(own: string, indicator: Indicator): string {
  if (own === indicator.unit || own.length > 8) return own
  if (NO_UNIT.test(own)) return ''
  const plain = toSimplified(own).replace(/^[(（](.+)[)）]$/, '$1')
  return plain !== own && convert(1, plain, indicator.unit) !== null ? plain : own
}

/** The unit a figure is in: its row's, else the head's or the table's where the catalogue's can be had from it. */
function unitOf(context: TableContext, row: SheetRow, figure: FigurePlace, indicator: Indicator): string {
  const own = fieldAt(context, row, '单位')
  if (own !== '') return ownUnit(own, indicator)
  const stated = figure.unit || context.units.get(figure.place) || context.unit
  return stated !== '' && convert(1, stated, indicator.unit) !== null ? stated : ''
}

function readFigure(spot: Spot, row: SheetRow, indicator: Indicator, year: Year): void {
  const { context, figure } = spot
  const { reading, file, place } = context
  const cells = {
    value: textAt(row, figure.place),
    unit: unitOf(context, row, figure, indicator),
    status: fieldAt(context, row, '状态'),
    quote: fieldAt(context, row, '原句'),
    note: fieldAt(context, row, '备注'),
  }
  const report: ReportCell = (code, severity, column, facts = {}) => {
    const at = column === '数值' || place[column] < 0 ? figure.place : place[column]
    return tell(context, row, at, code, severity, facts)
  }
  const observation = readEntry(indicator, year, cells, { file, row: row.number }, report)
  if (!observation) return
  reading.observations.push(observation)
  reading.spots.push(spot)
}

/** The indicator a row names. Missing: `null`, told, when it names none that can be taken. */
function indicatorOf(context: TableContext, row: SheetRow, named: Named): Indicator | null {
  const { reading, table, passed } = context
  const [id, name] = [table.places.get('指标编号') ?? -1, table.places.get('指标') ?? -1]
  switch (named.is) {
    case 'known':
      return named.indicator
    case 'left-out':
      passed.leftOut.push(row.number)
      return null
    case 'none':
      return tell(context, row, Math.max(id, name), 'indicator-missing', 'blocks')
    case 'mismatch':
      return tell(context, row, name, 'indicator-mismatch', 'blocks', {
        raw: textAt(row, name),
        name: named.indicator.name,
      })
    default:
      return tell(context, row, named.field === '指标' ? name : id, 'indicator-unknown', 'blocks', {
        raw: named.key,
        offers: reading.names.offerWords(named.key, named.hint),
      })
  }
}

/** Puts an answered or open name down with its row, for the page. */
function meet(context: TableContext, row: SheetRow, named: Named): void {
  const { names } = context.reading
  const unit = fieldAt(context, row, '单位')
  if (named.is === 'unknown') names.meet(named.key, named.hint, row.number, unit)
  else if ((named.is === 'left-out' || named.is === 'known') && named.key !== null)
    names.meet(named.key, named.key, row.number, unit)
}

function readRow(context: TableContext, row: SheetRow): void {
  const { reading } = context
  if (!hasFigure(context, row)) {
    passQuietRow(context, row)
    return
  }
  const [id, name] = [fieldAt(context, row, '指标编号'), fieldAt(context, row, '指标')]
  const named = reading.names.read(id, name)
  if (passLine(context, row, named)) return
  reading.rowCount += 1
  if (isMisplaced(context, row)) return
  meet(context, row, named)
  const indicator = indicatorOf(context, row, named)
  if (!indicator) return
  readFigures(context, row, indicator, named)
}

/** The figures of one indicator in a row: one, or one a year. */
function readFigures(context: TableContext, row: SheetRow, indicator: Indicator, named: Named): void {
  const { reading, table } = context
  const common = table.layout === 'wide' ? null : yearOf(context, row)
  for (const spot of context.spots) {
    const year = spot.figure.year ?? common
    if (year === null) continue
    if (named.is === 'known' && named.added) reading.names.seeYear(named.added, year)
    readFigure(spot, row, indicator, year)
  }
}

/** True for a row of such a table that has no figures: a remark, a sum, the units of its columns. */
function passYearLine(context: TableContext, row: SheetRow, filled: readonly Spot[]): boolean {
  const { table, passed } = context
  const first = firstText(row)
  if (first === '') return true
  if (filled.length === 0 || isRemark(first) || isHeadAgain(table.columns, row)) passed.lines.push(row.number)
  else if (isSum(first)) passed.sums.push(row.number)
  else if (isUnitRow(context, row)) takeUnits(context, row)
  else return false
  return true
}

/** A row of a table with one row a year: its figures are of the indicators in the head. */
function readYearRow(context: TableContext, row: SheetRow): void {
  const { reading, passed } = context
  const filled = context.spots.filter(({ figure }) => textAt(row, figure.place) !== '')
  if (passYearLine(context, row, filled)) return
  reading.rowCount += 1
  if (isMisplaced(context, row)) return
  const year = yearOf(context, row)
  if (year === null) return
  for (const spot of filled) {
    const { figure } = spot
    const name = figure.name ?? ''
    const named = reading.names.read('', name)
    meet(context, row, named)
    if (named.is === 'known') {
      if (named.added) reading.names.seeYear(named.added, year)
      readFigure(spot, row, named.indicator, year)
    } else if (named.is === 'unknown')
      tell(context, row, figure.place, 'indicator-unknown', 'blocks', {
        raw: name,
        offers: reading.names.offerWords(named.key, named.hint),
      })
    else passed.leftOut.push(row.number)
  }
}

/** Reads the rows of a table, each on its own. */
export function readRows(context: TableContext): void {
  const { table, reading, sheet } = context
  const { skipped } = reading.choices
  const read = table.layout === 'transposed' ? readYearRow : readRow
  for (const row of table.rows) if (!skipped.has(rowKey(row.number, sheet))) read(context, row)
}
