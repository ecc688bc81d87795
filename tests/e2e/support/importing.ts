import { expect, type Locator, type Page } from '@playwright/test'
import { open } from './visit.ts'

/** The year the tests of importing fill: the one behind the shipped year. */
export const NEXT_YEAR = 2024

/** Counts of the shipped year with what the next year says of them: near enough that no check has a question. */
const COUNTS = [
  ['inspection-bulletins', '81', '期'],
  ['deputy-suggestions', '66', '件'],
  ['cppcc-proposals', '251', '件'],
  ['mobile-enforcement-cases', '671', '件'],
  ['reconsideration-cases-closed', '133', '件'],
  ['administrative-lawsuits', '104', '件'],
  ['notarisations', '1031', '件'],
  ['legal-aid-cases', '2150', '件'],
] as const

export interface Upload {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export const textFile = (name: string, text: string): Upload => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

/** A file of new figures for the next year, `count` of them from place `from`, each with that note. */
export function newFigures(
  name: string,
  {
    from = 0,
    count = COUNTS.length,
    note = '',
  }: { readonly from?: number; readonly count?: number; readonly note?: string } = {},
): Upload {
  const rows = COUNTS.slice(from, from + count).map(([id, value, unit]) =>
    [NEXT_YEAR, id, value, unit, note].join(),
  )
  return textFile(name, ['年度,指标编号,数值,单位,备注', ...rows, ''].join('\r\n'))
}

export const openImport = (page: Page): Promise<void> => open(page, '#/import')

/** Chooses files as the button for them does. */
export const choose = (page: Page, ...files: readonly Upload[]): Promise<void> =>
  page.getByLabel('选择文件').setInputFiles([...files])

/** Drops files on the page, `size` for one of zeros that need not travel. */
export const drop = (
  page: Page,
  ...files: readonly { readonly name: string; readonly text?: string; readonly size?: number }[]
): Promise<void> =>
  page.evaluate((given) => {
    const dataTransfer = new DataTransfer()
    for (const { name, text, size } of given)
      dataTransfer.items.add(new File([text ?? new Uint8Array(size ?? 0)], name))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, files)

export const writeButton = (page: Page): Locator => page.getByRole('button', { name: /^写入\d+项$/ })

/** What the page says of the file written last. */
export const written = (page: Page): Locator => page.getByRole('region', { name: '写入结果' })

export const queue = (page: Page): Locator =>
  page.getByRole('list', { name: '选入的文件' }).getByRole('listitem')

/** Gives a file that asks nothing, and waits until one press is left. */
export async function readyToWrite(page: Page, file: Upload): Promise<void> {
  await choose(page, file)
  await expect(writeButton(page)).toHaveAttribute('aria-disabled', 'false')
}
