import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { killLeftOvers, startBrowser } from './support/browserProcess.ts'
import { banner, changeBar, edit, FIGURE, fingerprint, YEAR } from './support/editing.ts'
import {
  choose,
  drop,
  NEXT_YEAR,
  newFigures,
  openImport,
  queue,
  readyToWrite,
  textFile,
  writeButton,
  written,
} from './support/importing.ts'
import { expect, test } from './support/page.ts'
import { downloaded, records } from './support/storage.ts'
import { ready, visit } from './support/visit.ts'

const ALL = newFigures('2024.csv')

/** The shape of what lies in the log: for each entry its kind and the number of its changes. */
const entries = async (page: Page): Promise<readonly string[]> =>
  (await records(page)).map(({ value }) => {
    const { kind, changes } = value as { kind: string; changes: readonly unknown[] }
    return `${kind} ${changes.length}`
  })

/** Presses a button without waiting for what comes of it. */
const press = (page: Page): Promise<void> =>
  writeButton(page)
    .evaluate((button: HTMLElement) => button.click())
    .catch(() => undefined)

/** The page offers the first step and nothing of an earlier file. */
async function expectNothingBegun(page: Page): Promise<void> {
  await expect(page.getByLabel('选择文件')).toBeAttached()
  await expect(queue(page)).toHaveCount(0)
  await expect(writeButton(page)).toHaveCount(0)
  await expect(banner(page)).toBeHidden()
}

test.describe('a browser that dies', () => {
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures named, were there any
  test.afterEach(({}, info) => {
    killLeftOvers()
    rmSync(info.outputPath('profile'), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  })

  test('while an import is written leaves all of it or nothing, and all once it said so', async ({
    baseURL,
  }, info) => {
    test.setTimeout(120_000)
    const start = async () => {
      const browser = await startBrowser(info.outputPath('profile'))
      await browser.page.goto(`${baseURL}#/import`)
      await ready(browser.page)
      await expectNothingBegun(browser.page)
      return browser
    }
    let browser = await start()
    for (const moment of [0, 15, 60, 'told'] as const) {
      const { page } = browser
      const [old, kept] = [await fingerprint(page), await entries(page)]
      const told = page.waitForEvent('console', (message) => message.text() === 'test: told')
      await readyToWrite(page, newFigures('2024.csv', { from: kept.length * 2, count: 2 }))
      await page.evaluate(() => {
        new MutationObserver(() => {
          if (document.body.textContent?.includes('已写入2项')) console.info('test: told')
        }).observe(document.body, { childList: true, subtree: true, characterData: true })
      })
      let wasTold = false
      const telling = told.then(
        () => {
          wasTold = true
        },
        () => undefined,
      )
      void press(page)
      await (moment === 'told' ? telling : new Promise((resolve) => setTimeout(resolve, moment)))
      browser.kill()
      const isTold = wasTold

      browser = await start()
      const found = await entries(browser.page)
      expect([kept, [...kept, 'import 2']], `killed at ${moment}`).toContainEqual(found)
      if (isTold) expect(found.length, `killed at ${moment}`).toBe(kept.length + 1)
      expect((await fingerprint(browser.page)) === old).toBe(found.length === kept.length)
    }
    await browser.close()
  })
})

/** Ends the process that draws the page, as a fault in it would. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

/** Rows enough that reading them takes a while. */
const longFile = (rows: number): string =>
  `年度,指标,数值,单位\r\n${Array.from({ length: rows }, (_, i) => `${NEXT_YEAR},指标${i},${i},件`).join('\r\n')}`

test('a page that crashes or is reloaded leaves the old figures or the new, and offers nothing half-imported', async ({
  page: first,
  context,
}) => {
  test.setTimeout(60_000)
  let page = first
  context.on('dialog', (dialog) => void dialog.accept())
  await openImport(page)
  const old = await fingerprint(page)
  const again = {
    reload: async (): Promise<void> => {
      await page.reload()
      await ready(page)
      await expectNothingBegun(page)
    },
    crash: async (): Promise<void> => {
      await crash(page)
      page = await context.newPage()
      await openImport(page)
      await expectNothingBegun(page)
    },
  }
  for (const how of ['reload', 'crash'] as const) {
    // While it reads.
    await drop(page, { name: '2024.csv', text: longFile(60_000) })
    await expect(page.getByText('正在读取').first()).toBeVisible()
    await again[how]()
    // With the preview in sight.
    await readyToWrite(page, ALL)
    await again[how]()
    const before = await entries(page)
    expect(before.filter((entry) => entry.startsWith('import'))).toEqual([])
    expect(await fingerprint(page)).toBe(old)
    // While it writes.
    await readyToWrite(page, ALL)
    void press(page)
    await again[how]()
    const found = await entries(page)
    expect([before, [...before, 'import 8']]).toContainEqual(found)
    expect((await fingerprint(page)) === old).toBe(found.length === before.length)
    if (found.length === before.length) continue
    await page.keyboard.press('Control+z')
    await expect(changeBar(page)).toContainText('已撤销')
    expect(await fingerprint(page)).toBe(old)
  }
})

test('the browser asks before it leaves only while a file is at work', async ({ page }) => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type())
    void dialog.dismiss()
  })
  const leave = () => page.close({ runBeforeUnload: true })
  await openImport(page)
  // A browser asks for nobody who has not touched the page.
  await page.getByRole('heading', { level: 1 }).click()
  const reloaded = async (): Promise<void> => {
    await page.reload()
    await ready(page)
    await page.getByRole('heading', { level: 1 }).click()
  }
  await reloaded()
  expect(dialogs).toEqual([])
  await readyToWrite(page, ALL)
  await leave()
  await expect.poll(() => dialogs).toEqual(['beforeunload'])
  // A look at another page of the app throws nothing away, and asks nothing.
  await visit(page, '#/')
  await visit(page, '#/import')
  await writeButton(page).click()
  await expect(written(page)).toContainText('已写入8项')
  await reloaded()
  await choose(page, ALL)
  await page.getByRole('button', { name: '放下这个文件' }).click()
  await reloaded()
  expect(dialogs).toEqual(['beforeunload'])
  expect(await entries(page)).toEqual(['import 8'])
})

