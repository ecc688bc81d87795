import { describe, expect, it } from 'vitest'
import type { Indicator, Panel } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Observation } from '#domain/observation.ts'
import { parseReport } from '#domain/report.ts'
import { checkFigures } from '#importing/checks/index.ts'
import { checkEntry } from '#importing/entry.ts'
import { aCatalogue, aDataset, anIndicator, asId, asYear, shippedDataset } from '../../../support/data.ts'
import { anEntry } from '../../../support/log.ts'

const handled = anIndicator({ id: 'handled', name: '办理案件数' })
const closed = anIndicator({ id: 'closed', name: '结案数' })
const officers = anIndicator({ id: 'officers', name: '参加人数', unit: '名' })
const passed = anIndicator({
  id: 'passed',
  name: '通过率',
  unit: '%',
  kind: 'rate',
  impliedBase: asId('officers'),
})
const place = anIndicator({ id: 'place', name: '位次', unit: '位', kind: 'rank' })
const indicators = [handled, closed, officers, passed, place]

const process: Panel = {
  id: 'process',
  name: '办理过程',
  title: null,
  titleRule: null,
  chapter: 1,
  section: null,
  overview: null,
  onChapter: true,
  parts: [
    {
      kind: 'steps',
      indicators: [handled.id, closed.id],
      labels: [],
      subs: [],
      name: null,
      square: null,
    },
  ],
  subtitle: '',
  notes: [],
}
const catalogue = aCatalogue({ indicators, panels: [process] })

type Figures = Readonly<Record<string, Readonly<Record<number, string>>>>

const keeping = (figures: Figures, rest: Partial<Dataset> = {}) => aDataset({ catalogue, figures, ...rest })

/** A figure as read from row `row` of a file. */
function taken(indicator: Indicator, year: number, value: string, rest = {}, row = 2): Observation {
  const { observation } = checkEntry(indicator, asYear(year), anEntry(value, rest))
  if (!observation) throw new Error(`${value} is not taken`)
  return { ...observation, source: { file: 'a.xlsx', row } }
}

const codes = (dataset: Dataset, ...observations: readonly Observation[]) =>
  checkFigures(dataset, observations).map(({ code }) => code)

describe('a figure against the year before', () => {
  const dataset = keeping({ handled: { 2023: '745' } })

  it.each([
    ['745', []],
    ['1000', []],
    ['1200', ['value-jump']],
    ['7450', ['value-slipped']],
    ['74', ['value-slipped']],
    ['0', ['value-to-zero']],
    ['7450余', []],
    ['未公布', []],
  ])('%s: %j', (value, expected) => {
    expect(codes(dataset, taken(handled, 2024, value))).toEqual(expected)
  })

  it.each([
    ['40余', '0', ['value-to-zero']],
    ['约40', '0', ['value-to-zero']],
    ['不超过6', '0', []],
    ['40余', '4', []],
    ['0', '5', []],
  ])('%s, then %s: %j', (last, value, expected) => {
    expect(codes(keeping({ handled: { 2023: last } }), taken(handled, 2024, value))).toEqual(expected)
  })

  it('is named in the unit of the catalogue, in which its value is', () => {
    const [found] = checkFigures(dataset, [taken(handled, 2024, '0.9', { unit: '万件' })])
    expect(found?.facts).toMatchObject({ value: '9000 件', before: '745 件' })
  })

  it('is compared with a year of the same file before the one kept', () => {
    expect(codes(dataset, taken(handled, 2023, '7450'), taken(handled, 2024, '7450', {}, 3))).toEqual([])
    expect(codes(keeping({}), taken(handled, 2023, '7450'), taken(handled, 2024, '74', {}, 3))).toEqual([
      'value-slipped',
    ])
  })

  it('is compared with the last figure there is, where the years between have none', () => {
    expect(codes(dataset, taken(handled, 2026, '7450'))).toEqual(['value-slipped'])
    expect(codes(dataset, taken(handled, 2026, '0'))).toEqual(['value-to-zero'])
    expect(codes(dataset, taken(handled, 2026, '1200'))).toEqual([])
    expect(codes(dataset, taken(handled, 2029, '7450'))).toEqual([])
    const changed = keeping({ handled: { 2023: '745', 2024: '40余' } })
    expect(codes(changed, taken(handled, 2025, '7450'))).toEqual([])
  })

  it('is not asked about again where both are kept just so, as in a file that was taken out of here', () => {
    const kept = keeping({ handled: { 2023: '745', 2024: '7450' } })
    expect(codes(kept, taken(handled, 2024, '7450'))).toEqual([])
    expect(codes(kept, taken(handled, 2023, '745'), taken(handled, 2024, '7450', {}, 3))).toEqual([])
    expect(codes(kept, taken(handled, 2024, '7451'))).toEqual(['value-slipped'])
    expect(codes(kept, taken(handled, 2023, '746'), taken(handled, 2024, '7450', {}, 3))).toEqual([
      'value-slipped',
    ])
  })

  it('is not asked about twice where a share was stored as a fraction', () => {
    const shares = keeping({ passed: { 2023: '99.5' } })
    expect(codes(shares, taken(passed, 2024, '0.997'))).toEqual([])
    expect(codes(shares, taken(passed, 2024, '0.997%'))).toEqual(['value-slipped'])
    expect(codes(shares, taken(passed, 2024, '9.95'))).toEqual(['value-slipped'])
  })

  it('names both figures, and the place the file gives the cell', () => {
    const found = checkFigures(dataset, [taken(handled, 2024, '7450', {}, 12)], ({ year }, column) => ({
      file: 'a.xlsx',
      row: 12,
      column: column === '数值' ? `${year}年` : column,
      cell: 4,
    }))
    expect(found).toEqual([
      {
        code: 'value-slipped',
        severity: 'warns',
        at: { file: 'a.xlsx', row: 12, column: '2024年', cell: 4 },
        facts: { name: '办理案件数', value: '7450 件', year: 2023, before: '745 件' },
      },
    ])
  })

  it('stands in its file and row where nobody says otherwise', () => {
    expect(checkFigures(dataset, [taken(handled, 2024, '7450', {}, 12)])[0]?.at).toEqual({
      file: 'a.xlsx',
      row: 12,
      column: '数值',
    })
  })
})

