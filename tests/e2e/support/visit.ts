import type { Page } from '@playwright/test'

/** Runs in the page: everything in view is drawn, and the charts further down too. */
async function drawn(): Promise<void> {
  const deadline = performance.now() + 10_000
  const pending = (): boolean =>
    document.documentElement.dataset.ready !== 'true' ||
    [...document.querySelectorAll('div[role="img"]')].some(
      (chart) => !chart.querySelector('svg path, svg text'),
    )
  while (pending()) {
    if (performance.now() > deadline) throw new Error(`not drawn after 10 s: ${location.hash}`)
    await new Promise((next) => requestAnimationFrame(next))
  }
}

/** Loads the app anew at an address such as `#/c/2?theme=dark`. */
export async function open(page: Page, hash = '#/'): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`./${hash}`)
  await page.evaluate(drawn)
}

/** Goes to another address of the running app, as a link would. */
export async function visit(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    if (window.location.hash === next) return undefined
    const moved = new Promise((done) => window.addEventListener('hashchange', done, { once: true }))
    window.location.hash = next
    return moved
  }, hash)
  await page.evaluate(drawn)
}

export const ready = (page: Page): Promise<void> => page.evaluate(drawn)
