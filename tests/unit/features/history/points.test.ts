import { describe, expect, it } from 'vitest'
import type { LoggedChange } from '#domain/revision.ts'
import { differencesBetween, type Point, readPoint } from '#features/history/points.ts'
import { aDataset, anIndicator } from '../../../support/data.ts'
import {
  aFigureChange,
  aJoin,
  aLog,
  anAddition,
  aSettingsChange,
  aYearChange,
  edited,
  undone,
} from '../../../support/log.ts'

const BASE = aDataset({
  indicators: ['cases', 'visits', 'older'].map((id) => anIndicator({ id })),
  figures: { cases: { 2023: '7' }, visits: { 2023: '4' }, older: { 2022: '1' } },
})
const LOG = aLog(
  [aFigureChange('visits', 2024, null, '5'), aFigureChange('cases', 2024, null, '8')],
  [aFigureChange('cases', 2024, '8', '9'), aYearChange(2024, 'open', 'finished')],
  [aFigureChange('cases', 2024, '9', '8'), aFigureChange('cases', 2023, '7', '70')],
)
const changes = (from: Point, to: Point, log = LOG): readonly LoggedChange[] =>
  differencesBetween(BASE, log, from, to).changes

describe('the values that differ between two moments', () => {
  it('are told once each, from the first moment to the second, the newest year first', () => {
    expect(changes(0, null)).toEqual([
      aYearChange(2024, 'open', 'finished'),
      aFigureChange('cases', 2024, null, '8'),
      aFigureChange('visits', 2024, null, '5'),
      aFigureChange('cases', 2023, '7', '70'),
    ])
    expect(changes(1, 2)).toEqual([
      aYearChange(2024, 'open', 'finished'),
      aFigureChange('cases', 2024, '8', '9'),
    ])
  })

  it('are the same the other way round, with the sides exchanged', () => {
    const back = changes(2, 0)
    expect(back).toEqual([
      aYearChange(2024, 'finished', 'open'),
      aFigureChange('cases', 2024, '9', null),
      aFigureChange('visits', 2024, '5', null),
    ])
  })

  it('are none between a moment and itself, and after all was taken back', () => {
    expect(changes(2, 2)).toEqual([])
    const none = undone(undone(undone(LOG, 3), 2), 1)
    expect(changes(0, null, none)).toEqual([])
    expect(changes(3, null, none)).toHaveLength(4)
  })

  it('leave out figures that only go under another name', () => {
    const log = edited(LOG, aJoin('visits', 'older'))
    expect(changes(3, 4, log)).toEqual([aJoin('visits', 'older')])
  })

  it('name an indicator that was added, and decisions about one', () => {
    const addition = anAddition('fresh')
    const log = edited(edited(LOG, addition), aSettingsChange('fresh', {}, { direction: '正' }))
    expect(changes(3, 5, log)).toEqual([addition, aSettingsChange('fresh', {}, { direction: '正' })])
    expect(changes(5, 3, log)).toHaveLength(2)
  })
})

describe('a point of an address', () => {
  it.each([
    ['0', 0],
    ['2', 2],
    ['4', null],
    ['now', null],
    ['', null],
    ['-1', null],
    ['1e0', null],
    ['99999999999999999999', null],
  ])('%j is %j', (text, point) => {
    expect(readPoint(text, LOG)).toBe(point)
  })
})
