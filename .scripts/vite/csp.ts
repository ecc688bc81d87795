import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

export type BuildKind = 'multi' | 'single'

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

/** A script runs when it has no type, a JavaScript type or `module`; anything else is data for the browser. */
const runs = (attributes: string) => {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? ''
  return /^(|module|(text|application)\/(javascript|ecmascript))$/i.test(type)
}

const withoutComments = (html: string) => html.replace(/<!--[\s\S]*?-->/g, '')

/** Text of every inline script that runs, exactly as the browser hashes it. */
export function inlineScripts(html: string): readonly string[] {
  const found: string[] = []
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    if (!/\bsrc\s*=/i.test(attributes) && runs(attributes)) found.push(text)
  }
  return found
}

/** Text of every `<style>` element outside of scripts. */
export function inlineStyles(html: string): readonly string[] {
  const markup = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
  return [...withoutComments(markup).matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map((m) => m[1] ?? '')
}

/**
 * The policy a page must carry: nothing from elsewhere, no inline code but the one hashed here.
 * The single build may not connect at all, so the browser itself vouches that no data leaves the computer.
 */
export function policyFor(html: string, kind: BuildKind): string {
  const scripts = inlineScripts(html).map(sha256)
  const styles = inlineStyles(html).map(sha256)
  const self = kind === 'multi' ? ["'self'"] : []
  const list = (sources: readonly string[]) => (sources.length > 0 ? sources.join(' ') : "'none'")
  return [
    `default-src 'none'`,
    `script-src ${list([...self, ...scripts])}`,
    `style-src ${list([...self, ...styles])}`,
    `img-src ${list([...self, 'data:', 'blob:'])}`,
    `font-src ${list(kind === 'multi' ? self : ['data:'])}`,
    `connect-src ${list(self)}`,
    `worker-src ${list([...self, 'blob:'])}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types default`,
  ].join('; ')
}

/** The page with the policy as the first element of its head: a policy binds only what comes after it. */
export function withPolicy(html: string, kind: BuildKind): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html, kind)}" />`
  // A function: `$'` in a replacement string would be read as a pattern.
  const done = html.replace(/<head>/i, (head) => `${head}\n    ${meta}`)
  if (done === html) throw new Error('index.html has no <head> to put the policy into')
  return done
}

/** Must be the last plugin: the hashes are of the text as it ships, minified and inlined. */
export function csp(kind: BuildKind): Plugin {
  return {
    name: 'csp',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html'))
            file.source = withPolicy(String(file.source), kind)
        }
      },
    },
  }
}
