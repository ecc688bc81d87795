// The overview's charts with bare ECharts: the same parts, the same marks, nothing around them.
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import data from './data.json'

use([BarChart, LineChart, ScatterChart, CustomChart, GridComponent, TooltipComponent, SVGRenderer])

const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif'
const NUMBER = `"KPI Num",${FONT}`

const base = {
  animation: false,
  textStyle: { fontFamily: FONT },
  tooltip: { trigger: 'item', confine: true, transitionDuration: 0 },
}
const word = (x, y, text, size, more = {}) => ({
  type: 'text',
  silent: true,
  style: {
    x,
    y,
    text,
    fontSize: size,
    fontFamily: FONT,
    fill: 'var(--ink)',
    verticalAlign: 'middle',
    ...more,
  },
})
const figure = (x, y, value, unit, size = 22) => [
  word(x, y, String(value), size, { fontFamily: NUMBER, fontWeight: 600 }),
  word(x + String(value).length * 0.513 * size + 4, y + 1, unit, 15, { fill: 'var(--ink-2)' }),
]
const scene = (groups) => ({
  ...base,
  series: [
    {
      type: 'custom',
      coordinateSystem: 'none',
      data: groups.map((_, i) => [i]),
      renderItem: ({ dataIndex }) => ({ type: 'group', children: groups[dataIndex] }),
    },
  ],
})

function rateLabel({ rows }) {
  return {
    show: true,
    position: 'right',
    distance: 12,
    formatter: ({ dataIndex }) => {
      const value = rows[dataIndex][2]
      const gap = Math.round((100 - value) * 10) / 10
      return `{v|${value}}{u|%}${gap > 0 ? `\n{g|距100%差${gap}个百分点}` : ''}`
    },
    rich: {
      v: { fontFamily: NUMBER, fontWeight: 600, fontSize: 21, color: 'var(--ink)' },
      u: { fontSize: 15, color: 'var(--ink-2)' },
      g: { fontSize: 14, lineHeight: 18, color: 'var(--ink-2)' },
    },
  }
}

function rates(chart) {
  const { rows, chapter } = chart
  const bar = { type: 'bar', barWidth: 12, emphasis: { disabled: true } }
  const rich = {
    l: { fontSize: 15, lineHeight: 21, color: 'var(--ink)', fontWeight: 500 },
    s: { fontSize: 14, lineHeight: 19, color: 'var(--ink-2)' },
  }
  const axisLabel = { color: 'var(--ink-3)', fontSize: 14, fontFamily: NUMBER, formatter: '{value}%' }
  return {
    ...base,
    grid: { left: 183, right: 172, top: 6, bottom: 28, outerBoundsMode: 'none' },
    xAxis: { type: 'value', min: 0, max: 100, interval: 25, splitLine: { show: false }, axisLabel },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(([name]) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        margin: 181,
        align: 'left',
        interval: 0,
        formatter: (name, i) => `{l|${name}}\n{s|${rows[i][1]}}`,
        rich,
      },
    },
    series: [
      {
        ...bar,
        silent: true,
        barGap: '-100%',
        z: 1,
        data: rows.map(() => 100),
        itemStyle: { color: 'var(--track)' },
      },
      { ...bar, z: 2, data: rows.map((row) => row[2]), itemStyle: { color: `var(--c${chapter})` } },
      {
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [2.5, 26],
        silent: true,
        z: 3,
        data: rows.map((_, i) => [100, i]),
        itemStyle: { color: 'var(--ink)', opacity: 1 },
        label: rateLabel(chart),
      },
    ],
  }
}

function steps({ rows, chapter, width, unit }) {
  const [[whole, , most], [part, , some]] = rows
  const left = 48
  const length = (value) => (value / most) * (width - left - 92)
  const fill = `var(--c${chapter})`
  const bar = ([name, , value], y) => [
    word(0, y, name, 15, { fontWeight: 500 }),
    { type: 'rect', shape: { x: left, y: y - 15, width: length(value), height: 30 }, style: { fill } },
    ...figure(left + length(value) + 10, y, value, unit),
  ]
  const points = [
    [left, 34],
    [left + length(most), 34],
    [left + length(some), 60],
    [left, 60],
  ]
  const share = `${part} ÷ ${whole} = ${Math.round((some / most) * 1000) / 10}%（推算）`
  const joint = [
    { type: 'polygon', shape: { points }, style: { fill, opacity: 0.13 } },
    word(left + 10, 47, share, 14, { fill: 'var(--ink-2)' }),
  ]
  return scene([bar(rows[0], 19), bar(rows[1], 75), joint])
}

function squares({ rows, chapter, width, unit, columns }) {
  const left = columns > 30 ? 123 : 63
  const cell = Math.min(18, (width - left - (columns > 30 ? 2 : 74)) / columns)
  let top = 4
  const groups = rows.map(([name, sub, value]) => {
    const lines = Math.ceil(value / columns)
    const height = Math.max(lines * cell, sub || lines > 3 ? 42 : 26)
    const y = top
    top += height + 12
    const side = cell * 0.82
    const marks = Array.from({ length: value }, (_, k) => ({
      type: 'rect',
      shape: {
        x: left + (k % columns) * cell,
        y: y + Math.floor(k / columns) * cell,
        width: side,
        height: side,
        r: 2,
      },
      style: { fill: `var(--c${chapter})` },
    }))
    const at = lines > 3 ? [0, y + 37] : [left + Math.min(value, columns) * cell + 10, y + height / 2]
    return [
      word(0, y + 10, name, 15, { fontWeight: 500 }),
      word(0, y + 30, sub, 14, { fill: 'var(--ink-2)' }),
      ...marks,
      ...figure(...at, value, unit, lines > 3 ? 30 : 22),
    ]
  })
  return scene(groups)
}

const kinds = { rates, steps, squares }

export const chartIds = Object.keys(data.charts)

/** The option of a chart; `change` other than 1 gives the figures of a made-up other year. */
export function optionOf(id, change = 1) {
  const chart = data.charts[id]
  const step = chart.kind === 'rates' ? 10 : 1 // only whole squares can be drawn
  const rows = chart.rows.map(([name, sub, value]) => [name, sub, Math.round(value * change * step) / step])
  return kinds[chart.kind]({ ...chart, rows })
}

export const sizeOf = (id) => ({ width: data.charts[id].width, height: data.charts[id].height })

/** A new chart in the element. */
export function draw(element, id) {
  const instance = init(element, null, { renderer: 'svg', ...sizeOf(id) })
  instance.setOption(optionOf(id))
  return instance
}
