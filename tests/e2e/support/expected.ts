import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Catalogue } from '#domain/catalogue.ts'

/** What must stand on the screen, worked out here from the files alone, so that no mistake of the app is shared. */
export interface Expected {
  readonly id: string
  readonly year: string
  readonly chapter: number
  readonly state: string
  /** With its mark: ≥40, 第2位, 前三位之内, 99.7%; for a missing figure its word. */
  readonly number: string
  /** Number and unit without gaps. */
  readonly printed: string
  readonly literal: string
  readonly quote: string
  /** 1—6月 for a figure of some months, else `''`. */
  readonly months: string
}

type Printed = Pick<Expected, 'state' | 'number' | 'printed'>

const NUMERALS = '一二三四五六七八九'
const MISSING: Readonly<Record<string, string>> = {
  pending: '待录入',
  'not-published': '未公布',
  'not-applicable': '不适用',
  'not-yet': '当年尚无此项',
}

export const catalogueIn = (folder: string): Catalogue =>
  JSON.parse(readFileSync(`${folder}/catalogue.json`, 'utf8'))

const grouped = (digits: string): string => {
  const [whole = '', fraction] = digits.split('.')
  const parted = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? parted : `${parted}.${fraction}`
}

const missing = (state: string): Printed => {
  const word = MISSING[state] ?? ''
  return { state, number: word, printed: word }
}

const known = (state: string, mark: string, digits: string, unit: string, scale = ''): Printed => {
  const number = `${mark}${grouped(digits)}${scale}${unit === '%' ? unit : ''}`
  return { state, number, printed: unit === '%' ? number : number + unit }
}

const place = (state: string, mark: string, words: string): Printed => ({
  state,
  number: mark + words,
  printed: mark + words,
})

/** 1.18, 4 → 11800; 8035000, −4 → 803.5: on the digits themselves, where a product would leave dust. */
function movePoint(digits: string, by: number): string {
  const [whole = '', fraction = ''] = digits.split('.')
  const [left, right] = [whole.padStart(12, '0'), fraction.padEnd(12, '0')]
  const at = left.length + by
  const all = left + right
  return `${all.slice(0, at)}.${all.slice(at)}`.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '')
}

const POWERS: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8 }

/** 万元 is 元 with 万 before it. */
const splitUnit = (unit: string) => ({
  scale: /^[万亿](?=.)/.exec(unit)?.[0] ?? '',
  base: unit.replace(/^[万亿](?=.)/, ''),
})

/** The number as it stands beside the catalogue's unit: converted where the file has another unit of the family. */
function toDigits(digits: string, scale: string, unit: string, wanted: string): readonly [string, string] {
  const [own, shown] = [splitUnit(unit), splitUnit(wanted)]
  if (own.base !== shown.base) throw new Error(`no rule for ${unit} in place of ${wanted}`)
  // 1.21万 beside 件 keeps its 万; 958.4万 beside 元 is in 万元 already.
  if (scale !== '' && shown.scale === '') return [digits, scale]
  const power = (POWERS[scale || own.scale] ?? 0) - (POWERS[shown.scale] ?? 0)
  return [power === 0 ? digits : movePoint(digits, power), '']
}

const NUMBER = /^(约|近|超|超过|不少于|不足|不超过)?(\d+(?:\.\d+)?)([万亿]?)(余|多|以上|左右|以内)?(\D*)$/
const STATES = [
  ['at-least', '≥', /^(?:超|超过|不少于|余|多|以上)$/],
  ['about', '≈', /^(?:约|近|左右)$/],
  ['at-most', '≤', /^(?:不足|不超过|以内)$/],
] as const

/** 一 … 九十九, or digits. */
function placeOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  const [tens = '', ones = ''] = words.includes('十') ? words.split('十') : ['零', words]
  const digit = (word: string, empty: number) => (word === '' ? empty : NUMERALS.indexOf(word) + 1)
  return (tens === '零' ? 0 : digit(tens, 1) * 10) + digit(ones, 0)
}

