import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import type { PlanItem } from '#domain/plan.ts'
import { parseReport } from '#domain/report.ts'
import {
  aCatalogue,
  aChapter,
  aDataset,
  anIndicator,
  asId,
  asYear,
  shippedDataset,
  tenYearDataset,
} from '../../support/data.ts'
import { figuresIn, pageDrawn, renderApp } from '../../support/render.tsx'

const one = shippedDataset()
const ten = tenYearDataset()

const show = async (dataset: Dataset, path = '/plan/2023') => {
  const app = renderApp(dataset, { path })
  await pageDrawn()
  return app
}

const itemsIn = (name: string) => {
  const list = within(screen.getByRole('region', { name })).getAllByRole('listitem')
  return list.filter((item) => item.classList.contains('plan-item'))
}
const evidenceOf = (name: string) => screen.getByRole('list', { name: `${name}可对照的指标` })

const anItem = (rest: Partial<PlanItem> = {}): PlanItem => ({
  kind: '打算',
  number: 1,
  text: '办好案件',
  indicators: [asId('cases')],
  state: '待对应',
  nextQuote: '',
  ...rest,
})

interface Parts extends Partial<Dataset> {
  readonly items?: readonly PlanItem[]
  readonly cells?: Readonly<Record<number, string>>
  /** Text of the next report. */
  readonly next?: string
}

const withPlan = ({ items = [anItem()], cells = { 2023: '12' }, next, ...rest }: Parts = {}) =>
  aDataset({
    catalogue: aCatalogue({
      indicators: [anIndicator()],
      chapters: [aChapter(1), aChapter(5, { plan: true })],
    }),
    figures: { cases: cells },
    plans: new Map([[asYear(2023), items]]),
    reports: next === undefined ? new Map() : new Map([[asYear(2024), parseReport(next)]]),
    ...rest,
  })

describe('the shipped plan', () => {
  it('has 5 shortcomings and 13 commitments, numbered as in the file', async () => {
    await show(one)
    const numbers = itemsIn('2023年指出的不足').map((item) => item.firstElementChild?.textContent)
    expect(numbers).toEqual(['1', '2', '3', '4', '5'])
    expect(itemsIn('2024年打算')).toHaveLength(13)
    expect(screen.getByText(/^2023年度报告的5项不足、13条打算/)).toBeVisible()
  })

  it('waits for the report of the next year: an empty slot an item, and every figure of that year', async () => {
    const { container } = await show(one)
    expect(screen.getAllByText('待2024年报告')).toHaveLength(18)
    const main = screen.getByRole('main')
    const next = figuresIn(main).filter((figure) => figure.year === 2024)
    expect(next.length).toBeGreaterThan(50)
    expect(new Set(next.map(({ state, text }) => `${state} ${text}`))).toEqual(new Set(['pending 待录入']))
    expect(main).not.toHaveTextContent('无法比较')
    expect(container.textContent).not.toMatch(/完成/)
  })

  it('is word for word that of the report, with full-width punctuation', async () => {
    await show(one)
    expect(itemsIn('2024年打算')[8]).toHaveTextContent('畅通行政复议申请渠道，优化行政复议工作流程')
  })

  it('says so where no figure could evidence an item', async () => {
    await show(one)
    expect(itemsIn('2024年打算')[11]).toHaveTextContent('没有可对照的数值指标。')
  })

  it('says who drew the lines to the figures', async () => {
    await show(one)
    expect(screen.getByText(/列出的指标由编者对照/)).toHaveTextContent('报告没有把它们与这些条目相连')
    expect(screen.getByRole('link', { name: '阅读2023年度报告原文' })).toHaveAttribute(
      'href',
      '#/report/2023',
    )
  })
})

