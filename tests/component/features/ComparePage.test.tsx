import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { ComparePage } from '#features/compare/ComparePage.tsx'
import {
  aDataset,
  anIndicator,
  asYear,
  shippedDataset,
  tenYearDataset,
  threeYearDataset,
} from '../../support/data.ts'
import { renderWithUser } from '../../support/render.tsx'

const three = threeYearDataset()

interface Asked {
  readonly dataset?: Dataset
  readonly a?: number | null
  readonly b?: number
  readonly notEntered?: readonly string[]
  readonly only?: string
  readonly sort?: string
}

/** The page once it is whole: rows out of sight follow those in sight. */
async function show({ dataset = three, a = 2023, b = 2024, ...rest }: Asked = {}) {
  const drawn = renderWithUser(
    <ComparePage
      dataset={dataset}
      a={a === null ? null : asYear(a)}
      b={asYear(b)}
      notEntered={[]}
      only=""
      sort=""
      {...rest}
    />,
  )
  await waitFor(() => expect(document.documentElement.dataset.ready).not.toBe('false'), { timeout: 20_000 })
  return drawn
}

/** By selector: the accessible names of some eighty rows take a second to compute. */
const rowsIn = (root: Element) => [
  ...root.querySelectorAll<HTMLTableRowElement>('tbody tr:not(.change-group)'),
]
const nameOf = (row: HTMLTableRowElement) => row.querySelector('th a')?.textContent ?? ''
const namesIn = (root: Element) => rowsIn(root).map(nameOf)
function rowOf(name: string): HTMLTableRowElement {
  const row = rowsIn(document.body).find((found) => nameOf(found) === name)
  if (!row) throw new Error(`no row ${name}`)
  return row
}
const cellsOf = (name: string) => [...rowOf(name).querySelectorAll('td')]

