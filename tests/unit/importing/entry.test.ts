import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOf } from '#domain/observation.ts'
import { checkEntry, quantityOfEntry, type RawEntry, readEntry } from '#importing/entry.ts'
import { aDataset, anIndicator, asYear } from '../../support/data.ts'
import { anEntry } from '../../support/log.ts'

const YEAR = asYear(2024)
const cases = anIndicator({ id: 'cases', name: '办理案件数' })
const share = anIndicator({ id: 'share', name: '通过率', unit: '%', kind: 'rate' })
const money = anIndicator({ id: 'money', name: '挽回损失', unit: '万元', kind: 'amount' })
const place = anIndicator({ id: 'place', name: '全市位次', unit: '位', kind: 'rank' })
const bare = anIndicator({ id: 'bare', name: '无单位', unit: '' })

const raw = (rest: Partial<RawEntry>): RawEntry => ({ ...anEntry(''), ...rest })
const check = (rest: Partial<RawEntry>, indicator = cases) => checkEntry(indicator, YEAR, raw(rest))
const codes = (rest: Partial<RawEntry>, indicator = cases) =>
  check(rest, indicator).findings.map(({ code, severity, at }) => [code, severity, at.column])

describe('an entry that can be taken', () => {
  it('keeps its cells as they were written, beside what they say', () => {
    const entry = anEntry('40余', { unit: '件', quote: '办理40余件', note: '1—6月；口径变化：含移送' })
    const source = { file: 'years/2024.csv', row: 7 }
    expect(readEntry(cases, YEAR, entry, source, () => null)).toEqual({
      ...entry,
      indicator: 'cases',
      year: 2024,
      quantity: { kind: 'known', bound: 'at-least', value: 40, literal: '40余', unit: '件' },
      doubtful: false,
      period: { from: 1, to: 6 },
      scopeChange: '含移送',
      source,
    })
  })

  it.each([
    anEntry('12'),
    anEntry('8035000', { unit: '件', note: '照录' }),
    anEntry('', { status: '未公布' }),
    anEntry('12', { status: '待核', note: '口径待核' }),
  ])('gives the same entry back: %j', (entry) => {
    const { observation } = checkEntry(cases, YEAR, entry)
    expect(observation && entryOf(observation)).toEqual(entry)
  })

  it.each([
    [cases, '12', '', '件'],
    [cases, '12件', '', '件'],
    [cases, '5721万', '', '件'],
    [money, '8035000', '元', '元'],
    [money, '710.99', '', '万元'],
    [money, '710.99', '万元', '万元'],
    [money, '1.2', '亿元', '亿元'],
    [money, '958.4万', '元', '元'],
    [money, '8.2亿', '', '元'],
    [money, '931.26万元', '', '元'],
    [share, '99.7', '%', '%'],
    [share, '99.7％', '', '%'],
    [share, '99.7', '％', '%'],
    [place, '第二', '位', ''],
    [place, '第2名', '', ''],
    [place, '前三', '', ''],
    [bare, '5', '', ''],
    [bare, '5万', '', ''],
  ])('%o: %j beside %j is printed in %j', (indicator, value, unit, printed) => {
    expect(check({ value, unit }, indicator).observation?.quantity).toMatchObject({
      kind: 'known',
      literal: value,
      unit: printed,
    })
  })

  it('forgives blanks around what was typed, and shows the figure without them', () => {
    expect(check({ value: ' 12 ', unit: ' 件\u3000' })).toMatchObject({
      observation: { value: ' 12 ', quantity: { value: 12, literal: '12', unit: '件' } },
      findings: [],
    })
  })

  it('says 待核 of a doubtful figure alone, and drops 已公布, which says nothing', () => {
    expect(check({ value: '12', status: '待核' }).observation).toMatchObject({
      status: '待核',
      doubtful: true,
    })
    expect(check({ value: '12', status: '已公布' }).observation).toMatchObject({
      status: '',
      doubtful: false,
    })
  })

  it.each([
    ['未公布', 'not-published'],
    ['不适用', 'not-applicable'],
  ] as const)('is missing where its status is %s, and never 0', (status, why) => {
    for (const value of ['', '—', '无'])
      expect(check({ value, status }).observation?.quantity).toEqual({ kind: 'missing', why })
  })

  it('is told where its unit is another one of the family', () => {
    expect(codes({ value: '8035000', unit: '元' }, money)).toEqual([['unit-converted', 'notes', '单位']])
  })
})

