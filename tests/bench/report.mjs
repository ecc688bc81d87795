import { median } from './stats.mjs'

/** A Chinese character is two cells wide. */
const cells = (text) => [...text].reduce((sum, char) => sum + (/[⺀-￠、-】《》“”÷×]/u.test(char) ? 2 : 1), 0)
const pad = (text, width) => text + ' '.repeat(Math.max(0, width - cells(text)))

export const toText = (value) => {
  if (value === undefined || value === null) return ''
  if (!Number.isFinite(value)) return '—'
  if (value === 0) return '0'
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}

export function table(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => cells(row[i]))))
  for (const row of rows)
    console.log(
      row
        .map((text, i) => pad(text, widths[i]))
        .join('  ')
        .trimEnd(),
    )
}

const columns = [
  ['首次绘制', 'fcp'],
  ['首屏画出', 'painted'],
  ['首屏实图', 'drawn'],
  ['首屏可用', 'live'],
  ['全部可用', 'all'],
  ['阻塞', 'blocking'],
  ['最长任务', 'longest'],
  ['CPU', 'cpu'],
  ['其中布局', 'layout'],
  ['堆MB', 'heap'],
  ['节点', 'nodes'],
  ['偏移', 'shift'],
  ['JS kB', 'scriptKB'],
  ['HTML kB', 'htmlKB'],
]

/** Medians of every figure by page. Shape of `rounds`: [{ [page]: figures }]. */
export function printLoads(rounds, names) {
  const of = (name, key) => toText(median(rounds.map((round) => round[name]?.[key] ?? Number.NaN)))
  table([
    ['页面', ...columns.map(([title]) => title)],
    ...names.map((name) => [name, ...columns.map(([, key]) => of(name, key))]),
  ])
}

export function printChanges(changes) {
  const of = (rounds, key) => toText(median(rounds.map((round) => round[key])))
  table([
    ['切换', '图数', '到画面', '到就绪', '纯做法'],
    ...changes.map(({ name, charts, rounds }) => [
      name,
      String(charts),
      of(rounds, 'drawn'),
      of(rounds, 'ready'),
      of(rounds, 'bare'),
    ]),
  ])
}

export function printGoals(rows) {
  table([
    ['目标', '本页', '95% 区间', '目标值', '冲刺值', '结论'],
    ...rows.map(({ what, value, interval, goal, stretch, verdict }) => [
      what,
      toText(value),
      interval[0] === interval[1] ? '' : interval.map(toText).join('–'),
      goal === undefined ? '' : `≤ ${goal}`,
      stretch === undefined ? '' : `≤ ${stretch}`,
      verdict,
    ]),
  ])
}
