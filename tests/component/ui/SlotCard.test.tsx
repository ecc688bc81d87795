import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Indicator } from '#domain/catalogue.ts'
import type { Observation } from '#domain/observation.ts'
import { SlotCard } from '#ui/SlotCard.tsx'
import { stateWords } from '#ui/words.ts'
import { aFrame } from '../../support/charts.ts'
import { aDataset, anIndicator, asYear, indicatorIn, threeYearDataset } from '../../support/data.ts'
import { withNotes } from '../../support/notes.ts'
import { figuresIn } from '../../support/render.tsx'

type Dataset = ReturnType<typeof aDataset>

function show(dataset: Dataset, id: string, year: number) {
  const frame = aFrame(dataset, [id], year)
  const row = frame.rows[0]
  if (!row) throw new Error(`no row ${id}`)
  const { container } = render(<SlotCard dataset={dataset} frame={frame} row={row} year={asYear(year)} />)
  return within(container).getByRole('article')
}

/** A card of one figure of 2023. */
const card = (cell: string, shape: Partial<Omit<Indicator, 'id'>> = {}, detail: Partial<Observation> = {}) =>
  show(
    aDataset({
      indicators: [anIndicator({ unit: '场', ...shape })],
      figures: cell === '' ? {} : { cases: { 2023: cell } },
      years: [2023],
      details: { cases: detail },
    }),
    'cases',
    2023,
  )

/** The figure in large letters, without the slots below it. */
const figureOf = (article: HTMLElement) => figuresIn(article)[0]

describe('the figure of a card', () => {
  it.each([
    ['40', 'exact', '40场'],
    ['40余', 'at-least', '≥40场'],
    ['约40', 'about', '≈40场'],
    ['不超过40', 'at-most', '≤40场'],
    ['第二', 'rank', '第2位'],
    ['前三', 'rank-within', '前三位之内'],
    ['未公布', 'not-published', '未公布'],
    ['不适用', 'not-applicable', '不适用'],
  ] as const)('of %s is %s: %s', (cell, state, text) => {
    expect(figureOf(card(cell))).toEqual({ id: 'cases', year: 2023, state, text })
    expect(text.includes(stateWords[state]) || state === 'exact' || text !== cell).toBe(true)
  })

  it('says 未公布 where the year is entered without it', () => {
    expect(figureOf(card(''))).toMatchObject({ state: 'not-published', text: stateWords['not-published'] })
  })

  it('says 待录入 of a year to come', () => {
    const dataset = aDataset({ figures: { cases: { 2023: '5' } } })
    expect(figureOf(show(dataset, 'cases', 2024))).toMatchObject({
      state: 'pending',
      text: stateWords.pending,
    })
  })

  it('says 当年尚无此项 of a year before the indicator existed', () => {
    expect(figureOf(card('', { since: 2024 }))).toMatchObject({
      state: 'not-yet',
      text: stateWords['not-yet'],
    })
  })
})

describe('the card', () => {
  it('has the name of the figure as a heading that leads to its page', () => {
    const article = card('40')
    const heading = within(article).getByRole('heading', { level: 3 })
    expect(within(heading).getByRole('link', { name: '简称cases' })).toHaveAttribute('href', '#/i/cases')
  })

  it('keeps the printed words of a bound and the caution in one line', () => {
    expect(card('40余', { caution: '与{cases}相关的提醒' })).toHaveTextContent(
      '原文“40余场”。与≥40 场相关的提醒',
    )
  })

  it('leaves out a caution whose figure is missing', () => {
    expect(card('未公布', { caution: '与{cases}相关的提醒' })).not.toHaveTextContent('提醒')
  })

  it('marks a doubtful figure with a word', () => {
    expect(card('40', {}, { doubtful: true })).toHaveTextContent('待核')
    expect(card('40', {}, { doubtful: false })).not.toHaveTextContent('待核')
  })

  it('names each year’s slot with its state, and has no change line with one year', () => {
    const strip = within(card('40余')).getByRole('img')
    expect(strip).toHaveAccessibleName('2023年下限值，2024年待录入，2025年待录入，2026年待录入')
    expect(screen.queryByText(/同比|比较|持平/)).toBeNull()
  })
})

