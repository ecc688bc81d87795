import { describe, expect, it } from 'vitest'
import { findObservation } from '#domain/dataset.ts'
import { joinObstacle } from '#domain/joining.ts'
import type { Observation } from '#domain/observation.ts'
import { stateOf } from '#domain/quantity.ts'
import { asId, asYear, indicatorIn } from '../../support/data.ts'
import { cell, parseTable } from './shipped.ts'
import { all, dataset, observationOf, quantityIn, textOf, valuesOf, YEARS } from './tenYears.ts'

// What tests/fixtures/README.md says the ten years hold, row by row: no case can get lost in silence.

const rowsOf = (year: number) => parseTable(textOf(`years/${year}.csv`)).rows

describe('states', () => {
  it.each([
    ['legal-aid-cases', 2026, 'exact', '2104'],
    ['legal-service-requests', 2029, 'exact', '10,984'],
    ['xi-thought-study-sessions', 2023, 'at-least', '40余'],
    ['judicial-consultations', 2025, 'at-least', '超80'],
    ['judicial-consultations', 2024, 'about', '约70'],
    ['notary-consultations', 2024, 'about', '近700'],
    ['township-review-files', 2025, 'at-most', '不足100'],
    ['township-review-files', 2030, 'at-most', '不超过150'],
    ['mediation-volume-rank', 2029, 'rank', '第四'],
    ['mediation-volume-rank', 2032, 'rank', '第1'],
    ['rule-of-law-assessment-rank', 2028, 'rank', '第十一'],
    ['contract-enforcement-rank', 2029, 'rank-within', '前五'],
  ])('%s of %i is %s: %s', (id, year, state, literal) => {
    expect(stateOf(quantityIn(id, year))).toBe(state)
    expect(observationOf(id, year).value).toBe(literal)
  })

  it('a figure is unpublished without a row, by its status and by a dash', () => {
    expect(findObservation(dataset, asId('notary-events'), asYear(2024))).toBeNull()
    expect(observationOf('court-appearance-rate', 2024)).toMatchObject({ status: '未公布', value: '' })
    expect(observationOf('literacy-courses', 2024)).toMatchObject({ status: '', value: '—' })
    for (const id of ['notary-events', 'court-appearance-rate', 'literacy-courses'])
      expect(stateOf(quantityIn(id, 2024)), id).toBe('not-published')
  })

  it('a figure does not apply, is not there yet, or is to come in a year without a file', () => {
    expect(stateOf(quantityIn('enforcement-review-pass-rate', 2033))).toBe('not-applicable')
    expect(stateOf(quantityIn('contract-review-amount', 2025))).toBe('not-yet')
    expect(stateOf(quantityIn('lawsuit-loss-rate', 2027))).toBe('not-yet')
    expect(stateOf(quantityIn('legal-aid-cases', 2027))).toBe('pending')
    const next = dataset.catalogue.indicators.map(({ id }) => stateOf(quantityIn(id, 2034)))
    expect(new Set(next)).toEqual(new Set(['pending']))
  })

  it('a figure is published but doubtful, and its note says why', () => {
    const doubtful = all().filter((o) => o.doubtful)
    expect(new Set(doubtful.map((o) => o.indicator))).toEqual(
      new Set(['city-honours', 'legal-aid-per-ten-thousand']),
    )
    expect(doubtful.filter((o) => !o.note)).toEqual([])
    expect(observationOf('city-honours', 2025).value).toBe('380')
  })
})

