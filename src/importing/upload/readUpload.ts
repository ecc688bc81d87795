import type { Dataset } from '#domain/dataset.ts'
import { blocks, type Finding } from '#domain/finding.ts'
import type { Observation } from '#domain/observation.ts'
import type { Year } from '#domain/year.ts'
import { checkFigures } from '../checks/index.ts'
import { openWorkbook, type Workbook, type WorkbookSheet } from '../decode/workbook.ts'
import { HEAD_LABELS } from './headWords.ts'
import {
  cellKey,
  NO_CHOICES,
  NO_MEMORY,
  type UploadChoices,
  type UploadMemory,
  type UploadReading,
  type Verdict,
} from './reading.ts'
import { readTable } from './readTable.ts'
import { type RecogniseOptions, type Recognition, recognise } from './recognise.ts'
import { withoutRepeats } from './repeats.ts'
import { takeSheetFindings } from './sheetFindings.ts'
import { newReading, placeOf, type Reading } from './tableReading.ts'
import { farYears } from './tableYear.ts'

/** A file as it was dropped, chosen or pasted. */
export interface UploadFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const SAMPLE_ROWS = 12

/** The sheet with the cells a person put right. */
function withFixes(
  sheet: WorkbookSheet,
  fixes: ReadonlyMap<string, string>,
  place: number | undefined,
): WorkbookSheet {
  if (fixes.size === 0) return sheet
  const rows = sheet.rows.map((row) => {
    const width = row.cells.length + 1
    let cells: string[] | null = null
    for (let column = 0; column < width; column += 1) {
      const fixed = fixes.get(cellKey(row.number, column, place))
      if (fixed === undefined) continue
      cells ??= [...row.cells]
      cells[column] = fixed
    }
    return cells ? { ...row, cells } : row
  })
  return { ...sheet, rows }
}

/** One sheet, and what was recognised in it. */
interface Sighted {
  readonly index: number
  readonly sheet: WorkbookSheet
  readonly recognition: Recognition
}

const hasTable = (sighted: Sighted): boolean => sighted.recognition.table !== null

/** Same heads, so that the sheets are parts of one table. */
const headKey = ({ recognition }: Sighted): string =>
  `${recognition.table?.layout}|${recognition.columns.map(({ label }) => label).join('|')}`

const plural = (sighted: readonly Sighted[]): string =>
  sighted.map(({ sheet }) => `“${sheet.name}”`).join('、')

interface Selection {
  readonly read: readonly Sighted[]
  readonly findings: readonly Finding[]
}

function hiddenFindings(sighted: readonly Sighted[], at: Finding['at']): readonly Finding[] {
  const hidden = sighted.filter((one) => one.sheet.hidden && hasTable(one))
  if (hidden.length === 0) return []
  return [{ code: 'sheets-hidden', severity: 'notes', at, facts: { sheets: plural(hidden) } }]
}

/**
 * The sheets to read: the one chosen; else the first visible one with a table and all others with the same head.
 * Hidden sheets are read only when chosen.
 */
function selectSheets(workbook: Workbook, sighted: readonly Sighted[], chosen: number | null): Selection {
  if (chosen !== null) return { read: sighted.filter(({ index }) => index === chosen), findings: [] }
  const at = { file: workbook.file }
  const visible = sighted.filter(({ sheet }) => !sheet.hidden)
  const tables = visible.filter(hasTable)
  const first = tables[0]
  if (!first) {
    // What was nearest to a table says best what is missing.
    const nearest = visible.find(({ recognition }) => recognition.headerRow !== null) ?? visible[0]
    return { read: nearest ? [nearest] : [], findings: hiddenFindings(sighted, at) }
  }
  const same = tables.filter((one) => headKey(one) === headKey(first))
  const others = tables.filter((one) => !same.includes(one))
  const findings: Finding[] = []
  if (same.length > 1)
    findings.push({ code: 'sheets-joined', severity: 'notes', at, facts: { sheets: plural(same) } })
  if (others.length > 0)
    findings.push({
      code: 'sheets-unread',
      severity: 'warns',
      at,
      facts: { sheets: plural(others), read: plural(same) },
    })
  return { read: same, findings: [...findings, ...hiddenFindings(sighted, at)] }
}

function verdictOf(observations: readonly Observation[], findings: readonly Finding[]): Verdict {
  const blocking = findings.filter((f) => f.severity === 'blocks')
  if (observations.length === 0 || blocking.some(({ at }) => at.row === undefined)) return 'refused'
  if (blocking.length > 0) return 'partial'
  return findings.some((f) => f.severity === 'warns') ? 'accepted-with-warnings' : 'accepted'
}

