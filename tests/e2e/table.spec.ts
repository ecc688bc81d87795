import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { serveFolder } from './support/folder.ts'
import { sideways } from './support/geometry.ts'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const threeYears = 'tests/fixtures/three-years'
const tenYears = 'tests/fixtures/ten-years'

const grid = (page: Page) => page.getByRole('grid')
const cell = (page: Page, id: string, year: number) =>
  grid(page).locator(`td[data-indicator="${id}"][data-year="${year}"]`)
const names = (page: Page) => grid(page).locator('tbody th a').allInnerTexts()

/** Where the parts of the scrolled table stand, from its own edges. Unit: px. */
const places = (page: Page) =>
  page.locator('.grid-scroll').evaluate((scroller) => {
    const frame = scroller.getBoundingClientRect()
    const from = (selector: string) => {
      const box = scroller.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      return { x: Math.round(box.left - frame.left), y: Math.round(box.top - frame.top) }
    }
    return {
      scrolled: { x: scroller.scrollLeft, y: scroller.scrollTop },
      head: from('thead th:nth-child(6)').y,
      corner: from('thead th'),
      name: from('tbody tr:nth-child(20) th').x,
      unit: from('tbody tr:nth-child(20) td').x,
    }
  })

/** True when nothing lies over the cell that has the focus, in its middle and near its corners. */
const focusInSight = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { activeElement } = document
    const { left, top, right, bottom } = activeElement?.getBoundingClientRect() ?? new DOMRect()
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 4, top + 4],
      [right - 4, bottom - 4],
    ] as const
    return points.every(([x, y]) => activeElement?.contains(document.elementFromPoint(x, y)) ?? false)
  })

test('head, names and units stay while the table is scrolled', async ({ page }) => {
  await serveFolder(page, tenYears)
  await open(page, '#/data')
  await page.locator('.grid-scroll').evaluate((scroller) => scroller.scrollTo(5000, 900))
  const there = await places(page)
  expect(there.scrolled.y).toBe(900)
  expect(there.scrolled.x).toBeGreaterThan(300)
  // The frame's border is one pixel.
  expect([there.head, there.corner, there.name]).toEqual([1, { x: 1, y: 1 }, 1])
  expect(there.unit).toBe(221)
})

