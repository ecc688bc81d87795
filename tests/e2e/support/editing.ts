import { expect, type Locator, type Page } from '@playwright/test'
import { visit } from './visit.ts'

/** The figure the tests of keeping change: an exact count of the shipped year. */
export const FIGURE = 'legal-aid-cases'
export const YEAR = 2023

interface Edit {
  readonly id?: string
  readonly year?: number
  readonly value: string
  readonly note?: string
}

/** Opens the form of a figure on its own page. */
export async function openForm(
  page: Page,
  { id = FIGURE, year = YEAR }: Partial<Edit> = {},
): Promise<Locator> {
  await page.bringToFront()
  await visit(page, `#/i/${id}`)
  await page
    .locator('main .entry-tools')
    .getByRole('button', { name: new RegExp(`^(录入|修改)${year}年`) })
    .click()
  return page.getByRole('dialog', { name: new RegExp(`^(录入|修改)${year}年`) })
}

/** Fills the form and leaves it one press away from being sent. */
export async function fillForm(form: Locator, { value, note }: Edit): Promise<void> {
  await form.getByRole('textbox', { name: '数值' }).fill(value)
  if (note !== undefined) await form.getByRole('textbox', { name: /^备注/ }).fill(note)
  await form.getByRole('textbox', { name: '修改原因' }).fill('核对')
  const check = form.getByRole('checkbox', { name: '我已核对' })
  if (await check.isVisible()) await check.check()
}

export const sendButton = (form: Locator): Locator => form.getByRole('button', { name: '写入1项' })

/** Writes one figure and waits until the page says what became of it. */
export async function edit(page: Page, change: Edit): Promise<void> {
  const form = await openForm(page, change)
  await fillForm(form, change)
  await sendButton(form).click()
  await expect(form).toBeHidden()
}

/** What the page says of the last change. */
export const changeBar = (page: Page): Locator => page.getByRole('region', { name: '最近的修改' })

/** The short name of the data on screen. */
export async function fingerprint(page: Page): Promise<string> {
  const text = await page.locator('footer .fingerprint').innerText()
  return /数据指纹 ([0-9a-f]{16})/.exec(text)?.[1] ?? ''
}

export const banner = (page: Page): Locator => page.getByRole('region', { name: '本机保存情况' })
