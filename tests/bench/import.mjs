// `npm run bench:import -- --rounds 7 --json FILE`: 100,000 rows from bytes to findings, against PapaParse alone on the
// same text, turn by turn in one process; and the heap that takes. A benchmark is no test. How to read it: README.md.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { judgeImport } from './goals.mjs'
import { importFile } from './many.mjs'
import { printGoals } from './report.mjs'
import { median } from './stats.mjs'

const OUT = 'node_modules/.cache/bench-import'
const MB = 1e6

const { values: args } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' }, heap: { type: 'boolean' } },
})
const rounds = Math.max(1, Number(args.rounds) || 7)

/** The app's own reader as one file, as the build ships it. */
async function bundle() {
  mkdirSync(OUT, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'tests/bench/importEntry.ts',
      outDir: OUT,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'reader.mjs' } },
    },
  })
}

async function prepare() {
  const reader = await import(pathToFileURL(resolve(OUT, 'reader.mjs')).href)
  const { files, bytes } = importFile('data')
  return { ...reader, dataset: reader.openData(files), bytes }
}

const timed = async (task) => {
  const from = performance.now()
  const value = await task()
  return { value, ms: performance.now() - from }
}

/** Both in turn, the order swapped each round. */
async function measure({ Papa, readUpload, dataset, bytes }) {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bare = () => Papa.parse(text, { delimiter: ',' }).data.length
  const ours = () => readUpload({ name: '2024.csv', bytes }, dataset)
  const all = []
  for (let round = -1; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [bare, ours] : [ours, bare]
    const [first, second] = [await timed(order[0]), await timed(order[1])]
    const [papa, reading] = round % 2 === 0 ? [first, second] : [second, first]
    if (round < 0) {
      const { verdict, observations, findings } = reading.value
      console.log(
        `${papa.value - 2}行，${(bytes.length / MB).toFixed(1)} MB：${verdict}，读入${observations.length}项，发现${findings.length}处`,
      )
    } else all.push({ ours: reading.ms, bare: papa.ms })
  }
  return all
}

/** A run of its own with the garbage collector at hand: what stays on the heap at its highest. */
async function measureHeap() {
  const { readUpload, dataset, bytes } = await prepare()
  globalThis.gc()
  const before = process.memoryUsage()
  let peak = 0
  const { PerformanceObserver } = await import('node:perf_hooks')
  const seen = new PerformanceObserver(() => {
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    peak = Math.max(peak, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers)
  })
  seen.observe({ entryTypes: ['gc'] })
  const reading = await readUpload({ name: '2024.csv', bytes }, dataset)
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  peak = Math.max(peak, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers)
  console.log(JSON.stringify({ ratio: peak / bytes.length, rows: reading.rowCount }))
}

async function main() {
  await bundle()
  const all = await measure(await prepare())
  const child = spawnSync(process.execPath, ['--expose-gc', import.meta.filename, '--heap'], {
    encoding: 'utf8',
  })
  const heap = JSON.parse(child.stdout.trim().split('\n').pop())
  console.log(
    `从字节到核对 ${median(all.map(({ ours }) => ours)).toFixed(0)} ms，PapaParse ${median(all.map(({ bare }) => bare)).toFixed(0)} ms；系统负载 ${loadavg()[0].toFixed(1)}\n`,
  )
  const goals = judgeImport(all, heap.ratio)
  printGoals(goals)
  if (args.json) writeFileSync(args.json, `${JSON.stringify({ rounds: all, heap, goals }, null, 1)}\n`)
}

if (args.heap) await measureHeap()
else await main()
