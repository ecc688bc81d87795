import type { Catalogue } from '#domain/catalogue.ts'
import type { Finding } from '#domain/finding.ts'
import type { Year } from '#domain/year.ts'
import type { SheetRow } from '../decode/csv.ts'
import type { WorkbookSheet } from '../decode/workbook.ts'
import { withoutDoubles } from './doubles.ts'
import { type Head, headOf, jointHeadOf } from './heads.ts'
import { readHead } from './headWords.ts'
import { filledRows } from './merges.ts'
import { findById, findNamed } from './names.ts'
import type { ColumnRole, FigureColumn, Layout, ReadColumn, UploadChoices, UploadMemory } from './reading.ts'

/** A column that holds figures. */
export interface FigurePlace {
  readonly place: number
  readonly label: string
  /** Missing: `null` unless the head says it. */
  readonly year: Year | null
  /** Missing: `null` unless the head says it. */
  readonly name: string | null
  /** What stands in brackets behind the head's words; empty where nothing does. */
  readonly unit: string
}

/** A table found in a sheet, and what its columns are. */
export interface Table {
  readonly sheet: WorkbookSheet
  readonly layout: Layout
  readonly headerRow: number
  readonly columns: readonly ReadColumn[]
  /** Where each field stands. */
  readonly places: ReadonlyMap<FigureColumn, number>
  readonly figures: readonly FigurePlace[]
  /** Rows below the head, merged cells filled. */
  readonly rows: readonly SheetRow[]
  /** Texts of the rows above the head. */
  readonly titles: readonly string[]
}

/** What was found in a sheet. Missing: `table` is `null` where the findings say why there is none. */
export interface Recognition {
  readonly table: Table | null
  readonly headerRow: number | null
  readonly columns: readonly ReadColumn[]
  readonly findings: readonly Finding[]
}

export interface RecogniseOptions {
  readonly catalogue: Catalogue
  readonly choices: UploadChoices
  readonly memory: UploadMemory
}

const SEARCHED_ROWS = 30
const IGNORED: ColumnRole = { is: 'ignored' }

const isFieldOf = (column: ReadColumn, ...fields: readonly FigureColumn[]): boolean =>
  column.role.is === 'field' && fields.includes(column.role.field)

const hasField = (columns: readonly ReadColumn[], ...fields: readonly FigureColumn[]): boolean =>
  columns.some((column) => isFieldOf(column, ...fields))

const yearCount = (columns: readonly ReadColumn[]): number =>
  columns.filter((column) => column.role.is === 'year').length

/** An indicator's name in a head, its unit in brackets or not. */
function namedInHead(catalogue: Catalogue, label: string): { name: string; unit: string } | null {
  const named = (text: string) => findById(catalogue, text) ?? findNamed(catalogue, text)
  if (named(label)) return { name: label, unit: '' }
  const match = /^([^()（）]{1,80})[(（]([^()（）]{1,8})[)）]$/.exec(label)
  return match?.[1] && named(match[1].trim()) ? { name: match[1].trim(), unit: match[2] ?? '' } : null
}

function roleOf(
  place: number,
  cell: Head['cells'][number],
  { choices, memory }: RecogniseOptions,
): Pick<ReadColumn, 'role' | 'by'> {
  const chosen = choices.columns.get(place)
  if (chosen) return { role: chosen, by: 'choice' }
  const answered = memory.columns.get(cell.label)
  if (answered)
    return { role: answered === 'ignored' ? IGNORED : { is: 'field', field: answered }, by: 'memory' }
  const { meaning } = cell
  if (meaning === null) return { role: IGNORED, by: 'none' }
  if (meaning.is === 'row-number') return { role: IGNORED, by: 'word' }
  if (meaning.is === 'year') return { role: { is: 'year', year: meaning.year }, by: 'word' }
  return { role: { is: 'field', field: meaning.field }, by: 'word' }
}

const columnsOf = (head: Head, options: RecogniseOptions): readonly ReadColumn[] =>
  head.cells.map((cell, place) => ({ place, label: cell.label, ...roleOf(place, cell, options) }))

/** How many columns are headed by an indicator of the catalogue. */
const indicatorCount = (columns: readonly ReadColumn[], catalogue: Catalogue): number =>
  columns.filter(
    ({ role, label }) =>
      role.is === 'indicator' || (role.is === 'ignored' && namedInHead(catalogue, label) !== null),
  ).length

/** Missing: `null` for a head that makes no table. */
function layoutOf(columns: readonly ReadColumn[], { catalogue, choices }: RecogniseOptions): Layout | null {
  if (choices.layout) return choices.layout
  const named = hasField(columns, '指标', '指标编号')
  const years = yearCount(columns)
  const dated = hasField(columns, '年度')
  if (named && hasField(columns, '数值') && (dated || years < 2)) return 'long'
  if (named && years > 0) return 'wide'
  const indicators = indicatorCount(columns, catalogue)
  return years === 0 && (indicators >= 2 || (indicators === 1 && dated)) ? 'transposed' : null
}

