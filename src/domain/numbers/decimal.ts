/** Digits and power of ten of a number; `String` writes 1e-7 for 0.0000001. */
function split(value: number): { digits: string; exponent: number } {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return { digits, exponent: Number(exponent) }
}

/** The value times a power of ten, exactly: 710.99 × 10⁴ is 7109900, where 710.99 * 10000 is not. */
export function shiftPoint(value: number, places: number): number {
  const { digits, exponent } = split(value)
  return Number(`${digits}e${exponent + places}`)
}

/** How many digits the number has behind the point. */
export function decimalPlaces(value: number): number {
  const { digits, exponent } = split(value)
  return Math.max(0, (digits.split('.')[1] ?? '').length - exponent)
}

/** The number in digits, never with an exponent. Shape: for values below 10²¹, which every figure is. */
export function plainDigits(value: number): string {
  const { digits, exponent } = split(value)
  if (exponent >= 0) return digits
  const sign = value < 0 ? '-' : ''
  return `${sign}0.${'0'.repeat(-exponent - 1)}${digits.replace(/[-.]/g, '')}`
}