describe('indicators that come, go and change their names', () => {
  it('nine exist only from a later year on', () => {
    const later = dataset.catalogue.indicators.filter((i) => i.since > 2023)
    expect(later.map((i) => `${i.id} ${i.since}`).sort()).toEqual([
      'administrative-mediations 2025',
      'contract-review-amount 2026',
      'enforcement-faults 2026',
      'lawsuit-loss-rate 2028',
      'lawsuits-lost 2024',
      'legal-service-requests 2025',
      'online-education-visits 2026',
      'procuratorate-ip-combined-cases 2030',
      'rule-of-law-assessment-rank 2028',
    ])
    for (const { id, since } of later)
      expect(Math.min(...(dataset.observations.get(id)?.keys() ?? []))).toBe(since)
  })

  it('a headline stops for good', () => {
    const id = 'enterprise-disputes'
    expect(dataset.catalogue.headlines.some((h) => h.figures.some((f) => f.indicator === id))).toBe(true)
    expect(valuesOf(id)).toEqual([4416, 4718, 4956, 5103, 5240, 5312, null, null, null, null])
    expect(observationOf(id, 2030).status).toBe('未公布')
    expect(stateOf(quantityIn(id, 2033))).toBe('not-published')
  })

  it.each([
    ['online-service-items', '一网通办事项数', 2029],
    ['mobile-enforcement-cases', '掌上执法办理案件数', 2031],
  ])('%s is named %s alone from %i on', (id, alias, first) => {
    for (const year of YEARS.filter((y) => y >= first)) {
      expect(
        rowsOf(year).filter((row) => cell(row, '指标') === alias && cell(row, '指标编号') === ''),
      ).toHaveLength(1)
      expect(stateOf(quantityIn(id, year))).toBe('exact')
    }
    expect(rowsOf(first - 1).some((row) => cell(row, '指标') === alias)).toBe(false)
    expect(indicatorIn(dataset, id).aliases).toContain(alias)
  })

  it('one row is named by its id alone', () => {
    expect(
      rowsOf(2030)
        .filter((row) => cell(row, '指标') === '')
        .map((row) => cell(row, '指标编号')),
    ).toEqual(['notary-events'])
  })

  it('one waits for somebody to say that it carries another on', () => {
    const [older, newer] = ['procuratorate-ip-cases', 'procuratorate-ip-combined-cases'] as const
    expect(valuesOf(older)).toEqual([8, 11, 8, 12, 14, 15, null, null, null, null])
    expect(valuesOf(newer)).toEqual([null, null, null, null, null, null, 17, 16, 19, 21])
    expect(joinObstacle(dataset, indicatorIn(dataset, older), indicatorIn(dataset, newer))).toBeNull()
    expect(dataset.catalogue.indicators.flatMap((i) => i.formerIds)).toEqual([])
  })
})

describe('notes', () => {
  it('state a change of scope of a count and of a rate in a middle year, and with few words', () => {
    const changed = all().filter((o) => o.scopeChange !== null)
    expect(changed.map((o) => `${o.indicator} ${o.year} ${o.scopeChange}`).sort()).toEqual([
      'court-appearance-rate 2030 自2030年起只统计开庭审理的案件',
      'legal-education-shows 2032 ',
      'legal-service-requests 2033 含网上留言',
      'mediation-successes 2029 自2029年起含行业性、专业性调解组织调解成功的案件',
    ])
  })

  it('state the months of the figures of two years running and of some of the latest', () => {
    const partOf = (year: number): readonly string[] =>
      all().flatMap((o) =>
        o.year === year && o.period ? [`${o.indicator} ${o.period.from}–${o.period.to}`] : [],
      )
    const half = [
      'administrative-lawsuits',
      'lawsuit-loss-rate',
      'lawsuits-lost',
      'pretrial-settlement-referrals',
      'pretrial-settlements',
      'reconsideration-cases-closed',
    ].map((id) => `${id} 1–6`)
    expect([...partOf(2028)].sort()).toEqual(half)
    expect([...partOf(2029)].sort()).toEqual(half)
    expect([...partOf(2033)].sort()).toEqual([
      'contract-review-amount 1–6',
      'legal-aid-cases 1–6',
      'legal-aid-losses-recovered 1–6',
      'legal-aid-per-ten-thousand 1–6',
      'legal-education-events 1–6',
      'legal-service-requests 1–9',
      'notarisations 1–6',
      'online-education-visits 1–6',
    ])
    expect(all().filter((o) => o.period && ![2028, 2029, 2033].includes(o.year))).toEqual([])
  })

  it('mention both without stating either', () => {
    expect(observationOf('notarisations', 2030)).toMatchObject({ note: '1—12月', period: null })
    expect(observationOf('notary-leaflets', 2029).note).toContain('口径变化')
    expect(observationOf('notary-leaflets', 2029).scopeChange).toBeNull()
  })
})

