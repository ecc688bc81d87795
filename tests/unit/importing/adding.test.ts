import { describe, expect, it } from 'vitest'
import { findByName, findIndicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation } from '#domain/dataset.ts'
import type { Revision } from '#domain/revision.ts'
import { groundOf } from '#importing/adding.ts'
import { overlay } from '#importing/overlay.ts'
import { planRestore } from '#importing/restoring.ts'
import { aCatalogue, aChapter, aDataset, anIndicator, asId, asYear } from '../../support/data.ts'
import { frozen } from '../../support/frozen.ts'
import {
  aDraft,
  aFigureChange,
  aJoin,
  aLog,
  anAddition,
  anEntry,
  appended,
  aSettingsChange,
  edited,
  undone,
} from '../../support/log.ts'

/** Chapters 1 and 3 have an indicator each, chapter 2 none. */
const withIndicators = (...ids: readonly Parameters<typeof anIndicator>[0][]) =>
  aDataset({
    catalogue: aCatalogue({
      chapters: [1, 2, 3].map((number) => aChapter(number)),
      indicators: ids.map(anIndicator),
    }),
    figures: { cases: { 2023: '12' } },
  })
const BASE = frozen(withIndicators({ id: 'cases', chapter: 1 }, { id: 'last', chapter: 3 }))

/** An indicator is added with its figure of the year. */
const addedLog = (rest: Parameters<typeof anAddition>[1] = {}) =>
  aLog([anAddition('fresh', rest), aFigureChange('fresh', 2024, null, anEntry('5', { unit: '件' }))])
const show = (log: readonly Revision[], base: Dataset = BASE) => overlay(base, log)
const idsOf = ({ catalogue }: Dataset) => catalogue.indicators.map(({ id }) => id)
const cell = ({ observations }: Dataset, id: string, year = 2024) =>
  observations.get(asId(id))?.get(asYear(year))?.value

describe('an indicator added by a person', () => {
  it.each([
    [1, ['cases', 'fresh', 'last']],
    [2, ['cases', 'fresh', 'last']],
    [3, ['cases', 'last', 'fresh']],
  ])('stands at the end of chapter %i, with all that was said of it', (chapter, ids) => {
    const { dataset, conflicts, refused } = show(addedLog({ chapter }))
    expect(idsOf(dataset)).toEqual(ids)
    expect(findIndicator(dataset.catalogue, 'fresh')).toMatchObject({
      name: '名称fresh',
      short: '名称fresh',
      chapter,
      unit: '件',
      kind: 'count',
      since: 2024,
      direction: '中',
      denominator: null,
    })
    expect(cell(dataset, 'fresh')).toBe('5')
    expect([conflicts, refused]).toEqual([[], []])
    expect(dataset.fingerprint).not.toBe(BASE.fingerprint)
  })

  it('keeps the order in which several were added', () => {
    const log = edited(addedLog(), anAddition('second'))
    expect(idsOf(show(log).dataset)).toEqual(['cases', 'fresh', 'second', 'last'])
  })

  it('takes later figures, a direction and a join like any other', () => {
    const log = edited(
      edited(addedLog(), aFigureChange('fresh', 2025, null, '6')),
      aSettingsChange('fresh', {}, { direction: '正', continues: 'cases' }),
    )
    const { dataset, refused } = show(log)
    expect(refused).toEqual([])
    expect(findIndicator(dataset.catalogue, 'fresh')).toMatchObject({ direction: '正', formerIds: ['cases'] })
    expect([2023, 2024, 2025].map((year) => cell(dataset, 'fresh', year))).toEqual(['12', '5', '6'])
  })

  it('may itself be carried on', () => {
    const log = edited(edited(addedLog(), anAddition('newer')), aJoin('newer', 'fresh'))
    const { dataset, refused } = show(log)
    expect(refused).toEqual([])
    expect([findIndicator(dataset.catalogue, 'fresh')?.id, cell(dataset, 'newer')]).toEqual(['newer', '5'])
  })

  it('leaves nothing when it is taken back, and is whole again when it is brought back', () => {
    const log = addedLog()
    const none = undone(log, 1)
    expect(show(none).dataset).toBe(BASE)
    expect(show(undone(none, 2)).dataset).toEqual(show(log).dataset)
  })

  it('whose chapter is gone is refused with its figures, and nothing else is', () => {
    const { dataset, refused } = show(addedLog({ chapter: 9 }))
    expect(dataset).toBe(BASE)
    expect(refused.map(({ change }) => change.what)).toEqual(['added', 'figure'])
  })
})

