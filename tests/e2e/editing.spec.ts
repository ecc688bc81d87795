import type { Locator, Page } from '@playwright/test'
import { violations } from './support/axe.ts'
import { serveFolder } from './support/folder.ts'
import { sideways, smallTargets, smallText } from './support/geometry.ts'
import { expect, test } from './support/page.ts'
import { open, visit } from './support/visit.ts'

const threeYears = 'tests/fixtures/three-years'

const dialog = (page: Page): Locator => page.getByRole('dialog')
const field = (page: Page, label: string): Locator => dialog(page).getByLabel(label)
const keep = (page: Page): Locator => dialog(page).getByRole('button', { name: '写入1项' })
const bar = (page: Page): Locator => page.getByRole('region', { name: '最近的修改' })
const fingerprint = (page: Page): Promise<string | null> => page.getByText('数据指纹').textContent()

/** Opens the form by its first button on the page. */
async function openForm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await expect(dialog(page)).toHaveAccessibleName(name)
  await expect(field(page, '数值')).toBeFocused()
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await field(page, label).fill(text)
}

/** The figures of a year on the page that is open: id → states. */
const states = (page: Page, year: number): Promise<Readonly<Record<string, readonly string[]>>> =>
  page.evaluate((year) => {
    const found: Record<string, string[]> = {}
    for (const mark of document.querySelectorAll<HTMLElement>(`main [data-year="${year}"]`)) {
      const { indicator = '', state = '' } = mark.dataset
      found[indicator] = [...new Set([...(found[indicator] ?? []), state])]
    }
    return found
  }, year)

/** What stands at the marks of a figure on the page, without blanks. */
const textsOf = (page: Page, id: string, year: number): Promise<readonly string[]> =>
  page.evaluate(
    ([id, year]) => [
      ...new Set(
        [...document.querySelectorAll(`main [data-indicator="${id}"][data-year="${year}"]`)].map((mark) =>
          (mark.textContent ?? '').replace(/\s/g, ''),
        ),
      ),
    ],
    [id, String(year)],
  )

test('fills an empty slot, shows it everywhere, takes it back and keeps it over a reload', async ({
  page,
}) => {
  await open(page)
  const original = await fingerprint(page)
  await openForm(page, '录入2024年“法律援助案件”')
  await fill(page, { 数值: '2290', 修改原因: '录入2024年度报告' })
  await expect(dialog(page).locator('[data-state]')).toHaveText(['待录入', '2290件'])
  await keep(page).click()
  await expect(dialog(page)).toBeHidden()
  await expect(bar(page)).toContainText('已保存：2024年“法律援助案件” 待录入 → 改为2290件')
  const filled = await fingerprint(page)
  expect(filled).not.toBe(original)

  await test.step('on the figure’s page, in its chart, and on the card of the overview', async () => {
    await visit(page, '#/i/legal-aid-cases?year=2024')
    expect(await textsOf(page, 'legal-aid-cases', 2024)).toContain('2290件')
    await expect(page.getByRole('img').locator('text', { hasText: '2290' }).first()).toBeVisible()
    await visit(page, '#/')
    const card = page.getByRole('article').filter({ hasText: '法律援助案件' }).first()
    await expect(card.getByRole('img')).toHaveAccessibleName(/2024年精确值/)
  })

  await test.step('in the table, where every other figure of the year stays 待录入', async () => {
    await visit(page, '#/data?year=2024')
    for (const text of await textsOf(page, 'legal-aid-cases', 2024)) expect(text).toMatch(/^2290件/)
    for (const hash of ['#/data?year=2024', '#/c/1?year=2024', '#/c/2?year=2024', '#/c/3?year=2024']) {
      await visit(page, hash)
      const { 'legal-aid-cases': own, ...others } = await states(page, 2024)
      if (hash.includes('data')) expect(own).toEqual(['exact'])
      expect(Object.keys(others).length, hash).toBeGreaterThan(5)
      expect(new Set(Object.values(others).flat()), hash).toEqual(new Set(['pending']))
    }
  })

  await test.step('Ctrl+Z brings back the very data of before, Ctrl+Y what was filled', async () => {
    await page.keyboard.press('Control+z')
    await expect(bar(page)).toContainText('已撤销：2024年“法律援助案件” 待录入 → 改为2290件')
    expect(await fingerprint(page)).toBe(original)
    await page.keyboard.press('Control+y')
    await expect(bar(page)).toContainText('已重做')
    expect(await fingerprint(page)).toBe(filled)
  })

  await test.step('it is still there after a reload, with its history', async () => {
    await open(page, '#/i/legal-aid-cases?year=2024')
    expect(await fingerprint(page)).toBe(filled)
    expect(await textsOf(page, 'legal-aid-cases', 2024)).toContain('2290件')
    await visit(page, '#/history')
    await expect(page.getByRole('article')).toHaveText([
      /^第3号 重做第1号/,
      /^第2号 撤销第1号/,
      /^第1号 手工修改.*录入2024年度报告/s,
    ])
  })
})

