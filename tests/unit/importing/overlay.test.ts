import { describe, expect, it } from 'vitest'
import { findIndicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, isFinished, latestYear, quantityOf } from '#domain/dataset.ts'
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
  revisionIn,
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

const conflicts = (log: readonly Revision[], base: Dataset = BASE) =>
  show(log, base).conflicts.map(({ change, published }) => [change.after, published])

describe('a log that changes nothing', () => {
  const change = aFigureChange('cases', 2023, '12', '13')

  it('shows the very base while it is empty', () => {
    expect(show([])).toEqual({ dataset: BASE, conflicts: [], refused: [] })
    expect(show([]).dataset).toBe(BASE)
  })

  it('shows the very base when all was taken back', () => {
    expect(show(undone(aLog([change]), 1)).dataset).toBe(BASE)
    const all = [
      change,
      aYearChange(2023, 'finished', 'open'),
      aSettingsChange('cases', {}, { direction: '正' }),
    ]
    expect(show(aLog(all)).dataset).not.toBe(BASE)
    expect(show(undone(aLog(all), 1)).dataset).toBe(BASE)
  })

  it('shows the very base when somebody typed the published value again, from its row in the file', () => {
    const log = aLog([change], [aFigureChange('cases', 2023, '13', '12')])
    expect(show(log)).toEqual({ dataset: BASE, conflicts: [], refused: [] })
  })

  it('shows the very base where a year without a figure was finished', () => {
    expect(show(aLog([aYearChange(2030, 'open', 'finished')])).dataset).toBe(BASE)
  })
})

describe('a figure', () => {
  it('is the last that was logged of it, with the revision as its source', () => {
    const log = aLog([aFigureChange('cases', 2023, '12', '13')], [aFigureChange('cases', 2023, '13', '14余')])
    const { dataset } = show(log)
    expect(findObservation(dataset, asId('cases'), asYear(2023))).toMatchObject({
      ...anEntry('14余'),
      indicator: 'cases',
      year: 2023,
      quantity: { kind: 'known', bound: 'at-least', value: 14, literal: '14余' },
      source: { revision: 2 },
    })
  })

  it('that says what is published keeps its row in the file, whatever else differs', () => {
    const log = aLog(
      [aFigureChange('cases', 2023, '12', '13')],
      [aFigureChange('cases', 2023, '13', '12'), aFigureChange('cases', 2022, '10', '11')],
    )
    const published = findObservation(BASE, asId('cases'), asYear(2023))
    expect(findObservation(show(log).dataset, asId('cases'), asYear(2023))).toBe(published)
  })

  it('leaves every other figure as it was published', () => {
    const { dataset } = show(aLog([aFigureChange('cases', 2023, '12', '13')]))
    expect(findObservation(dataset, asId('cases'), asYear(2022))).toBe(
      findObservation(BASE, asId('cases'), asYear(2022)),
    )
    expect(dataset.observations.get(asId('visits'))).toBe(BASE.observations.get(asId('visits')))
  })

  it('that was taken away is missing, in a finished year as not published', () => {
    expect(cell(aLog([aFigureChange('cases', 2023, '12', null)]), 'cases', 2023)).toBe('not-published')
    const { dataset } = show(aLog([aFigureChange('visits', 2023, '40余', null)]))
    expect(dataset.observations.has(asId('visits'))).toBe(false)
  })

  it('whose cells say nothing is missing too, and no fault', () => {
    const { dataset, refused } = show(
      aLog([aFigureChange('cases', 2023, '12', anEntry('', { note: '待查' }))]),
    )
    expect(cellIn(dataset, 'cases', 2023)).toBe('not-published')
    expect(refused).toEqual([])
  })

  it('carries the period and the change of scope its note states', () => {
    const entry = anEntry('6', { note: '1—6月；口径变化：含移送' })
    const { dataset } = show(aLog([aFigureChange('cases', 2023, '12', entry)]))
    expect(findObservation(dataset, asId('cases'), asYear(2023))).toMatchObject({
      period: { from: 1, to: 6 },
      scopeChange: '含移送',
    })
  })

  it('may be changed together with others in one revision, and taken back with them', () => {
    const log = aLog([
      aFigureChange('cases', 2023, '12', '13'),
      aFigureChange('visits', 2023, '40余', '50余'),
    ])
    expect([cell(log, 'cases', 2023), cell(log, 'visits', 2023)]).toEqual(['13', '50余'])
    const back = undone(log, 1)
    expect([cell(back, 'cases', 2023), cell(back, 'visits', 2023)]).toEqual(['12', '40余'])
  })

  it('keeps the years of its indicator in order', () => {
    const log = aLog([aFigureChange('cases', 2025, null, '5')], [aFigureChange('cases', 2021, null, '1')])
    const { dataset } = show(log)
    expect([...(dataset.observations.get(asId('cases'))?.keys() ?? [])]).toEqual([2021, 2022, 2023, 2025])
    expect(dataset.years).toEqual([2021, 2022, 2023, 2025])
  })

  it.each(['constructor', '__proto__', 'toString', 'unheard-of'])(
    'of an indicator %s that is not in the catalogue is refused and no conflict',
    (id) => {
      const log = aLog([aFigureChange(id, 2023, '1', '2')])
      expect(show(log)).toEqual({
        dataset: BASE,
        conflicts: [],
        refused: [{ revision: 1, change: aFigureChange(id, 2023, '1', '2'), findings: [] }],
      })
      expect(Object.keys(Object.prototype)).toEqual([])
    },
  )
})

