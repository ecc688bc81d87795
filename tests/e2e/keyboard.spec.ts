import type { Page } from '@playwright/test'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const pages = [
  '#/',
  '#/c/2',
  '#/c/5',
  '#/i/court-appearance-rate',
  '#/report/2023',
  '#/data',
  '#/entries',
  '#/import',
  '#/compare',
]

/** Numbers everything the Tab key must reach, in the order of the document; a grid is one stop. */
const listControls = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button:not([disabled]), select, input, summary, [role="grid"] [tabindex="0"]',
    )
    const usable = [...all].filter(
      (control) => control.tabIndex >= 0 && control.checkVisibility({ visibilityProperty: true }),
    )
    for (const [at, control] of usable.entries()) control.dataset.stop = String(at)
    return usable.length
  })

interface Stop {
  readonly at: number
  readonly faults: readonly string[]
}

/** What has the focus, and what a keyboard user would miss about it. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
        const value = Number(part) / 255
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const isOpaque = (colour: string) => !/, 0\)$|transparent/.test(colour)
    const groundOf = (element: Element | null): string => {
      const colour = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)'
      return isOpaque(colour) ? colour : groundOf(element?.parentElement ?? null)
    }
    const element = document.activeElement as HTMLElement
    // A control of two lines has its ring around both, on the box that takes the pointer.
    const own = getComputedStyle(element)
    const ringed = own.outlineStyle === 'none' ? getComputedStyle(element, '::after') : own
    const { outlineWidth, outlineStyle, outlineColor } = ringed
    const [ring, ground] = [outlineColor, groundOf(element.parentElement)].map(luminance)
    const contrast = (Math.max(ring ?? 0, ground ?? 0) + 0.05) / (Math.min(ring ?? 0, ground ?? 0) + 0.05)
    const faults: string[] = []
    if (Number.parseFloat(outlineWidth) < 3 || outlineStyle === 'none') faults.push(`ring ${outlineWidth}`)
    if (contrast < 3) faults.push(`ring contrast ${contrast.toFixed(1)}`)
    const { left, top, width, height } = element.getClientRects()[0] ?? new DOMRect()
    const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20))
    if (!hit || !(element.contains(hit) || hit.contains(element)))
      faults.push('hidden or outside of the window')
    const name = `${element.tagName} ${(element.innerText || element.ariaLabel) ?? ''}`.slice(0, 40)
    return { at: Number(element.dataset.stop ?? -1), faults: faults.map((fault) => `${name}: ${fault}`) }
  })

/** The order of the controls does not depend on the theme, only the colours around them do. */
const walks = [
  ['light', pages],
  ['dark', ['#/', '#/report/2023', '#/data']],
] as const

for (const [theme, walked] of walks) {
  test(`Tab goes through every control in order, each with a ring (${theme})`, async ({ page }) => {
    test.setTimeout(90_000)
    for (const hash of walked) {
      await open(page, `${hash}?theme=${theme}`)
      const count = await listControls(page)
      expect(count, hash).toBeGreaterThan(10)
      const faults: string[] = []
      const order: number[] = []
      for (let i = 0; i < count; i += 1) {
        await page.keyboard.press('Tab')
        const stop = await focused(page)
        order.push(stop.at)
        faults.push(...stop.faults)
      }
      expect(order, hash).toEqual(Array.from({ length: count }, (_, i) => i))
      expect(faults, hash).toEqual([])
    }
  })
}

test('the skip link shows itself on the first Tab and leads into the page', async ({ page }) => {
  await open(page, '#/c/2')
  await page.keyboard.press('Tab')
  const skip = page.getByText('跳到正文')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  await expect(page).toHaveURL(/#\/c\/2$/)
})

test('search opens with the slash key, finds by initials and opens with Enter', async ({ page }) => {
  await open(page)
  const field = page.getByRole('combobox', { name: '搜索指标' })
  const opener = page.getByRole('link', { name: '年度对比' }).first()
  await opener.focus()
  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(opener).toBeFocused()

  // A Chinese input method: the same key says 、 and its key name is Process.
  const keyboard = await page.context().newCDPSession(page)
  const physical = { code: 'Slash', windowsVirtualKeyCode: 229 }
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', ...physical })
  await expect(field).toBeFocused()
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Process', ...physical })

  await field.pressSequentially('xzfy')
  const results = page.getByRole('dialog').getByRole('option')
  await expect(results.filter({ hasText: '审结行政复议案件' })).toBeVisible()
  await field.fill('fy')
  const count = await results.count()
  expect(count).toBeGreaterThan(2)
  await expect(results.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  const second = results.nth(1)
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '-')
  const id = await second.locator('[data-indicator]').getAttribute('data-indicator')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/i/${id}$`))
  await ready(page)
  await expect(field).toHaveCount(0)
  await expect(page.locator(`main [data-indicator="${id}"]`).first()).toBeVisible()
})

test('search takes a slash as a letter while it is open and finds by name, alias and full pinyin', async ({
  page,
}) => {
  await open(page)
  await page.keyboard.press('/')
  const field = page.getByRole('dialog').getByRole('combobox')
  await expect(field).toBeFocused()
  await page.keyboard.press('/')
  await expect(field).toHaveValue('/')
  const result = page.getByRole('dialog').getByRole('option').filter({ hasText: '审结行政复议案件' })
  for (const query of ['行政复议', '行政复议案件审结数', 'xingzhengfuyi', 'XZFY', ' xzfy ']) {
    await field.fill(query)
    await expect(result, query).toBeVisible()
    await expect(result, query).toContainText('130')
  }
  await field.fill('没有这样的指标')
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('没有找到')
})

test('the table beside a chart opens and closes by keyboard', async ({ page }) => {
  await open(page)
  const chart = page.getByRole('img', { name: /负责人出庭应诉率100%/ })
  const card = page.locator('section', { has: chart })
  const button = card.locator('button[aria-expanded]')
  const row = card.getByRole('row').filter({ hasText: '行政机关负责人出庭应诉率100%' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(row).not.toBeInViewport()
  await button.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  const table = page.locator(`[id="${await button.getAttribute('aria-controls')}"]`)
  await expect(table.getByRole('row')).toHaveCount(7)
  await expect(row.getByRole('link')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(table.getByRole('link').first()).toBeFocused()
  await button.press('Space')
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(row.getByRole('link')).toHaveCount(0)
})

test('text size and theme stay after a reload, and the address decides before what was kept', async ({
  page,
}) => {
  const root = page.locator('html')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await open(page)
  const light = await background()
  await page.getByRole('button', { name: '大字版' }).press('Enter')
  await expect(page.getByRole('button', { name: '大字版' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: '深色' }).press('Enter')
  await page.reload()
  await ready(page)
  await expect(root).toHaveAttribute('data-text', 'large')
  await expect(root).toHaveAttribute('data-theme', 'dark')
  expect(await background()).not.toBe(light)
  expect(
    await page
      .locator('p')
      .first()
      .evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize)),
  ).toBeGreaterThanOrEqual(18)

  await open(page, '#/c/1?theme=light&text=standard')
  await expect(root).toHaveAttribute('data-text', 'standard')
  expect(await background()).toBe(light)
  await open(page, '#/c/1?theme=projector')
  await expect(root).toHaveAttribute('data-theme', 'projector')
  expect(await background()).toBe('rgb(255, 255, 255)')
  await open(page, '#/?theme=dark&text=large')
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await visit(page, '#/c/3')
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await expect(root).toHaveAttribute('data-text', 'large')
  await open(page, '#/?theme=neon&text=huge')
  await expect(root).toHaveAttribute('data-theme', 'dark')
})
