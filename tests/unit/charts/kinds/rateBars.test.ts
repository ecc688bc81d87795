import { describe, expect, it } from 'vitest'
import type { ChartOption } from '#charts/engine.ts'
import { rateBars } from '#charts/kinds/rateBars.ts'
import { type Mark, textWidth } from '#charts/scene.ts'
import {
  aFrame,
  allMarks,
  boxesOf,
  cornersOf,
  isFilled,
  marksFor,
  optionOf,
  seriesOf,
  teethOf,
  textsOf,
} from '../../../support/charts.ts'
import { aDataset, anIndicator, shippedDataset, threeYearDataset } from '../../../support/data.ts'
import { withNotes } from '../../../support/notes.ts'

const RATES = ['normative-docs-filing-rate', 'online-service-rate', 'enforcement-review-pass-rate']

/** Labels of the axis with the places they stand at. Unit: px. */
const axisOf = (option: ChartOption) =>
  allMarks(option).flatMap(({ type, style }) =>
    type === 'text' && /^\d+%$/.test(String(style.text)) && style.verticalAlign === 'top'
      ? [{ rate: Number.parseInt(String(style.text), 10), x: Number(style.x) }]
      : [],
  )

const isTrack = ({ style }: Mark) => style.fill === 'var(--track)'
const isTick = ({ style }: Mark) => style.fill === 'var(--ink)'

/** What a row draws, measured on its own track: 0 at its start, 100 at its end. */
function rowOf(option: ChartOption, id: string, year: number) {
  const marks = marksFor(option, id, year)
  const boxes = marks.filter((mark) => mark.type === 'rect')
  const [track] = boxesOf(boxes.filter(isTrack), isFilled)
  const [tick] = boxesOf(boxes.filter(isTick), isFilled)
  const bars = boxes.filter((mark) => !isTrack(mark) && !isTick(mark))
  const rateAt = (x: number) => Math.round(((x - (track?.x ?? 0)) / (track?.width ?? 1)) * 10_000) / 100
  const diamonds = marks.filter((mark) => mark.type === 'polygon')
  const labels = marks.filter((mark) => mark.type === 'text' && Number(mark.style.x) > (tick?.x ?? 0))
  return {
    ...{ marks, track, tick, bars, diamonds, rateAt },
    labels: textsOf(labels),
    values: boxesOf(bars, () => true).map(({ x, width }) => rateAt(x + width)),
    before: diamonds.map((mark) => rateAt(cornersOf(mark)[0]?.[0] ?? Number.NaN)),
  }
}

function chart(dataset: ReturnType<typeof aDataset>, ids: readonly string[], year: number, width = 600) {
  const option = optionOf(rateBars, aFrame(dataset, ids, year), width)
  const rows = ids.map((id) => rowOf(option, id, year))
  return { option, rows, labels: rows.map((row) => row.labels), values: rows.map((row) => row.values) }
}

const withRate = (cell: string) =>
  aDataset({
    indicators: [anIndicator({ id: 'share', kind: 'rate', unit: '%' })],
    figures: { share: { 2023: cell } },
  })

describe('the track', () => {
  it('runs from 0 to 100 with a tick at 100, whatever the figures are', () => {
    for (const cell of ['99.7', '3', '未公布']) {
      const { option, rows } = chart(withRate(cell), ['share'], 2023)
      const [row] = rows
      const axis = axisOf(option)
      expect(axis.map(({ rate }) => rate)).toEqual([0, 25, 50, 75, 100])
      for (const { rate, x } of axis) expect(row?.rateAt(x)).toBe(rate)
      expect(row?.rateAt((row.tick?.x ?? 0) + (row.tick?.width ?? 0) / 2)).toBe(100)
    }
  })

  it.each([240, 300, 360, 420, 600, 900])(
    'in a card of %d px has no more labels than fit beside each other',
    (width) => {
      const axis = axisOf(chart(shippedDataset(), RATES, 2023, width).option)
      const [rates, places] = [axis.map(({ rate }) => rate), axis.map(({ x }) => x)]
      expect([rates[0], rates[rates.length - 1]]).toEqual([0, 100])
      if (rates.length === 2) return
      for (const [i, x] of places.slice(1).entries())
        expect(x - (places[i] ?? 0)).toBeGreaterThan(textWidth('100%', 14))
    },
  )

  it('lies under the bars, in the same place', () => {
    for (const { marks, track, bars } of chart(shippedDataset(), RATES, 2023).rows) {
      const [bar] = boxesOf(bars, isFilled)
      expect(marks.findIndex(isTrack)).toBeLessThan(marks.indexOf(bars[0] as Mark))
      expect(bar).toMatchObject({ x: track?.x, y: track?.y, height: track?.height })
    }
  })

  it('speaks of its figure where the bar is missing', () => {
    const [row] = chart(withRate('未公布'), ['share'], 2023).rows
    expect(row?.marks.find(isTrack)?.silent).not.toBe(true)
  })

  it('needs no axes of ECharts', () => {
    const { option } = chart(shippedDataset(), RATES, 2023)
    expect(option).not.toHaveProperty('grid')
    expect(seriesOf(option)).toMatchObject([{ type: 'custom', coordinateSystem: 'none' }])
  })
})

