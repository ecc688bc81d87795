import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DataState } from '#store/state.ts'
import { asYear, madeUpDataset, shippedDataset, threeYearDataset } from '../../support/data.ts'
import { figuresIn, idsIn, pageDrawn, renderApp } from '../../support/render.tsx'

const one = shippedDataset()
const made = madeUpDataset()

const mainNavigation = () => screen.getByRole('navigation', { name: '主导航' })

afterEach(() => {
  window.location.hash = ''
  vi.restoreAllMocks()
})

describe('a county that does not exist', () => {
  const paths = [
    '/',
    ...made.catalogue.chapters.map((chapter) => `/c/${chapter.number}`),
    '/compare',
    '/data',
    '/report',
    '/report/2031',
    '/i/one-stop-rate',
    '/i/window-consultations',
    '/i/approval-service-rank',
  ]

  it.each(paths)('has its page %s, with nothing of any other county', async (path) => {
    const app = renderApp(made)
    await app.open(path)
    expect(document.body.textContent).not.toMatch(/嘉祥|济宁|祥城|2023|2024/)
    expect(document.body).toHaveTextContent('示例县法治建设指标（示例数据）')
    expect(document.title).toMatch(/示例县法治建设指标（示例数据）$/)
  })

  it('shows every one of its figures somewhere', async () => {
    const app = renderApp(made)
    const shown = new Set<string>()
    for (const { number } of made.catalogue.chapters) {
      await app.open(`/c/${number}`)
      for (const id of idsIn(screen.getByRole('main'))) shown.add(id)
    }
    expect(made.catalogue.indicators.filter((i) => !shown.has(i.id))).toEqual([])
  })

  it('has its chapters in the navigation, with how many figures each holds', () => {
    renderApp(made)
    const links = within(mainNavigation())
      .getAllByRole('link')
      .map((link) => link.textContent)
    expect(links).toEqual([
      '总总览',
      '序基本情况1',
      '一依法决策4',
      '二便民高效6',
      '三化解纠纷4',
      '四优化环境3',
      '比年度对比',
      '表数据表',
      '录录入状况',
      '文报告原文',
      '史修改历史',
    ])
  })

  it('names its own source in the footer and its own seal in the header', () => {
    renderApp(made)
    expect(screen.getByRole('contentinfo')).toHaveTextContent(
      '示例县司法局《示例县2031年度法治建设工作报告（示例数据）》',
    )
    expect(screen.getByRole('banner')).toHaveTextContent('例示例县')
  })

  it('says that there is no plan page, because its report has no such chapter', async () => {
    const app = renderApp(made)
    await app.open('/plan')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('没有这个页面')
  })
})

describe('three years', () => {
  const three = threeYearDataset()
  const picker = () => screen.getByRole('combobox', { name: '年度' })

  it('opens at the latest and offers all three', async () => {
    renderApp(three)
    expect(await pageDrawn()).toHaveTextContent('2025年度总览')
    expect(within(picker()).getAllByRole('option')).toHaveLength(3)
  })

  it('follows the picker through the address', async () => {
    const app = renderApp(three)
    await app.user.selectOptions(picker(), '2023')
    expect(window.location.hash).toBe('#/?year=2023')
    await app.open('/?year=2023', asYear(2023))
    expect(await pageDrawn()).toHaveTextContent('2023年度总览')
  })

  it('keeps an earlier year in every link, and the latest in none', async () => {
    const app = renderApp(three, { year: asYear(2023) })
    const hrefs = () => screen.getAllByRole('link').map((link) => link.getAttribute('href') ?? '')
    expect(hrefs().filter((href) => !/[?&]year=2023$/.test(href))).toEqual([])
    expect(hrefs().length).toBeGreaterThan(30)
    await app.open('/')
    expect(hrefs().filter((href) => href.includes('year='))).toEqual([])
  })

  it('shows the figures of the year looked at, and none of another as its own', async () => {
    const app = renderApp(three)
    await app.open('/c/3', asYear(2024))
    const cases = figuresIn(screen.getByRole('main')).filter(
      (f) => f.id === 'legal-aid-cases' && f.state === 'exact',
    )
    expect(new Set(cases.map((f) => `${f.year} ${f.text}`))).toEqual(new Set(['2024 2290件']))
  })

  it('notes changes on cards and says why there is none', async () => {
    const app = renderApp(three)
    await app.open('/c/2', asYear(2024))
    const main = screen.getByRole('main')
    const notes = [
      '+5 名（+4.0%）',
      '+3 份，基数小，不算比例',
      '持平',
      '不计算同比',
      '2023年尚无此项，无法比较',
    ]
    for (const text of notes) expect(main).toHaveTextContent(text)
  })

  it('compares two years of the address', async () => {
    const app = renderApp(three)
    await app.open('/compare?a=2023&b=2025')
    expect(screen.getByText(/^2025年与2023年比/)).toBeVisible()
    // Rows out of sight follow those in sight.
    const name = await screen.findByText('法律援助案件', { selector: 'th a' }, { timeout: 10_000 })
    expect(name.closest('tr')).toHaveTextContent('2138件2015件−123 件（−5.8%）')
  })

  it('has a plan and a report of the year that has them', async () => {
    const app = renderApp(three)
    await app.open('/plan/2023')
    expect(screen.getAllByRole('button', { name: /^对照2024年报告/ })).toHaveLength(18)
    await app.open('/report/2025')
    expect(screen.getByText('2025年度报告的文本没有放进数据文件夹。')).toBeVisible()
  })
})

