import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, silenceOf } from '#domain/dataset.ts'
import type { Finding, FindingCode, Severity } from '#domain/finding.ts'
import { readNote } from '#domain/note.ts'
import { type CellReading, parseCell, toHalfWidth } from '#domain/numbers/parse.ts'
import { baseUnit, convert } from '#domain/numbers/units.ts'
import type { EntryStatus, FigureEntry, Observation, ObservationSource } from '#domain/observation.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'

/** The cells of one figure before anything is known of them; the status may be any word. */
export type RawEntry = Omit<FigureEntry, 'status'> & { readonly status: string }

/** Takes what is found in a cell, under the column's name in a file; gives `null`, to be returned. */
export type ReportCell = (
  code: FindingCode,
  severity: Severity,
  column: '数值' | '单位' | '状态',
  facts?: Finding['facts'],
) => null

interface Context {
  readonly indicator: Indicator
  readonly raw: RawEntry
  readonly report: ReportCell
}

type KnownCell = Extract<CellReading, { kind: 'known' }>

const isPlace = ({ bound }: KnownCell): boolean => bound === 'rank' || bound === 'rank-within'

const PLACE_UNITS: readonly string[] = ['', '位', '名']

/** The 单位 cell as the catalogue writes units: ％ of full width is %. */
const unitCell = ({ raw }: Context): string => toHalfWidth(raw.unit).trim()

/** The unit the value is in, and that unit with the cell's own scale: 5721万 beside 元 is in 元, written 万元. */
function unitsOf(context: Context, reading: KnownCell) {
  const { indicator } = context
  const beside = unitCell(context)
  const unit = reading.unit || (reading.scale === '' ? beside : baseUnit(beside || indicator.unit))
  return { unit: unit || indicator.unit, written: reading.scale + (unit || indicator.unit) }
}

/** What does not go with the catalogue's unit: a unit of another family, a place for a count. `null`: all does. */
function strangerOf(context: Context, reading: KnownCell): string | null {
  const { indicator, raw } = context
  if (isPlace(reading) !== (indicator.kind === 'rank')) return raw.value
  const beside = unitCell(context)
  if (isPlace(reading)) return PLACE_UNITS.includes(beside) ? null : beside
  const { unit } = unitsOf(context, reading)
  return [unit, beside].find((u) => u !== '' && convert(1, u, indicator.unit) === null) ?? null
}

/** A number or a place in the catalogue's unit, within the range its kind allows. */
function readKnown(context: Context, reading: KnownCell): Quantity | null {
  const { indicator, raw, report } = context
  const { unit, written } = unitsOf(context, reading)
  const stranger = strangerOf(context, reading)
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
    return report('value-out-of-range', 'blocks', '数值', { raw: raw.value, name: indicator.name })
  return {
    kind: 'known',
    bound: reading.bound,
    value,
    literal: raw.value.trim(),
    unit: isPlace(reading) ? '' : unit,
  }
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

/** What 数值 and 状态 say together. Missing: `null` when the entry cannot be taken or says nothing. */
function readQuantity(context: Context): Quantity | null {
  const { value, status } = context.raw
  const { report } = context
  const reading = parseCell(value)
  const why = STATUS_MISSING.get(status)
  if (!why && !STATUS_PUBLISHED.has(status))
    return report('status-unknown', 'blocks', '状态', { raw: status })
  if (contradicts(reading, status))
    return report('value-and-status', 'blocks', '状态', { raw: value, status })
  if (why) return { kind: 'missing', why }
  switch (reading.kind) {
    case 'known':
      return readKnown(context, reading)
    case 'not-published':
      return { kind: 'missing', why: 'not-published' }
    case 'zero-or-unpublished':
      return report('zero-or-unpublished', 'blocks', '数值', { raw: value })
    case 'unreadable':
      return report('value-unreadable', 'blocks', '数值', { raw: value, why: reading.why })
    default:
      return null
  }
}

/**
 * Reads the cells of one figure of one year, whether they stand in a file or were typed in.
 * Missing: `null` when the cells say nothing (an empty 数值 without a 状态) or cannot be taken.
 * Errors: told to `report`, by column.
 */
export function readEntry(
  indicator: Indicator,
  year: Year,
  raw: RawEntry,
  source: ObservationSource,
  report: ReportCell,
): Observation | null {
  const quantity = readQuantity({ indicator, raw, report })
  if (!quantity) return null
  return {
    indicator: indicator.id,
    year,
    quantity,
    value: raw.value,
    unit: raw.unit,
    status: raw.status === '已公布' ? '' : (raw.status as EntryStatus),
    quote: raw.quote,
    note: raw.note,
    doubtful: raw.status === '待核',
    ...readNote(raw.note),
    source,
  }
}

/** What the cells of one figure say, with all that was found in them. */
export interface CheckedEntry {
  /** Missing: `null` when the cells say nothing or cannot be taken. */
  readonly observation: Observation | null
  /** Shape: each names its column and no file. */
  readonly findings: readonly Finding[]
}

/** Reads the cells of one figure that stand in no file. */
export function checkEntry(indicator: Indicator, year: Year, raw: RawEntry): CheckedEntry {
  const findings: Finding[] = []
  const observation = readEntry(
    indicator,
    year,
    raw,
    { revision: 0 },
    (code, severity, column, facts = {}) => {
      findings.push({ code, severity, at: { file: '', column }, facts })
      return null
    },
  )
  return { observation, findings }
}

/**
 * The figure a logged entry stands for; `null` as the entry is what the dataset says of a figure nobody stated.
 * Missing: `null` for an entry the catalogue no longer takes.
 */
export function quantityOfEntry(
  dataset: Dataset,
  indicator: Indicator,
  year: Year,
  entry: FigureEntry | null,
): Quantity | null {
  if (entry === null) return silenceOf(dataset, indicator, year)
  return checkEntry(indicator, year, entry).observation?.quantity ?? null
}
