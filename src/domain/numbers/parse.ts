import type { Bound } from '../quantity.ts'
import { shiftPoint } from './decimal.ts'
import { scales } from './units.ts'
import { explainUnreadable, type Unreadable, type UnreadableReason } from './unreadable.ts'

/** What a 数值 cell says. `scale` is the 万 or 亿 behind the number, which the value already counts in. */
export type CellReading =
  | {
      readonly kind: 'known'
      readonly bound: Bound
      readonly value: number
      readonly scale: string
      readonly unit: string
    }
  | { readonly kind: 'not-published' }
  | { readonly kind: 'empty' }
  /** 无: nobody but the analyst can say whether it means 0 or 未公布. */
  | { readonly kind: 'zero-or-unpublished' }
  | ({ readonly kind: 'unreadable' } & Unreadable)

const LONGEST_CELL = 64
/** Bidi, invisible and control characters that make a number look like another one; blanks of all kinds are none. */
const HIDDEN = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}]/u
const ALL_HIDDEN = new RegExp(HIDDEN, 'gu')
/** Characters that show what follows them in another order: what stands there is not what was seen. */
const REORDERS = /[\u202a-\u202e\u2066-\u2069]/
/** Dashes of all widths, slashes and dots, as keyboards and programs write them. */
const NOT_PUBLISHED = /^(?:未公布|[-‐‑‒–—―⸺⸻─−﹣ー]{1,6}|\/{1,2}|[…⋯]{1,3})$/
const AT_LEAST = /^(?:不少于|不低于|超过|超|至少|≥|>=)/
const AT_MOST = /^(?:不超过|不多于|不高于|不足|至多|≤|<=)/
const ABOUT = /^(?:约|近|大约|≈)/
const NUMBER =
  /^([1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(\.\d+)?\s*(百万|千万|百|千|万|亿)?\s*(余|多|左右|以上|以内|以下)?(.*)$/
/** 以上 and the like may follow the unit: 40场以上. */
const TRAILING = /(余|多|左右|以上|以内|以下)$/
const PLACE = /^(第|前)\s*([\d零一二三四五六七八九十]{1,4})\s*(位|名)?(?:之内|以内)?$/
const DIGITS = '零一二三四五六七八九'

const WIDE = /[\uff01-\uff5e\u3000]/

/** Full-width ASCII and the ideographic space only: NFKC would turn 4² into 42. */
export const toHalfWidth = (text: string): string =>
  WIDE.test(text)
    ? text
        .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
        .replace(/\u3000/g, ' ')
    : text

/** 一 … 九十九, or an Arabic number. Missing: `null` for anything else. */
export function parsePlace(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match || text === '') return null
  const [, tens, ten, ones] = match
  if (!ten) return tens && !ones ? DIGITS.indexOf(tens) : null
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

function parseRank(text: string): CellReading | null {
  const match = PLACE.exec(text)
  const place = match?.[2] ? parsePlace(match[2]) : null
  if (!match || place === null || place < 1) return null
  return {
    kind: 'known',
    bound: match[1] === '第' ? 'rank' : 'rank-within',
    value: place,
    scale: '',
    unit: match[3] ?? '',
  }
}

function boundOfSuffix(suffix: string): Bound | null {
  if (suffix === '余' || suffix === '多' || suffix === '以上') return 'at-least'
  if (suffix === '左右') return 'about'
  return suffix === '' ? null : 'at-most'
}

function boundOfPrefix(text: string): { bound: Bound | null; rest: string } {
  for (const [pattern, bound] of [
    [AT_LEAST, 'at-least'],
    [AT_MOST, 'at-most'],
    [ABOUT, 'about'],
  ] as const) {
    if (pattern.test(text)) return { bound, rest: text.replace(pattern, '').trim() }
  }
  return { bound: null, rest: text }
}

/**
 * A unit is words: no digit of any kind, no sign, no mark, so that 3/5, 1.2.3, 4², 13① and 98。 are no numbers with a
 * unit; nor does it hold a Chinese digit, for 5万三千 and 十几 are not in 三千 or in 几.
 */
const UNIT = /^(?:[%‰]|[\p{L}\p{M} ]{0,8})$/u
const NO_UNIT = /[零〇一二两三四五六七八九十几]|^(?:上下|许|来)/
const isUnit = (text: string): boolean => text === '' || (UNIT.test(text) && !NO_UNIT.test(text))

/** The bound word behind the number: before the unit (40余场) or after it (40场以上). */
function splitTail(inner: string, tail: string): { suffix: string; unit: string } {
  const words = tail.trim()
  const suffix = inner || (TRAILING.exec(words)?.[1] ?? '')
  return { suffix, unit: inner ? words : words.slice(0, words.length - suffix.length).trim() }
}

/** The words behind a number. Missing: `null` where the bounds before and behind it contradict each other. */
function readTail(before: Bound | null, inScale: string, inner: string, tail: string) {
  const { suffix, unit } = splitTail(inner, tail)
  const after = boundOfSuffix(suffix)
  if (before !== null && after !== null && before !== after) return null
  const bound = before ?? after ?? 'exact'
  // 40余万: the scale stands behind the bound.
  return inScale === '' && scales.has(unit)
    ? { bound, scale: unit, unit: '' }
    : { bound, scale: inScale, unit }
}

/** A number with its bound, scale and unit. Missing: `null` for anything else. */
function readNumber(text: string): CellReading | null {
  const { bound: before, rest } = boundOfPrefix(text)
  const match = NUMBER.exec(rest)
  if (!match) return null
  const [whole = '', fraction = '', inScale = '', inner = '', tail = ''] = match.slice(1)
  const behind = readTail(before, inScale, inner, tail)
  if (!behind || !isUnit(behind.unit)) return null
  const digits = Number(`${whole.replace(/,/g, '')}${fraction}`)
  const value = shiftPoint(digits, scales.get(behind.scale) ?? 0)
  return value > Number.MAX_SAFE_INTEGER ? null : { kind: 'known', value, ...behind }
}

const readKnown = (text: string): CellReading | null => parseRank(text) ?? readNumber(text)
const isKnown = (text: string): boolean => readKnown(toHalfWidth(text).trim()) !== null

const unreadable = (
  why: UnreadableReason,
  suggestion: string | null = null,
  detail: string | null = null,
): CellReading => ({ kind: 'unreadable', why, suggestion, detail })

/** U+200B: what cannot be seen, by its number. */
const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

function withHidden(raw: string): CellReading {
  const cleaned = raw.replace(ALL_HIDDEN, '').trim()
  const names = [...new Set(raw.match(ALL_HIDDEN))].map(codePoint).join('、')
  return unreadable('hidden-characters', !REORDERS.test(raw) && isKnown(cleaned) ? cleaned : null, names)
}

const NOUGHT = 48
const NINE = 57
const POINT = 46

/** True for digits with at most one point between them and no nought to spare: most cells, read without a pattern. */
function isPlain(raw: string): boolean {
  if (raw.length > 15) return false
  let points = 0
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    if (code === POINT) points += i === 0 || i === raw.length - 1 ? 2 : 1
    else if (code < NOUGHT || code > NINE) return false
  }
  return points < 2 && raw !== '' && (raw.charCodeAt(0) !== NOUGHT || raw.length === 1 || raw[1] === '.')
}

/**
 * Reads one 数值 cell.
 * Unit: the value is in the unit that stands in the cell or, where none does, in the row's 单位; where `scale` is
 * not empty, in that unit without a scale of its own (5721万 beside 万元 is 5721万元).
 * Errors: `unreadable` with the reason and, where there is one safe reading, how to write it; a guess is never made.
 * Source: the cell grammar in data/README.md.
 */
export function parseCell(raw: string): CellReading {
  if (isPlain(raw)) return { kind: 'known', bound: 'exact', value: Number(raw), scale: '', unit: '' }
  if (raw.length > LONGEST_CELL) return unreadable('too-long')
  if (HIDDEN.test(raw)) return withHidden(raw)
  const text = toHalfWidth(raw).trim()
  if (text === '') return { kind: 'empty' }
  if (NOT_PUBLISHED.test(text)) return { kind: 'not-published' }
  if (text === '无') return { kind: 'zero-or-unpublished' }
  return readKnown(text) ?? { kind: 'unreadable', ...explainUnreadable(text, isKnown) }
}
