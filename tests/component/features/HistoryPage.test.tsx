import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LoggedChange, RevisionDraft } from '#domain/revision.ts'
import { anIndicator, asYear } from '../../support/data.ts'
import { smallCounty } from '../../support/editing.tsx'
import { aDraft, aFigureChange, anEntry, aYearChange } from '../../support/log.ts'
import { figuresIn, renderApp } from '../../support/render.tsx'

/** The history over a log of these entries. */
async function history(drafts: readonly RevisionDraft[], dataset = smallCounty(), path = '/history') {
  const app = renderApp(dataset)
  for (const draft of drafts)
    await act(async () => {
      await app.store.getState().keep(draft)
    })
  await app.open(path)
  return { ...app, revisions: () => app.store.getState().ledger.revisions }
}

const edit = (...changes: readonly LoggedChange[]) => aDraft(changes, { reason: '录入', author: '张三' })
const entries = () =>
  within(screen.getByRole('region', { name: '每一次改动' }))
    .getAllByRole('article')
    .map((article) => article.textContent ?? '')
const entry = (number: number) => screen.getByRole('article', { name: new RegExp(`^第${number}号`) })
const checks = () => screen.queryByRole('region', { name: '需要核对' })

afterEach(() => {
  window.location.hash = ''
  vi.restoreAllMocks()
})

describe('the log', () => {
  it('says in words that nothing was changed yet', async () => {
    await history([])
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('修改历史')
    expect(screen.getByRole('main')).toHaveTextContent('还没有改动。')
    expect(screen.queryByRole('combobox', { name: '只看指标' })).toBeNull()
  })

  it('has the newest entry first, with number, kind, who and why', async () => {
    await history([
      edit(aFigureChange('cases', 2023, '700', '710')),
      aDraft([aFigureChange('talks', 2024, null, '5')], {
        kind: 'import',
        file: '2024年.csv',
        encoding: 'GB18030',
      }),
    ])
    const [newest = '', oldest = ''] = entries()
    expect(newest).toMatch(/^第2号 导入/)
    expect(newest).toContain('文件2024年.csv，GB18030')
    expect(oldest).toMatch(/^第1号 手工修改\d{4}年\d+月\d+日 \d\d:\d\d/)
    expect(oldest).toContain('填写人张三原因录入')
    expect(newest).not.toContain('填写人')
  })

  it('marks both sides of each change as figures, and leads to their page', async () => {
    await history([
      edit(aFigureChange('cases', 2023, '700', '约710'), aFigureChange('talks', 2024, null, '5')),
    ])
    expect(figuresIn(entry(1))).toEqual([
      { id: 'cases', year: 2023, state: 'exact', text: '700件' },
      { id: 'cases', year: 2023, state: 'about', text: '≈710件' },
      { id: 'talks', year: 2024, state: 'pending', text: '待录入' },
      { id: 'talks', year: 2024, state: 'exact', text: '5场' },
    ])
    expect(within(entry(1)).getByRole('link', { name: '2023年“案件”' })).toHaveAttribute('href', '#/i/cases')
  })

  it('says what a figure nobody stated was at the time, not what it is now', async () => {
    await history([
      edit(aFigureChange('cases', 2024, null, '5')),
      edit(aYearChange(2024, 'open', 'finished')),
      edit(aFigureChange('talks', 2024, null, '6')),
    ])
    expect(figuresIn(entry(1))[0]).toMatchObject({ state: 'pending' })
    expect(figuresIn(entry(3))[0]).toMatchObject({ state: 'not-published' })
    expect(entry(2)).toHaveTextContent('2024年度录入状况 录入中 → 改为录入完毕')
  })

  it('shows what the catalogue cannot read as it was typed', async () => {
    await history([edit(aFigureChange('cases', 2024, null, anEntry('<b>五</b>')))])
    expect(entry(1)).toHaveTextContent('待录入 → 改为“<b>五</b>”')
  })

  it('lists six changes of a long entry and the rest on demand', async () => {
    const years = Array.from({ length: 9 }, (_, i) => aFigureChange('cases', 2010 + i, null, '5'))
    await history([edit(...years)])
    const [first, rest] = within(entry(1)).getAllByRole('list')
    expect([first?.children.length, rest?.children.length]).toEqual([6, 3])
    expect(within(entry(1)).getByText('其余3项').closest('details')).not.toHaveAttribute('open')
  })

  it('shows fifty entries, then older ones', async () => {
    const drafts = Array.from({ length: 53 }, (_, i) =>
      edit(aFigureChange('cases', 2023, i === 0 ? '700' : `${700 + i}`, `${701 + i}`)),
    )
    const app = await history(drafts)
    expect(entries()).toHaveLength(50)
    await app.user.click(screen.getByRole('button', { name: '显示更早的改动' }))
    expect(entries()).toHaveLength(53)
    expect(screen.queryByRole('button', { name: '显示更早的改动' })).toBeNull()
  })
})

