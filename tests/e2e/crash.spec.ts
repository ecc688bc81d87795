import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, TestInfo } from '@playwright/test'
import { type BrowserProcess, killLeftOvers, startBrowser } from './support/browserProcess.ts'
import {
  banner,
  changeBar,
  edit,
  FIGURE,
  fillForm,
  fingerprint,
  openForm,
  sendButton,
} from './support/editing.ts'
import { expect, test } from './support/page.ts'
import { ready } from './support/visit.ts'

const VALUES = ['2200', '2201'] as const
/** When the power goes after the press on 写入: so many ms later, or the moment 已保存 is read. */
const MOMENTS = [0, 5, 15, 40, 80, 200, 'saved', 0, 15, 40, 200, 'saved'] as const

async function openAt(browser: BrowserProcess, baseURL: string | undefined): Promise<Page> {
  const { page } = browser
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(`${baseURL}#/i/${FIGURE}`)
  await ready(page)
  return page
}

/** Presses 写入 without waiting for anything; `saved` turns true once the page has said 已保存. */
async function press(page: Page, value: string): Promise<{ saved: boolean }> {
  const form = await openForm(page)
  await fillForm(form, { value })
  const told = { saved: false }
  page.on('console', (message) => {
    if (message.text() === 'test: saved') told.saved = true
  })
  await page.evaluate(() => {
    const look = () => {
      if (document.body.textContent?.includes('已保存')) console.info('test: saved')
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  void sendButton(form)
    .evaluate((button: HTMLElement) => button.click())
    .catch(() => undefined)
  return told
}

/** A profile of its own for each test; it is large, and nobody looks at it afterwards. */
const profileIn = (info: TestInfo): string => info.outputPath('profile')

test.describe.configure({ mode: 'serial' })
// biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures named, were there any
test.afterEach(({}, info) => {
  killLeftOvers()
  rmSync(profileIn(info), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

test('a browser killed while it saves has the old figures or the new ones, and the new ones once it said 已保存', async ({
  baseURL,
}, info) => {
  test.setTimeout(240_000)
  const profile = profileIn(info)
  let browser = await startBrowser(profile)
  let page = await openAt(browser, baseURL)
  // What each value is called, learned in peace.
  const names = new Map<string, string>()
  for (const value of VALUES) {
    await edit(page, { value })
    names.set(value, await fingerprint(page))
  }
  const seen = { old: 0, new: 0, saved: 0 }
  let current: string = VALUES[1]
  for (const moment of MOMENTS) {
    const next = VALUES.find((value) => value !== current) ?? ''
    const told = await press(page, next)
    if (moment === 'saved') await expect.poll(() => told.saved, { intervals: [1] }).toBe(true)
    else await new Promise((resolve) => setTimeout(resolve, moment))
    browser.kill()
    const wasTold = told.saved

    browser = await startBrowser(profile)
    page = await openAt(browser, baseURL)
    await expect(banner(page)).toBeHidden()
    const found = await fingerprint(page)
    expect([names.get(current), names.get(next)], `killed at ${moment}`).toContain(found)
    if (wasTold) expect(found, `killed at ${moment}`).toBe(names.get(next))
    const isNew = found === names.get(next)
    seen[isNew ? 'new' : 'old'] += 1
    if (wasTold) seen.saved += 1
    if (isNew) current = next
  }
  await browser.close()
  expect(seen.saved).toBeGreaterThan(1)
  info.annotations.push({ type: 'rounds', description: JSON.stringify(seen) })
})

test('database files that were damaged on the disk are not taken for the published state', async ({
  baseURL,
}, info) => {
  test.setTimeout(120_000)
  const profile = profileIn(info)
  const first = await startBrowser(profile)
  const before = await openAt(first, baseURL)
  const published = await fingerprint(before)
  await edit(before, { value: '2200' })
  await expect(changeBar(before)).toContainText('已保存')
  // Both storages are on the disk once the browser has gone in peace.
  await first.close()

  const folder = join(profile, 'Default', 'IndexedDB')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/MANIFEST-\d+$/.test(name)) truncateSync(join(folder, name), 10)
    if (/\.log$/.test(name)) writeFileSync(join(folder, name), 'garbled')
  }
  const second = await startBrowser(profile)
  const after = await openAt(second, baseURL)
  await expect(banner(after).getByRole('alert')).toContainText('本机保存的数据已丢失或损坏。')
  expect(await fingerprint(after)).toBe(published)
  await banner(after).getByRole('button', { name: '继续' }).click()
  await edit(after, { value: '2201' })
  await expect(changeBar(after)).toContainText('已保存')
  await second.close()
})
