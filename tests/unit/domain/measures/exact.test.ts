import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentChange, subtract } from '#domain/measures/exact.ts'

/** Up to eight digits before the point and up to four behind it: [value as text, value × 10⁴]. */
const decimal = fc
  .tuple(fc.nat({ max: 99_999_999 }), fc.stringMatching(/^\d{0,4}$/))
  .map(([whole, fraction]): readonly [string, bigint] => [
    fraction === '' ? String(whole) : `${whole}.${fraction}`,
    BigInt(whole) * 10_000n + BigInt(fraction.padEnd(4, '0')),
  ])

describe('subtract', () => {
  it.each([
    [99.9, 99.7, 0.2],
    [99.7, 99.9, -0.2],
    [0.3, 0.1, 0.2],
    [1, 0.9, 0.1],
    [803.5, 684.3, 119.2],
    [5, 5, 0],
    [9007199254740991, 0.123456789, 9007199254740991],
    [9007199254740991, 9007199254740990, 1],
    [0.0000001, 0, 0.0000001],
    [0, 0.0000001, -0.0000001],
    [1e-7, 2.5e-9, 9.75e-8],
  ])('%d less %d is %d', (a, b, difference) => {
    expect(subtract(a, b)).toBe(difference)
  })

  it('is exact for every pair of decimals', () => {
    fc.assert(
      fc.property(decimal, decimal, ([a, scaledA], [b, scaledB]) => {
        const digits = scaledA - scaledB
        expect(subtract(Number(a), Number(b))).toBe(Number(`${digits}e-4`))
      }),
      { seed: 11, numRuns: 500 },
    )
  })
})

describe('percentChange', () => {
  it.each([
    [200, 201, 0.5],
    [758, 826, 9],
    [826, 758, -8.2],
    [300, 299, -0.3],
    [2000, 2001, 0.1],
    [2000, 1999, -0.1],
    [2001, 2002, 0],
    [10_000, 9_999, 0],
    [400, 401, 0.3],
    [400, 399, -0.3],
    [80, 83, 3.8],
    [80, 77, -3.8],
    [710.99, 684.3, -3.8],
    [20, 2_000_000, 9_999_900],
  ])('from %d to %d is %d per cent', (base, value, percent) => {
    expect(percentChange(base, value)).toBe(percent)
  })

  it.each([
    [20, 22.01, 10.1],
    [20, 17.99, -10.1],
    [24, 24.3, 1.3],
    [24, 23.7, -1.3],
  ])(
    'rounds half away from zero where the binary quotient lies below the half: %d to %d',
    (base, value, percent) => {
      expect(percentChange(base, value)).toBe(percent)
    },
  )

  it('is the exact quotient to within half a tenth of a per cent, on either side', () => {
    fc.assert(
      fc.property(decimal, decimal, ([a, from], [b, to]) => {
        fc.pre(from > 0n)
        const percent = percentChange(Number(a), Number(b))
        const tenths = BigInt(Math.round(percent * 10))
        const error = tenths * from - (to - from) * 1000n
        expect(error * 2n <= from && error * 2n >= -from).toBe(true)
      }),
      { seed: 12, numRuns: 500 },
    )
  })
})