/** A corner such as 指标\年度, or none at all, stands over the names of a wide table and the years of the other. */
function withCorner(
  columns: readonly ReadColumn[],
  rows: readonly SheetRow[],
  catalogue: Catalogue,
): readonly ReadColumn[] {
  const set = (place: number, field: FigureColumn): readonly ReadColumn[] =>
    columns.map((c) => (c.place === place ? { ...c, role: { is: 'field', field }, by: 'word' } : c))
  const figures = columns.findIndex((c) => c.role.is === 'year' || isFieldOf(c, '数值'))
  const open = columns.filter((c) => c.by === 'none' && c.place < figures)
  const isCorner = ({ label }: ReadColumn): boolean =>
    label === '' || (/[/\\|]/.test(label) && label.split(/[/\\|]/).some((part) => readHead(part) !== null))
  const holds = ({ place }: ReadColumn): boolean =>
    rows.slice(0, 200).some((row) => {
      const text = (row.cells[place] ?? '').trim()
      return findNamed(catalogue, text) !== null || findById(catalogue, text) !== null
    })
  if (!hasField(columns, '指标', '指标编号')) {
    const names = open.find((c) => isCorner(c) && holds(c))
    return names ? set(names.place, '指标') : columns
  }
  // 指标 over two columns: kinds in the first, names in the second.
  const kinds = columns.find((c) => isFieldOf(c, '指标') && c.by === 'word')
  const beside = kinds && columns[kinds.place + 1]
  if (!kinds || !beside || beside.label !== '' || holds(kinds) || !holds(beside)) return columns
  return columns.map((c): ReadColumn => {
    if (c === beside) return { ...c, role: { is: 'field', field: '指标' }, by: 'word' }
    return c === kinds ? { ...c, role: IGNORED } : c
  })
}

interface Candidate {
  readonly head: Head
  readonly columns: readonly ReadColumn[]
  readonly layout: Layout | null
}

function candidateOf(head: Head, rows: readonly SheetRow[], options: RecogniseOptions): Candidate {
  const below = rows.slice(head.index + 1, head.index + 201)
  const plain = columnsOf(head, options)
  const cornered =
    yearCount(plain) > 0 || hasField(plain, '数值') ? withCorner(plain, below, options.catalogue) : plain
  return { head, columns: cornered, layout: layoutOf(cornered, options) }
}

const fieldCount = ({ columns }: Candidate): number =>
  columns.filter(({ role }) => role.is === 'field' || role.is === 'year').length

/** Row 0 as the header row says that there is none: all rows are figures, and a person said what the columns are. */
const noHead = (rows: readonly SheetRow[]): Head => {
  const width = rows.slice(0, 200).reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  const cells = Array.from({ length: width }, () => ({ label: '', meaning: null }))
  return { index: -1, row: 0, cells, isParted: false }
}

/** The head at a row: of several rows where the lower ones continue the first. */
function candidateAt(index: number, rows: readonly SheetRow[], options: RecogniseOptions): Candidate {
  const several = jointHeadOf(rows, index)
  const joint = several && candidateOf(several, rows, options)
  return joint && (joint.layout || several.isParted) ? joint : candidateOf(headOf(rows, index), rows, options)
}

/** The first row that makes a table; where none does, the one with most words of heads. */
function searchHead(rows: readonly SheetRow[], options: RecogniseOptions): Candidate | null {
  let best: Candidate | null = null
  let searched = 0
  for (let index = 0; index < rows.length && searched < SEARCHED_ROWS; index += 1) {
    if (!rows[index]?.cells.some((cell) => cell.trim() !== '')) continue
    searched += 1
    const candidate = candidateAt(index, rows, options)
    if (candidate.layout) return candidate
    // The lower row of such a head is none without the upper.
    if (candidate.head.isParted) index = candidate.head.index
    if (fieldCount(candidate) >= 2 && fieldCount(candidate) > (best ? fieldCount(best) : 0)) best = candidate
  }
  return best
}

/**
 * The head a person chose, or the one found. What a person said of columns and layout is no help in finding it: by
 * that every row would be a head.
 */
function findHead(rows: readonly SheetRow[], options: RecogniseOptions): Candidate | null {
  const { choices } = options
  if (choices.headerRow === 0) return candidateOf(noHead(rows), rows, options)
  if (choices.headerRow !== null) {
    const index = rows.findIndex((row) => row.number === choices.headerRow)
    return index < 0 ? null : candidateAt(index, rows, options)
  }
  const found = searchHead(rows, { ...options, choices: { ...choices, columns: new Map(), layout: null } })
  if (found) return candidateOf(found.head, rows, options)
  const first = rows.findIndex((row) => row.cells.filter((cell) => cell.trim() !== '').length >= 2)
  return choices.columns.size === 0 || first < 0 ? null : candidateAt(first, rows, options)
}

const ignored = (c: ReadColumn): ReadColumn => ({ ...c, role: IGNORED, by: 'none' })

