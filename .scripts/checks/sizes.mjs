import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Unit: kB of 1000 bytes. */
const budgets = { firstScreenBrotli: 260, singleFileGzip: 800 }

const kB = (bytes) => Math.round(bytes / 100) / 10

/** Scripts that one imports before it can run; `import(…)` waits for somebody to ask. */
const staticImports = (name) =>
  [
    ...readFileSync(`dist/assets/${name}`, 'utf8').matchAll(
      /\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g,
    ),
  ].map(([, imported]) => imported)

/** These scripts and all they import, directly or not. */
function withImports(names) {
  const found = new Set()
  const add = (name) => {
    if (found.has(name)) return
    found.add(name)
    staticImports(name).forEach(add)
  }
  names.forEach(add)
  return [...found]
}

/** What a browser fetches before the first screen with charts stands: the page's scripts and the chart library. */
function firstScreenScripts() {
  const html = readFileSync('dist/index.html', 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(([, name]) => name)
  const charts = readdirSync('dist/assets').filter((name) => /^echarts-.*\.js$/.test(name))
  return withImports([...named, ...charts])
}

export function checkSizes() {
  const problems = []
  const report = (what, bytes, max) => {
    console.log(`${what}: ${kB(bytes)} kB (budget ${max} kB)`)
    if (bytes > max * 1000) problems.push(`${what} is over its budget of ${max} kB`)
  }
  const scripts = firstScreenScripts()
  if (!scripts.some((name) => name.startsWith('echarts-'))) problems.push('dist/assets has no echarts chunk')
  let sum = 0
  for (const name of scripts) {
    const bytes = brotliCompressSync(readFileSync(`dist/assets/${name}`)).length
    sum += bytes
    console.log(`  assets/${name}: ${kB(bytes)} kB brotli`)
  }
  report('scripts before the first screen, brotli', sum, budgets.firstScreenBrotli)
  const single = gzipSync(readFileSync('dist-single/index.html'), { level: 9 }).length
  report('dist-single/index.html, gzip', single, budgets.singleFileGzip)
  return problems
}