describe('taking back', () => {
  const drafts = [
    edit(aFigureChange('cases', 2023, '700', '710')),
    edit(aFigureChange('talks', 2024, null, '5')),
  ]

  it('marks the entry, offers to bring it back, and is an entry itself', async () => {
    const app = await history(drafts)
    await app.user.click(screen.getByRole('button', { name: '撤销第1号改动' }))
    await waitFor(() => expect(entries()).toHaveLength(3))
    expect(entries()[0]).toMatch(/^第3号 撤销第1号/)
    expect(within(entry(3)).queryByRole('button')).toBeNull()
    expect(within(entry(1)).getByText('已撤销')).toBeVisible()
    expect(within(entry(2)).queryByText('已撤销')).toBeNull()
    await app.user.click(screen.getByRole('button', { name: '重做第1号改动' }))
    await waitFor(() => expect(entries()[0]).toMatch(/^第4号 重做第1号/))
    expect(within(entry(1)).queryByText('已撤销')).toBeNull()
  })

  it('of an entry others build on names the one to take back first', async () => {
    const app = await history([...drafts, edit(aFigureChange('cases', 2023, '710', '720'))])
    await app.user.click(screen.getByRole('button', { name: '撤销第1号改动' }))
    expect(await screen.findByRole('region', { name: '最近的修改' })).toHaveTextContent(
      '请先撤销较新的一项：2023年“案件” 710件 → 改为720件',
    )
    expect(app.revisions()).toHaveLength(3)
  })
})

describe('the filter', () => {
  const drafts = [
    edit(aFigureChange('cases', 2023, '700', '710')),
    edit(aFigureChange('talks', 2024, null, '5')),
  ]

  it('offers the figures that were changed, and keeps the choice in the address', async () => {
    const app = await history(drafts)
    const filter = screen.getByRole('combobox', { name: '只看指标' })
    expect(
      within(filter)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['全部指标', '案件', '宣讲'])
    await app.user.selectOptions(filter, '宣讲')
    expect(window.location.hash).toBe('#/history?indicator=talks')
    await app.open('/history?indicator=talks')
    expect(entries()).toHaveLength(1)
    expect(entries()[0]).toContain('宣讲')
  })

  it('says when there is nothing of a figure', async () => {
    await history(drafts, smallCounty(), '/history?indicator=share')
    expect(screen.getByRole('main')).toHaveTextContent('这项指标没有改动。')
  })
})

describe('what must be checked', () => {
  /** Changed from 690, which is no longer what is published. */
  const moved = [edit(aFigureChange('cases', 2023, '690', '710'))]

  it('is nothing while the basis stands', async () => {
    await history([edit(aFigureChange('cases', 2023, '700', '710'))])
    expect(checks()).toBeNull()
  })

  it('shows both values, and the number of them on every page', async () => {
    const app = await history(moved)
    expect(checks()).toHaveTextContent('2023年“案件”本机值 710件发布值 700件')
    await app.open('/data')
    expect(screen.getByRole('contentinfo')).toHaveTextContent('修改历史：1项需要核对')
  })

  it.each([
    ['保留本机值', '710', '核对：保留本机值'],
    ['采用发布值', '700', '核对：采用发布值'],
  ])('%s leaves %s and is an entry of its own', async (label, value, reason) => {
    const app = await history(moved)
    await app.user.dblClick(screen.getByRole('button', { name: `${label}：2023年“案件”` }))
    await waitFor(() => expect(checks()).toBeNull())
    expect(app.revisions().map((revision) => revision.reason)).toEqual(['录入', reason])
    await app.open('/i/cases', asYear(2023))
    expect(figuresIn(screen.getByRole('main'))[0]).toMatchObject({ text: `${value}件` })
    expect(screen.getByRole('contentinfo')).not.toHaveTextContent('需要核对')
  })

  it('lists a change the catalogue no longer takes, with the reason', async () => {
    const app = await history([edit(aFigureChange('share', 2023, '99.5', '995'))])
    expect(checks()).toHaveTextContent('第1号改动：“办结率”为 995，超过100%。')
    expect(screen.queryByRole('button', { name: /保留本机值/ })).toBeNull()
    await app.user.click(screen.getByRole('button', { name: '采用发布值：2023年“办结率”' }))
    await waitFor(() => expect(checks()).toBeNull())
  })

  it('of an indicator that is gone says so, with the cells as typed', async () => {
    await history([edit(aFigureChange('gone', 2023, null, '5'))], smallCounty([anIndicator({ id: 'other' })]))
    expect(checks()).toHaveTextContent('指标或条目已不在目录中')
    expect(checks()).toHaveTextContent('2023年“gone”')
  })
})

describe('the backup', () => {
  it('is handed over as a file with the whole log', async () => {
    const app = await history([edit(aFigureChange('cases', 2023, '700', '710'))])
    const texts: Blob[] = []
    URL.createObjectURL = (blob: Blob) => {
      texts.push(blob)
      return 'blob:backup'
    }
    URL.revokeObjectURL = () => {}
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    await app.user.click(screen.getByRole('button', { name: '导出备份' }))
    expect(await texts[0]?.text()).toContain('"710"')
  })

  it('is restored as an entry that can be taken back', async () => {
    const app = await history([edit(aFigureChange('cases', 2023, '700', '710'))])
    const text = app.store.getState().log.exportLog() ?? ''
    await act(() => app.store.getState().undo())
    await app.user.upload(
      screen.getByLabelText('从备份恢复', { selector: 'input' }),
      new File([text], '备份.json', { type: 'application/json' }),
    )
    expect(await screen.findByText('已从备份恢复1项。')).toBeVisible()
    expect(entries()[0]).toMatch(/^第3号 从备份恢复/)
    await app.user.click(screen.getByRole('button', { name: '撤销第3号改动' }))
    await waitFor(() => expect(entries()).toHaveLength(4))
  })

  it('that is none changes nothing and says so', async () => {
    const app = await history([])
    await app.user.upload(
      screen.getByLabelText('从备份恢复', { selector: 'input' }),
      new File(['{}'], '别的.json', { type: 'application/json' }),
    )
    expect(await screen.findByText(/没有恢复：这个文件不是本系统的备份/)).toBeVisible()
    expect(app.revisions()).toEqual([])
  })
})
