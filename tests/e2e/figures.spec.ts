import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { catalogueIn, type Expected, expectedIn, fold, holds, toCome } from './support/expected.ts'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const catalogue = catalogueIn('data')
const figures = expectedIn('data', 2023)
const pages = [
  '#/',
  ...catalogue.chapters.map((c) => `#/c/${c.number}`),
  '#/data',
  '#/compare',
  '#/report/2023',
]

interface Seen {
  readonly year: string | null
  readonly state: string | null
  readonly text: string
  /** Inside the table for screen readers, which nobody sees until it is opened. */
  readonly hidden: boolean
}

/** Every element of the page that says it shows this figure. */
const seen = (page: Page, id: string): Promise<readonly Seen[]> =>
  page.locator(`[data-indicator="${id}"]`).evaluateAll((elements) =>
    elements.map((element) => ({
      year: element.getAttribute('data-year'),
      state: element.getAttribute('data-state'),
      text: (element.textContent ?? '').replace(/\s/g, ''),
      hidden: element.closest('.visually-hidden') !== null,
    })),
  )

/** Text that is drawn in the card whose hidden table names this figure: its chart and its title. */
const drawnBeside = (page: Page, id: string): Promise<string> =>
  page.locator(`main section:has(tr[data-indicator="${id}"])`).evaluateAll((sections) =>
    sections
      .flatMap((section) => [...section.querySelectorAll('svg text, h2, [data-indicator]')])
      .filter((element) => !element.closest('.visually-hidden'))
      .map((element) => element.textContent ?? '')
      .join(' ')
      .replace(/\s/g, ''),
  )

/** What is wrong with one figure on the page that is open; empty when nothing is. */
async function faultsOf(page: Page, figure: Expected): Promise<readonly string[]> {
  const all = await seen(page, figure.id)
  const faults = all
    .filter(({ year, state, text }) => {
      const wanted = year === figure.year ? figure : toCome(figure.id, year ?? '')
      return Number(year) < 2023 || state !== wanted.state || !holds(text, wanted.number)
    })
    .map(({ year, state, text }) => `${figure.id}: ${year} ${state} ${text.slice(0, 60)}`)
  if (!all.some((s) => holds(s.text, figure.printed)))
    faults.push(`${figure.id}: ${figure.printed} not found`)
  const shown = all.some((s) => !s.hidden) || holds(await drawnBeside(page, figure.id), figure.number)
  if (!shown) faults.push(`${figure.id}: only in a hidden table`)
  return faults
}

test('the chapters show every figure of the file, in its state and as printed', async ({ page }) => {
  expect(figures.filter((figure) => figure.literal !== '')).toHaveLength(75)
  await open(page)
  const faults: string[] = []
  for (const chapter of catalogue.chapters) {
    await visit(page, `#/c/${chapter.number}`)
    await expect(page.locator('h1')).toContainText(chapter.title)
    for (const figure of figures.filter((f) => f.chapter === chapter.number))
      faults.push(...(await faultsOf(page, figure)))
  }
  expect(faults).toEqual([])
})

test('the overview shows the eight headlines, each figure as printed', async ({ page }) => {
  await open(page)
  expect(catalogue.headlines).toHaveLength(8)
  for (const headline of catalogue.headlines) {
    const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name: headline.name }) })
    await expect(card).toBeVisible()
    for (const { indicator } of headline.figures) {
      const figure = figures.find((f) => f.id === indicator)
      const element = card.locator(`[data-indicator="${indicator}"][data-state="${figure?.state}"]`).first()
      await expect(element).toBeVisible()
      expect(holds(fold(await element.innerText()), figure?.number ?? '')).toBe(true)
    }
  }
})

