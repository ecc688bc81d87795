import { expect, it } from 'vitest'
import { literalIn, locate, type Span, unclaimedDigits, unclaimedNumerals } from './reportNumbers.ts'
import { cell, type Row, readTable, readText, shippedYears } from './shipped.ts'

const isSpan = (place: Span | string): place is Span => typeof place !== 'string'

function claimsOf(year: string, rows: readonly Row[], column: string) {
  const report = readText(`reports/${year}.txt`)
  return rows
    .filter((row) => cell(row, column) !== '')
    .map((row) => locate(report, cell(row, '原句'), cell(row, column)))
}

const documented = shippedYears('reports').filter((year) => shippedYears('not-figures').includes(year))

it('has a report and a list of other numbers for 2023', () => {
  expect(documented).toContain('2023')
})

it.each(documented)('quotes every figure of %s verbatim, once, and whole', (year) => {
  const places = claimsOf(year, readTable(`years/${year}.csv`).rows, '数值')
  expect(places.filter((place) => !isSpan(place))).toEqual([])
})

it.each(documented)('quotes every other number of %s verbatim and says why it is no figure', (year) => {
  const { rows } = readTable(`not-figures/${year}.csv`)
  expect(claimsOf(year, rows, '字符串').filter((place) => !isSpan(place))).toEqual([])
  expect(rows.filter((row) => cell(row, '理由').length < 4)).toEqual([])
})

it.each(documented)('leaves no number of the %s report unexplained', (year) => {
  const report = readText(`reports/${year}.txt`)
  const claims = [
    ...claimsOf(year, readTable(`years/${year}.csv`).rows, '数值'),
    ...claimsOf(year, readTable(`not-figures/${year}.csv`).rows, '字符串'),
  ].filter(isSpan)
  expect(unclaimedDigits(report, claims)).toEqual([])
  expect(unclaimedNumerals(report, claims)).toEqual([])
})

it('notices a figure that is left out', () => {
  const report = readText('reports/2023.txt')
  const figures = claimsOf('2023', readTable('years/2023.csv').rows, '数值').filter(isSpan)
  const others = claimsOf('2023', readTable('not-figures/2023.csv').rows, '字符串').filter(isSpan)
  const without = (id: string) =>
    figures.filter((_, i) => cell(readTable('years/2023.csv').rows[i] ?? {}, '指标编号') !== id)
  expect(unclaimedDigits(report, [...without('legal-aid-cases'), ...others])).toHaveLength(1)
  expect(unclaimedDigits(report, [...without('mobile-enforcement-cases'), ...others])).toHaveLength(1)
  expect(unclaimedNumerals(report, [...without('mediation-volume-rank'), ...others])).toHaveLength(1)
})

it('notices a quote that was retyped, stands twice or carries another number', () => {
  const report = '办理案件745件,结案553件。办理案件745件。'
  expect(locate(report, '结案553件', '553')).toEqual({ start: 11, end: 14 })
  expect(locate(report, '745件，结案', '745')).toBe('“745件，结案” is not in the report')
  expect(locate(report, '案件745件', '745')).toBe('“案件745件” stands 2 times in the report')
  expect(locate(report, '结案553件', '535')).toBe('“结案553件” does not carry 535')
  expect(locate(report, '', '745')).toBe('“” is not in the report')
})

it.each([
  ['1000', '发放宣传材料1000余份'],
  ['99', '全程网办率99.7%'],
  ['7', '全程网办率99.7%'],
  ['1', '10+13+370'],
  ['40', '专题学习40以上'],
])('does not take %s for the number in %s', (literal, quote) => {
  expect(literalIn(quote, literal)).toBeNull()
})
