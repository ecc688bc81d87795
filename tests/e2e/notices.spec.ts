import { readFileSync } from 'node:fs'
import { expect, onDisk, test } from './support/page.ts'

const notice = '#notice'
const aborted = /ERR_FAILED|ERR_ABORTED|Failed to fetch dynamically imported module|preload/i

test('the folder build says which file to open when it is opened by double click', async ({
  page,
  faults,
}) => {
  faults.allow(/file:|ERR_FAILED/)
  await page.goto(onDisk.folder)
  await expect(page.locator(notice)).toContainText('不能直接双击打开')
  await expect(page.locator(notice)).toContainText('请改用单文件版')
  await expect(page.locator('body')).not.toContainText('正在读取数据')
})

test('scripts that are missing after an update are told with a button, without a reload loop', async ({
  page,
  faults,
}) => {
  faults.allow(aborted)
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto('./')
  await expect(page.locator(notice)).toContainText('页面文件不完整，可能版本已更新。')
  expect(loads).toBe(1)

  await page.unroute('**/assets/*.js')
  await page.getByRole('button', { name: '刷新' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-started', /.*/)
  await expect(page.locator(notice)).toHaveCount(0)
})

test('charts that do not load are told above a page that stays', async ({ page, faults }) => {
  faults.allow(aborted)
  await page.route('**/assets/echarts-*.js', (route) => route.abort())
  await page.goto('./')
  await expect(page.locator(notice)).toContainText('请刷新页面')
  await expect(page.locator('[data-indicator]:visible').first()).toBeVisible()
})

test('a script that never arrives is told after 10 seconds', async ({ page }) => {
  await page.clock.install()
  await page.route('**/assets/index-*.js', () => {})
  await page.goto('./', { waitUntil: 'commit' })
  await expect(page.locator('body')).toContainText('正在读取数据')
  await page.clock.fastForward(11_000)
  await expect(page.locator(notice)).toContainText('10秒内没有启动')
  await expect(page.getByRole('button', { name: '重试' })).toBeVisible()
})

test.describe('an engine that is too old', () => {
  test.use({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/79.0.0.0 Safari/537.36' })
  test('is told which one is needed', async ({ page, faults }) => {
    faults.allow(/page error/) // the app may start before its page is taken away
    await page.goto('./')
    await expect(page.locator(notice)).toContainText('内核80以上')
    await expect(page.locator(notice)).toContainText('极速模式')
  })
})

test.describe('a browser without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('is told how to allow it', async ({ page }) => {
    await page.goto('./')
    // Playwright's text matching leaves noscript out.
    await expect(page.locator('noscript')).toBeVisible()
    expect(await page.locator('noscript').innerText()).toContain('本页面需要 JavaScript')
  })
})

const builds = [
  ['folder', './', 'dist/index.html'],
  ['single', onDisk.single, 'dist-single/index.html'],
] as const
for (const [name, address, file] of builds) {
  test(`the policy of the ${name} build stops code that is not its own`, async ({ page, faults }) => {
    expect(readFileSync(file, 'utf8')).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy"/)
    faults.allow(/^console: (policy: |.*Content Security Policy|.*TrustedHTML|.*TrustedScript)/)
    await page.goto(address)
    const ran = await page.evaluate(async () => {
      const seen = window as unknown as { ran?: string }
      const script = document.createElement('script')
      try {
        script.text = 'window.ran = "script"'
        document.body.append(script)
      } catch {}
      try {
        document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.ran = \'handler\'">')
      } catch {}
      await new Promise((done) => setTimeout(done, 100))
      const answer = await fetch('https://example.com/').then(String, () => 'blocked')
      return [seen.ran, answer]
    })
    expect(ran).toEqual([undefined, 'blocked'])
    await expect.poll(() => faults.found.join('\n')).toContain('policy: connect-src')
  })
}