describe('an added indicator that is published later', () => {
  it('under its id, with the same figure, leaves nothing to check', () => {
    const base = aDataset({ indicators: [anIndicator({ id: 'fresh' })], figures: { fresh: { 2024: '5' } } })
    const log = aLog([anAddition('fresh'), aFigureChange('fresh', 2024, null, '5')])
    expect(show(log, base)).toMatchObject({ conflicts: [], refused: [] })
    expect(show(log, base).dataset.fingerprint).toBe(base.fingerprint)
    expect(idsOf(show(log, base).dataset)).toEqual(['fresh'])
  })

  it('under its name leads there with its figures; one that differs must be checked', () => {
    const base = aDataset({
      indicators: [anIndicator({ id: 'official', name: '名称fresh' })],
      figures: { official: { 2024: '7' } },
    })
    const log = aLog([
      anAddition('fresh'),
      aFigureChange('fresh', 2024, null, '5'),
      aFigureChange('fresh', 2025, null, '6'),
    ])
    const { dataset, conflicts, refused } = show(log, base)
    expect(idsOf(dataset)).toEqual(['official'])
    expect([cell(dataset, 'official', 2024), cell(dataset, 'official', 2025)]).toEqual(['5', '6'])
    expect(conflicts.map(({ change }) => change)).toEqual([aFigureChange('official', 2024, null, '5')])
    expect(refused).toEqual([])
    expect(findIndicator(dataset.catalogue, 'fresh')?.id).toBe('official')
  })

  it('in another unit refuses its figures, which is said', () => {
    const base = aDataset({ indicators: [anIndicator({ id: 'official', name: '名称fresh', unit: '%' })] })
    const { dataset, refused } = show(addedLog(), base)
    expect(findObservation(dataset, asId('official'), asYear(2024))).toBeNull()
    expect(refused).toHaveLength(1)
  })

  it('is one with another that was added under the same name', () => {
    const log = edited(
      addedLog(),
      { ...anAddition('other'), after: { ...anAddition('other').after, name: '名称fresh' } },
      aFigureChange('other', 2025, null, '6'),
    )
    const { dataset } = show(log)
    expect(idsOf(dataset)).toEqual(['cases', 'fresh', 'last'])
    expect([cell(dataset, 'fresh', 2024), cell(dataset, 'fresh', 2025)]).toEqual(['5', '6'])
  })
})

describe('a name from nowhere', () => {
  it.each(['__proto__', 'constructor', '<b>五</b>'])('%s is a name like any other', (name) => {
    const log = aLog([{ ...anAddition('fresh'), after: { ...anAddition('fresh').after, name } }])
    expect(findByName(show(log).dataset.catalogue, name)?.id).toBe('fresh')
  })
})

describe('groundOf', () => {
  it('is the very base while nothing is added, and does not look at what was taken back', () => {
    expect(groundOf(BASE, aLog([aFigureChange('cases', 2024, null, '1')])).dataset).toBe(BASE)
    expect(groundOf(BASE, undone(addedLog(), 1)).dataset).toBe(BASE)
  })
})

describe('a restore', () => {
  const restored = (current: readonly Revision[], backup: readonly Revision[]) => {
    const { changes, left } = planRestore(BASE, current, backup)
    expect(left).toBe(0)
    return show(appended(current, aDraft(changes, { kind: 'restore' }))).dataset
  }

  it('brings an added indicator back with its figures and its direction', () => {
    const backup = edited(addedLog(), aSettingsChange('fresh', {}, { direction: '正' }))
    const dataset = restored(aLog([aFigureChange('cases', 2023, '12', '13')]), backup)
    expect(dataset).toMatchObject({ fingerprint: show(backup).dataset.fingerprint })
    expect(cell(dataset, 'fresh')).toBe('5')
  })

  it('takes one away that the backup does not know, with its figures and its direction', () => {
    const current = edited(addedLog(), aSettingsChange('fresh', {}, { direction: '正' }))
    const dataset = restored(current, [])
    expect(dataset.fingerprint).toBe(BASE.fingerprint)
    expect(dataset.observations).toEqual(BASE.observations)
  })

  it('leaves out what has no chapter any more, and counts it', () => {
    const { left } = planRestore(BASE, [], addedLog({ chapter: 9 }))
    expect(left).toBe(2)
  })
})
