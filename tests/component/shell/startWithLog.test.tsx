import 'fake-indexeddb/auto'
import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { overlay } from '#importing/overlay.ts'
import { browserKeeper } from '#persistence/browserKeeper.ts'
import { start } from '#shell/start.tsx'
import { SHIPPED, shippedDataset } from '../../support/data.ts'
import { readFolder } from '../../support/files.ts'
import { aDraft, aFigureChange } from '../../support/log.ts'
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

// One test, because the app lives as long as its page: it cannot be started a second time beside itself.
it('shows the figures kept on this machine from the first drawing on, and follows the other windows', async () => {
  const base = shippedDataset()
  const other = browserKeeper()
  await other.open()
  const change = aFigureChange('legal-aid-cases', 2023, '2138', '2183')
  expect(await other.append(aDraft([change]))).toMatchObject({ kept: true, durable: true })

  const seen = new Set<string>()
  const look = () => {
    for (const [found] of document.body.textContent?.matchAll(/数据指纹 [0-9a-f]{16}/g) ?? []) seen.add(found)
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  carry(SHIPPED)
  window.location.hash = '#/data'
  await act(async () => start(document.body.appendChild(document.createElement('div'))))
  await pageDrawn()
  let log: Parameters<typeof overlay>[1] = []
  other.watch(({ revisions }) => {
    log = revisions
  })
  const first = `数据指纹 ${overlay(base, log).dataset.fingerprint}`
  expect(screen.getByRole('contentinfo')).toHaveTextContent(first)
  expect([...seen]).toEqual([first])
  observer.disconnect()

  await act(async () => {
    await other.append(aDraft([aFigureChange('legal-aid-cases', 2023, '2183', '2184')]))
  })
  const second = `数据指纹 ${overlay(base, log).dataset.fingerprint}`
  expect(second).not.toBe(first)
  await waitFor(() => expect(screen.getByRole('contentinfo')).toHaveTextContent(second))
})
