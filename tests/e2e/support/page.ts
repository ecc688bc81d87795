import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BrowserContext, test as base, expect } from '@playwright/test'

/** The builds as somebody opens them by double click. */
export const onDisk = {
  folder: pathToFileURL(resolve('dist/index.html')).href,
  single: pathToFileURL(resolve('dist-single/index.html')).href,
}

interface Faults {
  /** Lets this test have faults that match; every other one still fails it. */
  allow(pattern: RegExp): void
  readonly found: readonly string[]
}

const isForeign = (address: string, origin: string) => {
  const url = new URL(address)
  return !['data:', 'blob:', 'about:'].includes(url.protocol) && url.origin !== origin
}

async function listen(context: BrowserContext, origin: string, found: string[]) {
  context.on('weberror', (error) => found.push(`page error: ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`)
  })
  context.on('request', (request) => {
    const ownFile = request.url().startsWith('file:') && request.isNavigationRequest()
    if (!ownFile && isForeign(request.url(), origin)) found.push(`request: ${request.url()}`)
  })
  // Through the console, so that nothing is lost when the page goes to another address.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI} ${event.sample}`)
    })
  })
}

/**
 * Playwright's test, with one more demand on each: no error, no violation of the policy and no request to another
 * server in any window it opened.
 */
export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ context, baseURL }, use) => {
      const found: string[] = []
      const allowed: RegExp[] = []
      await listen(context, new URL(baseURL ?? '').origin, found)
      await use({ allow: (pattern) => void allowed.push(pattern), found })
      expect(found.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
