import { expect, it } from 'vitest'
import { countChanges } from '#features/history/counts.ts'
import { aFigureChange, anAddition, aSettingsChange, aYearChange } from '../../../support/log.ts'

it('counts what an entry did to figures, indicators and years', () => {
  const changes = [
    anAddition('fresh'),
    aFigureChange('fresh', 2024, null, '1'),
    aFigureChange('cases', 2024, null, '2'),
    aFigureChange('cases', 2023, '1', '2'),
    aFigureChange('cases', 2022, '1', null),
    aYearChange(2025, 'open', 'finished'),
    aYearChange(2024, 'open', 'finished'),
    aYearChange(2023, 'finished', 'open'),
    aSettingsChange('cases', {}, { direction: '正' }),
  ]
  expect(countChanges(changes)).toEqual({
    fresh: 2,
    changed: 1,
    cleared: 1,
    added: 1,
    finished: [2024, 2025],
  })
  expect(countChanges([])).toEqual({ fresh: 0, changed: 0, cleared: 0, added: 0, finished: [] })
})
