import { shiftPoint } from './decimal.ts'

/** Words for a power of ten, before a unit or behind a number. Unit: the power. */
export const scales: ReadonlyMap<string, number> = new Map([
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
])

/** 万元 is 元 × 10⁴: the power of ten a unit carries. */
function split(unit: string): { base: string; exponent: number } {
  const match = /^(百万|千万|百|千|万|亿)(.+)$/.exec(unit)
  const scale = scales.get(match?.[1] ?? '')
  return match?.[2] && scale ? { base: match[2], exponent: scale } : { base: unit, exponent: 0 }
}

/** The unit without its scale: 万元 → 元. */
export const baseUnit = (unit: string): string => split(unit).base

/**
 * Converts within a family (元/万元/亿元, 件/万件); 件 never becomes 人.
 * Missing: `null` when the two units are not of one family.
 */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value
  const source = split(from)
  const target = split(to)
  if (source.base !== target.base) return null
  return shiftPoint(value, source.exponent - target.exponent)
}
