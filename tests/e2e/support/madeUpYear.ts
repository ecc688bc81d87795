import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { type Upload, writeButton, written } from './importing.ts'

export const HEAD = ['年份', '指标名称', '数量', '计量单位', '备注']

/** Year, name, value, unit, note. */
type Row = readonly string[]

/** Figures of a year nobody has published, made from the shipped ones: every whole number a tenth larger. */
export function madeUpRows(year: number): readonly Row[] {
  const text = readFileSync('data/years/2023.csv', 'utf8').replace(/^\ufeff/, '')
  const [, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
  return rows.map(([, , , , name = '', value = '', unit = '']) => {
    const isWhole = /^\d+$/.test(value) && unit !== '%'
    const grown = isWhole ? String(Number(value) + Math.max(1, Math.round(Number(value) / 10))) : value
    return [String(year), name, grown, unit, '']
  })
}

/** The same rows with other values for some indicators, by name. */
export const withValues = (rows: readonly Row[], values: Readonly<Record<string, string>>): readonly Row[] =>
  rows.map(([year = '', name = '', value = '', ...rest]) => [year, name, values[name] ?? value, ...rest])

export const toText = (rows: readonly Row[], delimiter = ','): string =>
  rows.map((cells) => cells.join(delimiter)).join('\r\n')

/** Rows as a text file in an encoding of iconv-lite. */
export const tableFile = (name: string, rows: readonly Row[], encoding = 'utf8'): Upload => ({
  name,
  mimeType: 'text/csv',
  buffer: iconv.encode(toText(rows), encoding),
})

/** Drops a file on the page, as a file manager does. */
export async function dropFile(page: Page, { name, buffer }: Upload): Promise<void> {
  await page.evaluate(
    ({ bytes, fileName }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(bytes)], fileName))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    },
    { bytes: [...buffer], fileName: name },
  )
}

/** Pastes text outside of any field. */
export const pasteText = (page: Page, text: string): Promise<void> =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

/** One of the six steps by its name. */
export const step = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^. ?${name}`) })

export const counts = (page: Page): Locator => page.getByRole('list', { name: '核对结果' })

/** Looks at every warning there is, one by one. */
export async function tickAll(page: Page): Promise<void> {
  for (const box of await step(page, '核对')
    .getByRole('checkbox', { name: /^已核对/ })
    .all())
    await box.check()
}

/** Writes what is ready and waits until it is kept. */
export async function write(page: Page): Promise<void> {
  await tickAll(page)
  await writeButton(page).click()
  await expect(written(page)).toContainText('已写入')
}