describe('an entry that is taken with a question', () => {
  it.each([
    [{ value: '0.997' }, '99.7'],
    [{ value: '0.997', unit: '%' }, '99.7'],
    [{ value: '1' }, '100'],
    [{ value: '0.9953' }, '99.53'],
    [{ value: '0.001' }, '0.1%'],
  ])('%j may be a share stored as a fraction of one', (rest, suggestion) => {
    expect(check(rest, share)).toMatchObject({
      observation: { quantity: { value: Number(rest.value) } },
      findings: [{ code: 'rate-as-fraction', severity: 'warns', facts: { raw: rest.value, suggestion } }],
    })
  })

  it.each([{ value: '0.997%' }, { value: '0' }, { value: '99.7' }, { value: '99.7%', unit: '%' }])(
    '%j is a share beyond doubt',
    (rest) => {
      expect(codes(rest, share)).toEqual([])
    },
  )

  it('a count is whole in single pieces', () => {
    expect(codes({ value: '12.5' })).toEqual([['count-not-whole', 'warns', '数值']])
    expect(codes({ value: '12.0' })).toEqual([])
    expect(codes({ value: '1.2万件' })).toEqual([['unit-converted', 'notes', '数值']])
    expect(codes({ value: '710.99' }, money)).toEqual([])
  })

  it.each(['—', '-', '／', '…'])('%s is not published, and said to be read so', (value) => {
    expect(codes({ value })).toEqual([['read-as-not-published', 'notes', '数值']])
    expect(codes({ value: '未公布' })).toEqual([])
    expect(codes({ value, status: '未公布' })).toEqual([])
  })
})

describe('an entry that cannot be taken', () => {
  it.each([
    ['value-unreadable', '数值', { value: '九十八' }],
    ['zero-or-unpublished', '数值', { value: '无' }],
    ['unit-unlike', '单位', { value: '12', unit: '人' }],
    ['unit-unlike', '数值', { value: '12人' }],
    ['place-unexpected', '数值', { value: '第二' }],
    ['status-unknown', '状态', { value: '12', status: '待定' }],
    ['status-unknown', '状态', { value: '12', status: 'constructor' }],
    ['value-and-status', '状态', { value: '12', status: '未公布' }],
    ['value-and-status', '状态', { status: '待核' }],
  ])('is found as %s in %s: %j', (code, column, entry) => {
    expect(codes(entry)).toEqual([[code, 'blocks', column]])
    expect(check(entry).observation).toBeNull()
  })

  it.each([
    ['unit-unlike', share, { value: '99.7', unit: '‰' }],
    ['value-out-of-range', share, { value: '100.1' }],
    ['place-expected', place, { value: '2' }],
    ['place-expected', place, { value: '2件' }],
    ['unit-unlike', place, { value: '第二', unit: '件' }],
    ['unit-unlike', bare, { value: '5', unit: '件' }],
  ] as const)('is found as %s where it does not go with the indicator: %o %j', (code, indicator, entry) => {
    expect(codes(entry, indicator).map(([found]) => found)).toEqual([code])
    expect(check(entry, indicator).observation).toBeNull()
  })

  it.each(['首位', '倒数第二', '三甲', '末位', '上升2位'])(
    '%s is asked to be written as a place',
    (value) => {
      expect(codes({ value }, place)).toEqual([['place-expected', 'blocks', '数值']])
    },
  )

  it('offers no number of something else', () => {
    expect(check({ value: '一些' }).findings[0]?.facts).toEqual({ raw: '一些', why: 'chinese-digits' })
    expect(check({ value: '三件' }).findings[0]?.facts).toMatchObject({ suggestion: '3件' })
  })

  it('has one message for each cell that is wrong', () => {
    expect(codes({ value: '九十八', unit: '人', status: '待定' })).toEqual([
      ['status-unknown', 'blocks', '状态'],
      ['value-unreadable', 'blocks', '数值'],
      ['unit-unlike', 'blocks', '单位'],
    ])
    expect(codes({ value: '九十八', unit: '件' })).toEqual([['value-unreadable', 'blocks', '数值']])
    expect(codes({ value: '3/5' }, place)).toEqual([['value-unreadable', 'blocks', '数值']])
    expect(codes({ value: '5人', unit: '人' })).toEqual([['unit-unlike', 'blocks', '数值']])
  })

  it('offers the one safe reading, and asks about a share over 100', () => {
    const facts = (rest: Partial<RawEntry>, indicator = cases) => check(rest, indicator).findings[0]?.facts
    expect(facts({ value: '九十八' })).toMatchObject({ suggestion: '98' })
    expect(facts({ value: '2名' }, place)).toMatchObject({ suggestion: '第2' })
    expect(facts({ value: '二' }, place)).toMatchObject({ suggestion: '第2', name: '全市位次' })
    expect(facts({ value: '十二位' }, place)).toMatchObject({ suggestion: '第12' })
    expect(facts({ value: '997' }, share)).toMatchObject({ perhaps: '99.7' })
    expect(facts({ value: '20000' }, share)).not.toHaveProperty('perhaps')
    expect(facts({ value: '997' }, share)).not.toHaveProperty('suggestion')
  })

  it('names its column and no file, for it stands in none', () => {
    expect(check({ value: '九十八' }).findings.map(({ at }) => at)).toEqual([{ file: '', column: '数值' }])
  })
})

