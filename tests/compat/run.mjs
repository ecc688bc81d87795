// Opens both builds in Chromium 80, 88, 92 and 109 and walks through them: the single file by double click
// (file://), the folder from a server. Linux x64 only. SHOTS=1 keeps pictures in .cache/shots.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findBrowser, launchArgs } from '../../.scripts/browser.mjs'
import { serve } from '../../.scripts/serve.mjs'
import { driver, unpack, versions } from './browsers.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const WAIT_MS = 15_000

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log(
    `skipped: the old Chromium builds exist for Linux x64 only, this is ${process.platform} ${process.arch}`,
  )
  process.exit(0)
}
for (const file of ['dist/index.html', 'dist-single/index.html']) {
  if (existsSync(join(root, file))) continue
  console.error(`✖ 没有 ${file}。请先运行 npm run build。`)
  process.exit(1)
}

/** The oldest year there is, and the first indicator in it: the test knows no figure by name. */
function sample() {
  const [file] = readdirSync(join(root, 'data/years')).sort()
  const [header, first] = readFileSync(join(root, 'data/years', file), 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
  const column = header.split(',').indexOf('指标编号')
  return { year: file.replace('.csv', ''), indicator: first.split(',')[column] }
}
const { year, indicator } = sample()

/** What must be on a page once it says it is ready; runs in the browser, hence in words Chromium 80 knows. */
const pages = [
  {
    hash: '#/',
    problem: () => {
      const figures = document.querySelectorAll('[data-indicator]').length
      if (figures < 8) return `${figures} figures on the overview, fewer than 8`
      const picture = document.querySelector('[role=img]')
      if (!picture) return 'no picture on the overview'
      const svg = picture.matches('svg') ? picture : picture.querySelector('svg')
      return svg?.querySelector('path, rect, text') ? '' : 'the first picture is empty'
    },
  },
  {
    hash: '#/c/2',
    problem: () => (document.querySelector('[data-indicator]') ? '' : 'no figure on the chapter page'),
  },
  {
    hash: `#/report/${year}`,
    problem: () =>
      document.body.textContent.length > 2000
        ? ''
        : `the report has ${document.body.textContent.length} letters`,
  },
  {
    hash: `#/i/${indicator}`,
    problem: (id) => (document.querySelector(`[data-indicator="${id}"]`) ? '' : `no figure of ${id}`),
  },
  ...['#/data', '#/entries'].map((hash) => ({
    hash,
    problem: (id) => {
      const scroller = document.querySelector('.grid-scroll')
      const [head, cell] = ['[role=grid] thead th', `[role=grid] td[data-indicator="${id}"]`].map(
        (selector) => document.querySelector(selector),
      )
      if (!scroller || !head || !cell) return 'no grid with a head and cells'
      scroller.scrollTop = 300
      const off = head.getBoundingClientRect().top - scroller.getBoundingClientRect().top
      if (scroller.scrollTop < 100 || Math.abs(off) > 2) return `the head moved ${off} px with its rows`
      cell.focus()
      return document.activeElement === cell ? '' : 'a cell does not take the focus'
    },
  })),
  {
    hash: '#/import',
    problem: async (id) => {
      const input = document.querySelector('main input[type=file]')
      const data = new DataTransfer()
      data.items.add(new File([`年度,指标编号,数值\r\n2031,${id},7\r\n`], '2031.csv'))
      input.files = data.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
      for (let tries = 0; tries < 100; tries++) {
        if (document.querySelector('.import-counts')) return ''
        await new Promise((next) => setTimeout(next, 50))
      }
      return 'a file was not read within 5 s'
    },
  },
]

/** Engines before 83 do not know Trusted Types and say so; the rest of the policy holds in them. */
const isHarmless = (text) =>
  /Unrecognized Content-Security-Policy directive '(require-trusted|trusted)-types/.test(text)

function listen(page, errors) {
  page.on('pageerror', (error) => errors.push(error.message.split('\n')[0]))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isHarmless(message.text())) errors.push(message.text())
  })
  page.on('requestfailed', (request) => errors.push(`not loaded: ${request.url().slice(0, 120)}`))
  return page.evaluateOnNewDocument(() => {
    window.violations = []
    document.addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(`${event.violatedDirective} blocked ${event.blockedURI || 'inline code'}`),
    )
  })
}

async function visit(page, name, errors) {
  for (const { hash, problem } of pages) {
    // The app listens first: when this page hears of the new address, the app has begun to draw it.
    await page.evaluate(
      (to) =>
        new Promise((resolve) => {
          if (to === '#/') return resolve()
          window.addEventListener('hashchange', () => requestAnimationFrame(() => resolve()), { once: true })
          window.location.hash = to
        }),
      hash,
    )
    const ready = page.waitForFunction(() => document.documentElement.getAttribute('data-ready') === 'true', {
      timeout: WAIT_MS,
    })
    const late = await ready.then(
      () => '',
      () => `not ready after ${WAIT_MS / 1000} s`,
    )
    const found = late || (await page.evaluate(problem, indicator))
    if (found) errors.push(`${hash}: ${found}`)
    if (process.env.SHOTS) {
      const shots = join(here, '.cache/shots')
      mkdirSync(shots, { recursive: true })
      const path = join(shots, `${name}-${hash.replace(/[#/]+/g, '_')}.png`)
      await page.screenshot({ path })
    }
  }
  errors.push(...(await page.evaluate(() => window.violations)))
}

let passed = 0
let failed = 0
function count(name, errors) {
  if (errors.length > 0) failed += 1
  else passed += 1
  console.log(errors.length > 0 ? '✖' : '✓', name)
  for (const error of new Set(errors)) console.log(`    ${error}`)
}

async function withPage(executablePath, work) {
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', ...launchArgs()] })
  const errors = []
  try {
    const page = await browser.newPage()
    await page.setViewport({ width: 1366, height: 768 })
    await work(page, errors)
  } catch (error) {
    errors.push(error.message.split('\n')[0])
  }
  const version = await browser.version()
  await browser.close()
  return { version, errors }
}

const puppeteer = driver()
const server = await serve({ folder: join(root, 'dist'), port: 4373 })
const fileUrl = (path) => pathToFileURL(join(root, path)).href
const builds = { folder: server.address, single: fileUrl('dist-single/index.html') }

for (const old of versions) {
  for (const [build, url] of Object.entries(builds)) {
    const { version, errors } = await withPage(unpack(old), async (page, found) => {
      await listen(page, found)
      await page.goto(url)
      await visit(page, `${old}-${build}`, found)
    })
    count(`${version}, ${build} build`, errors)
  }
}

const browser = findBrowser()
if (browser) {
  const { version, errors } = await withPage(browser, async (page) => {
    await page.goto(fileUrl('dist/index.html'))
    await page.waitForFunction(() => document.body.innerText.includes('请改用单文件版'), { timeout: WAIT_MS })
  })
  count(`${version}, folder build by double click: says which file to open`, errors)
}

server.stop()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