test('changes and clears a figure among three years, and undoes both', async ({ page }) => {
  await serveFolder(page, threeYears)
  await open(page, '#/i/legal-aid-cases')
  const original = await fingerprint(page)
  await openForm(page, '修改2025年“法律援助案件”')
  const printed = await field(page, '数值').inputValue()
  await fill(page, { 数值: `${printed}0`, 修改原因: '更正' })
  await keep(page).click({ force: true })
  await expect(dialog(page)).toContainText('相差近10倍或更多')
  await dialog(page).getByLabel('我已核对').check()
  await keep(page).click()
  await expect(bar(page)).toContainText('已保存')
  await openForm(page, '修改2025年“法律援助案件”')
  await fill(page, { 数值: '', 修改原因: '清除' })
  await expect(dialog(page)).toContainText('将清除这项数值，恢复为未公布。')
  await keep(page).click()
  await expect(dialog(page)).toBeHidden()
  expect(await textsOf(page, 'legal-aid-cases', 2025)).toContain('未公布')
  await page.keyboard.press('Control+z')
  await expect(bar(page)).toContainText('已撤销')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('数据指纹')).toContainText(original ?? '')
  await page.keyboard.press('Control+z')
  await expect(bar(page)).toContainText('没有可以撤销的修改。')
})

test('refuses beside the cell what no file could hold', async ({ page }) => {
  await open(page, '#/i/online-service-rate')
  await openForm(page, '录入2024年“全程网办率”')
  for (const [value, words] of [
    ['九十八', '“九十八”是用汉字写的，不能当作数字。'],
    ['997', '为 997，超过100%。请核对小数点和单位'],
    ['12#', '“12#”在数值之外还有别的字。'],
    ['4²', '“4²”带有注释号或标点。'],
    ['=1+1', '“=1+1”是公式，不是数值。'],
    ['9\u202e9', '含有看不见的控制字符（'],
    ['无', '“无”可能表示0，也可能表示未公布。'],
    ['<img src=x onerror=alert(1)>', '“<img src=x onerror=alert(1)>”'],
  ] as const) {
    await fill(page, { 数值: value, 修改原因: '录入' })
    await keep(page).click({ force: true })
    await expect(field(page, '数值')).toHaveAttribute('aria-invalid', 'true')
    await expect(field(page, '数值')).toHaveAccessibleDescription(new RegExp(words.replace(/[?()+=]/g, '.')))
    await expect(dialog(page).getByRole('alert')).toHaveText('有的格还不能读，改好后才能写入。')
  }
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await visit(page, '#/history')
  await expect(page.getByRole('main')).toContainText('还没有改动。')
})

test('shows hostile text as text wherever it is kept', async ({ page }) => {
  const hostile = '<img src=x onerror="document.title=1"><script>alert(1)</script>'
  await open(page, '#/i/legal-aid-cases')
  await openForm(page, '录入2024年“法律援助案件”')
  await fill(page, { 数值: '2290', 原句: hostile, 备注: hostile, 修改原因: hostile, 填写人: hostile })
  await keep(page).click({ force: true })
  await dialog(page).getByLabel('我已核对').check()
  await keep(page).click()
  await expect(dialog(page)).toBeHidden()
  for (const hash of ['#/i/legal-aid-cases?year=2024', '#/data?year=2024', '#/report/2024', '#/history']) {
    await visit(page, hash)
    expect(await page.locator('main img[src="x"], main script').count(), hash).toBe(0)
  }
  await expect(page.getByRole('article')).toContainText(hostile)
})

test('keeps what was typed over a reload, and says so', async ({ page }) => {
  await open(page, '#/i/legal-aid-cases')
  await openForm(page, '录入2024年“法律援助案件”')
  await fill(page, { 数值: '2290', 原句: '办理2290件' })
  await page.keyboard.press('Escape')
  await expect(bar(page)).toContainText('填写的内容已存为草稿')
  await open(page, '#/i/legal-aid-cases')
  await openForm(page, '录入2024年“法律援助案件”')
  await expect(dialog(page)).toContainText('有一份没有写入的草稿，已恢复。')
  await expect(field(page, '数值')).toHaveValue('2290')
  await expect(field(page, '原句')).toHaveValue('办理2290件')
  await fill(page, { 修改原因: '录入' })
  await keep(page).click()
  await expect(dialog(page)).toBeHidden()
  await openForm(page, '修改2023年“法律援助案件”')
  await expect(dialog(page)).not.toContainText('草稿')
})

