import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { TablePage } from '#features/table/TablePage.tsx'
import { EditContext } from '#ui/editing.tsx'
import { aDataset, anIndicator, asYear, shippedDataset, tenYearDataset } from '../../support/data.ts'
import { renderWithUser } from '../../support/render.tsx'

const queryOf = (search: string) => new Map(new URLSearchParams(search))

/** The page at an address, with somebody who may change figures. */
function show(dataset: Dataset, year: number, search = '') {
  const edit = vi.fn()
  const page = renderWithUser(
    <EditContext.Provider value={edit}>
      <TablePage dataset={dataset} year={asYear(year)} query={queryOf(search)} />
    </EditContext.Provider>,
  )
  return { ...page, edit }
}

/** Rows by selector: the accessible names of a thousand cells take seconds to compute. */
const rowsOf = (root: Element) => [...root.querySelectorAll<HTMLTableRowElement>('tbody tr')]
const namesIn = (root: Element) => rowsOf(root).map((row) => row.cells[0]?.querySelector('a')?.textContent)
const rowOf = (root: Element, name: string): HTMLTableRowElement => {
  const row = rowsOf(root).find((r) => r.cells[0]?.querySelector('a')?.textContent?.endsWith(name))
  if (!row) throw new Error(`no row ${name}`)
  return row
}
const cellIn = (root: Element, name: string, year: number): HTMLElement => {
  const cell = rowOf(root, name).querySelector<HTMLElement>(`td[data-year="${year}"]`)
  if (!cell) throw new Error(`no cell ${name} ${year}`)
  return cell
}

/** A dataset of four figures over three years, in the states that matter here. */
const small = () =>
  aDataset({
    indicators: [
      anIndicator({ id: 'first', name: '甲项', direction: '正' }),
      anIndicator({ id: 'second', name: '乙项', unit: '%', kind: 'rate', chapter: 2 }),
      anIndicator({ id: 'third', name: '丙项', aliases: ['行政复议'], since: 2024 }),
      anIndicator({ id: 'fourth', name: '丁项' }),
    ],
    figures: {
      first: { 2023: '40余', 2024: '45', 2025: '30' },
      second: { 2023: '99.5', 2024: '100', 2025: '99.8' },
      third: { 2024: '7' },
      fourth: { 2023: '12', 2024: '未公布', 2025: '12345' },
    },
    details: { fourth: { note: '1—6月；口径变化：含移送案件' } },
    openYears: [asYear(2025)],
  })

beforeEach(() => {
  window.location.hash = ''
})

describe('what the table holds', () => {
  it('every figure in one grid, in the report’s order, with its sentence', () => {
    const dataset = shippedDataset()
    const { container } = show(dataset, 2023)
    expect(screen.getAllByRole('grid')).toHaveLength(1)
    expect(namesIn(container)).toEqual(dataset.catalogue.indicators.map((i) => i.name))
    expect(rowsOf(container).filter((row) => row.lastElementChild?.textContent === '')).toEqual([])
    expect(screen.getByText('共75项，显示75项')).toBeVisible()
  })

  it('a column for every year, the unfinished one named so, and for the one to come', () => {
    show(small(), 2024)
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent?.replace(/[↕▲▼]/, ''))).toEqual(
      ['指标', '单位', '章', '2023年', '2024年', '2025年（录入中）', '2026年', '与上年比', '方向', '原句'],
    )
  })

  it('states in a word and a mark, half a year and a new scope as tags', () => {
    const { container } = show(small(), 2024)
    expect(cellIn(container, '甲项', 2023)).toHaveTextContent(/^≥40件下限值编辑$/)
    expect(cellIn(container, '丙项', 2023)).toHaveTextContent(/^· 当年尚无此项$/)
    expect(cellIn(container, '丙项', 2025)).toHaveTextContent(/^待录入$/)
    expect(cellIn(container, '丁项', 2024)).toHaveTextContent(/^未公布$/)
    expect(cellIn(container, '丁项', 2025)).toHaveTextContent(/^12,345件1—6月·口径有变编辑$/)
    expect(cellIn(container, '丁项', 2025)).toHaveAttribute('title', '口径有变：含移送案件')
    expect(cellIn(container, '乙项', 2024)).toHaveTextContent(/^100%编辑$/)
    expect(cellIn(container, '丙项', 2023)).toHaveAttribute('data-state', 'not-yet')
  })

  it('the change of the year looked at', () => {
    const { container } = show(small(), 2024)
    expect(rowOf(container, '乙项')).toHaveTextContent('提高 0.5 个百分点')
    expect(rowOf(container, '甲项')).toHaveTextContent('不计算同比')
  })

  it('keeps the column of a year that nobody entered between two others', () => {
    const { container } = show(tenYearDataset(), 2033)
    expect(rowOf(container, '办理法律援助案件数').querySelector('[data-year="2027"]')).toHaveTextContent(
      '待录入',
    )
  })
})

