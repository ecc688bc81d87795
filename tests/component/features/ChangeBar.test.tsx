import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openFigure } from '../../support/editing.tsx'
import { aDraft, aFigureChange } from '../../support/log.ts'

type App = Awaited<ReturnType<typeof openFigure>>

const bar = () => screen.findByRole('region', { name: '最近的修改' })
const noBar = () => expect(screen.queryByRole('region', { name: '最近的修改' })).toBeNull()

/** Keeps changes as the form does, notice included. */
const keep = (app: App, ...changes: Parameters<typeof aDraft>[0]) =>
  act(async () => {
    const { keep, applySession } = app.store.getState()
    const outcome = await keep(aDraft(changes))
    if (outcome.kept)
      applySession({ notice: { what: 'kept', revision: outcome.revision, durable: outcome.durable } })
  })

const undo = (app: App, number?: number) => act(() => app.store.getState().undo(number))
const redo = (app: App, number?: number) => act(() => app.store.getState().redo(number))

async function opened() {
  const app = await openFigure()
  app.makeDurable()
  return app
}

afterEach(() => {
  vi.useRealTimers()
})

describe('the bar', () => {
  it('names what was saved, and takes it back', async () => {
    const app = await opened()
    const before = app.fingerprint()
    await keep(app, aFigureChange('cases', 2024, null, '745'))
    expect(await bar()).toHaveTextContent('已保存：2024年“案件” 待录入 → 改为745件')
    expect(app.fingerprint()).not.toBe(before)
    await app.user.click(within(await bar()).getByRole('button', { name: '撤销' }))
    expect(await bar()).toHaveTextContent('已撤销：2024年“案件” 待录入 → 改为745件')
    expect(app.figure('cases', 2024)).toBeNull()
    expect(app.fingerprint()).toBe(before)
    await app.user.click(within(await bar()).getByRole('button', { name: '重做' }))
    expect(await bar()).toHaveTextContent('已重做：2024年“案件” 待录入 → 改为745件')
    expect(app.figure('cases', 2024)).toMatchObject({ value: '745' })
    expect(app.revisions().map(({ kind, undoes }) => `${kind} ${undoes}`)).toEqual([
      'edit null',
      'undo 1',
      'undo 2',
    ])
  })

  it('is a status that takes no focus', async () => {
    const app = await opened()
    const button = screen.getByRole('button', { name: '修改2023年“案件”' })
    button.focus()
    await keep(app, aFigureChange('cases', 2023, '700', '710'))
    expect((await bar()).closest('[role="status"]')).not.toBeNull()
    expect(button).toHaveFocus()
  })

  it('counts several changes instead of listing them', async () => {
    const app = await opened()
    await keep(app, aFigureChange('cases', 2024, null, '745'), aFigureChange('talks', 2024, null, '5'))
    expect(await bar()).toHaveTextContent('已保存：共2项')
  })

  it('goes after thirty seconds, but not while somebody is at it', async () => {
    const app = await opened()
    vi.useFakeTimers()
    await keep(app, aFigureChange('cases', 2024, null, '745'))
    const region = screen.getByRole('region', { name: '最近的修改' })
    act(() => void vi.advanceTimersByTime(29_000))
    expect(region).toBeInTheDocument()
    fireEvent.focus(within(region).getByRole('button', { name: '撤销' }))
    act(() => void vi.advanceTimersByTime(60_000))
    expect(region).toBeInTheDocument()
    fireEvent.blur(within(region).getByRole('button', { name: '撤销' }))
    act(() => void vi.advanceTimersByTime(30_000))
    noBar()
  })

  it('can be closed', async () => {
    const app = await opened()
    await keep(app, aFigureChange('cases', 2024, null, '745'))
    await app.user.click(within(await bar()).getByRole('button', { name: '关闭提示' }))
    noBar()
  })

  it('waits while a form is open', async () => {
    const app = await opened()
    await keep(app, aFigureChange('cases', 2024, null, '745'))
    await app.press('修改2023年“案件”')
    noBar()
  })
})

describe('undo and redo', () => {
  it('take back the newest change first, then the one before it', async () => {
    const app = await opened()
    await keep(app, aFigureChange('cases', 2023, '700', '710'))
    await keep(app, aFigureChange('talks', 2023, null, '5'))
    await act(() => Promise.all([app.store.getState().undo(), app.store.getState().undo()]))
    expect([app.figure('talks'), app.figure()?.value]).toEqual([null, '700'])
    await redo(app)
    expect([app.figure('talks'), app.figure()?.value]).toEqual([null, '710'])
  })

  it('say when there is nothing', async () => {
    const app = await opened()
    await undo(app)
    expect(await bar()).toHaveTextContent('没有可以撤销的修改。')
    await redo(app)
    expect(await bar()).toHaveTextContent('没有可以重做的修改。')
    expect(app.revisions()).toEqual([])
  })

  it('name the later change that stands in the way', async () => {
    const app = await opened()
    await keep(app, aFigureChange('cases', 2023, '700', '710'))
    await keep(app, aFigureChange('cases', 2023, '710', '720'))
    await undo(app, 1)
    expect(await bar()).toHaveTextContent(
      '之后还有修改依赖这次写入，请先撤销较新的一项：2023年“案件” 710件 → 改为720件',
    )
    expect(app.revisions()).toHaveLength(2)
  })

  it.each([
    ['full', '没有撤销成：本机存储空间不足。数据没有改变，请先导出备份'],
    ['elsewhere', '没有撤销成：另一窗口先改了这项数值。请核对后再试。'],
    ['unsure', '还不能确定有没有写入'],
  ] as const)('say what failed (%s)', async (why, words) => {
    const app = await opened()
    await keep(app, aFigureChange('cases', 2023, '700', '710'))
    app.refuse(why)
    await undo(app)
    expect(await bar()).toHaveTextContent(words)
    expect(app.figure()?.value).toBe('710')
  })

  it('do nothing to what is undone already', async () => {
    const app = await opened()
    await keep(app, aFigureChange('cases', 2023, '700', '710'))
    await undo(app, 1)
    await undo(app, 1)
    expect(app.revisions()).toHaveLength(2)
    await redo(app, 1)
    await redo(app, 1)
    expect(app.revisions()).toHaveLength(3)
    expect(app.figure()?.value).toBe('710')
  })

  it('in memory say that nothing was written', async () => {
    const app = await openFigure()
    await keep(app, aFigureChange('cases', 2023, '700', '710'))
    await undo(app)
    expect(await bar()).toHaveTextContent('已撤销：2023年“案件” 700件 → 改为710件（没有保存到本机）')
  })
})
