import { toHalfWidth } from '#domain/numbers/parse.ts'
import { parseYear, type Year } from '#domain/year.ts'
import { withoutInvisible } from './folding.ts'

/** A year as a cell states it: 2024, 2024年度, 2024.0. Missing: `null` for anything else. */
export function yearInCell(text: string): Year | null {
  if (text.length > 16) return null
  return parseYear(
    toHalfWidth(text)
      .replace(/\s+/g, '')
      .replace(/\.0+(?=年|$)/, ''),
  )
}

const DIGITS = '〇一二三四五六七八九'

/** 二〇二四年 → 2024年, wherever four such digits stand before 年. */
const withArabicYears = (text: string): string =>
  text.replace(/[〇○零ОO0一二三四五六七八九]{4}(?=年)/g, (match) =>
    Array.from(match, (c) => Math.max(0, DIGITS.indexOf(c))).join(''),
  )

/** The year a cell probably means though it does not say it in four digits. Missing: `null` for no idea. */
export function likelyYear(text: string): Year | null {
  if (text.length > 32) return null
  const plain = withArabicYears(toHalfWidth(withoutInvisible(text))).replace(/[\s'"]+/g, '')
  const chinese = /^[〇○零一二三四五六七八九]{4}$/.test(plain) ? withArabicYears(`${plain}年`) : plain
  const match = /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(chinese)
  return match ? parseYear(match[1] ?? '') : null
}

/** The one year among those found. Missing: `null` for none and for several. */
function onlyYear(found: Iterable<string>): Year | null {
  const years = new Set<Year>()
  for (const digits of found) {
    const year = parseYear(digits)
    if (year !== null) years.add(year)
  }
  const [first] = years
  return years.size === 1 ? (first ?? null) : null
}

function* matches(pattern: RegExp, text: string): Generator<string> {
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) yield match[1] ?? ''
}

/** Lines around a table that state when it was made, not the year of its figures. */
const DATED =
  /(?:填报|填表|制表|打印|报送|报出|上报|编制|发布|印发|审核|成文)(?:日期|时间|年月)|^(?:日期|时间)|文号|号\)?$/

/**
 * The year a line of text gives a table: 某县2024年度法治政府建设指标.
 * Missing: `null` where it states none, several, or a day.
 */
export function yearInTitle(text: string): Year | null {
  if (text.length > 120) return null
  const plain = withArabicYears(toHalfWidth(withoutInvisible(text))).replace(/\s+/g, '')
  if (DATED.test(plain)) return null
  // 2023—2024年 names two years.
  const spans = /(\d{4})年?(?:[-–—―~至到])(\d{4})年?/.test(plain)
  if (spans) return null
  const stated = /^(?:统计|报告|所属|数据)?(?:年度|年份):?(\d{4})年?度?$/.exec(plain)
  if (stated) return parseYear(stated[1] ?? '')
  // A month alone is when the table was made; several months are what it counts.
  return onlyYear(matches(/(?:^|\D)(\d{4})年(?!\d{1,2}月(?![-–—―~至到])|\d{1,2}月\d|底|末|初)/g, plain))
}

/** Months a line of text limits its figures to: 2024年1—9月, 2024年上半年. Missing: empty for a whole year. */
export function monthsInTitle(text: string): string {
  if (text.length > 120) return ''
  const plain = toHalfWidth(text).replace(/\s+/g, '')
  const range = /(\d{1,2})月?[-–—―~至到](\d{1,2})月/.exec(plain)
  if (range && !(range[1] === '1' && range[2] === '12')) return range[0]
  return /上半年|下半年|[一二三四1-4]季度/.exec(plain)?.[0] ?? ''
}

/** The year in the name of a sheet or file: 2024, 法治指标2024年度. Missing: `null` for none, several, or a date. */
export function yearInName(name: string): Year | null {
  if (name.length > 200) return null
  const plain = withArabicYears(toHalfWidth(withoutInvisible(name))).replace(/\s+/g, '')
  return onlyYear(matches(/(?:^|\D)((?:19|20)\d{2})(?!\d|[-_.年]\d{1,2}(?:[-_.月]|\D|$))/g, plain))
}
