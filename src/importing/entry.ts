import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, silenceOf } from '#domain/dataset.ts'
import type { Finding, FindingCode, Severity } from '#domain/finding.ts'
import { readNote } from '#domain/note.ts'
import { plainDigits, shiftPoint } from '#domain/numbers/decimal.ts'
import { type CellReading, parseCell, parsePlace, toHalfWidth } from '#domain/numbers/parse.ts'
import { baseUnit, convert } from '#domain/numbers/units.ts'
import type { UnreadableReason } from '#domain/numbers/unreadable.ts'
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
const unitCell = ({ raw, indicator }: Context): string =>
  raw.unit === indicator.unit ? raw.unit : toHalfWidth(raw.unit).trim()

/** The unit the value is in, and that unit with the cell's own scale: 5721万 beside 元 is in 元, written 万元. */
function unitsOf(context: Context, reading: KnownCell) {
  const { indicator } = context
  const beside = unitCell(context)
  const unit = reading.unit || (reading.scale === '' ? beside : baseUnit(beside || indicator.unit))
  return { unit: unit || indicator.unit, written: reading.scale + (unit || indicator.unit) }
}

/** A unit of another family, and the column it stands in. Missing: `null` when all units go with the catalogue's. */
function strangerOf(context: Context, reading: KnownCell) {
  const { indicator } = context
  const { unit } = unitsOf(context, reading)
  const isStrange = (u: string): boolean => u !== '' && convert(1, u, indicator.unit) === null
  if (isStrange(reading.unit)) return { raw: reading.unit, column: '数值' as const }
  const raw = [unit, unitCell(context)].find(isStrange)
  return raw === undefined ? null : { raw, column: '单位' as const }
}

/** A number where the catalogue says a place, or the other way round. True when it was found and told. */
function isOtherKind({ indicator, raw, report }: Context, reading: KnownCell): boolean {
  if (isPlace(reading) === (indicator.kind === 'rank')) return false
  const facts = { raw: raw.value, name: indicator.name }
  const { bound, value, scale, unit } = reading
  const isPlaceNumber = bound === 'exact' && scale === '' && PLACE_UNITS.includes(unit) && value >= 1
  if (isPlace(reading)) report('place-unexpected', 'blocks', '数值', facts)
  else if (isPlaceNumber && Number.isInteger(value) && value < 10_000)
    report('place-expected', 'blocks', '数值', { ...facts, suggestion: `第${value}` })
  else report('place-expected', 'blocks', '数值', facts)
  return true
}

/** 997 → 99.7: the first shift of the point that gives a share. Missing: `null` where none of two does. */
function slippedShare(value: number): string | null {
  const share = [1, 2].map((places) => shiftPoint(value, -places)).find((shifted) => shifted <= 100)
  return share === undefined ? null : plainDigits(share)
}

/** 0.997 → 99.7; 0.001 → 0.1%, whose sign keeps it from being asked about again. */
function inPercent(fraction: number): string {
  const percent = shiftPoint(fraction, 2)
  return `${plainDigits(percent)}${percent <= 1 ? '%' : ''}`
}

/** What is odd about a number that can be taken: 0.997 without a percent sign, half a case. */
function remarkOn({ indicator, raw, report }: Context, reading: KnownCell, value: number): void {
  const facts = { raw: raw.value, name: indicator.name }
  const isShare = indicator.kind === 'rate' && indicator.unit === '%'
  if (isShare && reading.unit === '' && value > 0 && value <= 1)
    report('rate-as-fraction', 'warns', '数值', {
      ...facts,
      ...(reading.bound === 'exact' && { suggestion: inPercent(value) }),
    })
  const single = convert(value, indicator.unit, baseUnit(indicator.unit))
  if (indicator.kind === 'count' && single !== null && !Number.isInteger(single))
    report('count-not-whole', 'warns', '数值', facts)
}

const tellUnit = ({ indicator, report }: Context, raw: string, column: '数值' | '单位'): null =>
  report('unit-unlike', 'blocks', column, { raw, unit: indicator.unit, name: indicator.name })

/** A place, whose 单位 says nothing or 位. */
function readPlace(context: Context, { bound, value }: KnownCell): Quantity | null {
  const beside = unitCell(context)
  if (!PLACE_UNITS.includes(beside)) return tellUnit(context, beside, '单位')
  return { kind: 'known', bound, value, literal: context.raw.value.trim(), unit: '' }
}