describe('figures', () => {
  it.each([
    ['enforcement-supervision-opinions', [6, 9, 4, 5, 3, 0, 2, 4, 0, 1]],
    ['enforcement-faults', [null, null, null, 3, 0, 2, 0, 0, 1, 0]],
    ['rule-of-law-landscapes', [1, 0, 5, 3, 2, 2, 0, 1, 1, 2]],
    ['online-service-rate', [99.7, 99.9, 100, 100, 100, 99.8, 100, 100, 100, 100]],
    ['lawsuit-loss-rate', [null, null, null, null, 19.3, 14.5, 16.2, 13.5, 10.1, 12.5]],
    ['mediation-volume-rank', [2, 3, 1, 2, 2, 4, 3, 1, 1, 2]],
    ['contract-enforcement-rank', [3, 2, 2, 3, 4, 5, 3, 2, 1, 1]],
    ['duty-report-townships', [13, 13, 13, 13, 13, 13, 13, 13, 13, 13]],
    [
      'legal-aid-losses-recovered',
      [692.35, 684.3, 803.5, 826.45, 841.7, 872.6, 905.38, 931.26, 958.4, 468.15],
    ],
    ['contract-review-amount', [null, null, null, 9860.5, 11800, 11240, 12600, 12875.4, 13402, 6915.8]],
    ['legal-service-requests', [null, null, 9412, 9865, 10231, 10984, 11300, 11720, 12100, 8965]],
    ['online-education-visits', [null, null, null, 38652, 42180, 46000, 49873, 52000, 54126, 27340]],
  ])('%s goes %j', (id, values) => {
    expect(valuesOf(id)).toEqual(values)
  })

  it.each([
    ['legal-aid-losses-recovered', 2025, '8035000', '元'],
    ['legal-aid-losses-recovered', 2031, '931.26万元', '万元'],
    ['legal-aid-losses-recovered', 2032, '958.4万', '元'],
    ['contract-review-amount', 2028, '1.18', '亿元'],
    ['legal-service-requests', 2030, '1.13', '万件'],
    ['legal-service-requests', 2032, '1.21万', '件'],
    ['online-education-visits', 2029, '4.6万', '人次'],
    ['online-education-visits', 2031, '5.2', '万人次'],
  ])('%s of %i is written %s beside %s', (id, year, value, unit) => {
    expect(observationOf(id, year)).toMatchObject({ value, unit })
  })

  it('are judged by each direction, and become better and worse', () => {
    const directions = new Set(dataset.catalogue.indicators.map((i) => `${i.kind} ${i.direction}`))
    for (const wanted of ['count 正', 'count 逆', 'count 中', 'rate 正', 'rate 逆', 'rank 正', 'amount 中'])
      expect(directions).toContain(wanted)
    const turns = (id: string): ReadonlySet<number> => {
      const known = valuesOf(id).flatMap((value) => value ?? [])
      return new Set(known.slice(1).map((value, i) => Math.sign(value - (known[i] ?? 0))))
    }
    for (const id of ['provincial-honours', 'lawsuits-lost', 'lawsuit-loss-rate', 'bankruptcy-handling-rank'])
      expect([...turns(id)], id).toEqual(expect.arrayContaining([-1, 1]))
  })

  it('never jump, but where a case wants it', () => {
    const isMeant = (o: Observation | null): boolean =>
      !o || o.doubtful || o.period !== null || o.scopeChange !== null
    const jumps = dataset.catalogue.indicators.flatMap(({ id, kind }) =>
      YEARS.slice(1).flatMap((year, i) => {
        const pair = [YEARS[i] ?? year, year].map((y) => findObservation(dataset, id, asYear(y)))
        const [from, to] = pair.map((o) => (o?.quantity.kind === 'known' ? o.quantity.value : 0))
        if (pair.some(isMeant) || kind === 'rank' || !from || !to || from < 20) return []
        return Math.abs(to / from - 1) > 0.35 ? [`${id} ${year}: ${from} → ${to}`] : []
      }),
    )
    expect(jumps).toEqual([])
  })
})
