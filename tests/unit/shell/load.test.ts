// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadDataset } from '#shell/load.ts'
import { MADE_UP, madeUpDataset, SHIPPED, shippedDataset } from '../../support/data.ts'

/** Serves a folder as a static server does; some paths answered otherwise. */
function serve(folder: string, odd: Readonly<Record<string, () => Response | Promise<Response>>> = {}) {
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const path = address.replace('./data/', '')
    const answer = odd[path]?.() ?? new Response(readFileSync(`${folder}/${path}`))
    const aborted = new Promise<never>((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    })
    return Promise.race([answer, aborted])
  })
}

const NEVER = () => new Promise<Response>(() => {})

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it.each([
  [SHIPPED, shippedDataset],
  [MADE_UP, madeUpDataset],
])('reads %s over the network as it reads the folder', async (folder, dataset) => {
  serve(folder)
  const result = await loadDataset()
  expect(result.ok && result.value.observations).toEqual(dataset().observations)
  expect(result.findings).toEqual([])
})

it('leaves no timer running', async () => {
  serve(SHIPPED)
  await loadDataset()
  expect(vi.getTimerCount()).toBe(0)
})

it.each([
  ['datapackage.json', 404, 'file-missing'],
  ['years/2023.csv', 404, 'file-missing'],
  ['reports/2023.txt', 500, 'file-missing'],
])('says which file the server does not give: %s (%d)', async (path, status, code) => {
  serve(SHIPPED, { [path]: () => new Response('', { status }) })
  expect(await loadDataset()).toEqual({
    ok: false,
    findings: [{ code, severity: 'blocks', at: { file: path }, facts: { status } }],
  })
})

it.each([
  ['datapackage.json', '<!doctype html><title>登录</title>', 'file-is-html'],
  ['catalogue.json', '<!doctype html><title>登录</title>', 'file-is-html'],
  ['catalogue.json', '{"title":"', 'json-broken'],
  ['catalogue.json', '{"__proto__":{"polluted":true}}', 'json-shape'],
  ['years/2023.csv', '<!doctype html><title>登录</title>', 'file-is-html'],
  ['years/2023.csv', '', 'file-empty'],
  ['plans/2023.csv', '甲,乙\n', 'header-missing'],
])('refuses %s that holds %j as %s', async (path, text, code) => {
  serve(SHIPPED, { [path]: () => new Response(text) })
  const result = await loadDataset()
  expect(result.ok).toBe(false)
  expect(result.findings.map((finding) => [finding.code, finding.at.file])).toContainEqual([code, path])
  expect(Object.keys(Object.prototype)).toEqual([])
})

it.each(['datapackage.json', 'years/2023.csv'])(
  'gives up on a %s that never comes before ten seconds are over',
  async (path) => {
    serve(SHIPPED, { [path]: NEVER })
    const loading = loadDataset()
    await vi.advanceTimersByTimeAsync(9500)
    expect(await loading).toMatchObject({
      ok: false,
      findings: [{ code: 'file-slow', severity: 'blocks', at: { file: path } }],
    })
  },
)

it('turns a fault of the program into a finding, never into an exception', async () => {
  const script = document.createElement('script')
  script.id = 'carried-data'
  script.type = 'application/json'
  script.textContent = '{broken'
  document.body.append(script)
  expect(await loadDataset()).toMatchObject({
    ok: false,
    findings: [{ code: 'program-fault', severity: 'blocks' }],
  })
  script.remove()
})
