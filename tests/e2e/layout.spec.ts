import type { Page } from '@playwright/test'
import { catalogueIn, expectedIn } from './support/expected.ts'
import { serveFolder } from './support/folder.ts'
import { collidingText, sideways, smallTargets, smallText } from './support/geometry.ts'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const shipped = 'data'
const threeYears = 'tests/fixtures/three-years'
const county = 'tests/fixtures/made-up-county'

const pagesOf = (folder: string): readonly string[] => [
  '#/',
  ...catalogueIn(folder).chapters.map((c) => `#/c/${c.number}`),
  ...['#/data', '#/entries', '#/import', '#/compare', '#/report', '#/history', '#/nowhere'],
]

/** Figures whose page is drawn differently: of each sort and state the one with the longest number. */
function oneOfEachSort(folder: string, year: number): readonly string[] {
  const kinds = new Map(catalogueIn(folder).indicators.map((i) => [String(i.id), i.kind]))
  const byLength = [...expectedIn(folder, year)].sort((a, b) => a.printed.length - b.printed.length)
  return [...new Map(byLength.map(({ id, state }) => [`${kinds.get(id)} ${state}`, `#/i/${id}`])).values()]
}

/** The report’s pages and one of each sort of figure. */
const shippedPages = [...pagesOf(shipped), ...oneOfEachSort(shipped, 2023)]
const allShippedPages = [...pagesOf(shipped), ...expectedIn(shipped, 2023).map((f) => `#/i/${f.id}`)]
// Two spans beside each other, which no figure of the latest year is.
const spans = '#/i/bankruptcy-handling-rank'
const yearPages = [...new Set([...pagesOf(threeYears), ...oneOfEachSort(threeYears, 2025), spans])]
const countyPages = [...pagesOf(county), ...oneOfEachSort(county, 2031)]

/** A phone leaves the least room: every page is looked at there, in every folder. */
const both = ['standard', 'large'] as const
const windows = [
  { name: '1440×900', width: 1440, height: 900, texts: ['large'], sets: [[shipped, shippedPages]] },
  {
    name: '1366×768',
    width: 1366,
    height: 768,
    texts: both,
    sets: [
      [shipped, shippedPages],
      [threeYears, yearPages],
    ],
  },
  {
    name: '390×844',
    width: 390,
    height: 844,
    texts: both,
    sets: [
      [shipped, allShippedPages],
      [threeYears, yearPages],
      [county, countyPages],
    ],
  },
  { name: '1920×1080', width: 1920, height: 1080, texts: ['standard'], sets: [[shipped, shippedPages]] },
  { name: '400 % zoom', width: 320, height: 256, texts: both, sets: [[shipped, shippedPages]] },
] as const

/** What is wrong with the page that is open, whatever its theme. */
async function faultsOf(page: Page, width: number, text: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const theme of ['light', 'dark']) {
    await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), theme)
    const beyond = await sideways(page)
    if (beyond > 0) faults.push(`${theme}: ${beyond} px sideways`)
  }
  faults.push(...(await smallText(page, text === 'large' ? 18 : 14)), ...(await collidingText(page)))
  if (width === 390)
    faults.push(...(await smallTargets(page, { link: 44, button: text === 'large' ? 60 : 44 })))
  return faults
}

for (const { name, width, height, texts, sets } of windows)
  for (const text of texts)
    for (const [folder, pages] of sets)
      test.describe(`${name}, ${text} text, ${folder}`, () => {
        test.use({ viewport: { width, height }, deviceScaleFactor: width === 320 ? 4 : 1 })
        test('nothing is cut, crowded, small or out of reach on any page', async ({ page }) => {
          test.setTimeout(120_000)
          if (folder !== shipped) await serveFolder(page, folder)
          const found: string[] = []
          await open(page, `#/?text=${text}`)
          for (const hash of pages) {
            await visit(page, hash)
            const faults = await faultsOf(page, width, text)
            if (faults.length > 0)
              found.push(`${hash}: ${faults.length} × ${[...new Set(faults)].slice(0, 8).join(' · ')}`)
          }
          expect(found).toEqual([])
        })
      })

test('the overview shows its eight headlines whole on a laptop’s first screen', async ({ page }) => {
  await open(page)
  const headlines = page.getByRole('article')
  await expect(headlines).toHaveCount(8)
  for (const headline of await headlines.all()) await expect(headline).toBeInViewport({ ratio: 1 })
})

test('nothing moves once the page says that it is ready', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = window as unknown as { shifts: PerformanceEntry[] }
    seen.shifts = []
    new PerformanceObserver((list) => seen.shifts.push(...list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    })
  })
  for (const hash of ['#/', '#/?text=large', '#/c/2', '#/c/3?text=large', '#/i/court-appearance-rate']) {
    await open(page, hash)
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    await ready(page)
    const shift = await page.evaluate(() => {
      const { shifts } = window as unknown as { shifts: (PerformanceEntry & { value: number })[] }
      const from = performance.getEntriesByName('ready')[0]?.startTime ?? 0
      return shifts.filter((entry) => entry.startTime > from).reduce((sum, entry) => sum + entry.value, 0)
    })
    expect(shift, hash).toBeLessThan(0.01)
  }
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })
  test('the tabs at the bottom never cover the end of a page', async ({ page }) => {
    for (const text of ['standard', 'large']) {
      await open(page, `#/?text=${text}`)
      const tabs = page.getByRole('navigation', { name: '底部导航' })
      for (const hash of shippedPages) {
        await visit(page, hash)
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
        const bottom = await page.evaluate(() => {
          const words = document.createTreeWalker(
            document.querySelector('main') ?? document.body,
            NodeFilter.SHOW_TEXT,
          )
          const range = document.createRange()
          let lowest = 0
          while (words.nextNode()) {
            range.selectNodeContents(words.currentNode)
            lowest = Math.max(lowest, range.getBoundingClientRect().bottom)
          }
          return lowest
        })
        const top = (await tabs.boundingBox())?.y ?? 0
        expect(bottom, hash).toBeGreaterThan(400)
        expect(bottom, hash).toBeLessThanOrEqual(top)
      }
    }
  })
})
