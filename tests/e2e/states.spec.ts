import type { Page } from '@playwright/test'
import { catalogueIn, type Expected, expectedIn, fold, holds, toCome } from './support/expected.ts'
import { serveFolder } from './support/folder.ts'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const folder = 'tests/fixtures/three-years'
const years = [2023, 2024, 2025]
const catalogue = catalogueIn(folder)
const figures = years.flatMap((year) => expectedIn(folder, year))
const figureOf = (id: string | null, year: string | null): Expected | undefined =>
  year === '2026' ? toCome(id ?? '', year) : figures.find((f) => f.id === id && f.year === year)
/** The latest year is what an address without a year means. */
const at = (path: string, year: number): string => (year === 2025 ? `#${path}` : `#${path}?year=${year}`)

const marksIn = (page: Page) =>
  page.locator('main [data-indicator]').evaluateAll((elements) =>
    elements.map((element) => ({
      tag: element.tagName,
      id: element.getAttribute('data-indicator'),
      year: element.getAttribute('data-year'),
      state: element.getAttribute('data-state'),
      // Cells stand apart on the screen: a year and the figure beside it are two numbers.
      text: (element instanceof HTMLTableRowElement
        ? [...element.cells].map((cell) => cell.textContent ?? '').join('|')
        : (element.textContent ?? '')
      ).replace(/\s/g, ''),
    })),
  )

