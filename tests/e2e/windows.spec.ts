import type { Page } from '@playwright/test'
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
import { besideTheApp, DATABASE, deleteDatabase, holdDatabase, records } from './support/storage.ts'
import { open } from './support/visit.ts'

const PAGE = `#/i/${FIGURE}`
const shown = (page: Page) => page.locator(`main [data-indicator="${FIGURE}"][data-year="${YEAR}"]`).first()

/** Does without the line between windows: what is left is the small storage and the way back to a window. */
const cutTheLine = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(window, 'BroadcastChannel', { value: undefined }))

for (const [how, prepare] of [
  ['by word from each other', async () => {}],
  ['without BroadcastChannel', cutTheLine],
] as const)
  test(`two windows stay in step ${how}`, async ({ page, context }) => {
    const other = await context.newPage()
    await prepare(page)
    await prepare(other)
    await open(page, PAGE)
    await open(other, PAGE)
    await edit(page, { value: '2200' })
    await expect(shown(other)).toContainText('2200')
    await edit(other, { value: '2201' })
    await expect(shown(page)).toContainText('2201')
    expect(await fingerprint(page)).toBe(await fingerprint(other))
    expect((await records(page)).map(({ key }) => key)).toEqual([1, 2])
  })

test('of two windows that change one figure the second is told, and loses nothing it typed', async ({
  page,
  context,
}) => {
  const other = await context.newPage()
  await open(other, PAGE)
  const form = await openForm(other)
  await fillForm(form, { value: '2201' })
  await open(page, PAGE)
  // The second window hears nothing of it before it sends.
  await other.evaluate(() => {
    const transaction = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
      if (args[1] !== 'readwrite') throw new DOMException('not now', 'UnknownError')
      return transaction.apply(this, args)
    }
  })
  await edit(page, { value: '2200' })
  await sendButton(form).click()
  await expect(form.getByRole('alert').first()).toContainText('另一窗口')
  await expect(form.getByRole('textbox', { name: '数值' })).toHaveValue('2201')
  expect(await records(page)).toHaveLength(1)
})

test('a window that was idle while another one wrote adds to the new state, not over it', async ({
  page,
  context,
}) => {
  const idle = await context.newPage()
  await cutTheLine(idle)
  await open(idle, PAGE)
  await open(page, PAGE)
  await edit(page, { value: '2200' })
  await edit(page, { id: 'notarisations', value: '1100' })
  await edit(idle, { id: 'notary-events', value: '6' })
  await expect(changeBar(idle)).toContainText('已保存')
  await expect.poll(() => fingerprint(page)).toBe(await fingerprint(idle))
  expect((await records(page)).map(({ key }) => key)).toEqual([1, 2, 3])
})

test('a flood of messages, none of them ours, does no harm', async ({ page, context }) => {
  await open(page, PAGE)
  const stranger = await context.newPage()
  await besideTheApp(stranger)
  await stranger.evaluate((name) => {
    const channel = new BroadcastChannel(name)
    for (let i = 0; i < 5000; i++)
      channel.postMessage(i % 2 ? { revisions: [{ number: -1 }] } : '\u0000__proto__')
    for (let i = 0; i < 200; i++) localStorage.setItem('rule-of-law-indicators/log/1/', `rubbish ${i}`)
  }, DATABASE)
  await edit(page, { value: '2200' })
  await expect(changeBar(page)).toContainText('已保存')
  await expect(banner(page)).toBeHidden()
})

test('a window waits for one that holds the database, says so within ten seconds and goes on by itself', async ({
  page,
  context,
}) => {
  await open(page, PAGE)
  await edit(page, { value: '2200' })
  await page.close()
  const stubborn = await context.newPage()
  await besideTheApp(stubborn)
  await holdDatabase(stubborn)
  const deleting = await context.newPage()
  await besideTheApp(deleting)
  const deleted = deleteDatabase(deleting)
  const waiting = await context.newPage()
  await open(waiting, PAGE)
  await expect(banner(waiting).getByRole('alert')).toContainText('本次修改不会保存，请导出备份。')
  await stubborn.close()
  await deleted
  // What was kept is gone, deleted by the second window: the third says that too.
  await expect(banner(waiting).getByRole('alert')).toContainText('本机保存的数据已丢失或损坏。')
})

test('a window makes way for a newer version, keeps what it shows and stops writing', async ({
  page,
  context,
}) => {
  await open(page, PAGE)
  await edit(page, { value: '2200' })
  const changed = await fingerprint(page)
  const newer = await context.newPage()
  await besideTheApp(newer)
  await holdDatabase(newer, 99)
  await expect(banner(page).getByRole('alert')).toContainText('本窗口已停止保存，请刷新页面。')
  expect(await fingerprint(page)).toBe(changed)
  const form = await openForm(page)
  await fillForm(form, { value: '2201' })
  await sendButton(form).click({ force: true })
  await expect(form).toContainText('本机暂时不能写入')
  await form.getByRole('button', { name: '取消' }).click()
  await banner(page).getByRole('button', { name: '刷新页面' }).click()
  await expect(banner(page).getByRole('alert')).toContainText('本机数据由更新版本创建')
  expect(await fingerprint(page)).toBe(changed)
})