beforeEach(() => {
  window.location.hash = ''
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('with one year', () => {
  it('says what to enter first and where, and draws no table', async () => {
    await show({ dataset: shippedDataset(), a: null, b: 2023 })
    expect(screen.getByText('只有2023年，录入2024年后即可对比')).toBeVisible()
    expect(screen.getByRole('link', { name: '查看录入状况' })).toHaveAttribute('href', '#/entries')
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.queryByRole('combobox')).toBeNull()
  })
})

describe('with two years', () => {
  it('holds every figure once, chapter by chapter, in the report’s order', async () => {
    const { container } = await show()
    const tables = screen.getAllByRole('table')
    expect(tables.map((table) => rowsIn(table).length)).toEqual([5, 12, 33, 18, 9])
    expect(namesIn(container)).toEqual(three.catalogue.indicators.map((i) => i.short))
  })

  it('has the earlier year before the later one, whichever was chosen first', async () => {
    await show({ a: 2025, b: 2024 })
    const [table] = screen.getAllByRole('table')
    const heads = within(table as HTMLElement).getAllByRole('columnheader')
    expect(heads.map((head) => head.textContent)).toEqual([
      '指标',
      '2024年',
      '2025年',
      '变动',
      '历年（2023—2026）',
    ])
    expect(screen.getByText(/^2025年与2024年比/)).toBeVisible()
    expect(rowOf('行政诉讼败诉案件')).toHaveTextContent('+6 件（+25.0%）变差')
    expect(screen.getByRole('combobox', { name: '对比年度一' })).toHaveValue('2025')
    expect(screen.getByRole('combobox', { name: '对比年度二' })).toHaveValue('2024')
  })

  it.each([
    ['镇街调解成功案件', '758件', '826件', '+68 件（+9.0%）'],
    ['全程网办率', '99.7%', '99.9%', '提高 0.2 个百分点改善'],
    ['案件调解量位次', '第2位', '第3位', '后移 1 位变差'],
    ['执法监督意见书', '6份', '9份', '+3 份，基数小，不算比例'],
    ['祥城法治景观带', '1处', '0处', '由1处减至0'],
    ['习近平法治思想专题学习', '≥40场', '≥50场', '— 两年均为下限值，不计算同比'],
    ['执行合同位次', '前三位之内', '第2位', '— 两年中有一年为名次区间，不计算同比'],
    ['负责人出庭应诉率', '100%', '未公布', '— 2024年未公布，无法比较'],
    ['年审考试通过率', '99.5%', '不适用', '— 2024年不适用，无法比较'],
    ['行政诉讼败诉案件', '当年尚无此项', '24件', '— 2023年尚无此项，无法比较'],
    ['镇街法援工作站', '13个', '13个', '持平'],
  ])('%s went from %s to %s: %s', async (name, from, to, change) => {
    await show()
    const shown = cellsOf(name).map((cell) => cell.textContent)
    expect(shown.slice(0, 3)).toEqual([from, to, change])
  })

  it('gives every row a change or a reason, never an empty cell and never 0 for what is missing', async () => {
    const { container } = await show()
    for (const row of rowsIn(container)) {
      const [from, to, change] = [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')
      expect(change).not.toBe('')
      if (/未公布|不适用|待录入|尚无/.test(`${from}${to}`)) expect(change).toMatch(/^— .*无法比较$/)
    }
  })

  it('judges with a word and an arrow, never by colour alone, and only where a direction is set', async () => {
    await show({ a: 2024, b: 2025 })
    expect(rowOf('行政诉讼败诉案件')).toHaveTextContent('+6 件（+25.0%）变差')
    expect(rowOf('案件调解量位次')).toHaveTextContent('前移 2 位改善')
    expect(cellsOf('法律援助案件')[2]).toHaveTextContent(/−275 件（−12.0%）$/)
    for (const name of ['行政诉讼败诉案件', '案件调解量位次', '法律援助案件'])
      expect(rowOf(name).querySelectorAll('svg.arrow')).toHaveLength(1)
  })

  it('claims nothing of the years between two years that were chosen', async () => {
    await show({ a: 2023, b: 2025 })
    expect(rowOf('镇街调解成功案件')).toHaveTextContent('+32 件（+4.2%）')
    expect(screen.queryByText(/2024年/, { selector: '.change *, .change' })).toBeNull()
  })

  it('leads from each number to its sentence of that year', async () => {
    await show({ a: 2024, b: 2025 })
    const links = [...rowOf('法律援助案件').querySelectorAll('td a')]
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['2290件', '#/i/legal-aid-cases?year=2024'],
      ['2015件', '#/i/legal-aid-cases?year=2025'],
    ])
    expect(cellsOf('一审行政诉讼案件')[0]?.querySelector('[data-indicator]')).toHaveAttribute(
      'data-year',
      '2024',
    )
  })

  it('says of doubted and part-year figures that they are, beside the number', async () => {
    await show({ dataset: tenYearDataset(), a: 2032, b: 2033 })
    expect(cellsOf('法律援助案件')[1]).toHaveTextContent(/1—6月$/)
    expect(cellsOf('法律援助案件')[2]).toHaveTextContent('— 2033年为1—6月数，2032年为全年数，不能比较')
    expect(cellsOf('万人受援率')[1]).toHaveTextContent('待核')
  })

  it('names the changed scope', async () => {
    await show({ dataset: tenYearDataset(), a: 2028, b: 2029 })
    expect(cellsOf('镇街调解成功案件')[2]).toHaveTextContent(/^— 2029年口径有变（.+），不与以前年度比较$/)
  })

  it('shows from three years on the strip of all of them, read aloud in words', async () => {
    await show({ a: 2023, b: 2025 })
    expect(await within(rowOf('公证宣传活动')).findByRole('img')).toHaveAccessibleName(
      '2023年5 次，2024年未公布，2025年8 次，2026年待录入',
    )
  })

  it('with two years has no strip, which would say nothing more', async () => {
    const dataset = aDataset({ figures: { cases: { 2023: '50', 2024: '60' } } })
    await show({ dataset })
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.getAllByRole('columnheader')).toHaveLength(4)
  })
})

