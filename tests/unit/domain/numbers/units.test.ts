import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert } from '#domain/numbers/units.ts'

it.each([
  [7_109_900, '元', '万元', 710.99],
  [710.99, '万元', '元', 7_109_900],
  [1.2, '亿元', '万元', 12_000],
  [5, '百万元', '万元', 500],
  [3, '千人', '人', 3000],
  [1.5, '万件', '件', 15_000],
  [2, '万人次', '人次', 20_000],
  [1, '元', '亿元', 0.00000001],
  [0.0000001, '元', '万元', 0.00000000001],
  [0, '元', '万元', 0],
])('converts %d %s to %s', (value, from, to, expected) => {
  expect(convert(value, from, to)).toBe(expected)
})

it.each([
  ['件', '人'],
  ['人', '人次'],
  ['万元', '万件'],
  ['%', '‰'],
  ['', '件'],
  ['件', ''],
  ['万', '件'],
  ['个百分点', '%'],
  ['__proto__', '件'],
  ['constructor', '件'],
])('does not convert %s to %s', (from, to) => {
  expect(convert(1, from, to)).toBeNull()
})

it('leaves a value alone where the units are the same', () => {
  expect(convert(0.1, '百分点', '百分点')).toBe(0.1)
})

describe('there and back', () => {
  it('gives the same value for every pair of a family', () => {
    const unit = fc.constantFrom('元', '百元', '千元', '万元', '百万元', '千万元', '亿元')
    const printed = fc
      .tuple(fc.nat({ max: 999_999_999 }), fc.nat({ max: 6 }))
      .map(([digits, places]) => Number(`${digits}e-${places}`))
    fc.assert(
      fc.property(printed, unit, unit, (value, from, to) => {
        const there = convert(value, from, to)
        expect(there).toSatisfy(Number.isFinite)
        expect(convert(there ?? Number.NaN, to, from)).toBe(value)
      }),
      { seed: 4, numRuns: 200 },
    )
  })
})
