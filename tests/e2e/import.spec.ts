import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { workbookBytes } from '../support/workbook.ts'
import { violations } from './support/axe.ts'
import { fingerprint } from './support/editing.ts'
import { collidingText, sideways, smallTargets, smallText } from './support/geometry.ts'
import { choose, drop, type Upload, writeButton, written } from './support/importing.ts'
import {
  counts,
  dropFile,
  HEAD,
  madeUpRows,
  pasteText,
  step,
  tableFile,
  tickAll,
  toText,
  withValues,
  write,
} from './support/madeUpYear.ts'
import { expect, onDisk, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const NEXT = 2024

/** A year's table as a department sends it: a title, a line of units, the head; five cells are wrong. */
function brokenFile(): Upload {
  const rows = withValues(madeUpRows(NEXT), {
    办理法律援助案件数: '二千三百',
    政务服务事项全程网办率: '997',
    省级荣誉数: '3/5',
    济宁市五星级司法所数: '#REF!',
  })
  const unknown = [String(NEXT), '公职律师考核优秀率', '96', '%', '']
  const around = [['县法治政府建设指标'], ['填报单位：测试', '', '', '单位：见各行']]
  return tableFile('指标汇总.csv', [...around, HEAD, ...rows, unknown], 'gb18030')
}

const goodFile = (name = '指标2024.csv'): Upload => tableFile(name, [HEAD, ...madeUpRows(NEXT)])

const shownIn = (page: Page, id: string, year: number) =>
  page.locator(`main td[data-indicator="${id}"][data-year="${year}"]`)

/** Puts right what is wrong with `brokenFile`, each in another way. */
async function putRight(page: Page): Promise<void> {
  const check = step(page, '核对')
  await step(page, '对列').getByRole('button', { name: '忽略', exact: true }).click()
  await expect(counts(page)).toContainText('错误 4')
  await check.getByRole('button', { name: '改为 2300' }).click()
  await expect(counts(page)).toContainText('错误 3')
  const rate = check.getByRole('listitem').filter({ hasText: '997' })
  await rate.getByRole('textbox').fill('99.8')
  await rate.getByRole('button', { name: '改', exact: true }).click()
  await expect(counts(page)).toContainText('错误 2')
  const fraction = check.getByRole('listitem').filter({ hasText: '“3/5”' })
  await fraction.getByRole('textbox').fill('4')
  await page.keyboard.press('Enter')
  await expect(counts(page)).toContainText('错误 1')
  await check
    .getByRole('button', { name: /^跳过此行/ })
    .first()
    .click()
  await expect(counts(page)).toContainText('错误 0')
}

test('a GBK file with titles and five errors becomes the next year, and goes out and in again the same', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page, '#/import')
  const before = await fingerprint(page)
  await dropFile(page, brokenFile())
  await expect(step(page, '识别')).toContainText('GB18030')
  await expect(step(page, '识别').getByRole('row').filter({ hasText: '表头' })).toContainText('指标名称')
  await expect(counts(page)).toContainText('错误 5')
  await expect(step(page, '核对')).toContainText('“数量”列')
  await expect(writeButton(page)).toHaveCount(0)
  await putRight(page)
  await expect(step(page, '预览')).toContainText('新增74')
  await expect(step(page, '预览')).toContainText('2024年待录入1')
  await expect(step(page, '预览').getByRole('row').filter({ hasText: '2024' })).toContainText('74 / 75')
  expect(await fingerprint(page)).toBe(before)
  await write(page)
  const after = await fingerprint(page)
  expect(after).not.toBe(before)

  await page.getByRole('link', { name: '查看2024年' }).click()
  await ready(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2024年度总览')
  await expect(
    page.locator('main [data-indicator="legal-aid-cases"][data-year="2024"]').first(),
  ).toContainText('2300')
  await page.keyboard.press('Control+z')
  await expect.poll(() => fingerprint(page)).toBe(before)
  await page.keyboard.press('Control+y')
  await expect.poll(() => fingerprint(page)).toBe(after)
  await page.reload()
  await ready(page)
  expect(await fingerprint(page)).toBe(after)

  await visit(page, `#/data?year=${NEXT}`)
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `${NEXT}年度CSV（UTF-8带BOM）` }).click(),
  ])
  const buffer = readFileSync(await download.path())
  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const other = await elsewhere.newPage()
  await open(other, '#/import')
  await choose(other, { name: download.suggestedFilename(), mimeType: 'text/csv', buffer })
  await expect(counts(other)).toContainText('错误 0')
  await write(other)
  expect(await fingerprint(other)).toBe(after)
  await elsewhere.close()
})

test('nothing is written before the last click, which writes once however often it is pressed', async ({
  page,
}) => {
  await open(page, '#/import')
  const before = await fingerprint(page)
  await choose(page, goodFile(), tableFile('第二个.csv', [HEAD, ...madeUpRows(NEXT + 1)]))
  await expect(step(page, '选文件').getByRole('listitem').filter({ hasText: '第二个' })).toContainText('等待')
  await expect(counts(page)).toContainText('错误 0')
  await expect(page.getByText(/还有\d+条提醒没有核对/)).toBeVisible()
  await writeButton(page).click({ force: true })
  expect(await fingerprint(page)).toBe(before)

  // A look at a figure and back loses nothing.
  await tickAll(page)
  await visit(page, '#/i/legal-aid-cases')
  await visit(page, '#/import')
  await expect(page.getByText('可以写入：新增75项，修改0项。')).toBeVisible()
  await writeButton(page).dblclick()
  await expect(written(page)).toContainText('已写入75项')
  const kept = await fingerprint(page)
  await written(page).getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => fingerprint(page)).toBe(before)
  await written(page).getByRole('button', { name: '重做' }).click()
  await expect.poll(() => fingerprint(page)).toBe(kept)

  // The next file waits for its turn; put aside, it leaves nothing.
  await written(page).getByRole('button', { name: '处理这个文件' }).click()
  await expect(counts(page)).toBeVisible()
  await page.getByRole('button', { name: '放下这个文件' }).click()
  await expect(counts(page)).toHaveCount(0)
  expect(await fingerprint(page)).toBe(kept)
  await visit(page, '#/history')
  await expect(page.getByRole('article')).toHaveCount(3)
})

