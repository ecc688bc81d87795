import { describe, expect, it } from 'vitest'
import { kinds, kindsFor } from '#charts/kinds/index.ts'
import type { ChartKind } from '#domain/catalogue.ts'
import { aFrame, look, optionOf } from '../../../support/charts.ts'
import { shippedDataset, threeYearDataset } from '../../../support/data.ts'

const ALL = Object.keys(kinds) as ChartKind[]

it('has the ten kinds and no other', () => {
  expect([...ALL].sort()).toEqual([
    'change-table',
    'entry-matrix',
    'rank-ladder',
    'rate-bars',
    'rate-line',
    'same-unit-bars',
    'slot-card',
    'steps',
    'unit-squares',
    'year-columns',
  ])
})

describe('kindsFor', () => {
  it.each(ALL)('draws %s as itself with one year', (kind) => {
    expect(kindsFor(kind, false)).toEqual([kind])
  })

  it.each([
    ['same-unit-bars', ['year-columns']],
    ['unit-squares', ['unit-squares', 'year-columns']],
    ['rank-ladder', ['rate-line']],
    ['rate-bars', ['rate-bars']],
    ['steps', ['steps']],
    ['slot-card', ['slot-card']],
  ] as const)('draws %s with several years as %j', (kind, drawn) => {
    expect(kindsFor(kind, true)).toEqual(drawn)
  })
})

describe.each(ALL.filter((kind) => kinds[kind].draws === 'echarts'))('%s', (name) => {
  const kind = kinds[name]
  if (kind.draws !== 'echarts') throw new Error('drawn as HTML')
  const rates = ['online-service-rate', 'court-appearance-rate']
  const ids = name === 'rate-bars' || name === 'rate-line' ? rates : ['deputy-suggestions', 'cppcc-proposals']

  it('gives the same option for the same question, and changes nothing it is given', () => {
    const frame = aFrame(threeYearDataset(), ids, 2025)
    const before = JSON.stringify(frame)
    expect(JSON.stringify(optionOf(kind, frame))).toBe(JSON.stringify(optionOf(kind, frame)))
    expect(JSON.stringify(frame)).toBe(before)
  })

  it.each([280, 600, 1200])('has a height and an option without NaN or Infinity at %d px', (width) => {
    for (const frame of [aFrame(shippedDataset(), ids, 2023), aFrame(threeYearDataset(), ids, 2024)]) {
      expect(kind.height(frame, look, width)).toSatisfy(
        (height: number) => Number.isFinite(height) && height > 0,
      )
      // JSON has no word for NaN and Infinity; it writes null, so the values are looked at one by one.
      JSON.stringify(optionOf(kind, frame, width), (_, value) => {
        if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite)
        return value
      })
    }
  })

  it('has no title, no legend, no animation and no HTML in its option', () => {
    const option = optionOf(kind, aFrame(threeYearDataset(), ids, 2025))
    expect(option).toMatchObject({ animation: false })
    expect(Object.keys(option)).not.toEqual(expect.arrayContaining(['title']))
    expect(Object.keys(option)).not.toEqual(expect.arrayContaining(['legend']))
    expect(JSON.stringify(option)).not.toMatch(/<[a-z]/i)
  })
})
