import type { Page } from '@playwright/test'
import { serveFolder } from './support/folder.ts'
import { sideways } from './support/geometry.ts'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const slot = (page: Page, id: string, year: number) =>
  page.locator(`main td[data-indicator="${id}"][data-year="${year}"]`)

/** Fills the form that is open. */
async function fill(page: Page, value: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '数值' }).fill(value)
  await dialog.getByRole('textbox', { name: /修改原因/ }).fill('录入年度报告')
  await dialog.getByRole('button', { name: '写入1项' }).click()
  await expect(dialog).toHaveCount(0)
}

test('a year is begun in an empty slot, finished with a reason, and is still there after a reload', async ({
  page,
}) => {
  await open(page, '#/entries')
  await expect(page.getByText('2023：75/75')).toBeVisible()
  await expect(page.getByText('2024：待录入')).toBeVisible()

  await page.getByRole('button', { name: '开始录入2024年' }).click()
  await expect(page.getByRole('dialog', { name: /^录入2024年“.+”/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await slot(page, 'legal-aid-cases', 2024).click()
  await expect(page.getByRole('dialog', { name: '录入2024年“法律援助案件”' })).toBeVisible()
  await fill(page, '2200余')
  await expect(slot(page, 'legal-aid-cases', 2024)).toHaveText('≥下限值')
  await expect(slot(page, 'legal-aid-cases', 2024)).toBeFocused()
  await expect(page.getByText('2024：1/75')).toBeVisible()
  await expect(slot(page, 'notarisations', 2024)).toHaveText('待录入')

  await visit(page, '#/data?chapter=3')
  await expect(page.getByRole('columnheader', { name: /2024年（录入中）/ })).toBeVisible()
  const shown = page.locator('td[data-indicator="legal-aid-cases"][data-year="2024"]')
  await expect(shown).toContainText('≥2200')
  await expect(page.locator('td[data-indicator="notarisations"][data-year="2024"]')).toHaveText('待录入')

  await visit(page, '#/')
  await expect(page.getByRole('row').filter({ hasText: '录入中' })).toContainText('1 / 75')

  await visit(page, '#/entries')
  await page.getByRole('button', { name: '2024年录入完毕' }).click()
  const form = page.getByRole('form', { name: '2024年录入完毕' })
  await expect(form).toContainText('这74项将由“待录入”变为“未公布”')
  await form.getByRole('textbox', { name: '修改原因' }).fill('报告已核完')
  await form.getByRole('button', { name: '写入：2024年录入完毕' }).click()
  await expect(form).toHaveCount(0)
  await expect(slot(page, 'notarisations', 2024)).toHaveText('未公布')

  await page.reload()
  await ready(page)
  await expect(page.getByText('2024：1/75')).toBeVisible()
  await expect(slot(page, 'legal-aid-cases', 2024)).toHaveText('≥下限值')
  await expect(slot(page, 'notarisations', 2024)).toHaveText('未公布')

  await page.getByRole('button', { name: '重新打开2024年的录入' }).click()
  const again = page.getByRole('form', { name: '重新打开2024年的录入' })
  await again.getByRole('textbox', { name: '修改原因' }).fill('漏录')
  await again.getByRole('button', { name: /^写入/ }).click()
  await expect(slot(page, 'notarisations', 2024)).toHaveText('待录入')
})

test('the keys go through the slots; a filled one opens its figure, only empty ones are left when asked for', async ({
  page,
}) => {
  await serveFolder(page, 'tests/fixtures/ten-years')
  await open(page, '#/entries')
  await slot(page, 'legal-aid-cases', 2032).focus()
  await page.keyboard.press('ArrowRight')
  await expect(slot(page, 'legal-aid-cases', 2033)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/i\/legal-aid-cases\?year=2033$/)
  await page.goBack()
  await page.getByRole('checkbox', { name: '只看2033年未录入' }).check()
  await expect(page).toHaveURL(/#\/entries\?show=empty$/)
  const states = page.locator('main td[data-year="2033"]')
  await expect(states.first()).toBeVisible()
  expect(new Set(await states.evaluateAll((all) => all.map((s) => s.getAttribute('data-state'))))).toEqual(
    new Set(['not-published']),
  )
  await page.goBack()
  await expect(page.getByRole('checkbox')).not.toBeChecked()
})

test('head and names stay while the years are scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  await serveFolder(page, 'tests/fixtures/ten-years')
  await open(page, '#/entries?text=large')
  const at = await page.locator('.grid-scroll').evaluate((scroller) => {
    scroller.scrollTo(5000, 700)
    const frame = scroller.getBoundingClientRect()
    const head = scroller.querySelector('thead th:nth-child(3)')?.getBoundingClientRect() ?? new DOMRect()
    const name = scroller.querySelector('tbody tr:nth-child(20) th')?.getBoundingClientRect() ?? new DOMRect()
    return { x: scroller.scrollLeft, head: head.top - frame.top, name: name.left - frame.left }
  })
  expect(at.x).toBeGreaterThan(50)
  expect([Math.round(at.head), Math.round(at.name)]).toEqual([1, 1])
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('has a row for each chapter; a tap opens its figures, a tap on an empty slot its form', async ({
    page,
  }) => {
    await open(page, '#/entries')
    await expect(page.getByRole('grid')).toHaveCount(0)
    await page.getByRole('button', { name: /法律服务.*18 \/ 18/ }).click()
    expect(await sideways(page)).toBe(0)
    await page.getByRole('button', { name: /^2024\s*待录入\s*，录入“法律援助案件”$/ }).click()
    await fill(page, '2183')
    await expect(page.getByRole('link', { name: /^2024\s*精确值\s*，查看“法律援助案件”$/ })).toBeVisible()
  })
})
