// Serves every page of the benchmark the way a real host would: brotli, long caching of hashed files.
import { readFileSync, realpathSync } from 'node:fs'
import { createServer } from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'
import { mimeOf } from '../../.scripts/mime.mjs'
import { fileFor } from '../../.scripts/serve.mjs'

const headers = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept-Encoding',
}
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }

/** The first folder that has the file. Missing: `null`. */
function find(folders, url) {
  for (const folder of folders) {
    const file = fileFor(realpathSync(folder), url)
    if (file) return file
  }
  return null
}

function packer() {
  const packed = new Map()
  return (file) => {
    if (!packed.has(file)) {
      const body = readFileSync(file)
      const small = !/^(text|application\/json|image\/svg)/.test(mimeOf(file)) || body.length < 1024
      packed.set(file, small ? { body } : { body: brotliCompressSync(body, best), encoding: 'br' })
    }
    return packed.get(file)
  }
}

/**
 * Serves `folders` on a free port; the first folder that has a file wins. Compresses each file once, before
 * the first measurement asks for it the second time.
 */
export function serveFolders(folders) {
  const pack = packer()
  const server = createServer((request, response) => {
    const file = find(folders, request.url ?? '/')
    if (!file) return response.writeHead(404, headers).end()
    const { body, encoding } = pack(file)
    const hashed = file.includes('/assets/')
    response.writeHead(200, {
      ...headers,
      'Content-Type': mimeOf(file),
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'Content-Length': body.length,
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    })
    response.end(body)
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const stop = () => {
        server.close()
        server.closeAllConnections()
      }
      done({ address: `http://localhost:${server.address().port}/`, stop })
    })
  })
}
