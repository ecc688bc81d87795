import type { Finding } from '#domain/finding.ts'
import { failure, type Result, success } from '#domain/result.ts'
import { destroyedText, type SheetRow } from './csv.ts'
import { MAX_COLUMNS, MAX_ROWS, MAX_WORKBOOK_CELLS } from './limits.ts'
import { mergesWithin } from './merges.ts'
import { raised } from './sheetXml.ts'
import type { Merge, WorkbookSheet } from './workbook.ts'

/** A tag as it stands in the page, from its `<` to behind its `>`. */
interface Tag {
  readonly from: number
  readonly to: number
  readonly name: string
  readonly isEnd: boolean
  readonly attributes: string
}

const TAG = /<(\/?)([a-z][a-z0-9:]*)\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/iy
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'template'])

/** Where what begins at `from` ends; what never ends reaches to the end of the page. */
function behind(page: string, mark: string, from: number): number {
  const at = page.indexOf(mark, from)
  return at < 0 ? page.length : at + mark.length
}

/** The tag that begins at a `<`. Missing: `null` for a mark in the text. */
function tagAt(html: string, lower: string, from: number): Tag | null {
  const unseen = { from, name: '', isEnd: false, attributes: '' }
  if (html.startsWith('<!--', from)) return { ...unseen, to: behind(html, '-->', from) }
  TAG.lastIndex = from
  const match = TAG.exec(html)
  if (!match) return null
  const [, slash, word = '', attributes = ''] = match
  const name = word.toLowerCase()
  return slash === '' && UNSEEN.has(name)
    ? { ...unseen, to: behind(lower, `</${name}>`, from) }
    : { from, to: from + match[0].length, name, isEnd: slash === '/', attributes }
}

/** Tags of a page, one after the other; comments and what a browser never shows are tags without a name. */
function* tagsOf(html: string): Generator<Tag> {
  const lower = html.toLowerCase()
  for (let at = html.indexOf('<'); at >= 0; ) {
    const tag = tagAt(html, lower, at)
    if (tag) yield tag
    at = html.indexOf('<', tag ? tag.to : at + 1)
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
  ['mdash', '—'],
  ['ldquo', '“'],
  ['rdquo', '”'],
])

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(String(name).toLowerCase()) ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0x10ffff ? whole : String.fromCodePoint(code)
  })

