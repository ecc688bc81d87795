import { measureChanges } from './measure.mjs'
import { median } from './stats.mjs'

const REPEATS = 3
const routes = [
  { name: '总览 → 第二章', target: '#/c/2' },
  { name: '第二章 → 总览', target: '#/' },
]
const years = [
  { name: '换年度 2024', target: '#/?year=2024' },
  { name: '换年度 2025', target: '#/?year=2025' },
]
const tenYears = [
  { name: '十年：换年度 2029', target: '#/?year=2029' },
  { name: '十年：换年度 2033', target: '#/' },
  { name: '十年：总览 → 第二章', target: '#/c/2' },
  { name: '十年：第二章换年度 2029', target: '#/c/2?year=2029' },
]
/** On the table of 500 figures and 20 years; the columns of a head press upwards, downwards and back. */
const tableSteps = {
  click: [
    { name: '数据表：按年度排序', target: 'thead th:nth-child(13) button' },
    { name: '数据表：按名称排序', target: 'thead th:nth-child(1) button' },
  ],
  hash: [
    { name: '数据表：筛选一章', target: '#/data?chapter=2' },
    { name: '数据表：换年度', target: '#/data?year=2010' },
  ],
}

/** Medians of the repeats. */
const sum = (times) => ({
  drawn: median(times.map(({ drawn }) => drawn)),
  ready: median(times.map(({ ready }) => ready)),
  charts: times[0]?.charts ?? 0,
})

async function walk(browser, page, slowdown, steps, action = 'hash') {
  const targets = steps.map(({ target }) => target)
  const times = await measureChanges(browser, page, slowdown, { targets, repeats: REPEATS, action })
  return steps.map(({ name }, i) => ({ name, ...sum(times[i]) }))
}

async function bare(browser, page, slowdown) {
  const [times] = await measureChanges(browser, page, slowdown, {
    targets: ['bare'],
    repeats: REPEATS,
    action: 'bare',
  })
  return sum(times).drawn
}

/** The table's steps, each beside the bare ordering of as many rows. */
async function measureTable(browser, pages, slowdown) {
  const done = []
  for (const [action, steps] of Object.entries(tableSteps))
    done.push(...(await walk(browser, pages.table, slowdown, steps, action)))
  const bareTime = await bare(browser, pages.bareTable, slowdown)
  return done.map((change) => ({ ...change, bare: bareTime }))
}

/** One round of all changes with the bare times of as many charts as each shows. */
async function measureRound(browser, pages, slowdown) {
  const done = [
    ...(await walk(browser, pages.ours, slowdown, routes)),
    ...(pages.years ? await walk(browser, pages.years, slowdown, years) : []),
    ...(pages.ten ? await walk(browser, pages.ten, slowdown, tenYears) : []),
  ]
  const bareTimes = new Map()
  for (const { charts } of done)
    if (charts > 0 && !bareTimes.has(charts))
      bareTimes.set(charts, await bare(browser, pages.bare(charts), slowdown))
  const charted = done.map((change) => ({ ...change, bare: bareTimes.get(change.charts) ?? Number.NaN }))
  return [...charted, ...(await measureTable(browser, pages, slowdown))]
}

/** Shape: [{ name, charts, rounds: [{ drawn, ready, bare }] }], unit ms. */
export async function measureAllChanges(browser, pages, slowdown, rounds) {
  const all = []
  for (let i = 0; i < rounds; i += 1) all.push(await measureRound(browser, pages, slowdown))
  return (all[0] ?? []).map(({ name, charts }, i) => ({ name, charts, rounds: all.map((round) => round[i]) }))
}
