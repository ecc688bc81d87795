import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Catalogue, Indicator } from '#domain/catalogue.ts'

/** What must stand on the screen, worked out here from the files alone, so that no mistake of the app is shared. */
export interface Expected {
  readonly id: string
  readonly year: string
  readonly chapter: number
  readonly state: string
  /** With its mark: ≥40, 第2位, 前三位之内, 99.7%. */
  readonly number: string
  /** Number and unit without gaps. */
  readonly printed: string
  readonly literal: string
  readonly quote: string
}

export const catalogueIn = (folder: string): Catalogue =>
  JSON.parse(readFileSync(`${folder}/catalogue.json`, 'utf8'))

const grouped = (digits: string): string => {
  const [whole = '', fraction] = digits.split('.')
  const parted = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? parted : `${parted}.${fraction}`
}

/** The written forms the shipped files may use; anything else must be told here before it can be expected. */
function toPrinted(value: string, unit: string): { state: string; number: string; printed: string } {
  const exact = /^\d+(\.\d+)?$/.exec(value)
  if (exact) {
    const number = unit === '%' ? `${value}%` : grouped(value)
    return { state: 'exact', number, printed: unit === '%' ? number : number + unit }
  }
  const atLeast = /^(\d+)余$/.exec(value)?.[1]
  if (atLeast)
    return { state: 'at-least', number: `≥${grouped(atLeast)}`, printed: `≥${grouped(atLeast)}${unit}` }
  const place = /^第([一二三四五六七八九])$/.exec(value)?.[1]
  if (place) {
    const number = `第${'一二三四五六七八九'.indexOf(place) + 1}位`
    return { state: 'rank', number, printed: number }
  }
  if (/^前[一二三四五六七八九]$/.test(value))
    return { state: 'rank-within', number: `${value}位之内`, printed: `${value}位之内` }
  throw new Error(`no rule for ${value}`)
}

/** The figures of one year's file that have a value, in the report's order. */
export function expectedIn(folder: string, year: number): readonly Expected[] {
  const text = readFileSync(`${folder}/years/${year}.csv`, 'utf8').replace(/^\ufeff/, '')
  const [header = [], ...lines] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
  const rows = lines.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])))
  const byId = new Map<string, Indicator>(catalogueIn(folder).indicators.map((i) => [i.id, i]))
  return rows.flatMap((row): Expected[] => {
    const id = row.指标编号 ?? ''
    const indicator = byId.get(id)
    if (!indicator) throw new Error(`no indicator ${id}`)
    const literal = row.数值 ?? ''
    if (literal === '' || row.状态 === '未公布' || row.状态 === '不适用') return []
    return [
      {
        id,
        year: String(year),
        chapter: indicator.chapter,
        ...toPrinted(literal, row.单位 || indicator.unit),
        literal,
        quote: row.原句 ?? '',
      },
    ]
  })
}

/** Half-width punctuation throughout and no blanks: the page prints full-width what the file stores half-width. */
export const fold = (text: string): string =>
  text
    .replace(/[，：；（）！？]/g, (mark) => ',:;()!?'['，：；（）！？'.indexOf(mark)] ?? mark)
    .replace(/\s/g, '')