describe('the choices', () => {
  it('are kept in the address: years, filter and order', async () => {
    const { user } = await show({ only: 'up' })
    await user.selectOptions(screen.getByRole('combobox', { name: '对比年度二' }), '2025')
    expect(window.location.hash).toBe('#/compare?a=2023&b=2025&only=up')
    await user.click(screen.getByRole('button', { name: '仅有变动' }))
    expect(window.location.hash).toBe('#/compare?a=2023&b=2024&only=changed')
    await user.click(screen.getByRole('button', { name: '变动' }))
    expect(window.location.hash).toBe('#/compare?a=2023&b=2024&only=up&sort=change')
  })

  it('offer every entered year, and say which is not finished', async () => {
    const dataset = { ...three, openYears: [asYear(2025)] }
    await show({ dataset })
    const options = within(screen.getByRole('combobox', { name: '对比年度一' })).getAllByRole('option')
    expect(options.map((option) => option.textContent)).toEqual([
      '2025年度（录入中）',
      '2024年度',
      '2023年度',
    ])
  })

  it.each([
    ['', '全部', 77],
    ['up', '正向', 17],
    ['down', '逆向', 1],
    ['neutral', '中性', 59],
    ['nonsense', '全部', 77],
  ])('%j shows %s: %d rows', async (only, name, count) => {
    const { container } = await show({ a: 2024, b: 2025, only })
    expect(namesIn(container)).toHaveLength(count)
    const filter = within(screen.getByRole('group', { name: '筛选' }))
    expect(filter.getByRole('button', { pressed: true })).toHaveTextContent(name)
    expect(screen.getByRole('status')).toHaveTextContent(name === '全部' ? /^$/ : `显示 ${count} 项`)
  })

  it('仅有变动 leaves out what stayed the same and what cannot be compared', async () => {
    const { container } = await show({ only: 'changed' })
    const changes = rowsIn(container).map((row) => row.querySelector('.change')?.textContent ?? '')
    expect(changes.length).toBeGreaterThan(20)
    expect(changes.filter((text) => text === '持平' || text.startsWith('—'))).toEqual([])
  })

  it('a filter that leaves nothing says so', async () => {
    const dataset = aDataset({ figures: { cases: { 2023: '50', 2024: '60' } } })
    await show({ dataset, only: 'down' })
    expect(screen.getByText('没有符合条件的指标。请换一个筛选条件。')).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('two years that are the same are named, and nothing is compared', async () => {
    await show({ a: 2024, b: 2024 })
    expect(screen.getByText(/^两个年度相同，都是2024年/)).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.queryByText(/^可比/)).toBeNull()
  })

  it('years of the address that were never entered are named, and those shown instead', async () => {
    await show({ a: 2024, b: 2025, notEntered: ['1999', '2031'] })
    expect(screen.getByRole('note')).toHaveTextContent(
      '地址中的“1999”“2031”不是已录入的年度，现在显示的是2024年和2025年。',
    )
  })
})

describe('the order of changes', () => {
  it('stands in one table with a head for each scale, the chapter before each name, and says how it is made', async () => {
    const { container } = await show({ sort: 'change' })
    const [table, ...others] = screen.getAllByRole('table')
    expect(others).toEqual([])
    expect(
      within(table as HTMLElement).getAllByRole('rowheader', { name: /按|不算|^持平|^不可比/ }),
    ).toHaveLength(6)
    expect(screen.getByText(/^变动的顺序：/)).toHaveTextContent('不可比的列在最后')
    expect(rowOf('全程网办率').querySelector('.chip')).toHaveTextContent('二')
    const percents = rowsIn(container).flatMap((row) => {
      const [, percent] = /（[+−]([\d.,]+)%）/.exec(row.querySelector('.change')?.textContent ?? '') ?? []
      return percent === undefined ? [] : [Number(percent.replace(',', ''))]
    })
    expect(percents.length).toBeGreaterThan(20)
    expect(percents).toEqual([...percents].sort((x, y) => y - x))
  })

  it('has what cannot be compared at its end, with the reasons', async () => {
    const { container } = await show({ sort: 'change' })
    const texts = rowsIn(container).map((row) => row.querySelector('.change')?.textContent ?? '')
    const first = texts.findIndex((text) => text.startsWith('—'))
    expect(first).toBeGreaterThan(0)
    expect(texts.slice(first).every((text) => text.startsWith('—'))).toBe(true)
  })
})

describe('what compares', () => {
  it('is counted, and the reasons why the rest does not open on demand with its figures', async () => {
    const { user } = await show()
    expect(screen.getByText(/^可比/).textContent).toBe('可比 59 · 不可比 18')
    const why = screen.getByRole('button', { name: '为何？' })
    expect(why).toHaveAttribute('aria-expanded', 'false')
    expect(screen.queryByRole('region', { name: '不可比的原因' })).toBeNull()
    await user.click(why)
    expect(why).toHaveAttribute('aria-expanded', 'true')
    const reasons = screen.getByRole('region', { name: '不可比的原因' })
    expect(reasons).toHaveTextContent(/有一年不是精确值（下限值、约数、上限值或名次区间），\d+ 项：/)
    expect(reasons).toHaveTextContent('2024年不适用，2 项：年审学习考试人员、年审考试通过率')
    expect(reasons).toHaveTextContent('2023年尚无此项，1 项：行政诉讼败诉案件')
    expect(within(reasons).getAllByRole('link')).toHaveLength(18)
    expect(within(reasons).getByRole('link', { name: '年审考试通过率' })).toHaveAttribute(
      'href',
      '#/i/enforcement-review-pass-rate?year=2024',
    )
  })

  it('asks no why where everything compares', async () => {
    await show({ dataset: aDataset({ figures: { cases: { 2023: '50', 2024: '60' } } }) })
    expect(screen.getByText('可比 1 · 不可比 0')).toBeVisible()
    expect(screen.queryByRole('button', { name: '为何？' })).toBeNull()
  })
})

describe('on a phone', () => {
  beforeEach(() => {
    const list = { matches: true, addEventListener: () => {}, removeEventListener: () => {} }
    vi.stubGlobal('matchMedia', () => list)
  })

  it('is a list of cards, each with both figures, the change and the strip', async () => {
    await show({ a: 2024, b: 2025 })
    expect(screen.queryByRole('table')).toBeNull()
    const cards = within(screen.getByRole('list', { name: '法律服务：2025年与2024年比' })).getAllByRole(
      'listitem',
    )
    const card = cards.find((found) => /^法律援助案件/.test(found.textContent ?? ''))
    expect(card).toHaveTextContent('法律援助案件2024年2290件2025年2015件−275 件（−12.0%）')
    const links = within(card as HTMLElement).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#/i/legal-aid-cases?year=2025',
      '#/i/legal-aid-cases?year=2024',
      '#/i/legal-aid-cases?year=2025',
    ])
    expect(await within(card as HTMLElement).findByRole('img')).toHaveAccessibleName(/2024年2290 件/)
  })

  it('groups the cards by scale in the order of changes', async () => {
    await show({ a: 2024, b: 2025, sort: 'change' })
    expect(screen.getByRole('heading', { name: '比率，按百分点' })).toBeVisible()
    expect(
      screen.getByRole('list', { name: '各章按变动排列：2025年与2024年比：比率，按百分点' }),
    ).toBeVisible()
  })
})

