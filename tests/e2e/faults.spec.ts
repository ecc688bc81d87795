import { readFileSync } from 'node:fs'
import type { Page, Route } from '@playwright/test'
import { expect, test } from './support/page.ts'
import { open, ready, visit } from './support/visit.ts'

const csv = readFileSync('data/years/2023.csv', 'utf8')
const catalogue = readFileSync('data/catalogue.json', 'utf8')
const answer = (body: string, contentType = 'text/plain') => ({ status: 200, body, contentType })

interface Fault {
  readonly what: string
  readonly file: string
  readonly answer: { status: number; body?: string; contentType?: string }
  /** What the page must say about the file, besides its name. */
  readonly says: readonly string[]
}

const faults: readonly Fault[] = [
  { what: 'is missing', file: 'datapackage.json', answer: { status: 404 }, says: ['服务器返回 404'] },
  {
    what: 'makes the server fail',
    file: 'years/2023.csv',
    answer: { status: 500 },
    says: ['服务器返回 500'],
  },
  { what: 'is missing', file: 'reports/2023.txt', answer: { status: 404 }, says: ['服务器返回 404'] },
  {
    what: 'is the login page of a portal',
    file: 'catalogue.json',
    answer: answer('<!DOCTYPE html><html><title>Login</title><form></form></html>', 'text/html'),
    says: ['是网页', '登录'],
  },
  { what: 'is empty', file: 'years/2023.csv', answer: answer(''), says: ['文件是空的'] },
  {
    what: 'is cut in the middle',
    file: 'catalogue.json',
    answer: answer(catalogue.slice(0, catalogue.length / 2)),
    says: ['不完整'],
  },
  {
    what: 'has another shape',
    file: 'datapackage.json',
    answer: answer('{"__proto__":1}'),
    says: ['sources'],
  },
  {
    what: 'has a word for a number',
    file: 'years/2023.csv',
    answer: answer(csv.replace(',79,期,', ',七十九,期,')),
    says: ['第15行', '“数值”列', '七十九'],
  },
  {
    what: 'has a rate above 100',
    file: 'years/2023.csv',
    answer: answer(csv.replace(',99.7,%,', ',997,%,')),
    says: ['第25行', '“数值”列', '997'],
  },
  {
    what: 'has a quote mark that never closes',
    file: 'plans/2023.csv',
    answer: answer('年度,类别,序号,内容\r\n2023,不足,1,一\r\n2023,不足,2,"二\r\n2023,不足,3,三\r\n'),
    says: ['引号'],
  },
]

/** The page is Chinese, has a heading and nothing of the program's own language. */
async function expectFailurePage(page: Page, file: string, says: readonly string[]): Promise<void> {
  const alert = page.getByRole('alert')
  await expect(alert.getByRole('heading', { level: 1 })).toHaveText('数据没有读出来')
  const sentence = alert.getByRole('listitem').first()
  await expect(sentence).toContainText(file)
  for (const part of says) await expect(sentence).toContainText(part)
  await expect(alert).not.toContainText(/error|undefined|null|NaN|exception|unexpected|failed/i)
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
}

async function expectRetryToWork(page: Page): Promise<void> {
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await ready(page)
  await visit(page, '#/i/legal-aid-cases')
  await expect(page.locator('[data-indicator="legal-aid-cases"]').first()).toContainText('2138')
}

for (const { what, file, answer: given, says } of faults) {
  test(`${file} that ${what} is told, and retrying works`, async ({ page, faults: allowed }) => {
    allowed.allow(/Failed to load resource/)
    const pattern = `**/data/${file}`
    await page.route(pattern, (route) => route.fulfill(given))
    await page.goto('./')
    await expectFailurePage(page, file, says)
    await page.unroute(pattern)
    await expectRetryToWork(page)
  })
}

