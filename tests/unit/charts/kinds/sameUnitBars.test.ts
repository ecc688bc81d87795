import { expect, it } from 'vitest'
import type { ChartOption } from '#charts/engine.ts'
import { sameUnitBars } from '#charts/kinds/sameUnitBars.ts'
import type { Mark } from '#charts/scene.ts'
import {
  aFrame,
  allMarks,
  boxesOf,
  cornersOf,
  hatchOf,
  isDashed,
  isFilled,
  look,
  marksFor,
  optionOf,
  seriesOf,
  teethOf,
  textsOf,
} from '../../../support/charts.ts'
import { aDataset, anIndicator, shippedDataset, threeYearDataset } from '../../../support/data.ts'
import { withNotes } from '../../../support/notes.ts'

const PROJECTS = ['linkage-projects-government', 'linkage-projects-business', 'linkage-projects-society']

const optionFor = (dataset: ReturnType<typeof aDataset>, ids: readonly string[], year: number) =>
  optionOf(sameUnitBars, aFrame(dataset, ids, year))

/** What stands in the row of each figure, top down. */
const rowsOf = (option: ChartOption, ids: readonly string[], year: number) =>
  ids.map((id) => marksFor(option, id, year))

const barsOf = (marks: readonly Mark[]) => boxesOf(marks, isFilled)

/** Words of a row behind its name. */
const wordsOf = (marks: readonly Mark[]) => textsOf(marks).slice(1).join(' ')

const yOf = (marks: readonly Mark[], words: string) =>
  Number(marks.find((mark) => mark.style.text === words)?.style.y)

it('draws one bar a row from 0 on one scale, with what it stands for', () => {
  const option = optionFor(shippedDataset(), PROJECTS, 2023)
  const bars = rowsOf(option, PROJECTS, 2023).map(barsOf)
  expect(bars.map((of) => of.length)).toEqual([1, 1, 1])
  const [eight, five, same] = bars.flat()
  expect(new Set([eight?.x, five?.x, same?.x]).size).toBe(1)
  expect((five?.width ?? 0) / (eight?.width ?? 1)).toBeCloseTo(5 / 8)
  expect(same?.width).toBe(eight?.width)
})

it('names the rows from top to bottom, each beside its bar', () => {
  const rows = rowsOf(optionFor(shippedDataset(), PROJECTS, 2023), PROJECTS, 2023)
  expect(rows.map((marks) => textsOf(marks)[0])).toEqual([
    '法治政府建设联动项目',
    '营商环境建设联动项目',
    '社会治理共治联动项目',
  ])
  const middles = rows.map((marks) => {
    const [bar] = barsOf(marks)
    expect(yOf(marks, textsOf(marks)[0] ?? '')).toBeCloseTo((bar?.y ?? 0) + (bar?.height ?? 0) / 2)
    return bar?.y ?? 0
  })
  expect(middles).toEqual([...middles].sort((a, b) => a - b))
})

it('prints each number with its unit at the end of its bar, and no total and no axis', () => {
  const option = optionFor(shippedDataset(), PROJECTS, 2023)
  const rows = rowsOf(option, PROJECTS, 2023)
  expect(rows.map(wordsOf)).toEqual(['8 项', '5 项', '8 项'])
  expect(textsOf(allMarks(option))).toHaveLength(rows.flatMap(textsOf).length)
  for (const marks of rows) {
    const [bar] = barsOf(marks)
    const number = marks.filter((mark) => mark.type === 'text')[1]
    expect(number?.style.x).toBe((bar?.x ?? 0) + (bar?.width ?? 0) + 10)
  }
})

it('needs no axes of ECharts', () => {
  const option = optionFor(shippedDataset(), PROJECTS, 2023)
  expect(option).not.toHaveProperty('grid')
  expect(seriesOf(option)).toMatchObject([{ type: 'custom', coordinateSystem: 'none' }])
})

