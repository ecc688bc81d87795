import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { writeManyFigures } from './many.mjs'
import { serveFolders } from './server.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = `${root}node_modules/.cache/bench`
export const single = `${root}dist-single/index.html`

function buildOurs() {
  if (existsSync(`${root}dist/index.html`) && existsSync(single)) return
  console.log('没有构建结果，先运行 npm run build …')
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
}

/** The floor pages, minified for the same engines as ours. */
async function buildFloor() {
  const from = `${root}tests/bench/floor`
  await build({
    configFile: false,
    root: from,
    base: './',
    logLevel: 'warn',
    build: {
      target: 'chrome80',
      cssTarget: 'chrome80',
      outDir: `${cache}/floor`,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        input: ['floor', 'staged', 'switch', 'table'].map((name) => `${from}/${name}.html`),
      },
    },
  })
}

/** The floor as it stands when drawn, without any script: what pre-rendering could reach at best. */
async function saveReadyMade(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}floor.html`)
  await page.waitForFunction(() => window.benchAll)
  const html = await page.evaluate(() => {
    for (const element of document.querySelectorAll('script, link[rel=modulepreload]')) element.remove()
    return `<!doctype html>${document.documentElement.outerHTML}`
  })
  await page.close()
  writeFileSync(`${cache}/floor/ready-made.html`, html)
}

/** A folder with made-up years of the tests, to lie over our build. Missing: `null` where there are none. */
function withYears(name) {
  const years = `${root}tests/fixtures/${name}`
  if (!existsSync(`${years}/datapackage.json`)) return null
  const folder = `${cache}/${name}`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(`${folder}/data`, { recursive: true })
  for (const name of readdirSync(years))
    cpSync(`${years}/${name}`, `${folder}/data/${name}`, { recursive: true })
  return folder
}

/** Builds, serves and names the pages. `servers` are to be stopped at the end. */
export async function preparePages(browser) {
  buildOurs()
  await buildFloor()
  // A copy: another build may replace dist/ while the benchmark runs.
  rmSync(`${cache}/ours`, { recursive: true, force: true })
  cpSync(`${root}dist`, `${cache}/ours`, { recursive: true })
  const floor = await serveFolders([`${cache}/floor`])
  const ours = await serveFolders([`${cache}/ours`])
  const over = (folder) => (folder ? serveFolders([folder, `${cache}/ours`]) : null)
  const years = await over(withYears('three-years'))
  const ten = await over(withYears('ten-years'))
  writeManyFigures(`${root}data`, `${cache}/many/data`)
  const many = await over(`${cache}/many`)
  await saveReadyMade(browser, floor.address)
  const at = (name, kind) => ({ address: `${floor.address}${name}.html`, kind })
  return {
    servers: [floor, ours, years, ten, many].filter((server) => server !== null),
    loads: {
      ours: { address: ours.address, kind: 'ours' },
      floor: at('floor', 'floor'),
      staged: at('staged', 'floor'),
      'ready-made': at('ready-made', 'static'),
    },
    ours: { address: ours.address, kind: 'ours' },
    years: years ? { address: years.address, kind: 'ours' } : null,
    ten: ten ? { address: ten.address, kind: 'ours' } : null,
    table: { address: `${many.address}#/data`, kind: 'table' },
    bareTable: { address: `${floor.address}table.html`, kind: 'bare' },
    bare: (count) => ({ address: `${floor.address}switch.html?n=${count}`, kind: 'bare' }),
  }
}
