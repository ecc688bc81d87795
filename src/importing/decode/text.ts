import { guessUtf16, isBig5, looksChineseInGbk } from './guessing.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

/** Text and how it was read. */
export interface DecodedText {
  /** Without byte order mark; line ends are \n. */
  readonly text: string
  readonly encoding: Encoding
  /** The byte order mark names an encoding that the bytes do not have. */
  readonly misleadingMark: boolean
}

/** Why bytes are no text: cut off within the last character, or no encoding fits. */
export type Undecodable = 'cut-off' | 'not-text'

/** Missing: `null` when a byte does not fit. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Every byte fits but the last character is not complete. */
function isCutOff(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function byteOrderMark([a, b, c]: Uint8Array): Encoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** Reading every \r costs as much as decoding: only a text that has one is gone through. */
const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

/** Any bytes of an even number are UTF-16 of some sort; a line of plain ASCII is not. */
function markLies(bytes: Uint8Array, told: Encoding): boolean {
  const rest = bytes.subarray(2)
  return told !== 'utf-8' && !rest.includes(0) && rest.includes(0x0a) && strictly(rest, 'utf-8') !== null
}

type Found = { readonly text: string; readonly encoding: Encoding } | Undecodable

function wideText(bytes: Uint8Array, encoding: Encoding): Found {
  const text = strictly(bytes, encoding)
  if (text !== null) return { text, encoding }
  return isCutOff(bytes, encoding) ? 'cut-off' : 'not-text'
}

/** GB18030 fits nearly all bytes, Big5 among them; a file that fits neither may be cut off. */
function chineseText(bytes: Uint8Array): Found {
  const gb = strictly(bytes, 'gb18030')
  const big5 = gb === null || isBig5(bytes) ? strictly(bytes, 'big5') : null
  if (big5 !== null) return { text: big5, encoding: 'big5' }
  if (gb !== null) return { text: gb, encoding: 'gb18030' }
  return LADDER.some((encoding) => isCutOff(bytes, encoding)) ? 'cut-off' : 'not-text'
}

/** Asked before GB18030, which fits most of cut off UTF-8 too; characters of three bytes are UTF-8's alone. */
function isUtf8CutOff(bytes: Uint8Array): boolean {
  if (!isCutOff(bytes, 'utf-8')) return false
  return /[\u0800-\uFFFF]/.test(new TextDecoder().decode(bytes, { stream: true }))
}

const LADDER = ['utf-8', 'gb18030', 'big5'] as const

/** The ladder of bytes without a byte order mark; each step only if every byte fits. */
function withoutMark(bytes: Uint8Array): Found {
  const wide = guessUtf16(bytes)
  if (wide) return wideText(bytes, wide)
  const text = strictly(bytes, 'utf-8')
  if (text === null) return isUtf8CutOff(bytes) ? 'cut-off' : chineseText(bytes)
  const chinese = looksChineseInGbk(bytes, text) ? chineseText(bytes) : 'not-text'
  return typeof chinese === 'string' ? { text, encoding: 'utf-8' } : chinese
}

/**
 * Bytes of a whole file as text (chunked decoding cuts characters in two).
 * Ladder: byte order mark, NUL bytes, UTF-8, GB18030, Big5; each only if every byte fits.
 */
export function readText(bytes: Uint8Array): DecodedText | Undecodable {
  const told = byteOrderMark(bytes)
  if (told && !markLies(bytes, told)) {
    const text = strictly(bytes, told)
    if (text !== null) return { text: withLineFeeds(text), encoding: told, misleadingMark: false }
    if (isCutOff(bytes, told)) return 'cut-off'
  }
  const found = withoutMark(told ? bytes.subarray(told === 'utf-8' ? 3 : 2) : bytes)
  return typeof found === 'string'
    ? found
    : { text: withLineFeeds(found.text), encoding: found.encoding, misleadingMark: told !== null }
}

/**
 * Bytes as text in the encoding a person chose, whatever the bytes look like.
 * `misfit` is the first line with a byte that the encoding does not have (from 1); missing: `null` when all fit.
 */
export function readTextAs(bytes: Uint8Array, encoding: Encoding): { text: string; misfit: number | null } {
  const strict = strictly(bytes, encoding)
  if (strict !== null) return { text: withLineFeeds(strict), misfit: null }
  const text = withLineFeeds(new TextDecoder(encoding).decode(bytes))
  return { text, misfit: text.slice(0, Math.max(text.indexOf('\uFFFD'), 0)).split('\n').length }
}

/** Encoding of a whole file. Missing: `null` when no step of the ladder fits. */
export function detectEncoding(bytes: Uint8Array): Encoding | null {
  return decodeText(bytes)?.encoding ?? null
}

/** `readText` for whoever need not know why bytes are no text. Missing: `null`. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const read = readText(bytes)
  return typeof read === 'string' ? null : { text: read.text, encoding: read.encoding }
}
