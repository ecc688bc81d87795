import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator } from '#domain/catalogue.ts'
import { changeBetween, changeSinceLast } from '#domain/measures/change.ts'
import { changeParts, changeWords, judgementWords, shortReason } from '#ui/changeWords.ts'
import { anySeries } from '../../support/anySeries.ts'
import { asYear } from '../../support/data.ts'
import { aSeries, type SeriesCells } from '../../support/series.ts'

type Shape = Partial<Omit<Indicator, 'id'>>
const COUNT: Shape = {}
const AMOUNT: Shape = { kind: 'amount', unit: '万元' }
const RATE: Shape = { kind: 'rate', unit: '%', direction: '正' }
const RANK: Shape = { kind: 'rank', unit: '位', direction: '正' }

function sinceLast(shape: Shape, cells: SeriesCells, year: number, rest?: Parameters<typeof aSeries>[2]) {
  const { dataset, indicator } = aSeries({ since: 2020, ...shape }, cells, rest)
  return { indicator, change: changeSinceLast(dataset, indicator, asYear(year)) }
}

function wordsOf(...asked: Parameters<typeof sinceLast>): string {
  const { change, indicator } = sinceLast(...asked)
  return changeWords(change, indicator)
}

describe('each rule for a statement about two years, up and down', () => {
  it.each([
    ['a count', COUNT, '758', '826', '+68 件（+9.0%）', '−68 件（−8.2%）'],
    ['a count with five digits', COUNT, '100', '20100', '+20,000 件（+20,000.0%）', '−20,000 件（−99.5%）'],
    ['a count that hardly moves', COUNT, '10000', '10001', '+1 件（不足0.1%）', '−1 件（不足0.1%）'],
    ['a base below 20', COUNT, '6', '9', '+3 件，基数小，不算比例', '−3 件，基数小，不算比例'],
    ['a base of 20', COUNT, '20', '30', '+10 件（+50.0%）', '−10 件（−33.3%）'],
    ['a base of 0, and the way to 0', COUNT, '0', '5', '由0增至5件', '由5件减至0'],
    ['an amount', AMOUNT, '684.3', '710.99', '+26.69 万元（+3.9%）', '−26.69 万元（−3.8%）'],
    ['an amount from and to 0', AMOUNT, '0', '710.99', '由0增至710.99万元', '由710.99万元减至0'],
    ['a rate', RATE, '99.7', '99.9', '提高 0.2 个百分点', '降低 0.2 个百分点'],
    ['a rate from and to 0', RATE, '0', '5', '提高 5 个百分点', '降低 5 个百分点'],
    ['a rate not in per cent', { ...RATE, unit: '‰' }, '3.2', '3.6', '+0.4 ‰', '−0.4 ‰'],
    ['a place', RANK, '第三', '第二', '前移 1 位', '后移 1 位'],
    ['no change', COUNT, '5', '5', '持平', '持平'],
    ['no change of a rate', RATE, '100', '100', '持平', '持平'],
    ['no change of a place', RANK, '第二', '第二', '持平', '持平'],
  ])('%s', (_, shape, from, to, up, down) => {
    expect(wordsOf(shape, { 2023: from, 2024: to }, 2024)).toBe(up)
    expect(wordsOf(shape, { 2023: to, 2024: from }, 2024)).toBe(down)
  })

  it.each([
    ['a lower bound', COUNT, '40余', '50', '两年中有一年为下限值，不计算同比'],
    ['a lower bound twice', COUNT, '40余', '50余', '两年均为下限值，不计算同比'],
    ['a round figure', COUNT, '约40', '50', '两年中有一年为约数，不计算同比'],
    ['an upper bound', COUNT, '不足40', '50', '两年中有一年为上限值，不计算同比'],
    ['a place within', RANK, '前三', '第二', '两年中有一年为名次区间，不计算同比'],
    ['a place within twice', RANK, '前三', '前五', '两年均为名次区间，不计算同比'],
  ])('%s gives no number, on either side', (_, shape, from, to, text) => {
    expect(wordsOf(shape, { 2023: from, 2024: to }, 2024)).toBe(text)
    expect(wordsOf(shape, { 2023: to, 2024: from }, 2024)).toBe(text)
  })

  it('two bounds of two kinds are named in the order of their years', () => {
    expect(wordsOf(COUNT, { 2023: '40余', 2024: '约50' }, 2024)).toBe('两年分别为下限值和约数，不计算同比')
    expect(wordsOf(COUNT, { 2023: '约50', 2024: '40余' }, 2024)).toBe('两年分别为约数和下限值，不计算同比')
  })

  it.each([
    ['未公布', '未公布'],
    ['不适用', '不适用'],
  ])('a figure that is %s gives the reason with its year, on either side', (cell, word) => {
    expect(wordsOf(COUNT, { 2023: '50', 2024: cell }, 2024)).toBe(`2024年${word}，无法比较`)
    expect(wordsOf(COUNT, { 2023: cell, 2024: '50' }, 2024)).toBe(`2023年${word}，无法比较`)
  })

  it('a figure that is still to come, or an indicator that is younger, is named with its year', () => {
    expect(wordsOf(COUNT, { 2023: '50', 2024: '50' }, 2025)).toBe('2025年待录入，无法比较')
    expect(wordsOf({ since: 2024 }, { 2024: '50' }, 2024, { years: [2023, 2024] })).toBe(
      '2023年尚无此项，无法比较',
    )
    expect(wordsOf(COUNT, { 2023: '50' }, 2024, { years: [2023, 2024], openYears: [2024] })).toBe(
      '2024年待录入，无法比较',
    )
  })

  it('the first year has nothing before it', () => {
    expect(wordsOf(COUNT, { 2023: '50', 2024: '60' }, 2023)).toBe('2023年之前没有录入的年度，无法比较')
  })

  it('another unit is named on both sides, in the order of the years', () => {
    const [cases, people] = [
      { value: '50', unit: '件' },
      { value: '60', unit: '人次' },
    ]
    expect(wordsOf(COUNT, { 2023: cases, 2024: people }, 2024)).toBe('两年单位不同（件、人次），无法比较')
    expect(wordsOf(COUNT, { 2023: people, 2024: cases }, 2024)).toBe('两年单位不同（人次、件），无法比较')
  })

  it('a changed scope is named with its year and its words', () => {
    const cell = (note: string) => ({ 2028: '50', 2029: { value: '60', note }, 2030: '70' })
    expect(wordsOf(COUNT, cell('口径变化：含移送案件'), 2029)).toBe(
      '2029年口径有变（含移送案件），不与以前年度比较',
    )
    expect(wordsOf(COUNT, cell('口径变化'), 2029)).toBe('2029年口径有变，不与以前年度比较')
    expect(wordsOf(COUNT, cell('口径变化：含移送案件'), 2030)).toBe('+10 件（+16.7%）')
  })

  it('other months are named for both years', () => {
    const half = { value: '50', note: '1—6月' }
    expect(wordsOf(COUNT, { 2023: '60', 2024: half }, 2024)).toBe('2024年为1—6月数，2023年为全年数，不能比较')
    expect(wordsOf(COUNT, { 2023: half, 2024: '60' }, 2024)).toBe('2024年为全年数，2023年为1—6月数，不能比较')
    expect(wordsOf(COUNT, { 2023: half, 2024: { value: '60', note: '1—9月' } }, 2024)).toBe(
      '2024年为1—9月数，2023年为1—6月数，不能比较',
    )
  })
})