it('prints each rate as in the report, with its gap to 100 % in percentage points', () => {
  const { values, labels } = chart(shippedDataset(), RATES, 2023)
  expect(values).toEqual([[100], [99.7], [99.5]])
  expect(labels).toEqual([
    ['100', '%'],
    ['99.7', '%', '距100%差0.3个百分点'],
    ['99.5', '%', '距100%差0.5个百分点'],
  ])
})

it('leaves the gap out where the card is narrow', () => {
  expect(chart(shippedDataset(), RATES, 2023, 360).labels).toEqual([
    ['100', '%'],
    ['99.7', '%'],
    ['99.5', '%'],
  ])
})

it('computes no gap from a bound, and marks it as one', () => {
  expect(chart(withRate('95以上'), ['share'], 2023).labels).toEqual([['≥95', '%']])
  expect(chart(withRate('约95'), ['share'], 2023).labels).toEqual([['≈95', '%']])
})

it('a missing rate is a track with a word and no bar', () => {
  const ids = ['court-appearance-rate', 'enforcement-review-pass-rate', 'online-service-rate']
  const { values, labels, rows } = chart(threeYearDataset(), ids, 2024)
  expect(values).toEqual([[], [], [99.9]])
  expect(labels).toEqual([['未公布'], ['不适用'], ['99.9', '%', '距100%差0.1个百分点']])
  for (const { track } of rows) expect(track?.width).toBeGreaterThan(100)
})

it('stands the names with their second lines above the tracks where the card is narrow', () => {
  const frame = aFrame(shippedDataset(), RATES, 2023, { subs: ['', '可网办事项', ''] })
  for (const [width, isAbove] of [
    [300, true],
    [600, false],
  ] as const) {
    const { marks, track } = rowOf(optionOf(rateBars, frame, width), RATES[1] ?? '', 2023)
    const [name, sub] = marks.filter((mark) => mark.type === 'text').map((mark) => Number(mark.style.y))
    expect(sub).toBeGreaterThan(name ?? 0)
    expect((sub ?? 0) < (track?.y ?? 0)).toBe(isAbove)
  }
})

describe('the open end of a lower bound', () => {
  const rowFor = (cell: string) => chart(withRate(cell), ['share'], 2023).rows[0]

  it('has teeth behind the bar', () => {
    const row = rowFor('95以上')
    const [teeth] = teethOf(row?.marks ?? [])
    expect(teeth?.style).toMatchObject({ stroke: 'var(--c1)', fill: 'none' })
    for (const [x] of cornersOf(teeth)) expect(row?.rateAt(x)).toBeGreaterThan(95)
  })

  it.each(['95', '约95', '不超过95', '未公布'])('has none at %s', (cell) => {
    expect(teethOf(rowFor(cell)?.marks ?? [])).toEqual([])
  })
})

describe('part of a year', () => {
  const half = (cells: Record<number, string>, notes: Record<number, string>, year: number) =>
    chart(
      withNotes(
        aDataset({
          indicators: [anIndicator({ id: 'share', kind: 'rate', unit: '%' })],
          figures: { share: cells },
        }),
        { share: notes },
      ),
      ['share'],
      year,
    ).rows[0]

  it('is a hollow bar with its months under the name', () => {
    const row = half({ 2023: '98' }, { 2023: '1—6月' }, 2023)
    expect(row?.bars).toMatchObject([{ style: { fill: 'transparent', stroke: 'var(--c1)', lineWidth: 2 } }])
    // The outline is drawn inside the length of the bar.
    expect(row?.values[0]).toBeCloseTo(98, 0)
    expect(textsOf(row?.marks ?? [])).toContain('1—6月')
  })

  it.each([[{ 2024: '1—6月' }], [{ 2023: '1—6月' }], [{ 2024: '口径变化：只统计开庭审理的案件' }]])(
    'and another scope have no diamond of a year that counts otherwise: %j',
    (notes) => {
      expect(half({ 2023: '98', 2024: '99' }, notes, 2024)?.before).toEqual([])
      expect(half({ 2023: '98', 2024: '99' }, {}, 2024)?.before).toEqual([98])
    },
  )
})

describe('the year before', () => {
  it('is a hollow diamond on the same track', () => {
    const { rows } = chart(threeYearDataset(), RATES, 2024)
    expect(rows.map(({ before }) => before)).toEqual([[100], [99.7], [99.5]])
    for (const { diamonds, track } of rows) {
      const [diamond] = diamonds
      expect(diamond).toMatchObject({ silent: true, style: { fill: 'var(--surface)', stroke: 'var(--ink)' } })
      const [top, , bottom] = cornersOf(diamond).map(([, y]) => y)
      expect(((top ?? 0) + (bottom ?? 0)) / 2).toBeCloseTo((track?.y ?? 0) + (track?.height ?? 0) / 2)
    }
  })

  it('has no diamond where it has no exact figure', () => {
    const ids = ['court-appearance-rate', 'online-service-rate', 'enforcement-review-pass-rate']
    expect(chart(threeYearDataset(), ids, 2025).rows.map(({ before }) => before)).toEqual([[], [99.9], []])
  })

  it('is not drawn with one year entered, nor before the first', () => {
    for (const dataset of [shippedDataset(), threeYearDataset()])
      expect(chart(dataset, RATES, 2023).rows.map(({ before }) => before)).toEqual([[], [], []])
  })
})
