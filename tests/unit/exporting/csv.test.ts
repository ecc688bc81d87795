import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unguardCell } from '#domain/formulaGuard.ts'
import { toCsv } from '#exporting/csv.ts'
import { decodeCsv } from '#importing/decode/csv.ts'

const textOf = (rows: readonly (readonly string[])[]): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(toCsv(rows))

describe('a CSV we write', () => {
  it('begins with a byte order mark and ends every row with CRLF', () => {
    expect([...toCsv([['指标'], ['案件']]).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(textOf([['指标'], ['案件']])).toBe('\ufeff指标\r\n案件\r\n')
  })

  it('quotes what would end a cell or a row, and blanks at its ends', () => {
    expect(textOf([['a"b', 'c,d', 'e\nf', ' g', 'h']])).toBe('\ufeff"a""b","c,d","e\nf"," g",h\r\n')
  })

  it('guards a formula that is quoted too', () => {
    expect(textOf([['=1,2', '＋"x"', '-3.5', '-']])).toBe(`\ufeff"'=1,2","'＋""x""",-3.5,'-\r\n`)
  })

  it('is read back cell by cell, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^['"=+@,;\t\n\-＝＋－＠ <>\u202e]{0,6}$/),
    )
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, (cells) => {
        const head = ['年度', '指标', '数值']
        const sheet = decodeCsv('x.csv', toCsv([head, ...cells]), head)
        if (!sheet.ok) throw new Error(JSON.stringify(sheet.findings))
        const folded = cells.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n')))
        const read = sheet.value.rows.slice(1, cells.length + 1).map((row) => row.cells.map(unguardCell))
        expect(read).toEqual(folded)
      }),
      { seed: 33 },
    )
  })
})