describe('changeWords', () => {
  it('never says per cent of a rate, nor percentage points of a count', () => {
    expect(wordsOf(RATE, { 2023: '50', 2024: '60' }, 2024)).not.toContain('%')
    expect(wordsOf(COUNT, { 2023: '50', 2024: '60' }, 2024)).not.toContain('百分点')
  })

  it('says that both figures cover the same months', () => {
    const half = (value: string) => ({ value, note: '1—6月' })
    expect(wordsOf(COUNT, { 2023: half('50'), 2024: half('60') }, 2024)).toBe(
      '+10 件（+20.0%）（均为1—6月数）',
    )
  })

  it('says which figures are doubted', () => {
    const doubted = (value: string) => ({ value, doubtful: true })
    expect(wordsOf(COUNT, { 2023: '50', 2024: doubted('60') }, 2024)).toBe(
      '+10 件（+20.0%）（2024年数值待核）',
    )
    expect(wordsOf(COUNT, { 2023: doubted('50'), 2024: '60' }, 2024)).toBe(
      '+10 件（+20.0%）（2023年数值待核）',
    )
    expect(wordsOf(COUNT, { 2023: doubted('60'), 2024: doubted('60') }, 2024)).toBe(
      '持平（2023年、2024年数值待核）',
    )
  })

  it.each([
    ['未公布', '与2023年比（2024年未公布）+10 件（+20.0%）'],
    ['不适用', '与2023年比（2024年不适用）+10 件（+20.0%）'],
  ])('names the older base, and why the year before is passed over: %s', (cell, text) => {
    expect(wordsOf(COUNT, { 2023: '50', 2024: cell, 2025: '60' }, 2025)).toBe(text)
  })

  it('says 待录入 of a year in between that was never entered', () => {
    expect(wordsOf(COUNT, { 2026: '50', 2028: '60' }, 2028)).toBe(
      '与2026年比（2027年待录入）+10 件（+20.0%）',
    )
  })

  it('names all years passed over, those with one reason together', () => {
    const cells = { 2020: '50', 2021: '未公布', 2022: '未公布', 2023: '未公布', 2024: '不适用', 2026: '60' }
    expect(wordsOf(COUNT, cells, 2026)).toBe(
      '与2020年比（2021—2023年未公布，2024年不适用，2025年待录入）+10 件（+20.0%）',
    )
    expect(wordsOf(COUNT, { 2020: '50', 2023: '50' }, 2023)).toBe('与2020年比（2021年、2022年待录入）持平')
  })

  it('names the older base of a reason that does not name its years, and does not call it 同比', () => {
    expect(wordsOf(COUNT, { 2023: '50余', 2024: '未公布', 2025: '60' }, 2025)).toBe(
      '与2023年比（2024年未公布）：两年中有一年为下限值，不计算变动',
    )
    expect(wordsOf(COUNT, { 2023: '50', 2025: { value: '60', note: '口径变化' } }, 2025)).toBe(
      '2025年口径有变，不与以前年度比较',
    )
  })

  it('says nothing of the years between two years somebody chose, and does not call it 同比', () => {
    const chosen = (from: string) => {
      const { dataset, indicator } = aSeries(COUNT, { 2023: from, 2024: '未公布', 2025: '60' })
      return changeWords(changeBetween(dataset, indicator, asYear(2023), asYear(2025)), indicator)
    }
    expect(chosen('50')).toBe('+10 件（+20.0%）')
    expect(chosen('50余')).toBe('两年中有一年为下限值，不计算变动')
  })

  it('of any history is a sentence without a hole, with U+2212 for minus, and per cent only beside a base of 20', () => {
    const years = [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]
    fc.assert(
      fc.property(anySeries, ({ shape, cells, base, year }) => {
        const { dataset, indicator } = aSeries(shape, cells, { years })
        for (const change of [
          changeBetween(dataset, indicator, asYear(base), asYear(year)),
          changeSinceLast(dataset, indicator, asYear(year)),
        ]) {
          const text = changeWords(change, indicator)
          expect(text).not.toMatch(/NaN|Infinity|undefined|null|[-–]\d|[+−]0(\.0)?[ %]|^$|（）/)
          expect(text.match(/基数小/g)?.length ?? 0).toBeLessThanOrEqual(/%/.test(text) ? 0 : 1)
          if (change.outcome.kind === 'none') expect(text).toMatch(/比较$|不计算(同比|变动)$/)
          if (/同比/.test(text)) expect(change.base).toBe(change.year - 1)
        }
      }),
      { seed: 21, numRuns: 1000 },
    )
  })
})

