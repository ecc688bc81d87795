import { describe, expect, it } from 'vitest'
import { panelPeriod, summariseRates } from '#charts/titles.ts'
import type { Dataset } from '#domain/dataset.ts'
import {
  aDataset,
  anIndicator,
  asYear,
  madeUpDataset,
  shippedDataset,
  threeYearDataset,
} from '../../support/data.ts'
import { withNotes } from '../../support/notes.ts'

function ratesOf(dataset: Dataset, year: number) {
  const panel = dataset.catalogue.panels.find((p) => p.titleRule === 'rates')
  if (!panel) throw new Error('no panel of rates')
  return summariseRates(dataset, panel, asYear(year))
}

/** A dataset whose one panel holds these rates of 2023. */
function withRates(...cells: readonly string[]): Dataset {
  const indicators = cells.map((_, i) => anIndicator({ id: `rate-${i}`, kind: 'rate', unit: '%' }))
  const dataset = aDataset({
    indicators,
    figures: Object.fromEntries(cells.map((cell, i) => [`rate-${i}`, { 2023: cell }])),
  })
  const part = { kind: 'rate-bars' as const, indicators: indicators.map((i) => i.id), labels: [], subs: [] }
  const panel = {
    id: 'rates',
    name: '比率',
    title: null,
    titleRule: 'rates' as const,
    chapter: 1,
    section: null,
    overview: null,
    onChapter: true,
    parts: [{ ...part, name: null, square: null }],
    subtitle: '',
    notes: [],
  }
  return { ...dataset, catalogue: { ...dataset.catalogue, panels: [panel] } }
}

describe('summariseRates', () => {
  it.each([
    ['the shipped report', shippedDataset(), 2023, { count: 6, known: 6, full: 4, lowest: '99.5' }],
    [
      'a year with a rate not published and one not applicable',
      threeYearDataset(),
      2024,
      { count: 6, known: 4, full: 3, lowest: '99.9' },
    ],
    ['another county', madeUpDataset(), 2031, { count: 2, known: 2, full: 0, lowest: '96.2' }],
  ])('sums up %s', (_, dataset, year, summary) => {
    expect(ratesOf(dataset, year)).toEqual(summary)
  })

  it('has no lowest rate where all are full', () => {
    expect(ratesOf(withRates('100', '100'), 2023)).toEqual({ count: 2, known: 2, full: 2, lowest: null })
  })

  it('does not count a bound as known, and never calls it the lowest', () => {
    expect(ratesOf(withRates('100', '90以上', '约80', '99.70'), 2023)).toEqual({
      count: 4,
      known: 2,
      full: 1,
      lowest: '99.70',
    })
  })

  it('says nothing where no rate is exact', () => {
    expect(ratesOf(withRates('90以上', '未公布'), 2023)).toBeNull()
    expect(ratesOf(shippedDataset(), 2024)).toBeNull()
  })
})

describe('part-year figures', () => {
  const rates = withRates('100', '99.5')
  const periodOf = (dataset: Dataset) => {
    const [panel] = dataset.catalogue.panels
    return panel && panelPeriod(dataset, panel, asYear(2023))
  }

  it('are summed up among themselves', () => {
    const half = withNotes(rates, { 'rate-0': { 2023: '1—6月' }, 'rate-1': { 2023: '1-6月数' } })
    expect(ratesOf(half, 2023)).toMatchObject({ known: 2, full: 1, lowest: '99.5' })
    expect(periodOf(half)).toEqual({ from: 1, to: 6 })
  })

  it('are never summed up with whole years, nor with other months', () => {
    const mixed = withNotes(rates, { 'rate-0': { 2023: '1—6月' } })
    const other = withNotes(rates, { 'rate-0': { 2023: '1—6月' }, 'rate-1': { 2023: '1—9月' } })
    for (const dataset of [mixed, other]) {
      expect(ratesOf(dataset, 2023)).toBeNull()
      expect(periodOf(dataset)).toBe('mixed')
    }
    expect(periodOf(rates)).toBeNull()
  })
})
