import { describe, expect, it } from 'vitest'
import type { Indicator } from '#domain/catalogue.ts'
import { changeBetween, changeSinceLast } from '#domain/measures/change.ts'
import { changeWords, judgementWords } from '#ui/changeWords.ts'
import { aDataset, anIndicator, asId, asYear } from '../../support/data.ts'

type Shape = Partial<Omit<Indicator, 'id'>>
const RATE: Shape = { kind: 'rate', unit: '%', direction: '正' }
const RANK: Shape = { kind: 'rank', unit: '位', direction: '正' }

function sinceLast(
  shape: Shape,
  cells: Record<number, string>,
  year: number,
  years?: readonly number[],
): string {
  const indicator = anIndicator({ since: 2020, ...shape })
  const figures = { cases: cells }
  const dataset = aDataset({ indicators: [indicator], figures, ...(years ? { years } : {}) })
  return changeWords(changeSinceLast(dataset, asId('cases'), asYear(year)), indicator)
}

describe('changeWords', () => {
  it.each([
    [{}, '758', '826', '+68 件（+9.0%）'],
    [{}, '826', '758', '−68 件（−8.2%）'],
    [{}, '4494', '12345', '+7851 件（+174.7%）'],
    [{}, '100', '20100', '+20,000 件（+20,000.0%）'],
    [{}, '6', '9', '+3 件，基数小，不算比例'],
    [{}, '9', '4', '−5 件，基数小，不算比例'],
    [{}, '0', '5', '由0增至5 件'],
    [{}, '5', '5', '持平'],
    [{ unit: '万元' }, '710.99', '684.3', '−26.69 万元（−3.8%）'],
    [RATE, '99.7', '99.9', '提高 0.2 个百分点'],
    [RATE, '100', '98.5', '降低 1.5 个百分点'],
    [RATE, '100', '100', '持平'],
    [RANK, '第二', '第三', '后移 1 位'],
    [RANK, '第三', '第一', '前移 2 位'],
  ] as const)('of %j from %s to %s says %s', (shape, from, to, text) => {
    expect(sinceLast(shape, { 2023: from, 2024: to }, 2024)).toBe(text)
  })

  it('never says per cent of a rate, nor percentage points of a count', () => {
    expect(sinceLast(RATE, { 2023: '50', 2024: '60' }, 2024)).not.toContain('%')
    expect(sinceLast({}, { 2023: '50', 2024: '60' }, 2024)).not.toContain('百分点')
  })

  it.each([
    ['未公布', '与2023年比 +10 件（+20.0%）（2024年未公布）'],
    ['不适用', '与2023年比 +10 件（+20.0%）（2024年不适用）'],
  ])('names the older base, and why the year before is passed over: %s', (cell, text) => {
    expect(sinceLast({}, { 2023: '50', 2024: cell, 2025: '60' }, 2025)).toBe(text)
  })

  it('says 待录入 of a year in between that was never entered', () => {
    expect(sinceLast({}, { 2023: '50', 2025: '60' }, 2025)).toBe(
      '与2023年比 +10 件（+20.0%）（2024年待录入）',
    )
  })

  it('says nothing of the years between two years somebody chose', () => {
    const dataset = aDataset({ figures: { cases: { 2023: '50', 2024: '55', 2025: '60' } } })
    const change = changeBetween(dataset, asId('cases'), asYear(2023), asYear(2025))
    expect(changeWords(change, anIndicator())).toBe('+10 件（+20.0%）')
  })

  it.each([
    [{ 2023: '40余', 2024: '50' }, 2024, '两年中有一年不是精确值，不计算同比'],
    [{ 2023: '50', 2024: '未公布' }, 2024, '2024年未公布，无法比较'],
    [{ 2023: '不适用', 2024: '50' }, 2024, '2023年不适用，无法比较'],
    [{ 2023: '50', 2024: '50' }, 2025, '2025年待录入，无法比较'],
    [{ 2023: '50', 2024: '50' }, 2023, '2023年之前没有录入的年度'],
  ])('gives the reason instead of a number: %j in %d', (cells, year, text) => {
    expect(sinceLast({}, cells, year)).toBe(text)
  })

  it('says that the indicator is younger than the base year', () => {
    expect(sinceLast({ since: 2024 }, { 2024: '50' }, 2024, [2023, 2024])).toBe('2023年尚无此项，无法比较')
  })
})

it('has a word for each verdict', () => {
  expect(judgementWords).toEqual({ better: '改善', worse: '变差', neutral: '中性' })
})