describe('a later step of a process', () => {
  it.each([
    ['745', '553', []],
    ['745', '745', []],
    ['745', '800', ['part-exceeds-whole']],
    ['745', '800余', ['part-exceeds-whole']],
    ['700余', '800', []],
    ['不超过745', '800', ['part-exceeds-whole']],
    ['约700', '800', []],
    ['745', '约800', []],
    ['745', '不超过800', []],
    ['未公布', '800', []],
  ])('of %s with %s: %j', (whole, part, expected) => {
    expect(codes(keeping({}), taken(handled, 2024, whole), taken(closed, 2024, part, {}, 3))).toEqual(
      expected,
    )
  })

  it('is asked about at its own row, and only once', () => {
    const found = checkFigures(keeping({}), [taken(handled, 2024, '745'), taken(closed, 2024, '800', {}, 3)])
    expect(found).toMatchObject([
      {
        at: { row: 3 },
        facts: { name: '结案数', value: '800 件', whole: '办理案件数', wholeValue: '745 件', year: 2024 },
      },
    ])
  })

  it('is asked about where only one of the two is new', () => {
    expect(codes(keeping({ handled: { 2024: '745' } }), taken(closed, 2024, '800'))).toEqual([
      'part-exceeds-whole',
    ])
    expect(codes(keeping({ closed: { 2024: '800' } }), taken(handled, 2024, '745'))).toEqual([
      'part-exceeds-whole',
    ])
  })

  it('of other months or of another year is not compared', () => {
    expect(
      codes(keeping({}), taken(handled, 2024, '745', { note: '1—6月' }), taken(closed, 2024, '800', {}, 3)),
    ).toEqual([])
    expect(codes(keeping({ handled: { 2022: '745' } }), taken(closed, 2024, '800'))).toEqual([])
  })
})

describe('a rate against its base', () => {
  it.each([
    ['214', '99.5', []],
    ['214', '99.53', []],
    ['214', '99.7', ['rate-unlike-base']],
    ['214', '100', []],
    ['214', '99', []],
    ['214', '0', []],
    ['3', '50', ['rate-unlike-base']],
    ['3', '66.6', []],
    ['3', '66.7', []],
    ['8900', '99.7', []],
    ['200余', '99.7', []],
    ['0', '100', []],
  ])('of %s with %s%%: %j', (base, rate, expected) => {
    expect(codes(keeping({}), taken(officers, 2024, base), taken(passed, 2024, rate, {}, 3))).toEqual(
      expected,
    )
  })

  it('names the nearest shares there are', () => {
    expect(
      checkFigures(keeping({ officers: { 2024: '214' } }), [taken(passed, 2024, '99.7')])[0]?.facts,
    ).toEqual({
      name: '通过率',
      value: '99.7%',
      base: '参加人数',
      baseValue: '214 名',
      lower: 213,
      lowerShare: '99.53%',
      upper: 214,
      upperShare: '100%',
    })
  })

  it('is asked about at the base where the rate was kept before', () => {
    expect(codes(keeping({ passed: { 2024: '99.7' } }), taken(officers, 2024, '214'))).toEqual([
      'rate-unlike-base',
    ])
  })
})

