/** Records of a made-up `.xls` (BIFF8), as bytes. Source of the layout: [MS-XLS] 2.4, [MS-CFB] 2. */
type Bytes = readonly number[]

const u16 = (value: number): Bytes => [value & 0xff, (value >> 8) & 0xff]
const u32 = (value: number): Bytes => [...u16(value & 0xffff), ...u16(Math.floor(value / 0x10000) & 0xffff)]
const f64 = (value: number): Bytes => [...new Uint8Array(new Float64Array([value]).buffer)]
const wide = (text: string): Bytes => [...text].flatMap((sign) => u16(sign.charCodeAt(0)))
const text16 = (text: string): Bytes => [...u16(text.length), 1, ...wide(text)]
const record = (id: number, ...content: readonly Bytes[]): Bytes => {
  const bytes = content.flat()
  return [...u16(id), ...u16(bytes.length), ...bytes]
}

export type XlsCell =
  | string
  | { readonly value: number; readonly style: number }
  /** A formula's number, or its text; `shared` puts a record between formula and text, as Excel does. */
  | { readonly result: number | string; readonly style: number; readonly shared?: boolean }

export interface XlsSheet {
  readonly name: string
  readonly hidden?: boolean
  readonly chart?: boolean
  /** Rows by their place from 0, so that there may be gaps. */
  readonly rows: ReadonlyMap<number, readonly XlsCell[]>
}

function cellRecords(cell: XlsCell, at: Bytes, strings: string[]): Bytes {
  if (typeof cell === 'string') {
    strings.push(cell)
    return record(0xfd, at, u16(0), u32(strings.length - 1))
  }
  if ('value' in cell) return record(0x203, at, u16(cell.style), f64(cell.value))
  const formula = (result: Bytes) => record(0x06, at, u16(cell.style), result, u16(0), u32(0), u16(0))
  if (typeof cell.result === 'number') return formula(f64(cell.result))
  return [
    ...formula([0, 0, 0, 0, 0, 0, 0xff, 0xff]),
    ...(cell.shared ? record(0x4bc, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) : []),
    ...record(0x207, text16(cell.result)),
  ]
}

const BOF = (kind: number): Bytes => record(0x809, u16(0x600), u16(kind), u16(0), u16(0), u32(0), u32(0))

/** The stream of a workbook. `formats` are number formats (text) or built-in ids; a cell's `style` is their place + 1. */
function workbookStream(
  sheets: readonly XlsSheet[],
  formats: readonly (string | number)[],
  locked: boolean,
): Bytes {
  const strings: string[] = []
  const bodies = sheets.map(({ rows }) => [
    ...BOF(0x10),
    ...[...rows].flatMap(([row, cells]) =>
      cells.flatMap((cell, column) => cellRecords(cell, [...u16(row), ...u16(column)], strings)),
    ),
    ...record(0x0a),
  ])
  const idOf = (format: string | number, i: number): number => (typeof format === 'number' ? format : 164 + i)
  const head = (places: readonly number[]): Bytes => [
    ...BOF(0x05),
    ...(locked ? record(0x2f, u16(1)) : []),
    ...formats.flatMap((format, i) =>
      typeof format === 'number' ? [] : record(0x41e, u16(164 + i), text16(format)),
    ),
    ...record(0xe0, u16(0), u16(0), new Array<number>(16).fill(0)),
    ...formats.flatMap((format, i) =>
      record(0xe0, u16(0), u16(idOf(format, i)), new Array<number>(16).fill(0)),
    ),
    ...sheets.flatMap(({ name, hidden, chart }, i) =>
      record(0x85, u32(places[i] ?? 0), [hidden ? 1 : 0, chart ? 2 : 0], [name.length, 1], wide(name)),
    ),
    ...record(0xfc, u32(strings.length), u32(strings.length), ...strings.map(text16)),
    ...record(0x0a),
  ]
  let at = head([]).length
  const places = bodies.map((body) => {
    at += body.length
    return at - body.length
  })
  return [...head(places), ...bodies.flat()]
}

const SECTOR = 512
const padded = (bytes: Bytes, size: number): Bytes => [
  ...bytes,
  ...new Array<number>((size - (bytes.length % size)) % size).fill(0),
]

const entry = (name: string, type: number, start: number, size: number): Bytes => [
  ...wide(name),
  ...new Array<number>(64 - name.length * 2).fill(0),
  ...u16(name.length * 2 + 2),
  type,
  1,
  ...u32(0xffffffff),
  ...u32(0xffffffff),
  ...u32(type === 5 ? 1 : 0xffffffff),
  ...new Array<number>(36).fill(0),
  ...u32(start),
  ...u32(size),
  ...u32(0),
]

/** An OLE file of one stream: sector 0 is the table, sector 1 the directory, the stream follows. */
export function oleBytes(name: string, content: Bytes): Uint8Array {
  const stream = padded(
    [...content, ...new Array<number>(Math.max(0, 4096 - content.length)).fill(0)],
    SECTOR,
  )
  const count = stream.length / SECTOR
  const table = [
    0xfffffffd,
    0xfffffffe,
    ...Array.from({ length: count }, (_, i) => (i === count - 1 ? 0xfffffffe : i + 3)),
  ]
  const head = [
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...new Array<number>(16).fill(0),
    ...u16(0x3e),
    ...u16(3),
    ...u16(0xfffe),
    ...u16(9),
    ...u16(6),
    ...new Array<number>(6).fill(0),
    ...u32(0),
    ...u32(1),
    ...u32(1),
    ...u32(0),
    ...u32(4096),
    ...u32(0xfffffffe),
    ...u32(0),
    ...u32(0xfffffffe),
    ...u32(0),
    ...u32(0),
    ...new Array<number>(108 * 4).fill(0xff),
  ]
  const fat = [...table.flatMap(u32), ...new Array<number>(SECTOR - table.length * 4).fill(0xff)]
  const directory = padded(
    [...entry('Root Entry', 5, 0xfffffffe, 0), ...entry(name, 2, 2, stream.length)],
    SECTOR,
  )
  return new Uint8Array([...head, ...fat, ...directory, ...stream])
}

/** A made-up workbook as the bytes of an .xls file. Errors: one table of sectors holds at most 60 kB. */
export const xlsBytes = (
  sheets: readonly XlsSheet[],
  formats: readonly (string | number)[] = [],
  locked = false,
): Uint8Array => oleBytes('Workbook', workbookStream(sheets, formats, locked))
