import { describe, expect, it } from 'vitest'
import type { ChartFrame } from '#charts/frame.ts'
import { axisOf } from '#charts/kinds/lineAxis.ts'
import { rateLine, zoomStart } from '#charts/kinds/rateLine.ts'
import { type Mark, textWidth } from '#charts/scene.ts'
import type { Indicator } from '#domain/catalogue.ts'
import {
  aFrame,
  allMarks,
  boxesOf,
  cornersOf,
  hatchOf,
  isDashed,
  look,
  marksFor,
  optionOf,
  seriesOf,
  textsOf,
} from '../../../support/charts.ts'
import { aDataset, anIndicator, threeYearDataset } from '../../../support/data.ts'
import { withNotes } from '../../../support/notes.ts'

type Shape = Partial<Omit<Indicator, 'id'>>
const RATE: Shape = { kind: 'rate', unit: '%', direction: '正' }
const RANK: Shape = { kind: 'rank', unit: '位', direction: '正' }

const frameOf = (shape: Shape, cells: Record<number, string>, year: number) =>
  aFrame(
    aDataset({ indicators: [anIndicator({ since: 2000, ...shape })], figures: { cases: cells } }),
    ['cases'],
    year,
  )

const axisFor = (shape: Shape, cells: Record<number, string>) => {
  const row = frameOf(shape, cells, 2023).rows[0]
  if (!row) throw new Error('no row')
  return axisOf(row)
}

/** Labels of the value axis with their heights. Unit: px. */
const ticksOf = (marks: readonly Mark[]) =>
  marks.flatMap(({ type, style }) =>
    type === 'text' && style.align === 'right'
      ? [
          {
            words: String(style.text),
            value: Number(/\d+/.exec(String(style.text))?.[0]),
            y: Number(style.y),
          },
        ]
      : [],
  )

/** The chart of the first row as it is drawn: values are read off the labels of the axis. */
function drawn(frame: ChartFrame, width = 600) {
  const option = optionOf(rateLine, frame, width)
  const marks = allMarks(option)
  const [from, to] = [ticksOf(marks)[0], ticksOf(marks).at(-1)]
  if (!from || !to) throw new Error('no axis')
  const valueAt = (y: number) => {
    const value = from.value + ((y - from.y) / (to.y - from.y)) * (to.value - from.value)
    return Math.round(value * 1000) / 1000
  }
  const marksIn = (year: number) => marksFor(option, frame.rows[0]?.indicator.id ?? '', year)
  const dotIn = (year: number) => marksIn(year).find(({ type }) => type === 'circle')
  const dots = frame.years.map(dotIn)
  const yearAt = (x: number) => frame.years[dots.findIndex((dot) => dot?.shape?.cx === x)]
  return {
    ...{ option, marks, marksIn, dotIn, valueAt },
    /** Values of the points; null where there is none. */
    points: dots.map((dot) => (dot ? valueAt(Number(dot.shape?.cy)) : null)),
    /** What is written at each year's point; null where there is no point, empty where it has no room. */
    labels: frame.years.map((year) => (dotIn(year) ? textsOf(marksIn(year)).join('') : null)),
    /** Years each piece of line joins; throws where it passes anything but points. */
    pieces: marks.flatMap((mark) =>
      mark.type === 'polyline'
        ? [
            cornersOf(mark).map(([x, y]) => {
              const year = yearAt(x)
              if (year === undefined || dotIn(year)?.shape?.cy !== y) throw new Error('a line past no point')
              return year
            }),
          ]
        : [],
    ),
  }
}

