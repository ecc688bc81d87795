import { describe, expect, it } from 'vitest'
import type { ChartOption } from '#charts/engine.ts'
import { axisOf, rateLine, zoomStart } from '#charts/kinds/rateLine.ts'
import { textWidth } from '#charts/scene.ts'
import type { Indicator } from '#domain/catalogue.ts'
import {
  aFrame,
  boxesOf,
  cornersOf,
  hatchOf,
  isDashed,
  look,
  marksOf,
  optionOf,
  seriesOfType,
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

/** Values of the points; null where the line is broken. */
const pointsOf = (option: ChartOption) =>
  (seriesOfType(option, 'line')[0]?.data ?? []).map((datum) => (datum as { value: number | null }).value)

const labelsOf = (option: ChartOption) => {
  const line = seriesOfType(option, 'line')[0]
  return pointsOf(option).map((value, dataIndex) =>
    value === null ? null : line?.label?.formatter({ dataIndex, value }),
  )
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
    const [axis] = optionOf(rateLine, frameOf(RANK, { 2023: '第二', 2024: '第三' }, 2024)).yAxis as {
      inverse: boolean
      axisLabel: { formatter: (value: number) => string }
    }[]
    expect(axis?.inverse).toBe(true)
    expect(axis?.axisLabel.formatter(1)).toBe('第1位')
  })
})

describe('the line', () => {
  it('joins exact figures and prints each as in the report', () => {
    const option = optionOf(rateLine, aFrame(threeYearDataset(), ['online-service-rate'], 2025))
    expect(pointsOf(option)).toEqual([99.7, 99.9, 100, null])
    expect(labelsOf(option)).toEqual(['99.7%', '99.9%', '100%', null])
  })

  it('joins places and prints them in words', () => {
    const option = optionOf(rateLine, aFrame(threeYearDataset(), ['mediation-volume-rank'], 2025))
    expect(pointsOf(option)).toEqual([2, 3, 1, null])
    expect(labelsOf(option)).toEqual(['第2位', '第3位', '第1位', null])
  })

  it('breaks where a figure is missing, and is never drawn across', () => {
    const option = optionOf(rateLine, aFrame(threeYearDataset(), ['court-appearance-rate'], 2025))
    expect(pointsOf(option)).toEqual([100, null, 97.2, null])
    expect(seriesOfType(option, 'line')[0]?.connectNulls).toBe(false)
  })

  it('marks the selected year with a bigger dot', () => {
    const option = optionOf(rateLine, aFrame(threeYearDataset(), ['online-service-rate'], 2024))
    const sizes = (seriesOfType(option, 'line')[0]?.data ?? []).map(
      (datum) => (datum as { symbolSize: number }).symbolSize,
    )
    expect(sizes).toEqual([10, 14, 10, 10])
  })

  it('has all years on its axis, the empty ones included', () => {
    const option = optionOf(rateLine, aFrame(threeYearDataset(), ['online-service-rate'], 2025))
    expect(option.xAxis).toMatchObject([{ type: 'category', data: ['2023', '2024', '2025', '2026'] }])
  })
})

describe('a bound', () => {
  const rank = optionOf(rateLine, aFrame(threeYearDataset(), ['contract-enforcement-rank'], 2025))
  const [span, second] = marksOf(seriesOfType(rank, 'custom')[0])

  it('前三 is a span over the places 1 to 3 with its words, never a point at 3', () => {
    expect(pointsOf(rank)).toEqual([null, 2, 2, null])
    expect(textsOf(span ?? [])).toEqual(['前三位之内'])
    const line = span?.find((mark) => mark.type === 'line')
    expect(line?.shape).toMatchObject({ y1: 0.75, y2: 3.25 })
    expect(line?.shape?.x1).toBe(line?.shape?.x2)
    expect(span?.filter((mark) => mark.type === 'polygon')).toEqual([])
  })

  it('leaves exact places to the line', () => {
    expect(second).toEqual([])
  })

  it.each([
    ['95以上', '≥95%', 1],
    ['不超过95', '≤95%', -1],
  ])('%s is an open triangle with %s, off the line', (cell, label, down) => {
    const option = optionOf(rateLine, frameOf(RATE, { 2023: cell, 2024: '96' }, 2024))
    expect(pointsOf(option).slice(0, 2)).toEqual([null, 96])
    const marks = marksOf(seriesOfType(option, 'custom')[0])[0] ?? []
    expect(textsOf(marks)).toEqual([label])
    const triangle = marks.find((mark) => mark.type === 'polygon')
    expect(triangle?.style).toMatchObject({ fill: 'var(--surface)' })
    const [base, , tip] = cornersOf(triangle)
    expect(Math.sign((tip?.[1] ?? 0) - (base?.[1] ?? 0))).toBe(down)
  })
})

