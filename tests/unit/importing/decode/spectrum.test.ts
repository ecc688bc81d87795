import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { openWorkbook } from '#importing/decode/workbook.ts'

const FOLDER = 'tests/fixtures/csv-spectrum'
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'))

async function rowsOf(bytes: Uint8Array, labels: readonly string[] = [], encoding: 'utf-8' | null = null) {
  const result = await openWorkbook('a.csv', bytes, { encoding, labels })
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return (result.value.sheets[0]?.rows ?? []).map(({ cells }) => cells)
}

describe('csv-spectrum', () => {
  it('has its twelve cases', () => {
    expect(names).toHaveLength(12)
  })

  it.each(names)('%s', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(`${FOLDER}/${name.replace('.csv', '.json')}`, 'utf8'))
    const rows = await rowsOf(new Uint8Array(readFileSync(`${FOLDER}/${name}`)))
    // The line end of the last line starts a blank row.
    expect(rows.slice(0, -1)).toEqual(expected)
    expect(rows[rows.length - 1]).toEqual([''])
  })
})

describe('rows written as text are read as the same rows', () => {
  const HEAD = ['年度', '指标', '数值']
  // Cells that only GB 2312 and the rest can hold; what no line end of a cell may look like after reading is \r.
  const cell = fc.string({
    unit: fc.constantFrom(...'法治建设指标年度县一开的甲0123456789.%,，;；|\t\n" \'“”《》—-+=@()abXY'),
    maxLength: 12,
  })
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
  const anything = fc
    .string({ unit: 'binary', maxLength: 12 })
    .map((text) => text.replace(/[\r\uFFFD\uD800-\uDFFF]/g, ''))

  const written = (table: readonly (readonly string[])[], delimiter: string, newline: string): string =>
    table.map((row) => row.map((text) => `"${text.replace(/"/g, '""')}"`).join(delimiter)).join(newline)

  it.each([
    [',', '\n'],
    ['\t', '\r\n'],
    [';', '\r'],
    ['，', '\r\n'],
    ['|', '\n'],
  ])('with the delimiter %j and line ends %j, in every encoding', async (delimiter, newline) => {
    const encodings = fc.constantFrom('utf8', 'gbk', 'gb18030', 'utf-16le', 'utf-16be')
    await fc.assert(
      fc.asyncProperty(rows, encodings, fc.boolean(), async (given, encoding, addBOM) => {
        const table = [HEAD, ...given.map((row) => [...row])]
        const text = written(table, delimiter, newline)
        const read = await rowsOf(new Uint8Array(iconv.encode(text, encoding, { addBOM })), HEAD)
        expect(read).toEqual(table)
      }),
      { numRuns: 60 },
    )
  })

  it('whatever text their cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anything, { minLength: 3, maxLength: 3 }), { maxLength: 6 }),
        async (given) => {
          const table = [HEAD, ...given]
          const text = written(table, ',', '\r\n')
          expect(await rowsOf(new TextEncoder().encode(text), HEAD, 'utf-8')).toEqual(table)
        },
      ),
      { numRuns: 200 },
    )
  })
})
