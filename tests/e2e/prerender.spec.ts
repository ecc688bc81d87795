import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './support/page.ts'

const ready = (page: Page) => page.waitForSelector('html[data-ready="true"]')

/** Text of every chart in `scope`, one list a chart. */
const chartTexts = (page: Page, scope: string) =>
  page.$$eval(`${scope} .chart-box svg`, (charts) =>
    charts.map((chart) => [...chart.querySelectorAll('text')].map((text) => text.textContent)),
  )

const figures = (page: Page, scope: string) =>
  page.$$eval(`${scope} [data-indicator]`, (all) =>
    all.map((el) => [el.getAttribute('data-indicator'), el.getAttribute('data-state'), el.textContent]),
  )

test('the drawn overview shows every number the live one shows', async ({ page, browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
  })
  const still = await context.newPage()
  await still.goto(baseURL ?? '')
  // Nothing runs in this page, so it is read from outside.
  const html = await still.content()
  await context.close()

  await page.goto('/')
  await ready(page)
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await expect.poll(async () => (await chartTexts(page, '#root')).length).toBe(5)
  const [live, liveFigures] = [await chartTexts(page, '#root'), await figures(page, '#root')]

  await page.goto('about:blank')
  await page.setContent(html.replace(/<script[\s\S]*?<\/script>|<(link|meta)[^>]*>/g, ''))
  expect(await chartTexts(page, '#prerendered')).toEqual(live)
  expect(await figures(page, '#prerendered')).toEqual(liveFigures)
  expect(liveFigures.length).toBeGreaterThan(30)
})

test('the drawn overview is seen before any script and makes way without a shift', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number; still: boolean }
    seen.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    document.addEventListener('DOMContentLoaded', () => {
      seen.still = (document.getElementById('prerendered')?.clientHeight ?? 0) > 900
    })
  })
  await page.goto('/')
  await ready(page)
  await expect(page.locator('#prerendered')).toHaveCount(0)
  await expect(page.getByRole('main')).toHaveCount(1)
  const seen = await page.evaluate(() => {
    const { shift, still } = window as unknown as { shift: number; still: boolean }
    return { shift, still }
  })
  expect(seen).toEqual({ shift: 0, still: true })
})

test('other data than the drawn one takes its place', async ({ page }) => {
  const csv = readFileSync('data/years/2023.csv', 'utf8').replace(',2138,', ',2139,')
  await page.route('**/data/years/2023.csv', (route) => route.fulfill({ body: csv }))
  await page.goto('/')
  await ready(page)
  await expect(page.locator('#prerendered')).toHaveCount(0)
  await expect(page.locator('.headlines [data-indicator="legal-aid-cases"][data-year="2023"]')).toHaveText(
    '2139件',
  )
})

for (const address of ['/#/c/2', '/#/?text=large', '/#/?year=2023'])
  test(`the drawn overview is not shown for ${address}`, async ({ page }) => {
    await page.route('**/data/datapackage.json', () => {})
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    await expect(page.getByText('正在读取数据…')).toBeVisible()
    await expect(page.locator('#prerendered')).toBeHidden()
  })
