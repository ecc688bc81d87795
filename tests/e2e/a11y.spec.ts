import type { Page } from '@playwright/test'
import { violations } from './support/axe.ts'
import { catalogueIn, expectedIn, fold, holds } from './support/expected.ts'
import { serveFolder } from './support/folder.ts'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const figures = expectedIn('data', 2023)

const quietPages = [
  '#/',
  '#/c/0',
  '#/c/2',
  '#/c/5',
  '#/i/court-appearance-rate',
  '#/i/legal-aid-per-ten-thousand',
  '#/compare',
  '#/data',
  '#/entries',
  '#/import',
  '#/history',
  '#/nowhere',
]

/** Large text in the dark theme has the colours of the one and the sizes of the other. */
const looks = [
  ['light', 'standard'],
  ['light', 'large'],
  ['dark', 'standard'],
] as const

for (const [theme, text] of looks)
  test(`axe finds nothing serious on any sort of page (${theme}, ${text} text)`, async ({ page, faults }) => {
    test.setTimeout(90_000)
    faults.allow(/Failed to load resource/)
    const found: string[] = []
    await open(page, `#/?theme=${theme}&text=${text}`)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    for (const hash of quietPages) {
      await visit(page, hash)
      found.push(...(await violations(page, hash)))
    }
    await visit(page, '#/')
    await page.locator('button[aria-expanded="false"]').first().click()
    found.push(...(await violations(page, 'an open table')))
    await visit(page, '#/report/2023')
    await page.locator('button:has([data-indicator="cppcc-proposal-reply-rate"])').click()
    await expect(page.locator('main a[href="#/i/cppcc-proposal-reply-rate"]').first()).toBeVisible()
    found.push(...(await violations(page, 'the report with an open card')))
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.getByRole('dialog').getByRole('combobox').fill('法')
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    found.push(...(await violations(page, 'the search')))
    await serveFolder(page, 'tests/fixtures/three-years')
    await page.reload()
    for (const hash of ['#/', '#/compare', '#/c/2?year=2024', '#/i/mediation-volume-rank']) {
      await visit(page, hash)
      found.push(...(await violations(page, `three years, ${hash}`)))
    }
    await page.route('**/data/years/*.csv', (route) => route.fulfill({ status: 404 }))
    await page.reload()
    await expect(page.getByRole('alert')).toBeVisible()
    found.push(...(await violations(page, 'the failure page')))
    expect(found).toEqual([])
  })

test('every chart is a picture with a name that tells its figures', async ({ page }) => {
  await open(page)
  const faults: string[] = []
  let charts = 0
  for (const hash of ['#/', ...catalogueIn('data').chapters.map((c) => `#/c/${c.number}`)]) {
    await visit(page, hash)
    const cards = await page.locator('main section:has(> div > table)').evaluateAll((sections) =>
      sections.map((section) => ({
        figures: [...section.querySelectorAll('tr[data-indicator]')].map((row) =>
          row.getAttribute('data-indicator'),
        ),
        drawings: [...section.querySelectorAll('.parts svg')].map((svg) => {
          const picture = svg.closest('[role="img"]')
          const label = picture?.getAttribute('aria-label') ?? ''
          return { isChart: picture !== svg, label }
        }),
        html: [...section.querySelectorAll('.parts [data-indicator]')].map(
          (element) => element.textContent ?? '',
        ),
      })),
    )
    for (const { figures: ids, drawings, html } of cards) {
      charts += drawings.filter((drawing) => drawing.isChart).length
      if (drawings.some(({ label }) => label === '')) faults.push(`${hash}: a drawing of ${ids} has no name`)
      const told = drawings.map(({ label }) => label.replace(/\s/g, ''))
      for (const id of ids) {
        const figure = figures.find((f) => f.id === id)
        const isTold = [...told, ...html.map(fold)].some((name) => holds(name, figure?.printed ?? '-'))
        if (!isTold) faults.push(`${hash}: ${id} ${figure?.printed} is in no name`)
      }
    }
  }
  expect(faults).toEqual([])
  expect(charts).toBeGreaterThan(15)
})

/** Longest animation or transition that any element could run. Unit: s. */
const longestMotion = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const seconds = (list: string): number[] =>
      list.split(',').map((part) => Number.parseFloat(part) * (part.trim().endsWith('ms') ? 0.001 : 1))
    const styles = [...document.querySelectorAll('*')].map((element) => getComputedStyle(element))
    return Math.max(
      ...styles.flatMap((style) => [
        ...seconds(style.transitionDuration),
        ...(style.animationName === 'none' ? [0] : seconds(style.animationDuration)),
      ]),
    )
  })

async function openAllThatMoves(page: Page): Promise<number> {
  await open(page, '#/report/2023')
  await page.locator('button:has([data-indicator="legal-aid-cases"])').click()
  const ofCard = await longestMotion(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await expect(page.getByRole('dialog')).toBeVisible()
  return Math.max(ofCard, await longestMotion(page))
}

test('nothing moves for those who asked for less motion', async ({ page }) => {
  expect(await openAllThatMoves(page)).toBeLessThanOrEqual(0.01)
  await open(page)
  await page.getByRole('button', { name: '深色' }).click()
  await ready(page)
  expect(await longestMotion(page)).toBeLessThanOrEqual(0.01)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})

test.describe('others', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })
  test('see what opens fade in, for no longer than 120 ms', async ({ page }) => {
    expect(await openAllThatMoves(page)).toBe(0.12)
  })
})
