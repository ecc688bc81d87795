import type { Finding, Severity } from '#domain/finding.ts'
import type { Workbook } from '#importing/decode/workbook.ts'
import {
  cellKey,
  rowKey,
  rowOfKey,
  sheetOfKey,
  type UploadChoices,
  type UploadReading,
} from '#importing/upload/reading.ts'

/** Findings of one severity beyond which the page gets only their number: nobody reads on, and drawing has its price. */
const MOST_FINDINGS = 1000
const MOST_UNKNOWN = 300
/** Letters of a cell beyond which it is cut where it only tells what a row is about. */
const LONGEST_NAME = 40

/** A finding with what stands beside it in the file. */
export interface ShownFinding extends Finding {
  /** The cell as it would be read now; empty where the finding names none. */
  readonly text: string
  /** The name of the indicator the row is about, in the file's words; empty where it says none. */
  readonly about: string
}

/** A cell that was put right here. */
interface Fixed {
  /** By `cellKey`. */
  readonly key: string
  readonly row: number
  /** The words of its head; empty where it has none. */
  readonly column: string
  readonly place: number
  readonly before: string
  readonly after: string
}

/** What the page shows of a reading: as long as a page can be, whatever the length of the file. */
export interface ShownReading extends UploadReading {
  /** Shape: blocking ones first, then warnings, then notes, each in the order of the file. */
  readonly findings: readonly ShownFinding[]
  /** All there are; `findings` and `unknown` may hold fewer. */
  readonly counts: Readonly<Record<Severity, number>>
  readonly unknownCount: number
  /** Rows with a finding that blocks. By `rowKey`, each once. */
  readonly blockedRows: readonly number[]
  /** Rows of the warnings `findings` does not hold, by `rowKey`. */
  readonly unseenRows: readonly number[]
  /** Rows with a warning or an error. */
  readonly doubtfulRows: number
  readonly fixed: readonly Fixed[]
}

const rowsOf = (findings: readonly Finding[]): ReadonlySet<number> =>
  new Set(findings.flatMap(({ at }) => (at.row === undefined ? [] : rowKey(at.row, at.sheet))))

type CellsOf = (key: number) => readonly string[]

/** The cells of the rows in question, by `rowKey`; looked up once for all of them. */
function cellsOf(workbook: Workbook | null, sheet: number | null, wanted: ReadonlySet<number>): CellsOf {
  const found = new Map<number, readonly string[]>()
  const sheets = new Set([...wanted].map(sheetOfKey))
  // Where one sheet is read alone, keys name none.
  for (const index of sheets)
    for (const { number, cells } of workbook?.sheets[sheets.size === 1 && index === 0 ? (sheet ?? 0) : index]
      ?.rows ?? [])
      if (wanted.has(rowKey(number, index))) found.set(rowKey(number, index), cells)
  return (key) => found.get(key) ?? []
}

/** Where a row names its indicator. Missing: −1 in a table that names them in its head. */
function nameColumn({ columns }: UploadReading): number {
  const fields = ['指标', '指标编号']
  const found = fields.flatMap(
    (field) => columns.find(({ role }) => role.is === 'field' && role.field === field)?.place ?? [],
  )
  return found[0] ?? -1
}

const cut = (text: string): string =>
  [...text].length > LONGEST_NAME ? `${[...text].slice(0, LONGEST_NAME).join('')}…` : text

/** What a finding is about, in the words of the file. */
function aboutOf(reading: UploadReading, { at }: Finding, cells: readonly string[], column: number): string {
  const head = reading.columns.find(({ place }) => place === at.cell)
  if (head?.role.is === 'indicator') return cut(head.role.name)
  return at.cell === column ? '' : cut((cells[column] ?? '').trim())
}

function toFixed(reading: UploadReading, choices: UploadChoices, cells: CellsOf): readonly Fixed[] {
  return [...choices.fixes].map(([key, after]) => {
    const [row = 0, place = 0] = key.split(':').map(Number)
    const column = reading.columns.find((head) => head.place === place)?.label ?? ''
    return { key, row: rowOfKey(row), column, place, before: cells(row)[place] ?? '', after }
  })
}

/** The reading cut to what a page can show, each finding with its cell beside it. */
export function toShown(
  reading: UploadReading,
  workbook: Workbook | null,
  choices: UploadChoices,
): ShownReading {
  const of = (severity: Severity) => reading.findings.filter((finding) => finding.severity === severity)
  const [blocking, warning, noting] = [of('blocks'), of('warns'), of('notes')]
  const shown = [blocking, warning, noting].flatMap((findings) => findings.slice(0, MOST_FINDINGS))
  const fixedRows = [...choices.fixes.keys()].map((key) => Number.parseInt(key, 10))
  const cells = cellsOf(workbook, reading.sheet, new Set([...rowsOf(shown), ...fixedRows]))
  const column = nameColumn(reading)
  return {
    ...reading,
    unknown: reading.unknown
      .slice(0, MOST_UNKNOWN)
      .map((unknown) => ({ ...unknown, rows: unknown.rows.slice(0, MOST_FINDINGS) })),
    findings: shown.map((finding) => {
      const { row, cell, sheet } = finding.at
      const own = row === undefined ? [] : cells(rowKey(row, sheet))
      const fix =
        row === undefined || cell === undefined ? undefined : choices.fixes.get(cellKey(row, cell, sheet))
      return {
        ...finding,
        text: fix ?? (cell === undefined ? '' : (own[cell] ?? '')),
        about: aboutOf(reading, finding, own, column),
      }
    }),
    counts: { blocks: blocking.length, warns: warning.length, notes: noting.length },
    unknownCount: reading.unknown.length,
    blockedRows: [...rowsOf(blocking)],
    unseenRows: [...rowsOf(warning.slice(MOST_FINDINGS))],
    doubtfulRows: rowsOf([...blocking, ...warning]).size,
    fixed: toFixed(reading, choices, cells),
  }
}
