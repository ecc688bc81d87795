// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FileUnavailable, shippedFiles } from '#persistence/shippedFiles.ts'
import { bytesOf } from '../../support/files.ts'

type Fetch = typeof fetch

const serve = (answer: Fetch) => vi.stubGlobal('fetch', vi.fn(answer))
const signal = () => new AbortController().signal

/** Why the file could not be had. */
async function failureOf(reading: Promise<unknown>): Promise<FileUnavailable> {
  const error = await reading.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FileUnavailable)) throw new Error(`expected a FileUnavailable, got ${String(error)}`)
  return error
}

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

describe('beside the page', () => {
  it('gives the bytes as they are', async () => {
    serve(async () => new Response(new Uint8Array([0xef, 0xbb, 0xbf, 0x35])))
    expect(await shippedFiles(signal())('years/2023.csv')).toEqual(new Uint8Array([0xef, 0xbb, 0xbf, 0x35]))
  })

  it('asks for a path below data/, never for one of the server', async () => {
    serve(async () => new Response(''))
    await shippedFiles(signal())('years/2023.csv')
    expect(vi.mocked(fetch).mock.calls[0]?.[0]).toBe('./data/years/2023.csv')
  })

  it.each([404, 500, 403])('names the status %d', async (status) => {
    serve(async () => new Response('', { status }))
    expect(await failureOf(shippedFiles(signal())('a.csv'))).toMatchObject({
      code: 'file-missing',
      file: 'a.csv',
      facts: { status },
    })
  })

  it('says that a file is missing where no server answers', async () => {
    serve(async () => {
      throw new TypeError('Failed to fetch')
    })
    expect(await failureOf(shippedFiles(signal())('a.csv'))).toMatchObject({
      code: 'file-missing',
      facts: {},
    })
  })

  it('says that a file is missing where the answer breaks off', async () => {
    const body = new ReadableStream({
      start: (controller) => controller.error(new TypeError('network error')),
    })
    serve(async () => new Response(body))
    expect(await failureOf(shippedFiles(signal())('a.csv'))).toMatchObject({ code: 'file-missing' })
  })

  it('says that a file is slow where the wait was given up', async () => {
    const controller = new AbortController()
    serve(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
        }),
    )
    const reading = failureOf(shippedFiles(controller.signal)('a.csv'))
    controller.abort()
    expect(await reading).toMatchObject({ code: 'file-slow', file: 'a.csv' })
  })
})

describe('inside the page', () => {
  const carry = (files: Record<string, Uint8Array>) => {
    const script = document.createElement('script')
    script.id = 'carried-data'
    script.type = 'application/json'
    const base64 = Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')])
    script.textContent = JSON.stringify(Object.fromEntries(base64))
    document.body.append(script)
    serve(() => Promise.reject(new Error('the one-file build must not ask any server')))
  }

  it('gives every byte back, beyond ASCII too', async () => {
    const bytes = new Uint8Array(Array.from({ length: 256 }, (_, i) => i))
    carry({ 'a.bin': bytes, 'b.csv': bytesOf('年度,数值\n', 'utf8', true) })
    expect(await shippedFiles(signal())('a.bin')).toEqual(bytes)
    expect(await shippedFiles(signal())('b.csv')).toEqual(bytesOf('年度,数值\n', 'utf8', true))
  })

  it.each(['b.csv', '__proto__', 'constructor'])(
    'says that %s is missing, without asking a server',
    async (path) => {
      carry({ 'a.csv': bytesOf('a') })
      expect(await failureOf(shippedFiles(signal())(path))).toMatchObject({
        code: 'file-missing',
        file: path,
      })
      expect(fetch).not.toHaveBeenCalled()
    },
  )
})
