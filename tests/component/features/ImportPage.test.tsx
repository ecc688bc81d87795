import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { smallCounty } from '../../support/editing.tsx'
import { aDraft, aFigureChange, anEntry } from '../../support/log.ts'
import { figuresIn, renderApp } from '../../support/render.tsx'

const HEAD = '年度,指标,数值,单位'
const csv = (...rows: readonly string[]): string => [HEAD, ...rows].join('\r\n')
const aFile = (text: string, name = '2024.csv'): File => new File([text], name, { type: 'text/csv' })

/** Four figures of the next year, none of which a check has a question about. */
const GOOD = csv('2024,办理案件数,720,件', '2024,走访次数,45,次', '2024,宣讲场次,6,场', '2024,办结率,99.6,%')

async function importPage(dataset = smallCounty()) {
  const app = renderApp(dataset)
  await app.open('/import')
  const { store, user } = app
  const step = (name: string) => screen.getByRole('region', { name: new RegExp(`^. ${name}`) })
  return {
    ...app,
    step,
    inStep: (name: string) => within(step(name)),
    revisions: () => store.getState().ledger.revisions,
    /** Chooses files and waits until the first has been read. */
    async choose(...files: readonly (File | string)[]) {
      const given = files.map((file) => (typeof file === 'string' ? aFile(file) : file))
      await user.upload(screen.getByLabelText('选择文件'), given)
      await screen.findByRole('button', { name: '放下这个文件' }, PATIENCE)
      await waitFor(() => expect(screen.queryByText(/^正在读取/)).toBeNull(), PATIENCE)
    },
    async settled() {
      await waitFor(() => expect(screen.queryByText(/^正在读取/)).toBeNull(), PATIENCE)
    },
  }
}

const writeButton = () => screen.getByRole('button', { name: /^写入\d+项$/ })
/** Every step waits for the reader, which on a busy machine takes its time. */
const PATIENCE = { timeout: 10_000 }
const written = () => screen.findByRole('region', { name: '写入结果' }, PATIENCE)
const counts = () => screen.getByRole('list', { name: '核对结果' })

afterEach(() => {
  window.location.hash = ''
  vi.restoreAllMocks()
})

describe('the import page', () => {
  it('shows all six steps before a file is there, and writes nothing without a file', async () => {
    const { step } = await importPage()
    for (const name of ['选文件', '识别', '对列', '核对', '预览', '写入']) expect(step(name)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^写入/ })).toBeNull()
    expect(screen.getByLabelText('选择文件')).toHaveAttribute('accept', '.csv,.tsv,.txt,.xlsx,.xls')
  })

  it('reads a file, says what it is and shows its first rows as they are', async () => {
    const { choose, inStep } = await importPage()
    await choose(GOOD)
    expect(inStep('识别').getByRole('heading')).toHaveTextContent('UTF-8 · 逗号分隔 · 一行一项（长表）')
    const rows = inStep('识别').getAllByRole('row')
    expect(rows[0]).toHaveTextContent(/^1表头年度指标数值单位$/)
    expect(rows[1]).toHaveTextContent(/^22024办理案件数720件$/)
    expect(inStep('识别').getByText('2024年')).toBeVisible()
  })

  it('compares with what is there, writes it as one revision and leads to the year', async () => {
    const { choose, inStep, user, revisions } = await importPage()
    await choose(GOOD)
    expect(inStep('预览').getByRole('status')).toHaveTextContent('新增4 · 修改0 · 不变0 · 2024年待录入0')
    await user.click(writeButton())
    const done = await written()
    expect(revisions()).toHaveLength(1)
    expect(revisions()[0]).toMatchObject({ kind: 'import', file: '2024.csv', reason: '导入 2024.csv' })
    expect(revisions()[0]?.changes).toHaveLength(4)
    expect(within(done).getByRole('link', { name: '查看2024年' })).toHaveAttribute('href', '#/?year=2024')
    await user.click(within(done).getByRole('button', { name: '撤销' }))
    expect(await within(done).findByText(/已撤销，数据恢复到写入前/)).toBeVisible()
    await user.click(within(done).getByRole('button', { name: '重做' }))
    expect(revisions()).toHaveLength(3)
  })

  it('marks every new value as the figure it is', async () => {
    const { choose, inStep, user } = await importPage()
    await choose(GOOD)
    await user.click(inStep('预览').getByText(/（4项）/))
    const row = await inStep('预览')
      .findByText('720')
      .then((found) => found.closest('li') ?? found)
    expect(figuresIn(row)[0]).toEqual({ id: 'cases', year: 2024, state: 'exact', text: '720件' })
  })

  it('says of what is only in memory that it was not kept, with the way to a backup', async () => {
    const { choose, user } = await importPage()
    await choose(GOOD)
    await user.click(writeButton())
    const done = await written()
    expect(done).toHaveTextContent('4项已记入本次使用，但没有保存到本机')
    expect(within(done).getByRole('button', { name: '导出备份' })).toBeVisible()
  })
})