describe('a slot filled by hand', () => {
  const filled = aLog([aFigureChange('cases', 2024, null, '7')])

  it('opens its year: what is still empty there is to come and not unpublished', () => {
    const { dataset } = show(filled)
    expect(dataset.years).toEqual([2022, 2023, 2024])
    expect(dataset.openYears).toEqual([2024])
    expect([cell(filled, 'cases', 2024), cell(filled, 'visits', 2024)]).toEqual(['7', 'pending'])
    expect(latestYear(dataset)).toBe(2023)
  })

  it('says not published of what is empty once the year is finished, and to come again when it is reopened', () => {
    const finished = edited(filled, aYearChange(2024, 'open', 'finished'))
    expect(show(finished).dataset.openYears).toEqual([])
    expect(cell(finished, 'visits', 2024)).toBe('not-published')
    expect(latestYear(show(finished).dataset)).toBe(2024)
    const reopened = edited(finished, aYearChange(2024, 'finished', 'open'))
    expect(show(reopened).dataset.openYears).toEqual([2024])
    expect(cell(reopened, 'visits', 2024)).toBe('pending')
    expect(isFinished(show(undone(finished, 2)).dataset, asYear(2024))).toBe(false)
  })

  it('takes its year along when it is taken away, finished or not', () => {
    for (const log of [filled, edited(filled, aYearChange(2024, 'open', 'finished'))]) {
      const emptied = show(edited(log, aFigureChange('cases', 2024, '7', null))).dataset
      expect(emptied.years).toEqual([2022, 2023])
      expect(emptied.openYears).toEqual([])
      expect(cellIn(emptied, 'cases', 2024)).toBe('pending')
    }
    expect(show(undone(filled, 1)).dataset).toBe(BASE)
  })

  it('keeps a published year whose figures were all taken away', () => {
    const emptied = aLog([
      aFigureChange('cases', 2023, '12', null),
      aFigureChange('visits', 2023, '40余', null),
    ])
    expect(show(emptied).dataset.years).toEqual([2022, 2023])
    expect(cell(emptied, 'visits', 2023)).toBe('not-published')
  })

  it('reopens a published year only when somebody says so', () => {
    const reopened = aLog([aYearChange(2023, 'finished', 'open')])
    expect(show(reopened).dataset.openYears).toEqual([2023])
    expect(cell(aLog([aFigureChange('cases', 2023, '12', null)]), 'cases', 2023)).toBe('not-published')
  })

  it('leaves a year open that the base has open', () => {
    const base = frozen({ ...BASE, openYears: [asYear(2023)] })
    expect(show(filled, base).dataset.openYears).toEqual([2023, 2024])
    expect(show(edited(filled, aYearChange(2023, 'open', 'finished')), base).dataset.openYears).toEqual([
      2024,
    ])
  })
})