describe('the axis of a rate', () => {
  it.each([
    [{ 2023: '99.7', 2024: '99.9' }, 90, 100],
    [{ 2023: '97.2', 2024: '100' }, 90, 100],
    [{ 2023: '62', 2024: '80' }, 55, 100],
    [{ 2023: '100' }, 95, 100],
    [{ 2023: '3', 2024: '60' }, 0, 100],
    [{ 2023: '30.54', 2024: '31.02' }, 25, 40],
    [{ 2023: '0', 2024: '2' }, 0, 10],
    [{ 2023: '未公布' }, 0, 10],
  ])('of %j runs from %d to %d', (cells, min, max) => {
    expect(axisFor(RATE, cells)).toEqual({ min, max, ticks: [min, max], inverse: false })
  })

  it('holds every figure', () => {
    const row = aFrame(threeYearDataset(), ['online-service-rate'], 2025).rows[0]
    const axis = row && axisOf(row)
    for (const quantity of row?.values ?? [])
      if (quantity.kind === 'known')
        expect(quantity.value).toSatisfy((v: number) => v >= (axis?.min ?? 101) && v <= 100)
  })

  it('starts above 0 only where the subtitle can say so', () => {
    expect(zoomStart(frameOf(RATE, { 2023: '99.7', 2024: '99.9' }, 2024))).toBe(90)
    expect(zoomStart(frameOf(RATE, { 2023: '3', 2024: '60' }, 2024))).toBeNull()
    expect(zoomStart(frameOf(RANK, { 2023: '第二', 2024: '第三' }, 2024))).toBeNull()
  })
})

describe('the axis of a place', () => {
  it('is upside down with 1 on top, and shows one place worse than the worst', () => {
    expect(axisFor(RANK, { 2023: '第二', 2024: '第三' })).toEqual({
      min: 0.5,
      max: 4.5,
      ticks: [1, 2, 3, 4],
      inverse: true,
    })
    expect(axisFor(RANK, { 2023: '第七' }).ticks).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(axisFor(RANK, { 2023: '前五' }).ticks).toEqual([1, 2, 3, 4, 5, 6])
    expect(axisFor(RANK, { 2023: '未公布' }).ticks).toEqual([1, 2, 3, 4])
  })

  it('is labelled in words', () => {
    const ticks = ticksOf(drawn(frameOf(RANK, { 2023: '第二', 2024: '第三' }, 2024)).marks)
    expect(ticks.map(({ words }) => words)).toEqual(['第1位', '第2位', '第3位', '第4位'])
    expect(ticks.map(({ y }) => y)).toEqual(ticks.map(({ y }) => y).sort((a, b) => a - b))
  })
})

describe('the line', () => {
  it('joins exact figures and prints each as in the report', () => {
    const { points, labels, pieces } = drawn(aFrame(threeYearDataset(), ['online-service-rate'], 2025))
    expect(points).toEqual([99.7, 99.9, 100, null])
    expect(labels).toEqual(['99.7%', '99.9%', '100%', null])
    expect(pieces).toEqual([[2023, 2024, 2025]])
  })

  it('joins places and prints them in words', () => {
    const { points, labels, pieces } = drawn(aFrame(threeYearDataset(), ['mediation-volume-rank'], 2025))
    expect(points).toEqual([2, 3, 1, null])
    expect(labels).toEqual(['第2位', '第3位', '第1位', null])
    expect(pieces).toEqual([[2023, 2024, 2025]])
  })

  it('breaks where a figure is missing, and is never drawn across', () => {
    const { points, pieces } = drawn(aFrame(threeYearDataset(), ['court-appearance-rate'], 2025))
    expect(points).toEqual([100, null, 97.2, null])
    expect(pieces).toEqual([])
  })

  it('marks the selected year with a bigger dot', () => {
    const { dotIn } = drawn(aFrame(threeYearDataset(), ['online-service-rate'], 2024))
    expect([2023, 2024, 2025].map((year) => dotIn(year)?.shape?.r)).toEqual([5, 7, 5])
  })

  it('has all years on its axis, the empty ones included', () => {
    const { marks } = drawn(aFrame(threeYearDataset(), ['online-service-rate'], 2025))
    expect(textsOf(marks)).toEqual(expect.arrayContaining(['2023', '2024', '2025', '2026']))
  })

  it.each([200, 340, 600])('leaves out no point, however narrow the card: %d px', (width) => {
    const cells = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [2016 + i, String(90 + i)]))
    const { points, pieces } = drawn(frameOf(RATE, cells, 2025), width)
    expect(points).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99, null])
    expect(pieces.map((years) => years.length)).toEqual([10])
  })

  it('needs no axes of ECharts', () => {
    const { option } = drawn(aFrame(threeYearDataset(), ['online-service-rate'], 2025))
    expect(option).not.toHaveProperty('grid')
    expect(seriesOf(option)).toMatchObject([{ type: 'custom', coordinateSystem: 'none' }])
  })
})

