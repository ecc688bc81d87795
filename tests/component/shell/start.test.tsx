import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SHIPPED } from '../../support/data.ts'
import { readFolder } from '../../support/files.ts'
import { pageDrawn } from '../../support/render.tsx'

/** Puts a data folder inside the page, as the one-file build carries it. */
function carry(folder: string) {
  const script = document.createElement('script')
  script.id = 'carried-data'
  script.type = 'application/json'
  script.textContent = JSON.stringify(
    Object.fromEntries(
      [...readFolder(folder)].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]),
    ),
  )
  document.body.append(script)
}

const go = async (hash: string) => {
  await act(async () => {
    window.location.hash = hash
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  })
}

const { dataset } = document.documentElement

/** Starts the app on the shipped data; it lives until the page is left, so each file of tests starts it once. */
beforeEach(async () => {
  if (document.getElementById('root')) return
  carry(SHIPPED)
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  localStorage.setItem('another program', 'its data')
  window.location.hash = '#/c/2?theme=dark'
  const { start } = await import('#shell/start.tsx')
  await act(async () => start(root))
})

afterEach(async () => {
  await go('#/')
})

describe('start', () => {
  it('opens the page of the address, with the theme the address asks for', async () => {
    expect(await pageDrawn()).toHaveTextContent('守正创新抓落实')
    expect(dataset.theme).toBe('dark')
    expect(dataset.text).toBe('standard')
  })

  it('follows the address, and keeps the theme the address does not mention', async () => {
    await go('#/report/2023')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('报告原文'))
    expect(dataset.theme).toBe('dark')
    await go('#/data?text=large')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('数据表'))
    expect(dataset.text).toBe('large')
    await go('#/data?text=standard&theme=light')
    expect([dataset.theme, dataset.text]).toEqual(['light', 'standard'])
  })

  it('keeps what the user chooses on the machine, and touches nothing else there', async () => {
    const user = userEvent.setup()
    localStorage.setItem('another program', 'its data')
    await user.click(screen.getByRole('button', { name: '大字版' }))
    expect(dataset.text).toBe('large')
    const kept = Object.entries({ ...localStorage }).filter(([key]) => key !== 'another program')
    expect(kept).toHaveLength(1)
    expect(JSON.parse(kept[0]?.[1] ?? '')).toEqual({ theme: 'light', text: 'large' })
    expect(localStorage.getItem('another program')).toBe('its data')
  })

  it('opens the search at / and closes it when another page is opened', async () => {
    const user = userEvent.setup()
    await user.keyboard('[Slash]')
    expect(await screen.findByRole('dialog')).toBeVisible()
    await go('#/compare')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
