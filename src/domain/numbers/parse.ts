import type { Bound } from '../quantity.ts'
import { shiftPoint } from './decimal.ts'
import { scales } from './units.ts'

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
  | {
      readonly kind: 'unreadable'
      readonly why: 'not-a-number' | 'too-long' | 'hidden-characters' | 'negative'
    }

const LONGEST_CELL = 64
/** Bidi and invisible code points that make a number look like another one. */
const HIDDEN = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069]/
const NOT_PUBLISHED = new Set(['未公布', '—', '——', '-', '–', '/', '…', '……'])
const AT_LEAST = /^(?:不少于|不低于|超过|超|至少|≥|>=)/
const AT_MOST = /^(?:不超过|不多于|不高于|不足|至多|≤|<=)/
const ABOUT = /^(?:约|近|大约|≈)/
const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(百万|千万|百|千|万|亿)?(余|多|左右|以上|以内|以下)?(.*)$/
/** 以上 and the like may follow the unit: 40场以上. */
const TRAILING = /(余|多|左右|以上|以内|以下)$/
const DIGITS = '零一二三四五六七八九'

/** Full-width ASCII and the ideographic space only: NFKC would turn 4² into 42. */
export const toHalfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')

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
  const match = /^(第|前)([\d零一二三四五六七八九十]{1,4})(位|名)?(?:之内|以内)?$/.exec(text)
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

const unreadable = (why: 'not-a-number' | 'too-long' | 'hidden-characters' | 'negative'): CellReading => ({
  kind: 'unreadable',
  why,
})

/** A unit holds no digit of any kind, no dot and no sign: 3/5, 1.2.3, 4² and 13① are not numbers with a unit. */
const isUnit = (text: string): boolean => text.length <= 8 && /^[^\p{N}.,+\-*/#=<>≥≤]*$/u.test(text)

/** The bound word behind the number: before the unit (40余场) or after it (40场以上). */
function splitTail(inner: string, tail: string): { suffix: string; unit: string } {
  const words = tail.trim()
  const suffix = inner || (TRAILING.exec(words)?.[1] ?? '')
  return { suffix, unit: inner ? words : words.slice(0, words.length - suffix.length) }
}

function parseNumber(text: string): CellReading {
  const { bound: before, rest } = boundOfPrefix(text)
  const match = NUMBER.exec(rest)
  if (!match) return unreadable(/^[-−]\d/.test(rest) ? 'negative' : 'not-a-number')
  const [whole, fraction, scale, inner, tail] = match.slice(1).map((part) => part ?? '') as [
    string,
    string,
    string,
    string,
    string,
  ]
  const { suffix, unit } = splitTail(inner, tail)
  const after = boundOfSuffix(suffix)
  const contradicts = before !== null && after !== null && before !== after
  const value = shiftPoint(Number(`${whole.replace(/,/g, '')}${fraction}`), scales.get(scale) ?? 0)
  if (!isUnit(unit) || contradicts || value > Number.MAX_SAFE_INTEGER) return unreadable('not-a-number')
  return { kind: 'known', bound: before ?? after ?? 'exact', value, scale, unit }
}

/**
 * Reads one 数值 cell.
 * Unit: the value is in the unit that stands in the cell or, where none does, in the row's 单位; where `scale` is
 * not empty, in that unit without a scale of its own (5721万 beside 万元 is 5721万元).
 * Errors: `unreadable` with the reason; a guess is never made.
 * Source: the cell grammar in data/README.md.
 */
export function parseCell(raw: string): CellReading {
  if (raw.length > LONGEST_CELL) return unreadable('too-long')
  if (HIDDEN.test(raw)) return unreadable('hidden-characters')
  const text = toHalfWidth(raw).trim()
  if (text === '') return { kind: 'empty' }
  if (NOT_PUBLISHED.has(text)) return { kind: 'not-published' }
  if (text === '无') return { kind: 'zero-or-unpublished' }
  return parseRank(text) ?? parseNumber(text)
}