test.describe('three years', () => {
  test.beforeEach(({ page }) => serveFolder(page, folder))

  test('the year is chosen on the page, kept in the address and by every link, and taken back', async ({
    page,
  }) => {
    const picker = page.getByRole('combobox', { name: '年度' })
    const headline = page.getByRole('article').filter({ hasText: '妥善审理涉企纠纷' })
    await open(page)
    await expect(picker).toHaveValue('2025')
    await expect(headline).toContainText('12,345')
    expect(await picker.locator('option').allInnerTexts()).toEqual(['2025年度', '2024年度', '2023年度'])

    await picker.selectOption('2023')
    await expect(page).toHaveURL(/#\/\?year=2023$/)
    await ready(page)
    await expect(headline).toContainText('4494')
    await expect(headline.locator('[data-indicator]').first()).toHaveAttribute('data-year', '2023')
    await headline.getByRole('link').first().click()
    await expect(page).toHaveURL(/#\/i\/enterprise-disputes\?year=2023$/)
    await ready(page)
    await picker.selectOption('2025')
    await expect(page).toHaveURL(/#\/i\/enterprise-disputes$/)
    await page.goBack()
    await expect(picker).toHaveValue('2023')
    await page.goBack()
    await ready(page)
    await expect(page).toHaveURL(/#\/\?year=2023$/)
    await page.goBack()
    await expect(picker).toHaveValue('2025')
    await expect(headline).toContainText('12,345')

    await open(page, '#/c/4?year=2024')
    await expect(picker).toHaveValue('2024')
    await expect(page.locator('[data-indicator="enterprise-disputes"]').first()).toContainText('9876')
  })

  test('each chapter shows each year’s figures in their states, and no number for a missing one', async ({
    page,
  }) => {
    test.setTimeout(60_000)
    await open(page)
    const faults: string[] = []
    for (const year of years) {
      for (const chapter of catalogue.chapters.filter((c) => !c.plan)) {
        const hash = at(`/c/${chapter.number}`, year)
        await visit(page, hash)
        const marks = await marksIn(page)
        for (const { tag, id, year: of, state, text } of marks) {
          const figure = figureOf(id, of)
          if (state !== figure?.state || !holds(text, figure?.number ?? ''))
            faults.push(`${hash}: ${id} ${of} ${state} ${text}`)
          const ownText = tag === 'TR' ? '' : text.replace(of ?? '', '')
          if (figure?.literal === '' && /\d/.test(ownText.replace(of ?? '', '')))
            faults.push(`${hash}: ${id} ${of} is missing and has a number: ${text}`)
        }
        const shown = new Set(marks.filter((mark) => mark.year === String(year)).map((mark) => mark.id))
        for (const { id } of catalogue.indicators.filter((i) => i.chapter === chapter.number))
          if (!shown.has(id)) faults.push(`${hash}: ${id} is not there`)
      }
    }
    expect(faults).toEqual([])
  })

  test('charts tell every year of every figure and draw a word, never 0, where one is missing', async ({
    page,
  }) => {
    test.setTimeout(60_000)
    await open(page)
    const faults: string[] = []
    for (const { id } of catalogue.indicators) {
      await visit(page, `#/i/${id}`)
      const chart = page.locator('main div[role="img"]')
      const name = ((await chart.getAttribute('aria-label')) ?? '').replace(/\s/g, '')
      const words = (await chart.locator('svg text').allTextContents()).map(fold)
      for (const year of years) {
        const figure = figureOf(id, String(year))
        if (!holds(name, `${year}年${figure?.printed}`)) faults.push(`${id}: ${year} is not told: ${name}`)
        if (figure?.literal === '' && figure.state !== 'not-yet' && !words.includes(figure.number))
          faults.push(`${id}: ${year} is not drawn as ${figure.number}`)
      }
      if (!name.includes('2026年待录入') || !words.includes('待录入'))
        faults.push(`${id}: 2026 is not drawn empty`)
      const isZero = years.some((year) => figureOf(id, String(year))?.number === '0')
      if (!isZero && words.some((word) => /^0(?:[^\d.,].*)?$/.test(word) && word !== '0%'))
        faults.push(`${id}: draws a 0 among ${words}`)
      if (isZero && !words.some((word) => /^0/.test(word))) faults.push(`${id}: does not draw its 0`)
    }
    expect(faults).toEqual([])
  })

  test('a missing figure says why on its page; a figure that is 0 is shown as 0', async ({ page }) => {
    await open(page)
    const cases = [
      ['court-appearance-rate', 2024, '未公布', '2024年度报告中没有找到这项数值。'],
      ['notary-events', 2024, '未公布', '2024年度报告中没有找到这项数值。'],
      ['literacy-courses', 2024, '未公布', '2024年度报告中没有找到这项数值。'],
      ['enforcement-review-pass-rate', 2024, '不适用', '2024年度这项指标不适用。'],
      ['lawsuits-lost', 2023, '当年尚无此项', '2023年时尚无这项指标。'],
      ['township-review-files', 2025, '≤100件', '原文为“不足100件”，按不超过100件显示，不参与同比计算。'],
      ['judicial-consultations', 2024, '≈70次', '原文为“约70次”，是约数，不参与同比计算。'],
      ['bankruptcy-handling-rank', 2024, '前三位之内', '原文为“前三位”，未说明具体名次。'],
      ['legal-aid-losses-recovered', 2025, '803.5万元', ''],
      ['rule-of-law-landscapes', 2024, '0处', ''],
    ] as const
    for (const [id, year, shown, tip] of cases) {
      await visit(page, at(`/i/${id}`, year))
      const hero = page.locator(`main [data-indicator="${id}"][data-year="${year}"]`).first()
      expect(fold(await hero.innerText()), id).toBe(shown)
      await expect(page.locator('main')).toContainText(tip)
    }
  })

  /** Row of the comparison by the figure's name → what it says about the change. */
  async function expectChanges(page: Page, rows: readonly (readonly [string, string])[]): Promise<void> {
    for (const [id, words] of rows) {
      const name = catalogue.indicators.find((i) => i.id === id)?.short ?? id
      const header = page.getByRole('rowheader', { name, exact: true })
      const row = page.getByRole('row').filter({ has: header })
      expect(fold(await row.getByRole('cell').nth(2).innerText()), id).toBe(fold(words))
    }
  }

  test('the comparison states a change by the rules, or the reason why there is none', async ({ page }) => {
    await open(page, '#/compare?a=2024&b=2025')
    await expectChanges(page, [
      ['legal-aid-village-points', '+7 个（+1.9%） 改善'],
      ['duty-report-departments', '+3 个（+6.1%）'],
      ['mediation-successes', '−36 件（−4.4%）'],
      ['enterprise-disputes', '+2469 件（+25.0%）'],
      ['notification-commitment-items', '+7 项（+3.3%）'],
      ['enforcement-supervision-opinions', '−5 份，基数小，不算比例'],
      ['rule-of-law-landscapes', '由0增至5处'],
      ['online-service-rate', '提高 0.1 个百分点 改善'],
      ['deputy-suggestion-reply-rate', '降低 1.5 个百分点 变差'],
      ['mediation-volume-rank', '前移 2 位 改善'],
      ['lawsuits-lost', '+6 件（+25.0%） 变差'],
      ['normative-docs-filing-rate', '持平'],
      ['legal-aid-losses-recovered', '+119.2 万元（+17.4%）'],
      ['xi-thought-study-sessions', '— 两年中有一年为下限值，不计算同比'],
      ['bankruptcy-handling-rank', '— 两年中有一年为名次区间，不计算同比'],
      ['court-appearance-rate', '— 2024年未公布，无法比较'],
      ['mobile-enforcement-cases', '— 2025年未公布，无法比较'],
      ['enforcement-review-officers', '— 2024年不适用，无法比较'],
      ['administrative-mediations', '— 2024年尚无此项，无法比较'],
    ])
    const marks = await marksIn(page)
    expect(marks.filter((mark) => mark.year === '2024')).toHaveLength(catalogue.indicators.length)
    expect(marks.filter((mark) => mark.year === '2025')).toHaveLength(catalogue.indicators.length)
    const wrong = marks.filter((mark) => {
      const figure = figureOf(mark.id, mark.year)
      return mark.state !== figure?.state || mark.text !== figure?.printed
    })
    expect(wrong).toEqual([])
  })

  test('a change against an older year names that year and why the one between is left out', async ({
    page,
  }) => {
    await open(page, '#/i/court-appearance-rate')
    await expect(page.locator('main')).toContainText('与2023年比（2024年未公布）降低 2.8 个百分点')
    await visit(page, '#/i/enforcement-review-officers')
    await expect(page.locator('main')).toContainText('与2023年比（2024年不适用）+16 名（+7.5%）')
  })

  test('years chosen for a comparison are compared without a word about those between', async ({ page }) => {
    await open(page, '#/compare?a=2023&b=2025')
    await expectChanges(page, [
      ['mediation-volume-rank', '前移 1 位 改善'],
      ['court-appearance-rate', '降低 2.8 个百分点 变差'],
      ['legal-aid-cases', '−123 件（−5.8%）'],
    ])
  })
})

test('a made-up county is shown whole, and nothing of the shipped one with it', async ({ page }) => {
  const county = 'tests/fixtures/made-up-county'
  await serveFolder(page, county)
  const own = catalogueIn(county)
  const expected = expectedIn(county, 2031)
  await open(page)
  await expect(page.getByRole('banner')).toContainText(own.title)
  const chapters = own.chapters.map((c) => `#/c/${c.number}`)
  const pages = [
    '#/',
    ...chapters,
    '#/data',
    '#/compare',
    '#/report/2031',
    '#/plan',
    ...own.indicators.map((i) => `#/i/${i.id}`),
  ]
  const found = new Set<string>()
  for (const hash of pages) {
    await visit(page, hash)
    await expect(page.locator('main h1'), hash).toBeVisible()
    const everything = await page.evaluate(() => document.title + document.documentElement.outerHTML)
    expect(everything.match(/嘉祥|济宁|祥城|(?<!\d)20(?!3[1-4])\d\d(?=年|<|"|年度)/g) ?? [], hash).toEqual([])
    for (const { id, year, state, text } of await marksIn(page)) {
      const figure = year === '2031' ? expected.find((f) => f.id === id) : toCome(id ?? '', year ?? '')
      // The report's own text keeps the words it was written in.
      const right = hash.startsWith('#/report')
        ? text === figure?.literal
        : holds(text, figure?.number ?? '-')
      expect(`${hash} ${id} ${state} ${right}`).toBe(`${hash} ${id} ${figure?.state} true`)
      if (hash.startsWith('#/c/') && id) found.add(id)
    }
  }
  expect([...found].sort()).toEqual(own.indicators.map((i) => String(i.id)).sort())
  const navigation = page.getByRole('navigation', { name: '主导航' })
  for (const chapter of own.chapters) await expect(navigation).toContainText(chapter.short)
  expect(await navigation.getByRole('link').count()).toBe(own.chapters.length + 6)
})
