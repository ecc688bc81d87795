import { describe, expect, it } from 'vitest'
import { rateBars } from '#charts/kinds/rateBars.ts'
import { textWidth } from '#charts/scene.ts'
import {
  aFrame,
  allMarks,
  cornersOf,
  optionOf,
  plainLabel,
  seriesOf,
  teethOf,
} from '../../../support/charts.ts'
import { aDataset, anIndicator, shippedDataset, threeYearDataset } from '../../../support/data.ts'
import { withNotes } from '../../../support/notes.ts'

const RATES = ['normative-docs-filing-rate', 'online-service-rate', 'enforcement-review-pass-rate']

function chart(dataset: ReturnType<typeof aDataset>, ids: readonly string[], year: number, width = 600) {
  const option = optionOf(rateBars, aFrame(dataset, ids, year), width)
  const [track, bars, tick, before] = seriesOf(option)
  const labels = ids.map((_, dataIndex) =>
    plainLabel(tick?.label?.formatter({ dataIndex, value: 100 }) ?? ''),
  )
  const values = (bars?.data ?? []).map((datum) => (datum as { value: number | string }).value)
  return { option, track, values, tick, before, labels }
}

const withRate = (cell: string) =>
  aDataset({
    indicators: [anIndicator({ id: 'share', kind: 'rate', unit: '%' })],
    figures: { share: { 2023: cell } },
  })

describe('the track', () => {
  it('runs from 0 to 100 with a tick at 100, whatever the figures are', () => {
    for (const cell of ['99.7', '3', '未公布']) {
      const { option, track, tick } = chart(withRate(cell), ['share'], 2023)
      expect(option.xAxis).toMatchObject({ min: 0, max: 100 })
      expect(track?.data).toEqual([100])
      expect(tick).toMatchObject({
        type: 'scatter',
        symbol: 'rect',
        data: [[100, 0]],
        itemStyle: { opacity: 1 },
      })
    }
  })

  it.each([240, 300, 360, 420, 600, 900])(
    'in a card of %d px has no more labels than fit beside each other',
    (width) => {
      const { xAxis, grid } = chart(shippedDataset(), RATES, 2023, width).option as {
        xAxis: { interval: number }
        grid: { left: number; right: number }
      }
      const room = width - grid.left - grid.right
      expect([25, 50, 100]).toContain(xAxis.interval)
      if (xAxis.interval < 100) expect((room * xAxis.interval) / 100).toBeGreaterThan(textWidth('100%', 14))
    },
  )

  it('lies under the bars, in the same place', () => {
    const { option } = chart(shippedDataset(), RATES, 2023)
    expect(seriesOf(option).slice(0, 2)).toMatchObject([{ barGap: '-100%', z: 1 }, { z: 2 }])
  })
})

it('prints each rate as in the report, with its gap to 100 % in percentage points', () => {
  const { values, labels } = chart(shippedDataset(), RATES, 2023)
  expect(values).toEqual([100, 99.7, 99.5])
  expect(labels).toEqual(['100%', '99.7%\n距100%差0.3个百分点', '99.5%\n距100%差0.5个百分点'])
})

it('leaves the gap out where the card is narrow', () => {
  expect(chart(shippedDataset(), RATES, 2023, 360).labels).toEqual(['100%', '99.7%', '99.5%'])
})

it('computes no gap from a bound, and marks it as one', () => {
  expect(chart(withRate('95以上'), ['share'], 2023).labels).toEqual(['≥95%'])
  expect(chart(withRate('约95'), ['share'], 2023).labels).toEqual(['≈95%'])
})

it('a missing rate is a track with a word and no bar', () => {
  const ids = ['court-appearance-rate', 'enforcement-review-pass-rate', 'online-service-rate']
  const { values, labels } = chart(threeYearDataset(), ids, 2024)
  expect(values).toEqual(['-', '-', 99.9])
  expect(labels).toEqual(['未公布', '不适用', '99.9%\n距100%差0.1个百分点'])
})

describe('the open end of a lower bound', () => {
  const teethFor = (cell: string) => {
    const { option } = chart(withRate(cell), ['share'], 2023)
    return teethOf(allMarks(option))
  }

  it('has teeth behind the bar', () => {
    const [teeth] = teethFor('95以上')
    expect(teeth?.style).toMatchObject({ stroke: 'var(--c1)', fill: 'none' })
    for (const [x] of cornersOf(teeth)) expect(x).toBeGreaterThan(95 * 100)
  })

  it.each(['95', '约95', '不超过95', '未公布'])('has none at %s', (cell) => {
    expect(teethFor(cell)).toEqual([])
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
    )

  it('is a hollow bar with its months under the name', () => {
    const { option } = half({ 2023: '98' }, { 2023: '1—6月' }, 2023)
    expect(seriesOf(option)[1]?.data).toMatchObject([
      { value: 98, itemStyle: { color: 'transparent', borderColor: 'var(--c1)' } },
    ])
    const axis = option.yAxis as { axisLabel: { formatter: (label: string, index: number) => string } }
    expect(axis.axisLabel.formatter('', 0)).toContain('1—6月')
  })

  it.each([[{ 2024: '1—6月' }], [{ 2023: '1—6月' }], [{ 2024: '口径变化：只统计开庭审理的案件' }]])(
    'and another scope have no diamond of a year that counts otherwise: %j',
    (notes) => {
      expect(half({ 2023: '98', 2024: '99' }, notes, 2024).before?.data).toEqual([])
      expect(half({ 2023: '98', 2024: '99' }, {}, 2024).before?.data).toEqual([[98, 0]])
    },
  )
})

describe('the year before', () => {
  it('is a hollow diamond on the same track', () => {
    const { before } = chart(threeYearDataset(), RATES, 2024)
    expect(before).toMatchObject({
      type: 'scatter',
      symbol: 'diamond',
      itemStyle: { color: 'var(--surface)' },
    })
    expect(before?.data).toEqual([
      [100, 0],
      [99.7, 1],
      [99.5, 2],
    ])
  })

  it('has no diamond where it has no exact figure', () => {
    const ids = ['court-appearance-rate', 'online-service-rate', 'enforcement-review-pass-rate']
    expect(chart(threeYearDataset(), ids, 2025).before?.data).toEqual([[99.9, 1]])
  })

  it('is not drawn with one year entered, nor before the first', () => {
    expect(chart(shippedDataset(), RATES, 2023).before).toBeUndefined()
    expect(chart(threeYearDataset(), RATES, 2023).before?.data).toEqual([])
  })
})