describe('the figures beside an item', () => {
  it('stand in both years with the change in words, each name leading to its page', async () => {
    await show(ten)
    const evidence = evidenceOf('不足第4项')
    expect(figuresIn(evidence).map(({ id, year, text }) => [id, year, text])).toEqual([
      ['five-star-justice-offices', 2023, '10个'],
      ['five-star-justice-offices', 2024, '12个'],
      ['township-review-files', 2023, '≥80件'],
      ['township-review-files', 2024, '≥90件'],
      ['mediation-successes', 2023, '743件'],
      ['mediation-successes', 2024, '826件'],
      ['legal-aid-township-stations', 2023, '13个'],
      ['legal-aid-township-stations', 2024, '13个'],
      ['legal-aid-village-points', 2023, '366个'],
      ['legal-aid-village-points', 2024, '378个'],
    ])
    expect(evidence).toHaveTextContent('+83 件（+11.2%）')
    expect(within(evidence).getByRole('link', { name: '村居法援工作点' })).toHaveAttribute(
      'href',
      '#/i/legal-aid-village-points?year=2024',
    )
  })

  it('that the next report no longer has are 未公布, with the reason in place of a change', async () => {
    await show(withPlan({ cells: { 2023: '12', 2022: '9' }, years: [2022, 2023, 2024].map(asYear) }))
    expect(figuresIn(evidenceOf('打算第1条'))).toMatchObject([
      { year: 2023, text: '12件' },
      { year: 2024, state: 'not-published', text: '未公布' },
    ])
    expect(evidenceOf('打算第1条')).toHaveTextContent('2024年未公布，无法比较')
  })

  it('of a year whose entry is not finished are 待录入', async () => {
    const years = [2023, 2024].map(asYear)
    await show(withPlan({ years, openYears: [asYear(2024)] }))
    expect(figuresIn(evidenceOf('打算第1条'))[1]).toMatchObject({ state: 'pending', text: '待录入' })
    expect(screen.getByText('待对应', { selector: '.next-state' })).toBeVisible()
  })

  it('whose indicator is gone are named, and take nothing else away', async () => {
    await show(withPlan({ items: [anItem({ indicators: [asId('old-one'), asId('cases')] })] }))
    expect(evidenceOf('打算第1条')).toHaveTextContent('指标“old-one”已不在指标目录中。')
    expect(figuresIn(evidenceOf('打算第1条'))).toHaveLength(2)
  })
})

describe('a year', () => {
  it('without a plan says so, and leads to its report where that is stored', async () => {
    await show(withPlan({ plans: new Map(), reports: new Map([[asYear(2023), parseReport('题\n一句。')]]) }))
    expect(screen.getByText('2023年度的不足与打算没有录入。')).toBeVisible()
    expect(screen.getByRole('link', { name: '阅读2023年度报告原文' })).toBeVisible()
    expect(screen.queryByRole('region')).toBeNull()
    expect(screen.queryByRole('navigation', { name: '按对应情况筛选' })).toBeNull()
  })

  it('without plan and report says that both are missing', async () => {
    await show(ten, '/plan/2030')
    expect(screen.getByText('2030年度的不足与打算没有录入。')).toBeVisible()
    expect(screen.getByText('2030年度报告的全文也没有存入。')).toBeVisible()
  })

  it('has as many items as its file, and no heading for what it has none of', async () => {
    const app = await show(ten, '/plan/2026')
    expect(screen.getByText(/^2026年度报告的1项不足、2条打算/)).toBeVisible()
    expect(screen.getAllByText('待2027年报告')).toHaveLength(3)
    app.unmount()
    await show(withPlan())
    expect(screen.getByText(/^2023年度报告的1条打算，/)).toBeVisible()
    expect(screen.queryByRole('heading', { name: '2023年指出的不足' })).toBeNull()
  })

  it('leads to the plans before and after it that were entered', async () => {
    await show(ten, '/plan/2024')
    const years = within(screen.getByRole('navigation', { name: '其他年度的对照' }))
    expect(years.getAllByRole('link').map((link) => link.textContent)).toEqual([
      '看2023年度报告打算的对照',
      '看2025年度报告打算的对照',
    ])
  })

  it('of which only the plan is stored has its page too', async () => {
    await show(withPlan({ plans: new Map([[asYear(2022), [anItem()]]]) }), '/plan/2022')
    expect(itemsIn('2023年打算')).toHaveLength(1)
    expect(figuresIn(evidenceOf('打算第1条'))[1]).toMatchObject({ year: 2023, text: '12件' })
  })
})

it('is marked in the navigation as the chapter it is, and leads to both reports', async () => {
  await show(ten)
  const navigation = within(screen.getByRole('navigation', { name: '主导航' }))
  expect(navigation.getByRole('link', { current: 'page' })).toHaveAttribute('href', '#/c/5')
  for (const year of [2023, 2024])
    expect(screen.getByRole('link', { name: `阅读${year}年度报告原文` })).toHaveAttribute(
      'href',
      `#/report/${year}`,
    )
})