/** A column of a transposed table: whatever is no field of the row heads the figures of one indicator. */
function asIndicator(c: ReadColumn, catalogue: Catalogue): ReadColumn {
  if (isFieldOf(c, '年度', '备注') || c.role.is === 'indicator') return c
  if (c.role.is === 'field' || c.role.is === 'year') return ignored(c)
  if (c.label === '' || c.by !== 'none') return c
  const name = namedInHead(catalogue, c.label)?.name ?? c.label
  return { ...c, role: { is: 'indicator', name }, by: 'word' }
}

/** Columns as the layout takes them: a heading the layout has no use for is ignored. */
function rolesFor(
  layout: Layout,
  columns: readonly ReadColumn[],
  catalogue: Catalogue,
): readonly ReadColumn[] {
  if (layout === 'long')
    return columns.map((c) => (c.role.is === 'field' || c.role.is === 'ignored' ? c : ignored(c)))
  if (layout === 'wide')
    return columns.map((c) => (c.role.is === 'indicator' || isFieldOf(c, '年度', '数值') ? ignored(c) : c))
  const yearless = !hasField(columns, '年度')
  const isYears = (c: ReadColumn): boolean =>
    isFieldOf(c, '指标') || (c.place === 0 && c.by === 'none' && !namedInHead(catalogue, c.label))
  return columns.map((c) =>
    yearless && isYears(c) ? { ...c, role: { is: 'field', field: '年度' } } : asIndicator(c, catalogue),
  )
}

function figurePlaces(
  head: Head,
  columns: readonly ReadColumn[],
  catalogue: Catalogue,
): readonly FigurePlace[] {
  return columns.flatMap(({ place, label, role }): FigurePlace[] => {
    const meaning = head.cells[place]?.meaning
    const unit = meaning && meaning.is !== 'row-number' ? meaning.unit : ''
    const base = { place, label, year: null, name: null, unit }
    if (role.is === 'year') return [{ ...base, year: role.year }]
    if (role.is === 'indicator')
      return [{ ...base, name: role.name, unit: namedInHead(catalogue, label)?.unit ?? '' }]
    return role.is === 'field' && role.field === '数值' ? [base] : []
  })
}

const NEEDED: readonly { readonly word: string; readonly fields: readonly FigureColumn[] }[] = [
  { word: '指标', fields: ['指标', '指标编号'] },
  { word: '数值', fields: ['数值'] },
]

/** Words that head plans/YYYY.csv and no table of figures. */
const PLAN_WORDS = ['类别', '内容']

/** What a table that could not be made lacks. */
function missing(file: string, candidate: Candidate): readonly Finding[] {
  const row = candidate.head.row
  const labels = new Set(candidate.columns.map(({ label }) => label))
  if (PLAN_WORDS.every((word) => labels.has(word)))
    return [{ code: 'table-of-plans', severity: 'blocks', at: { file, row }, facts: {} }]
  return NEEDED.filter(({ fields }) => !hasField(candidate.columns, ...fields)).map(({ word }) => ({
    code: 'column-missing',
    severity: 'blocks',
    at: { file, row, column: word },
    facts: {},
  }))
}

/** What stands above a table: each cell, and the cells of a row together, since 年度： and 2024 may stand apart. */
const titlesOf = (rows: readonly SheetRow[]): readonly string[] =>
  rows.flatMap((row) => {
    const cells = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    return cells.length > 1 ? [cells.join(' '), ...cells] : cells
  })

/**
 * Finds the table of a sheet: its header row among the first thirty with words, its layout and its columns.
 * Errors: no header, a column missing, a column twice; each blocks the file.
 */
export function recognise(sheet: WorkbookSheet, file: string, options: RecogniseOptions): Recognition {
  const found = findHead(sheet.rows, options)
  if (!found) {
    const facts = { columns: '指标（或指标编号）、数值' }
    const at = { file }
    return {
      table: null,
      headerRow: null,
      columns: [],
      findings: [{ code: 'header-missing', severity: 'blocks', at, facts }],
    }
  }
  const { head, layout } = found
  const base = { headerRow: head.row, columns: found.columns }
  const lacks = layout === 'long' ? missing(file, found) : []
  if (!layout || lacks.length > 0)
    return { ...base, table: null, findings: layout ? lacks : missing(file, found) }
  const rows = filledRows(sheet).slice(head.index + 1)
  const roles = rolesFor(layout, found.columns, options.catalogue)
  const { columns, findings } = withoutDoubles(roles, head, rows, { file, row: head.row })
  if (findings.some((f) => f.severity === 'blocks'))
    return { headerRow: head.row, columns, table: null, findings }
  const places = new Map(
    columns.flatMap(({ place, role }): [FigureColumn, number][] =>
      role.is === 'field' ? [[role.field, place]] : [],
    ),
  )
  const titles = titlesOf(sheet.rows.slice(0, Math.max(0, head.index)).filter((row) => row.number < head.row))
  const figures = figurePlaces(head, columns, options.catalogue)
  const table = { sheet, layout, headerRow: head.row, columns, places, figures, rows, titles }
  return { headerRow: head.row, columns, table, findings }
}
