import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { ReportPage } from '#features/report/ReportPage.tsx'
import { asYear, madeUpDataset, shippedDataset, threeYearDataset } from '../../support/data.ts'
import { figuresIn, renderWithUser } from '../../support/render.tsx'

const one = shippedDataset()

const show = (dataset: Dataset = one, year = 2023, at = '', quote = '') =>
  renderWithUser(<ReportPage dataset={dataset} year={asYear(year)} at={at} quote={quote} />)

const text = () => screen.getByRole('article')
const markOf = (name: string) => screen.getByRole('button', { name })

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the text', () => {
  it('is that of the report, with full-width punctuation and without the links of the web page', () => {
    show()
    expect(within(text()).getByRole('heading', { level: 2 })).toHaveTextContent(
      '嘉祥县2023年度法治政府建设报告',
    )
    expect(within(text()).getAllByRole('heading', { level: 3 })).toHaveLength(5)
    expect(text()).toHaveTextContent('办理人大代表建议65件、政协委员提案254件，办复率均达100%。')
    expect(text()).not.toHaveTextContent(/上一篇|下一篇/)
  })

  it('names issuer, date and reference', () => {
    show()
    expect(screen.getByText(/^嘉祥县司法局\s2024-02-28/)).toHaveTextContent(
      '索引号 113708290043164240/2024-12449',
    )
  })

  it('loses no character by being marked', () => {
    const { unmount } = show()
    const marked = text().textContent
    unmount()
    const { container } = renderWithUser(
      <ReportPage dataset={{ ...one, observations: new Map() }} year={asYear(2023)} at="" />,
    )
    expect(container.querySelector('article')?.textContent).toBe(marked)
    expect(marked?.length).toBeGreaterThan(3000)
  })

  it('that is not stored is said to be missing, for the year asked for', () => {
    show(threeYearDataset(), 2024)
    expect(screen.getByText('2024年度报告的文本没有放进数据文件夹。')).toBeVisible()
    expect(screen.queryByRole('article')).toBeNull()
  })
})

describe('the marks', () => {
  it('are 75 different figures', () => {
    show()
    const figures = figuresIn(text())
    expect(new Set(figures.map((figure) => figure.id)).size).toBe(75)
    expect(figures).toHaveLength(75)
    expect(new Set(figures.map((figure) => figure.year))).toEqual(new Set([2023]))
  })

  it('hold the printed literal', () => {
    show()
    for (const { id, text: shown } of figuresIn(text())) {
      const quantity = one.observations.get(id as never)?.get(asYear(2023))?.quantity
      expect(shown).toBe(quantity?.kind === 'known' && quantity.literal)
    }
  })

  it('of another county are its own', () => {
    show(madeUpDataset(), 2031)
    expect(new Set(figuresIn(text()).map((figure) => figure.id)).size).toBe(17)
    expect(screen.getByRole('checkbox')).toHaveAccessibleName('显示17项指标的数字标记')
  })

  it('are switched off and on', async () => {
    const { user } = show()
    const toggle = screen.getByRole('checkbox', { name: '显示75项指标的数字标记' })
    expect(toggle).toBeChecked()
    await user.click(toggle)
    expect(within(text()).queryAllByRole('button')).toEqual([])
    expect(text()).toHaveTextContent('共办理各类法律援助案件2138件')
    await user.click(toggle)
    expect(within(text()).getAllByRole('button').length).toBeGreaterThan(70)
  })

  it('name their figure, or both where one numeral stands for two', () => {
    show()
    expect(markOf('2138，办理法律援助案件数')).toBeVisible()
    expect(markOf('100，人大代表建议办复率、政协委员提案办复率')).toBeVisible()
  })
})