test('the report marks all figures; a mark opens its card, the card its sentence', async ({ page }) => {
  await open(page, '#/report/2023')
  const marks = page.locator('article button [data-indicator]')
  const ids = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-indicator') ?? ''))
  expect([...ids].sort()).toEqual(figures.map((f) => f.id).sort())

  // 均: one numeral that stands for two figures opens both cards.
  const opener = (id: string) => page.locator(`article button:has([data-indicator="${id}"])`)
  const ofCard = (id: string) => page.locator(`main a[href="#/i/${id}"]`).first()
  await opener('cppcc-proposal-reply-rate').click()
  await expect(ofCard('deputy-suggestion-reply-rate')).toBeVisible()
  await expect(ofCard('cppcc-proposal-reply-rate')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(ofCard('deputy-suggestion-reply-rate')).toHaveCount(0)

  const figure = figures.find((f) => f.id === 'administrative-lawsuits')
  await opener('administrative-lawsuits').click()
  await ofCard('administrative-lawsuits').click()
  await expect(page).toHaveURL(/#\/i\/administrative-lawsuits$/)
  await ready(page)
  expect(fold((await page.locator('mark').allInnerTexts()).join(''))).toBe(fold(figure?.quote ?? '-'))
  await expect(page.locator('mark b, mark strong')).toHaveText('108')
  await page.getByRole('link', { name: '在全文中查看' }).click()
  await expect(opener('administrative-lawsuits')).toBeInViewport()
})

test('next leads from the first figure to the last; each page shows the number and its sentence', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const report = fold(readFileSync('data/reports/2023.txt', 'utf8'))
  await open(page, `#/i/${figures[0]?.id}`)
  for (const [at, figure] of figures.entries()) {
    await visit(page, `#/i/${figure.id}`)
    const hero = page.locator(`main [data-indicator="${figure.id}"]`).first()
    await expect(hero).toBeVisible()
    expect(fold(await hero.innerText()), figure.id).toContain(figure.printed)
    expect(await hero.getAttribute('data-state'), figure.id).toBe(figure.state)

    const marks = await page.locator('mark').allInnerTexts()
    expect(fold(marks.join('')), figure.id).toBe(
      report.includes(fold(figure.quote)) ? fold(figure.quote) : '',
    )
    if (marks.length > 0)
      expect(fold(await page.locator('mark b, mark strong').innerText()), figure.id).toBe(figure.literal)

    const before = page.getByRole('link', { name: '上一项' })
    if (at === 0) await expect(before).toHaveCount(0)
    else await expect(before).toHaveAttribute('href', `#/i/${figures[at - 1]?.id}`)
    const next = page.getByRole('link', { name: '下一项' })
    if (at === figures.length - 1) await expect(next).toHaveCount(0)
    else {
      await next.click()
      await expect(page).toHaveURL(new RegExp(`#/i/${figures[at + 1]?.id}$`))
    }
  }
})

/** Sums the report does not print: 3+3+41, 8+5+8, 10+1+13+370, 297+288, 13+48, 13+58. */
const forbidden = /(?<![\w.])(?:47|21|394|585|61|71)(?![\w]|\.\d)/
/** Places, not figures: the row of the source file, numbered lists, dates and reference numbers. */
const places = /第\d+行|\d{4}年\d+月\d+日|\d{4}-\d{2}-\d{2}|索引号[\s\S]*/g

test('no page shows a sum the report does not print, a canvas or a sector', async ({ page }) => {
  test.setTimeout(60_000)
  await open(page)
  const ratesChart = page.getByRole('img', { name: /负责人出庭应诉率100%/ })
  await expect(ratesChart).toHaveCount(1)
  await expect(ratesChart).not.toHaveAccessibleName(/受援率|30\.54/)
  const ofRates = page.locator('section', { has: ratesChart })
  await expect(ofRates.locator('[data-indicator="legal-aid-per-ten-thousand"]')).toHaveCount(0)

  const faults: string[] = []
  for (const hash of [...pages, ...figures.map((f) => `#/i/${f.id}`)]) {
    await visit(page, hash)
    const { said, canvases, sectors } = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const said: string[] = []
      while (walker.nextNode()) said.push(walker.currentNode.textContent ?? '')
      for (const element of document.querySelectorAll('[aria-label], [title]'))
        said.push(element.getAttribute('aria-label') ?? '', element.getAttribute('title') ?? '')
      return {
        said,
        canvases: document.querySelectorAll('canvas').length,
        // A wide arc and a straight edge in one outline: a slice of a pie, a ring or a gauge, not a round corner.
        sectors: [...document.querySelectorAll('svg path')]
          .map((path) => path.getAttribute('d') ?? '')
          .filter((d) => /l/i.test(d) && Number(/a\s*([\d.]+)/i.exec(d)?.[1] ?? 0) > 8).length,
      }
    })
    const sums = said.filter((text) => forbidden.test(text.replace(places, '')))
    if (sums.length + canvases + sectors > 0) faults.push(`${hash}: ${sums} ${canvases} ${sectors}`)
  }
  expect(faults).toEqual([])
})