test('a second press, a held key and more files do nothing twice; the others wait their turn', async ({
  page,
}) => {
  await openImport(page)
  const [one, two, three] = [0, 2, 4].map((from) => newFigures(`${from}.csv`, { from, count: 2 }))
  const dropped = [one, two].map((file) => ({ name: file?.name ?? '', text: String(file?.buffer) }))
  await drop(page, ...dropped)
  // Another one while the first is read.
  await drop(page, { name: three?.name ?? '', text: String(three?.buffer) })
  await expect(queue(page)).toHaveCount(3)
  await expect(queue(page).nth(0)).toContainText('正在处理')
  await expect(queue(page).nth(1)).toContainText('等待')
  await expect(queue(page).nth(2)).toContainText('等待')
  await expect(writeButton(page)).toHaveAttribute('aria-disabled', 'false')
  await writeButton(page).dblclick()
  await expect(written(page)).toContainText('0.csv：已写入2项')
  expect(await entries(page)).toEqual(['import 2'])
  await written(page).getByRole('button', { name: '处理这个文件' }).click()
  await expect(writeButton(page)).toHaveAttribute('aria-disabled', 'false')
  await writeButton(page).focus()
  for (let i = 0; i < 10; i++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(written(page)).toContainText('2.csv：已写入2项')
  expect(await entries(page)).toEqual(['import 2', 'import 2'])
  await expect(queue(page).nth(2)).toContainText('等待')
})

test('without a storage an import works in memory, says so and can be taken out', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await openImport(page)
  const old = await fingerprint(page)
  await readyToWrite(page, ALL)
  await writeButton(page).click()
  await expect(written(page)).toContainText('8项已记入本次使用，但没有保存到本机。')
  await expect(banner(page).getByRole('alert')).toContainText('本次修改不会保存，请导出备份。')
  expect(await fingerprint(page)).not.toBe(old)
  const saving = page.waitForEvent('download')
  await written(page).getByRole('button', { name: '导出备份' }).click()
  const { log } = JSON.parse((await downloaded(await saving)).text)
  expect(log).toMatchObject([{ kind: 'import', file: '2024.csv' }])
  await visit(page, `#/i/${FIGURE}`)
  await expect(
    page.locator(`main [data-indicator="${FIGURE}"][data-year="${NEXT_YEAR}"]`).first(),
  ).toContainText('2150')
  await visit(page, '#/import')
  await written(page).getByRole('button', { name: '撤销' }).click()
  await expect(written(page)).toContainText('已撤销')
  expect(await fingerprint(page)).toBe(old)
})

