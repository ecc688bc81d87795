import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { start } from '#shell/start.tsx'
import { SHIPPED } from '../../support/data.ts'
import { readFolder } from '../../support/files.ts'
import { pageDrawn } from '../../support/render.tsx'

/** Puts a data folder inside the page, as the one-file build carries it. */
function carry(folder: string) {
  const script = document.createElement('script')
  script.id = 'carried-data'
  script.type = 'application/json'
  const base64 = [...readFolder(folder)].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')])
  script.textContent = JSON.stringify(Object.fromEntries(base64))
  document.body.append(script)
}

const go = (hash: string) =>
  act(async () => {
    window.location.hash = hash
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  })

const heading = (text: string) =>
  waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(text))

// One test, because the app lives as long as its page: it cannot be started a second time beside itself.
it('opens at the address, follows it, keeps what is chosen on the machine and searches by key', async () => {
  const { dataset } = document.documentElement
  const user = userEvent.setup()
  carry(SHIPPED)
  localStorage.setItem('another program', 'its data')
  window.location.hash = '#/c/2?theme=dark'
  const root = document.body.appendChild(document.createElement('div'))
  await act(async () => start(root))

  expect(await pageDrawn()).toHaveTextContent('守正创新抓落实')
  expect([dataset.theme, dataset.text]).toEqual(['dark', 'standard'])

  await go('#/report/2023')
  await heading('报告原文')
  expect(dataset.theme).toBe('dark')
  await go('#/data?text=large')
  await heading('数据表')
  expect(dataset.text).toBe('large')
  await go('#/data?text=standard&theme=light')
  expect([dataset.theme, dataset.text]).toEqual(['light', 'standard'])

  await user.click(screen.getByRole('button', { name: '大字版' }))
  expect(dataset.text).toBe('large')
  const kept = Object.entries({ ...localStorage }).filter(([key]) => key !== 'another program')
  expect(kept.map(([, value]) => JSON.parse(value as string))).toEqual([{ theme: 'light', text: 'large' }])
  expect(localStorage.getItem('another program')).toBe('its data')

  await user.keyboard('[Slash]')
  expect(await screen.findByRole('dialog')).toBeVisible()
  await go('#/compare')
  await heading('年度对比')
  expect(screen.queryByRole('dialog')).toBeNull()
  // The other pages' code is fetched behind this one; the document must outlive that.
  await waitFor(() => expect(performance.getEntriesByName('pages')).toHaveLength(1), { timeout: 20_000 })
})
