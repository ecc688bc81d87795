import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { indicatorsOf } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { ChapterPage } from '#features/chapter/ChapterPage.tsx'
import { asYear, madeUpDataset, shippedDataset, threeYearDataset } from '../../support/data.ts'
import { figuresIn, idsIn, renderWithUser } from '../../support/render.tsx'

const one = shippedDataset()
const made = madeUpDataset()

const chapterOf = (dataset: Dataset, number: number) => {
  const chapter = dataset.catalogue.chapters.find((c) => c.number === number)
  if (!chapter) throw new Error(`no chapter ${number}`)
  return chapter
}

const show = (dataset: Dataset, number: number, year: number) =>
  render(<ChapterPage dataset={dataset} chapter={chapterOf(dataset, number)} year={asYear(year)} />).container

const PAGES = [
  ...[0, 1, 2, 3, 4].map((number) => [one, number, 2023] as const),
  ...[0, 1, 2, 3, 4].map((number) => [threeYearDataset(), number, 2025] as const),
  ...[0, 1, 2, 3, 4].map((number) => [made, number, 2031] as const),
]

describe.each(PAGES)('page %#', (dataset, number, year) => {
  const chapter = chapterOf(dataset, number)
  const ids = indicatorsOf(dataset.catalogue, number).map((i) => i.id)

  it('has the chapter’s own title and sections, in the order of the report', () => {
    show(dataset, number, year)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(chapter.title)
    const titles = chapter.sections.map((section) => `${section.glyph}${section.title}`)
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
    expect(headings.filter((heading) => titles.includes(heading ?? ''))).toEqual(titles)
  })

  it('shows every figure of the chapter', () => {
    const shown = idsIn(show(dataset, number, year))
    expect(ids.filter((id) => !shown.has(id))).toEqual([])
  })

  it('shows each figure in one chart or one card, not in both', () => {
    const container = show(dataset, number, year)
    const inPanels = [...container.querySelectorAll('section.panel tbody tr[data-indicator]')].map(
      (row) => (row as HTMLElement).dataset.indicator,
    )
    const onCards = [...container.querySelectorAll('article.card h3 a')].map((link) =>
      link.getAttribute('href')?.replace(/^#\/i\//, ''),
    )
    expect([...new Set([...inPanels, ...onCards])].sort()).toEqual([...ids].sort())
    expect(onCards.filter((id) => inPanels.includes(id))).toEqual([])
  })
})

describe('a section', () => {
  it('without figures says so and leads to the report', () => {
    show(one, 4, 2023)
    const empty = screen.getByRole('region', { name: '一是提供制度保障' })
    expect(empty).toHaveTextContent('报告本节没有可量化的数值')
    expect(within(empty).getByRole('link', { name: '阅读本节原文' })).toHaveAttribute('href', '#/report/2023')
    expect(figuresIn(empty)).toEqual([])
  })

  it('is reached by its button, which moves the focus to its heading', async () => {
    const { user } = renderWithUser(
      <ChapterPage dataset={one} chapter={chapterOf(one, 2)} year={asYear(2023)} />,
    )
    const nav = screen.getByRole('navigation', { name: '本章各节' })
    expect(within(nav).getAllByRole('button')).toHaveLength(5)
    await user.click(within(nav).getByRole('button', { name: /府检联动/ }))
    expect(screen.getByRole('heading', { name: '三是创新“府检联动”工作机制' })).toHaveFocus()
  })

  it('has no buttons in a chapter without sections', () => {
    show(made, 3, 2031)
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(screen.getByRole('region', { name: '人民调解' })).toBeVisible()
  })
})

it('counts the figures of the chapter, and what is missing', () => {
  show(one, 2, 2023)
  expect(screen.getByText(/^31 项指标已录入/)).toBeVisible()
  show(threeYearDataset(), 2, 2024)
  expect(screen.getByText(/^32 项指标，已录入 29 项/)).toHaveTextContent('未公布 1 项，不适用 2 项')
})

it('shows the caution of a figure on its card', () => {
  show(one, 2, 2023)
  const card = screen.getByText('移动端办理案件', { selector: 'h3 a' }).closest('article')
  expect(card).toHaveTextContent('报告未写明是否包含在网上办理案件之内，单')
})
