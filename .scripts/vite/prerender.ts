import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer, type Plugin } from 'vite'
import { listFiles } from './dataFiles.ts'

interface Prerendered {
  readonly html: string
  readonly fingerprint: string
}

/** Loads the app in Node and draws the overview of `data/` with it. */
async function draw(root: string): Promise<Prerendered> {
  const server = await createServer({
    root,
    configFile: false,
    plugins: [react()],
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true, include: [] },
  })
  try {
    const { prerenderOverview } = await server.ssrLoadModule('/src/shell/prerender.tsx')
    const folder = resolve(root, 'data')
    const files = listFiles(folder).map(
      (path) => [path, new Uint8Array(readFileSync(join(folder, path)))] as const,
    )
    return prerenderOverview(
      new Map(files.filter(([path]) => path !== 'README.md' && !path.startsWith('not-figures/'))),
    )
  } finally {
    await server.close()
  }
}

/** The policy forbids style attributes: every style becomes a class, its rule goes into one hashed element. */
export function withoutStyleAttributes(html: string): { readonly html: string; readonly css: string } {
  const names = new Map<string, string>()
  const plain = html.replace(/<[a-z][^>]*?\sstyle="[^"]*"[^>]*>/gi, (tag) => {
    const style = /\sstyle="([^"]*)"/i.exec(tag)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const name = names.get(style) ?? `p${names.size}`
    names.set(style, name)
    const bare = tag.replace(/\sstyle="[^"]*"/i, '')
    if (/\sclass="/.test(bare)) return bare.replace(/\sclass="/, ` class="${name} `)
    return bare.replace(/^<([a-z0-9]+)/i, `<$1 class="${name}"`)
  })
  return { html: plain, css: [...names].map(([style, name]) => `#prerendered .${name}{${style}}`).join('') }
}

/** Puts the drawn overview before the app's root; the app takes over and removes it. */
export function withOverview(
  page: string,
  { html, fingerprint }: Prerendered,
  fonts: readonly string[],
  chunks: readonly string[],
): string {
  const { html: markup, css } = withoutStyleAttributes(html)
  const rootTag = '<div id="root">'
  if (!page.includes(rootTag)) throw new Error('index.html has no root to put the overview before')
  // Digits in the fallback font are wider: they would wrap and shift the page when the font arrives.
  const preloads = fonts.map(
    (path) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${path}" />`,
  )
  // The app waits for the first paint and the charts for their turn; their code arrives meanwhile.
  preloads.push(...chunks.map((path) => `<link rel="modulepreload" crossorigin href="./${path}" />`))
  return page
    .replace('</head>', () => `${preloads.join('\n    ')}\n    <style>${css}</style>\n  </head>`)
    .replace(
      rootTag,
      () =>
        `<div id="prerendered" data-fingerprint="${fingerprint}">${markup}</div>\n    <div id="root" class="staging">`,
    )
}

/** Draws the overview at build time, so that it is seen before any script has run. Goes before the policy's plugin. */
export function prerender(): Plugin {
  let root = ''
  return {
    name: 'prerender-overview',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const drawn = await draw(root)
        const fonts = Object.keys(bundle).filter((path) => path.endsWith('.woff2'))
        const chunks = Object.keys(bundle).filter((path) =>
          /\/(start|react|echarts|EChart)-[^/]*\.js$/.test(path),
        )
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html'))
            file.source = withOverview(String(file.source), drawn, fonts, chunks)
        }
      },
    },
  }
}
