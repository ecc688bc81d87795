import { readdirSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { catalogueIn } from './support/expected.ts'
import { serveFolder } from './support/folder.ts'
import { expect, test } from './support/page.ts'
import { open, visit } from './support/visit.ts'

const TEN_YEARS = 'tests/fixtures/ten-years'
const SENTENCE = '示例数据：以下数值为演示而编造，不是任何县的报告。'

/** Every sort of page, the first and last of what there are many of, and an address that names nothing. */
function routesOf(folder: string): readonly string[] {
  const { chapters, indicators } = catalogueIn(folder)
  const years = readdirSync(`${folder}/years`).map((name) => name.slice(0, 4))
  const ends = <Item>(all: readonly Item[]): readonly Item[] => [...all.slice(0, 1), ...all.slice(-1)]
  return [
    '#/',
    ...chapters.map((c) => `#/c/${c.number}`),
    ...ends(indicators).map((i) => `#/i/${i.id}`),
    ...ends(years).flatMap((year) => [`#/report/${year}`, `#/plan/${year}`, `#/?year=${year}`]),
    ...[
      '#/plan',
      '#/report',
      '#/compare',
      '#/data',
      '#/import',
      '#/history',
      '#/show/1',
      '#/notes',
      '#/print/all',
    ],
    '#/nowhere',
  ]
}

const watermark = (page: Page): Locator => page.locator('svg.example-mark')

/** What is painted with the watermark and what without it, so that a word behind the cards would not count. */
async function isPainted(page: Page): Promise<boolean> {
  const card = page.locator('main .card, main .slot-card').first()
  const area = (await card.boundingBox()) ?? { x: 0, y: 0, width: 300, height: 300 }
  const picture = () => page.screenshot({ clip: { ...area, width: Math.min(area.width, 400) } })
  const marked = await picture()
  await watermark(page).evaluate((mark: SVGElement) => mark.style.setProperty('display', 'none'))
  const bare = await picture()
  await watermark(page).evaluate((mark: SVGElement) => mark.style.removeProperty('display'))
  return !marked.equals(bare)
}

test('every page of made-up data says so: over the window, in a line and in the title', async ({ page }) => {
  test.setTimeout(90_000)
  await serveFolder(page, TEN_YEARS)
  await open(page)
  for (const hash of routesOf(TEN_YEARS)) {
    await visit(page, hash)
    await expect(watermark(page), hash).toBeVisible()
    const bare = await page.evaluate(() => {
      const { clientWidth, scrollHeight } = document.documentElement
      const { left, top, width, height } =
        document.querySelector('svg.example-mark')?.getBoundingClientRect() ?? new DOMRect()
      return [left, top + window.scrollY, clientWidth - width, scrollHeight - height].map((px) =>
        Math.abs(Math.round(px)),
      )
    })
    expect(bare, `${hash} has a place without the mark`).toEqual([0, 0, 0, 0])
    await expect(page.getByRole('note').filter({ hasText: SENTENCE }), hash).toBeVisible()
    expect(await page.title(), hash).toMatch(/^示例数据 · /)
  }
})

for (const [theme, width] of [
  ['light', 1366],
  ['dark', 1366],
  ['projector', 1366],
  ['light', 390],
] as const)
  test(`the watermark lies above the cards and below no pointer (${theme}, ${width} px)`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await serveFolder(page, TEN_YEARS)
    await open(page, `#/?theme=${theme}`)
    expect(await isPainted(page)).toBe(true)
    const link = page.locator('main a[href^="#/i/"]').first()
    await link.click()
    await expect(page).toHaveURL(/#\/i\//)
  })

test('a dialog, which lies above all else, carries the word too', async ({ page }) => {
  await serveFolder(page, TEN_YEARS)
  await open(page)
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  const picture = await dialog.evaluate((element) => getComputedStyle(element, '::after').backgroundImage)
  expect(decodeURIComponent(picture)).toContain('示例数据')
  await page.keyboard.type('fayuan')
  await dialog.getByRole('option').first().click()
  await expect(page).toHaveURL(/#\/i\//)
})

test('paper carries the word on every sheet', async ({ page }) => {
  await serveFolder(page, TEN_YEARS)
  await open(page, '#/c/3')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('note')).toBeVisible()
  await expect(watermark(page)).toHaveCSS('position', 'fixed') // which a browser repeats on every sheet
  await expect(watermark(page)).toBeVisible()
})

test('the real data carry no such word anywhere', async ({ page }) => {
  await open(page)
  for (const hash of routesOf('data')) {
    await visit(page, hash)
    await expect(page.locator('main h1'), hash).toBeVisible()
    await expect(watermark(page), hash).toHaveCount(0)
    const everything = await page.evaluate(() => document.title + document.documentElement.outerHTML)
    expect(everything, hash).not.toContain('示例数据')
  }
})
