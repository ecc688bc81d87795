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

/** Medians of the repeats. */
const sum = (times) => ({
  drawn: median(times.map(({ drawn }) => drawn)),
  ready: median(times.map(({ ready }) => ready)),
  charts: times[0]?.charts ?? 0,
})

async function walk(browser, page, slowdown, steps) {
  const targets = steps.map(({ target }) => target)
  const times = await measureChanges(browser, page, slowdown, { targets, repeats: REPEATS, action: 'hash' })
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

/** One round of all changes with the bare times of as many charts as each shows. */
async function measureRound(browser, pages, slowdown) {
  const done = [
    ...(await walk(browser, pages.ours, slowdown, routes)),
    ...(pages.years ? await walk(browser, pages.years, slowdown, years) : []),
  ]
  const bareTimes = new Map()
  for (const { charts } of done)
    if (charts > 0 && !bareTimes.has(charts))
      bareTimes.set(charts, await bare(browser, pages.bare(charts), slowdown))
  return done.map((change) => ({ ...change, bare: bareTimes.get(change.charts) ?? Number.NaN }))
}

/** Shape: [{ name, charts, rounds: [{ drawn, ready, bare }] }], unit ms. */
export async function measureAllChanges(browser, pages, slowdown, rounds) {
  const all = []
  for (let i = 0; i < rounds; i += 1) all.push(await measureRound(browser, pages, slowdown))
  return (all[0] ?? []).map(({ name, charts }, i) => ({ name, charts, rounds: all.map((round) => round[i]) }))
}