/** Findings in the order of the file: those of the whole file first, then by row. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (a.at.sheet ?? 0) - (b.at.sheet ?? 0) || (a.at.row ?? 0) - (b.at.row ?? 0))

const yearsIn = (observations: readonly Observation[]): readonly Year[] =>
  [...new Set(observations.map(({ year }) => year))].sort((a, b) => a - b)

/** Leaves what can be taken of the rows, and looks at it as a whole. */
function settle(reading: Reading, file: string): Pick<UploadReading, 'observations' | 'findings'> {
  const { dataset, findings, spots } = reading
  const valueAt = (i: number): Finding['at'] => {
    const [spot, source] = [spots[i], reading.observations[i]?.source]
    return spot && source && 'row' in source
      ? placeOf(spot.context, source.row, spot.figure.place)
      : { file: '' }
  }
  const { kept, findings: repeats } = withoutRepeats(reading.observations, valueAt)
  const isWhole = kept.length === reading.observations.length
  const observations = isWhole ? reading.observations : kept.flatMap((i) => reading.observations[i] ?? [])
  let index: Map<Observation, number> | null = null
  const at = (observation: Observation, column: string): Finding['at'] => {
    if (!index) {
      index = new Map()
      for (let i = 0; i < reading.observations.length; i += 1) {
        const one = reading.observations[i]
        if (one) index.set(one, i)
      }
    }
    const place = valueAt(index.get(observation) ?? -1)
    if (column === '数值') return place
    const { cell: _, ...row } = place
    return { ...row, column }
  }
  const all = inOrder([
    ...findings,
    ...repeats,
    ...farYears(dataset.years, observations, (observation) => at(observation, '年度')),
    ...checkFigures(dataset, observations, at),
  ])
  if (observations.length > 0 || blocks(all)) return { observations, findings: all }
  const absent: Finding = { code: 'figures-absent', severity: 'blocks', at: { file }, facts: {} }
  return { observations, findings: [...all, absent] }
}

/** Looks for a table in each sheet that may be read. */
function sight(workbook: Workbook, options: RecogniseOptions): readonly Sighted[] {
  const { choices } = options
  const isSingle = workbook.sheets.length === 1 || choices.sheet !== null
  return workbook.sheets.flatMap((given, index): Sighted[] => {
    if (choices.sheet !== null && choices.sheet !== index) return []
    const sheet = withFixes(given, choices.fixes, isSingle ? undefined : index)
    return [{ index, sheet, recognition: recognise(sheet, workbook.file, options) }]
  })
}

/** Reads the tables of the sheets. Returns where the years of the first are said. */
function readSheets(reading: Reading, file: string, sheets: readonly Sighted[]): UploadReading['yearFrom'] {
  const isJoined = sheets.length > 1
  let yearFrom: UploadReading['yearFrom'] = null
  for (const { index, sheet, recognition } of sheets) {
    reading.findings.push(...recognition.findings)
    if (!recognition.table) continue
    const place = isJoined ? `${file} › ${sheet.name}` : file
    const from = readTable(reading, recognition.table, file, place, isJoined ? index : undefined)
    takeSheetFindings(reading, recognition.table, place, isJoined ? index : undefined)
    yearFrom ??= from
  }
  return yearFrom
}

/** What the page shows of the sheet that is read. */
const describe = (
  first: Sighted | undefined,
): Pick<UploadReading, 'sheet' | 'sample' | 'layout' | 'headerRow' | 'columns'> => ({
  sheet: first?.index ?? null,
  sample: (first?.sheet.rows ?? []).slice(0, SAMPLE_ROWS),
  layout: first?.recognition.table?.layout ?? null,
  headerRow: first?.recognition.headerRow ?? null,
  columns: first?.recognition.columns ?? [],
})

/** What an opened file says, given the choices. Cheap enough to be done again for every choice. */
export function readOpened(
  workbook: Workbook,
  opening: readonly Finding[],
  dataset: Dataset,
  choices: UploadChoices = NO_CHOICES,
  memory: UploadMemory = NO_MEMORY,
): UploadReading {
  const options = { catalogue: dataset.catalogue, choices, memory }
  const { file } = workbook
  const selection = selectSheets(workbook, sight(workbook, options), choices.sheet)
  const reading = newReading(dataset, workbook.delimiter, choices, memory)
  reading.findings.push(...opening, ...selection.findings)
  const yearFrom = readSheets(reading, file, selection.read)
  const { observations, findings } = settle(reading, file)
  return {
    file,
    format: workbook.format,
    encoding: workbook.encoding,
    delimiter: workbook.delimiter,
    sheets: workbook.sheets.map(({ name, rows, hidden }) => ({ name, rows: rows.length, hidden })),
    ...describe(selection.read[0]),
    years: yearsIn(observations),
    yearFrom,
    unknown: reading.names.unknown(),
    added: reading.names.added(),
    rowCount: reading.rowCount,
    observations,
    findings,
    verdict: verdictOf(observations, findings),
  }
}

/** What is said of a file that could not be opened. */
const unopened = (file: string, findings: readonly Finding[]): UploadReading => ({
  file,
  format: 'text',
  encoding: null,
  delimiter: null,
  sheets: [],
  sheet: null,
  sample: [],
  layout: null,
  headerRow: null,
  columns: [],
  years: [],
  yearFrom: null,
  unknown: [],
  added: [],
  rowCount: 0,
  observations: [],
  findings,
  verdict: 'refused',
})

/**
 * Reads one file of any kind an office makes, as the import page and the headless check do.
 * Errors: none are thrown for a file, whatever it holds; the findings say what keeps rows or all of it out.
 */
export async function readUpload(
  file: UploadFile,
  dataset: Dataset,
  choices: UploadChoices = NO_CHOICES,
  memory: UploadMemory = NO_MEMORY,
): Promise<UploadReading> {
  const opened = await openUpload(file, choices)
  if (!opened.ok) return unopened(file.name, opened.findings)
  return readOpened(opened.value, opened.findings, dataset, choices, memory)
}

/** Opens a file once for many readings; only another encoding needs it opened again. */
export const openUpload = (file: UploadFile, choices: UploadChoices = NO_CHOICES) =>
  openWorkbook(file.name, file.bytes, { encoding: choices.encoding, labels: HEAD_LABELS })
