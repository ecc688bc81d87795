const SHEET_DATA = /<((?:[\w-]+:)?)sheetData\b/
const BARE_CELL = /<(?:[\w-]+:)?c(?:\s(?![^<>]*\br=)[^<>]*)?>/
const EMPTY_CELL = /<(?:[\w-]+:)?c\s[^<>]*\/>/g

function countOf(text: string, mark: string): number {
  let count = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++
  return count
}

/** The piece of a text from a start tag to its end tag. Missing: empty without one. */
function elementOf(xml: string, name: string): string {
  const start = xml.indexOf(`<${name}`)
  const end = xml.indexOf(`</${name}>`, start)
  return start < 0 || end < 0 ? '' : xml.slice(start, end + name.length + 3)
}

/**
 * A worksheet with its cells and merges alone. Left out: links, filters, rules, widths, which cost time and which a
 * hostile file could swell, and cells that only have a format, of which WPS writes up to 16,384 a row.
 * `cells` is how many are left.
 */
export function slimSheet(xml: string): { readonly xml: string; readonly cells: number } {
  const found = SHEET_DATA.exec(xml)
  if (!found) return { xml: '<worksheet><sheetData/></worksheet>', cells: 0 }
  const prefix = found[1] ?? ''
  const data = elementOf(xml, `${prefix}sheetData`)
  // Cells without an address follow the one before them, so that none may be left out.
  const cells = withRaisedDigits(BARE_CELL.test(data) ? data : data.replace(EMPTY_CELL, ''))
  const merges = elementOf(xml.slice(found.index + data.length), `${prefix}mergeCells`)
  const open = prefix === '' ? 'worksheet' : `${prefix}worksheet`
  return {
    xml: `<${open}>${cells}${merges}</${open}>`,
    cells: countOf(cells, `<${prefix}c `) + countOf(cells, `<${prefix}c>`),
  }
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s(?:[\\w-]+:)?${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? ''

/**
 * Places of the sheets that are tables, from 0; a chart may be a sheet too.
 * Missing: `null` where nothing else than tables was found.
 */
export function worksheetPlaces(workbook: string, relations: string): ReadonlySet<number> | null {
  const other = (relations.match(/<(?:[\w-]+:)?Relationship\s[^>]*>/g) ?? [])
    .filter((tag) => /(?:chart|dialog|macro)sheet$/i.test(attribute(tag, 'Type')))
    .map((tag) => attribute(tag, 'Id'))
  if (other.length === 0) return null
  const sheets = (workbook.match(/<(?:[\w-]+:)?sheet\s[^>]*>/g) ?? []).map(
    (tag) => / [\w-]+:id=["']([^"']*)/.exec(tag)?.[1],
  )
  return new Set(sheets.flatMap((id, index) => (id !== undefined && other.includes(id) ? [] : [index])))
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Raised digits as characters of their own: the mark of a note behind 1030 must not make 10302 of it. */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => RAISED.charAt(Number(digit)))

const SUPERSCRIPT = 'superscript'
/** What follows that word in the properties of a run, up to the run's text. */
const RUN_TEXT = /^(["']\s*\/?>(?:<[^<>]*>\s*){0,20}?<(?:[\w-]+:)?t(?:\s[^<>]*)?>)([^<]*)/

/** The texts of a part, with the digits of raised runs as raised characters. */
export function withRaisedDigits(xml: string): string {
  if (!xml.includes(SUPERSCRIPT)) return xml
  const [first = '', ...rest] = xml.split(SUPERSCRIPT)
  const pieces = rest.map((piece) =>
    piece.replace(RUN_TEXT, (whole, tags: string, text: string) =>
      /<\/(?:[\w-]+:)?r>/.test(tags) ? whole : tags + raised(text),
    ),
  )
  return [first, ...pieces].join(SUPERSCRIPT)
}

/**
 * Parts that hold worksheets, as the workbook's relations name them: most writers put them into xl/worksheets, but
 * they need not be there. Shape: paths in lower case, without a leading slash.
 */
export const worksheetParts = (relations: string): ReadonlySet<string> =>
  new Set(
    (relations.match(/<(?:[\w-]+:)?Relationship\s[^>]*>/g) ?? [])
      .filter((tag) => /\/worksheet$/i.test(attribute(tag, 'Type')))
      .map((tag) => attribute(tag, 'Target'))
      .map((target) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase()),
  )
