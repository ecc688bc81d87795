import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Download, Page, TestInfo } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { violations } from './support/axe.ts'
import { edit, FIGURE, YEAR } from './support/editing.ts'
import { serveFolder } from './support/folder.ts'
import { expect, test } from './support/page.ts'
import { open, visit } from './support/visit.ts'

/** Presses something that hands over a file, and waits for the file. */
async function take(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ])
  return download
}

const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path())

async function openMenu(page: Page): Promise<void> {
  await visit(page, '#/data')
  await page.getByRole('button', { name: '导出', exact: true }).click()
}

/** Unpacks a zip into a folder of the test's own. */
function unpack(zip: Buffer, info: TestInfo): string {
  const folder = info.outputPath('unpacked')
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  return join(folder, 'data')
}

test.describe('what is taken out', () => {
  test('as CSV of the year is the shipped file, byte for byte, under a name with title, year and day', async ({
    page,
  }) => {
    await open(page, '#/data')
    await openMenu(page)
    const download = await take(page, `${YEAR}年度CSV（UTF-8带BOM）`)
    expect(download.suggestedFilename()).toMatch(new RegExp(`^[^-]+-${YEAR}年度-\\d{8}\\.csv$`))
    expect((await bytesOf(download)).equals(readFileSync(`data/years/${YEAR}.csv`))).toBe(true)
    await expect(page.getByText(`已交给浏览器下载：${download.suggestedFilename()}`)).toBeVisible()
  })

  test('as data folder shows elsewhere what was changed here', async ({ page, browser, baseURL }, info) => {
    await open(page, `#/i/${FIGURE}`)
    await edit(page, { value: '2199', note: '=1+1，核对后更正' })
    await openMenu(page)
    const folder = unpack(await bytesOf(await take(page, 'data文件夹（zip）')), info)

    const elsewhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
    const other = await elsewhere.newPage()
    await serveFolder(other, folder)
    await open(other, `#/i/${FIGURE}`)
    const shown = other.locator(`main [data-indicator="${FIGURE}"][data-year="${YEAR}"]`).first()
    await expect(shown).toContainText('2199')
    await expect(other.locator('main')).toContainText('=1+1，核对后更正')
    await elsewhere.close()
  })

  test('as workbook is one, with a sheet a chapter', async ({ page }) => {
    await open(page, '#/data')
    await openMenu(page)
    const files = unzipSync(await bytesOf(await take(page, '全部年度XLSX工作簿')))
    const sheets = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()).match(/<sheet [^>]*name="[^"]+"/g)
    expect(sheets).toHaveLength(6)
    expect(
      Object.values(files)
        .map((bytes) => strFromU8(bytes))
        .join(''),
    ).not.toMatch(/<f[ >]/)
  })

  test('as table to fill in asks for the coming year and shows the last one', async ({ page }) => {
    await open(page, '#/entries')
    const download = await take(page, 'CSV模板')
    expect(download.suggestedFilename()).toContain(`${YEAR + 1}年度录入模板`)
    const lines = (await bytesOf(download)).toString('utf8').split('\r\n')
    expect(lines[0]).toContain('指标,上年数值（供参考）,数值,单位')
    expect(lines.find((line) => line.includes(FIGURE))).toMatch(
      new RegExp(`^${YEAR + 1},.*,${FIGURE},.*,2138,,件,,,$`),
    )
  })

  test('is offered where anybody can reach it, on a phone in large text too', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, '#/data?text=large')
    await page.getByRole('button', { name: '导出', exact: true }).click()
    expect(await violations(page, 'the open menu')).toEqual([])
    const inside = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(inside).toBe(true)
    for (const button of await page.getByRole('list', { name: '可导出的格式' }).getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(60)
  })
})