/** The written forms the files may use; anything else must be told here before it can be expected. */
function toPrinted(value: string, unit: string, wanted: string): Printed {
  const rank = /^第(.{1,3})$/.exec(value)?.[1]
  if (rank) return place('rank', '第', `${placeOf(rank)}位`)
  if (/^前.$/.test(value)) return place('rank-within', value, '位之内')
  const [, before = '', digits = '', scale = '', after = '', inside = ''] =
    NUMBER.exec(value.replace(/,/g, '')) ?? []
  if (digits === '') throw new Error(`no rule for ${value}`)
  const [state, mark] = STATES.find(([, , word]) => word.test(before || after)) ?? ['exact', '']
  const [shown, shownScale] = toDigits(digits, scale, inside || unit, wanted)
  return known(state, mark, shown, wanted, shownScale)
}

function rowsOf(file: string): readonly Record<string, string>[] {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  const [header = [], ...lines] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
  return lines.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])))
}

/** The empty place of a figure in a year whose report is still to come. */
export const toCome = (id: string, year: string): Expected => ({
  ...{ id, year, chapter: -1, literal: '', quote: '', months: '' },
  ...missing('pending'),
})

/** The months a note states in a clause of its own: 1—6月, or `''` for a figure of the whole year. */
function monthsIn(note: string): string {
  const clause = note
    .split(/[；;。]/)
    .find((words) => /^(?:统计期间为)?\d+\D{1,2}\d+月(?:数|累计)?$/.test(words))
  const [from, to] = clause?.match(/\d+/g) ?? []
  return from === undefined || (from === '1' && to === '12') ? '' : `${from}—${to}月`
}

/**
 * Every figure of the catalogue in one year, in the report's order, those without a value included. A year without
 * a file is still to come, or was never published.
 */
export function expectedIn(folder: string, year: number): readonly Expected[] {
  const file = `${folder}/years/${year}.csv`
  const rows = existsSync(file) ? rowsOf(file) : null
  return catalogueIn(folder).indicators.map((indicator): Expected => {
    const { id, chapter, unit, since } = indicator
    const names = [indicator.name, indicator.short, ...indicator.aliases]
    const row = rows?.find((r) => (r.指标编号 ? r.指标编号 === id : names.includes(r.指标 ?? '')))
    const literal = row?.数值 ?? ''
    const told = { literal, quote: row?.原句 ?? '', months: monthsIn(row?.备注 ?? '') }
    const shared = { id, chapter, year: String(year), ...told }
    if (!row && since > year) return { ...shared, ...missing('not-yet') }
    if (!row) return { ...shared, ...missing(rows ? 'not-published' : 'pending') }
    if (row.状态 === '不适用') return { ...shared, ...missing('not-applicable') }
    if (row.状态 === '未公布' || literal === '—') return { ...shared, ...missing('not-published') }
    return { ...shared, ...toPrinted(literal, row.单位 || unit, unit) }
  })
}

/** A number or word as it stands by itself: 8 is not found in 58 or 8.2. Both without blanks. */
export function holds(text: string, wanted: string): boolean {
  const at = text.indexOf(wanted)
  if (at < 0) return false
  const [before, after] = [text[at - 1] ?? '', text.slice(at + wanted.length)]
  const starts = !/^\d/.test(wanted) || !/[\d.,]/.test(before)
  const ends = !/\d$/.test(wanted) || !/^\d|^[.,]\d/.test(after)
  return (starts && ends) || holds(text.slice(at + 1), wanted)
}

/** Half-width punctuation throughout and no blanks: the page prints full-width what the file stores half-width. */
export const fold = (text: string): string =>
  text
    .replace(/[，：；（）！？]/g, (mark) => ',:;()!?'['，：；（）！？'.indexOf(mark)] ?? mark)
    .replace(/\s/g, '')
