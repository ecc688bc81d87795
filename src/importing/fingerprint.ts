/** FNV-1a over the bytes, with a second start value: 64 bits are enough to tell two editions apart, not to sign. */
function fnv1a(bytes: Uint8Array, start: number): number {
  let hash = start
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/**
 * Short name of exactly these files. Shape: 16 hexadecimal digits; independent of the files' order.
 * Not for security: crypto.subtle is absent on a plain-http intranet.
 */
export function fingerprintOf(files: ReadonlyMap<string, Uint8Array>): string {
  let low = 0x811c9dc5
  let high = 0x01234567
  for (const path of [...files.keys()].sort()) {
    const name = new TextEncoder().encode(path)
    const bytes = files.get(path) ?? new Uint8Array()
    low = fnv1a(bytes, fnv1a(name, low))
    high = fnv1a(bytes, fnv1a(name, high))
  }
  return [low, high].map((part) => part.toString(16).padStart(8, '0')).join('')
}