describe('errors and warnings', () => {
  const BAD = csv('2024,办理案件数,九十八,件', '2024,走访次数,45,次', '2024,办结率,997,%')

  it('are named by row, column and reason, and keep the preview away', async () => {
    const { choose, inStep, step } = await importPage()
    await choose(BAD)
    expect(counts()).toHaveTextContent('错误 2')
    const [first, second] = within(inStep('核对').getByRole('region', { name: '错误 2' })).getAllByRole(
      'listitem',
    )
    expect(first).toHaveTextContent('第2行 · “数值”列')
    expect(second).toHaveTextContent('第4行 · “数值”列')
    expect(step('预览')).toHaveTextContent('还有2处错误')
    expect(screen.queryByRole('button', { name: /^写入\d+项/ })).toBeNull()
  })

  it('are put right in place, by the suggestion or by typing, and the row is taken', async () => {
    const { choose, inStep, user, settled } = await importPage()
    await choose(BAD)
    await user.click(inStep('核对').getByRole('button', { name: '改为 98' }))
    await settled()
    expect(counts()).toHaveTextContent('错误 1')
    const field = inStep('核对').getByRole('textbox', { name: '第4行“数值”列改为' })
    expect(field).toHaveValue('997')
    await user.clear(field)
    await user.type(field, '99.6{Enter}')
    await waitFor(() => expect(counts()).toHaveTextContent('错误 0'), PATIENCE)
    expect(inStep('核对').getByText('已改2格')).toBeVisible()
    expect(inStep('预览').getByRole('status')).toHaveTextContent('新增3')
  })

  it('let their row be skipped, one or all, and taken in again', async () => {
    const { choose, inStep, user, settled } = await importPage()
    await choose(BAD)
    await user.click(inStep('核对').getByRole('button', { name: '跳过有错误的全部2行' }))
    await settled()
    expect(counts()).toHaveTextContent('错误 0')
    expect(inStep('核对').getByText(/已跳过2行：第2、4行/)).toBeVisible()
    await user.click(inStep('核对').getByRole('button', { name: '恢复跳过的行' }))
    await settled()
    expect(counts()).toHaveTextContent('错误 2')
  })

  it('hold the write until each warning was looked at', async () => {
    const { choose, inStep, user, revisions } = await importPage()
    await choose(csv('2024,办理案件数,7200,件'))
    expect(counts()).toHaveTextContent('提醒 1')
    expect(writeButton()).toHaveAttribute('aria-disabled', 'true')
    expect(writeButton()).toHaveAccessibleDescription('还有1条提醒没有核对。请在“核对”里逐条勾选。')
    await user.click(writeButton())
    expect(revisions()).toHaveLength(0)
    await user.click(inStep('核对').getByRole('checkbox', { name: /^已核对/ }))
    expect(writeButton()).toHaveAttribute('aria-disabled', 'false')
  })

  it('leave the focus where the next thing is to be done', async () => {
    const { choose, inStep, user } = await importPage()
    await choose(BAD)
    await user.click(inStep('核对').getByRole('button', { name: '改为 98' }))
    await waitFor(() => expect(document.activeElement?.closest('li')).toHaveTextContent('第4行'), PATIENCE)
  })
})

