import { describe, expect, it } from 'vitest'
import { steps } from '#charts/kinds/steps.ts'
import {
  aFrame,
  allMarks,
  boxesOf,
  hatchOf,
  isDashed,
  isFilled,
  look,
  optionOf,
  teethOf,
  textsOf,
} from '../../../support/charts.ts'
import { aDataset, anIndicator, shippedDataset, threeYearDataset } from '../../../support/data.ts'
import { withNotes } from '../../../support/notes.ts'

const CASES = ['online-enforcement-cases', 'online-enforcement-cases-closed']
const LABELS = { labels: ['办理', '结案'] }

const marksFor = (dataset: ReturnType<typeof aDataset>, ids: readonly string[], year: number) =>
  allMarks(optionOf(steps, aFrame(dataset, ids, year, LABELS)))

/** Two stages of one year. */
const chain = (first: string, second: string) =>
  marksFor(
    aDataset({
      indicators: [anIndicator({ id: 'a' }), anIndicator({ id: 'b' })],
      figures: { a: { 2023: first }, b: { 2023: second } },
    }),
    ['a', 'b'],
    2023,
  )

const ratios = (texts: readonly string[]) => texts.filter((text) => text.includes('%'))

describe('one year', () => {
  const marks = marksFor(shippedDataset(), CASES, 2023)

  it('prints both stages with their unit and the derived ratio between them, marked as derived', () => {
    expect(textsOf(marks)).toEqual(['办理', '745', '件', '结案', '553', '件', '结案 ÷ 办理 = 74.2%（推算）'])
  })

  it('draws the lengths on one scale', () => {
    const [first, second] = boxesOf(marks, isFilled)
    expect((second?.width ?? 0) / (first?.width ?? 1)).toBeCloseTo(553 / 745)
  })

  it('joins the stages with a pale trapezoid', () => {
    expect(marks.filter((mark) => mark.type === 'polygon').map((mark) => mark.style.opacity)).toEqual([0.13])
  })

  it('prints no total, no difference and no year', () => {
    expect(textsOf(marks).join(' ')).not.toMatch(/1298|192|2023/)
  })
})

describe('part of a year', () => {
  const two = aDataset({
    indicators: [anIndicator({ id: 'a' }), anIndicator({ id: 'b' })],
    figures: { a: { 2023: '100', 2024: '41' }, b: { 2023: '50', 2024: '29' } },
  })
  const noted = (notes: Parameters<typeof withNotes>[1], year = 2024) =>
    marksFor(withNotes(two, notes), ['a', 'b'], year)

  it('stands beside the year where both stages share it, and keeps their ratio', () => {
    const texts = textsOf(noted({ a: { 2024: '1—6月' }, b: { 2024: '1-6月数' } }))
    expect(texts).toContain('2024年1—6月')
    expect(ratios(texts)).toHaveLength(2)
  })

  it('of one stage alone is named with it, and gives no ratio', () => {
    const texts = textsOf(noted({ b: { 2024: '1—6月' } }))
    expect(texts).toContain('2024年（结案1—6月）')
    expect(ratios(texts)).toHaveLength(1)
  })

  it('is a hollow bar', () => {
    const filled = (notes: Parameters<typeof withNotes>[1]) => boxesOf(noted(notes), isFilled).length
    expect(filled({ b: { 2024: '1—6月' } })).toBe(filled({}) - 1)
  })

  it('is named with one year too', () => {
    const one = aDataset({
      indicators: [anIndicator({ id: 'a' }), anIndicator({ id: 'b' })],
      figures: { a: { 2023: '41' }, b: { 2023: '29' } },
    })
    const half = withNotes(one, { a: { 2023: '1—6月' }, b: { 2023: '1—6月' } })
    expect(textsOf(marksFor(half, ['a', 'b'], 2023))).toContain('2023年1—6月')
    expect(textsOf(marksFor(one, ['a', 'b'], 2023)).join()).not.toContain('2023')
  })

  it('a changed scope stands beside the year it begins with', () => {
    expect(textsOf(noted({ a: { 2024: '口径变化：' } }))).toContain('2024年　‖ 口径有变')
  })
})

