/**
 * Spreadsheet programs run a text that begins like a formula. A leading apostrophe keeps it text; one that stands
 * there already gets another, so that taking one away always gives back what was written.
 * Source: OWASP on CSV injection, ASVS 5 1.2.10.
 */
const GUARDED = /^'*[=+\-@\t\r\n\0＝＋－＠]/
/** What a spreadsheet takes for a number, whatever it begins with. */
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/

/** True for a text that is a number to every spreadsheet program. */
export const isPlainNumber = (text: string): boolean => PLAIN_NUMBER.test(text)

/** A cell as it is written into a file. Shape: `unguardCell` gives the text back. */
export const guardCell = (text: string): string =>
  GUARDED.test(text) && !isPlainNumber(text) ? `'${text}` : text

/** A cell of a file as it was before it was guarded; any other is left alone. */
export const unguardCell = (text: string): string =>
  text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text