const phone = (): void => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }))
}

afterEach(() => vi.unstubAllGlobals())

describe('what is asked of the table', () => {
  it.each([
    ['章', '2', '#/data?chapter=2'],
    ['状态', 'not-published', '#/data?state=not-published'],
    ['种类', 'rate', '#/data?kind=rate'],
    ['方向', 'up', '#/data?direction=up'],
    ['排序', '-2024', '#/data?sort=-2024'],
  ])('%s is kept in the address: %s → %s', async (label, value, hash) => {
    const { user } = show(small(), 2024)
    await user.selectOptions(screen.getByRole('combobox', { name: label }), value)
    expect(window.location.hash).toBe(hash)
  })

  it('typed words are kept too, beside what was there', async () => {
    const { user } = show(small(), 2024, 'chapter=1')
    const field = screen.getByRole('searchbox', { name: '搜索指标' })
    // The page is given the new address a moment later; letters typed until then must not be lost.
    await user.type(field, '甲项')
    expect(field).toHaveValue('甲项')
    expect(window.location.hash).toBe('#/data?q=%E7%94%B2%E9%A1%B9&chapter=1')
  })

  it('an address shows its rows, its choices and the count', () => {
    const { container } = show(small(), 2024, 'state=exact&chapter=1&sort=-2024')
    expect(namesIn(container)).toEqual(['甲项', '丙项'])
    expect(screen.getByText('共4项，显示2项')).toBeVisible()
    expect(screen.getByRole('combobox', { name: '状态' })).toHaveValue('exact')
    expect(screen.getByRole('combobox', { name: '章' })).toHaveValue('1')
    expect(screen.getByRole('combobox', { name: '排序' })).toHaveValue('-2024')
  })

  it('an alias is found, and initials once the pinyin has arrived', async () => {
    const { container } = show(small(), 2024, 'q=xzfy')
    expect(await screen.findByText('共4项，显示1项')).toBeVisible()
    expect(namesIn(container)).toEqual(['丙项'])
  })

  it('says that nothing fits, with the way back', async () => {
    const { user } = show(small(), 2024, 'q=没有&sort=name')
    expect(screen.queryByRole('grid')).toBeNull()
    expect(screen.getByText('共4项，显示0项')).toBeVisible()
    await user.click(within(screen.getByText(/^没有符合/)).getByRole('button', { name: '清除筛选' }))
    expect(window.location.hash).toBe('#/data?sort=name')
  })

  it('a column’s button orders by it, upwards, downwards, then as in the report', async () => {
    const { user } = show(small(), 2024)
    const head = screen.getByRole('columnheader', { name: /^2024年/ })
    expect(head).toHaveAttribute('aria-sort', 'none')
    await user.click(within(head).getByRole('button'))
    expect(window.location.hash).toBe('#/data?sort=2024')
  })

  it.each([
    ['sort=2024', 'ascending', '#/data?sort=-2024'],
    ['sort=-2024', 'descending', '#/data'],
  ])('%s: the head says %s and leads to %s', async (search, order, next) => {
    const { user } = show(small(), 2024, search)
    const head = screen.getByRole('columnheader', { name: /^2024年/ })
    expect(head).toHaveAttribute('aria-sort', order)
    await user.click(within(head).getByRole('button'))
    expect(window.location.hash).toBe(next)
  })

  it('more than ten years show the last ten and the one to come, 更早年度 the rest', async () => {
    const dataset = aDataset({ years: [2012, 2025], figures: { cases: { 2012: '1', 2025: '2' } } })
    const { user, unmount } = show(dataset, 2025)
    expect(
      screen.getAllByRole('columnheader', { name: /^\d{4}年/ }).map((h) => h.textContent?.slice(0, 4)),
    ).toEqual(Array.from({ length: 11 }, (_, i) => String(2016 + i)))
    await user.click(screen.getByRole('button', { name: '更早年度' }))
    expect(window.location.hash).toBe('#/data?years=all')
    unmount()
    show(dataset, 2025, 'years=all')
    expect(screen.getAllByRole('columnheader', { name: /^20\d\d年/ })).toHaveLength(15)
    expect(screen.getByRole('button', { name: '只看最近十年' })).toBeVisible()
  })
})

