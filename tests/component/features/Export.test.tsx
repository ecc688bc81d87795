import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fileName } from '#exporting/filename.ts'
import { formats } from '#exporting/formats.ts'
import { aDataset, anIndicator, asYear } from '../../support/data.ts'
import { renderApp } from '../../support/render.tsx'

interface HandedOver {
  readonly name: string
  readonly bytes: Uint8Array
}

let files: Promise<HandedOver>[] = []

/** jsdom downloads nothing: a press on a link with a name is what the browser would be asked for. */
beforeEach(() => {
  files = []
  const blobs = new Map<string, Blob>()
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        blobs.set(`blob:${blobs.size}`, blob)
        return `blob:${blobs.size - 1}`
      },
      revokeObjectURL: () => {},
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const { download: name, href } = this
    const read = async (): Promise<HandedOver> => {
      const bytes = await new Promise<ArrayBuffer>((resolve) => {
        const reader = new FileReader()
        reader.onload = () => resolve(reader.result as ArrayBuffer)
        reader.readAsArrayBuffer(blobs.get(href) ?? new Blob())
      })
      return { name, bytes: new Uint8Array(bytes) }
    }
    files.push(read())
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const twoYears = (rest: Parameters<typeof aDataset>[0] = {}) =>
  aDataset({
    indicators: [
      anIndicator({ id: 'cases', name: '办理案件数' }),
      anIndicator({ id: 'talks', name: '宣讲场次' }),
    ],
    figures: { cases: { 2031: '700', 2032: '40余' }, talks: { 2031: '5' } },
    ...rest,
  })

const nameOf = (part: string, ending: string): string => fileName(['示例指标', part], ending, new Date())

const button = (name: string | RegExp) => screen.getByRole('button', { name })

async function openMenu(dataset = twoYears()) {
  const app = renderApp(dataset)
  await app.open('/data', asYear(2031))
  await app.user.click(button('导出'))
  return app
}

/** The one file that was handed over. */
async function theFile(): Promise<HandedOver> {
  await screen.findByText(/已交给浏览器下载/)
  const [file] = await Promise.all(files)
  if (!file || files.length !== 1) throw new Error(`${files.length} files`)
  return file
}

describe('the menu 导出 of the table', () => {
  it('offers each format by name and says what it holds', async () => {
    await openMenu()
    const list = screen.getByRole('list', { name: '可导出的格式' })
    const names = within(list)
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
    expect(names).toEqual([
      '2031年度CSV（UTF-8带BOM）',
      '全部年度CSV（UTF-8带BOM）',
      '全部年度XLSX工作簿',
      'data文件夹（zip）',
      'JSON备份',
    ])
    expect(button('data文件夹（zip）')).toHaveAccessibleDescription(
      /不含README\.md和not-figures（服务器上的请保留）/,
    )
  })

  it('hands over the year that is looked at, and names the file', async () => {
    const { user } = await openMenu()
    await user.click(button('2031年度CSV（UTF-8带BOM）'))
    const { name, bytes } = await theFile()
    expect(name).toBe(nameOf('2031年度', 'csv'))
    expect(screen.getByText(new RegExp(`已交给浏览器下载：${name}`))).toBeVisible()
    expect(new TextDecoder().decode(bytes)).toContain('2031,一,,cases,办理案件数,700')
    expect(new TextDecoder().decode(bytes)).not.toContain('2032')
  })

  it('hands over the whole folder, and says beforehand which year it leaves out', async () => {
    const { user } = await openMenu(twoYears({ openYears: [asYear(2032)] }))
    expect(button('data文件夹（zip）')).toHaveAccessibleDescription(/2032年还在录入，不在data文件夹里/)
    await user.click(button('data文件夹（zip）'))
    const { name, bytes } = await theFile()
    expect(name).toBe(nameOf('data文件夹', 'zip'))
    expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe('PK')
  })

  it('offers no folder while no year is finished', async () => {
    await openMenu(twoYears({ openYears: [asYear(2031), asYear(2032)] }))
    expect(button('data文件夹（zip）')).toBeDisabled()
    expect(button('data文件夹（zip）')).toHaveAccessibleDescription(/没有录完的年度/)
  })

  it('hands over the log with what is shown', async () => {
    const { user } = await openMenu()
    await user.click(button('JSON备份'))
    const { name, bytes } = await theFile()
    expect(name).toBe(nameOf('备份', 'json'))
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ years: [2031, 2032], log: [] })
  })

  it('says when the browser takes no file, and what to do instead', async () => {
    const { user } = await openMenu()
    vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    await user.click(button('2031年度CSV（UTF-8带BOM）'))
    expect(await screen.findByText(/浏览器没有接受下载.*复制/)).toBeVisible()
  })

  it('says when a format could not be loaded, and takes the next press', async () => {
    const { user } = await openMenu()
    vi.spyOn(formats['all-csv'], 'make').mockRejectedValueOnce(new TypeError('Failed to fetch'))
    await user.click(button('全部年度CSV（UTF-8带BOM）'))
    expect(await screen.findByText(/没有导出：程序没有载入。请检查网络/)).toBeVisible()
    expect(files).toEqual([])
    await user.click(button('全部年度CSV（UTF-8带BOM）'))
    expect((await theFile()).name).toBe(nameOf('全部年度', 'csv'))
  })

  it('closes on Escape and gives the focus back', async () => {
    const { user } = await openMenu()
    button('JSON备份').focus()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('list', { name: '可导出的格式' })).toBeNull()
    expect(button('导出')).toHaveFocus()
    expect(button('导出')).toHaveAttribute('aria-expanded', 'false')
  })

  it('marks a file of made-up figures in its name and above its header', async () => {
    const { user } = await openMenu(twoYears({ example: true }))
    await user.click(button('2031年度CSV（UTF-8带BOM）'))
    const { name, bytes } = await theFile()
    expect(name).toMatch(/^示例数据-/)
    expect(new TextDecoder().decode(bytes)).toMatch(/^示例数据：/)
  })
})

describe('下载录入模板', () => {
  it('offers unfinished years first and hands over a table for the chosen one', async () => {
    const app = renderApp(twoYears({ openYears: [asYear(2032)] }))
    await app.open('/entries')
    const card = screen.getByRole('region', { name: '下载录入模板' })
    const choice = within(card).getByRole('combobox', { name: '录入年度' })
    expect(
      within(choice)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['2032年度（录入中）', '2033年度', '2034年度', '2035年度'])
    await app.user.selectOptions(choice, '2033年度')
    await app.user.click(within(card).getByRole('button', { name: 'CSV模板' }))
    const { name, bytes } = await theFile()
    expect(name).toBe(nameOf('2033年度录入模板', 'csv'))
    expect(new TextDecoder().decode(bytes)).toContain('2033,一,,cases,办理案件数,40余,,件,,,')
  })

  it('is found from the comparison while there is one year alone', async () => {
    const app = renderApp(aDataset({ figures: { cases: { 2031: '700' } } }))
    await app.open('/compare')
    expect(screen.getByRole('link', { name: '下载录入模板' })).toHaveAttribute('href', '#/entries')
  })
})
