import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { workbookBytes, workbookParts } from '../support/workbook.ts'
import { changeBar, fingerprint } from './support/editing.ts'
import {
  choose,
  drop,
  NEXT_YEAR,
  openImport,
  queue,
  type Upload,
  writeButton,
  written,
} from './support/importing.ts'
import { expect, test } from './support/page.ts'
import { records } from './support/storage.ts'
import { visit } from './support/visit.ts'

const MARKUP = '<img src=x onerror="window.__pwned=1"><script>window.__pwned=2</script>'
const FORMULA = '=HYPERLINK("http://127.0.0.1:9/","点")'

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const csv = (...rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((cells) => cells.map(quoted).join()).join('\r\n'))
const HEAD = ['年度', '指标', '数值', '单位', '备注']
const year = String(NEXT_YEAR)

interface Hostile {
  readonly what: string
  readonly name: string
  readonly buffer: Buffer
  /** What the page says of it. */
  readonly says: readonly string[]
}

const ole = (text: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(text, 'utf16le'),
    Buffer.alloc(4096, 0xe5),
  ])

const book = workbookBytes([{ name: '表一', rows: [HEAD, [NEXT_YEAR, '办理公证件数', 1031, '件']] }])

/** A small file that unpacks to more than any workbook is: a sheet of nothing but spaces. */
const bomb = (): Uint8Array =>
  zipSync({
    ...workbookParts([{ name: '表一', rows: [] }]),
    'xl/worksheets/sheet1.xml': [strToU8(`<worksheet>${' '.repeat(160 * 1024 * 1024)}`), { level: 1 }],
  })

const FILES: readonly Hostile[] = [
  {
    what: 'markup for names, heads and values',
    name: `${MARKUP.replaceAll('/', '')}.csv`,
    buffer: csv([...HEAD, MARKUP], [year, MARKUP, MARKUP, MARKUP, MARKUP, MARKUP]),
    says: [MARKUP],
  },
  {
    what: 'words every object has',
    name: '__proto__.csv',
    buffer: csv(
      [...HEAD, '__proto__', 'constructor', 'toString'],
      [year, '__proto__', '1', '件', '', '{"polluted":1}', 'x', 'y'],
      [year, 'constructor', '2', '件', '', '', '', ''],
      [year, 'hasOwnProperty', '3', '__proto__', '', '', '', ''],
    ),
    says: ['“__proto__”', '“constructor”', '“hasOwnProperty”'],
  },
  {
    what: 'characters that turn the order of others round',
    name: 'a\u202evsc.csv',
    buffer: csv(
      HEAD,
      [year, '办理公证件数', '10\u202e31', '件', ''],
      [year, '办理公证\u202e件数', '1031', '件', ''],
      [year, '\u2066公证', '\u200f5', '件', ''],
    ),
    says: ['含有看不见的控制字符（U+202E）', '“办理公证[U+202E]件数”不在指标目录中'],
  },
  {
    what: 'formulas',
    name: '=1+1.csv',
    buffer: csv(
      HEAD,
      [year, FORMULA, '=1+1', '件', FORMULA],
      [year, "+cmd|' /C calc'!A0", '@SUM(A1)', '件', ''],
      [year, '办理公证件数', '=1+1', '件', ''],
    ),
    says: [FORMULA, '是公式，不是数值'],
  },
  {
    what: 'words lost in another encoding',
    name: '锟斤拷.csv',
    buffer: csv(HEAD, [year, '锟斤拷锟斤拷锟�', '12', '锟斤拷', '']),
    says: ['下面出现了“锟斤拷”或“�”，多半是编码不对'],
  },
  { what: 'a zip that swells', name: 'swells.xlsx', buffer: Buffer.from(bomb()), says: ['解开后超过150MB'] },
  {
    what: 'a workbook cut in the middle',
    name: 'cut.xlsx',
    buffer: Buffer.from(book.slice(0, book.length / 2)),
    says: ['工作簿已损坏或没有下载完整'],
  },
  {
    what: 'a workbook with a password',
    name: 'locked.xlsx',
    buffer: ole('EncryptedPackage EncryptionInfo'),
    says: ['这个文件还不能导入'],
  },
  {
    what: 'rubbish called a workbook',
    name: 'rubbish.xls',
    buffer: ole('\u0000\uffff'),
    says: ['还不能导入'],
  },
  {
    what: 'a picture called a table',
    name: 'picture.csv',
    buffer: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2048, 7)]),
    says: ['图片不能读取'],
  },
]