describe('a long list', () => {
  const ids = Array.from({ length: 400 }, (_, i) => `cases-${i}`)
  const long = () =>
    aDataset({
      indicators: ids.map((id) => anIndicator({ id })),
      figures: Object.fromEntries(ids.map((id) => [id, { 2023: '50', 2024: '60' }])),
    })
  let watched: Element[] = []
  let tell: (entries: readonly Partial<IntersectionObserverEntry>[]) => void = () => {}

  beforeEach(() => {
    watched = []
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(callback: typeof tell) {
          tell = callback
        }
        observe(element: Element) {
          watched.push(element)
        }
        unobserve() {}
        disconnect() {}
      },
    )
  })

  it('is drawn near what is in sight only, and whole on paper', async () => {
    const { container } = await show({ dataset: long() })
    const drawn = () => namesIn(container).filter((name) => name !== '').length
    expect(drawn()).toBe(16)
    expect(watched.length).toBe(25)
    window.dispatchEvent(new Event('beforeprint'))
    await waitFor(() => expect(drawn()).toBe(400))
    window.dispatchEvent(new Event('afterprint'))
    await waitFor(() => expect(drawn()).toBe(16))
  })

  it('draws rows when they come near and keeps their room when they leave', async () => {
    const { container } = await show({ dataset: long() })
    const last = watched[watched.length - 1]
    const rect = (height: number) => ({ height }) as DOMRectReadOnly
    const come = (isIntersecting: boolean, height: number) =>
      tell([{ target: last as Element, isIntersecting, boundingClientRect: rect(height) }])
    expect(namesIn(container)).not.toContain('简称cases-399')
    come(true, 0)
    await waitFor(() => expect(namesIn(container)).toContain('简称cases-399'))
    come(false, 1234)
    await waitFor(() => expect(namesIn(container)).not.toContain('简称cases-399'))
    expect(last?.querySelector('td')).toHaveStyle({ height: '1234px' })
  })
})
