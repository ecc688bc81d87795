import { expect, onDisk, test } from './support/page.ts'
import { ready, visit } from './support/visit.ts'

test('the one file opens by double click, works whole and asks for nothing', async ({ page }) => {
  const asked: string[] = []
  const html = page.locator('html')
  page.on('request', (request) => asked.push(request.url().slice(0, 200)))
  await page.goto(onDisk.single)
  await ready(page)
  const isOutside = (address: string) => !/^(data|blob):/.test(address)
  expect(asked.filter(isOutside)).toEqual([onDisk.single])
  await expect(page.getByRole('article')).toHaveCount(8)
  await expect(page.locator('[data-indicator="legal-aid-cases"]').first()).toContainText('2138')
  expect(await page.locator('div[role="img"] svg').count()).toBeGreaterThan(3)
  const hasOwnDigits = () => document.fonts.check('600 20px "KPI Num"', '0123456789')
  expect(await page.evaluate(hasOwnDigits)).toBe(true)

  await visit(page, '#/c/2')
  await expect(page.locator('main h1')).toContainText('守正创新抓落实')
  await visit(page, '#/report/2023')
  await page.locator('button:has([data-indicator="administrative-lawsuits"])').click()
  await page.locator('main a[href="#/i/administrative-lawsuits"]').first().click()
  await ready(page)
  await expect(page.locator('mark b')).toHaveText('108')

  await page.keyboard.press('/')
  const search = page.getByRole('dialog')
  await search.getByRole('combobox').fill('xzfy')
  await expect(search.getByRole('option').filter({ hasText: '审结行政复议案件' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/i\//)

  // A page from a file may get a new process, which the browser tells of what was kept a moment later: who reloads in
  // that very moment chooses once more.
  await expect(async () => {
    if ((await html.getAttribute('data-theme')) !== 'dark')
      await page.getByRole('button', { name: '深色' }).click()
    if ((await html.getAttribute('data-text')) !== 'large')
      await page.getByRole('button', { name: '大字版' }).click()
    await expect(html).toHaveAttribute('data-theme', 'dark')
    await expect(html).toHaveAttribute('data-text', 'large')
    await page.reload()
    await ready(page)
    await expect(html).toHaveAttribute('data-theme', 'dark', { timeout: 500 })
    await expect(html).toHaveAttribute('data-text', 'large', { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await page.goto(`${onDisk.single}#/c/9`)
  await expect(page.locator('main h1')).toHaveText('没有这个页面')
  // Opened twice and reloaded: nothing but the file itself, ever.
  expect([...new Set(asked.filter(isOutside).map((address) => address.split('#')[0]))]).toEqual([
    onDisk.single,
  ])
})