describe('by keyboard', () => {
  it('the table is one stop of the Tab key', () => {
    const { container } = show(small(), 2024)
    expect(container.querySelectorAll('table [tabindex="0"]')).toHaveLength(1)
    expect(container.querySelectorAll('table :is(a, button):not([tabindex="-1"])')).toHaveLength(0)
  })

  it('arrows move the cell that has the focus, into the head and back', async () => {
    const { user, container } = show(small(), 2024)
    const start = rowOf(container, '甲项').cells[0] as HTMLElement
    start.focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowDown}')
    expect(cellIn(container, '乙项', 2023)).toHaveFocus()
    await user.keyboard('{Control>}{Home}{/Control}')
    expect(screen.getByRole('columnheader', { name: /^指标/ })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(window.location.hash).toBe('#/data?sort=name')
    await user.keyboard('{Control>}{End}{/Control}')
    expect(rowOf(container, '丁项').lastElementChild).toHaveFocus()
    expect(container.querySelectorAll('table [tabindex="0"]')).toHaveLength(1)
  })

  it.each([
    ['甲项', 2023, '#/i/first?year=2023'],
    ['丁项', 2024, '#/i/fourth?year=2024'],
  ])('Enter on %s %d opens the figure in that year', async (name, year, hash) => {
    const { user, container, edit } = show(small(), 2025)
    cellIn(container, name, year).focus()
    await user.keyboard('{Enter}')
    expect(window.location.hash).toBe(hash)
    expect(edit).not.toHaveBeenCalled()
  })

  it('Enter on a name opens the figure in the year looked at', async () => {
    const { user, container } = show(small(), 2024)
    ;(rowOf(container, '乙项').cells[0] as HTMLElement).focus()
    await user.keyboard('{Enter}')
    expect(window.location.hash).toBe('#/i/second?year=2024')
  })

  it('comes back to the cell it was left at, under the same address only', async () => {
    const { user, container, unmount } = show(small(), 2024, 'chapter=1&sort=name')
    cellIn(container, '丁项', 2024).focus()
    await user.keyboard('{ArrowRight}')
    expect(cellIn(container, '丁项', 2025)).toHaveFocus()
    unmount()
    const again = show(small(), 2024, 'chapter=1&sort=name')
    expect(cellIn(again.container, '丁项', 2025)).toHaveAttribute('tabindex', '0')
    again.unmount()
    const other = show(small(), 2024, 'chapter=2')
    expect(other.container.querySelector('tbody [tabindex="0"]')).toBe(
      rowOf(other.container, '乙项').cells[0],
    )
  })

  it('the keys are named beside the table', () => {
    show(small(), 2024)
    expect(screen.getByRole('grid')).toHaveAccessibleDescription(/方向键.*回车.*F2/)
  })
})

describe('changing a figure in place', () => {
  const named = (id: string) => expect.objectContaining({ id })

  it('F2 opens its form', async () => {
    const { user, container, edit } = show(small(), 2024)
    cellIn(container, '甲项', 2024).focus()
    await user.keyboard('{F2}')
    expect(edit.mock.calls).toEqual([[named('first'), 2024]])
  })

  it('so do a double click and the cell’s button', async () => {
    const { user, container, edit } = show(small(), 2024)
    await user.dblClick(cellIn(container, '乙项', 2023))
    await user.click(within(cellIn(container, '乙项', 2024)).getByRole('button', { name: '编辑' }))
    expect(edit.mock.calls).toEqual([
      [named('second'), 2023],
      [named('second'), 2024],
    ])
    expect(cellIn(container, '乙项', 2024)).toHaveFocus()
  })

  it('an empty slot opens it with one click, or Enter', async () => {
    const { user, container, edit } = show(small(), 2024)
    const cell = cellIn(container, '丙项', 2025)
    await user.click(within(cell).getByRole('button', { name: '待录入' }))
    expect(edit).toHaveBeenCalledTimes(1)
    expect(cell).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(edit.mock.calls).toEqual([
      [named('third'), 2025],
      [named('third'), 2025],
    ])
  })

  it('one click on a figure only chooses the cell; a year without the indicator has nothing to change', async () => {
    const { user, container, edit } = show(small(), 2024)
    await user.click(cellIn(container, '甲项', 2023))
    expect(cellIn(container, '甲项', 2023)).toHaveFocus()
    await user.dblClick(cellIn(container, '丙项', 2023))
    expect(edit).not.toHaveBeenCalled()
  })

  it('is not offered where nothing can be changed', () => {
    const { container } = renderWithUser(
      <TablePage dataset={small()} year={asYear(2024)} query={new Map()} />,
    )
    expect(container.querySelector('table button:not(.sort-button)')).toBeNull()
  })
})

