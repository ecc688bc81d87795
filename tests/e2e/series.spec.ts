import type { Page } from '@playwright/test'
import { serveFolder } from './support/folder.ts'
import { collidingText, sideways, smallText } from './support/geometry.ts'
import { serveManyYears } from './support/manyYears.ts'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const tenYears = 'tests/fixtures/ten-years'
const threeYears = 'tests/fixtures/three-years'

const chartOf = (page: Page) =>
  page.getByRole('region', { name: '数值', exact: true }).locator('div[role="img"]')
const wordsIn = (page: Page) => chartOf(page).locator('svg text').allTextContents()
const picker = (page: Page) => page.getByRole('combobox', { name: '年度' })

test.describe('ten years', () => {
  test.beforeEach(({ page }) => serveFolder(page, tenYears))

  test('a line stands where the scope changed, and no line crosses it', async ({ page }) => {
    await open(page, '#/i/court-appearance-rate')
    const value = page.getByRole('region', { name: '数值', exact: true })
    expect(await wordsIn(page)).toContain('口径有变')
    await expect(value).toContainText('2030年口径有变：自2030年起只统计开庭审理的案件')
    await expect(chartOf(page)).toHaveAccessibleName(
      /2030年98\.1%（口径有变：自2030年起只统计开庭审理的案件）/,
    )
    const crossing = await chartOf(page).evaluate((chart) => {
      const paths = [...chart.querySelectorAll('svg path')]
      const dashed = paths.find((path) => path.getAttribute('stroke-dasharray')?.startsWith('3'))
      const at = dashed?.getBoundingClientRect().left ?? Number.NaN
      const lines = paths.filter(
        (path) => path.getAttribute('stroke-width') === '2.5' && path.getAttribute('fill') === 'none',
      )
      const boxes = lines.map((path) => path.getBoundingClientRect())
      return {
        at,
        lines: lines.length,
        crossing: boxes.filter((box) => box.left < at - 1 && box.right > at + 1).length,
      }
    })
    expect(crossing.at).toBeGreaterThan(0)
    expect(crossing.lines).toBeGreaterThanOrEqual(2)
    expect(crossing.crossing).toBe(0)
  })

  test('part of a year is told from a whole one in words and in shape, on page, card and table', async ({
    page,
  }) => {
    await open(page, '#/i/administrative-lawsuits?year=2029')
    const value = page.getByRole('region', { name: '数值', exact: true })
    await expect(value.locator('.hero')).toContainText('62')
    await expect(value.locator('.hero')).toContainText('1—6月')
    expect(await wordsIn(page)).toContain('1—6月')
    await expect(chartOf(page)).toHaveAccessibleName(/2029年62 件（1—6月），2030年130 件，/)
    await expect(page.getByRole('row', { name: /^2028/ })).toContainText('1—6月')
    await expect(page.getByRole('row', { name: /^2030/ })).not.toContainText('1—6月')
    await visit(page, '#/')
    const headline = page.getByRole('article').filter({ hasText: '法律援助案件' }).first()
    await expect(headline.locator('.big')).toContainText('1—6月')
    await expect(headline.locator('svg .slot-months')).toHaveText('1—6月')
  })

  test('a headline that is no longer published stays, says so and leads to its last year', async ({
    page,
  }) => {
    await open(page)
    const headline = page.getByRole('article').filter({ hasText: '妥善审理涉企纠纷' })
    await expect(headline.locator('.big')).toHaveText('未公布')
    await headline.getByRole('link', { name: '2029年 5312件' }).click()
    await expect(page).toHaveURL(/#\/i\/enterprise-disputes\?year=2029$/)
    await ready(page)
    await expect(page.getByRole('region', { name: '数值', exact: true }).locator('.hero')).toContainText(
      '5312',
    )
  })

  test('the years before the last ten open by keyboard and close again', async ({ page }) => {
    await open(page, '#/i/legal-aid-cases')
    const first = () => chartOf(page).getAttribute('aria-label')
    expect(await first()).not.toContain('2023年')
    const button = page.getByRole('button', { name: '更早年度' })
    await button.focus()
    await page.keyboard.press('Enter')
    await ready(page)
    await expect(page.getByRole('button', { name: '收起更早年度' })).toBeFocused()
    expect(await first()).toContain('2023年2086 件')
    await page.keyboard.press('Enter')
    await ready(page)
    expect(await first()).not.toContain('2023年')
  })

  test('a year before the last ten is shown at once with all the others', async ({ page }) => {
    await open(page, '#/i/legal-aid-cases?year=2023')
    const name = await chartOf(page).getAttribute('aria-label')
    for (const year of [2023, 2033]) expect(name).toContain(`${year}年`)
  })

  test('the year is kept in the address on every page, with the rest of it, and Back takes it back', async ({
    page,
  }) => {
    test.setTimeout(90_000)
    for (const path of ['/', '/c/2', '/c/5', '/i/legal-aid-cases', '/report', '/data']) {
      await open(page, `#${path}?text=large`)
      await page.getByRole('button', { name: /^上一年度/ }).click()
      await ready(page)
      await expect(page, path).toHaveURL(new RegExp(`#${path}\\?text=large&year=2032$`))
      await expect(picker(page)).toHaveValue('2032')
      await picker(page).selectOption('2028')
      await ready(page)
      await expect(page, path).toHaveURL(new RegExp(`#${path}\\?text=large&year=2028$`))
      await page.goBack()
      await expect(picker(page)).toHaveValue('2032')
      await page.goBack()
      await expect(picker(page), path).toHaveValue('2033')
    }
  })

  test('every year of the table leads to the figure of that year, and its source to the sentence', async ({
    page,
  }) => {
    await open(page, '#/i/legal-aid-cases')
    const table = page.getByRole('table', { name: '办理法律援助案件数' })
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(
      Array.from({ length: 12 }, (_, i) => String(2034 - i)),
    )
    await table
      .getByRole('row', { name: /^2025/ })
      .getByRole('link', { name: /第\d+行/ })
      .click()
    await expect(page).toHaveURL(/#\/report\/2025\?at=legal-aid-cases/)
    await page.goBack()
    await table.getByRole('link', { name: '2028', exact: true }).click()
    await expect(page).toHaveURL(/#\/i\/legal-aid-cases\?year=2028$/)
    await ready(page)
    await expect(picker(page)).toHaveValue('2028')
  })
})

test('two series become one by the analyst’s decision, and two again when it is taken back', async ({
  page,
}) => {
  await serveFolder(page, tenYears)
  await open(page, '#/i/procuratorate-ip-combined-cases')
  await page.getByRole('button', { name: '更改方向、合并更名' }).click()
  const form = page.getByRole('form', { name: '更名合并' })
  const button = form.getByRole('button', { name: '合并为一列' })
  await button.click()
  await expect(form.getByRole('status').last()).toHaveText('请先选择一项指标。')
  const choice = form.getByRole('combobox')
  const wrong = await choice.locator('option', { hasText: '年审考试通过率' }).getAttribute('value')
  await choice.selectOption(wrong)
  await expect(form).toContainText('两项指标的类型不同，不能接成一列。')
  const older = await choice
    .locator('option', { hasText: '2029年' })
    .filter({ hasText: '知识产权' })
    .first()
    .getAttribute('value')
  await choice.selectOption(older)
  await button.click()
  await expect(form.getByRole('status').last()).toHaveText('请写明修改原因，它会记入修改历史。')
  await form.getByRole('textbox', { name: '修改原因' }).fill('2030年起更名')
  await button.click()
  await expect(page.getByRole('region', { name: '说明' })).toContainText('2030年起称')
  await ready(page)
  expect(await chartOf(page).getAttribute('aria-label')).toMatch(/2029年\d+ 件/)
  await expect(page.getByRole('region', { name: '修改历史' })).toContainText('2030年起更名')
  await visit(page, `#/i/${older}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('检察机关知识产权综合履职案件数')
  await page.getByRole('region', { name: '最近的修改' }).getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('综合履职')
})

/** What is wrong with words and width of the page that is open. */
async function faultsOf(page: Page, text: string): Promise<readonly string[]> {
  const beyond = await sideways(page)
  return [
    ...(beyond > 0 ? [`${beyond} px sideways`] : []),
    ...(await smallText(page, text === 'large' ? 18 : 14)),
    ...(await collidingText(page)),
  ]
}

const IDS = [
  'mediation-successes',
  'court-appearance-rate',
  'administrative-lawsuits',
  'legal-service-requests',
  'legal-education-shows',
  'contract-enforcement-rank',
  'bankruptcy-handling-rank',
  'rule-of-law-assessment-rank',
  'enterprise-disputes',
  'lawsuit-loss-rate',
  'legal-aid-losses-recovered',
  'procuratorate-ip-combined-cases',
]

/** The most room with the smallest text has the most words drawn; the least room with the largest text is the tightest. */
for (const { width, height, text } of [
  { width: 1440, height: 900, text: 'standard' },
  { width: 390, height: 844, text: 'large' },
])
  test.describe(`${width} px wide, ${text} text`, () => {
    test.use({ viewport: { width, height } })

    test('no words of ten years touch each other, whichever year is looked at', async ({ page }) => {
      test.setTimeout(120_000)
      await serveFolder(page, tenYears)
      await open(page, `#/?text=${text}`)
      const found: string[] = []
      const chapters = [0, 1, 2, 3, 4].map((n) => `#/c/${n}`)
      const years = ['2023', '2029']
      const pages = ['#/', ...chapters, ...IDS.map((id) => `#/i/${id}`)]
      for (const hash of [...pages, ...years.flatMap((year) => pages.map((p) => `${p}?year=${year}`))]) {
        await visit(page, hash)
        const faults = await faultsOf(page, text)
        if (faults.length > 0) found.push(`${hash}: ${[...new Set(faults)].slice(0, 5).join(' · ')}`)
      }
      expect(found).toEqual([])
    })

    test('no words of twenty-six years touch each other, all of them opened', async ({ page }) => {
      test.setTimeout(120_000)
      const years = await serveManyYears(page, 26, 2048)
      await open(page, `#/?text=${text}`)
      const found: string[] = []
      for (const id of ['legal-aid-cases', 'online-service-rate', 'mediation-volume-rank']) {
        for (const year of [years[0], years[12], years[25]]) {
          await visit(page, `#/i/${id}?year=${year}`)
          const whole = page.getByRole('button', { name: '更早年度', exact: true })
          if (await whole.isVisible()) await whole.click()
          await ready(page)
          const faults = await faultsOf(page, text)
          if (faults.length > 0) found.push(`${id} ${year}: ${[...new Set(faults)].slice(0, 5).join(' · ')}`)
          const name = (await chartOf(page).getAttribute('aria-label')) ?? ''
          for (const y of years) expect(name).toContain(`${y}年`)
          await expect(page.getByRole('rowheader', { name: String(years[0]), exact: true })).toBeVisible()
          const seen = await chartOf(page)
            .locator('svg text', { hasText: new RegExp(`^${year}$`) })
            .first()
            .boundingBox()
          expect(seen?.x ?? -1, `${id}: ${year} is in sight`).toBeGreaterThanOrEqual(0)
          expect((seen?.x ?? 0) + (seen?.width ?? 0)).toBeLessThanOrEqual(width)
        }
      }
      expect(found).toEqual([])
    })
  })

test('twenty years show the last ten and the one to come, on cards the last three', async ({ page }) => {
  await serveManyYears(page, 20, 2042)
  await open(page, '#/i/legal-aid-cases')
  const name = (await chartOf(page).getAttribute('aria-label')) ?? ''
  expect(name.match(/\d{4}年/g)).toEqual(Array.from({ length: 11 }, (_, i) => `${2033 + i}年`))
  expect(name).toContain('2043年待录入')
  await visit(page, '#/')
  const strip = page.getByRole('article').first().locator('svg.slot-strip')
  await expect(strip.locator('.slot-year')).toHaveText(['2040', '2041', '2042', '2043'])
})

test('three years have one empty slot and no earlier ones to open', async ({ page }) => {
  await serveFolder(page, threeYears)
  await open(page, '#/i/legal-aid-cases')
  await expect(page.getByRole('button', { name: /更早年度/ })).toHaveCount(0)
  expect((await wordsIn(page)).join('').match(/待录入/g)).toHaveLength(1)
})
