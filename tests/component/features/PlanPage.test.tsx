import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import type { PlanItem } from '#domain/plan.ts'
import { PlanPage } from '#features/plan/PlanPage.tsx'
import {
  aChapter,
  aDataset,
  anIndicator,
  asId,
  asYear,
  shippedDataset,
  threeYearDataset,
} from '../../support/data.ts'
import { figuresIn } from '../../support/render.tsx'

const one = shippedDataset()

const show = (dataset: Dataset, year = 2023) => {
  const chapter = dataset.catalogue.chapters.find((c) => c.plan) ?? aChapter(5, { plan: true })
  return render(<PlanPage dataset={dataset} chapter={chapter} year={asYear(year)} />).container
}

const itemsIn = (name: string) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('listitem')
    .filter((item) => item.closest('.evidence') === null)

const anItem = (rest: Partial<PlanItem>): PlanItem => ({
  kind: '打算',
  number: 1,
  text: '办好案件',
  indicators: [],
  state: '待对应',
  nextQuote: '',
  ...rest,
})

const withItem = (rest: Partial<PlanItem>, cells: Record<number, string> = { 2023: '12' }) =>
  aDataset({
    indicators: [anIndicator()],
    figures: { cases: cells },
    plans: new Map([[asYear(2023), [anItem(rest)]]]),
  })

describe('the shipped plan', () => {
  it('has 5 shortcomings and 13 commitments, numbered as in the file', () => {
    show(one)
    expect(itemsIn('2023年指出的不足').map((item) => item.firstElementChild?.textContent)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ])
    expect(itemsIn('2024年打算')).toHaveLength(13)
    expect(screen.getByText(/^2023年指出的5项不足，2024年的13条打算/)).toBeVisible()
  })

  it('waits for the report of the next year, with one empty slot an item', () => {
    const container = show(one)
    expect(screen.getAllByText('待2024年报告')).toHaveLength(18)
    expect(container.textContent).not.toMatch(/完成率|\d%完成|已完成/)
  })

  it('is word for word that of the report, with full-width punctuation', () => {
    show(one)
    expect(itemsIn('2024年打算')[8]).toHaveTextContent('畅通行政复议申请渠道，优化行政复议工作流程')
  })

  it('lists the figures that could evidence an item, each leading to its page', () => {
    show(one)
    const [, , , fourth] = itemsIn('2023年指出的不足')
    if (!fourth) throw new Error('no fourth item')
    const evidence = within(fourth).getByRole('list', { name: '可对照的2023年指标' })
    expect(figuresIn(evidence).map((figure) => [figure.id, figure.text])).toEqual([
      ['five-star-justice-offices', '11个'],
      ['township-review-files', '≥80件'],
      ['mediation-successes', '758件'],
      ['legal-aid-township-stations', '13个'],
      ['legal-aid-village-points', '370个'],
    ])
    expect(within(evidence).getByRole('link', { name: '村居法援工作点' })).toHaveAttribute(
      'href',
      '#/i/legal-aid-village-points',
    )
  })

  it('says so where no figure could evidence an item', () => {
    show(one)
    expect(itemsIn('2024年打算')[11]).toHaveTextContent('没有可对照的数值指标。')
  })

  it('says who drew the lines to the figures', () => {
    show(one)
    expect(screen.getByText(/列出的指标由本系统对照/)).toHaveTextContent('报告没有把它们与这些条目相连')
    expect(screen.getByRole('link', { name: '阅读报告原文' })).toHaveAttribute('href', '#/report/2023')
  })
})

describe('an item whose next report is there', () => {
  it('shows the verdict in words with the sentence it rests on', () => {
    show(withItem({ state: '已有对应表述', nextQuote: '案件全部办结' }))
    const [item] = itemsIn('2024年打算')
    expect(item).toHaveTextContent('已有对应表述')
    expect(item?.querySelector('q')).toHaveTextContent('案件全部办结')
    expect(screen.queryByText('待2024年报告')).toBeNull()
  })

  it('shows no sentence where none was found', () => {
    show(withItem({ state: '未见对应表述' }))
    const [item] = itemsIn('2024年打算')
    expect(item).toHaveTextContent('未见对应表述')
    expect(item?.querySelector('q')).toBeNull()
  })
})

it('a figure that is not published keeps its place among the evidence, with its word', () => {
  show(withItem({ indicators: [asId('cases')] }, { 2023: '未公布' }))
  expect(figuresIn(screen.getByRole('list', { name: '可对照的2023年指标' }))).toEqual([
    { id: 'cases', year: 2023, state: 'not-published', text: '未公布' },
  ])
})

it('a year without a plan has two empty lists, not those of another year', () => {
  show(threeYearDataset(), 2025)
  expect(screen.queryAllByRole('listitem')).toEqual([])
  expect(screen.getByRole('region', { name: '2026年打算' })).toBeVisible()
})
