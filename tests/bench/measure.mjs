import { readPage, timeChange, watchPage } from './inPage.mjs'

const TIMEOUT_MS = 60_000
/** Waited after the last chart, so that late tasks are counted. */
const SETTLE_MS = 300

const options = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }

/** A page in a fresh context: cold cache, cold code cache. Returns when its charts stand. */
export async function openPage(browser, { address, kind }, slowdown) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const errors = []
  page.on('pageerror', (error) => errors.push(String(error).slice(0, 200)))
  let done = () => {}
  const finished = new Promise((resolve) => {
    done = resolve
  })
  await page.exposeBinding('benchDone', () => done())
  await page.addInitScript(watchPage, kind)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(address, { waitUntil: 'commit', timeout: TIMEOUT_MS })
  let timer
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`never ready: ${errors.join('; ')}`)), TIMEOUT_MS)
  })
  try {
    await Promise.race([finished, late])
  } catch (error) {
    await context.close()
    throw error
  } finally {
    clearTimeout(timer)
  }
  await page.waitForTimeout(SETTLE_MS)
  return { context, page, session, errors }
}

async function metricsOf(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

/** One load of one page. Unit: ms, MB, kB of 1000 bytes. */
export async function measureLoad(browser, page, slowdown) {
  const opened = await openPage(browser, page, slowdown)
  const { session } = opened
  try {
    const figures = await opened.page.evaluate(readPage)
    const { TaskDuration, LayoutDuration, RecalcStyleDuration } = await metricsOf(session)
    if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await session.send('HeapProfiler.collectGarbage')
    const { JSHeapUsedSize, Nodes } = await metricsOf(session)
    return {
      ...figures,
      cpu: TaskDuration * 1000,
      layout: (LayoutDuration + RecalcStyleDuration) * 1000,
      heap: JSHeapUsedSize / 1e6,
      nodes: Nodes,
      errors: opened.errors,
    }
  } finally {
    await opened.context.close()
  }
}

/**
 * Walks `targets` in one page, `repeats` times after a first visit that only loads code. `action`: see `timeChange`.
 * Shape: one median-ready list per target.
 */
export async function measureChanges(browser, page, slowdown, { targets, repeats, action }) {
  const opened = await openPage(browser, page, slowdown)
  const times = targets.map(() => [])
  try {
    for (let round = -1; round < repeats; round += 1) {
      for (const [i, target] of targets.entries()) {
        const time = await opened.page.evaluate(timeChange, { action, target })
        await opened.page.waitForTimeout(SETTLE_MS)
        if (round >= 0) times[i].push(time)
      }
    }
    return times
  } finally {
    await opened.context.close()
  }
}