describe('a bound', () => {
  const { points, marksIn, valueAt } = drawn(aFrame(threeYearDataset(), ['contract-enforcement-rank'], 2025))

  it('前三 is a span over the places 1 to 3 with its words, never a point at 3', () => {
    const span = marksIn(2023)
    expect(points).toEqual([null, 2, 2, null])
    expect(textsOf(span)).toEqual(['前三位之内'])
    const line = span.find((mark) => mark.type === 'line')
    expect([line?.shape?.y1, line?.shape?.y2].map((y) => valueAt(Number(y)))).toEqual([0.75, 3.25])
    expect(line?.shape?.x1).toBe(line?.shape?.x2)
    expect(span.filter((mark) => mark.type === 'polygon')).toEqual([])
  })

  it('leaves exact places to the line', () => {
    expect(marksIn(2024).filter((mark) => mark.type === 'line')).toEqual([])
  })

  it.each([
    ['95以上', '≥95%', 1],
    ['不超过95', '≤95%', -1],
  ])('%s is an open triangle with %s, off the line', (cell, label, down) => {
    const chart = drawn(frameOf(RATE, { 2023: cell, 2024: '96' }, 2024))
    expect(chart.points.slice(0, 2)).toEqual([null, 96])
    expect(chart.pieces).toEqual([])
    const marks = chart.marksIn(2023)
    expect(textsOf(marks)).toEqual([label])
    const triangle = marks.find((mark) => mark.type === 'polygon')
    expect(triangle?.style).toMatchObject({ fill: 'var(--surface)' })
    const [base, , tip] = cornersOf(triangle)
    expect(Math.sign((tip?.[1] ?? 0) - (base?.[1] ?? 0))).toBe(down)
  })
})

describe('a missing figure', () => {
  const marksIn = (id: string, year: number) => drawn(aFrame(threeYearDataset(), [id], 2025)).marksIn(year)

  it('is a hatched box with its word where the report is silent', () => {
    expect(textsOf(marksIn('court-appearance-rate', 2024)).join('')).toBe('未公布')
    expect(hatchOf(marksIn('court-appearance-rate', 2024)).length).toBeGreaterThan(3)
    expect(textsOf(marksIn('enforcement-review-pass-rate', 2024)).join('')).toBe('不适用')
  })

  it('is a dashed box with its word in a year to come', () => {
    expect(textsOf(marksIn('online-service-rate', 2026)).join('')).toBe('待录入')
    expect(boxesOf(marksIn('online-service-rate', 2026), isDashed)).toHaveLength(1)
  })

  it('is a dot before the indicator existed', () => {
    const frame = aFrame(
      aDataset({
        indicators: [anIndicator({ ...RATE, since: 2024 })],
        figures: { cases: { 2024: '99' } },
        years: [2023, 2024],
      }),
      ['cases'],
      2024,
    )
    const marks = drawn(frame).marksIn(2023)
    expect(textsOf(marks)).toEqual(['·'])
    expect(marks).toHaveLength(1)
  })
})

describe('labels that would touch their neighbours', () => {
  const narrow = 200

  it('are left out but for the year looked at', () => {
    const { labels, points } = drawn(aFrame(threeYearDataset(), ['online-service-rate'], 2024), narrow)
    expect(labels).toEqual(['', '99.9%', '', null])
    expect(points).toEqual([99.7, 99.9, 100, null])
  })

  it('say 前三位 for short, never 第3位', () => {
    const spans = (width: number) => {
      const { marksIn } = drawn(aFrame(threeYearDataset(), ['bankruptcy-handling-rank'], 2024), width)
      return [2023, 2024].map((year) => textsOf(marksIn(year)))
    }
    expect(spans(narrow)).toEqual([[], ['前三位']])
    expect(spans(260)).toEqual([['前三位'], ['前三位']])
  })
})