describe('a year that is published after its slots were filled by hand', () => {
  const filled = aLog([aFigureChange('cases', 2024, null, '7')])
  const publish = (value: string, details = {}) =>
    frozen(
      aDataset({
        figures: { cases: { 2022: '10', 2023: '12', 2024: value }, visits: { 2023: '40余', 2024: '60余' } },
        details,
      }),
    )

  it('is finished; what was filled in the same is shown from the file and is no conflict', () => {
    const base = publish('7')
    expect(show(filled, base)).toEqual({ dataset: base, conflicts: [], refused: [] })
  })

  it('is a conflict where it says something else; what was filled in stays', () => {
    const base = publish('8')
    expect(show(filled, base).conflicts).toEqual([
      { change: aFigureChange('cases', 2024, null, '7'), published: anEntry('8') },
    ])
    expect(cell(filled, 'cases', 2024, base)).toBe('7')
    expect(cell(filled, 'visits', 2024, base)).toBe('60余')
    expect(show(filled, base).dataset.openYears).toEqual([])
  })

  it('is a conflict where the figure is the same and another cell differs: nothing gives way in silence', () => {
    const base = publish('7', { cases: { quote: '办理7件' } })
    expect(conflicts(filled, base)).toEqual([[anEntry('7'), anEntry('7', { quote: '办理7件' })]])
  })

  it('is resolved by keeping: the change then starts from what is published', () => {
    const kept = edited(filled, aFigureChange('cases', 2024, '8', '7'))
    expect(conflicts(kept, publish('8'))).toEqual([])
    expect(cell(kept, 'cases', 2024, publish('8'))).toBe('7')
    expect(conflicts(kept, publish('9'))).toEqual([[anEntry('7'), anEntry('9')]])
  })

  it('is resolved by taking over, and then shown from the file', () => {
    const taken = edited(filled, aFigureChange('cases', 2024, '7', '8'))
    expect(conflicts(taken, publish('8'))).toEqual([])
    expect(show(taken, publish('8')).dataset.observations).toEqual(publish('8').observations)
  })

  it('is a conflict again when the resolution is taken back', () => {
    const kept = edited(filled, aFigureChange('cases', 2024, '8', '7'))
    expect(conflicts(undone(kept, 2), publish('8'))).toEqual([[anEntry('7'), anEntry('8')]])
  })

  it('is not confirmed by a value that was typed in between', () => {
    const retyped = edited(
      edited(filled, aFigureChange('cases', 2024, '7', '8')),
      aFigureChange('cases', 2024, '8', '7'),
    )
    expect(conflicts(retyped, publish('8'))).toEqual([[anEntry('7'), anEntry('8')]])
  })

  it('shows what is published where the entry by hand was taken back before', () => {
    const back = undone(filled, 1)
    for (const value of ['7', '8'])
      expect(show(back, publish(value))).toEqual({ dataset: publish(value), conflicts: [], refused: [] })
    const again = undone(back, 2)
    expect(cell(again, 'cases', 2024, publish('8'))).toBe('7')
  })

  it('is a conflict where a figure that was typed by mistake was typed away again', () => {
    const away = edited(filled, aFigureChange('cases', 2024, '7', null))
    expect(conflicts(away, publish('7'))).toEqual([[null, anEntry('7')]])
    expect(cell(away, 'cases', 2024, publish('7'))).toBe('not-published')
  })

  it('agrees with a year that was finished by hand, and is a conflict with one that was reopened', () => {
    const finished = edited(filled, aYearChange(2024, 'open', 'finished'))
    expect(conflicts(finished, publish('7'))).toEqual([])
    expect(conflicts(edited(finished, aYearChange(2024, 'finished', 'open')), publish('7'))).toEqual([
      ['open', 'finished'],
    ])
  })
})

describe('a published value that moves under an edit', () => {
  const moved = frozen(aDataset({ figures: { cases: { 2022: '10', 2023: '15' }, visits: { 2023: '40余' } } }))
  const log = aLog([aFigureChange('cases', 2023, '12', '13')])

  it('is a conflict, and the edit stays', () => {
    expect(conflicts(log, moved)).toEqual([[anEntry('13'), anEntry('15')]])
    expect(cell(log, 'cases', 2023, moved)).toBe('13')
  })

  it('is shown where the edit was taken back', () => {
    expect(show(undone(log, 1), moved)).toEqual({ dataset: moved, conflicts: [], refused: [] })
  })

  it('is a conflict for a figure that was published and no longer is', () => {
    const gone = frozen(aDataset({ figures: { cases: { 2022: '10' }, visits: { 2023: '40余' } } }))
    expect(conflicts(log, gone)).toEqual([[anEntry('13'), null]])
  })

  it('is no conflict where it is the one an earlier change started from', () => {
    expect(conflicts(edited(log, aFigureChange('cases', 2023, '13', '14')))).toEqual([])
  })

  it('is a conflict for a direction too', () => {
    const base = frozen(aDataset({ indicators: [anIndicator({ id: 'cases', direction: '逆' })] }))
    const settled = aLog([aSettingsChange('cases', { direction: '中' }, { direction: '正' })])
    expect(show(settled, base).conflicts).toEqual([
      { change: revisionIn(settled, 1).changes[0], published: { direction: '逆', continues: null } },
    ])
  })
})

describe('an entry that the catalogue no longer takes', () => {
  const base = frozen(
    aDataset({
      indicators: [anIndicator({ id: 'cases', unit: '人' })],
      figures: { cases: { 2022: '10', 2023: '12' } },
    }),
  )
  const entry = anEntry('13', { unit: '件' })
  const log = aLog([aFigureChange('cases', 2023, '11', '12')], [aFigureChange('cases', 2023, '12', entry)])

  it('is refused with what is wrong with it; the published value is shown, and nothing else is said of it', () => {
    expect(show(log, base)).toEqual({
      dataset: base,
      conflicts: [],
      refused: [
        {
          revision: 2,
          change: aFigureChange('cases', 2023, '12', entry),
          findings: [
            {
              code: 'unit-unlike',
              severity: 'blocks',
              at: { file: '', column: '单位' },
              facts: { raw: '件', unit: '人', name: '名称cases' },
            },
          ],
        },
      ],
    })
  })

  it('leaves the other changes of its revision in force', () => {
    const both = aLog([aFigureChange('cases', 2023, '12', entry), aFigureChange('cases', 2022, '10', '11')])
    expect([cell(both, 'cases', 2022, base), cell(both, 'cases', 2023, base)]).toEqual(['11', '12'])
  })

  it('does not open a year', () => {
    expect(show(aLog([aFigureChange('cases', 2030, null, entry)]), base).dataset).toBe(base)
  })
})

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
