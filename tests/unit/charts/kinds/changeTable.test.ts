import { describe, expect, it } from 'vitest'
import {
  type ChangeRow,
  changeTable,
  changeTrail,
  filterChanges,
  groupChanges,
  trailYears,
} from '#charts/kinds/changeTable.ts'
import { aDataset, anIndicator, asYear, tenYearDataset, threeYearDataset } from '../../../support/data.ts'

const dataset = threeYearDataset()
const rows = (base: number, year: number) => changeTable(dataset, asYear(base), asYear(year))
const idsOf = (list: readonly ChangeRow[]) => list.map((row) => row.indicator.id)

function rowOf(id: string, base = 2023, year = 2024): ChangeRow {
  const found = rows(base, year).find((row) => row.indicator.id === id)
  if (!found) throw new Error(`no row ${id}`)
  return found
}

describe('changeTable', () => {
  it('holds every indicator once, in the order of the report, with both figures', () => {
    expect(rows(2023, 2024).map((row) => row.indicator)).toEqual(dataset.catalogue.indicators)
    expect(rowOf('mediation-successes')).toMatchObject({
      from: { year: 2023, quantity: { value: 758 }, observation: { year: 2023 } },
      to: { year: 2024, quantity: { value: 826 } },
    })
    expect(rowOf('notary-events')).toMatchObject({
      to: { quantity: { why: 'not-published' }, observation: null },
    })
  })

  it.each([
    ['mediation-volume-rank', { kind: 'places', by: -1, judgement: 'worse' }],
    ['online-service-rate', { kind: 'points', by: 0.2, judgement: 'better' }],
    ['mediation-successes', { kind: 'difference', by: 68, percent: 9, judgement: 'neutral' }],
    ['enforcement-supervision-opinions', { kind: 'difference', by: 3, percent: null }],
    ['rule-of-law-landscapes', { kind: 'to-zero', by: -1 }],
    ['township-review-files', { kind: 'none', why: 'bound', at: 2024 }],
    ['court-appearance-rate', { kind: 'none', why: 'not-published', at: 2024 }],
    ['enforcement-review-pass-rate', { kind: 'none', why: 'not-applicable', at: 2024 }],
    ['lawsuits-lost', { kind: 'none', why: 'not-yet', at: 2023 }],
  ])('%s from 2023 to 2024 is %j', (id, outcome) => {
    expect(rowOf(id).change.outcome).toMatchObject(outcome)
  })

  it('compares two years that are not neighbours, also backwards', () => {
    const of = (base: number, year: number) => rowOf('mediation-volume-rank', base, year).change
    expect(of(2023, 2025)).toMatchObject({
      base: 2023,
      year: 2025,
      outcome: { by: 1, judgement: 'better' },
    })
    expect(of(2025, 2023)).toMatchObject({
      base: 2025,
      year: 2023,
      outcome: { by: -1, judgement: 'worse' },
    })
  })

  it('an increase of an indicator where less is better is worse', () => {
    expect(rowOf('lawsuits-lost', 2024, 2025).change.outcome).toMatchObject({
      by: 6,
      percent: 25,
      judgement: 'worse',
    })
  })
})

describe('filterChanges', () => {
  it('keeps all, or the indicators of one direction', () => {
    expect(filterChanges(rows(2024, 2025), 'all')).toHaveLength(77)
    for (const direction of ['正', '逆', '中'] as const) {
      const kept = filterChanges(rows(2024, 2025), direction)
      expect(idsOf(kept)).toEqual(
        dataset.catalogue.indicators.filter((i) => i.direction === direction).map((i) => i.id),
      )
    }
    expect(idsOf(filterChanges(rows(2024, 2025), '逆'))).toEqual(['lawsuits-lost'])
  })

  it('keeps what has changed: neither what stayed the same nor what cannot be compared', () => {
    const kinds = filterChanges(rows(2023, 2024), 'changed').map((row) => row.change.outcome.kind)
    expect(new Set(kinds)).toEqual(new Set(['difference', 'points', 'places', 'to-zero']))
    expect(kinds.length).toBeLessThan(77)
  })
})

