import { pairedRatio } from './stats.mjs'

/** Goals hold at 4×. `than`: the page the figure is divided by; without it the figure itself counts. */
const loadGoals = [
  { what: '首次绘制 ÷ 底板', key: 'fcp', than: 'floor', goal: 0.4, stretch: 0.2 },
  { what: '首屏图表画出 ÷ 分步底板', key: 'painted', than: 'staged', goal: 0.6 },
  { what: '首屏图表画出 ÷ 现成页', key: 'painted', than: 'ready-made', stretch: 1.1 },
  { what: '首屏图表可用 ÷ 分步底板', key: 'live', than: 'staged', goal: 1.3, stretch: 1.15 },
  { what: '全部图表可用 ÷ 底板', key: 'all', than: 'floor', goal: 1.3, stretch: 1.1 },
  { what: '主线程CPU ÷ 底板', key: 'cpu', than: 'floor', goal: 1.3, stretch: 1.15 },
  { what: '阻塞时间 ÷ 底板', key: 'blocking', than: 'floor', goal: 0.35, stretch: 0.2 },
  { what: '最长任务 ÷ 底板', key: 'longest', than: 'floor', goal: 0.2 },
  { what: '堆内存 ÷ 底板', key: 'heap', than: 'floor', goal: 1.25, stretch: 1 },
  { what: '布局偏移', key: 'shift', goal: 0, stretch: 0 },
  { what: '首屏前的脚本 brotli，kB', key: 'scriptKB', goal: 260, stretch: 230 },
]

const verdict = ({ goal, stretch }, value) => {
  if (!Number.isFinite(value)) return '没有测到'
  if (goal === undefined && stretch === undefined) return ''
  if (stretch !== undefined && value <= stretch)
    return goal === undefined || goal !== stretch ? '达到冲刺' : '达到'
  if (goal === undefined) return '未达冲刺'
  return value <= goal ? '达到' : '未达到'
}

const judged = (goal, { median, interval }) => ({
  ...goal,
  value: median,
  interval,
  verdict: verdict(goal, median),
})

const column = (rounds, page, key) => rounds.map((round) => round[page]?.[key] ?? Number.NaN)

/** Rounds in, one row per goal out. Shape of `rounds`: [{ [page]: figures }]. */
export function judgeLoads(rounds) {
  return loadGoals.map((goal) => {
    const ours = column(rounds, 'ours', goal.key)
    const base = goal.than ? column(rounds, goal.than, goal.key) : ours.map(() => 1)
    return judged(goal, pairedRatio(ours, base))
  })
}

export const judgeSingle = (kB) =>
  judged({ what: '单文件 gzip，kB', goal: 800, stretch: 500 }, { median: kB, interval: [kB, kB] })

/** Two goals for each kind of change: against bare setOption, or a bare table, and in ms. */
export function judgeChange({ name, charts, rounds }) {
  const ours = rounds.map(({ drawn }) => drawn)
  const bare = rounds.map((round) => round.bare)
  return [
    charts > 0
      ? judged(
          { what: `${name}（${charts} 图）÷ setOption`, goal: 1.3, stretch: 1.1 },
          pairedRatio(ours, bare),
        )
      : judged({ what: `${name} ÷ 纯JS排序` }, pairedRatio(ours, bare)),
    judged(
      { what: `${name}到画面，ms`, goal: 100 },
      pairedRatio(
        ours,
        ours.map(() => 1),
      ),
    ),
  ]
}

/** Drops as `measureDrops` gives them; the longest task of a long file is counted without a slowdown. */
export function judgeDrops({ year, many }) {
  const plain = (values) =>
    pairedRatio(
      values,
      values.map(() => 1),
    )
  return [
    judged({ what: '导入一年（75行）：放下到核对，ms', goal: 200 }, plain(year.map(({ ms }) => ms))),
    judged({ what: '10万行：页面上最长任务，ms', goal: 50 }, plain(many.map(({ longest }) => longest))),
  ]
}

/** Rounds of an import of many rows, and its heap as a multiple of the file. */
export const judgeImport = (rounds, heap) => [
  judged(
    { what: '10万行：字节到核对 ÷ PapaParse', goal: 2, stretch: 1.5 },
    pairedRatio(
      rounds.map(({ ours }) => ours),
      rounds.map(({ bare }) => bare),
    ),
  ),
  judged({ what: '10万行：堆内存 ÷ 文件', goal: 8 }, { median: heap, interval: [heap, heap] }),
]