describe('a missing figure', () => {
  const marksIn = (id: string, year: number) => {
    const option = optionOf(rateLine, aFrame(threeYearDataset(), [id], 2025))
    return marksOf(seriesOfType(option, 'custom')[0])[year - 2023] ?? []
  }

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
    const marks = marksOf(seriesOfType(optionOf(rateLine, frame), 'custom')[0])[0] ?? []
    expect(textsOf(marks)).toEqual(['·'])
    expect(marks).toHaveLength(1)
  })
})

describe('labels that would touch their neighbours', () => {
  const narrow = 200

  it('are left out but for the year looked at', () => {
    const option = optionOf(rateLine, aFrame(threeYearDataset(), ['online-service-rate'], 2024), narrow)
    expect(labelsOf(option)).toEqual(['', '99.9%', '', null])
    expect(pointsOf(option)).toEqual([99.7, 99.9, 100, null])
  })

  it('say 前三位 for short, never 第3位', () => {
    const option = optionOf(rateLine, aFrame(threeYearDataset(), ['bankruptcy-handling-rank'], 2024), narrow)
    const spans = marksOf(seriesOfType(option, 'custom')[0]).map(textsOf)
    expect(spans.slice(0, 2)).toEqual([[], ['前三位']])
    const wider = optionOf(rateLine, aFrame(threeYearDataset(), ['bankruptcy-handling-rank'], 2024), 260)
    expect(marksOf(seriesOfType(wider, 'custom')[0]).map(textsOf).slice(0, 2)).toEqual([
      ['前三位'],
      ['前三位'],
    ])
  })
})

describe('figures that do not count the same', () => {
  const cells = { 2023: '97', 2024: '98', 2025: '99', 2026: '96' }
  const rate = aDataset({ indicators: [anIndicator(RATE)], figures: { cases: cells } })
  const optionFor = (notes: Record<number, string>) =>
    optionOf(rateLine, aFrame(withNotes(rate, { cases: notes }), ['cases'], 2026))
  const piecesOf = (option: ChartOption) =>
    seriesOfType(option, 'line').map((series) =>
      series.data.map((datum) => (datum as { value: number | null }).value),
    )

  it('are one line while scope and months stay the same', () => {
    expect(piecesOf(optionFor({}))).toEqual([[97, 98, 99, 96, null]])
  })

  it('are two lines on either side of a change of scope, with a dashed line between', () => {
    const option = optionFor({ 2025: '口径变化：只统计开庭审理的案件' })
    expect(piecesOf(option)).toEqual([
      [97, 98, null, null, null],
      [null, null, 99, 96, null],
    ])
    const marks = seriesOfType(option, 'custom').flatMap((series) => marksOf(series).flat())
    expect(textsOf(marks)).toContain('口径有变')
    expect(marks.filter((mark) => mark.type === 'line' && mark.style.lineDash)).toHaveLength(1)
  })

  it('leave a part-year point hollow and joined to no whole year, with its months below', () => {
    const option = optionFor({ 2024: '1—6月' })
    expect(piecesOf(option)).toEqual([
      [97, null, null, null, null],
      [null, 98, null, null, null],
      [null, null, 99, 96, null],
    ])
    const hollow = seriesOfType(option, 'line').map((series) =>
      series.data.filter((datum) => (datum as { itemStyle?: { color: string } }).itemStyle),
    )
    expect(hollow[1]).toMatchObject([{ year: 2024, itemStyle: { color: 'var(--surface)' } }])
    expect(textsOf(seriesOfType(option, 'custom').flatMap((series) => marksOf(series).flat()))).toContain(
      '1—6月',
    )
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
    const option = optionOf(rateLine, aFrame(rate, ['cases'], year, { span: 'all' }), 700)
    const step = (700 - 48 - 16) / 27
    const at = labelsOf(option).flatMap((label, i) => (label ? [{ i, label }] : []))
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
    const option = optionOf(rateLine, aFrame(threeYearDataset(), ids, 2025))
    expect([option.grid, option.xAxis, option.yAxis].map((axes) => (axes as unknown[]).length)).toEqual([
      3, 3, 3,
    ])
    const names = seriesOfType(option, 'custom').at(-1)
    expect(textsOf(marksOf(names).flat())).toEqual(['案件调解量位次', '执行合同位次', '破产办理位次'])
  })
})
