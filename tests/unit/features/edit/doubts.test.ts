import { describe, expect, it } from 'vitest'
import { parseReport } from '#domain/report.ts'
import { doubtsOf } from '#features/edit/doubts.ts'
import { type EntryFields, readForm, startingFields } from '#features/edit/entryForm.ts'
import { aDataset, anIndicator, asYear } from '../../../support/data.ts'

const indicator = anIndicator()

/** Codes of what is doubted in a form of 2024, after the figure of 2023. */
function doubted(last: string, typed: Partial<EntryFields>, note = '', report = '') {
  const dataset = aDataset({
    indicators: [indicator],
    figures: { cases: { 2023: last } },
    details: { cases: { note } },
    reports: report ? new Map([[asYear(2024), parseReport(report)]]) : new Map(),
  })
  const slot = { dataset, indicator, year: asYear(2024) }
  const fields = { ...startingFields(indicator, null, { reason: '', author: '' }), ...typed }
  return doubtsOf(slot, readForm(slot, fields)).map(({ code }) => code)
}

describe('a figure against the year before', () => {
  it.each([
    ['100', '1000', ['value-slipped']],
    ['100', '500', ['value-slipped']],
    ['100', '499', ['value-jump']],
    ['100', '10', ['value-slipped']],
    ['100', '20', ['value-slipped']],
    ['100', '20.1', ['count-not-whole', 'value-jump']],
    ['100', '150', []],
    ['100', '150.1', ['count-not-whole', 'value-jump']],
    ['100', '50', []],
    ['100', '49.9', ['count-not-whole', 'value-jump']],
    ['100', '0', ['value-to-zero']],
    ['0', '5', []],
  ] as const)('%s, then %s: %j', (last, value, codes) => {
    expect(doubted(last, { value })).toEqual(codes)
  })

  it.each(['40余', '约40', '不超过40'])('is not compared with the bound %s', (last) => {
    expect(doubted(last, { value: '5' })).toEqual([])
  })

  it('is not compared as a bound, as a word or with other months', () => {
    expect(doubted('100', { value: '5余' })).toEqual([])
    expect(doubted('100', { value: '未公布' })).toEqual([])
    expect(doubted('100', { value: '5', note: '1—6月' })).toEqual([])
    expect(doubted('100', { value: '5' }, '1—6月')).toEqual([])
  })

  it('is compared with the same months', () => {
    expect(doubted('100', { value: '5', note: '1—6月' }, '1—6月')).toEqual(['value-slipped'])
  })

  it('is not compared where the scope changed', () => {
    expect(doubted('100', { value: '5', note: '口径变化：只计本级' })).toEqual([])
  })
})

describe('a quote', () => {
  it.each([
    ['745', '办理案件745件', []],
    ['745', '办理案件2745件', ['literal-not-in-quote']],
    ['745', '办理案件74.5件', ['literal-not-in-quote']],
    ['745', '办理案件７４５件', []],
    ['40余', '开展40余场', []],
    ['745', '', []],
  ] as const)('for %s that reads %s: %j', (value, quote, codes) => {
    expect(doubted('745', { value, quote })).toEqual(codes)
  })

  it('must stand in the report of the year, where there is one', () => {
    const report = '2024年度报告\n共办理案件745件,结案700件。'
    expect(doubted('745', { value: '745', quote: '共办理案件745件，结案' }, '', report)).toEqual([])
    expect(doubted('745', { value: '745', quote: '受理案件745件' }, '', report)).toEqual([
      'quote-not-in-report',
    ])
  })
})

it('nothing is doubted in what cannot be taken, or where nothing changed', () => {
  expect(doubted('100', { value: '九十八', quote: '没有' })).toEqual([])
  expect(doubted('100', { value: '', quote: '没有' })).toEqual([])
})
