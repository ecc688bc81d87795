/** The streams of an OLE file (what `.xls`, `.doc` and locked workbooks are), by name. */
export interface Streams {
  readonly names: ReadonlySet<string>
  /** Missing: `null` without a stream of that name. */
  readonly read: (name: string) => Uint8Array | null
}

const HEADER_BYTES = 512
const ENTRY_BYTES = 128
const MINI_SECTOR = 64
const MINI_CUTOFF = 4096
const LAST_SECTOR = 0xfffffffa
const MAX_ENTRIES = 4096

interface Entry {
  readonly name: string
  readonly root: boolean
  readonly start: number
  readonly size: number
}

/** Joins the sectors of a chain. Errors: throws a RangeError for a chain that leaves the file or goes in a circle. */
function joined(
  source: Uint8Array,
  next: readonly number[],
  start: number,
  sector: number,
  offset: number,
): Uint8Array {
  const pieces: Uint8Array[] = []
  for (let at = start; at < LAST_SECTOR; at = next[at] ?? LAST_SECTOR) {
    if (pieces.length > next.length || offset + at * sector >= source.length) throw new RangeError('chain')
    pieces.push(source.subarray(offset + at * sector, offset + (at + 1) * sector))
  }
  const whole = new Uint8Array(pieces.length * sector)
  pieces.forEach((piece, i) => {
    whole.set(piece, i * sector)
  })
  return whole
}

function numbersOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(i * 4, true))
}

function entriesOf(directory: Uint8Array): readonly Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const count = Math.min(Math.floor(directory.length / ENTRY_BYTES), MAX_ENTRIES)
  return Array.from({ length: count }, (_, i) => {
    const at = i * ENTRY_BYTES
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62)
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
      root: directory[at + 66] === 5,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  }).filter(({ name }) => name !== '')
}

/** The table of sectors: which one follows which. Its own places are in the header, the rest in a chain of lists. */
function sectorTable(bytes: Uint8Array, view: DataView, sector: number): readonly number[] {
  const places = numbersOf(bytes.subarray(76, HEADER_BYTES))
  let list = view.getUint32(68, true)
  for (let i = 0; i < view.getUint32(72, true) && list < LAST_SECTOR; i++) {
    const more = numbersOf(bytes.subarray((list + 1) * sector, (list + 2) * sector))
    list = more.pop() ?? LAST_SECTOR
    places.push(...more)
    if (more.length === 0) throw new RangeError('list')
  }
  const table: number[] = []
  for (const place of places.filter((at) => at < LAST_SECTOR))
    for (const next of numbersOf(bytes.subarray((place + 1) * sector, (place + 2) * sector))) table.push(next)
  return table
}

/**
 * Opens an OLE file.
 * Errors: throws a RangeError where an offset points outside the file or a chain goes in a circle.
 */
export function streamsOf(bytes: Uint8Array): Streams {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new RangeError('sector')
  const sector = 1 << shift
  const table = sectorTable(bytes, view, sector)
  const big = (start: number): Uint8Array => joined(bytes, table, start, sector, sector)
  const entries = entriesOf(big(view.getUint32(48, true)))
  const root = entries.find((entry) => entry.root)
  const read = (name: string): Uint8Array | null => {
    const entry = entries.find((one) => one.name === name && !one.root)
    if (!entry) return null
    if (entry.size >= MINI_CUTOFF || !root) return big(entry.start).subarray(0, entry.size)
    const small = numbersOf(big(view.getUint32(60, true)))
    return joined(big(root.start), small, entry.start, MINI_SECTOR, 0).subarray(0, entry.size)
  }
  return { names: new Set(entries.map(({ name }) => name)), read }
}
