import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { serveFolder } from './support/folder.ts'
import { sideways, smallTargets, smallText } from './support/geometry.ts'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const QUOTE = '整合调解力量，建立人民调解、行政调解、司法调解联动的工作平台'

test.beforeEach(({ page }) => serveFolder(page, 'tests/fixtures/ten-years'))

const item = (page: Page, list: string, number: number) =>
  page
    .getByRole('region', { name: list })
    .locator('.plan-item')
    .filter({ has: page.locator('.plan-number', { hasText: new RegExp(`^${number}$`) }) })
const fourth = (page: Page) => item(page, '2023年指出的不足', 4)
const quoteField = (page: Page) => page.getByRole('textbox', { name: '2024年度报告原句' })
const bar = (page: Page) => page.getByRole('region', { name: '最近的修改' })

async function openForm(page: Page, hash = '#/plan/2023'): Promise<void> {
  await open(page, hash)
  await page.getByRole('button', { name: '对照2024年报告：不足第4项' }).click()
  await page.getByRole('radio', { name: '已有对应表述' }).check()
}

test('a found sentence is set, saved, there after a reload, and leads to its place in the report', async ({
  page,
}) => {
  await openForm(page)
  await page.getByRole('searchbox', { name: '在2024年度报告中找句子' }).fill('调解 平台')
  await page.getByRole('button', { name: /^选用这一句/ }).click()
  await expect(quoteField(page)).toHaveValue(QUOTE)
  await page.getByRole('textbox', { name: '填写人' }).fill('张三')
  await expect(fourth(page).locator('dl')).toContainText(`改为已有对应表述：“${QUOTE}”`)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(bar(page)).toContainText('已保存')

  await page.reload()
  await ready(page)
  await expect(fourth(page)).toContainText('填写人 张三')
  await expect(fourth(page)).toContainText('已有对应表述')
  await fourth(page)
    .getByRole('link', { name: new RegExp(QUOTE) })
    .click()
  await expect(page).toHaveURL(/#\/report\/2024\?quote=/)
  await ready(page)
  const marked = page.locator('mark')
  await expect(marked).toHaveText(QUOTE)
  await expect(marked).toBeInViewport()
  await expect(marked).toBeFocused()
  await page.goBack()
  await ready(page)
  await expect(fourth(page)).toContainText(QUOTE)
})

test('a sentence that is not in the report is refused beside its field and nothing is kept', async ({
  page,
}) => {
  await openForm(page)
  await quoteField(page).fill('整合调解力量，建立联动机制')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(quoteField(page)).toBeFocused()
  await expect(quoteField(page)).toHaveAccessibleDescription(/2024年度报告全文中没有这句话。请核对/)
  await expect(bar(page)).toHaveCount(0)

  // Begun and not sent, it is there again; nothing else is.
  await page.reload()
  await ready(page)
  await expect(quoteField(page)).toHaveValue('整合调解力量，建立联动机制')
  await expect(fourth(page).locator('.next-slot')).toHaveText('待对应')
  await page.getByRole('button', { name: '放弃填写' }).click()
  await page.reload()
  await ready(page)
  await expect(quoteField(page)).toHaveCount(0)
})

test('an answer is taken back from the bar, and stays taken back', async ({ page }) => {
  await openForm(page)
  await quoteField(page).fill(QUOTE)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(fourth(page).locator('.next-state')).toHaveText('已有对应表述')
  await bar(page).getByRole('button', { name: '撤销' }).click()
  await expect(fourth(page).locator('.next-slot')).toHaveText('待对应')
  await page.reload()
  await ready(page)
  await expect(fourth(page).locator('.next-slot')).toHaveText('待对应')
  await expect(page.getByRole('button', { name: '对照2024年报告：不足第4项' })).toBeVisible()
})

test('the filter is in the address, goes with the year, and Back takes it back', async ({ page }) => {
  await open(page, '#/c/5?year=2023')
  await page.getByRole('link', { name: '未见对应表述', exact: true }).click()
  await expect(page).toHaveURL(/#\/c\/5\?answer=not-found&year=2023$/)
  await expect(page.locator('.plan-item')).toHaveCount(4)
  await page.getByRole('combobox', { name: '年度' }).selectOption('2024')
  await expect(page.locator('.plan-item')).toHaveCount(3)
  await page.goBack()
  await page.goBack()
  await expect(page.locator('.plan-item')).toHaveCount(18)
})

for (const [width, text] of [
  [390, 'standard'],
  [390, 'large'],
  [1366, 'large'],
] as const)
  test(`fits ${width} px, with a form open, in ${text} text`, async ({ page }) => {
    test.setTimeout(60_000)
    await page.setViewportSize({ width, height: 844 })
    await openForm(page, `#/plan/2023?text=${text}`)
    expect(await sideways(page)).toBe(0)
    expect(await smallText(page, text === 'large' ? 18 : 14)).toEqual([])
    if (width === 390)
      expect(await smallTargets(page, { link: 44, button: text === 'large' ? 60 : 44 })).toEqual([])
  })

for (const theme of ['light', 'dark'])
  test(`axe finds nothing serious about a refused form (${theme})`, async ({ page }) => {
    await openForm(page, `#/plan/2023?theme=${theme}`)
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText(/要有2024年度报告的原句/)).toBeVisible()
    await page.evaluate(axe.source)
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run('main', {
        preload: false,
      })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target} ${node.failureSummary}`))
    })
    expect(found).toEqual([])
  })

test('paper has the answers and figures, and neither form nor buttons', async ({ page }) => {
  await openForm(page, '#/plan/2023?answer=open')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.answer-form')).toBeHidden()
  await expect(page.getByRole('navigation', { name: '按对应情况筛选' })).toBeHidden()
  // A part of the list must not pass for the whole.
  await expect(page.getByText('只列出“待对应”的条目：4条。')).toBeVisible()
  await visit(page, '#/plan/2023')
  await expect(
    item(page, '2024年打算', 12).getByText('印发“谁执法谁普法”责任清单', { exact: false }),
  ).toBeVisible()
  await expect(fourth(page).getByText('2024年').first()).toBeVisible()
  expect(await sideways(page)).toBe(0)
})