test('a server that is gone is told, again after a retry, until it is back', async ({
  page,
  context,
  faults: allowed,
}) => {
  allowed.allow(/Failed to load resource/)
  const cutOff = async (route: Route) => {
    await context.setOffline(true)
    await route.continue()
  }
  await page.route('**/data/datapackage.json', cutOff)
  await page.goto('./')
  await expectFailurePage(page, 'datapackage.json', ['检查网络'])
  await page.getByRole('button', { name: '重试' }).click()
  await expectFailurePage(page, 'datapackage.json', ['检查网络'])
  await page.unroute('**/data/datapackage.json')
  await context.setOffline(false)
  await expectRetryToWork(page)
})

test('a connection that is lost later leaves every page usable', async ({ page, context }) => {
  await open(page)
  await page.waitForFunction(() => performance.getEntriesByName('pages').length > 0)
  await context.setOffline(true)
  for (const hash of ['#/c/2', '#/i/legal-aid-cases', '#/data', '#/report/2023', '#/compare', '#/c/5']) {
    await visit(page, hash)
    await expect(page.locator('main h1')).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
  await page.keyboard.press('/')
  await page.getByRole('dialog').getByRole('combobox').fill('复议')
  await expect(page.getByRole('option', { name: '审结行政复议案件' })).toBeVisible()
})

test('a file that never arrives is told before ten seconds are over, and retrying works', async ({
  page,
}) => {
  await page.clock.install()
  const arrived = new Set<string>()
  page.on('requestfinished', (request) => arrived.add(new URL(request.url()).pathname))
  await page.route('**/data/years/2023.csv', () => {})
  await page.goto('./#/c/2')
  await expect(page.getByRole('status')).toHaveText('正在读取数据…')
  // The clock must not run out while a file that does arrive is on its way.
  const others = ['catalogue.json', 'plans/2023.csv', 'reports/2023.txt']
  await expect.poll(() => [...arrived]).toEqual(expect.arrayContaining(others.map((file) => `/data/${file}`)))
  await page.clock.fastForward(7000)
  await expect(page.getByRole('status')).toHaveText('正在读取数据…')
  await page.clock.fastForward(2500)
  await expectFailurePage(page, 'years/2023.csv', ['9秒'])
  await page.unroute('**/data/years/2023.csv')
  await expectRetryToWork(page)
})

test('a file that arrives late is waited for', async ({ page }) => {
  await page.clock.install()
  let release: () => void = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  await page.route('**/data/catalogue.json', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('./#/c/3')
  await expect(page.getByRole('status')).toHaveText('正在读取数据…')
  await page.clock.fastForward(7000)
  release()
  await ready(page)
  await expect(page.locator('[data-indicator="legal-aid-cases"]').first()).toContainText('2138')
})

test('an address that names nothing says so and leads home', async ({ page }) => {
  await open(page)
  const unknown = ['#/nowhere', '#/c/9', '#/c/', '#/i/no-such-figure', '#/report/1999', '#/i/%E0%A4%A', '#//']
  for (const hash of unknown) {
    await visit(page, hash)
    await expect(page.locator('main h1'), hash).toHaveText('没有这个页面')
    await page.getByRole('link', { name: '返回总览' }).click()
    await expect(page, hash).toHaveURL(/#\/$/)
    await ready(page)
    await expect(page.locator('main h1')).not.toHaveText('没有这个页面')
  }
  await page.goBack()
  await expect(page.locator('main h1')).toHaveText('没有这个页面')
})

test('names that hold markup are shown as text', async ({ page }) => {
  const hostile = '<img src=x onerror="window.ran=1">'
  const changed = catalogue
    .replaceAll('"负责人出庭应诉率"', JSON.stringify(hostile))
    .replaceAll('"镇街"', JSON.stringify(hostile))
  await page.route('**/data/catalogue.json', (route) => route.fulfill(answer(changed)))
  await open(page)
  await expect(page.getByRole('heading', { name: hostile })).toBeVisible()
  await visit(page, '#/c/1')
  await expect(page.locator('main')).toContainText(hostile)
  expect(await page.evaluate(() => [document.querySelectorAll('main img').length, 'ran' in window])).toEqual([
    0,
    false,
  ])
})
