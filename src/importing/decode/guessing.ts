const SEPARATORS: readonly (number | undefined)[] = [0x09, 0x0a, 0x0d, 0x2c]
const SAMPLE_BYTES = 4096
/** A text of two rows has so many commas and line ends, each with a NUL; stray NULs in a cell are fewer. */
const FEWEST = { nuls: 3, bytes: 24 }

/**
 * The byte order of UTF-16 without a byte order mark, told by many NUL bytes: each tab, line end, comma and digit
 * holds one. Tabs, line ends and commas tell the order; 一 and 开 hold a NUL too. Missing: `null` for other bytes.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let nuls = 0
  let paired = 0
  let high = 0
  let low = 0
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue
    nuls++
    if (sample[i ^ 1] === 0) paired++
    if (!SEPARATORS.includes(sample[i ^ 1])) continue
    if (i % 2 === 0) high++
    else low++
  }
  // NULs side by side are what a crash leaves of a file, not UTF-16.
  if (nuls < FEWEST.nuls && sample.length > FEWEST.bytes) return null
  if (nuls * 100 <= sample.length || paired * 2 > nuls) return null
  return high > low ? 'utf-16be' : 'utf-16le'
}

/**
 * A few GBK characters can be valid UTF-8 by accident, as pairs that read as Latin, Greek, Hebrew or Arabic letters
 * (lead byte C2–DF). A Chinese file that is UTF-8 has characters of three bytes. Letters that stand alone stay UTF-8:
 * ʤ is as likely as 胜.
 */
export function looksChineseInGbk(bytes: Uint8Array, utf8: string): boolean {
  if (bytes.length > SAMPLE_BYTES || /[\u0800-\uFFFF]/.test(utf8)) return false
  return /[\u0080-\u07FF]{2}/.test(utf8) && commonShare(bytes, isCommonGb) === 1
}

/**
 * Whether bytes that fit GB18030 are rather Big5, since GB18030 fits nearly everything. Both standards put their
 * commonest characters into one block (GB 2312 level 1: B0–D7 × A1–FE; Big5 level 1: A4–C6): text falls into its own
 * block almost wholly, into the other's by chance. Undecided is GB18030; a person can choose otherwise.
 */
export function isBig5(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 64 * 1024)
  const [gb, big5] = [commonShare(sample, isCommonGb), commonShare(sample, isCommonBig5)]
  return big5 > 0.9 && big5 > gb + 0.15
}

type Place = 'common' | 'sign' | 'rare'

function isCommonGb(lead: number, trail: number): Place {
  if (trail >= 0xa1 && lead >= 0xa1 && lead <= 0xa9) return 'sign'
  return trail >= 0xa1 && lead >= 0xb0 && lead <= 0xd7 ? 'common' : 'rare'
}

function isCommonBig5(lead: number, trail: number): Place {
  if (lead >= 0xa1 && lead <= 0xa3) return 'sign'
  if (trail < 0x40 || (trail > 0x7e && trail < 0xa1)) return 'rare'
  return lead >= 0xa4 && lead <= 0xc6 ? 'common' : 'rare'
}

/** Share of the two-byte characters, punctuation apart, that are common ones. Unit: 0 to 1; 0 without any. */
function commonShare(bytes: Uint8Array, place: (lead: number, trail: number) => Place): number {
  let [common, all] = [0, 0]
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i] ?? 0
    if (lead < 0x81) continue
    i++
    const found = place(lead, bytes[i] ?? 0)
    if (found !== 'sign') all++
    if (found === 'common') common++
  }
  return all === 0 ? 0 : common / all
}

/** How UTF-8 looks to whoever took it for GBK or for Western European, and then saved what he saw. */
const MISTAKEN = ['gb18030', 'windows-1252'] as const

/**
 * A word of `words` as it looks after its UTF-8 was taken for another encoding (年度 is then 骞村害), if the text has one.
 * The last character is left out: it may have swallowed a byte of what followed. Missing: `null` without any.
 */
export function mistakenWord(text: string, words: readonly string[]): string | null {
  for (const encoding of MISTAKEN) {
    const decoder = new TextDecoder(encoding)
    for (const word of words) {
      const seen = decoder.decode(new TextEncoder().encode(word)).slice(0, -1)
      if (/^[^\0-\u007F]{2,}$/.test(word) && text.includes(seen)) return seen
    }
  }
  return null
}
