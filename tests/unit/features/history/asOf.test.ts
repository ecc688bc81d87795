import { describe, expect, it } from 'vitest'
import { quantityOf } from '#domain/dataset.ts'
import { finishedBefore, withFinished } from '#features/history/asOf.ts'
import { aDataset, anIndicator, asYear } from '../../../support/data.ts'
import { aFigureChange, aLog, aYearChange } from '../../../support/log.ts'

const base = aDataset({ figures: { cases: { 2023: '700' } } })
const log = aLog(
  [aFigureChange('cases', 2024, null, '5')],
  [aYearChange(2024, 'open', 'finished')],
  [aFigureChange('cases', 2024, '5', '6')],
  [aYearChange(2023, 'finished', 'open')],
  [aFigureChange('cases', 2024, '6', '7')],
)

describe('the years that were finished when a change was made', () => {
  it('are the published ones until the log says otherwise', () => {
    const finished = finishedBefore(base, log)
    expect([1, 2, 3, 4, 5].map((number) => [...(finished.get(number) ?? [])].sort())).toEqual([
      [2023],
      [2023],
      [2023, 2024],
      [2023, 2024],
      [2024],
    ])
  })

  it('make a figure nobody stated 待录入 before and 未公布 after', () => {
    const at = (number: number) => withFinished(base, finishedBefore(base, log).get(number) ?? new Set())
    const other = anIndicator({ id: 'other' })
    expect(quantityOf(at(1), other, asYear(2024))).toEqual({ kind: 'missing', why: 'pending' })
    expect(quantityOf(at(3), other, asYear(2024))).toEqual({ kind: 'missing', why: 'not-published' })
  })
})