describe('the frame', () => {
  it('marks the page that is open in the navigation, and no other', async () => {
    const app = renderApp(one)
    await app.open('/c/3')
    const current = within(mainNavigation())
      .getAllByRole('link')
      .filter((link) => link.hasAttribute('aria-current'))
    expect(current.map((link) => link.textContent)).toEqual(['三法律服务18'])
  })

  it('names the page in the title of the window', async () => {
    const app = renderApp(one)
    expect(document.title).toBe('2023年度总览 · 嘉祥县法治政府建设指标')
    await app.open('/i/legal-aid-cases')
    expect(document.title).toBe('办理法律援助案件数 · 嘉祥县法治政府建设指标')
  })

  it('moves the focus to the new page, but leaves it on the first', async () => {
    const app = renderApp(one)
    expect(screen.getByRole('main')).not.toHaveFocus()
    await app.open('/data')
    expect(screen.getByRole('main')).toHaveFocus()
  })

  it('skips to the text by keyboard', async () => {
    const { user } = renderApp(one)
    await user.tab()
    expect(screen.getByRole('button', { name: '跳到正文' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('main')).toHaveFocus()
  })

  it('offers large text and the dark theme, and says which is on', async () => {
    const { user, store } = renderApp(one)
    const large = screen.getByRole('button', { name: '大字版' })
    expect(large).toHaveAttribute('aria-pressed', 'false')
    await user.click(large)
    expect(large).toHaveAttribute('aria-pressed', 'true')
    await user.click(screen.getByRole('button', { name: '深色' }))
    expect(store.getState().view).toMatchObject({ theme: 'dark', text: 'large' })
    expect(screen.getByRole('button', { name: '浅色' })).toBeVisible()
  })

  it('opens the search and closes it again', async () => {
    const { user } = renderApp(one)
    await user.click(screen.getByRole('button', { name: /^搜索/ }))
    const dialog = await screen.findByRole('dialog', { name: '搜索指标' })
    await user.click(within(dialog).getByRole('button', { name: '关闭' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it.each(['/nowhere', '/c/9', '/i/constructor', '/report/1999'])(
    'says that there is no page %s, and leads home',
    async (path) => {
      const app = renderApp(one)
      await app.open(path)
      expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('没有这个页面')
      expect(within(screen.getByRole('main')).getByRole('link', { name: '返回总览' })).toHaveAttribute(
        'href',
        '#/',
      )
    },
  )

  it('says so of a year in the address that was never entered, and shows no other in its place', async () => {
    const app = renderApp(one)
    await app.open('/c/2?year=2019', asYear(2019))
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('没有这个页面')
    expect(figuresIn(screen.getByRole('main'))).toEqual([])
  })
})

describe('without data', () => {
  it('says that it is reading', () => {
    renderApp(null)
    expect(screen.getByRole('status')).toHaveTextContent('正在读取数据…')
    expect(screen.getByRole('button', { name: /^搜索/ })).toBeDisabled()
  })

  it('says what could not be read, and reads once more when asked', async () => {
    const onRetry = vi.fn()
    const data: DataState = {
      status: 'failed',
      findings: [{ code: 'file-is-html', severity: 'blocks', at: { file: 'catalogue.json' }, facts: {} }],
    }
    const { user } = renderApp(null, { data, onRetry })
    expect(screen.getByRole('alert')).toHaveTextContent('catalogue.json：读到的是网页，不是数据文件。')
    await user.click(screen.getByRole('button', { name: '重试' }))
    expect(onRetry).toHaveBeenCalledTimes(1)
  })

  it('shows the page as soon as the data is there', async () => {
    const { store } = renderApp(null)
    act(() => store.getState().applyData({ status: 'ready', base: one, dataset: one, findings: [] }))
    expect(await pageDrawn()).toHaveTextContent('2023年度总览')
    expect(screen.queryByText('正在读取数据…')).toBeNull()
  })
})

it('a page that breaks leaves the frame standing and offers the data', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = { ...one, catalogue: { ...one.catalogue, headlines: [null as never] } }
  const app = renderApp(broken)
  expect(screen.getByRole('alert')).toHaveTextContent('这一页没有画出来')
  expect(screen.getByRole('button', { name: '下载数据' })).toBeVisible()
  expect(mainNavigation()).toBeVisible()
  act(() => app.store.getState().applyView({ path: '/data' }))
  act(() => void window.dispatchEvent(new HashChangeEvent('hashchange')))
  expect(await pageDrawn()).toHaveTextContent('数据表')
})