const span = (attributes: string, name: string): number => {
  const value = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,7})`, 'i').exec(attributes)?.[1]
  return Math.max(1, Number(value ?? 1))
}

/** One table under reading. */
class TableReader {
  readonly rows: string[][] = []
  readonly merges: Merge[] = []
  /** How many rows below a cell of each column reaches down from above. */
  private readonly below: number[] = []
  private text: string | null = null
  private isRaised = false
  private spans = { rows: 1, columns: 1 }
  /** Unit: cells, those of the rows that are done. */
  private cells = 0

  get isTooLarge(): boolean {
    return this.cells > MAX_WORKBOOK_CELLS
  }

  say(text: string): void {
    // Line ends of the page are blanks; those of a cell are <br>.
    if (this.text === null) return
    const words = decoded(text.replace(/[ \t\n]+/g, ' '))
    this.text += this.isRaised ? raised(words) : words
  }

  /** From here on text is raised, or no longer. */
  raise(isRaised: boolean): void {
    this.isRaised = isRaised
  }

  startRow(): void {
    this.endCell()
    this.cells += this.rows[this.rows.length - 1]?.length ?? 0
    this.rows.push([])
    this.skipReached(this.rows[this.rows.length - 1] ?? [])
  }

  startCell(attributes: string): void {
    this.endCell()
    if (this.rows.length === 0) this.startRow()
    this.text = ''
    this.isRaised = false
    this.spans = { rows: span(attributes, 'rowspan'), columns: span(attributes, 'colspan') }
  }

  breakLine(): void {
    if (this.text) this.text += '\n'
  }

  endCell(): void {
    if (this.text === null) return
    const row = this.rows[this.rows.length - 1] ?? []
    const column = row.length
    const columns = Math.min(this.spans.columns, MAX_COLUMNS - column)
    const rows = Math.min(this.spans.rows, MAX_ROWS)
    row.push(
      this.text
        .split('\n')
        .map((line) => line.trim())
        .join('\n')
        .trim(),
    )
    for (let i = 1; i < columns; i++) row.push('')
    for (let i = 0; i < columns; i++) this.below[column + i] = rows - 1
    if (rows > 1 || columns > 1) this.merges.push({ row: this.rows.length, column, rows, columns })
    this.text = null
    this.skipReached(row)
  }

  /** Leaves the places free that cells of the rows above reach down to. */
  private skipReached(row: string[]): void {
    while ((this.below[row.length] ?? 0) > 0 && row.length < MAX_COLUMNS) {
      this.below[row.length] = (this.below[row.length] ?? 1) - 1
      row.push('')
    }
  }
}

function follow(table: TableReader, { name, isEnd, attributes }: Tag): void {
  if (name === 'td' || name === 'th') {
    if (isEnd) table.endCell()
    else table.startCell(attributes)
  } else if (name === 'tr' && !isEnd) table.startRow()
  else if (name === 'sup') table.raise(!isEnd)
  else if (name === 'br' || (isEnd && (name === 'p' || name === 'div'))) table.breakLine()
}

/**
 * Reads a page without a browser: tags one after the other, what is between them is text, whatever it says.
 * A table inside a cell is a part of that cell. `too-large`: a cell may be drawn over a thousand others.
 */
function tablesOf(html: string): readonly TableReader[] | 'too-large' {
  const tables: TableReader[] = []
  let [depth, from] = [0, 0]
  for (const tag of tagsOf(html)) {
    const open = depth > 0 ? tables[tables.length - 1] : undefined
    open?.say(html.slice(from, tag.from))
    from = tag.to
    if (tag.name !== 'table') {
      if (open && depth === 1) follow(open, tag)
      if (open?.isTooLarge) return 'too-large'
    } else if (tag.isEnd) depth = Math.max(0, depth - 1)
    else {
      depth += 1
      if (depth === 1) tables.push(new TableReader())
    }
  }
  for (const table of tables) table.endCell()
  return tables
}

/**
 * Tables of a web page, each as a sheet; those without text are left out. Merged cells have text in the first only.
 * Missing: empty without a table.
 * Errors: more rows or cells than the limits.
 */
export function readHtmlTables(file: string, html: string): Result<readonly WorkbookSheet[]> {
  const refuse = (code: Finding['code'], facts: Finding['facts']): Result<readonly WorkbookSheet[]> =>
    failure([{ code, severity: 'blocks', at: { file }, facts }])
  const tables = tablesOf(html)
  if (tables === 'too-large') return refuse('cells-too-many', { limit: MAX_WORKBOOK_CELLS })
  const rows = tables.reduce((most, table) => Math.max(most, table.rows.length), 0)
  if (rows > MAX_ROWS) return refuse('rows-too-many', { rows, limit: MAX_ROWS })
  const merged = tables.map((table) => mergesWithin(table.merges, table.rows.length, MAX_COLUMNS))
  if (merged.includes(null)) return refuse('cells-too-many', { limit: MAX_WORKBOOK_CELLS })
  const sheets = tables.map((table, i): WorkbookSheet => {
    const numbered = table.rows.map((cells, row): SheetRow => ({ number: row + 1, cells }))
    const findings = numbered.flatMap((row) => destroyedText(file, row) ?? [])
    return { file, name: `${i + 1}`, hidden: false, merges: merged[i] ?? [], findings, rows: numbered }
  })
  return success(sheets.filter((sheet) => sheet.rows.some(({ cells }) => cells.some((text) => text !== ''))))
}
