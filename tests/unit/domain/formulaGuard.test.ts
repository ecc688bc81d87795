import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardCell, isPlainNumber, unguardCell } from '#domain/formulaGuard.ts'

const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']

/** Texts that often begin with what matters here. */
const anyText = fc
  .tuple(
    fc.array(fc.constantFrom("'", ...DANGEROUS), { maxLength: 3 }),
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '12.5', '1+1', 'cmd|calc')),
  )
  .map(([start, rest]) => start.join('') + rest)

describe('a guarded cell', () => {
  it.each(DANGEROUS)('begins with an apostrophe where the text begins with %j', (mark) => {
    expect(guardCell(`${mark}1+1`)).toBe(`'${mark}1+1`)
  })

  it('is left alone where it is a number, whatever it begins with', () => {
    expect(['-12.5', '2138', '99.70'].map(guardCell)).toEqual(['-12.5', '2138', '99.70'])
    expect(['-', '+5', '-1,000', '－5'].map(guardCell)).toEqual(["'-", "'+5", "'-1,000", "'－5"])
  })

  it('is left alone where an ordinary text begins with an apostrophe', () => {
    expect(guardCell("'十四五'规划")).toBe("'十四五'规划")
    expect(unguardCell("'十四五'规划")).toBe("'十四五'规划")
  })

  it('gives every text back, those that looked guarded before too', () => {
    fc.assert(
      fc.property(anyText, (text) => unguardCell(guardCell(text)) === text),
      { seed: 31 },
    )
  })

  it('never begins like a formula unless it is a number', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = guardCell(text)
        expect(isPlainNumber(written) || !DANGEROUS.includes(written.slice(0, 1))).toBe(true)
      }),
      { seed: 32 },
    )
  })
})
