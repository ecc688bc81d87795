export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

function decodesAs(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const SEPARATORS: readonly (number | undefined)[] = [0x09, 0x0a, 0x0d, 0x2c]

/** Many NUL bytes mean UTF-16. Tabs, line ends and commas tell the byte order; 一 and 开 hold a NUL too. */
function guessUtf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4096)
  const nulAt = [...sample.keys()].filter((i) => sample[i] === 0)
  if (nulAt.length * 100 <= sample.length) return null
  const separators = nulAt.filter((i) => SEPARATORS.includes(sample[i ^ 1]))
  const high = separators.filter((i) => i % 2 === 0).length
  return high * 2 > separators.length ? 'utf-16be' : 'utf-16le'
}

function byteOrderMark([a, b, c]: Uint8Array): Encoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/**
 * Encoding of a whole file: byte order mark, NUL bytes, UTF-8, GB18030, Big5; each only if every byte fits.
 * Missing: `null` when no ladder step fits, which means the file is not text or was cut off.
 */
export function detectEncoding(bytes: Uint8Array): Encoding | null {
  const told = byteOrderMark(bytes) ?? guessUtf16(bytes)
  const ladder: readonly Encoding[] = told ? [told] : ['utf-8', 'gb18030', 'big5']
  return ladder.find((encoding) => decodesAs(bytes, encoding)) ?? null
}

/**
 * Decodes the file as a whole: chunked decoding cuts characters in two.
 * Missing: `null` for bytes that are no text. The byte order mark is dropped, line ends become \n.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const encoding = detectEncoding(bytes)
  if (!encoding) return null
  return { text: new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n'), encoding }
}
