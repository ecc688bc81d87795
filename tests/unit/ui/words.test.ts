import { describe, expect, it } from 'vitest'
import type { RateSummary } from '#charts/titles.ts'
import { type FigureState, type MissingReason, stateOf } from '#domain/quantity.ts'
import { chartWords, countSentence, printedNote, ratesTitle, stateTip, stateWords } from '#ui/words.ts'
import { aKnown } from '../../support/data.ts'

const tipOf = (literal: string, unit: string) =>
  stateTip(stateOf(aKnown(literal)), 2023, aKnown(literal), unit)

it('has a different word for each of the ten states', () => {
  expect(stateWords).toEqual({
    exact: '精确值',
    'at-least': '下限值',
    about: '约数',
    'at-most': '上限值',
    rank: '名次',
    'rank-within': '名次区间',
    pending: '待录入',
    'not-published': '未公布',
    'not-applicable': '不适用',
    'not-yet': '当年尚无此项',
  })
})

describe('stateTip', () => {
  it.each([
    ['40余', '场', '原文为“40余场”，按不少于40场显示，不参与同比计算。'],
    ['40余场', '场', '原文为“40余场”，按不少于40场显示，不参与同比计算。'],
    ['约60', '次', '原文为“约60次”，是约数，不参与同比计算。'],
    ['不超过6', '日', '原文为“不超过6日”，按不超过6日显示，不参与同比计算。'],
    ['前三', '位', '原文为“前三位”，未说明具体名次。'],
    ['前三位', '位', '原文为“前三位”，未说明具体名次。'],
  ])('explains %s %s', (literal, unit, tip) => {
    expect(tipOf(literal, unit)).toBe(tip)
  })

  it.each(['40', '第二'])('has nothing to explain of %s', (literal) => {
    expect(tipOf(literal, '件')).toBeNull()
  })

  it.each([
    ['pending', '2023年度报告尚未录入，不代表数值为0。'],
    ['not-published', '2023年度报告中没有找到这项数值。'],
    ['not-applicable', '2023年度这项指标不适用。'],
    ['not-yet', '2023年时尚无这项指标。'],
  ] as const satisfies readonly (readonly [MissingReason, string])[])('explains %s', (why, tip) => {
    expect(stateTip(why, 2023, null, '件')).toBe(tip)
  })
})

describe('printedNote', () => {
  it.each([
    ['40余', '场', '原文“40余场”'],
    ['40余场', '场', '原文“40余场”'],
    ['第二', '位', '原文“第二位”'],
    ['前三', '位', '原文“前三位”'],
  ])('keeps the printed words of %s', (literal, unit, note) => {
    expect(printedNote(aKnown(literal), unit)).toBe(note)
  })

  it('is silent where the printed words are what is shown', () => {
    expect(printedNote(aKnown('2138'), '件')).toBeNull()
  })
})

describe('ratesTitle', () => {
  const rates = (rest: Partial<RateSummary>): RateSummary => ({
    count: 6,
    known: 6,
    full: 4,
    lowest: '99.5',
    ...rest,
  })

  it.each([
    [{}, '六项比率：四项为100%，最低99.5%'],
    [{ full: 0, lowest: '96' }, '六项比率：最低96%'],
    [{ full: 6, lowest: null }, '六项比率：均为100%'],
    [{ known: 5, full: 4 }, '六项比率：四项为100%，最低99.5%，一项无精确值'],
    [{ count: 2, known: 2, full: 2, lowest: null }, '两项比率：均为100%'],
    [{ known: 4, full: 4, lowest: null }, '六项比率：四项为100%，两项无精确值'],
    [{ count: 12, known: 12, full: 11 }, '12项比率：11项为100%，最低99.5%'],
  ])('of %j says %s', (rest, title) => {
    expect(ratesTitle(rates(rest))).toBe(title)
  })
})

describe('countSentence', () => {
  const sentence = (counts: Partial<Record<FigureState, number>>) =>
    countSentence(new Map(Object.entries(counts) as [FigureState, number][]))

  it.each([
    [
      { exact: 65, 'at-least': 7, rank: 1, 'rank-within': 2 },
      '75 项指标已录入：精确值 65 项，下限值 7 项，名次 1 项，名次区间 2 项。',
    ],
    [{ exact: 70, 'not-published': 5 }, '75 项指标，已录入 70 项：精确值 70 项，未公布 5 项。'],
    [{ exact: 3, 'not-applicable': 2, 'not-yet': 9 }, '5 项指标，已录入 3 项：精确值 3 项，不适用 2 项。'],
  ] as const)('of %j says %s', (counts, text) => {
    expect(sentence(counts)).toBe(text)
  })
})

it('marks a derived ratio as derived and a gap in percentage points', () => {
  expect(chartWords.derivedRatio('结案', '办理', '74.2')).toBe('结案 ÷ 办理 = 74.2%（推算）')
  expect(chartWords.gapToFull('0.3')).toBe('距100%差0.3个百分点')
  expect(chartWords.placeWithin(3)).toBe('前三位之内')
  expect(chartWords.place(2)).toBe('第2位')
})
