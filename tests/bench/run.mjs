// `npm run bench -- --rounds 7 --cpu 1,4 --json FILE`: our build against hand-written floor pages, interleaved.
// A benchmark is no test: the exit code is 0 unless a page never became ready. How to read it: README.md.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { findBrowser, launchArgs } from '../../.scripts/browser.mjs'
import { measureAllChanges } from './changes.mjs'
import { measureDrops } from './drop.mjs'
import { judgeChange, judgeDrops, judgeLoads, judgeSingle } from './goals.mjs'
import { measureLoad } from './measure.mjs'
import { preparePages, single } from './pages.mjs'
import { printChanges, printGoals, printLoads, toText } from './report.mjs'
import { random, shuffled } from './stats.mjs'

/** The slowdown the goals are set for. */
const JUDGED = 4

const { values: args } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    cpu: { type: 'string', default: '1,4' },
    json: { type: 'string' },
  },
})
const rounds = Math.max(1, Number(args.rounds) || 7)
const slowdowns = args.cpu.split(',').map(Number)
const next = random(7)
let failed = false

function complain(name, error) {
  failed = true
  console.error(`${name}：${String(error.message).split('\n')[0]}`)
}

/** One load of every page in a new order each round, so that no page always follows the same neighbour. */
async function loadRound(browser, pages, slowdown) {
  const round = {}
  for (const [name, page] of shuffled(Object.entries(pages), next)) {
    try {
      round[name] = await measureLoad(browser, page, slowdown)
      if (round[name].errors.length > 0) console.error(`${name}：页面报错 ${round[name].errors.join('；')}`)
    } catch (error) {
      complain(name, error)
    }
  }
  return round
}

async function loadRounds(browser, pages, slowdown) {
  await loadRound(browser, pages, slowdown) // warm-up, thrown away
  const all = []
  for (let i = 0; i < rounds; i += 1) all.push(await loadRound(browser, pages, slowdown))
  return all
}

async function changesAt(browser, prepared, slowdown) {
  try {
    return await measureAllChanges(browser, prepared, slowdown, Math.min(rounds, 5))
  } catch (error) {
    complain('切换', error)
    return []
  }
}

async function dropsAt(browser, prepared, slowdown) {
  try {
    return await measureDrops(browser, prepared.ours, slowdown, Math.min(rounds, 5))
  } catch (error) {
    complain('导入', error)
    return { year: [], many: [] }
  }
}

/** The reader of files on its own, in a process of its own. */
function readMany() {
  console.log('\n读入10万行')
  const { status } = spawnSync(process.execPath, ['tests/bench/import.mjs', '--rounds', String(rounds)], {
    stdio: 'inherit',
  })
  if (status !== 0) complain('读入10万行', new Error(`exit ${status}`))
}

const load = () => toText(loadavg()[0])

async function measureAt(browser, prepared, slowdown) {
  console.log(`\nCPU 放慢 ${slowdown}×，${rounds} 轮，中位数；时间 ms；系统负载 ${load()}`)
  const loads = await loadRounds(browser, prepared.loads, slowdown)
  printLoads(loads, Object.keys(prepared.loads))
  const changes = await changesAt(browser, prepared, slowdown)
  console.log('')
  printChanges(changes)
  const drops = await dropsAt(browser, prepared, slowdown)
  console.log(`系统负载 ${load()}`)
  return { slowdown, loads, changes, drops }
}

async function main() {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArgs() })
  const prepared = await preparePages(browser)
  const results = []
  try {
    for (const slowdown of slowdowns) results.push(await measureAt(browser, prepared, slowdown))
  } finally {
    await browser.close()
    for (const { stop } of prepared.servers) stop()
  }
  const judged = results.find(({ slowdown }) => slowdown === JUDGED) ?? results.at(-1)
  const goals = [
    ...judgeLoads(judged.loads),
    judgeSingle(gzipSync(readFileSync(single), { level: 9 }).length / 1000),
    ...judged.changes.flatMap(judgeChange),
    ...judgeDrops(judged.drops),
  ]
  console.log(`\n目标（${judged.slowdown}×；比值是逐轮比值的中位数）`)
  printGoals(goals)
  if (args.json) writeFileSync(args.json, `${JSON.stringify({ rounds, results, goals }, null, 1)}\n`)
  readMany()
  if (failed) process.exitCode = 1
}

await main()
