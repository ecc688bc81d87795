import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** The icon as a data: address. Characters that end an attribute are escaped. */
const dataAddress = (svg: string) =>
  `data:image/svg+xml,${encodeURIComponent(svg.trim().replace(/\s+/g, ' '))}`

/**
 * Vite leaves what is in public/ outside of the page. A page of one file must carry its icon, and browsers ask for
 * one outside anew at every change of the address, which fails without a network.
 */
export function inlineIcon(): Plugin {
  let svg = ''
  return {
    name: 'inline-icon',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      svg = readFileSync(resolve(config.root, 'public/icon.svg'), 'utf8')
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace(/href="[^"]*icon\.svg"/, () => `href="${dataAddress(svg)}"`),
    },
  }
}