describe('whatever stands in the cells', () => {
  const piece = fc.constantFrom(
    ...'0123456789.,，万亿一二两十约近超余多第前位名件人次元%％-—/# \u200b()',
    ...['左右', '以上', '不超过', '未公布', '无', '待核'],
  )
  const words = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join('')),
  )
  const cells = fc.record({
    value: words,
    unit: fc.oneof(fc.constantFrom('', '件', '人', '%', '万元', '元', '位'), words),
    status: fc.oneof(fc.constantFrom('', '已公布', '未公布', '不适用', '待核'), words),
  })
  const indicators = fc.constantFrom(cases, share, money, place, bare)

  it('a cell has at most one message that blocks, and a row with one is not taken', () => {
    fc.assert(
      fc.property(indicators, cells, (indicator, rest) => {
        const { observation, findings } = check(rest, indicator)
        const blocked = findings.filter(({ severity }) => severity === 'blocks').map(({ at }) => at.column)
        expect(new Set(blocked).size).toBe(blocked.length)
        expect(observation === null || blocked.length === 0).toBe(true)
      }),
      { seed: 5, numRuns: 2000 },
    )
  })

  it('a figure that is taken is finite and never negative, and a share never over 100', () => {
    fc.assert(
      fc.property(indicators, cells, (indicator, rest) => {
        const quantity = check(rest, indicator).observation?.quantity
        if (quantity?.kind !== 'known') return
        expect(quantity.value).toBeGreaterThanOrEqual(0)
        expect(quantity.value).toBeLessThanOrEqual(indicator.kind === 'rate' ? 100 : Number.MAX_SAFE_INTEGER)
      }),
      { seed: 6, numRuns: 2000 },
    )
  })

  it('what is offered for a cell is no longer unreadable', () => {
    fc.assert(
      fc.property(indicators, words, (indicator, value) => {
        for (const { code: found, facts } of check({ value }, indicator).findings) {
          if (facts.suggestion === undefined) continue
          const next = check({ value: String(facts.suggestion) }, indicator).findings.map(({ code }) => code)
          expect(next).not.toContain('value-unreadable')
          expect(next).not.toContain(found)
        }
      }),
      { seed: 7, numRuns: 3000 },
    )
  })
})

it.each([{}, { note: '待查' }, { quote: '办理12件', unit: '件' }])(
  '%j says nothing and is no fault',
  (entry) => {
    expect(check(entry)).toEqual({ observation: null, findings: [] })
  },
)

describe('quantityOfEntry', () => {
  const young = anIndicator({ id: 'young', since: 2024 })
  const dataset = aDataset({
    indicators: [cases, young],
    figures: { cases: { 2022: '1', 2023: '2' } },
    openYears: [asYear(2023)],
  })

  it('reads the entry as a file would', () => {
    expect(quantityOfEntry(dataset, cases, YEAR, anEntry('40余'))).toMatchObject({
      bound: 'at-least',
      literal: '40余',
    })
  })

  it.each([
    [cases, 2022, 'not-published'],
    [cases, 2023, 'pending'],
    [cases, 2024, 'pending'],
    [young, 2022, 'not-yet'],
  ])('says of no entry what the dataset says of a figure nobody stated', (indicator, year, why) => {
    expect(quantityOfEntry(dataset, indicator, asYear(year), null)).toEqual({ kind: 'missing', why })
  })

  it('is nothing where the catalogue no longer takes the entry', () => {
    expect(quantityOfEntry(dataset, cases, YEAR, anEntry('5', { unit: '人' }))).toBeNull()
  })
})
