import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fingerprintOf } from '#importing/fingerprint.ts'
import { bytesOf } from '../../support/files.ts'

const of = (...files: readonly (readonly [string, string])[]) =>
  fingerprintOf(new Map(files.map(([path, text]) => [path, bytesOf(text)])))

it('is 16 hexadecimal digits, also of nothing', () => {
  expect(of()).toMatch(/^[0-9a-f]{16}$/)
  expect(of(['a', ''])).toMatch(/^[0-9a-f]{16}$/)
})

it('is the same for the same files in any order', () => {
  expect(of(['a', '1'], ['b', '2'])).toBe(of(['b', '2'], ['a', '1']))
})

it.each([
  [
    'another byte',
    [
      ['a', '2'],
      ['b', '2'],
    ],
  ],
  [
    'another name',
    [
      ['a', '1'],
      ['c', '2'],
    ],
  ],
  [
    'contents that changed places',
    [
      ['a', '2'],
      ['b', '1'],
    ],
  ],
  ['a file less', [['a', '1']]],
] as const)('differs by %s', (_, files) => {
  expect(of(...files)).not.toBe(of(['a', '1'], ['b', '2']))
})

it('tells any two different contents apart', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(of(['a', a]) === of(['a', b])).toBe(a === b)
    }),
    { seed: 8 },
  )
})
