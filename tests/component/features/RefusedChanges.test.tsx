import { act, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import '#features/history/HistoryPage.tsx'
import type { LoggedChange } from '#domain/revision.ts'
import { smallCounty } from '../../support/editing.tsx'
import { aDraft, aFigureChange, aJoin, anEntry } from '../../support/log.ts'
import { renderApp } from '../../support/render.tsx'

/** The app over changes that do not fit what is published, as after an update of the published files. */
async function appWith(...changes: readonly LoggedChange[]) {
  const app = renderApp(smallCounty([{ id: 'older', short: '旧名' }, { id: 'newer' }]))
  await act(async () => {
    await app.store.getState().keep(aDraft(changes, { reason: '核对' }))
  })
  return app
}

const checks = () => within(screen.getByRole('region', { name: '需要核对' }))

it('a join that does not fit is listed with its reason, and nothing is said to be published of it', async () => {
  const { open } = await appWith(aJoin('talks', 'visits'))
  await open('/history')
  expect(checks().getByText(/第1号改动/).textContent).toBe(
    '第1号改动：指标或条目已不在目录中，或者两项指标已不能接成一列。',
  )
  expect(checks().getByRole('listitem').textContent).toContain('接续“走访”')
  expect(checks().queryByText(/发布值/)).toBeNull()
  expect(checks().queryByRole('button')).toBeNull()
})

it('a join that does not fit is not said to be made on the page of the figure', async () => {
  const { open, user } = await appWith(aJoin('talks', 'visits'))
  await open('/i/talks')
  await user.click(screen.getByRole('button', { name: '更改方向、合并更名' }))
  await screen.findByRole('button', { name: '更改方向' })
  expect(screen.queryByText(/已与“.*”接成一列/)).toBeNull()
  expect(screen.queryByRole('button', { name: '拆开' })).toBeNull()
})

it('a join that fits is said to be made, and can be taken apart', async () => {
  const { open, user } = await appWith(aJoin('newer', 'older'))
  await open('/i/newer')
  await user.click(screen.getByRole('button', { name: '更改方向、合并更名' }))
  expect(await screen.findByText('已与“旧名”接成一列。')).toBeDefined()
  expect(screen.getByRole('button', { name: '拆开' })).toBeDefined()
})

it('the log names what was joined by its own name, not by the one it has now', async () => {
  const { open } = await appWith(aJoin('newer', 'older'))
  await open('/i/newer')
  const log = within(screen.getByRole('region', { name: '修改历史' }))
  expect(log.getByRole('listitem').textContent).toContain('接续“旧名”')
})

it('an entry the catalogue no longer takes stands beside what is published, to be taken over', async () => {
  const { open, store, user } = await appWith(
    aFigureChange('cases', 2023, '690', anEntry('7', { unit: '人' })),
  )
  await open('/history')
  const item = within(checks().getByRole('listitem'))
  expect(item.getByText('“7人”')).toBeDefined()
  expect(item.getByText('发布值').textContent).toContain('700')
  await user.click(item.getByRole('button', { name: /^采用发布值/ }))
  expect(await screen.findByText('第2号')).toBeDefined()
  expect(screen.queryByRole('region', { name: '需要核对' })).toBeNull()
  const { data } = store.getState()
  expect(data.status === 'ready' && data.dataset).toBe(data.status === 'ready' && data.base)
})
