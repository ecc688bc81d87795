import fc from 'fast-check'
import type { Dataset } from '#domain/dataset.ts'
import type { EntryStatus } from '#domain/observation.ts'
import { checkEntry } from '#importing/entry.ts'
import { aCatalogue, aChapter, aDataset, anIndicator, asYear } from './data.ts'

/** Texts that spreadsheets, browsers and parsers trip over, as a dataset can hold them: trimmed, line ends folded. */
const hostileText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.stringMatching(/^['"=+@,;\t\n\-＝＋－＠ <>&、。]{0,8}$/),
    fc.constantFrom(
      '=HYPERLINK("http://x","点")',
      "'=1+1",
      '－－',
      '@SUM(A1)',
      '<img src=x onerror=alert(1)>',
      '\u202egpj.exe',
      '__proto__',
      'a\u2028b',
      '一，二；"三"\n四',
      '_x000D_',
      'sep=;',
    ),
  )
  .map((text) => text.replace(/\r\n?/g, '\n').trim())

const CELLS: readonly (readonly [value: string, status: EntryStatus])[] = [
  ['2138', ''],
  ['99.70', '待核'],
  ['1,024', ''],
  ['40余', ''],
  ['约60', ''],
  ['不超过6', ''],
  ['0', ''],
  ['-', ''],
  ['—', ''],
  ['未公布', ''],
  ['', '未公布'],
  ['', '不适用'],
  ['5721万', ''],
  ['２１３８', ''],
]

/** Three indicators over two years, with hostile names, quotes, notes and plans. */
export const hostileDataset: fc.Arbitrary<Dataset> = fc
  .record({
    names: fc.uniqueArray(hostileText, { minLength: 3, maxLength: 3 }),
    rows: fc.array(
      fc.record({
        cell: fc.constantFrom(...CELLS),
        quote: hostileText,
        note: hostileText,
        unit: fc.constantFrom('', '件'),
      }),
      { minLength: 6, maxLength: 6 },
    ),
    plan: hostileText,
  })
  .map(({ names, rows, plan }) => {
    const indicators = ['a', 'b', 'c'].map((id, i) =>
      anIndicator({ id, name: `名${names[i]}`, short: `简${id}`, chapter: i % 2 }),
    )
    const catalogue = aCatalogue({ indicators, chapters: [aChapter(0), aChapter(1)] })
    const observations = rows.flatMap(({ cell: [value, status], ...rest }, i) => {
      const indicator = indicators[i % 3] ?? anIndicator()
      const { observation } = checkEntry(indicator, asYear(2031 + (i % 2)), { value, status, ...rest })
      return observation ? [observation] : []
    })
    const item = {
      kind: '打算',
      number: 1,
      text: plan,
      indicators: [],
      state: '待对应',
      nextQuote: '',
    } as const
    return {
      ...aDataset({ years: [2031, 2032], plans: new Map([[asYear(2031), [item]]]) }),
      catalogue,
      observations: new Map(
        indicators.map(({ id }) => [
          id,
          new Map(
            observations
              .filter((o) => o.indicator === id)
              .sort((a, b) => a.year - b.year)
              .map((o) => [o.year, o]),
          ),
        ]),
      ),
    }
  })
