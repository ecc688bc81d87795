import { copyFileSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { SCHEMA } from '../../src/persistence/migrations.ts'
import {
  banner,
  changeBar,
  edit,
  FIGURE,
  fillForm,
  fingerprint,
  openForm,
  sendButton,
  YEAR,
} from './support/editing.ts'
import { expect, test } from './support/page.ts'
import {
  besideTheApp,
  deleteDatabase,
  downloaded,
  holdDatabase,
  putRecord,
  records,
} from './support/storage.ts'
import { open, ready } from './support/visit.ts'

const PAGE = `#/i/${FIGURE}`
const shown = (page: Page) => page.locator(`main [data-indicator="${FIGURE}"][data-year="${YEAR}"]`).first()

/** Runs before any code of the page, on every load. */
const before = (page: Page, script: () => void) => page.addInitScript(script)

test.describe('what is kept on the machine', () => {
  test('is there after a reload, from the first thing that is drawn', async ({ page }) => {
    await open(page, PAGE)
    const published = await fingerprint(page)
    await edit(page, { value: '2200' })
    await expect(changeBar(page)).toContainText('已保存')
    const changed = await fingerprint(page)
    expect(changed).not.toBe(published)
    expect(await records(page)).toMatchObject([{ key: 1, value: { schema: SCHEMA, number: 1 } }])

    // The overview the build drew shows the published figures: it must not be seen any more.
    await before(page, () => {
      document.addEventListener('DOMContentLoaded', () => {
        const still = document.getElementById('prerendered')
        Object.assign(window, { still: still ? getComputedStyle(still).display : 'none' })
      })
    })
    await open(page, '#/')
    expect(await page.evaluate(() => Reflect.get(window, 'still'))).toBe('none')
    expect(await fingerprint(page)).toBe(changed)
    await expect(banner(page)).toBeHidden()
  })

  test('is taken back to the published figures, and brought back again, across reloads', async ({ page }) => {
    await open(page, PAGE)
    const published = await fingerprint(page)
    await edit(page, { value: '2200' })
    const changed = await fingerprint(page)
    await page.reload()
    await ready(page)
    await page.keyboard.press('Control+z')
    await expect(changeBar(page)).toContainText('已撤销')
    expect(await fingerprint(page)).toBe(published)
    await page.reload()
    await ready(page)
    expect(await fingerprint(page)).toBe(published)
    await page.keyboard.press('Control+y')
    await expect(changeBar(page)).toBeVisible()
    expect(await fingerprint(page)).toBe(changed)
    expect((await records(page)).map(({ key }) => key)).toEqual([1, 2, 3])
  })

  test('includes a form that was begun, whatever ends the page', async ({ page }) => {
    await open(page, PAGE)
    const form = await openForm(page)
    await fillForm(form, { value: '2201', note: '1—6月' })
    await page.reload()
    await ready(page)
    const again = await openForm(page)
    await expect(again.getByRole('textbox', { name: '数值' })).toHaveValue('2201')
    await expect(again.getByRole('textbox', { name: /^备注/ })).toHaveValue('1—6月')
  })

  for (const [what, leave] of [
    ['reloaded', (page: Page) => page.reload()],
    ['closed', (page: Page) => page.close({ runBeforeUnload: true })],
  ] as const)
    test(`is the old or the new when the page is ${what} while it is saved`, async ({ page, context }) => {
      await open(page, PAGE)
      const old = await fingerprint(page)
      const window = await context.newPage()
      window.on('dialog', (dialog) => void dialog.accept())
      await open(window, PAGE)
      const form = await openForm(window)
      await fillForm(form, { value: '2200' })
      await sendButton(form).evaluate((button: HTMLElement) => button.click())
      await leave(window)
      await page.reload()
      await ready(page)
      const found = await fingerprint(page)
      const count = (await records(page)).length
      expect(count).toBe(found === old ? 0 : 1)
      if (count === 1) await expect(shown(page)).toContainText('2200')
      await expect(banner(page)).toBeHidden()
    })
})

test.describe('without a storage the app works in memory and says so', () => {
  const absences: readonly [string, () => void][] = [
    ['is none', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    [
      'is refused, the small one too',
      () => {
        for (const name of ['indexedDB', 'localStorage'])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('denied', 'SecurityError')
            },
          })
      },
    ],
    [
      'never answers',
      () => {
        IDBFactory.prototype.open = () =>
          Object.create(IDBOpenDBRequest.prototype, {
            addEventListener: { value: () => {} },
            removeEventListener: { value: () => {} },
          })
      },
    ],
  ]
  for (const [what, spoil] of absences)
    test(`where there ${what}`, async ({ page }) => {
      await before(page, spoil)
      const start = Date.now()
      await open(page, PAGE)
      await expect(banner(page).getByRole('alert')).toContainText('本次修改不会保存，请导出备份。')
      expect(Date.now() - start).toBeLessThan(10_000)
      const published = await fingerprint(page)
      await edit(page, { value: '2200' })
      await expect(changeBar(page)).toContainText('没有保存到本机')
      await expect(shown(page)).toContainText('2200')
      expect(await fingerprint(page)).not.toBe(published)
      const saving = page.waitForEvent('download')
      await banner(page).getByRole('button', { name: '导出备份' }).click()
      const { name, text } = await downloaded(await saving)
      expect(name).toMatch(/^指标数据备份-.*\.json$/)
      expect(JSON.parse(text).log).toHaveLength(1)
      await page.keyboard.press('Control+z')
      await expect(changeBar(page)).toContainText('已撤销')
      expect(await fingerprint(page)).toBe(published)
    })
})

