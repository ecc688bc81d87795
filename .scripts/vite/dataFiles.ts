import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { mimeOf } from '../mime.mjs'
import type { BuildKind } from './csp.ts'

/** Paths of all files below `folder`, with `/`, sorted, so that two builds of the same data are the same bytes. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

/** Read by people, never by the page. */
const isForPeople = (path: string) => path === 'README.md' || path.startsWith('not-figures/')

/** The element the page reads instead of fetching: `{"years/2023.csv": "…base64…"}`, byte for byte. */
export function carriedData(folder: string): string {
  const files: Record<string, string> = {}
  for (const path of listFiles(folder)) {
    if (!isForPeople(path)) files[path] = readFileSync(join(folder, path)).toString('base64')
  }
  const json = JSON.stringify(files).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="carried-data">${json}</script>`
}

/** Puts `element` at the end of body; the module script is deferred, so it finds it. */
export function withCarriedData(html: string, element: string): string {
  const at = html.lastIndexOf('</body>')
  if (at < 0) throw new Error('index.html has no </body> to put the data before')
  return `${html.slice(0, at)}${element}\n  ${html.slice(at)}`
}

/** For who starts a development server: puts another folder of the repository in the place of `data/`. */
export interface ServedData {
  serve(folder: string): void
}

/** Serves, copies or embeds `data/` as it is: the same bytes reach the same reader in every build. */
export function dataFiles(kind: BuildKind): Plugin<ServedData> {
  let root = ''
  let folder = ''
  // The server's alone: a build has no way to another folder than data/.
  let served = ''
  return {
    name: 'data-files',
    enforce: 'post',
    api: {
      serve(other) {
        served = resolve(root, other)
      },
    },
    configResolved(config) {
      root = config.root
      folder = resolve(root, 'data')
      served = folder
    },
    configureServer(server) {
      server.watcher.on('change', (path) => {
        if (path.startsWith(served)) server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use('/data', (request, response, next) => {
        const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '').slice(1)
        if (!listFiles(served).includes(path)) {
          response.statusCode = 404
          return response.end()
        }
        try {
          response.setHeader('Content-Type', mimeOf(path))
          response.setHeader('Cache-Control', 'no-cache')
          response.end(readFileSync(join(served, path)))
        } catch (error) {
          next(error)
        }
      })
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (kind === 'multi') {
          for (const path of listFiles(folder))
            this.emitFile({
              type: 'asset',
              fileName: `data/${path}`,
              source: readFileSync(join(folder, path)),
            })
          return
        }
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html'))
            file.source = withCarriedData(String(file.source), carriedData(folder))
        }
      },
    },
  }
}
