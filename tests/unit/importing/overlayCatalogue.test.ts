import { describe, expect, it } from 'vitest'
import { findIndicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { entryOf, type FigureEntry } from '#domain/observation.ts'
import type { PlanItem } from '#domain/plan.ts'
import type { LoggedChange, Revision } from '#domain/revision.ts'
import { overlay } from '#importing/overlay.ts'
import { aDataset, anIndicator, asId, asYear, indicatorIn, shippedDataset } from '../../support/data.ts'
import { frozen } from '../../support/frozen.ts'
import {
  aDraft,
  aFigureChange,
  aJoin,
  aLog,
  anEntry,
  appended,
  aSettingsChange,
  aYearChange,
  edited,
  undone,
} from '../../support/log.ts'

/** The published entry of a builder's figure is its cell alone. */
const BASE = frozen(aDataset({ figures: { cases: { 2022: '10', 2023: '12' }, visits: { 2023: '40余' } } }))

const show = (log: readonly Revision[], base: Dataset = BASE) => overlay(base, log)

/** The cell shown for a figure, or why there is none. */
function cellIn(dataset: Dataset, id: string, year: number): string {
  const found = findObservation(dataset, asId(id), asYear(year))
  if (found) return found.value
  const quantity = quantityOf(dataset, indicatorIn(dataset, id), asYear(year))
  return quantity.kind === 'missing' ? quantity.why : 'known'
}

const cell = (log: readonly Revision[], id: string, year: number, base: Dataset = BASE) =>
  cellIn(show(log, base).dataset, id, year)

describe('an answer to a plan', () => {
  const item = (kind: PlanItem['kind'], number: number): PlanItem => ({
    kind,
    number,
    text: '甲',
    indicators: [],
    state: '待对应',
    nextQuote: '',
  })
  const plans = new Map([[asYear(2023), [item('不足', 1), item('打算', 1)]]])
  const base = frozen(aDataset({ figures: { cases: { 2023: '12' } }, plans }))
  const answer = (kind: PlanItem['kind'], number: number, year = 2023): LoggedChange => ({
    what: 'plan',
    year: asYear(year),
    kind,
    number,
    before: { state: '待对应', nextQuote: '' },
    after: { state: '已有对应表述', nextQuote: '乙' },
  })
  const states = (log: readonly Revision[]) =>
    show(log, base)
      .dataset.plans.get(asYear(2023))
      ?.map(({ kind, state, nextQuote }) => [kind, state, nextQuote])

  it('is shown at its item alone, and taken back', () => {
    const log = aLog([answer('打算', 1)])
    expect(states(log)).toEqual([
      ['不足', '待对应', ''],
      ['打算', '已有对应表述', '乙'],
    ])
    expect(show(undone(log, 1), base).dataset).toBe(base)
  })

  it.each([
    ['number', answer('打算', 9)],
    ['year', answer('打算', 1, 2024)],
  ])('is refused where there is no item of that %s any more', (_, change) => {
    expect(show(aLog([change]), base)).toEqual({
      dataset: base,
      conflicts: [],
      refused: [{ revision: 1, change, findings: [] }],
    })
  })
})

describe('a direction', () => {
  it('is that of the last decision; everything else about the indicator stays', () => {
    const log = aLog(
      [aSettingsChange('cases', {}, { direction: '正' })],
      [aSettingsChange('cases', { direction: '正' }, { direction: '逆' })],
    )
    const { dataset } = show(log)
    expect(findIndicator(dataset.catalogue, 'cases')).toEqual({
      ...findIndicator(BASE.catalogue, 'cases'),
      direction: '逆',
    })
    expect(findIndicator(dataset.catalogue, 'visits')).toBe(findIndicator(BASE.catalogue, 'visits'))
    expect(dataset.observations).toEqual(BASE.observations)
  })

  it('of an indicator that is gone is refused', () => {
    const change = aSettingsChange('gone', {}, { direction: '正' })
    expect(show(aLog([change]))).toEqual({
      dataset: BASE,
      conflicts: [],
      refused: [{ revision: 1, change, findings: [] }],
    })
  })

  it('set under a former id goes to the indicator that carries it on', () => {
    const base = frozen(aDataset({ indicators: [anIndicator({ id: 'newer', formerIds: [asId('older')] })] }))
    const { dataset } = show(aLog([aSettingsChange('older', {}, { direction: '正' })]), base)
    expect(findIndicator(dataset.catalogue, 'newer')?.direction).toBe('正')
  })
})

describe('a join', () => {
  const base = frozen(aDataset({ figures: { older: { 2022: '2', 2023: '3' }, newer: { 2024: '4' } } }))
  const joined = aLog([aJoin('newer', 'older')])
  const years = (log: readonly Revision[], id = 'newer', on: Dataset = base) =>
    [...(show(log, on).dataset.observations.get(asId(id)) ?? [])].map(([year, o]) => `${year} ${o.value}`)

  it('makes one series of two and can be taken back', () => {
    expect(years(joined)).toEqual(['2022 2', '2023 3', '2024 4'])
    expect(show(joined, base)).toMatchObject({ conflicts: [], refused: [] })
    expect(show(undone(joined, 1), base).dataset).toBe(base)
  })

  it('keeps edits of either id made before it', () => {
    const log = edited(
      aLog([aFigureChange('older', 2023, '3', '30')], [aFigureChange('newer', 2024, '4', '40')]),
      aJoin('newer', 'older'),
    )
    expect(years(log)).toEqual(['2022 2', '2023 30', '2024 40'])
  })

  it('is not disturbed by a year that was filled in under one id and taken back, or typed away', () => {
    const filled = aLog([aFigureChange('older', 2024, null, '9')])
    const away = edited(filled, aFigureChange('older', 2024, '9', null))
    for (const log of [undone(filled, 1), away])
      expect(years(edited(log, aJoin('newer', 'older')))).toEqual(['2022 2', '2023 3', '2024 4'])
  })

  it('is possible once one of two figures of a year was taken away, and shows the other', () => {
    const both = frozen(aDataset({ figures: { older: { 2023: '3', 2024: '9' }, newer: { 2024: '4' } } }))
    const olderGone = edited(aLog([aFigureChange('older', 2024, '9', null)]), aJoin('newer', 'older'))
    const newerGone = edited(aLog([aFigureChange('newer', 2024, '4', null)]), aJoin('newer', 'older'))
    expect(years(olderGone, 'newer', both)).toEqual(['2023 3', '2024 4'])
    expect(years(newerGone, 'newer', both)).toEqual(['2023 3', '2024 9'])
    for (const log of [olderGone, newerGone])
      expect(show(log, both)).toMatchObject({ conflicts: [], refused: [] })
  })

  it('takes edits of the joined years, and their taking back', () => {
    const log = edited(joined, aFigureChange('newer', 2023, '3', '33'))
    expect(years(log)).toEqual(['2022 2', '2023 33', '2024 4'])
    expect(years(undone(log, 2))).toEqual(['2022 2', '2023 3', '2024 4'])
    const away = edited(log, aFigureChange('newer', 2023, '33', null))
    expect(years(away)).toEqual(['2022 2', '2024 4'])
    expect(years(edited(away, aFigureChange('newer', 2023, null, '34')))).toEqual([
      '2022 2',
      '2023 34',
      '2024 4',
    ])
    expect(show(away, base).conflicts).toEqual([])
  })

  it('taken back gives each id its years again, with what was changed in the meantime', () => {
    const log = edited(
      edited(
        edited(joined, aFigureChange('newer', 2023, '3', '33')),
        aFigureChange('newer', 2022, '2', null),
      ),
      aFigureChange('newer', 2025, null, '5'),
    )
    const apart = undone(log, 1)
    expect(years(apart, 'older')).toEqual(['2023 33'])
    expect(years(apart, 'newer')).toEqual(['2024 4', '2025 5'])
    expect(show(apart, base)).toMatchObject({ conflicts: [], refused: [] })
    expect(years(undone(apart, 5))).toEqual(years(log))
  })

  it('gives a year that was emptied and filled again back to the id that had it', () => {
    const emptied = edited(joined, aFigureChange('newer', 2023, '3', null))
    const log = edited(emptied, aFigureChange('newer', 2023, null, '34'))
    const apart = undone(log, 1)
    expect(years(apart, 'older')).toEqual(['2022 2', '2023 34'])
    expect(years(apart, 'newer')).toEqual(['2024 4'])
  })

  it('typed away gives each id its years again too', () => {
    const log = edited(joined, aFigureChange('newer', 2023, '3', '33'))
    const apart = edited(log, aSettingsChange('newer', { continues: 'older' }, {}))
    expect(years(apart, 'older')).toEqual(['2022 2', '2023 33'])
    expect(years(apart, 'newer')).toEqual(['2024 4'])
  })

  it('takes the undo of an edit made before it', () => {
    const log = edited(aLog([aFigureChange('older', 2023, '3', '30')]), aJoin('newer', 'older'))
    expect(years(undone(log, 1))).toEqual(['2022 2', '2023 3', '2024 4'])
  })

  it('reports a conflict of a joined year under the id it is shown under', () => {
    const log = edited(joined, aFigureChange('newer', 2023, '3', '33'))
    const moved = frozen(aDataset({ figures: { older: { 2022: '2', 2023: '5' }, newer: { 2024: '4' } } }))
    expect(show(log, moved).conflicts).toEqual([
      { change: aFigureChange('newer', 2023, '3', '33'), published: anEntry('5') },
    ])
    const kept = edited(log, aFigureChange('newer', 2023, '5', '33'))
    expect(show(kept, moved).conflicts).toEqual([])
    expect(years(kept, 'newer', moved)).toEqual(['2022 2', '2023 33', '2024 4'])
  })

  it.each([
    [
      'both are published in one year now',
      aDataset({ figures: { older: { 2023: '3', 2024: '9' }, newer: { 2024: '4' } } }),
    ],
    ['the older one is gone', aDataset({ figures: { newer: { 2024: '4' } } })],
    [
      'the unit is another one now',
      aDataset({
        indicators: [anIndicator({ id: 'older', unit: '人' }), anIndicator({ id: 'newer' })],
        figures: { newer: { 2024: '4' } },
      }),
    ],
  ])('is refused where %s; each goes on by itself', (_, published) => {
    const on = frozen(published)
    expect(show(joined, on)).toEqual({
      dataset: on,
      conflicts: [],
      refused: [{ revision: 1, change: aJoin('newer', 'older'), findings: [] }],
    })
  })

  it('that is refused leaves the direction that was set with it', () => {
    const log = aLog([aSettingsChange('newer', {}, { direction: '正', continues: 'gone' })])
    const { dataset, refused } = show(log, base)
    expect(findIndicator(dataset.catalogue, 'newer')?.direction).toBe('正')
    expect(refused).toHaveLength(1)
    const plain = show(aLog([aSettingsChange('newer', {}, { direction: '正' })]), base)
    expect(dataset.fingerprint).toBe(plain.dataset.fingerprint)
  })

  it('in a circle is refused once', () => {
    const { dataset, refused } = show(aLog([aJoin('newer', 'older')], [aJoin('older', 'newer')]), base)
    expect(dataset.catalogue.indicators).toHaveLength(1)
    expect(refused).toHaveLength(1)
  })

  it.each([
    [aJoin('b', 'a'), aJoin('c', 'b')],
    [aJoin('c', 'b'), aJoin('b', 'a')],
  ])('of a chain makes one series in either order', (first, second) => {
    const three = frozen(aDataset({ figures: { a: { 2021: '1' }, b: { 2022: '2' }, c: { 2023: '3' } } }))
    const log = edited(aLog([first], [second]), aFigureChange('c', 2021, '1', '11'))
    expect(years(log, 'c', three)).toEqual(['2021 11', '2022 2', '2023 3'])
    expect(show(log, three)).toMatchObject({ conflicts: [], refused: [] })
    const apart = edited(log, aSettingsChange('c', { continues: 'b' }, {}))
    expect(years(apart, 'b', three)).toEqual(['2021 11', '2022 2'])
    expect(years(apart, 'c', three)).toEqual(['2023 3'])
  })

  it('follows the decision to another one', () => {
    const three = frozen(aDataset({ figures: { a: { 2021: '1' }, b: { 2022: '2' }, c: { 2023: '3' } } }))
    const log = edited(aLog([aJoin('c', 'b')]), aSettingsChange('c', { continues: 'b' }, { continues: 'a' }))
    expect(years(log, 'c', three)).toEqual(['2021 1', '2023 3'])
    expect(years(log, 'b', three)).toEqual(['2022 2'])
  })

  it('that the published catalogue has made since is no matter', () => {
    const made = frozen(
      aDataset({
        indicators: [anIndicator({ id: 'newer', formerIds: [asId('older')] })],
        figures: { newer: { 2022: '2', 2023: '3', 2024: '4' } },
      }),
    )
    expect(show(joined, made)).toEqual({ dataset: made, conflicts: [], refused: [] })
    const log = edited(joined, aFigureChange('older', 2023, '3', '33'))
    expect(years(log, 'newer', made)).toEqual(['2022 2', '2023 33', '2024 4'])
    expect(show(log, made)).toMatchObject({ conflicts: [], refused: [] })
  })
})

describe('the fingerprint', () => {
  const print = (log: readonly Revision[], base: Dataset = BASE) => show(log, base).dataset.fingerprint
  const a = aFigureChange('cases', 2023, '12', '13')
  const b = aFigureChange('visits', 2023, '40余', '50余')

  it('is the base’s own while nothing differs, and 16 hexadecimal digits of its own otherwise', () => {
    expect(print(undone(aLog([a], [b]), 2))).not.toBe(BASE.fingerprint)
    expect(print(undone(undone(aLog([a], [b]), 2), 1))).toBe(BASE.fingerprint)
    expect(print(aLog([a]))).toMatch(/^[0-9a-f]{16}$/)
  })

  it('is the same for the same content, whatever led there', () => {
    const one = print(aLog([a], [b]))
    expect(print(aLog([b], [a]))).toBe(one)
    expect(print(aLog([b, a]))).toBe(one)
    expect(
      print(
        aLog([aFigureChange('cases', 2023, '12', '99')], [b], [aFigureChange('cases', 2023, '99', '13')]),
      ),
    ).toBe(one)
    expect(print(undone(undone(aLog([a], [b]), 1), 3))).toBe(one)
  })

  it('does not mind the order in which storage gives properties back', () => {
    const { value, unit, status, quote, note } = anEntry('13')
    const stored: FigureEntry = { note, quote, status, unit, value }
    expect(print(aLog([{ ...a, after: stored }]))).toBe(print(aLog([a])))
  })

  it.each([
    ['another value', [aFigureChange('cases', 2023, '12', '14')]],
    ['another cell', [aFigureChange('cases', 2023, '12', anEntry('13', { note: '照录' }))]],
    ['another year', [aFigureChange('cases', 2022, '10', '13')]],
    ['another indicator', [aFigureChange('visits', 2023, '40余', '13')]],
    ['a figure taken away', [aFigureChange('cases', 2023, '12', null)]],
    ['one more change', [a, b]],
    ['an open year', [a, aYearChange(2023, 'finished', 'open')]],
    ['a direction', [a, aSettingsChange('cases', {}, { direction: '正' })]],
  ])('is another one for %s', (_, changes) => {
    expect(print(aLog(changes))).not.toBe(print(aLog([a])))
  })

  it('is another one on another base', () => {
    expect(print(aLog([a]), { ...BASE, fingerprint: '1111111111111111' })).not.toBe(print(aLog([a])))
  })

  it('is that of the base where every change was refused', () => {
    expect(print(aLog([aFigureChange('gone', 2023, null, '1')]))).toBe(BASE.fingerprint)
  })
})

describe('whatever is logged', () => {
  it('writes nothing to the base, be it frozen', () => {
    const base = frozen(shippedDataset())
    const [first, second] = base.catalogue.indicators
    if (!first || !second) throw new Error('no indicators')
    const found = findObservation(base, first.id, asYear(2023))
    const log = aLog(
      [aFigureChange(first.id, 2023, found && entryOf(found), anEntry('9'))],
      [aFigureChange(second.id, 2024, null, '9'), aYearChange(2024, 'open', 'finished')],
      [aSettingsChange(first.id, { direction: first.direction }, { direction: '逆', continues: second.id })],
    )
    expect(() => overlay(base, frozen(log))).not.toThrow()
    expect(overlay(base, log).dataset.years).toEqual([2023, 2024])
  })

  it('keeps an undo whose revision could not be read', () => {
    const damaged = undone(aLog([aFigureChange('cases', 2023, '12', '13')]), 1).filter(
      ({ number }) => number !== 1,
    )
    expect(cell(damaged, 'cases', 2023)).toBe('12')
    expect(show(damaged).conflicts).toEqual([])
  })

  it('shows a long log and a revision of thousands of figures', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `i-${i}`)
    const base = aDataset({ indicators: ids.map((id) => anIndicator({ id })) })
    const every = ids.flatMap((id) =>
      Array.from({ length: 20 }, (_, i) => aFigureChange(id, 2001 + i, null, '1')),
    )
    const long = Array.from({ length: 200 }, (_, i) =>
      ids.slice(0, 75).map((id) => aFigureChange(id, 2001, String(i), String(i + 1))),
    )
    const log = appended(aLog(...long), aDraft(every, { kind: 'import', file: 'all.csv', encoding: 'utf-8' }))
    const { dataset } = overlay(base, log)
    expect(dataset.observations.size).toBe(500)
    expect(dataset.openYears).toHaveLength(20)
    expect(cellIn(dataset, 'i-0', 2001)).toBe('1')
  })
})