describe('a quoted sentence', () => {
  const item = anItem({ state: '已有对应表述', nextQuote: '设立窗口,开通渠道' })

  it('leads to its place in the next report', async () => {
    await show(withPlan({ items: [item], next: '题\n设立窗口,开通渠道。' }))
    const link = screen.getByRole('link', { name: /设立窗口，开通渠道/ })
    expect(link).toHaveAttribute('href', `#/report/2024?quote=${encodeURIComponent('设立窗口,开通渠道')}`)
    expect(link).toHaveAccessibleName(/在2024年度报告中查看这一句/)
  })

  it('is marked as unchecked while the next report’s text is not stored', async () => {
    await show(withPlan({ items: [item] }))
    expect(screen.getByText('未存2024年报告全文，原句未核对')).toBeVisible()
    expect(screen.queryByRole('link', { name: /设立窗口/ })).toBeNull()
  })

  it('that the next report does not hold is marked as not found', async () => {
    await show(withPlan({ items: [item], next: '题\n没有这句。' }))
    expect(screen.getByText('2024年报告全文中没有找到这一句，请核对')).toBeVisible()
  })

  it('is none where a person found nothing', async () => {
    await show(withPlan({ items: [anItem({ state: '未见对应表述' })], next: '题\n一句。' }))
    const [row] = itemsIn('2024年打算')
    expect(row).toHaveTextContent('未见对应表述')
    expect(row?.querySelector('q')).toBeNull()
    expect(screen.queryByText('待2024年报告')).toBeNull()
  })
})

describe('the filter', () => {
  it('lists what the address asks for, and says how many', async () => {
    await show(ten, '/plan/2023?answer=not-found')
    expect(screen.getByText('只列出“未见对应表述”的条目：4条。')).toBeVisible()
    expect(itemsIn('2023年指出的不足')).toHaveLength(1)
    expect(itemsIn('2024年打算').map((item) => item.firstElementChild?.textContent)).toEqual(['2', '4', '13'])
    const filter = within(screen.getByRole('navigation', { name: '按对应情况筛选' }))
    expect(filter.getByRole('link', { current: 'page' })).toHaveTextContent('未见对应表述')
    expect(filter.getByRole('link', { name: '待对应' })).toHaveAttribute('href', '#/plan/2023?answer=open')
  })

  it('that finds nothing says so; one that nobody knows lists all', async () => {
    const app = await show(ten, '/plan/2026?answer=found')
    expect(screen.getByText('没有“已有对应表述”的条目。')).toBeVisible()
    expect(screen.queryByRole('region')).toBeNull()
    await app.open('/plan/2026?answer=constructor')
    expect(itemsIn('2027年打算')).toHaveLength(2)
  })

  it('leaves the focus where it was', async () => {
    const app = await show(ten)
    const link = screen.getByRole('link', { name: '待对应' })
    link.focus()
    await app.open('/plan/2023?answer=open')
    expect(link).toHaveFocus()
  })
})

it('an answer taken back elsewhere is gone from the page', async () => {
  const { store } = await show(withPlan({ next: '题\n一句话。' }))
  const [before, after] = [
    { state: '待对应', nextQuote: '' },
    { state: '已有对应表述', nextQuote: '一句话' },
  ] as const
  const plan = { what: 'plan', year: asYear(2023), kind: '打算', number: 1 } as const
  const draft = { kind: 'edit', author: '张三', reason: '', file: '', encoding: '', undoes: null } as const
  await act(() => store.getState().keep({ ...draft, changes: [{ ...plan, before, after }] }))
  expect(screen.getByRole('link', { name: /一句话/ })).toBeVisible()
  expect(screen.getByText(/^（填写人 张三，\d{4}年\d+月\d+日 \d\d:\d\d，本机修改第1号）$/)).toBeVisible()
  const undo = {
    ...draft,
    kind: 'undo',
    undoes: 1,
    changes: [{ ...plan, before: after, after: before }],
  } as const
  await act(() => store.getState().keep(undo))
  expect(screen.queryByRole('link', { name: /一句话/ })).toBeNull()
  expect(screen.queryByText(/填写人/)).toBeNull()
})
