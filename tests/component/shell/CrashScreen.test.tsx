import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CrashScreen } from '#shell/CrashScreen.tsx'
import { renderWithUser } from '../../support/render.tsx'

let broken = true

function Page() {
  if (broken) throw new Error('<b>boom</b>')
  return <p>完好的页面</p>
}

const show = (backup: string | null) =>
  renderWithUser(
    <CrashScreen backup={() => backup}>
      <Page />
    </CrashScreen>,
  )

const goElsewhere = () => act(() => void window.dispatchEvent(new HashChangeEvent('hashchange')))

beforeEach(() => {
  broken = true
  // React reports the error it caught; the test expects it.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('CrashScreen', () => {
  it('stays out of the way of a page that is drawn', () => {
    broken = false
    show('{}')
    expect(screen.getByText('完好的页面')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('offers the data before anything else', () => {
    show('{"years":[2023]}')
    const [first] = screen.getAllByRole('button')
    expect(first).toHaveAccessibleName('下载数据')
    expect(screen.getByRole('alert')).toHaveTextContent('数据没有受影响')
  })

  it.each([
    ['{"years":[2023]}', /^指标数据备份-\d{8}-\d{4}\.json$/],
    ['{"example":true,"years":[2023]}', /^示例数据-指标数据备份-\d{8}-\d{4}\.json$/],
    ['no backup at all', /^指标数据备份-\d{8}-\d{4}\.json$/],
  ])('gives the data as a file; made-up figures say so in its name: %s', async (text, name) => {
    const blobs: Blob[] = []
    // jsdom has neither of the two.
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`
    URL.revokeObjectURL = () => {}
    const names: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    const { user } = show(text)
    await user.click(screen.getByRole('button', { name: '下载数据' }))
    expect(await blobs[0]?.text()).toBe(text)
    expect(names).toEqual([expect.stringMatching(name)])
  })

  it('offers no data where none was read', () => {
    show(null)
    expect(screen.queryByRole('button', { name: '下载数据' })).toBeNull()
    expect(screen.getByRole('link', { name: '返回总览' })).toHaveAttribute('href', '#/')
    expect(screen.getByRole('button', { name: '刷新页面' })).toBeVisible()
  })

  it('stays on its feet when the backup breaks as well', () => {
    renderWithUser(
      <CrashScreen
        backup={() => {
          throw new Error('backup')
        }}
      >
        <Page />
      </CrashScreen>,
    )
    expect(screen.queryByRole('button', { name: '下载数据' })).toBeNull()
    expect(screen.getByRole('link', { name: '返回总览' })).toBeVisible()
  })

  it('keeps the error for those who maintain the program, as text', () => {
    const { container } = show('{}')
    expect(container.querySelector('pre')).toHaveTextContent('<b>boom</b>')
    expect(screen.getByText('给维护人员的信息').closest('details')).not.toHaveAttribute('open')
  })

  it('recovers when the user goes to another page', () => {
    show('{}')
    broken = false
    goElsewhere()
    expect(screen.getByText('完好的页面')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('appears again where the other page breaks too', () => {
    show('{}')
    goElsewhere()
    expect(screen.getByRole('alert')).toBeVisible()
  })
})