describe('figures that do not count the same', () => {
  const cells = { 2023: '97', 2024: '98', 2025: '99', 2026: '96' }
  const rate = aDataset({ indicators: [anIndicator(RATE)], figures: { cases: cells } })
  const chartFor = (notes: Record<number, string>) =>
    drawn(aFrame(withNotes(rate, { cases: notes }), ['cases'], 2026))

  it('are one line while scope and months stay the same', () => {
    expect(chartFor({}).pieces).toEqual([[2023, 2024, 2025, 2026]])
  })

  it('are two lines on either side of a change of scope, with a dashed line between', () => {
    const { pieces, marks, points } = chartFor({ 2025: '口径变化：只统计开庭审理的案件' })
    expect(pieces).toEqual([
      [2023, 2024],
      [2025, 2026],
    ])
    expect(points).toEqual([97, 98, 99, 96, null])
    expect(textsOf(marks)).toContain('口径有变')
    expect(marks.filter((mark) => mark.type === 'line' && mark.style.lineDash)).toHaveLength(1)
  })

  it('leave a part-year point hollow and joined to no whole year, with its months below', () => {
    const { pieces, points, dotIn, marks } = chartFor({ 2024: '1—6月' })
    expect(pieces).toEqual([[2025, 2026]])
    expect(points).toEqual([97, 98, 99, 96, null])
    expect([2023, 2024, 2025, 2026].map((year) => dotIn(year)?.style.fill)).toEqual([
      'var(--c1)',
      'var(--surface)',
      'var(--c1)',
      'var(--c1)',
    ])
    expect(textsOf(marks)).toContain('1—6月')
  })

  it('make room for the words above and the months below', () => {
    const heightFor = (notes: Record<number, string>) =>
      rateLine.height(aFrame(withNotes(rate, { cases: notes }), ['cases'], 2026), look, 600)
    expect(heightFor({ 2025: '口径变化：' })).toBeGreaterThan(heightFor({}) + 14)
    expect(heightFor({ 2025: '1—6月' })).toBeGreaterThan(heightFor({}) + 14)
  })
})

describe('twenty-six years', () => {
  const years = Array.from({ length: 26 }, (_, i) => 2000 + i)
  const rate = aDataset({
    indicators: [anIndicator({ ...RATE, since: 2000 })],
    figures: { cases: Object.fromEntries(years.map((year, i) => [year, String(90 + (i % 10))])) },
  })

  it.each([2000, 2012, 2025])('label the year looked at, %d, and no two labels that touch', (year) => {
    const { labels } = drawn(aFrame(rate, ['cases'], year, { span: 'all' }), 700)
    const step = (700 - 48 - 16) / 27
    const at = labels.flatMap((label, i) => (label ? [{ i, label }] : []))
    expect(at.map(({ i }) => 2000 + i)).toContain(year)
    expect(at.length).toBeGreaterThan(5)
    for (const [n, { i, label }] of at.entries()) {
      const next = at[n + 1]
      if (next) expect((next.i - i) * step).toBeGreaterThan(textWidth(label, 15))
    }
  })
})

describe('several rows', () => {
  it('have a small chart each, with name and axis of their own', () => {
    const ids = ['mediation-volume-rank', 'contract-enforcement-rank', 'bankruptcy-handling-rank']
    const marks = allMarks(optionOf(rateLine, aFrame(threeYearDataset(), ids, 2025)))
    const words = textsOf(marks)
    for (const name of ['案件调解量位次', '执行合同位次', '破产办理位次']) expect(words).toContain(name)
    expect(words.filter((word) => word === '2023')).toHaveLength(3)
    const ticks = ticksOf(marks).filter(({ value }) => value === 1)
    expect(ticks).toHaveLength(3)
  })

  it('speak each of its own figure', () => {
    const ids = ['mediation-volume-rank', 'contract-enforcement-rank']
    const option = optionOf(rateLine, aFrame(threeYearDataset(), ids, 2025))
    expect(ids.map((id) => textsOf(marksFor(option, id, 2023)))).toEqual([['第2位'], ['前三位']])
  })
})
