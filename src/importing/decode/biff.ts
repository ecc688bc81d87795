/** What hucre leaves out of an `.xls`: number formats, hidden sheets, locks. Source: [MS-XLS] 2.4. */
export interface BiffBook {
  readonly version: number
  readonly locked: boolean
  readonly date1904: boolean
  readonly sheets: readonly BiffSheet[]
}

export interface BiffSheet {
  readonly name: string
  readonly hidden: boolean
  /** A chart or a macro sheet has no cells. */
  readonly table: boolean
  readonly cells: readonly BiffCell[]
}

export interface BiffCell {
  /** From 0. */
  readonly row: number
  /** From 0. */
  readonly column: number
  readonly format: string
  /** The format is one of the built-in dates of Chinese Excel, which have no code in the file. */
  readonly chineseDate: boolean
  readonly computed: boolean
  /** Text that a formula gives where another record stands between. Missing: `null` for all others. */
  readonly text: string | null
}

interface BiffRecord {
  readonly id: number
  /** Of the record's content in the stream. */
  readonly at: number
  readonly length: number
}

const ID = {
  bof: 0x809,
  eof: 0x0a,
  filePass: 0x2f,
  dateMode: 0x22,
  boundSheet: 0x85,
  format: 0x41e,
  xf: 0xe0,
  rk: 0x27e,
  number: 0x203,
  mulRk: 0xbd,
  formula: 0x06,
  string: 0x207,
} as const

/** Built-in formats that change what a number says. Source: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
])
const isChineseDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

class Reader {
  private readonly view: DataView
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  get length(): number {
    return this.view.byteLength
  }
  u8(at: number): number {
    return this.view.getUint8(at)
  }
  u16(at: number): number {
    return this.view.getUint16(at, true)
  }
  u32(at: number): number {
    return this.view.getUint32(at, true)
  }
  /** Text whose characters have one byte or two, as the flag at `at` says. */
  text(at: number, count: number): string {
    const wide = (this.u8(at) & 1) === 1
    let text = ''
    for (let i = 0; i < count; i++)
      text += String.fromCharCode(wide ? this.u16(at + 1 + i * 2) : this.u8(at + 1 + i))
    return text
  }
}

function recordsOf(reader: Reader): readonly BiffRecord[] {
  const records: BiffRecord[] = []
  for (let at = 0; at + 4 <= reader.length; ) {
    const [id, length] = [reader.u16(at), reader.u16(at + 2)]
    // Streams are filled up with zeros to whole sectors.
    if (id === 0 && length === 0) break
    records.push({ id, at: at + 4, length })
    at += 4 + length
  }
  return records
}

/** Formats by the place of a cell's style. */
function formatsOf(reader: Reader, globals: readonly BiffRecord[]): readonly { code: string; id: number }[] {
  const codes = new Map(BUILT_IN)
  for (const { id, at } of globals)
    if (id === ID.format) codes.set(reader.u16(at), reader.text(at + 4, reader.u16(at + 2)))
  return globals
    .filter(({ id }) => id === ID.xf)
    .map(({ at }) => ({ id: reader.u16(at + 2), code: codes.get(reader.u16(at + 2)) ?? '' }))
}

/** Text of a formula, which stands in a record of its own, not always the very next. */
function resultText(reader: Reader, records: readonly BiffRecord[], place: number): string | null {
  const { at } = records[place] ?? { at: 0 }
  const isText = reader.u16(at + 12) === 0xffff && reader.u8(at + 6) === 0
  const found = isText ? records.slice(place + 1, place + 4).find(({ id }) => id === ID.string) : undefined
  return found ? reader.text(found.at + 2, reader.u16(found.at)) : null
}

function cellsOf(
  reader: Reader,
  records: readonly BiffRecord[],
  start: number,
  formats: readonly { code: string; id: number }[],
): readonly BiffCell[] {
  const cells: BiffCell[] = []
  const add = (row: number, column: number, style: number, computed: boolean, text: string | null) => {
    const { code, id } = formats[style] ?? { code: '', id: 0 }
    cells.push({ row, column, format: code, chineseDate: isChineseDate(id), computed, text })
  }
  for (let i = start + 1; i < records.length; i++) {
    const { id, at, length } = records[i] ?? { id: ID.eof, at: 0, length: 0 }
    if (id === ID.eof) break
    if (id === ID.rk || id === ID.number)
      add(reader.u16(at), reader.u16(at + 2), reader.u16(at + 4), false, null)
    else if (id === ID.formula)
      add(reader.u16(at), reader.u16(at + 2), reader.u16(at + 4), true, resultText(reader, records, i))
    else if (id === ID.mulRk)
      for (let k = 0; 4 + k * 6 + 6 < length; k++)
        add(reader.u16(at), reader.u16(at + 2) + k, reader.u16(at + 4 + k * 6), false, null)
  }
  return cells
}

/**
 * Reads the `Workbook` stream of an `.xls`.
 * Errors: throws a RangeError where a record points outside the stream.
 */
export function readBiff(stream: Uint8Array): BiffBook {
  const reader = new Reader(stream)
  const records = recordsOf(reader)
  const [bof] = records
  if (bof?.id !== ID.bof) throw new RangeError('start')
  const globals = records.slice(0, records.findIndex(({ id }) => id === ID.eof) + 1)
  const locked = globals.some(({ id }) => id === ID.filePass)
  const version = reader.u16(bof.at)
  const mode = globals.find(({ id }) => id === ID.dateMode)
  const date1904 = mode !== undefined && reader.u16(mode.at) === 1
  if (locked || version !== 0x600) return { version, locked, date1904, sheets: [] }
  const formats = formatsOf(reader, globals)
  const places = new Map(records.map(({ at }, i) => [at - 4, i]))
  const sheets = globals
    .filter(({ id }) => id === ID.boundSheet)
    .map(({ at }) => {
      const start = places.get(reader.u32(at))
      return {
        name: reader.text(at + 7, reader.u8(at + 6)),
        hidden: (reader.u8(at + 4) & 3) !== 0,
        table: reader.u8(at + 5) === 0,
        cells: start === undefined ? [] : cellsOf(reader, records, start, formats),
      }
    })
  return { version, locked, date1904, sheets }
}
