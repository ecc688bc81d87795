import { Inflate } from 'fflate'
import { MAX_PARTS } from './limits.ts'

/** One file inside a zip, still packed. */
export interface Part {
  readonly name: string
  readonly packed: Uint8Array
  readonly stored: boolean
  /** What the zip says the part unpacks to. Unit: bytes. It may lie. */
  readonly declared: number
}

/** Why a zip cannot be read. */
export type ZipFault = 'damaged' | 'locked' | 'too-far'

/** Carries the reason out of reading that is several calls deep; it never leaves this folder. */
export class ZipError extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(fault)
    this.fault = fault
  }
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at
  throw new ZipError('damaged')
}

function readPart(bytes: Uint8Array, view: DataView, at: number): Part {
  if (view.getUint32(at, true) !== CENTRAL) throw new ZipError('damaged')
  if ((view.getUint16(at + 8, true) & 1) !== 0) throw new ZipError('locked')
  const method = view.getUint16(at + 10, true)
  const size = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
  if (view.getUint32(local, true) !== LOCAL || (method !== 0 && method !== 8)) throw new ZipError('damaged')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + size > bytes.length) throw new ZipError('damaged')
  // Some writers put a slash, a backslash or other letters of case: Windows tells none of them apart.
  const path = name.replace(/\\/g, '/').replace(/^\//, '')
  return {
    name: path,
    packed: bytes.subarray(start, start + size),
    stored: method === 0,
    declared: view.getUint32(at + 24, true),
  }
}

/**
 * The parts of a zip by name; nothing is unpacked.
 * Errors: throws a `ZipError` for a damaged or locked file, and for too many parts.
 */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOfDirectory(view)
    const count = view.getUint16(end + 10, true)
    if (count > MAX_PARTS) throw new ZipError('too-far')
    const parts = new Map<string, Part>()
    let at = view.getUint32(end + 16, true)
    for (let i = 0; i < count; i++) {
      const part = readPart(bytes, view, at)
      parts.set(part.name, part)
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return parts
  } catch (error) {
    // A RangeError of the DataView: an offset points outside the file.
    throw error instanceof ZipError ? error : new ZipError('damaged')
  }
}

/** How much may still be unpacked from one file. Unit: bytes. */
export interface Budget {
  left: number
}

/** A byte can unpack to a thousand: small steps notice soon. */
const STEP = 4 * 1024
/** A size that stands elsewhere in the file (APPNOTE 4.4.9). */
const ELSEWHERE = 0xffff_ffff

/**
 * Unpacks one part, counting what comes out, since the sizes a zip declares may lie.
 * Errors: throws a `ZipError` for damaged content, and as soon as the budget is used up.
 */
export function unpack(part: Part, budget: Budget): Uint8Array {
  // Said openly to be too much: nobody need wait until it has been unpacked.
  if (part.declared !== ELSEWHERE && part.declared > budget.left) throw new ZipError('too-far')
  const pieces: Uint8Array[] = []
  let size = 0
  const take = (piece: Uint8Array): void => {
    size += piece.length
    budget.left -= piece.length
    if (budget.left < 0) throw new ZipError('too-far')
    pieces.push(piece)
  }
  if (part.stored) take(part.packed)
  else {
    let ended = false
    const inflate = new Inflate((piece, final) => {
      take(piece)
      ended = final
    })
    try {
      for (let at = 0; at < part.packed.length; at += STEP)
        inflate.push(part.packed.subarray(at, at + STEP), at + STEP >= part.packed.length)
    } catch (error) {
      throw error instanceof ZipError ? error : new ZipError('damaged')
    }
    if (!ended && part.packed.length > 0) throw new ZipError('damaged')
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