test('works by keyboard alone, one slot after the other', async ({ page }) => {
  await open(page, '#/i/legal-aid-cases')
  const opener = page.getByRole('button', { name: '录入2024年“法律援助案件”' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(field(page, '数值')).toBeFocused()
  await page.keyboard.type('2290')
  await page.keyboard.press('Control+z')
  await expect(field(page, '数值'), 'a field has an undo of its own').not.toHaveValue('2290')
  await field(page, '数值').fill('2290')
  await field(page, '修改原因').focus()
  await page.keyboard.type('录入')
  const next = dialog(page).getByRole('button', { name: '写入并到下一空格' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(next).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveAccessibleName('录入2024年“万人受援率”')
  await expect(field(page, '数值')).toBeFocused()
  await expect(field(page, '修改原因')).toHaveValue('录入')
  await page.keyboard.type('30.6')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveAccessibleName('录入2024年“挽回经济损失”')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  // The button stands for the year that is empty now; the focus is on it, not at the top of the page.
  await expect(page.getByRole('button', { name: '录入2025年“法律援助案件”' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(bar(page)).toContainText('已撤销：2024年“万人受援率”')
})

test('a held Enter and a double click write once', async ({ page }) => {
  await open(page, '#/i/legal-aid-cases')
  await openForm(page, '录入2024年“法律援助案件”')
  await fill(page, { 数值: '2290', 修改原因: '录入' })
  await field(page, '修改原因').focus()
  for (let i = 0; i < 12; i++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(dialog(page)).toBeHidden()
  await openForm(page, '修改2023年“法律援助案件”')
  await fill(page, { 备注: '来源待补', 修改原因: '补充' })
  await keep(page).dblclick()
  await expect(dialog(page)).toBeHidden()
  await visit(page, '#/history')
  await expect(page.getByRole('article')).toHaveCount(2)
})

for (const theme of ['light', 'dark'])
  test(`axe finds nothing serious in the form, the bar and the history (${theme})`, async ({ page }) => {
    await open(page, `#/i/legal-aid-cases?theme=${theme}`)
    await openForm(page, '录入2024年“法律援助案件”')
    const found = [...(await violations(page, 'the empty form'))]
    await fill(page, { 数值: '九十八' })
    await keep(page).click({ force: true })
    found.push(...(await violations(page, 'a fault')))
    await fill(page, { 数值: '22900', 原句: '办理2290件', 修改原因: '录入' })
    await expect(dialog(page).getByLabel('我已核对')).toBeVisible()
    found.push(...(await violations(page, 'doubts')))
    await dialog(page).getByLabel('我已核对').check()
    await keep(page).click()
    await expect(bar(page)).toBeVisible()
    found.push(...(await violations(page, 'the bar')))
    await page.keyboard.press('Control+z')
    await visit(page, '#/history')
    found.push(...(await violations(page, 'the history')))
    expect(found).toEqual([])
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  for (const text of ['standard', 'large'])
    test(`the form fills the screen and the bar leaves the tabs free, ${text} text`, async ({ page }) => {
      await open(page, `#/i/legal-aid-cases?text=${text}`)
      await openForm(page, '录入2024年“法律援助案件”')
      await fill(page, { 数值: '九十八' })
      await keep(page).click({ force: true })
      const box = await dialog(page).boundingBox()
      expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 })
      await expect(keep(page)).toBeInViewport({ ratio: 1 })
      expect(await sideways(page)).toBe(0)
      expect(await smallText(page, text === 'large' ? 18 : 14)).toEqual([])
      await fill(page, { 数值: '2290', 修改原因: '录入' })
      await keep(page).click()
      await expect(bar(page)).toContainText('2290件')
      const [bottom, tabs] = await Promise.all([
        bar(page).boundingBox(),
        page.getByRole('navigation', { name: '底部导航' }).boundingBox(),
      ])
      expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeLessThanOrEqual(tabs?.y ?? 0)
      expect(bottom?.x).toBeGreaterThanOrEqual(0)
      await visit(page, `#/history?text=${text}`)
      expect(await sideways(page)).toBe(0)
      const least = { link: 44, button: text === 'large' ? 60 : 44 }
      expect(await smallTargets(page, least)).toEqual([])
    })

  test('the form shrinks with what the keyboard leaves, and its button stays in sight', async ({ page }) => {
    await open(page, '#/i/legal-aid-cases')
    await openForm(page, '录入2024年“法律援助案件”')
    // No keyboard here: the browser is told what one would leave.
    await page.evaluate(() => {
      const viewport = window.visualViewport
      if (!viewport) throw new Error('no visual viewport')
      Object.defineProperty(viewport, 'height', { get: () => 420 })
      viewport.dispatchEvent(new Event('resize'))
    })
    expect((await dialog(page).boundingBox())?.height).toBe(420)
    const button = await keep(page).boundingBox()
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(420)
  })
})

test('on paper there is no way to change anything, and the words stay', async ({ page }) => {
  await open(page)
  await page.emulateMedia({ media: 'print' })
  const next = page.getByRole('article').first().getByText('2024年', { exact: true })
  await expect(next).toBeVisible()
  const look = await next.evaluate((element) => {
    const { borderTopWidth, textDecorationLine, backgroundColor } = getComputedStyle(element)
    return { borderTopWidth, textDecorationLine, backgroundColor }
  })
  expect(look).toEqual({
    borderTopWidth: '0px',
    textDecorationLine: 'none',
    backgroundColor: 'rgba(0, 0, 0, 0)',
  })
})