describe('the derived ratio', () => {
  it.each([
    ['41', '29', '70.7'],
    ['3', '1', '33.3'],
    ['8', '2', '25'],
    ['100', '100', '100'],
    ['5', '0', '0'],
  ])('of %s and %s is %s%, one decimal at most', (first, second, percent) => {
    expect(ratios(textsOf(chain(first, second)))).toEqual([`结案 ÷ 办理 = ${percent}%（推算）`])
  })

  it.each([
    ['900余', '640'],
    ['904', '700余'],
    ['约900', '640'],
    ['904', '不足700'],
    ['未公布', '640'],
    ['904', '未公布'],
    ['0', '0'],
  ])('is never drawn between %s and %s', (first, second) => {
    const marks = chain(first, second)
    expect(ratios(textsOf(marks))).toEqual([])
    expect(marks.filter((mark) => mark.type === 'polygon')).toEqual([])
  })
})

it('a lower bound has ≥ and teeth at its open end', () => {
  const marks = chain('904', '700余')
  expect(textsOf(marks)).toContain('≥700')
  expect(teethOf(marks)).toHaveLength(1)
  expect(teethOf(chain('904', '700'))).toEqual([])
})

it('a stage without a figure is a hatched stub with its word, never a bar of 0', () => {
  const marks = chain('904', '未公布')
  expect(textsOf(marks)).toEqual(['办理', '904', '件', '结案', '未公布'])
  expect(boxesOf(marks, isFilled)).toHaveLength(1)
  expect(hatchOf(marks).length).toBeGreaterThan(3)
})

it('a year not entered is two dashed stubs', () => {
  const marks = marksFor(shippedDataset(), CASES, 2024)
  expect(textsOf(marks)).toEqual(['办理', '待录入', '结案', '待录入'])
  expect(boxesOf(marks, isDashed)).toHaveLength(2)
})

it('leaves the names out of a ratio that has no room for them, never the word 推算', () => {
  const frame = aFrame(shippedDataset(), CASES, 2023, { labels: ['网上办理的案件', '网上办结的案件'] })
  expect(ratios(textsOf(allMarks(optionOf(steps, frame, 600))))).toEqual([
    '网上办结的案件 ÷ 网上办理的案件 = 74.2%（推算）',
  ])
  expect(ratios(textsOf(allMarks(optionOf(steps, frame, 320))))).toEqual(['74.2%（推算）'])
})

describe('several years', () => {
  const dataset = threeYearDataset()

  it('draws one chain a year, oldest first, on a scale they share', () => {
    const marks = marksFor(dataset, CASES, 2025)
    expect(textsOf(marks).filter((text) => /年$/.test(text))).toEqual(['2023年', '2024年', '2025年'])
    const widths = boxesOf(marks, isFilled).map((box) => box.width)
    const longest = Math.max(...widths)
    const expected = [745, 553, 812, 640, 904, 700].map((value) => (value / 904) * longest)
    widths.forEach((width, i) => {
      expect(width).toBeCloseTo(expected[i] ?? Number.NaN)
    })
    expect(widths).toHaveLength(6)
  })

  it('has a ratio only for the years with two exact figures', () => {
    expect(ratios(textsOf(marksFor(dataset, CASES, 2025)))).toEqual([
      '结案 ÷ 办理 = 74.2%（推算）',
      '结案 ÷ 办理 = 78.8%（推算）',
    ])
  })

  it('shows no year after the one that is looked at, and marks that one', () => {
    const marks = marksFor(dataset, CASES, 2024)
    const heads = marks.filter((mark) => /年$/.test(String(mark.style.text)))
    expect(heads.map((mark) => [mark.style.text, mark.style.fontWeight])).toEqual([
      ['2023年', 400],
      ['2024年', 600],
    ])
  })

  it('leaves out a year without any figure, but not the only one', () => {
    const gap = aDataset({
      figures: { a: { 2023: '10', 2024: '未公布', 2025: '12' }, b: { 2023: '5', 2024: '未公布', 2025: '6' } },
    })
    expect(textsOf(marksFor(gap, ['a', 'b'], 2025)).filter((text) => /年$/.test(text))).toEqual([
      '2023年',
      '2025年',
    ])
    const first = aDataset({ figures: { a: { 2023: '未公布', 2024: '5' }, b: { 2024: '5' } } })
    expect(textsOf(marksFor(first, ['a', 'b'], 2023))).toEqual(['2023年', '办理', '未公布', '结案', '未公布'])
  })

  it('asks for the height it needs', () => {
    const heightOf = (year: number) => steps.height(aFrame(dataset, CASES, year, LABELS), look, 600)
    expect(heightOf(2024)).toBeGreaterThan(heightOf(2023) * 1.9)
    for (const year of [2023, 2024, 2025]) {
      const bottoms = boxesOf(marksFor(dataset, CASES, year), () => true).map((box) => box.y + box.height)
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(heightOf(year))
    }
  })
})