/** A number in the catalogue's unit, within the range its kind allows. */
function readNumber(context: Context, reading: KnownCell): Quantity | null {
  const { indicator, raw, report } = context
  const stranger = strangerOf(context, reading)
  if (stranger) return tellUnit(context, stranger.raw, stranger.column)
  const { unit, written } = unitsOf(context, reading)
  const value = convert(reading.value, unit, indicator.unit)
  if (value === null) return tellUnit(context, unit, '单位')
  if (indicator.kind === 'rate' && value > 100) {
    const perhaps = slippedShare(value)
    const facts = { raw: raw.value, name: indicator.name, ...(perhaps && { perhaps }) }
    return report('value-out-of-range', 'blocks', '数值', facts)
  }
  if (written !== indicator.unit) {
    const column = reading.scale || reading.unit ? '数值' : '单位'
    report('unit-converted', 'notes', column, { raw: written, unit: indicator.unit })
  }
  remarkOn(context, reading, value)
  return { kind: 'known', bound: reading.bound, value, literal: raw.value.trim(), unit }
}

/** A number or a place, as the catalogue's kind asks. Missing: `null` when it cannot be taken. */
function readKnown(context: Context, reading: KnownCell): Quantity | null {
  if (isOtherKind(context, reading)) return null
  return isPlace(reading) ? readPlace(context, reading) : readNumber(context, reading)
}

const STATUS_MISSING: ReadonlyMap<string, 'not-published' | 'not-applicable'> = new Map([
  ['未公布', 'not-published'],
  ['不适用', 'not-applicable'],
])
const STATUS_PUBLISHED = new Set(['', '已公布', '待核'])
const STATUS_WORDS = '已公布、未公布、不适用、待核'

/** A status that says 公布 beside no figure, or 未公布 beside something that stands for one. */
function contradicts(reading: CellReading, status: string): boolean {
  if (STATUS_MISSING.has(status)) return reading.kind === 'known' || reading.kind === 'unreadable'
  return status !== '' && (reading.kind === 'empty' || reading.kind === 'not-published')
}

/** Reasons that ask for a number, where a place is wanted: 首位, 倒数第二, 三甲. */
const NO_PLACE: ReadonlySet<UnreadableReason> = new Set(['not-a-number', 'words-around', 'chinese-digits'])

/** False for what reads as a number of something else: 一些 is not 1些. */
function goesWith(indicator: Indicator, suggestion: string): boolean {
  const reading = parseCell(suggestion)
  if (reading.kind !== 'known' || isPlace(reading)) return true
  return reading.unit === '' || convert(1, reading.unit, indicator.unit) !== null
}

/** A cell nobody can read, and the 单位 beside it where that is wrong as well: each cell has its own message. */
function refuse(context: Context, reading: Extract<CellReading, { kind: 'unreadable' }>): null {
  const { indicator, raw, report } = context
  const { why, suggestion, detail } = reading
  const place =
    indicator.kind === 'rank'
      ? parsePlace(
          toHalfWidth(raw.value)
            .trim()
            .replace(/[位名]$/, ''),
        )
      : null
  if (place || (indicator.kind === 'rank' && NO_PLACE.has(why))) {
    const facts = { raw: raw.value, name: indicator.name, ...(place && { suggestion: `第${place}` }) }
    report('place-expected', 'blocks', '数值', facts)
  } else
    report('value-unreadable', 'blocks', '数值', {
      raw: raw.value,
      why,
      ...(suggestion !== null && goesWith(indicator, suggestion) && { suggestion }),
      ...(detail !== null && { detail }),
    })
  const beside = unitCell(context)
  const goes =
    indicator.kind === 'rank'
      ? PLACE_UNITS.includes(beside)
      : beside === '' || convert(1, beside, indicator.unit) !== null
  return goes ? null : tellUnit(context, beside, '单位')
}

/** What the 数值 cell says. Missing: `null` when it cannot be taken or says nothing. */
function readValue(context: Context, reading: CellReading): Quantity | null {
  const { raw, report } = context
  switch (reading.kind) {
    case 'known':
      return readKnown(context, reading)
    case 'not-published':
      if (raw.value.trim() !== '未公布') report('read-as-not-published', 'notes', '数值', { raw: raw.value })
      return { kind: 'missing', why: 'not-published' }
    case 'zero-or-unpublished':
      return report('zero-or-unpublished', 'blocks', '数值', { raw: raw.value })
    case 'unreadable':
      return refuse(context, reading)
    default:
      return null
  }
}

/** What 数值 and 状态 say together. Missing: `null` when the entry cannot be taken or says nothing. */
function readQuantity(context: Context): Quantity | null {
  const { value, status } = context.raw
  const { report } = context
  const reading = parseCell(value)
  const why = STATUS_MISSING.get(status)
  const isStatus = why !== undefined || STATUS_PUBLISHED.has(status)
  if (!isStatus) report('status-unknown', 'blocks', '状态', { raw: status, words: STATUS_WORDS })
  else if (contradicts(reading, status))
    return report('value-and-status', 'blocks', '状态', { raw: value, status })
  if (why) return { kind: 'missing', why }
  const quantity = readValue(context, reading)
  return isStatus ? quantity : null
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
  const { period, scopeChange } = readNote(raw.note)
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
    period,
    scopeChange,
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