it('a missing figure is no bar, never one of length 0, and a hatched stub with its word', () => {
  const rows = rowsOf(optionFor(threeYearDataset(), PROJECTS, 2025), PROJECTS, 2025)
  expect(rows.map((marks) => barsOf(marks).length)).toEqual([1, 1, 0])
  expect(rows.map(wordsOf)).toEqual(['10 项', '9 项', '未公布'])
  expect(rows.map((marks) => hatchOf(marks).length > 3)).toEqual([false, false, true])
})

it('a year not entered is a dashed stub with its word', () => {
  for (const marks of rowsOf(optionFor(shippedDataset(), PROJECTS, 2024), PROJECTS, 2024)) {
    expect(wordsOf(marks)).toBe('待录入')
    expect(boxesOf(marks, isDashed)).toHaveLength(1)
    expect(barsOf(marks)).toEqual([])
  }
})

it('a lower bound has ≥ before its number and teeth at the end of its bar; an exact figure has neither', () => {
  const dataset = aDataset({ figures: { bound: { 2023: '40余' }, exact: { 2023: '50' } } })
  const [bound = [], exact = []] = rowsOf(
    optionFor(dataset, ['bound', 'exact'], 2023),
    ['bound', 'exact'],
    2023,
  )
  expect([bound, exact].map(wordsOf)).toEqual(['≥40 件', '50 件'])
  const [bar] = barsOf(bound)
  expect(teethOf(bound)).toHaveLength(1)
  expect(Math.min(...cornersOf(teethOf(bound)[0]).map(([x]) => x))).toBe(
    (bar?.x ?? 0) + (bar?.width ?? 0) + 1,
  )
  expect(teethOf(exact)).toEqual([])
})

it.each([
  ['约50', '≈50 件'],
  ['不超过6', '≤6 件'],
  ['12345', '12,345 件'],
  ['0', '0 件'],
])('prints %s as %s', (cell, label) => {
  const option = optionFor(aDataset({ figures: { a: { 2023: cell } } }), ['a'], 2023)
  expect(wordsOf(marksFor(option, 'a', 2023))).toBe(label)
})

it('a part-year figure is a hollow bar of the same length, with its months under the name', () => {
  const dataset = aDataset({ indicators: [anIndicator({ id: 'a' })], figures: { a: { 2023: '8' } } })
  const [whole, part] = [dataset, withNotes(dataset, { a: { 2023: '1—6月' } })].map((data) =>
    marksFor(optionFor(data, ['a'], 2023), 'a', 2023),
  )
  const hollow = part?.find((mark) => mark.type === 'rect')
  expect(hollow?.style).toMatchObject({ fill: 'transparent', stroke: 'var(--c1)', lineWidth: 2 })
  expect(whole?.find((mark) => mark.type === 'rect')?.style).toMatchObject({ fill: 'var(--c1)' })
  expect(textsOf(part ?? [])).toContain('1—6月')
})

it('stands labels above their bars where the card is narrow, and grows for it', () => {
  const frame = aFrame(shippedDataset(), PROJECTS, 2023)
  for (const [width, isAbove] of [
    [300, true],
    [600, false],
  ] as const) {
    const marks = marksFor(optionOf(sameUnitBars, frame, width), PROJECTS[1] ?? '', 2023)
    const name = yOf(marks, textsOf(marks)[0] ?? '')
    expect(name < (barsOf(marks)[0]?.y ?? 0)).toBe(isAbove)
  }
  const [narrow, wide] = [300, 600].map((width) => sameUnitBars.height(frame, look, width))
  expect(narrow).toBeGreaterThan(wide ?? 0)
})

it('a name cannot steer the rich text of its label', () => {
  const frame = aFrame(shippedDataset(), [PROJECTS[0] ?? ''], 2023, { labels: ['{v|甲}'], subs: ['{乙}'] })
  expect(textsOf(allMarks(optionOf(sameUnitBars, frame))).slice(0, 2)).toEqual(['｛v｜甲｝', '｛乙｝'])
})
