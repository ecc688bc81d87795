import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { LoggedChange, RevisionDraft } from '#domain/revision.ts'
import { smallCounty } from '../../support/editing.tsx'
import { aDraft, aFigureChange, anAddition, aYearChange } from '../../support/log.ts'
import { figuresIn, renderApp } from '../../support/render.tsx'

/** The history over a log of these entries. */
async function history(drafts: readonly RevisionDraft[], path = '/history', dataset = smallCounty()) {
  const app = renderApp(dataset)
  for (const draft of drafts)
    await act(async () => {
      await app.store.getState().keep(draft)
    })
  await app.open(path)
  return { ...app, revisions: () => app.store.getState().ledger.revisions }
}

const imported = (...changes: readonly LoggedChange[]) =>
  aDraft(changes, { kind: 'import', file: '2024年.csv', encoding: 'gb18030' })
const edit = (...changes: readonly LoggedChange[]) => aDraft(changes)
const entry = (number: number) => screen.getByRole('article', { name: new RegExp(`^第${number}号`) })
const bar = () => screen.findByRole('region', { name: '最近的修改' })

afterEach(() => {
  window.location.hash = ''
})

const IMPORT = imported(
  anAddition('fresh', { name: '公职律师人数', unit: '人' }),
  aFigureChange('fresh', 2024, null, '7'),
  aFigureChange('cases', 2024, null, '720'),
  aFigureChange('visits', 2023, '40余', '41'),
  aYearChange(2024, 'open', 'finished'),
)

describe('an import in the history', () => {
  it('names its file and how it was read, and counts what it did', async () => {
    await history([IMPORT])
    expect(entry(1)).toHaveTextContent('文件2024年.csv，GB18030')
    expect(entry(1)).toHaveTextContent('写入新指标1项 · 新增2 · 修改1 · 2024年度录入完毕')
    expect(entry(1)).toHaveTextContent('指标“公职律师人数” 没有这项 → 改为列入“一”章，单位“人”，数量')
  })

  it('is taken back whole, and then still tells what its indicator was called', async () => {
    const app = await history([IMPORT])
    await app.user.click(within(entry(1)).getByRole('button', { name: '撤销第1号改动' }))
    await waitFor(() => expect(app.revisions()).toHaveLength(2))
    expect(entry(1)).toHaveTextContent('2024年“公职律师人数”')
    expect(within(entry(1)).queryByRole('link', { name: /公职律师人数/ })).toBeNull()
    expect(screen.getByRole('contentinfo')).not.toHaveTextContent('需要核对')
  })

  it('of hundreds of figures is drawn piece by piece', async () => {
    const ids = Array.from({ length: 300 }, (_, i) => `more-${i}`)
    const app = await history(
      [imported(...ids.map((id) => aFigureChange(id, 2024, null, '5')))],
      '/history',
      smallCounty(ids.map((id) => ({ id }))),
    )
    expect(within(entry(1)).getAllByRole('listitem')).toHaveLength(6)
    const fold = within(entry(1)).getByText('其余294项').closest('details')
    await act(async () => {
      if (fold) fold.open = true
      fold?.dispatchEvent(new Event('toggle'))
    })
    expect(within(entry(1)).getAllByRole('listitem')).toHaveLength(56)
    await app.user.click(within(entry(1)).getByRole('button', { name: '再显示50项（还有244项）' }))
    expect(within(entry(1)).getAllByRole('listitem')).toHaveLength(106)
  })
})

describe('an import of which a figure was changed later', () => {
  const drafts = [IMPORT, edit(aFigureChange('cases', 2024, '720', '725'))]

  it('is taken back but for that figure, when somebody asks for it', async () => {
    const app = await history(drafts)
    await app.user.click(screen.getByRole('button', { name: '撤销第1号改动' }))
    expect(await bar()).toHaveTextContent('2024年“案件” 720件 → 改为725件')
    expect(app.revisions()).toHaveLength(2)
    await app.user.click(within(await bar()).getByRole('button', { name: '撤销其余4项' }))
    await waitFor(() => expect(app.revisions()).toHaveLength(3))
    expect(entry(3)).toHaveTextContent('第3号 撤销第1号的一部分')
    expect(entry(1)).toHaveTextContent('已撤销一部分')
    expect(entry(1)).toHaveTextContent('其中1项后来改过，没有撤销，仍然保留：2024年“案件”')
    await app.open('/i/cases')
    expect(figuresIn(screen.getByRole('main')).map(({ year, text }) => `${year} ${text}`)).toContain(
      '2024 725件',
    )
    await app.open('/i/visits')
    expect(figuresIn(screen.getByRole('main'))[0]).toMatchObject({ text: '≥40次' })
  })

  it('is brought back whole from there', async () => {
    const app = await history(drafts)
    await act(() => app.store.getState().undo(1, 'rest'))
    await app.user.click(screen.getByRole('button', { name: '重做第1号改动' }))
    await waitFor(() => expect(app.revisions()).toHaveLength(4))
    expect(entry(1)).not.toHaveTextContent('已撤销')
    expect(entry(4)).toHaveTextContent('重做第1号的一部分')
  })
})

it('checks of hundreds of figures are drawn piece by piece', async () => {
  const gone = Array.from({ length: 120 }, (_, i) => aFigureChange(`gone-${i}`, 2024, null, '5'))
  const app = await history([imported(...gone)])
  const checks = screen.getByRole('region', { name: '需要核对' })
  expect(within(checks).getAllByRole('listitem')).toHaveLength(50)
  await app.user.click(within(checks).getByRole('button', { name: '再显示50项（还有70项）' }))
  expect(within(checks).getAllByRole('listitem')).toHaveLength(100)
})

describe('two points in time', () => {
  const drafts = [
    edit(aFigureChange('cases', 2023, '700', '710')),
    edit(aFigureChange('cases', 2023, '710', '720'), aFigureChange('talks', 2024, null, '5')),
    edit(aFigureChange('talks', 2024, '5', '6')),
  ]
  const points = () => screen.getByRole('region', { name: '两个时间点之间' })

  it('show every figure that differs, old → new, and keep the choice in the address', async () => {
    const app = await history(drafts)
    expect(within(points()).queryByRole('listitem')).toBeNull()
    await app.user.click(within(points()).getByRole('button', { name: '比较' }))
    expect(window.location.hash).toBe('#/history?from=0&to=now')
    await app.open('/history?from=1&to=2')
    expect(points()).toHaveTextContent('有2项不同：')
    expect(figuresIn(points()).map(({ year, text }) => `${year} ${text}`)).toEqual([
      '2024 待录入',
      '2024 5场',
      '2023 710件',
      '2023 720件',
    ])
    expect(within(points()).getByRole('link', { name: '2023年“案件”' })).toHaveAttribute('href', '#/i/cases')
    await app.user.selectOptions(within(points()).getByLabelText('到'), '0')
    expect(window.location.hash).toBe('#/history?from=1&to=0')
  })

  it('that are the same say so', async () => {
    await history(drafts, '/history?from=2&to=2')
    expect(points()).toHaveTextContent('这两个时间点的数据相同。')
  })

  it('that the log does not have stand for now', async () => {
    await history(drafts, '/history?from=0&to=99')
    expect(within(points()).getByLabelText('到')).toHaveDisplayValue('现在')
    expect(points()).toHaveTextContent('有2项不同：')
  })
})
