import { expect, it } from 'vitest'
import { reportMarks } from '#domain/marks.ts'
import { parseReport } from '#domain/report.ts'
import { aDataset, asYear, madeUpDataset, shippedDataset } from '../../support/data.ts'

const y2023 = asYear(2023)

it('marks all 75 figures of the shipped report, in the order of the text', () => {
  const dataset = shippedDataset()
  const report = dataset.reports.get(y2023) ?? parseReport('')
  const marks = reportMarks(dataset, report, y2023)
  const ids = marks.flatMap((mark) => mark.indicators.map((i) => i.id))
  expect(new Set(ids).size).toBe(75)
  expect(ids).toHaveLength(75)
  expect(marks.map((m) => m.start)).toEqual(marks.map((m) => m.start).toSorted((a, b) => a - b))
})

it('marks the printed literal of every figure, and no two marks overlap', () => {
  const dataset = shippedDataset()
  const report = dataset.reports.get(y2023) ?? parseReport('')
  const marks = reportMarks(dataset, report, y2023)
  for (const { start, end, indicators } of marks)
    for (const { id } of indicators) {
      const quantity = dataset.observations.get(id)?.get(y2023)?.quantity
      expect(report.text.slice(start, end)).toBe(quantity?.kind === 'known' && quantity.literal)
    }
  marks.slice(1).forEach((mark, i) => {
    expect(mark.start).toBeGreaterThanOrEqual(marks[i]?.end ?? 0)
  })
})

it('gives one numeral that stands for two figures one mark with both', () => {
  const dataset = shippedDataset()
  const marks = reportMarks(dataset, dataset.reports.get(y2023) ?? parseReport(''), y2023)
  const shared = marks.filter((mark) => mark.indicators.length > 1)
  expect(shared.map((mark) => mark.indicators.map((i) => i.id))).toEqual([
    ['deputy-suggestion-reply-rate', 'cppcc-proposal-reply-rate'],
    ['contract-enforcement-rank', 'bankruptcy-handling-rank'],
  ])
})

it('marks every published figure of another county with a quote', () => {
  const dataset = madeUpDataset()
  const year = asYear(2031)
  const marks = reportMarks(dataset, dataset.reports.get(year) ?? parseReport(''), year)
  expect(marks.flatMap((mark) => mark.indicators)).toHaveLength(17)
})

it('leaves out a figure whose quote is not in the report, of another year, or missing', () => {
  const report = parseReport('标题\n\n办理案件12件。')
  const dataset = aDataset({
    figures: {
      here: { 2023: '12' },
      elsewhere: { 2023: '12' },
      later: { 2024: '12' },
      none: { 2023: '未公布' },
    },
    details: {
      here: { quote: '办理案件12件' },
      elsewhere: { quote: '别处的12件' },
      later: { quote: '办理案件12件' },
      none: { quote: '办理案件12件' },
    },
  })
  expect(reportMarks(dataset, report, y2023).map((mark) => mark.indicators.map((i) => i.id))).toEqual([
    ['here'],
  ])
})