describe('the card of a mark', () => {
  it('opens and closes by keyboard, and says which', async () => {
    const { user } = show()
    const mark = markOf('2138，办理法律援助案件数')
    mark.focus()
    expect(mark).toHaveAttribute('aria-expanded', 'false')
    await user.keyboard('{Enter}')
    expect(mark).toHaveAttribute('aria-expanded', 'true')
    const card = document.getElementById(mark.getAttribute('aria-controls') ?? '')
    expect(card).toHaveTextContent('法律援助案件2138件')
    await user.keyboard('{Escape}')
    expect(mark).toHaveAttribute('aria-expanded', 'false')
    await user.keyboard(' ')
    expect(mark).toHaveAttribute('aria-expanded', 'true')
    await user.keyboard('{Enter}')
    expect(mark).toHaveAttribute('aria-expanded', 'false')
  })

  it('closes when something else is pressed', async () => {
    const { user } = show()
    const mark = markOf('2138，办理法律援助案件数')
    await user.click(mark)
    await user.click(screen.getByRole('checkbox'))
    expect(mark).toHaveAttribute('aria-expanded', 'false')
  })

  it('leads to the page of the figure by keyboard', async () => {
    const { user } = show()
    const mark = markOf('40余，习近平法治思想专题学习场次')
    mark.focus()
    await user.keyboard('{Enter}{Tab}')
    expect(document.activeElement).toHaveAttribute('href', '#/i/xi-thought-study-sessions')
  })

  it('holds both figures of a shared numeral', async () => {
    const { user } = show()
    const mark = markOf('前三，“执行合同”评价指标全市位次、“破产办理”评价指标全市位次')
    await user.click(mark)
    const card = document.getElementById(mark.getAttribute('aria-controls') ?? '')
    expect(within(card as HTMLElement).getAllByText('位之内')).toHaveLength(2)
  })
})

describe('the contents', () => {
  it('list the preamble and the five parts, and move the focus to the one pressed', async () => {
    const { user } = show()
    const nav = screen.getByRole('navigation', { name: '报告目录' })
    const entries = within(nav).getAllByRole('button')
    expect(entries).toHaveLength(6)
    expect(entries[0]).toHaveAccessibleName('序')
    await user.click(within(nav).getByRole('button', { name: /^三、法治为民促提升/ }))
    expect(document.activeElement).toHaveTextContent('三、法治为民促提升，推进法律服务高质量发展')
  })
})

it('scrolls to the figure it is opened at', () => {
  const seen: Element[] = []
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    seen.push(this)
  })
  show(one, 2023, 'legal-aid-cases')
  expect(seen.map((element) => element.textContent)).toEqual(['2138'])
})

describe('opened at a quote', () => {
  const marked = () => [...text().querySelectorAll('mark')]

  it('marks its words, figures among them included, and moves view and focus there', () => {
    const seen: Element[] = []
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      seen.push(this)
    })
    // As a plan may hold it: in the punctuation of the paper, not of the stored text.
    show(one, 2023, '', '共办理各类法律援助案件2138件，万人受援率30.54%')
    expect(marked().map((element) => element.textContent)).toEqual([
      '共办理各类法律援助案件2138件，万人受援率30.54%',
    ])
    expect(within(marked()[0] as HTMLElement).getAllByRole('button')).toHaveLength(2)
    expect(seen).toEqual(marked())
    expect(marked()[0]).toHaveFocus()
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('loses no character by it', () => {
    const { unmount } = show()
    const whole = text().textContent
    unmount()
    show(one, 2023, '', '38件')
    expect(text().textContent).toBe(whole)
    expect(marked()[0]).toHaveTextContent('2138件')
  })

  it('that runs over two paragraphs marks both and goes to the first', () => {
    const report = one.reports.get(asYear(2023))
    const [first, second] = report?.paragraphs.filter((p) => p.chapter === 1 && p.kind === 'text') ?? []
    if (!report || !first || !second) throw new Error('no report')
    const from = first.start + first.text.length - 4
    show(one, 2023, '', report.text.slice(from, second.start + 4))
    expect(marked().map((element) => element.textContent?.length)).toEqual([4, 4])
    expect(marked()[0]).toHaveFocus()
  })

  it('says so when the report has no such words, and is there all the same', () => {
    show(one, 2023, '', '没有写过的话')
    expect(screen.getByRole('status')).toHaveTextContent('没有找到要查看的那一句')
    expect(marked()).toEqual([])
    expect(text()).toBeVisible()
  })
})

it('leaves the words it was opened at behind with the year they stand in', async () => {
  window.location.hash = '#/report?quote=38%E4%BB%B6&year=2023'
  const { user } = show(threeYearDataset(), 2023, '', '38件')
  await user.selectOptions(screen.getByRole('combobox', { name: '年度' }), '2024')
  expect(window.location.hash).toBe('#/report?year=2024')
})
