import { readFileSync } from 'node:fs'
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
}

type Printed = Pick<Expected, 'state' | 'number' | 'printed'>

const NUMERALS = '一二三四五六七八九十'
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

const known = (state: string, mark: string, digits: string, unit: string): Printed => {
  const number = `${mark}${grouped(digits)}${unit === '%' ? unit : ''}`
  return { state, number, printed: unit === '%' ? number : number + unit }
}

/** The written forms the files may use; anything else must be told here before it can be expected. */
function toPrinted(value: string, unit: string, wanted: string): Printed {
  const exact = /^\d+(?:\.\d+)?$/.exec(value)?.[0]
  if (exact && unit === '元' && wanted === '万元')
    return known('exact', '', String(Number(exact) / 1e4), wanted)
  if (unit !== wanted) throw new Error(`no rule for ${unit} in place of ${wanted}`)
  if (exact) return known('exact', '', exact, unit)
  const forms = [
    ['at-least', '≥', /^(\d+)(?:余|以上)$/],
    ['about', '≈', /^(?:约|近)(\d+)$/],
    ['at-most', '≤', /^(?:不足|不超过)(\d+)$/],
  ] as const
  for (const [state, mark, form] of forms) {
    const digits = form.exec(value)?.[1]
    if (digits) return known(state, mark, digits, unit)
  }
  const place = NUMERALS.indexOf(value.slice(1)) + 1
  if (/^第.$/.test(value) && place > 0)
    return { state: 'rank', number: `第${place}位`, printed: `第${place}位` }
  if (/^前.$/.test(value) && place > 0)
    return { state: 'rank-within', number: `${value}位之内`, printed: `${value}位之内` }
  throw new Error(`no rule for ${value}`)
}

function rowsOf(file: string): readonly Record<string, string>[] {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  const [header = [], ...lines] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
  return lines.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])))
}

/** The empty place of a figure in a year whose report is still to come. */
export const toCome = (id: string, year: string): Expected => ({
  ...{ id, year, chapter: -1, literal: '', quote: '' },
  ...missing('pending'),
})

/** Every figure of the catalogue in one year, in the report's order, those without a value included. */
export function expectedIn(folder: string, year: number): readonly Expected[] {
  const rows = new Map(rowsOf(`${folder}/years/${year}.csv`).map((row) => [row.指标编号, row]))
  return catalogueIn(folder).indicators.map(({ id, chapter, unit, since }): Expected => {
    const row = rows.get(id)
    const literal = row?.数值 ?? ''
    const shared = { id, chapter, year: String(year), literal, quote: row?.原句 ?? '' }
    if (!row) return { ...shared, ...missing(since > year ? 'not-yet' : 'not-published') }
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
