// A small server for dist/: right types, a check for changes at every load, no way out of the folder.
import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { mimeOf } from './mime.mjs'

/** `frame-ancestors` works as a header only; the rest of the policy is in the page itself. */
const headers = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** The file an address means. Missing: null for one that does not exist, is outside of `root` or is malformed. */
export function fileFor(root, url) {
  let path
  try {
    path = decodeURIComponent(url.split(/[?#]/)[0])
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return null
  const inside = (file) => file === root || file.startsWith(root + sep)
  try {
    let file = realpathSync(resolve(root, `.${path}`))
    if (inside(file) && statSync(file).isDirectory()) file = realpathSync(join(file, 'index.html'))
    return inside(file) ? file : null
  } catch {
    return null
  }
}

/** Compressed once for each version of a file; null for what is compressed already. */
function packer() {
  const packed = new Map()
  return (file, etag, body) => {
    if (!/^(text|application\/json|image\/svg)/.test(mimeOf(file)) || body.length < 1024) return null
    const key = file + etag
    if (!packed.has(key)) packed.set(key, gzipSync(body))
    return packed.get(key)
  }
}

function handler(folder) {
  const pack = packer()
  return (request, response) => {
    const answer = (status, extra, body) => {
      response.writeHead(status, { ...headers, ...extra })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(405, { ...plain, Allow: 'GET, HEAD' }, '只能读取。')
    // Looked up at each request: a build replaces the folder while the server runs.
    const root = (() => {
      try {
        return realpathSync(folder)
      } catch {
        return null
      }
    })()
    if (root === null) return answer(404, plain, '还没有构建。请先运行 npm run build。')
    const file = fileFor(root, request.url ?? '/')
    if (file === null) return answer(404, plain, '没有这个文件。')

    const body = readFileSync(file)
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
    const hashed = file.startsWith(join(root, 'assets') + sep)
    const about = {
      'Content-Type': mimeOf(file),
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
      ETag: etag,
    }
    if (request.headers['if-none-match'] === etag) return answer(304, about)
    const gzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? pack(file, etag, body) : null
    const sent = gzip ?? body
    answer(
      200,
      { ...about, 'Content-Length': sent.length, ...(gzip ? { 'Content-Encoding': 'gzip' } : {}) },
      sent,
    )
  }
}

/**
 * Serves `folder`; takes the next free port when `port` is busy, unless `strict`.
 * Resolves with the address and a way to stop.
 */
export function serve({ folder, port = 4173, strict = false }) {
  const host = '127.0.0.1' // this computer only
  const server = createServer(handler(folder))
  return new Promise((done, refuse) => {
    let next = port
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || strict || next >= port + 50) return refuse(error)
      next += 1
      server.listen(next, host)
    })
    server.on('listening', () => {
      const stop = () => {
        server.close()
        server.closeAllConnections()
      }
      done({ address: `http://localhost:${server.address().port}/`, stop })
    })
    server.listen(next, host)
  })
}

const isMain = process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (isMain) {
  const args = process.argv.slice(2)
  const at = args.indexOf('--port')
  const { address } = await serve({
    folder: fileURLToPath(new URL('../dist', import.meta.url)),
    port: Number(at >= 0 ? args[at + 1] : (process.env.PORT ?? 4173)),
    strict: args.includes('--strict'),
  })
  console.log(`地址：${address}`)
}
