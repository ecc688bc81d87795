import { describe, expect, it } from 'vitest'
import { type Dataset, findObservation, isFinished, latestYear, quantityOf } from '#domain/dataset.ts'
import type { Revision } from '#domain/revision.ts'
import { overlay } from '#importing/overlay.ts'
import { aDataset, anIndicator, asId, asYear, indicatorIn } from '../../support/data.ts'
import { frozen } from '../../support/frozen.ts'
import {
  aFigureChange,
  aLog,
  anEntry,
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