describe('a year that repeats the one before', () => {
  const many = Array.from({ length: 20 }, (_, i) => anIndicator({ id: `i${i}` }))
  const dataset = aDataset({
    indicators: many,
    figures: Object.fromEntries(many.map(({ id }, i) => [id, { 2023: String(100 + i) }])),
  })
  const year = (different: number, count = many.length) =>
    many
      .slice(0, count)
      .map((indicator, i) => taken(indicator, 2024, String(100 + i + (i < different ? 1 : 0))))

  it.each([
    [0, 20, 20],
    [2, 20, 18],
  ])('but for %d figures is said of the whole file', (different, compared, same) => {
    expect(checkFigures(dataset, year(different))).toEqual([
      {
        code: 'copy-of-year',
        severity: 'warns',
        at: { file: 'a.xlsx' },
        facts: { year: 2024, before: 2023, same, compared },
      },
    ])
  })

  it('in fewer figures, or in few of them, is nothing to ask about', () => {
    expect(checkFigures(dataset, year(3))).toEqual([])
    expect(checkFigures(dataset, year(0, 9))).toEqual([])
  })

  it('is itself no copy when it is entered again', () => {
    expect(
      checkFigures(
        dataset,
        many.map((indicator, i) => taken(indicator, 2023, String(100 + i))),
      ),
    ).toEqual([])
  })
})

describe('a quote', () => {
  it.each([
    [handled, '745', '办理案件745件', []],
    [handled, '745件', '办理案件745余件', []],
    [handled, '2,138', '办理案件2138件', []],
    [handled, '2138', '办理案件2,138件', []],
    [handled, '745', '办理案件1745件', ['literal-not-in-quote']],
    [handled, '745', '办理案件1，745件', ['literal-not-in-quote']],
    [handled, '745', '办理案件７４５1件，结案745件', []],
    [handled, '745', '办理案件745．5件', ['literal-not-in-quote']],
    [handled, '40余', '开展40场', ['literal-not-in-quote']],
    [place, '第2', '居全市第二位', []],
    [place, '前三', '均居全市前3位', []],
    [place, '第三', '均居全市前三位', ['literal-not-in-quote']],
  ])('of %o carries %s: %s', (indicator, value, quote, expected) => {
    expect(codes(keeping({}), taken(indicator, 2024, value, { quote }))).toEqual(expected)
  })

  it('stands in the report of its year, where there is one', () => {
    const reports = new Map([[asYear(2024), parseReport('2024年度报告\n共办理案件745件。')]])
    const dataset = keeping({}, { reports })
    expect(codes(dataset, taken(handled, 2024, '745', { quote: '共办理案件745件' }))).toEqual([])
    expect(codes(dataset, taken(handled, 2024, '745', { quote: '受理案件745件' }))).toEqual([
      'quote-not-in-report',
    ])
    expect(codes(dataset, taken(handled, 2023, '745', { quote: '受理案件745件' }))).toEqual([])
  })
})

it('has nothing to ask about the shipped figures', () => {
  const dataset = shippedDataset()
  const observations = [...dataset.observations.values()].flatMap((years) => [...years.values()])
  expect(observations.length).toBeGreaterThan(70)
  expect(checkFigures(dataset, observations)).toEqual([])
})

it('asks in the shipped catalogue about 800 closed of 745, and about 99.7% of 214', () => {
  const dataset = shippedDataset()
  const of = (id: string, value: string) => {
    const indicator = dataset.catalogue.indicators.find((i) => i.id === id)
    if (!indicator) throw new Error(id)
    return taken(indicator, 2024, value)
  }
  expect(
    codes(
      dataset,
      of('online-enforcement-cases', '745'),
      of('online-enforcement-cases-closed', '800'),
      of('enforcement-review-officers', '214'),
      of('enforcement-review-pass-rate', '99.7'),
    ),
  ).toEqual(['part-exceeds-whole', 'rate-unlike-base'])
})
