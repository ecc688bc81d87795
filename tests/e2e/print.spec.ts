import type { Page } from '@playwright/test'
import { expect, test } from './support/page.ts'
import { open } from './support/visit.ts'

/** A4 less the margins of 15 mm, at 96 px an inch. */
const PAPER = { width: Math.floor((180 / 25.4) * 96), height: Math.floor((267 / 25.4) * 96) }

const lightnessOf = (page: Page, selector: string, property: 'color' | 'backgroundColor'): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, property) => {
      const [r = 0, g = 0, b = 0, alpha = 1] = (
        getComputedStyle(element)[property].match(/[\d.]+/g) ?? []
      ).map(Number)
      return alpha === 0 ? 255 : (r + g + b) / 3
    }, property)

for (const hash of ['#/', '#/c/2', '#/i/legal-aid-cases', '#/report/2023', '#/c/5'])
  test(`${hash} prints black on white, without controls, each card in one piece`, async ({ page }) => {
    await open(page, `${hash}?theme=dark`)
    expect(await lightnessOf(page, 'body', 'backgroundColor')).toBeLessThan(60)
    await page.emulateMedia({ media: 'print' })
    const controls = ['navigation', 'banner', 'combobox'] as const
    for (const role of controls) await expect(page.getByRole(role)).toHaveCount(0)
    await page.setViewportSize(PAPER)
    for (const role of controls) await expect(page.getByRole(role)).toHaveCount(0)

    for (const ground of ['html', 'body', 'main', '.card'])
      expect(await lightnessOf(page, ground, 'backgroundColor'), ground).toBe(255)
    expect(await lightnessOf(page, 'main h1', 'color')).toBeLessThan(60)
    await expect(page.locator('main').getByRole('button', { name: /查看|复制|上一项|下一项/ })).toHaveCount(0)

    const cards = await page.locator('main .card').evaluateAll((all) =>
      all.map((card) => ({
        inside: getComputedStyle(card).breakInside,
        height: card.getBoundingClientRect().height,
        beyond: card.getBoundingClientRect().right - document.documentElement.clientWidth,
        isText: card.querySelector('ol') !== null || card.querySelectorAll('p').length > 12,
      })),
    )
    expect(cards.length).toBeGreaterThan(0)
    for (const { inside, height, beyond, isText } of cards) {
      expect(beyond).toBeLessThanOrEqual(0)
      // The report and the plan are running text, longer than a sheet: kept whole, they would leave one empty.
      expect(inside).toBe(isText ? 'auto' : 'avoid')
      if (!isText) expect(height).toBeLessThan(PAPER.height)
    }
    const drawings = page.locator('main .card svg')
    const cut = await drawings.evaluateAll((all) =>
      all.filter(
        (svg) =>
          svg.getBoundingClientRect().right > (svg.closest('.card')?.getBoundingClientRect().right ?? 0),
      ),
    )
    expect(cut).toEqual([])
  })

test('the overview and a chapter become sheets of paper', async ({ page }) => {
  for (const [hash, sheets] of [
    ['#/', 4],
    ['#/c/2', 6],
  ] as const) {
    await open(page, hash)
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    const count = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(count, hash).toBeGreaterThan(0)
    expect(count, hash).toBeLessThanOrEqual(sheets)
    expect(pdf.match(/\/MediaBox\s*\[\s*0 0 59[45][\d.]* 84[12][\d.]*\s*\]/g)?.length, hash).toBe(count)
  }
})
