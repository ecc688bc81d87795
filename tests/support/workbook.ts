import { strToU8, zipSync } from 'fflate'

/** One cell of a made-up workbook: its XML between `<c …>` and `</c>`, and the attributes beside its address. */
interface RawCell {
  readonly attributes?: string
  readonly inside: string
}

export type MadeCell = string | number | boolean | null | RawCell

/** A sheet as it is written: rows by their number, so that there may be gaps. */
export interface MadeSheet {
  readonly name: string
  readonly rows: ReadonlyMap<number, readonly MadeCell[]> | readonly (readonly MadeCell[])[]
  readonly state?: 'hidden' | 'veryHidden'
  readonly merges?: readonly string[]
  /** XML in place of the whole part. */
  readonly xml?: string
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

function cellXml(cell: MadeCell, address: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string')
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  return `<c r="${address}" ${cell.attributes ?? ''}>${cell.inside}</c>`
}

function sheetXml(sheet: MadeSheet): string {
  const rows = Array.isArray(sheet.rows)
    ? sheet.rows.map((cells: readonly MadeCell[], i) => [i + 1, cells] as const)
    : [...(sheet.rows as ReadonlyMap<number, readonly MadeCell[]>)]
  const data = rows
    .map(
      ([row, cells]) =>
        `<row r="${row}">${cells.map((cell, i) => cellXml(cell, `${columnName(i)}${row}`)).join('')}</row>`,
    )
    .join('')
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`
}

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** The parts of a workbook by name. `formats` are number formats; the cell attribute `s="1"` asks for the first. */
export function workbookParts(
  sheets: readonly MadeSheet[],
  formats: readonly string[] = [],
  extra: Readonly<Record<string, string>> = {},
): Record<string, Uint8Array> {
  const numFmts = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`)
  const xfs = [
    '<xf numFmtId="0"/>',
    ...formats.map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`),
  ]
  const texts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${RELS}"><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}" ${state ? `state="${state}" ` : ''}r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${RELS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${RELS}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${numFmts.join('')}</numFmts><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet.xml ?? sheetXml(sheet)]),
    ),
    ...extra,
  }
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]))
}

/** A made-up workbook as the bytes of an .xlsx file. */
export const workbookBytes = (...args: Parameters<typeof workbookParts>): Uint8Array =>
  zipSync(workbookParts(...args))