describe('copying', () => {
  it('takes the rows shown', async () => {
    const { user } = show(small(), 2024, 'chapter=2')
    await user.click(screen.getByRole('button', { name: '复制' }))
    expect(await screen.findByText(/^已复制1项/)).toBeVisible()
    const lines = (await navigator.clipboard.readText()).split('\n')
    expect(lines.map((line) => line.split('\t')[0])).toEqual(['指标', '乙项'])
  })

  it('says what to do where the browser refuses, with the text chosen', async () => {
    const { user } = show(small(), 2024)
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('refused'))
    await user.click(screen.getByRole('button', { name: '复制' }))
    expect(await screen.findByText(/浏览器不允许直接复制.*Ctrl\+C/)).toBeVisible()
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '要复制的文字' })
    expect(field.value.split('\n')).toHaveLength(5)
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(field.value)
  })
})

describe('many rows', () => {
  const many = () =>
    aDataset({
      years: [2024],
      figures: Object.fromEntries(
        Array.from({ length: 300 }, (_, i) => [`figure-${i}`, { 2024: String(i + 1) }]),
      ),
    })

  it('draws those in sight and says how many there are', () => {
    const { container } = show(many(), 2024)
    const grid = screen.getByRole('grid')
    expect(grid).toHaveAttribute('aria-rowcount', '301')
    const drawn = rowsOf(container).filter((row) => row.cells.length > 0)
    expect(drawn.length).toBeLessThan(60)
    expect(drawn.map((row) => row.getAttribute('aria-rowindex'))).toEqual(drawn.map((_, i) => String(i + 2)))
  })

  it('the keys reach every row', async () => {
    const { user, container } = show(many(), 2024)
    ;(rowOf(container, 'figure-0').cells[0] as HTMLElement).focus()
    await user.keyboard('{Control>}{ArrowDown}{/Control}')
    expect(rowOf(container, 'figure-299').cells[0]).toHaveFocus()
    expect(rowOf(container, 'figure-299')).toHaveAttribute('aria-rowindex', '301')
    await user.keyboard('{PageUp}')
    expect(document.activeElement?.closest('tr')).toHaveTextContent(/figure-28\d/)
  })

  it('all are drawn on paper, and again only those in sight after it', () => {
    const { container } = show(many(), 2024)
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(rowsOf(container)).toHaveLength(300)
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(rowsOf(container).length).toBeLessThan(60)
  })
})

describe('on a phone', () => {
  it('each figure is a card with its value, state, change and link; there is no table', async () => {
    phone()
    const { user, edit } = show(small(), 2024)
    expect(screen.queryByRole('grid')).toBeNull()
    const card = screen.getByRole('heading', { name: '乙项' }).closest('li') as HTMLElement
    expect(card).toHaveTextContent('100%')
    expect(card).toHaveTextContent('2024年 · 精确值 · 第2章')
    expect(card).toHaveTextContent('与上年比：提高 0.5 个百分点')
    expect(within(card).getByRole('link', { name: '乙项' })).toHaveAttribute('href', '#/i/second?year=2024')
    await user.click(within(card).getByRole('button', { name: '编辑2024年“乙项”' }))
    expect(edit).toHaveBeenCalledTimes(1)
  })

  it('the filters stand behind a button that says how many are used', async () => {
    phone()
    const { user } = show(small(), 2024, 'state=exact')
    expect(screen.queryByRole('combobox', { name: '章' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '筛选与排序（已用1项）' }))
    await user.selectOptions(screen.getByRole('combobox', { name: '章' }), '2')
    expect(window.location.hash).toBe('#/data?chapter=2&state=exact')
  })
})