describe('changeParts', () => {
  it('keeps the base, the difference and its limits apart', () => {
    const { change, indicator } = sinceLast(
      COUNT,
      { 2023: '50', 2025: { value: '60', doubtful: true } },
      2025,
    )
    expect(changeParts(change, indicator)).toEqual({
      lead: '与2023年比（2024年待录入）',
      body: '+10 件（+20.0%）',
      limits: '（2025年数值待核）',
    })
  })
})

describe('shortReason', () => {
  const shortOf = (...asked: Parameters<typeof sinceLast>): string => {
    const { change } = sinceLast(...asked)
    if (change.outcome.kind !== 'none') throw new Error('a change, no reason')
    return shortReason(change.outcome, change)
  }

  it('says a long reason in a few words and keeps a short one', () => {
    const note = '口径变化：含移送案件、含上年结转案件'
    expect(shortOf(COUNT, { 2023: '50', 2024: { value: '60', note } }, 2024)).toBe('口径有变，不比较')
    expect(shortOf(COUNT, { 2023: '50', 2024: { value: '60', note: '1—6月' } }, 2024)).toBe(
      '统计月份不同，不比较',
    )
    expect(shortOf(COUNT, { 2023: '50', 2024: { value: '60', unit: '人次' } }, 2024)).toBe('单位不同，不比较')
    expect(shortOf(COUNT, { 2023: '50', 2024: '未公布' }, 2024)).toBe('2024年未公布，无法比较')
    expect(shortOf(COUNT, { 2023: '50', 2024: '60余' }, 2024)).toBe('两年中有一年为下限值，不计算同比')
  })
})

it('has a word for each verdict', () => {
  expect(judgementWords).toEqual({ better: '改善', worse: '变差', neutral: '中性' })
})
