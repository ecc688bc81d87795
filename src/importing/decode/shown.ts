import { shiftPoint } from '#domain/numbers/decimal.ts'
import { scales } from '#domain/numbers/units.ts'

/** What a number format does to a number, as far as it matters to what the number says. */
interface NumberFormat {
  readonly percent: boolean
  /** Words around the digits, such as 约 and 件. */
  readonly before: string
  readonly after: string
  /** Decimals shown. Missing: `null` where the format does not fix them. */
  readonly decimals: number | null
  /** Unit: the power of ten by which less is shown than is stored. */
  readonly scale: number
}

const PLAIN: NumberFormat = { percent: false, before: '', after: '', decimals: null, scale: 0 }

/** Excel keeps 15 digits; what a file holds beyond them is noise of the binary fraction. */
const DIGITS = 15

/** A number as plain digits: no exponent, no thousands mark, no noise (710.99, not 710.9900000000001). */
function plainNumber(value: number): string {
  const clean = Number(value.toPrecision(DIGITS))
  const size = Math.abs(clean)
  if (size >= 1e21) return BigInt(clean).toString()
  if (size !== 0 && size < 1e-6) return clean.toFixed(20).replace(/0+$/, '')
  return String(clean)
}

/** Sections of a format. A semicolon inside quotes parts nothing. */
function sectionsOf(format: string): readonly string[] {
  const sections: string[] = []
  let [quoted, from] = [false, 0]
  for (let i = 0; i < format.length; i++) {
    if (format[i] === '"') quoted = !quoted
    else if (format[i] === '\\' && !quoted) i++
    else if (format[i] === ';' && !quoted) {
      sections.push(format.slice(from, i))
      from = i + 1
    }
  }
  return [...sections, format.slice(from)]
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/

function holds(sign: string, value: number, bound: number): boolean {
  if (value === bound) return sign !== '<>' && sign.includes('=')
  return sign === '<>' || sign.startsWith(value < bound ? '<' : '>')
}

/** The section for a number: the first whose condition holds, which without conditions is that for numbers above 0. */
function sectionFor(format: string, value: number): string {
  const sections = sectionsOf(format)
  const fits = sections.find((section) => {
    const [, sign = '', bound = ''] = CONDITION.exec(section) ?? []
    return sign === '' || holds(sign, value, Number(bound))
  })
  return fits ?? sections[0] ?? ''
}

/**
 * What stands where the format shows no number for 0: 未公布, or nothing. Missing: `null` where it shows one, where
 * conditions part its sections, and for the dash by which accounts write 0.
 */
function zeroWords(format: string): string | null {
  const [, , zero] = CONDITION.test(format) ? [] : sectionsOf(format)
  if (zero === undefined) return null
  const { before, pattern, after } = partsOfSection(zero)
  if (/[0#?Gg]/.test(pattern)) return null
  const words = before + pattern + after
  return /^[-–—－]+$/.test(words) ? null : words
}

/** Quoted or escaped words. */
const LITERAL = /^(?:"([^"]*)"|[\\!](.))/
/** Colours and conditions; widths and fillings. */
const SILENT = /^(?:\[[^\]]*\]|[_*].)/
/** Digits, decimals, thousands and scaling, exponent, fraction, percent; the words for no format. */
const PATTERN = /^(?:G\/通用格式|General|[0#?.,eE+/%·-])/i

/** The next piece of a section. Missing: `pattern` and `words` are empty for what shows nothing. */
function pieceOf(rest: string): {
  readonly length: number
  readonly pattern: string
  readonly words: string
} {
  const literal = LITERAL.exec(rest)
  if (literal) return { length: literal[0].length, pattern: '', words: literal[1] ?? literal[2] ?? '' }
  const silent = SILENT.exec(rest)
  if (silent) return { length: silent[0].length, pattern: '', words: '' }
  const pattern = PATTERN.exec(rest)?.[0]
  if (pattern) return { length: pattern.length, pattern: pattern.length > 1 ? 'G' : pattern, words: '' }
  // Chinese needs no quotes in a format; a currency sign or a space beside the digits would only hide them.
  const [sign = ''] = rest
  return { length: sign.length, pattern: '', words: /[\u3400-\u9FFF]/.test(sign) ? sign : '' }
}

/** Parts a section into the words before the digits, the pattern of the digits and the words after. */
function partsOfSection(section: string): { before: string; pattern: string; after: string } {
  const parts = { before: '', pattern: '', after: '' }
  for (let rest = section; rest !== ''; ) {
    const piece = pieceOf(rest)
    parts[parts.pattern === '' ? 'before' : 'after'] += piece.words
    parts.pattern += piece.pattern
    rest = rest.slice(piece.length)
  }
  return parts
}

/** A point written between the digits as a word, which shows less than is stored: 0!.0, shows a ten-thousandth. */
const FALSE_POINT = /([0#?])(?:[\\!]\.|"\.")(?=[0#?])/g

/** What a pattern with a false point or with commas behind its digits leaves out. Unit: powers of ten. */
function scaleOf(digits: string, falsePoint: string): number {
  const commas = /,+$/.exec(digits)?.[0].length ?? 0
  return 3 * commas + (/[0#?]+/.exec(falsePoint)?.[0].length ?? 0)
}

/**
 * What a number format such as `0.0%`, `#,##0` or `0"件"` shows beside the digits, and how much less than is stored:
 * `0!.0,"万"` is how spreadsheets are made to show 万.
 */
function readNumberFormat(format: string, value: number): NumberFormat {
  const { before, pattern, after } = partsOfSection(sectionFor(format, value).replace(FALSE_POINT, '$1·'))
  const percent = pattern.includes('%')
  const plain = pattern.replace('%', '')
  if (plain === '' || plain === 'G') return { ...PLAIN, before, after, percent }
  const [whole = '', falsePoint = ''] = plain.split('·')
  const [digits = '', ...fractions] = (falsePoint === '' ? plain : whole + falsePoint).split('.')
  if (/[eE/]/.test(plain) || fractions.length > 1) return PLAIN
  const [fraction = ''] = fractions
  const scale = scaleOf(digits, falsePoint) + 3 * (/,*$/.exec(fraction)?.[0].length ?? 0)
  const decimals = (falsePoint + fraction).replace(/[^0#?]/g, '').length
  return { percent, before, after, decimals, scale }
}

const SCALE_WORD = /^(?:百万|千万|百|千|万|亿)/

/** A number its format shows smaller than it is, by no word that says how much, is two numbers: a person says which. */
function withStored(shown: string, { scale, after }: NumberFormat, value: number): string {
  const said = scales.get(SCALE_WORD.exec(after)?.[0] ?? '')
  return scale === 0 || scale === said || value === 0 ? shown : `${shown}(=${plainNumber(value)})`
}

/**
 * A 0 shown as something else is two things: a person says which, so it is written in a way that asks. What a formula
 * makes of empty cells and the sheet hides is nothing.
 */
function shownZero(words: string, computed: boolean): string {
  if (words === '') return computed ? '' : '空(=0)'
  return `${words}(=0)`
}

/** A text of a workbook with the words its format shows around it: 40 as `@"余"` is 40余. */
export function shownText(text: string, format: string | undefined): string {
  const section = format?.includes('@') && sectionsOf(format).find((one) => one.includes('@'))
  if (!section || text.trim() === '') return text
  const at = section.indexOf('@')
  const wordsOf = (part: string): string => partsOfSection(part).before
  return `${wordsOf(section.slice(0, at))}${text}${wordsOf(section.slice(at + 1))}`
}

/** Rounded as a cell shows it; `decimals` are `null` where its format does not fix them. */
const roundedTo = (value: number, decimals: number | null): number =>
  decimals !== null && decimals <= 20 && Math.abs(value) < 1e21 ? Number(value.toFixed(decimals)) : value

/**
 * A number of a workbook as text that reads like what its cell shows: 0.997 as `0.0%` is 99.7%, 2138 as `0"件"` is 2138件.
 * All stored decimals are kept; those of a formula's result are rounded as the cell shows them, since nobody typed them.
 */
export function shownNumber(value: number, format: string | undefined, computed: boolean): string {
  if (!Number.isFinite(value)) return String(value)
  if (format === undefined) return plainNumber(value)
  const zero = value === 0 ? zeroWords(format) : null
  if (zero !== null) return shownZero(zero, computed)
  const known = readNumberFormat(format, value)
  const power = (known.percent ? 2 : 0) - known.scale
  const scaled = power === 0 ? value : Number(shiftPoint(value, power).toPrecision(DIGITS))
  const rounded = computed ? roundedTo(scaled, known.decimals) : scaled
  const digits = `${plainNumber(rounded)}${known.percent ? '%' : ''}`
  return value < 0 ? digits : withStored(`${known.before}${digits}${known.after}`, known, value)
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A date of a workbook as text: 2024-03-05, or 2024 where only the year is shown; with the time where there is one. */
export function shownDate(date: Date, format: string | undefined): string {
  if (Number.isNaN(date.getTime())) return ''
  const year = String(date.getUTCFullYear())
  const bare = (format ?? '').replace(/"[^"]*"|\[[^\]]*\]|[\\!_*]./g, '')
  if (/y/i.test(bare) && !/[mdhs]/i.test(bare)) return year
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
  if (bare !== '' && !/[yd]/i.test(bare) && /[hs]/i.test(bare)) return time
  const day = `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  return time === '00:00' ? day : `${day} ${time}`
}