test.describe('a storage in trouble', () => {
  test('that is full keeps the old data; a second press works once there is room', async ({
    page,
    context,
    baseURL,
  }) => {
    const browser = await context.newCDPSession(page)
    const origin = new URL(baseURL ?? '').origin
    // Before the first write of this profile: the browser remembers for half a minute how much room there was.
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 })
    await open(page, PAGE)
    const old = await fingerprint(page)
    const form = await openForm(page)
    await fillForm(form, { value: '2200', note: '示'.repeat(90_000) })
    await sendButton(form).click()
    await expect(form.getByRole('alert')).toContainText('空间不足')
    await expect(form.getByRole('alert')).toContainText('导出备份')
    expect(await records(page)).toEqual([])
    expect(await fingerprint(page)).toBe(old)
    await browser.send('Storage.overrideQuotaForOrigin', { origin })
    await sendButton(form).click()
    await expect(form).toBeHidden()
    await expect(changeBar(page)).toContainText('已保存')
    expect(await records(page)).toHaveLength(1)
  })

  test('that was emptied is not taken for the published state; a backup brings everything back', async ({
    page,
    context,
  }, info) => {
    const memory = await context.newPage()
    await before(memory, () => Object.defineProperty(window, 'indexedDB', { value: undefined }))
    await open(memory, PAGE)
    await edit(memory, { value: '2200' })
    const saving = memory.waitForEvent('download')
    await banner(memory).getByRole('button', { name: '导出备份' }).click()
    const backup = info.outputPath('backup.json')
    await (await saving).saveAs(backup)
    await memory.close()

    await open(page, PAGE)
    await edit(page, { value: '2200' })
    const changed = await fingerprint(page)
    await besideTheApp(page)
    await deleteDatabase(page)
    await open(page, PAGE)
    await expect(banner(page).getByRole('alert')).toContainText('本机保存的数据已丢失或损坏。')
    const published = await fingerprint(page)
    expect(published).not.toBe(changed)
    const form = await openForm(page)
    await fillForm(form, { value: '2201' })
    await sendButton(form).click({ force: true })
    await expect(form).toContainText('本机暂时不能写入')
    await form.getByRole('button', { name: '取消' }).click()
    expect(await records(page)).toEqual([])

    const choosing = page.waitForEvent('filechooser')
    await banner(page).getByRole('button', { name: '从备份恢复' }).click()
    await (await choosing).setFiles(backup)
    await expect(banner(page).getByRole('status')).toContainText('已从备份恢复1项。')
    expect(await fingerprint(page)).toBe(changed)
    await page.reload()
    await ready(page)
    await expect(banner(page)).toBeHidden()
    expect(await fingerprint(page)).toBe(changed)
    await page.keyboard.press('Control+z')
    await expect(changeBar(page)).toContainText('已撤销')
    expect(await fingerprint(page)).toBe(published)
  })

  test('with a damaged record shows the rest, keeps the record and goes on when told to', async ({
    page,
  }) => {
    await open(page, PAGE)
    await edit(page, { value: '2200' })
    await edit(page, { value: '2201' })
    await edit(page, { id: 'notarisations', value: '1100' })
    await besideTheApp(page)
    await putRecord(page, 2, { schema: 1, number: 2, changes: [{ what: '__proto__', year: Number.NaN }] })
    await open(page, PAGE)
    await expect(banner(page).getByRole('alert')).toContainText('本机保存的修改有1条读不出来。')
    await expect(shown(page)).toContainText('2200')
    const saving = page.waitForEvent('download')
    await banner(page).getByRole('button', { name: '下载原始内容' }).click()
    const { text } = await downloaded(await saving)
    expect(JSON.parse(text)).toHaveLength(3)
    expect(text).toContain('"year":"NaN"')
    await banner(page).getByRole('button', { name: '继续' }).click()
    await expect(banner(page)).toBeHidden()
    await edit(page, { value: '2202' })
    await expect(changeBar(page)).toContainText('已保存')
    await page.reload()
    await ready(page)
    await expect(banner(page)).toBeHidden()
    await expect(shown(page)).toContainText('2202')
    expect((await records(page)).map(({ key }) => key)).toEqual([1, 2, 3, 4])
  })

  test('written by a newer version is shown as far as it can be read, and not written to', async ({
    page,
  }) => {
    await open(page, PAGE)
    await edit(page, { value: '2200' })
    await besideTheApp(page)
    await putRecord(page, 2, { schema: 99, number: 2, whatever: true })
    for (const version of [undefined, 99]) {
      if (version) {
        await besideTheApp(page)
        await holdDatabase(page, version)
      }
      await open(page, PAGE)
      await expect(banner(page).getByRole('alert')).toContainText('本机数据由更新版本创建，请刷新页面。')
      await expect(shown(page)).toContainText('2200')
      const saving = page.waitForEvent('download')
      await banner(page).getByRole('button', { name: '下载原始内容' }).click()
      expect((await downloaded(await saving)).text).toContain('"whatever":true')
      const form = await openForm(page)
      await fillForm(form, { value: '2203' })
      await sendButton(form).click({ force: true })
      await expect(form).toContainText('本机暂时不能写入')
      expect(await records(page)).toHaveLength(2)
    }
  })

  test('taken away while the page is open leaves all on screen, and takes it back', async ({
    page,
    context,
    baseURL,
  }) => {
    const browser = await context.newCDPSession(page)
    const origin = new URL(baseURL ?? '').origin
    await open(page, PAGE)
    await edit(page, { value: '2200' })
    const changed = await fingerprint(page)
    await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    await expect(banner(page).getByRole('alert')).toContainText('本次修改不会保存，请导出备份。')
    expect(await fingerprint(page)).toBe(changed)
    await edit(page, { value: '2201' })
    await expect(changeBar(page)).toContainText('没有保存到本机')
    await banner(page).getByRole('button', { name: '重新保存' }).click()
    await expect(banner(page)).toBeHidden()
    await page.reload()
    await ready(page)
    await expect(banner(page)).toBeHidden()
    await expect(shown(page)).toContainText('2201')
    expect(await records(page)).toHaveLength(2)
  })

  const smallTroubles: readonly [string, (page: Page) => Promise<unknown>][] = [
    [
      'full of rubbish',
      (page) =>
        page.evaluate(() => {
          for (const key of Object.keys(localStorage)) localStorage.setItem(key, '\u0000{"__proto__":')
        }),
    ],
    ['empty', (page) => page.evaluate(() => localStorage.clear())],
    [
      'full',
      (page) =>
        before(page, () => {
          Storage.prototype.setItem = () => {
            throw new DOMException('', 'QuotaExceededError')
          }
        }),
    ],
    [
      'refused',
      (page) =>
        before(page, () => {
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('denied', 'SecurityError')
            },
          })
        }),
    ],
  ]
  for (const [what, spoil] of smallTroubles)
    test(`loses no figure and cries no loss when the small storage is ${what}`, async ({ page }) => {
      await open(page, PAGE)
      await edit(page, { value: '2200' })
      const changed = await fingerprint(page)
      await besideTheApp(page)
      await spoil(page)
      await open(page, '#/')
      expect(await fingerprint(page)).toBe(changed)
      await expect(banner(page)).toBeHidden()
      await edit(page, { value: '2201' })
      await expect(changeBar(page)).toContainText('已保存')
    })
})

test('copies of the one file in two folders keep their data apart', async ({ page }, info) => {
  const copies = ['one', 'two'].map((name) => {
    const file = info.outputPath(name, 'index.html')
    mkdirSync(resolve(file, '..'), { recursive: true })
    copyFileSync('dist-single/index.html', file)
    return pathToFileURL(file).href
  })
  const [one = '', two = ''] = copies
  await page.goto(`${one}${PAGE}`)
  await ready(page)
  const published = await fingerprint(page)
  await edit(page, { value: '2200' })
  const changed = await fingerprint(page)
  await page.goto(`${two}${PAGE}`)
  await ready(page)
  expect(await fingerprint(page)).toBe(published)
  await expect(banner(page)).toBeHidden()
  await page.goto(`${one}${PAGE}`)
  await ready(page)
  expect(await fingerprint(page)).toBe(changed)
})