describe('years that do not count the same', () => {
  const figures = { cases: { 2023: '50', 2024: '30', 2025: '70' } }
  const noted = withNotes(aDataset({ figures }), {
    cases: { 2024: '1—6月', 2025: '口径变化：含移送案件' },
  })

  it('a part-year figure says its months beside the number and under its slot', () => {
    const article = show(noted, 'cases', 2024)
    expect(figureOf(article)).toMatchObject({ text: '30件' })
    expect(article).toHaveTextContent('30件1—6月')
    const strip = within(article).getByRole('img')
    expect([...strip.querySelectorAll('.slot-months')].map((text) => text.textContent)).toEqual(['1—6月'])
  })

  it('a change of scope is a line before its slot, and a word', () => {
    const article = show(noted, 'cases', 2025)
    const strip = within(article).getByRole('img')
    expect(strip.querySelectorAll('.slot-break')).toHaveLength(1)
    expect(article).toHaveTextContent('2025年口径有变')
    expect(strip).toHaveAccessibleName(
      '2023年精确值，2024年精确值（1—6月），2025年精确值（口径有变：含移送案件），2026年待录入',
    )
  })

  it('there is neither where every year counts the same', () => {
    const article = show(aDataset({ figures }), 'cases', 2025)
    expect(article.querySelectorAll('.slot-break, .slot-months, .figure-period')).toHaveLength(0)
    expect(article).not.toHaveTextContent('口径')
  })
})

describe('an open year with one figure', () => {
  const dataset = aDataset({
    figures: { cases: { 2023: '50', 2024: '60' }, visits: { 2023: '5' } },
    openYears: [asYear(2024)],
  })

  it('draws the figure that was filled and leaves the others to come', () => {
    expect(within(show(dataset, 'cases', 2024)).getByRole('img')).toHaveAccessibleName(
      /^2023年精确值，2024年精确值/,
    )
    expect(within(show(dataset, 'visits', 2024)).getByRole('img')).toHaveAccessibleName(
      /^2023年精确值，2024年待录入/,
    )
  })
})

describe('with three years', () => {
  const dataset = threeYearDataset()

  it.each([
    ['mediation-successes', 2024, '+68 件（+9.0%）'],
    ['enforcement-supervision-opinions', 2024, '+3 份，基数小，不算比例'],
    ['rule-of-law-landscapes', 2025, '由0增至5处'],
    ['online-service-rate', 2024, '提高 0.2 个百分点改善'],
    ['mediation-volume-rank', 2024, '后移 1 位变差'],
    ['mediation-volume-rank', 2025, '前移 2 位改善'],
    ['lawsuits-lost', 2025, '+6 件（+25.0%）变差'],
    ['xi-thought-study-sessions', 2025, '两年中有一年为下限值，不计算同比'],
    ['legal-education-talks', 2024, '最近一次公布：2023年 37期'],
    ['legal-education-talks', 2025, '与2023年比（2024年未公布）+4 期（+10.8%）'],
    ['enforcement-review-officers', 2025, '（2024年不适用）'],
    ['administrative-mediations', 2025, '2024年尚无此项，无法比较'],
    ['legal-aid-cases', 2023, '2023年之前没有录入的年度'],
  ])('%s in %d says %s', (id, year, text) => {
    expect(show(dataset, id, year)).toHaveTextContent(text)
  })

  it('says in the slots what each year is', () => {
    const strip = within(show(dataset, 'administrative-mediations', 2025)).getByRole('img')
    expect(strip).toHaveAccessibleName('2023年当年尚无此项，2024年当年尚无此项，2025年精确值，2026年待录入')
    expect(indicatorIn(dataset, 'administrative-mediations').since).toBe(2025)
  })
})
