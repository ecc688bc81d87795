import { expect, it } from 'vitest'
import { sameUnitBars } from '#charts/kinds/sameUnitBars.ts'
import {
  aFrame,
  boxesOf,
  cornersOf,
  hatchOf,
  isDashed,
  marksOf,
  optionOf,
  plainLabel,
  seriesOfType,
  teethOf,
  textsOf,
} from '../../../support/charts.ts'
import { aDataset, shippedDataset, threeYearDataset } from '../../../support/data.ts'

type Bar = { readonly value: number | string; readonly indicator: string; readonly year: number }

const PROJECTS = ['linkage-projects-government', 'linkage-projects-business', 'linkage-projects-society']

const optionFor = (dataset: ReturnType<typeof aDataset>, ids: readonly string[], year: number) =>
  optionOf(sameUnitBars, aFrame(dataset, ids, year))

const barsOf = (option: ReturnType<typeof optionFor>) => (seriesOfType(option, 'bar')[0]?.data ?? []) as Bar[]

const labelsOf = (option: ReturnType<typeof optionFor>) => {
  const bar = seriesOfType(option, 'bar')[0]
  return (bar?.data ?? []).map((datum, dataIndex) =>
    plainLabel(bar?.label?.formatter({ dataIndex, value: (datum as Bar).value }) ?? ''),
  )
}

it('draws one bar a row from 0 on one scale, with what it stands for', () => {
  const option = optionFor(shippedDataset(), PROJECTS, 2023)
  expect(barsOf(option)).toMatchObject([
    { value: 8, indicator: PROJECTS[0], year: 2023 },
    { value: 5, indicator: PROJECTS[1], year: 2023 },
    { value: 8, indicator: PROJECTS[2], year: 2023 },
  ])
  expect(option.xAxis).toMatchObject({ min: 0, max: 8, show: false })
  expect(option.yAxis).toMatchObject({
    inverse: true,
    data: ['法治政府建设联动项目', '营商环境建设联动项目', '社会治理共治联动项目'],
  })
})

it('prints each number with its unit at the end of its bar, and no total', () => {
  expect(labelsOf(optionFor(shippedDataset(), PROJECTS, 2023))).toEqual(['8 项', '5 项', '8 项'])
})

it('a missing figure is nothing (-), never 0, and a hatched stub with its word', () => {
  const option = optionFor(threeYearDataset(), PROJECTS, 2025)
  expect(barsOf(option).map((bar) => bar.value)).toEqual([10, 9, '-'])
  expect(labelsOf(option)).toEqual(['10 项', '9 项', ''])
  const marks = marksOf(seriesOfType(option, 'custom')[0])
  expect(marks.map(textsOf)).toEqual([[], [], ['未公布']])
  expect(hatchOf(marks[2] ?? []).length).toBeGreaterThan(3)
})

it('a year not entered is a dashed stub with its word', () => {
  const option = optionFor(shippedDataset(), PROJECTS, 2024)
  expect(barsOf(option).map((bar) => bar.value)).toEqual(['-', '-', '-'])
  for (const marks of marksOf(seriesOfType(option, 'custom')[0])) {
    expect(textsOf(marks)).toEqual(['待录入'])
    expect(boxesOf(marks, isDashed)).toHaveLength(1)
  }
})

it('a lower bound has ≥ before its number and teeth at the end of its bar; an exact figure has neither', () => {
  const dataset = aDataset({ figures: { bound: { 2023: '40余' }, exact: { 2023: '50' } } })
  const option = optionFor(dataset, ['bound', 'exact'], 2023)
  expect(labelsOf(option)).toEqual(['≥40 件', '50 件'])
  const [bound, exact] = marksOf(seriesOfType(option, 'custom')[0])
  expect(teethOf(bound ?? [])).toHaveLength(1)
  expect(Math.min(...cornersOf(teethOf(bound ?? [])[0]).map(([x]) => x))).toBe(40 * 100 + 1)
  expect(exact).toEqual([])
})

it.each([
  ['约50', '≈50 件'],
  ['不超过6', '≤6 件'],
  ['12345', '12,345 件'],
  ['0', '0 件'],
])('prints %s as %s', (cell, label) => {
  expect(labelsOf(optionFor(aDataset({ figures: { a: { 2023: cell } } }), ['a'], 2023))).toEqual([label])
})

it('stands labels above their bars where the card is narrow, and grows for it', () => {
  const frame = aFrame(shippedDataset(), PROJECTS, 2023)
  const [narrow, wide] = [300, 600].map((width) => optionOf(sameUnitBars, frame, width))
  expect(narrow?.yAxis).toMatchObject({ axisLabel: { inside: true } })
  expect(wide?.yAxis).not.toMatchObject({ axisLabel: { inside: true } })
})

it('a name cannot steer the rich text of its label', () => {
  const frame = aFrame(shippedDataset(), [PROJECTS[0] ?? ''], 2023, { labels: ['{v|甲}'], subs: ['{乙}'] })
  const { axisLabel } = optionOf(sameUnitBars, frame).yAxis as {
    axisLabel: { formatter: (name: string, index: number) => string }
  }
  expect(axisLabel.formatter('', 0)).toBe('{l|｛v｜甲｝}\n{s|｛乙｝}')
})
