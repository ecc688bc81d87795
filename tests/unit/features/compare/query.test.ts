import { expect, it } from 'vitest'
import { comparePath, filters, parseFilter, parseOrder } from '#features/compare/query.ts'
import { parseAddress } from '#persistence/address.ts'
import { asYear } from '../../../support/data.ts'

const query = { a: asYear(2023), b: asYear(2024), only: 'all', sort: 'report' } as const

it.each([
  [{}, '/compare?a=2023&b=2024'],
  [{ only: '逆' }, '/compare?a=2023&b=2024&only=down'],
  [{ only: 'changed', sort: 'change' }, '/compare?a=2023&b=2024&only=changed&sort=change'],
  [{ a: asYear(2025) }, '/compare?a=2025&b=2024'],
] as const)('%j is %s', (change, path) => {
  expect(comparePath({ ...query, ...change })).toBe(path)
})

it('reads back every filter and order it writes, in ASCII', () => {
  for (const only of filters)
    for (const sort of ['report', 'change'] as const) {
      const path = comparePath({ ...query, only, sort })
      expect(path).toMatch(/^[!-~]+$/)
      const read = parseAddress(`#${path}`).query
      expect(parseFilter(read.get('only') ?? '')).toBe(only)
      expect(parseOrder(read.get('sort') ?? '')).toBe(sort)
    }
})

it.each(['', 'constructor', '正', 'UP', '__proto__'])('takes %j for no filter and no order', (text) => {
  expect(parseFilter(text)).toBe('all')
  expect(parseOrder(text)).toBe('report')
})