test('the keys move a cell that is never hidden, and open its figure', async ({ page }) => {
  await serveFolder(page, tenYears)
  await open(page, '#/data')
  await cell(page, 'legal-aid-cases', 2033).click({ position: { x: 4, y: 4 } })
  await expect(cell(page, 'legal-aid-cases', 2033)).toBeFocused()
  const keys = ['End', 'ArrowDown', 'Home', 'PageUp', 'Control+End', 'PageUp', 'Control+Home']
  for (const key of [...keys, 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'PageDown', 'ArrowUp']) {
    await page.keyboard.press(key)
    await expect.poll(() => focusInSight(page), { message: key }).toBe(true)
  }
  const { id, year } = await page.evaluate(() => ({
    id: (document.activeElement as HTMLElement).dataset.indicator,
    year: (document.activeElement as HTMLElement).dataset.year,
  }))
  expect(year).toBe('2024')
  const { scrolled } = await places(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/i/${id}\\?year=2024$`))
  await page.goBack()
  await ready(page)
  expect((await places(page)).scrolled).toEqual(scrolled)
  await expect(cell(page, id ?? '', 2024)).toHaveAttribute('tabindex', '0')
})

test('the table is one stop between its tools and the end of the page', async ({ page }) => {
  await open(page, '#/data')
  await page.getByRole('button', { name: '导出', exact: true }).focus()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('table') !== null)).toBe(true)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('table') ?? null)).toBeNull()
})

test('filters and order stand in the address: a link shows them, the way back undoes one after the other', async ({
  page,
}) => {
  await serveFolder(page, threeYears)
  await open(page, '#/data?year=2024&chapter=2&state=not-published')
  await expect(page.getByText(/^共77项，显示\d项$/)).toBeVisible()
  for (const name of await names(page))
    await expect(
      grid(page).locator('tbody tr', { hasText: name }).locator('td[data-year="2024"]'),
    ).toHaveAttribute('data-state', 'not-published')
  await expect(page.getByRole('combobox', { name: '章' })).toHaveValue('2')

  await page.getByRole('combobox', { name: '状态' }).selectOption('exact')
  await expect(page).toHaveURL(/#\/data\?chapter=2&state=exact&year=2024$/)
  const before = await names(page)
  await page.getByRole('columnheader', { name: '2024年' }).getByRole('button').click()
  await expect(page).toHaveURL(/sort=2024/)
  const shown = await grid(page).locator('td[data-year="2024"] .num').allInnerTexts()
  const values = shown.map((text) => Number(text.replace(/[,%]/g, '')))
  expect(values).toEqual([...values].sort((a, b) => a - b))
  expect(values.length).toBe(before.length)

  await page.goBack()
  await expect.poll(() => names(page)).toEqual(before)
  await page.goBack()
  await expect(page.getByRole('combobox', { name: '状态' })).toHaveValue('not-published')

  await page.getByRole('combobox', { name: '年度' }).selectOption('2023')
  await expect(page).toHaveURL(/chapter=2/)
  await expect(page).toHaveURL(/year=2023/)
})

test('words, aliases and initials find figures; typing adds no stops to the way back', async ({ page }) => {
  await open(page, '#/')
  await visit(page, '#/data')
  const field = page.getByRole('searchbox', { name: '搜索指标' })
  await field.pressSequentially('xzfy')
  await expect(page.getByText(/^共75项，显示\d项$/)).toBeVisible()
  await expect.poll(() => names(page)).toContain('审结行政复议案件数')
  await expect(field).toBeFocused()
  await expect(page).toHaveURL(/#\/data\?q=xzfy$/)
  await field.fill('没有这样的指标')
  await expect(page.getByText('没有符合条件的指标。请清除筛选，或换一个词。')).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/#\/$/)
})

test('the rows shown are copied as a table', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '#/data?chapter=0')
  await page.getByRole('button', { name: '复制' }).click()
  await expect(page.getByText('已复制5项，可直接粘贴到表格软件。')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const lines = copied.split(/\r?\n/).map((line) => line.split('\t'))
  expect(lines).toHaveLength(6)
  expect(new Set(lines.map((cells) => cells.length)).size).toBe(1)
  expect(lines[1]?.slice(0, 4)).toEqual(['全国模范人民调解员人数', '名', '序言 · 荣誉', '1'])
})

test('F2 on a figure opens its form and comes back to the cell', async ({ page }) => {
  await open(page, '#/data')
  const target = cell(page, 'legal-aid-cases', 2023)
  await target.click({ position: { x: 4, y: 4 } })
  await page.keyboard.press('F2')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: '数值' })).toHaveValue('2138')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(target).toBeFocused()
  await target.hover()
  await target.getByRole('button', { name: '编辑' }).click()
  await expect(dialog).toBeVisible()
})

test('figures are changed in place, and the table shows it at once', async ({ page }) => {
  await open(page, '#/data?chapter=3')
  const target = cell(page, 'legal-aid-cases', 2023)
  await target.dblclick({ position: { x: 4, y: 4 } })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '数值' }).fill('2183')
  await dialog.getByRole('textbox', { name: /修改原因/ }).fill('更正笔误')
  // The sentence still says 2138.
  await dialog.getByRole('checkbox', { name: '我已核对' }).check()
  await dialog.getByRole('button', { name: '写入1项' }).click()
  await expect(target).toContainText('2183')
  await expect(target).toBeFocused()
})

test.describe('five hundred figures of twenty years', () => {
  /** The shipped catalogue's first indicator, five hundred times, with a figure for each of twenty years. */
  async function serveMany(page: Page): Promise<void> {
    const catalogue = JSON.parse(readFileSync('data/catalogue.json', 'utf8'))
    const [first] = catalogue.indicators.filter((i: { kind: string }) => i.kind === 'count')
    const indicators = Array.from({ length: 500 }, (_, i) => ({
      ...first,
      id: `figure-${i}`,
      name: `第${i}项`,
      short: `第${i}项`,
      aliases: [],
      since: 2001,
    }))
    const years = Array.from({ length: 20 }, (_, i) => 2004 + i)
    const header = readFileSync('data/years/2023.csv', 'utf8').split(/\r?\n/)[0]
    const dataPackage = JSON.parse(readFileSync('data/datapackage.json', 'utf8'))
    await page.route('**/data/**', (route) => {
      const path = new URL(route.request().url()).pathname.replace(/^.*\/data\//, '')
      const year = /years\/(\d{4})\.csv/.exec(path)?.[1]
      if (path === 'datapackage.json') return route.fulfill({ json: manyYears(dataPackage, years) })
      if (path === 'catalogue.json')
        return route.fulfill({ json: { ...catalogue, indicators, panels: [], headlines: [] } })
      if (!year) return route.fulfill({ status: 404 })
      const chapter = catalogue.chapters.find((c: { number: number }) => c.number === first.chapter)
      const rows = indicators.map(
        ({ id, name }, i) =>
          `${year},${chapter.glyph},,${id},${name},${(i * 37 + Number(year)) % 997},${first.unit},,,`,
      )
      return route.fulfill({ body: [header, ...rows].join('\r\n') })
    })
  }

  /** The package with a file of figures for each year and nothing else. */
  function manyYears(
    dataPackage: { resources: { name: string; path: string }[] },
    years: readonly number[],
  ): unknown {
    const figures = dataPackage.resources.find(({ path }) => path.startsWith('years/'))
    const catalogue = dataPackage.resources.filter(({ path }) => path.endsWith('.json'))
    const files = years.map((year) => ({ ...figures, name: `figures-${year}`, path: `years/${year}.csv` }))
    return { ...dataPackage, resources: [...catalogue, ...files] }
  }

  test('only the rows in sight are drawn, and every row can be reached and printed', async ({ page }) => {
    await serveMany(page)
    await open(page, '#/data')
    const drawn = grid(page).locator('tbody tr:not([aria-hidden])')
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '501')
    expect(await drawn.count()).toBeLessThan(60)
    await page.locator('.grid-scroll').evaluate((scroller) => {
      window.scrollTo(0, document.documentElement.scrollHeight)
      scroller.scrollTo(0, scroller.scrollHeight)
    })
    await expect(grid(page).getByText('第499项', { exact: true })).toBeInViewport()
    await page.locator('.grid-scroll').evaluate((scroller) => scroller.scrollTo(0, 12_000))
    await expect
      .poll(() => drawn.evaluateAll((rows) => Number(rows[1]?.getAttribute('aria-rowindex')) > 150))
      .toBe(true)
    await drawn.nth(20).locator('td').first().focus()
    for (const key of ['Control+End', 'Control+Home', 'PageDown']) {
      await page.keyboard.press(key)
      await expect.poll(() => focusInSight(page), { message: key }).toBe(true)
    }
    expect(await drawn.count()).toBeLessThan(60)
    await page.getByRole('columnheader', { name: '2023年' }).getByRole('button').click()
    await expect(page).toHaveURL(/sort=2023/)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await expect(drawn).toHaveCount(500)
  })
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('has cards instead of a table, filters behind a button, and a form for each card', async ({
    page,
  }) => {
    await serveFolder(page, tenYears)
    await open(page, '#/data')
    await expect(page.getByRole('table')).toHaveCount(0)
    await expect(grid(page)).toHaveCount(0)
    expect(await sideways(page)).toBe(0)
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: '办理法律援助案件数' }) })
    await expect(card).toContainText('1187')
    await expect(card).toContainText('1—6月')
    await expect(page.getByRole('combobox', { name: '状态' })).toHaveCount(0)
    await page.getByRole('button', { name: '筛选与排序' }).click()
    await page.getByRole('combobox', { name: '状态' }).selectOption('at-least')
    await expect(page.getByText(/^共84项，显示5项$/)).toBeVisible()
    await page
      .getByRole('button', { name: /^编辑2033年/ })
      .first()
      .click()
    await expect(page.getByRole('dialog')).toBeVisible()
  })
})

test('on paper the whole table stands, nothing cut, without its tools', async ({ page }) => {
  await serveFolder(page, tenYears)
  await open(page, '#/data')
  await page.emulateMedia({ media: 'print' })
  await ready(page)
  await expect(page.getByRole('combobox')).toHaveCount(0)
  const { rows, beyond } = await page.locator('.grid-scroll').evaluate((scroller) => ({
    rows: scroller.querySelectorAll('tbody tr').length,
    beyond: scroller.scrollHeight - scroller.clientHeight,
  }))
  expect(rows).toBe(84)
  expect(beyond).toBeLessThanOrEqual(0)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length).toBeGreaterThan(2)
})