describe('groupChanges', () => {
  const shapes = [
    ['small', '件', 'count', '6', '9'],
    ['grown', '件', 'count', '100', '110'],
    ['rank', '位', 'rank', '第五', '第三'],
    ['bound', '件', 'count', '40余', '50'],
    ['same', '件', 'count', '5', '5'],
    ['fallen', '万元', 'amount', '100', '50'],
    ['slight', '%', 'rate', '99.7', '99.9'],
    ['fell', '%', 'rate', '99', '98'],
    ['born', '件', 'count', '0', '500'],
    ['hardly', '份', 'count', '20000', '20001'],
  ] as const
  const mixed = aDataset({
    indicators: shapes.map(([id, unit, kind]) => anIndicator({ id, unit, kind })),
    figures: Object.fromEntries(shapes.map(([id, , , from, to]) => [id, { 2023: from, 2024: to }])),
  })
  const groups = groupChanges(changeTable(mixed, asYear(2023), asYear(2024)))

  it('orders each scale by itself, largest first up and down alike, and the rest as the report does', () => {
    expect(groups.map((group) => [group.scale, idsOf(group.rows)])).toEqual([
      ['percent', ['fallen', 'grown', 'hardly']],
      ['points', ['fell', 'slight']],
      ['places', ['rank']],
      ['unscaled', ['small', 'born']],
      ['same', ['same']],
      ['none', ['bound']],
    ])
  })

  it('holds every row once, whatever the years, and no empty group', () => {
    const ten = tenYearDataset()
    for (const [base, year] of [
      [2023, 2024],
      [2028, 2029],
      [2023, 2033],
    ] as const) {
      const all = changeTable(ten, asYear(base), asYear(year))
      const grouped = groupChanges(all).flatMap((group) => group.rows)
      expect(new Set(grouped)).toEqual(new Set(all))
      expect(grouped).toHaveLength(all.length)
      expect(groupChanges(all).every((group) => group.rows.length > 0)).toBe(true)
    }
  })
})

describe('the strip of years', () => {
  it('holds every year up to the one to come, the two compared ones marked', () => {
    const slots = changeTrail(dataset, rowOf('notary-events', 2023, 2025))
    expect(slots.map(({ year, state, selected }) => [year, state, selected])).toEqual([
      [2023, 'exact', true],
      [2024, 'not-published', false],
      [2025, 'exact', true],
      [2026, 'pending', false],
    ])
    expect(slots[0]?.quantity).toMatchObject({ literal: '5' })
  })

  it('reaches back ten years, or to the base where that is older', () => {
    const years = Array.from({ length: 20 }, (_, i) => 2004 + i)
    const long = aDataset({
      figures: { cases: Object.fromEntries(years.map((year) => [year, String(year)])) },
    })
    const span = (base: number, year: number) => {
      const shown = trailYears(long, asYear(base), asYear(year))
      return [shown[0], shown[shown.length - 1], shown.length]
    }
    expect(span(2022, 2023)).toEqual([2014, 2024, 11])
    expect(span(2006, 2007)).toEqual([2006, 2024, 19])
    const [row] = changeTable(long, asYear(2022), asYear(2023))
    expect(row && changeTrail(long, row).map((slot) => slot.year)).toEqual(
      trailYears(long, asYear(2022), asYear(2023)),
    )
  })

  it('keeps a year that nobody entered, months and a changed scope in their places', () => {
    const ten = tenYearDataset()
    const all = changeTable(ten, asYear(2026), asYear(2033))
    const trailOf = (id: string) => {
      const row = all.find((found) => found.indicator.id === id)
      return new Map(row ? changeTrail(ten, row).map((slot) => [slot.year as number, slot]) : [])
    }
    expect(trailOf('legal-aid-cases').get(2027)).toMatchObject({ state: 'pending' })
    expect(trailOf('legal-aid-cases').get(2033)).toMatchObject({ period: { from: 1, to: 6 } })
    expect(trailOf('mediation-successes').get(2029)?.scopeChange).toEqual(expect.any(String))
  })
})
