/** What a file system or a shell takes for its own, controls, and marks that turn the direction of the text. */
const UNSAFE = /[\\/:*?"<>|%\p{C}\u2028\u2029]/gu
/** Unit: characters. Names end at 255 bytes, of which a Chinese character takes three. */
const LONGEST_PART = 30

const safe = (part: string): string =>
  [...part.replace(UNSAFE, ' ').replace(/\s+/g, ' ')]
    .slice(0, LONGEST_PART)
    .join('')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')

const two = (number: number): string => String(number).padStart(2, '0')

const dayOf = (now: Date): string => `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`

/**
 * A name of safe characters that says what the file is and when it was made: 标题-2023年度-20261123.csv.
 * Unit: the machine's own day. Shape: empty parts are left out.
 */
export const fileName = (parts: readonly string[], ending: string, now: Date): string =>
  `${[...parts.map(safe), dayOf(now)].filter((part) => part !== '').join('-')}.${ending}`