test('a workbook changes a published figure only where that was ticked, and a finished year says 未公布', async ({
  page,
}) => {
  const rows = madeUpRows(NEXT).slice(0, 40)
  const changed = ['2023', '办理法律援助案件数', '2183', '件', '']
  const other = ['2023', '省级荣誉数', '5', '项', '']
  const sheets = [
    { name: '说明', rows: [['填表说明']] },
    { name: '指标', rows: [HEAD, ...rows, changed, other].map((cells) => [...cells]) },
  ]
  const file: Upload = {
    name: '指标.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(workbookBytes(sheets)),
  }
  await open(page, '#/import')
  await choose(page, file)
  await expect(step(page, '识别')).toContainText('Excel 工作簿')
  const preview = step(page, '预览')
  await expect(preview).toContainText('新增40 · 修改2')
  const tick = preview.getByRole('checkbox', { name: /办理法律援助案件数/ })
  await expect(tick).not.toBeChecked()
  await tick.check()
  await preview.getByRole('radio', { name: /已录完，未出现的35项显示“未公布”/ }).check()
  await expect(preview).toContainText('2024年未公布35')
  await expect(writeButton(page)).toHaveText('写入41项')
  await write(page)
  await visit(page, '#/data')
  await expect(shownIn(page, 'legal-aid-cases', 2023)).toContainText('2183')
  await expect(shownIn(page, 'provincial-honours', 2023)).toContainText('3')
  await expect(shownIn(page, 'notarisations', 2024)).toContainText('未公布')
})

test('cells are pasted, another encoding is chosen, and what cannot be read says so in words', async ({
  page,
}) => {
  await open(page, '#/import')
  await pasteText(page, toText([HEAD, ...madeUpRows(NEXT)], '\t'))
  await expect(step(page, '识别')).toContainText('制表符分隔')
  await expect(counts(page)).toContainText('错误 0')
  await page.getByRole('button', { name: '放下这个文件' }).click()

  // Read wrongly by choice, put right by choice.
  await choose(page, tableFile('gbk.csv', [HEAD, ...madeUpRows(NEXT)], 'gb18030'))
  const recognised = step(page, '识别')
  await recognised.getByRole('combobox', { name: '编码' }).selectOption('big5')
  await expect(recognised.getByRole('alert')).toBeVisible()
  await recognised.getByRole('combobox', { name: '编码' }).selectOption('gb18030')
  await expect(counts(page)).toContainText('错误 0')
  await page.getByRole('button', { name: '放下这个文件' }).click()

  await choose(page, {
    name: '照片.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
  })
  await expect(step(page, '识别').getByRole('alert')).toContainText('图片')
  await page.getByRole('button', { name: '放下这个文件' }).click()

  await drop(page, { name: '太大.csv', size: 50 * 1024 * 1024 + 1 })
  await expect(step(page, '选文件').getByRole('listitem').filter({ hasText: '太大' })).toContainText(
    '超过50 MB',
  )
  await expect(step(page, '识别')).toContainText('选好文件后')
})

for (const { width, height, text } of [
  { width: 390, height: 844, text: 'standard' },
  { width: 390, height: 844, text: 'large' },
  { width: 1366, height: 768, text: 'standard' },
])
  test.describe(`${width}×${height}, ${text} text`, () => {
    test.use({ viewport: { width, height } })
    test('a file at work is drawn whole and named for everybody, step by step', async ({ page }) => {
      await open(page, `#/import?text=${text}`)
      await choose(page, brokenFile())
      await expect(counts(page)).toContainText('错误 5')
      const faults = async (where: string): Promise<readonly string[]> => {
        const found: string[] = []
        for (const theme of ['light', 'dark']) {
          await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
          found.push(...(await violations(page, `${where}, ${theme}`)))
        }
        if ((await sideways(page)) > 0) found.push(`${where}: sideways`)
        found.push(...(await smallText(page, text === 'large' ? 18 : 14)), ...(await collidingText(page)))
        if (width === 390)
          found.push(...(await smallTargets(page, { link: 44, button: text === 'large' ? 60 : 44 })))
        return found
      }
      await step(page, '对列').getByRole('button', { name: '对应到其他指标' }).click()
      await step(page, '对列').getByRole('button', { name: '作为新指标' }).click()
      expect(await faults('errors')).toEqual([])
      await step(page, '核对')
        .getByRole('button', { name: /^跳过有错误的全部/ })
        .click()
      await expect(step(page, '预览')).toContainText('新增')
      await step(page, '预览')
        .getByText(/（\d+项）/)
        .first()
        .click()
      expect(await faults('preview')).toEqual([])
    })
  })

test('the one file imports from the disk', async ({ page }) => {
  await page.goto(`${onDisk.single}#/import`)
  await ready(page)
  await choose(page, goodFile())
  await expect(counts(page)).toContainText('错误 0')
  await write(page)
  await page.reload()
  await ready(page)
  await visit(page, '#/data')
  await expect(shownIn(page, 'legal-aid-cases', NEXT)).not.toHaveText('待录入')
})