describe('names nobody knows', () => {
  const UNKNOWN = csv('2024,办理案件总数,720,件', '2024,走访次数,45,次')

  it('are offered what is like them and matched only by a click', async () => {
    const { choose, inStep, user, settled, revisions, store } = await importPage()
    await choose(UNKNOWN)
    expect(counts()).toHaveTextContent('错误 1')
    await user.click(inStep('对列').getByRole('button', { name: '对应到“办理案件数”' }))
    await settled()
    expect(inStep('对列').getByText('对应到“办理案件数”')).toBeVisible()
    expect(counts()).toHaveTextContent('错误 0')
    expect(store.getState().memory.names.size).toBe(0)
    await user.click(writeButton())
    await written()
    expect(revisions()[0]?.changes.map((change) => 'indicator' in change && change.indicator)).toContain(
      'cases',
    )
    expect([...store.getState().memory.names.keys()]).toEqual(['办理案件总数'])
  })

  it('are remembered, shown and forgotten', async () => {
    const { choose, inStep, user, settled, store } = await importPage()
    act(() =>
      store
        .getState()
        .applyMemory({ columns: new Map(), names: new Map([['办理案件总数', { is: 'left-out' }]]) }),
    )
    await choose(UNKNOWN)
    expect(counts()).toHaveTextContent('错误 0')
    await user.click(inStep('对列').getByText('记住的对应（1）'))
    await user.click(inStep('对列').getByRole('button', { name: '忘记“办理案件总数”' }))
    await settled()
    await waitFor(() => expect(counts()).toHaveTextContent('错误 1'), PATIENCE)
    expect(store.getState().memory.names.size).toBe(0)
  })

  it('become new indicators once chapter, unit and kind are said', async () => {
    const { choose, inStep, user, settled } = await importPage()
    await choose(csv('2024,公职律师人数,12,', '2024,走访次数,45,次'))
    await user.click(inStep('对列').getByRole('button', { name: '作为新指标' }))
    await user.click(inStep('对列').getByRole('button', { name: '加入' }))
    expect(inStep('对列').getByText('请填写单位。')).toBeVisible()
    await user.type(inStep('对列').getByRole('textbox', { name: '单位' }), '名')
    await user.click(inStep('对列').getByRole('button', { name: '加入' }))
    await settled()
    expect(inStep('对列').getByText('作为新指标“公职律师人数”（名）')).toBeVisible()
    expect(inStep('预览').getByRole('status')).toHaveTextContent('新指标1项')
  })

  it('are mapped to any indicator by its name, and to no other word', async () => {
    const { choose, inStep, user, settled } = await importPage()
    await choose(csv('2024,某某某某,6,场', '2024,走访次数,45,次'))
    await user.click(inStep('对列').getByRole('button', { name: '对应到其他指标' }))
    const field = inStep('对列').getByRole('combobox', { name: '“某某某某”对应到哪项指标' })
    await user.type(field, '宣讲{Enter}')
    await settled()
    await waitFor(() => expect(counts()).toHaveTextContent('错误 0'), PATIENCE)
  })
})

describe('what is there already', () => {
  const CHANGED = csv('2023,办理案件数,720,件', '2023,办结率,99.5,%', '2024,走访次数,45,次')

  it('is changed only where that was ticked, old beside new', async () => {
    const { choose, inStep, user, revisions } = await importPage()
    await choose(CHANGED)
    expect(inStep('预览').getByRole('status')).toHaveTextContent('新增1 · 修改1 · 不变1')
    expect(writeButton()).toHaveTextContent('写入1项')
    const tick = inStep('预览').getByRole('checkbox', { name: /办理案件数/ })
    expect(tick).not.toBeChecked()
    const shown = figuresIn(tick.closest('li') ?? tick)
    expect(shown.map(({ text }) => text)).toEqual(['700件', '720件'])
    await user.click(tick)
    expect(writeButton()).toHaveTextContent('写入2项')
    await user.click(writeButton())
    await written()
    expect(revisions()[0]?.changes).toHaveLength(2)
  })

  it('that another window has changed meanwhile is compared anew, and said', async () => {
    const { choose, inStep, user, store, revisions } = await importPage()
    await choose(CHANGED)
    await user.click(inStep('预览').getByRole('checkbox', { name: /办理案件数/ }))
    const { keep, connect } = store.getState()
    act(() => connect(async () => ({ kept: false, why: 'elsewhere', elsewhere: [] })))
    await user.click(writeButton())
    expect(await inStep('写入').findByRole('alert', {}, PATIENCE)).toHaveTextContent(
      '另一窗口刚改了其中的数值，这次没有写入',
    )
    act(() => connect(keep))
    await act(async () => {
      await keep(
        aDraft([
          aFigureChange('cases', 2023, anEntry('700', { unit: '件' }), anEntry('720', { unit: '件' })),
        ]),
      )
    })
    await waitFor(() => expect(inStep('预览').getByRole('status')).toHaveTextContent('修改0'), PATIENCE)
    expect(revisions()).toHaveLength(1)
  })

  it('stays as it is when the storage is full; the choices stay too', async () => {
    const { choose, inStep, user, store, revisions } = await importPage()
    await choose(GOOD)
    const { keep, connect } = store.getState()
    act(() => connect(async () => ({ kept: false, why: 'full', elsewhere: [] })))
    await user.click(writeButton())
    const alert = await inStep('写入').findByRole('alert', {}, PATIENCE)
    expect(alert).toHaveTextContent('本机存储空间不足，数据没有写入')
    expect(within(alert).getByRole('button', { name: '导出备份' })).toBeVisible()
    act(() => connect(keep))
    await user.click(writeButton())
    await written()
    expect(revisions()).toHaveLength(1)
  })

  it('is written once, however fast the button is pressed', async () => {
    const { choose, revisions } = await importPage()
    await choose(GOOD)
    const button = writeButton()
    act(() => {
      fireEvent.click(button)
      fireEvent.click(button)
    })
    await written()
    expect(revisions()).toHaveLength(1)
  })
})