test('a storage that is full takes nothing of an import; once there is room a second press does', async ({
  page,
  context,
  baseURL,
}) => {
  const browser = await context.newCDPSession(page)
  const origin = new URL(baseURL ?? '').origin
  // Before the first write of this profile: the browser remembers for half a minute how much room there was.
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 })
  await openImport(page)
  const old = await fingerprint(page)
  await readyToWrite(page, newFigures('2024.csv', { note: '示'.repeat(12_000) }))
  await writeButton(page).click()
  const failure = page.getByRole('alert').filter({ hasText: '空间不足' })
  await expect(failure).toContainText('数据没有写入')
  const saving = page.waitForEvent('download')
  await failure.getByRole('button', { name: '导出备份' }).click()
  expect(JSON.parse((await downloaded(await saving)).text).log).toEqual([])
  expect(await records(page)).toEqual([])
  expect(await fingerprint(page)).toBe(old)
  await browser.send('Storage.overrideQuotaForOrigin', { origin })
  await writeButton(page).click()
  await expect(written(page)).toContainText('已写入8项')
  expect(await entries(page)).toEqual(['import 8'])
})

test('two windows import at once, and one imports what the other has just changed: nothing is lost unsaid', async ({
  page,
  context,
}) => {
  const other = await context.newPage()
  await openImport(other)
  await openImport(page)
  await readyToWrite(page, newFigures('一.csv', { count: 4 }))
  await readyToWrite(other, newFigures('二.csv', { from: 4, count: 4 }))
  await Promise.all([press(page), press(other)])
  await expect(written(page)).toContainText('一.csv：已写入4项')
  await expect(written(other)).toContainText('二.csv：已写入4项')
  expect(await entries(page)).toEqual(['import 4', 'import 4'])
  await expect.poll(() => fingerprint(page)).toBe(await fingerprint(other))

  // The other window hears nothing of what is changed here before it writes itself.
  const csv = `年度,指标编号,数值,单位\r\n${YEAR},${FIGURE},2155,件\r\n`
  await choose(other, textFile('三.csv', csv))
  await other.getByRole('checkbox', { name: /确认修改/ }).check()
  await expect(writeButton(other)).toHaveAttribute('aria-disabled', 'false')
  await other.evaluate(() => {
    const transaction = IDBDatabase.prototype.transaction
    const hear = (): void => {
      IDBDatabase.prototype.transaction = transaction
    }
    Object.assign(window, { hear })
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
      if (args[1] !== 'readwrite') throw new DOMException('not now', 'UnknownError')
      return transaction.apply(this, args)
    }
  })
  await edit(page, { value: '2160' })
  const before = await fingerprint(page)
  await press(other)
  await expect(other.getByRole('alert').filter({ hasText: '另一窗口刚改了其中的数值' })).toBeVisible()
  expect(await entries(page)).toEqual(['import 4', 'import 4', 'edit 1'])
  await other.evaluate(() => Reflect.get(window, 'hear')())
  expect(await fingerprint(other)).toBe(before)
  // What is agreed to now is the change of the new value.
  const change = other.getByRole('checkbox', { name: /确认修改.*2160.*2155/ })
  await expect(change).not.toBeChecked()
  await expect(other.getByText('与现有数据相比没有要写入的内容。')).toBeVisible()
  await change.check()
  await writeButton(other).click()
  await expect(written(other)).toContainText('三.csv：已写入1项')
  expect((await entries(page)).length).toBe(4)
})
