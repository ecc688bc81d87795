import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { toBackup } from '#shell/backup.ts'
import type { KeepingTrouble, LogPorts, RestoreOutcome } from '#store/ledger.ts'
import { aDataset } from '../../support/data.ts'
import { aFigureChange, aLog } from '../../support/log.ts'
import { renderApp } from '../../support/render.tsx'

const dataset = aDataset({ figures: { cases: { 2023: '5' } } })
const [entry] = aLog([aFigureChange('cases', 2023, '5', '6')])

const ports: LogPorts = {
  exportLog: () => toBackup(dataset, dataset, []),
  exportRaw: async () => '[{"key":1}]',
  restore: async () => ({ kept: false, why: 'not-backup', elsewhere: [] }),
  resume: async () => {},
  retry: async () => false,
}

function show(
  trouble: KeepingTrouble | null,
  { unreadable = 0, ...own }: Partial<LogPorts> & { unreadable?: number } = {},
) {
  const app = renderApp(dataset)
  act(() => {
    app.store.getState().connectLog({ ...ports, ...own })
    app.store.getState().applyLedger({ trouble, unreadable })
  })
  return app
}

const banner = () => screen.getByRole('region', { name: '本机保存情况' })
const button = (name: string) => within(banner()).getByRole('button', { name })

/** What the browser was given to save: name and text. */
function catchDownloads() {
  const blobs: Blob[] = []
  const names: string[] = []
  URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download)
  })
  return async () =>
    Promise.all(blobs.map(async (blob, i) => ({ name: names[i] ?? '', text: await blob.text() })))
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('KeepingBanner', () => {
  it('is not there while all is well', () => {
    show(null)
    expect(screen.queryByRole('region', { name: '本机保存情况' })).toBeNull()
  })

  it.each<[KeepingTrouble, string, readonly string[]]>([
    ['no-storage', '本次修改不会保存，请导出备份。', ['导出备份', '重试']],
    ['no-answer', '本次修改不会保存，请导出备份。', ['导出备份', '重试']],
    ['closed', '本次修改不会保存，请导出备份。', ['导出备份', '重新保存']],
    ['blocked', '请关闭其他窗口。', ['重试', '导出备份']],
    ['superseded', '本窗口已停止保存，请刷新页面。', ['刷新页面', '导出备份']],
    ['newer', '本机数据由更新版本创建，请刷新页面。', ['刷新页面', '下载原始内容', '导出备份']],
    ['damaged', '本机保存的修改有3条读不出来。', ['下载原始内容', '继续', '导出备份']],
    ['lost', '本机保存的数据已丢失或损坏。', ['从备份恢复', '继续', '导出备份']],
  ])('says of %s what happened and offers the ways out, a backup always', (trouble, what, ways) => {
    show(trouble, { unreadable: 3 })
    expect(within(banner()).getByRole('alert')).toHaveTextContent(what)
    expect(
      within(banner())
        .getAllByRole('button')
        .map((found) => found.textContent),
    ).toEqual(ways)
  })

  it('gives the whole log as a backup', async () => {
    const downloads = catchDownloads()
    const { user } = show('no-storage')
    await user.click(button('导出备份'))
    const [file] = await downloads()
    expect(file?.name).toMatch(/^指标数据备份-\d{8}-\d{4}\.json$/)
    expect(JSON.parse(file?.text ?? '')).toMatchObject({ base: dataset.fingerprint, log: [] })
  })

  it('gives the raw records, and says when they cannot be had', async () => {
    const downloads = catchDownloads()
    let raw: string | null = null
    const { user } = show('damaged', { unreadable: 1, exportRaw: async () => raw })
    await user.click(button('下载原始内容'))
    expect(await within(banner()).findByText('原始内容没有读出来，请刷新页面再试。')).toBeVisible()
    expect(await downloads()).toEqual([])
    raw = '[{"key":1}]'
    await user.click(button('下载原始内容'))
    expect(await downloads()).toEqual([{ name: expect.stringMatching(/^本机原始内容-/), text: raw }])
  })

  it('goes on when told to', async () => {
    const resume = vi.fn(async () => {})
    const { user } = show('damaged', { unreadable: 1, resume })
    await user.click(button('继续'))
    expect(resume).toHaveBeenCalledTimes(1)
  })

  it('says so when trying again changed nothing', async () => {
    const { user } = show('closed')
    await user.click(button('重新保存'))
    expect(await within(banner()).findByText(/^仍没有恢复。/)).toBeVisible()
  })

  it.each<[string, RestoreOutcome]>([
    ['没有恢复：这个文件不是本系统的备份。', { kept: false, why: 'not-backup', elsewhere: [] }],
    ['没有恢复：本机存储空间不足', { kept: false, why: 'full', elsewhere: [] }],
    ['不用恢复：', { kept: false, why: 'same', elsewhere: [] }],
    [
      '已从备份恢复1项。',
      { kept: true, durable: true, left: 0, revision: entry as NonNullable<typeof entry> },
    ],
    ['备份里有2项', { kept: true, durable: true, left: 2, revision: entry as NonNullable<typeof entry> }],
  ])('restores from a file and says “%s”', async (said, outcome) => {
    const restore = vi.fn(async () => outcome)
    const user = userEvent.setup({ applyAccept: false })
    const app = show('lost', { restore })
    const file = new File(['{"app":"x"}'], '备份.json', { type: 'application/json' })
    await user.upload(within(banner()).getByLabelText('从备份恢复', { selector: 'input' }), file)
    expect(restore).toHaveBeenCalledWith({ text: '{"app":"x"}', name: '备份.json', author: '' })
    expect(await within(banner()).findByText(new RegExp(said))).toBeVisible()
    // The answer outlives the trouble, until it is put away.
    act(() => app.store.getState().applyLedger({ trouble: null }))
    expect(within(banner()).getByRole('status')).toHaveTextContent(said)
    await user.click(button('关闭'))
    expect(screen.queryByRole('region', { name: '本机保存情况' })).toBeNull()
  })
})