describe('several files', () => {
  it('are worked on one after the other; the next one is offered when one is written', async () => {
    const { choose, inStep, user, settled } = await importPage()
    await choose(aFile(GOOD), aFile(csv('2025,办理案件数,740,件'), '2025.csv'))
    expect(inStep('选文件').getByText('等待')).toBeVisible()
    await user.click(writeButton())
    const done = await written()
    await user.click(within(done).getByRole('button', { name: '处理这个文件' }))
    await settled()
    expect(inStep('选文件').getByRole('heading')).toHaveTextContent('2025.csv')
  })

  it('survive a look at another page', async () => {
    const app = await importPage()
    await app.choose(csv('2024,办理案件数,7200,件'))
    await app.user.click(app.inStep('核对').getByRole('checkbox', { name: /^已核对/ }))
    await app.open('/data')
    await app.open('/import')
    expect(app.inStep('核对').getByRole('checkbox', { name: /^已核对/ })).toBeChecked()
  })

  it('make the browser ask before the app is left, and only while one is at work', async () => {
    const added = vi.spyOn(window, 'addEventListener')
    const removed = vi.spyOn(window, 'removeEventListener')
    const asks = (calls: typeof added.mock.calls) => calls.filter(([type]) => type === 'beforeunload').length
    const { choose, user } = await importPage()
    await choose(csv('2024,办理案件数,7200,件'))
    expect([asks(added.mock.calls), asks(removed.mock.calls as typeof added.mock.calls)]).toEqual([1, 0])
    await user.click(screen.getByRole('button', { name: '放下这个文件' }))
    expect(asks(removed.mock.calls as typeof added.mock.calls)).toBe(1)
  })

  it('are put aside without a trace', async () => {
    const { choose, user, revisions } = await importPage()
    await choose(GOOD)
    await user.click(screen.getByRole('button', { name: '放下这个文件' }))
    expect(screen.queryByRole('list', { name: '核对结果' })).toBeNull()
    expect(screen.getByText('已放下，没有写入')).toBeVisible()
    expect(revisions()).toHaveLength(0)
  })

  it('that are too large or empty are refused aloud and read by nobody', async () => {
    const { user, inStep } = await importPage()
    const large = aFile('x', 'large.csv')
    Object.defineProperty(large, 'size', { value: 50 * 1024 * 1024 + 1 })
    await user.upload(screen.getByLabelText('选择文件'), [large, aFile('', 'empty.csv')])
    expect(inStep('选文件').getByText(/^超过50 MB/)).toBeVisible()
    expect(inStep('选文件').getByText(/文件是空的/)).toBeVisible()
    expect(screen.queryByRole('button', { name: '放下这个文件' })).toBeNull()
  })

  it('can be pasted into a field', async () => {
    const { user, inStep, settled } = await importPage()
    await user.click(screen.getByRole('button', { name: '粘贴表格' }))
    await user.click(screen.getByRole('button', { name: '读取粘贴的内容' }))
    expect(screen.getByText(/还没有粘贴内容/)).toBeVisible()
    fireEvent.change(screen.getByRole('textbox', { name: /把复制的单元格粘贴在这里/ }), {
      target: { value: GOOD.replace(/,/g, '\t') },
    })
    await user.click(screen.getByRole('button', { name: '读取粘贴的内容' }))
    await screen.findByRole('button', { name: '放下这个文件' }, PATIENCE)
    await settled()
    expect(inStep('识别').getByRole('heading')).toHaveTextContent('制表符分隔')
  })

  it('with marks of other languages in their words are shown as text', async () => {
    const { choose, inStep } = await importPage()
    await choose(csv('2024,<img src=x onerror=alert(1)>,1,件', '2024,走访次数,45,次'))
    expect(inStep('对列').getByText('“<img src=x onerror=alert(1)>”')).toBeVisible()
    expect(document.querySelector('main img')).toBeNull()
  })
})

describe('a table without a year', () => {
  it('asks for it and says where it was taken from', async () => {
    const { choose, inStep, user, settled } = await importPage()
    await choose(aFile('指标,数值,单位\r\n办理案件数,720,件\r\n走访次数,45,次\r\n', '汇总.csv'))
    const year = inStep('识别').getByRole('combobox', { name: '年度' })
    expect(year).toHaveAccessibleDescription('表中没有写明年度，请选择。')
    await user.selectOptions(year, '2024')
    await settled()
    expect(inStep('识别').getByRole('combobox', { name: '年度' })).toHaveAccessibleDescription('由您选定')
    expect(inStep('预览').getByRole('status')).toHaveTextContent('新增2')
  })
})
