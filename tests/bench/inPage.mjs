// Runs inside the measured page before its own scripts. Self-contained: it is sent there as text.

/**
 * Watches a page and calls `benchDone` when all charts stand. `kind`: `ours`, `floor`, `static`, `table` or `bare`.
 * A moment is the presentation time of the frame in which it was seen (element timing of a beacon), the same
 * clock the browser's own first paint uses.
 */
export function watchPage(kind) {
  const seen = {
    painted: null,
    drawn: null,
    live: null,
    all: null,
    longTasks: [],
    shift: 0,
    approximate: false,
  }
  window.benchSeen = seen
  const observe = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true })
  observe('longtask', (entry) => seen.longTasks.push([entry.startTime, entry.duration]))
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value
  })
  observe('element', (entry) => {
    const name = entry.identifier.replace('bench-', '')
    if (name in seen) settle(name, entry.renderTime || entry.startTime)
  })

  const inside = ({ top, bottom, width }) => width > 0 && bottom > 0 && top < window.innerHeight
  // The card first: asking for what a card below the fold holds would lay out what the browser may skip.
  const inView = (element) => {
    const card = element.closest('.card')
    return (!card || inside(card.getBoundingClientRect())) && inside(element.getBoundingClientRect())
  }
  const isDrawn = (image) => {
    const svg = image.matches('svg') ? image : image.querySelector('svg')
    return svg !== null && svg.querySelectorAll('*').length > 3
  }
  const everyInView = (selector, test) => {
    const images = [...document.querySelectorAll(selector)].filter(inView)
    return images.length > 0 && images.every(test)
  }
  const isLive = (box) => box.querySelector('[_echarts_instance_] svg') !== null
  const boxes = () => [...document.querySelectorAll('#root [role=img] .chart-box')]
  const painted = () => everyInView('[role=img]', isDrawn)
  const allDrawn = () => boxes().length > 0 && boxes().every(isDrawn)
  const ours = {
    live: () => document.documentElement.dataset.ready === 'true',
    drawn: () => everyInView('#root [role=img]', isDrawn) && everyInView('#root .chart-box', isLive),
    all: () => boxes().length > 0 && boxes().every((box) => isLive(box) && isDrawn(box)),
  }
  const floor = { live: () => window.benchFirst, drawn: () => window.benchFirst, all: () => window.benchAll }
  const still = { live: painted, drawn: painted, all: allDrawn }
  const stands = () => window.benchAll
  const bare = { painted: stands, live: stands, drawn: stands, all: stands }
  const rowsStand = () =>
    document.documentElement.dataset.ready === 'true' &&
    document.querySelector('[role=grid] tbody td') !== null
  const table = { painted: rowsStand, live: rowsStand, drawn: rowsStand, all: rowsStand }
  const moments = { painted, ...{ ours, floor, static: still, table, bare }[kind] }

  function settle(name, time) {
    if (seen[name] !== null) return
    seen[name] = time
    if (['painted', 'drawn', 'live', 'all'].every((moment) => seen[moment] !== null)) window.benchDone()
  }
  function beacon(name) {
    const element = document.createElement('div')
    element.setAttribute('elementtiming', `bench-${name}`)
    element.textContent = '.'
    element.style.cssText =
      'position:fixed;left:0;top:0;font:12px serif;color:rgba(0,0,0,.05);pointer-events:none;z-index:99999'
    document.body.append(element)
    const now = performance.now()
    setTimeout(() => {
      seen.approximate ||= seen[name] === null
      settle(name, now)
    }, 3000)
  }
  const waiting = new Set(Object.keys(moments))
  const look = () => {
    if (document.body)
      for (const name of waiting)
        if (moments[name]()) {
          waiting.delete(name)
          beacon(name)
        }
    if (waiting.size > 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** What the watched page has to tell; called after `benchDone`. */
export function readPage() {
  const seen = window.benchSeen
  const paint = performance.getEntriesByName('first-contentful-paint')[0]
  const before = seen.longTasks.filter(([start]) => start < seen.all)
  const scripts = performance
    .getEntriesByType('resource')
    .filter(({ name, startTime }) => /\.js(\?|$)/.test(name) && startTime < seen.live)
  const page = performance.getEntriesByType('navigation')[0]
  return {
    fcp: paint ? paint.startTime : Number.NaN,
    painted: seen.painted,
    drawn: seen.drawn,
    live: seen.live,
    all: seen.all,
    blocking: before.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0),
    longest: seen.longTasks.reduce((most, [, duration]) => Math.max(most, duration), 0),
    shift: seen.shift,
    scriptKB: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
    htmlKB: page.encodedBodySize / 1000,
    approximate: seen.approximate,
  }
}

/**
 * Does `action` and resolves with the times after `hashchange` (or after the action) at which the visible
 * charts or rows last changed (`drawn`) and the page said it was ready. Looks after each frame has been painted.
 * `action`: `hash` goes to an address, `click` presses what the selector finds, `bare` calls the floor page.
 */
export async function timeChange({ action, target }) {
  const visible = (box) => {
    const { top, bottom, width } = box.getBoundingClientRect()
    return width > 0 && bottom > 0 && top < window.innerHeight
  }
  const shown = () =>
    [...document.querySelectorAll('.chart-box')].filter(
      (box) => visible(box.closest('.card') ?? box) && visible(box),
    )
  const rows = () =>
    [...document.querySelectorAll('tbody tr')].filter(visible).map(({ textContent }) => textContent)
  const picture = () =>
    `${document.querySelector('h1')?.textContent}${rows()}${shown().map((box) => box.querySelector('svg')?.textContent ?? '…')}`
  const afterFrame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = resolve
        port2.postMessage(0)
      })
    })
  const before = picture()
  let start = 0
  if (action === 'bare') {
    start = performance.now()
    window.benchSwitch()
  } else if (action === 'click') {
    start = performance.now()
    document.querySelector(target).click()
  } else {
    await new Promise((resolve) => {
      const note = () => {
        start = performance.now()
        resolve()
      }
      window.addEventListener('hashchange', note, { once: true, capture: true })
      window.location.hash = target
    })
  }
  let last = before
  let drawn = Number.NaN
  for (let frame = 0; frame < 600; frame += 1) {
    await afterFrame()
    const now = performance.now()
    const current = picture()
    if (current !== last) {
      last = current
      drawn = now - start
    }
    const settled = action === 'bare' || document.documentElement.dataset.ready === 'true'
    if (settled && last !== before) return { drawn, ready: now - start, charts: shown().length }
  }
  return { drawn, ready: Number.NaN, charts: shown().length }
}
