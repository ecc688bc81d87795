import { decimalPlaces, plainDigits } from '../numbers/decimal.ts'

/** The value as a whole number of units of 10^−places; `places` is at least its own number of them. */
function toWhole(value: number, places: number): bigint {
  if (places === 0) return BigInt(value)
  const [whole = '', fraction = ''] = plainDigits(Math.abs(value)).split('.')
  const digits = BigInt(whole + fraction.padEnd(places, '0'))
  return value < 0 ? -digits : digits
}

/** Most figures are whole numbers, which need no look at their digits. */
const placesOf = (value: number): number => (Number.isInteger(value) ? 0 : decimalPlaces(value))

const commonPlaces = (a: number, b: number): number => Math.max(placesOf(a), placesOf(b))

/** Decimal subtraction: 99.9 − 99.7 is 0.2, where the binary one is 0.20000000000000284. */
export function subtract(a: number, b: number): number {
  const places = commonPlaces(a, b)
  if (places === 0) return a - b
  return Number(`${toWhole(a, places) - toWhole(b, places)}e-${places}`)
}

/**
 * Growth in per cent of the base, computed in decimals and rounded half away from zero.
 * Unit: percent, one decimal. `base` is above 0.
 */
export function percentChange(base: number, value: number): number {
  const places = commonPlaces(base, value)
  const from = toWhole(base, places)
  const by = toWhole(value, places) - from
  const size = by < 0n ? -by : by
  const tenths = (size * 2000n + from) / (from * 2n)
  return tenths === 0n ? 0 : Number(`${by < 0n ? '-' : ''}${tenths}e-1`)
}
