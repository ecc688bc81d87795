import { describe, expect, it } from 'vitest'
import { unitSquares } from '#charts/kinds/unitSquares.ts'
import { textWidth } from '#charts/scene.ts'
import {
  aFrame,
  boxesOf,
  cornersOf,
  hatchOf,
  isDashed,
  isFilled,
  look,
  marksOf,
  optionOf,
  seriesOf,
  teethOf,
  textsOf,
} from '../../../support/charts.ts'
import { aDataset, shippedDataset, threeYearDataset } from '../../../support/data.ts'
import { withNotes } from '../../../support/notes.ts'

const NETWORK = [
  'legal-aid-department-stations',
  'legal-aid-women-children-stations',
  'legal-aid-township-stations',
  'legal-aid-village-points',
]

/** Marks of each row. */
const rowsFor = (dataset: ReturnType<typeof aDataset>, ids: readonly string[], year: number, width = 600) =>
  marksOf(seriesOf(optionOf(unitSquares, aFrame(dataset, ids, year), width))[0])

const rowFor = (cell: string) => rowsFor(aDataset({ figures: { a: { 2023: cell } } }), ['a'], 2023)[0] ?? []

describe('the open end of a lower bound', () => {
  it('has teeth behind the last square, and the number behind them', () => {
    const marks = rowFor('12余')
    const [teeth] = teethOf(marks)
    const last = boxesOf(marks, isFilled)[11]
    const end = (last?.x ?? 0) + (last?.width ?? 0)
    for (const [x] of cornersOf(teeth)) expect(x).toBeGreaterThanOrEqual(end)
    const number = marks.find((mark) => mark.style.text === '≥12')
    expect(Number(number?.style.x)).toBeGreaterThan(Math.max(...cornersOf(teeth).map(([x]) => x)))
  })

  it('stands on the last line of a block', () => {
    const marks = rowFor('120余')
    const squares = boxesOf(marks, isFilled)
    const [teeth] = teethOf(marks)
    for (const [, y] of cornersOf(teeth)) expect(y).toBeGreaterThanOrEqual((squares[119]?.y ?? 0) - 1)
  })

  it.each(['12', '约12', '未公布'])('is not there at %s', (cell) => {
    expect(teethOf(rowFor(cell))).toEqual([])
  })
})

it('part of a year is drawn as hollow squares, with its months under the name', () => {
  const half = withNotes(aDataset({ figures: { a: { 2023: '12' } } }), { a: { 2023: '1—6月' } })
  const [marks = []] = rowsFor(half, ['a'], 2023)
  expect(boxesOf(marks, isFilled)).toEqual([])
  expect(boxesOf(marks, (style) => style.fill === 'none')).toHaveLength(12)
  expect(textsOf(marks)).toContain('1—6月')
})

describe('squares', () => {
  it('are as many as the figure says, in four rows that are not added up', () => {
    const rows = rowsFor(shippedDataset(), NETWORK, 2023)
    expect(rows.map((marks) => boxesOf(marks, isFilled).length)).toEqual([10, 1, 13, 370])
    expect(rows.flatMap(textsOf)).not.toContain('394')
  })

  it('are of one size in all rows of a chart', () => {
    const sizes = rowsFor(shippedDataset(), NETWORK, 2023).flatMap((marks) =>
      boxesOf(marks, isFilled).map((box) => box.width),
    )
    expect(new Set(sizes).size).toBe(1)
  })

  it.each([300, 600, 1000])('never overlap and stay inside a card of %d px', (width) => {
    const frame = aFrame(shippedDataset(), NETWORK, 2023)
    const height = unitSquares.height(frame, look, width)
    const boxes = rowsFor(shippedDataset(), NETWORK, 2023, width).flatMap((marks) => boxesOf(marks, isFilled))
    expect(new Set(boxes.map((box) => `${box.x.toFixed(2)} ${box.y.toFixed(2)}`)).size).toBe(394)
    for (const box of boxes) {
      expect(box.x + box.width).toBeLessThanOrEqual(width)
      expect(box.y + box.height).toBeLessThanOrEqual(height)
    }
  })

  it.each([
    ['400', 400],
    ['401', 0],
    ['12345', 0],
    ['1.5', 0],
    ['0', 0],
    ['40余', 40],
  ])('of %s are %d', (cell, count) => {
    expect(boxesOf(rowFor(cell), isFilled)).toHaveLength(count)
  })
})

it.each([
  ['13', '13'],
  ['12345', '12,345'],
  ['40余', '≥40'],
  ['0', '0'],
  ['1.5', '1.5'],
])('prints the number of %s beside its squares', (cell, number) => {
  expect(textsOf(rowFor(cell))).toEqual(['简称a', number, '件'])
})

it('a missing figure is one square with its word: hatched if not published, dashed if not entered', () => {
  const silent = rowFor('未公布')
  expect(textsOf(silent)).toEqual(['简称a', '未公布'])
  expect(hatchOf(silent).length).toBeGreaterThan(1)
  expect(boxesOf(silent, isFilled)).toEqual([])
  const pending = rowsFor(shippedDataset(), ['national-honours'], 2024)[0] ?? []
  expect(textsOf(pending)).toEqual(['国家级荣誉', '待录入'])
  expect(boxesOf(pending, isDashed)).toHaveLength(1)
})

it.each([260, 320, 600])('keeps every label and number inside a card of %d px', (width) => {
  for (const ids of [NETWORK, ['duty-report-townships', 'duty-report-departments']])
    for (const { style } of rowsFor(shippedDataset(), ids, 2023, width).flat()) {
      if (style.text === undefined) continue
      expect(Number(style.x) + textWidth(String(style.text), Number(style.fontSize))).toBeLessThanOrEqual(
        width,
      )
    }
})

it('draws the selected year only, with what it stands for', () => {
  const option = optionOf(
    unitSquares,
    aFrame(threeYearDataset(), ['national-honours', 'provincial-honours'], 2024),
  )
  expect(seriesOf(option)[0]?.data).toMatchObject([
    { indicator: 'national-honours', year: 2024 },
    { indicator: 'provincial-honours', year: 2024 },
  ])
  expect(marksOf(seriesOf(option)[0]).map((marks) => boxesOf(marks, isFilled).length)).toEqual([2, 5])
})

it('prints the second line of a label', () => {
  const frame = aFrame(shippedDataset(), ['national-honours'], 2023, {
    labels: ['国家级'],
    subs: ['如数照录'],
  })
  expect(textsOf(marksOf(seriesOf(optionOf(unitSquares, frame))[0])[0] ?? [])).toEqual([
    '国家级',
    '如数照录',
    '3',
    '项',
  ])
})
