import { devices, type Locator, type Page } from '@playwright/test'
import { catalogueIn, fold } from './support/expected.ts'
import { serveFolder } from './support/folder.ts'
import { collidingText, sideways, smallTargets, smallText } from './support/geometry.ts'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const THREE = 'tests/fixtures/three-years'
const TEN = 'tests/fixtures/ten-years'
const shortOf = (id: string, folder = THREE): string =>
  catalogueIn(folder).indicators.find((i) => i.id === id)?.short ?? id

const rows = (page: Page): Locator => page.locator('.change-table tbody tr:not(.change-group)')
const rowOf = (page: Page, id: string, folder = THREE): Locator =>
  rows(page).filter({ has: page.getByRole('link', { name: shortOf(id, folder), exact: true }) })
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

test.describe('three years', () => {
  test.beforeEach(({ page }) => serveFolder(page, THREE))

  test('the years are chosen on the page, kept in the address and taken back', async ({ page }) => {
    await open(page, '#/compare')
    const [first, second] = [
      page.getByRole('combobox', { name: '对比年度一' }),
      page.getByRole('combobox', { name: '对比年度二' }),
    ]
    await expect(first).toHaveValue('2024')
    await expect(second).toHaveValue('2025')
    await expect(rowOf(page, 'legal-aid-cases')).toContainText('−275 件（−12.0%）')

    await first.focus()
    await first.selectOption('2023')
    await expect(page).toHaveURL(/#\/compare\?a=2023&b=2025$/)
    await ready(page)
    await expect(rowOf(page, 'legal-aid-cases')).toContainText('−123 件（−5.8%）')
    await expect(first).toBeFocused()

    // The later year is compared with the earlier one, whichever comes first.
    await visit(page, '#/compare?a=2025&b=2023')
    await expect(rowOf(page, 'legal-aid-cases')).toContainText('−123 件（−5.8%）')
    await expect(first).toHaveValue('2025')

    await second.selectOption('2025')
    await expect(page.getByText('两个年度相同，都是2025年')).toBeVisible()
    await expect(page.getByRole('table')).toHaveCount(0)
    await page.goBack()
    await page.goBack()
    await ready(page)
    await expect(page).toHaveURL(/#\/compare\?a=2023&b=2025$/)
    await page.goBack()
    await ready(page)
    await expect(first).toHaveValue('2024')
    await expect(rowOf(page, 'legal-aid-cases')).toContainText('−275 件（−12.0%）')
  })

  test('filter and order are buttons that say what is pressed; Back and a link restore them', async ({
    page,
  }) => {
    await open(page, '#/compare?a=2024&b=2025')
    await expect(rows(page)).toHaveCount(77)
    await button(page, '逆向').click()
    await expect(page).toHaveURL(/#\/compare\?a=2024&b=2025&only=down$/)
    await expect(button(page, '逆向')).toHaveAttribute('aria-pressed', 'true')
    await expect(button(page, '逆向')).toBeFocused()
    await expect(rows(page)).toHaveCount(1)
    await expect(page.getByText('显示 1 项')).toBeVisible()
    await expect(rowOf(page, 'lawsuits-lost')).toContainText('变差')

    await button(page, '仅有变动').click()
    await button(page, '变动').click()
    await expect(page).toHaveURL(/#\/compare\?a=2024&b=2025&only=changed&sort=change$/)
    await ready(page)
    await expect(page.getByRole('table')).toHaveCount(1)
    const texts = (await page.locator('.change-words .change').allInnerTexts()).map(fold)
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter((text) => text === '持平' || text.startsWith('—'))).toEqual([])
    const percents = texts.flatMap((text) => {
      const [, percent] = /\([+−]([\d.,]+)%\)/.exec(text) ?? []
      return percent === undefined ? [] : [Number(percent.replace(/,/g, ''))]
    })
    expect(percents).toEqual([...percents].sort((a, b) => b - a))

    await page.reload()
    await ready(page)
    await expect(button(page, '变动')).toHaveAttribute('aria-pressed', 'true')
    await expect(button(page, '仅有变动')).toHaveAttribute('aria-pressed', 'true')
    await page.goBack()
    await ready(page)
    await expect(button(page, '报告顺序')).toHaveAttribute('aria-pressed', 'true')
    await page.goBack()
    await page.goBack()
    await expect(button(page, '全部')).toHaveAttribute('aria-pressed', 'true')
    await expect(rows(page)).toHaveCount(77)
  })

  test('each number leads to its sentence of that year, and back to the same rows', async ({ page }) => {
    await open(page, '#/compare?a=2023&b=2024&only=down')
    await visit(page, '#/compare?a=2023&b=2024&only=up')
    await rowOf(page, 'online-service-rate')
      .getByRole('link', { name: /^99\.7 ?%$/ })
      .click()
    await expect(page).toHaveURL(/#\/i\/online-service-rate\?year=2023$/)
    await ready(page)
    await expect(page.locator('main mark').filter({ hasText: '99.7' })).toBeVisible()
    await page.goBack()
    await ready(page)
    await expect(button(page, '正向')).toHaveAttribute('aria-pressed', 'true')
    await expect(rowOf(page, 'online-service-rate')).toContainText('提高 0.2 个百分点')
  })

  test('what does not compare is counted and listed with its reasons', async ({ page }) => {
    await open(page, '#/compare?a=2023&b=2024')
    await expect(page.getByText('可比 59 · 不可比 18')).toBeVisible()
    await button(page, '为何？').click()
    const reasons = page.getByRole('region', { name: '不可比的原因' })
    await expect(reasons).toContainText('2024年不适用，2 项：年审学习考试人员、年审考试通过率')
    await expect(reasons.getByRole('link')).toHaveCount(18)
    await button(page, '为何？').click()
    await expect(reasons).toBeHidden()
    const [comparable] = [await page.locator('.change-words .change').allInnerTexts()]
    expect(comparable.filter((text) => !text.startsWith('—'))).toHaveLength(59)
  })

  test('the head of a table stays in sight under the header while its rows pass', async ({ page }) => {
    await open(page, '#/compare?a=2023&b=2024')
    for (const text of ['standard', 'large']) {
      await visit(page, `#/compare?a=2023&b=2024&text=${text}`)
      const row = rowOf(page, 'pretrial-settlements')
      await row.evaluate((element) => {
        window.scrollBy(0, element.getBoundingClientRect().top - 300)
      })
      const head = page.getByRole('table', { name: '任务落地：2024年与2023年比' }).locator('thead th').first()
      const gap = async (): Promise<number> => {
        const [bar, box] = [await page.getByRole('banner').boundingBox(), await head.boundingBox()]
        return Math.abs((box?.y ?? 0) - (bar?.y ?? 0) - (bar?.height ?? 0))
      }
      await expect.poll(gap).toBeLessThanOrEqual(1)
    }
  })

  test('numbers end under each other, and nothing is pushed sideways', async ({ page }) => {
    await open(page, '#/compare?a=2023&b=2024')
    const edges = await page
      .locator('.change-table td:nth-of-type(2) .figure:not([data-state^="rank"]) .figure-unit')
      .evaluateAll((units) =>
        units.map((unit) => Math.round(unit.previousElementSibling?.getBoundingClientRect().right ?? 0)),
      )
    expect(edges.length).toBeGreaterThan(60)
    expect(new Set(edges).size).toBeLessThanOrEqual(3)
    for (const width of [1024, 1366, 1920])
      for (const text of ['standard', 'large']) {
        await page.setViewportSize({ width, height: 768 })
        await visit(page, `#/compare?a=2023&b=2024&sort=change&text=${text}`)
        expect(await sideways(page), `${width} ${text}`).toBe(0)
        const overflow = await page
          .locator('.change-table')
          .evaluateAll(
            (tables) =>
              tables.filter((table) => table.scrollWidth > (table.parentElement?.clientWidth ?? 0)).length,
          )
        expect(overflow, `${width} ${text}`).toBe(0)
      }
  })
})

test.describe('ten years', () => {
  test.beforeEach(({ page }) => serveFolder(page, TEN))

  test('changed scope, other months and doubted figures are said in the row', async ({ page }) => {
    await open(page, '#/compare?a=2028&b=2029')
    await expect(rowOf(page, 'mediation-successes', TEN)).toContainText(
      /— 2029年口径有变（.+），不与以前年度比较/,
    )
    await expect(rowOf(page, 'administrative-lawsuits', TEN)).toContainText('（均为1—6月数）')
    await visit(page, '#/compare?a=2032&b=2033')
    await expect(rowOf(page, 'legal-aid-cases', TEN)).toContainText(
      '— 2033年为1—6月数，2032年为全年数，不能比较',
    )
    await visit(page, '#/compare?a=2024&b=2025')
    await expect(rowOf(page, 'city-honours', TEN)).toContainText('2025年数值待核')
  })

  test('the strip of a figure holds all years, the one nobody entered and the one to come included', async ({
    page,
  }) => {
    await open(page, '#/compare?a=2023&b=2033')
    const name = await rowOf(page, 'enterprise-disputes', TEN).getByRole('img').getAttribute('aria-label')
    for (const year of Array.from({ length: 12 }, (_, i) => 2023 + i)) expect(name).toContain(`${year}年`)
    expect(name).toContain('2027年待录入')
    expect(name).toContain('2034年待录入')
    expect(name).toContain('2030年未公布')
  })

  test('a year of the address that nobody entered is named', async ({ page }) => {
    await open(page, '#/compare?a=2027&b=2028')
    await expect(page.getByRole('note').last()).toHaveText(
      '地址中的“2027”不是已录入的年度，现在显示的是2026年和2028年。',
    )
  })
})

test.describe('on a phone', () => {
  const { deviceScaleFactor, hasTouch, isMobile } = devices['Pixel 5']
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor, hasTouch, isMobile })
  test.beforeEach(({ page }) => serveFolder(page, TEN))

  for (const text of ['standard', 'large'])
    test(`figures are cards, nothing scrolls sideways, and fingers hit: ${text} text`, async ({ page }) => {
      test.setTimeout(60_000)
      await open(page, `#/compare?a=2032&b=2033&text=${text}`)
      await expect(page.getByRole('table')).toHaveCount(0)
      const card = page.getByRole('listitem').filter({ hasText: shortOf('legal-aid-cases', TEN) })
      await expect(card.first()).toContainText('— 2033年为1—6月数，2032年为全年数，不能比较')
      await expect(page.locator('.change-card')).toHaveCount(catalogueIn(TEN).indicators.length)
      expect(await sideways(page)).toBe(0)
      expect(await smallText(page, text === 'large' ? 18 : 14)).toEqual([])
      await button(page, '为何？').click()
      const least = text === 'large' ? 60 : 44
      expect(await smallTargets(page, { link: 44, button: least })).toEqual([])
      await visit(page, `#/compare?a=2032&b=2033&sort=change&text=${text}`)
      await expect(page.getByRole('heading', { name: '不可比' })).toBeVisible()
      expect(await sideways(page)).toBe(0)
    })
})

test('with one year nothing is drawn, and the way to the next one is shown', async ({ page }) => {
  await open(page, '#/compare')
  await expect(page.getByText('只有2023年，录入2024年后即可对比')).toBeVisible()
  await expect(page.locator('main').getByRole('table')).toHaveCount(0)
  await page.locator('main').getByRole('link', { name: '查看录入状况' }).click()
  await expect(page).toHaveURL(/#\/entries$/)
  await ready(page)
  await expect(page.getByRole('heading', { level: 1, name: '录入状况' })).toBeVisible()
})

test('nothing collides in either theme', async ({ page }) => {
  await serveFolder(page, TEN)
  for (const theme of ['light', 'dark']) {
    await open(page, `#/compare?a=2028&b=2033&sort=change&theme=${theme}`)
    expect(await collidingText(page)).toEqual([])
    expect(await smallText(page, 14)).toEqual([])
  }
})