const toUpload = ({ name, buffer }: Hostile): Upload => ({ name, mimeType: 'text/plain', buffer })

/** Nothing of a file has run, and no object has more properties than before. */
const harm = (page: Page): Promise<unknown> =>
  page.evaluate(() => [
    Reflect.get(window, '__pwned'),
    Object.keys(Object.prototype),
    Reflect.has({}, 'polluted'),
  ])

test('files that mean harm are read as text or refused; nothing of them runs and no figure moves before 写入', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await openImport(page)
  const old = await fingerprint(page)
  const main = page.locator('main')
  const leave = page.getByRole('button', { name: '放下这个文件' })
  for (const file of FILES) {
    await choose(page, toUpload(file))
    await expect(leave, file.what).toBeVisible()
    await expect(main.locator('.import-page'), file.what).toHaveAttribute('aria-busy', 'false', {
      timeout: 30_000,
    })
    for (const words of file.says) await expect(main, file.what).toContainText(words)
    expect(await main.innerText(), file.what).not.toMatch(/undefined|NaN|\[object|Error|程序出错/)
    expect(await fingerprint(page), file.what).toBe(old)
    await leave.click()
  }
  // Too large to be read at all.
  await drop(page, { name: 'large.csv', size: 51 * 1024 * 1024 })
  await expect(queue(page).last()).toContainText('超过50 MB，没有读取')
  expect(await harm(page)).toEqual([undefined, [], false])
  expect(dialogs).toEqual([])
  expect(await records(page)).toEqual([])

  // A name of markup that somebody takes for a new indicator is a name on every page, and can be taken back.
  await choose(page, {
    name: 'markup.csv',
    mimeType: 'text/csv',
    buffer: csv(HEAD, [year, MARKUP, '12', '件', FORMULA]),
  })
  await page.getByRole('button', { name: '作为新指标' }).click()
  await page.getByRole('button', { name: '加入', exact: true }).click()
  await expect(writeButton(page)).toHaveAttribute('aria-disabled', 'false')
  await writeButton(page).click()
  await expect(written(page)).toContainText('已写入1项')
  expect(await fingerprint(page)).not.toBe(old)
  for (const hash of ['#/data', '#/entries', '#/history', `#/?year=${year}`, '#/import']) {
    await visit(page, hash)
    if (hash === '#/data') await expect(main).toContainText(MARKUP)
    expect(await harm(page), hash).toEqual([undefined, [], false])
    expect(await page.locator('main img, main script').count(), hash).toBe(0)
  }
  await page.keyboard.press('Control+z')
  await expect(changeBar(page)).toContainText('已撤销')
  expect(await fingerprint(page)).toBe(old)
})

test('a file of 100,000 rows leaves the page answering while it is read, and can be put down', async ({
  page,
}) => {
  await openImport(page)
  const old = await fingerprint(page)
  const rows = Array.from({ length: 100_000 }, (_, i) => `${year},指标${i % 500},${i},件`)
  const text = ['年度,指标,数值,单位', ...rows].join('\n')
  const leave = page.getByRole('button', { name: '放下这个文件' })
  const reading = page.locator('.import-page[aria-busy="true"]')
  await drop(page, { name: '2024.csv', text })
  await expect(reading).toBeVisible()
  await leave.click()
  await expect(reading).toHaveCount(0)
  await expect(queue(page)).toContainText('已放下，没有写入')

  // Again to the end: the longest time in which the page drew nothing.
  await page.evaluate(() => {
    let last = performance.now()
    let longest = 0
    const tick = (now: number): void => {
      longest = Math.max(longest, now - last)
      last = now
      Object.assign(window, { longest })
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await queue(page)
    .getByRole('button', { name: /处理这个文件.*2024\.csv/ })
    .click()
  await expect(reading).toBeVisible()
  const start = Date.now()
  await expect(reading).toHaveCount(0, { timeout: 25_000 })
  const longest = Number(await page.evaluate(() => Reflect.get(window, 'longest')))
  expect(longest).toBeLessThan((Date.now() - start) / 2)
  await expect(page.locator('main')).toContainText('没有认出的指标名称')
  expect(await fingerprint(page)).toBe(old)
  expect(await records(page)).toEqual([])
})
