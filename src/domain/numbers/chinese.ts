import { shiftPoint } from './decimal.ts'

const DIGITS: ReadonlyMap<string, number> = new Map(
  ['零〇', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((words, value) =>
    [...words].map((word): [string, number] => [word, value]),
  ),
)
/** Unit: the power of ten. Those from 万 on close a section. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['拾', 1],
  ['百', 2],
  ['佰', 2],
  ['千', 3],
  ['仟', 3],
  ['万', 4],
  ['亿', 8],
])
/** A digit right behind 百 or more may be short for the next scale: 一百二. */
const SHORTENED = /[百佰千仟万亿][^零〇十拾百佰千仟万亿]+$/

/** A class of characters, for patterns: Chinese digits, ten and its powers. */
export const CHINESE_NUMERALS = '零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿'
const TOKENS = new RegExp(`\\d+(?:\\.\\d+)?|[${CHINESE_NUMERALS}]`, 'g')

/** 九八 and 二〇二四, digit by digit. Missing: `null` where there is a word of scale. */
function readDigits(text: string): number | null {
  const digits = [...text].map((word) => DIGITS.get(word))
  return digits.includes(undefined) || digits.length > 15 ? null : Number(digits.join(''))
}

/** Where reading stands: closed sections, the open one, and the digit that waits for its scale. */
interface Sum {
  readonly total: number
  readonly section: number
  readonly digit: number | null
  /** Unit: power of ten of the last small and the last large scale. */
  readonly small: number
  readonly large: number
}

function addScale(sum: Sum, power: number): Sum | null {
  const { total, section, digit, small, large } = sum
  if (power < 4) {
    if (power >= small || (digit === null && section + total > 0)) return null
    return { ...sum, section: section + shiftPoint(digit ?? 1, power), digit: null, small: power }
  }
  if (power >= large || (digit === null && section === 0)) return null
  return {
    total: total + shiftPoint(section + (digit ?? 0), power),
    section: 0,
    digit: null,
    small: 4,
    large: power,
  }
}

/** The sum of digits and their scales. Missing: `null` where they do not descend. */
function readScaled(tokens: readonly string[]): number | null {
  let sum: Sum = { total: 0, section: 0, digit: null, small: 4, large: 9 }
  for (const token of tokens) {
    const power = SCALES.get(token)
    if (power === undefined && sum.digit) return null
    const next =
      power === undefined ? { ...sum, digit: DIGITS.get(token) ?? Number(token) } : addScale(sum, power)
    if (!next) return null
    sum = next
  }
  const value = sum.total + sum.section + (sum.digit ?? 0)
  return value > Number.MAX_SAFE_INTEGER ? null : value
}

/**
 * The number a Chinese numeral stands for: 九十八, 一百二十, 两千, 二〇二四, 壹佰, and with Arabic digits 2千3百.
 * Missing: `null` for anything else, and for what has two readings (一百二: 102 or 120).
 */
export function readChinese(text: string): number | null {
  const tokens = text.match(TOKENS) ?? []
  if (text === '' || tokens.join('') !== text || SHORTENED.test(text)) return null
  if (tokens.some((token) => SCALES.has(token))) return readScaled(tokens)
  return /\d/.test(text) ? null : readDigits(text)
}
