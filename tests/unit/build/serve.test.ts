import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../../.scripts/serve.mjs'

let folder = ''
let server: { address: string; stop: () => void }
const get = (path: string, init: RequestInit = {}) =>
  fetch(server.address.replace('localhost', '127.0.0.1') + path, init)

/** fetch tidies `..` away before it asks; this sends the path as it is. */
const rawStatus = (path: string) =>
  new Promise((done, refuse) => {
    const { port } = new URL(server.address)
    request({ host: '127.0.0.1', port, path }, (r) => done(r.resume().statusCode))
      .on('error', refuse)
      .end()
  })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'))
  for (const name of ['dist/assets', 'dist/data']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'dist/index.html'), `<p>${'法'.repeat(2000)}`)
  writeFileSync(join(folder, 'dist/assets/a-1.js'), 'x')
  writeFileSync(join(folder, 'dist/assets/a-1.woff2'), 'x')
  writeFileSync(join(folder, 'dist/data/a.csv'), '年度')
  writeFileSync(join(folder, 'secret.txt'), 'x')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'dist/link.txt'))
  server = await serve({ folder: join(folder, 'dist'), port: 4980 })
})
afterAll(() => {
  server.stop()
  rmSync(folder, { recursive: true })
})

it.each([
  ['', 'text/html; charset=utf-8'],
  ['data/a.csv?x=1', 'text/csv; charset=utf-8'],
  ['assets/a-1.js', 'text/javascript; charset=utf-8'],
  ['assets/a-1.woff2', 'font/woff2'],
])('sends /%s as %s, guarded', async (path, type) => {
  const answer = await get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe(type)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
})

it('lets a browser keep hashed files and asks it to check the others', async () => {
  expect((await get('assets/a-1.js')).headers.get('cache-control')).toContain('immutable')
  const first = await get('data/a.csv')
  expect(first.headers.get('cache-control')).toBe('no-cache')
  const again = await get('data/a.csv', { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)
})

it('compresses text to the same text', async () => {
  const answer = await get('', { headers: { 'Accept-Encoding': 'gzip' } })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(await answer.text()).toBe(`<p>${'法'.repeat(2000)}`)
})

describe('a way out of the folder', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/data/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/%00',
    '/%',
    '//etc/passwd',
    '/missing.js',
    '/data/',
  ])('is not %s', async (path) => {
    expect(await rawStatus(path)).toBe(404)
  })
})

it('refuses to write', async () => {
  expect((await get('', { method: 'POST' })).status).toBe(405)
})

it('takes the next port when one is busy, and none when it must not', async () => {
  const port = Number(new URL(server.address).port)
  const second = await serve({ folder, port })
  expect(Number(new URL(second.address).port)).toBeGreaterThan(port)
  second.stop()
  await expect(serve({ folder, port, strict: true })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
