export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

function decodesAs(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** NUL bytes in a text file mean UTF-16; commas, digits and line ends tell the byte order. */
function guessUtf16(bytes: Uint8Array): Encoding | null {
  let even = 0
  let odd = 0
  for (let i = 0; i < Math.min(bytes.length, 4096); i++) {
    if (bytes[i] === 0) {
      if (i % 2 === 0) even++
      else odd++
    }
  }
  if (even + odd === 0) return null
  return odd >= even ? 'utf-16le' : 'utf-16be'
}

/**
 * Encoding of a whole file: byte order mark, NUL bytes, strict UTF-8, strict GB18030, Big5.
 * Missing: `null` when no ladder step fits, which means the file is not text.
 */
export function detectEncoding(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return guessUtf16(bytes) ?? (['utf-8', 'gb18030', 'big5'] as const).find((e) => decodesAs(bytes, e)) ?? null
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
