import { describe, expect, it } from 'vitest'
import { currentSettings, formerNames, mayContinue, stoppedBefore } from '#features/figure/settings.ts'
import { overlay } from '#importing/overlay.ts'
import { aDataset, anIndicator, indicatorIn, tenYearDataset } from '../../../support/data.ts'
import { aJoin, aLog, aSettingsChange } from '../../../support/log.ts'

const ten = tenYearDataset()
const NEWER = 'procuratorate-ip-combined-cases'
const OLDER = 'procuratorate-ip-cases'

describe('the settings of an indicator', () => {
  const cases = anIndicator({ direction: '正' })

  it('are the published direction and no older series while nobody decided anything', () => {
    expect(currentSettings([], cases)).toEqual({ direction: '正', continues: null })
  })

  it('are what was decided last, of this indicator alone', () => {
    const log = aLog(
      [aSettingsChange('cases', { direction: '正' }, { direction: '逆' })],
      [aSettingsChange('other', {}, { direction: '正' })],
      [aSettingsChange('cases', { direction: '逆' }, { direction: '中', continues: 'old' })],
    )
    expect(currentSettings(log, cases)).toEqual({ direction: '中', continues: 'old' })
  })
})

describe('indicators that have stopped', () => {
  it('are those without a figure in the latest year, with the last year they had one', () => {
    const stopped = stoppedBefore(ten, indicatorIn(ten, NEWER)).map((s) => [s.indicator.id, s.last])
    expect(stopped).toContainEqual([OLDER, 2029])
    expect(stopped).toContainEqual(['enterprise-disputes', 2029])
    expect(stopped.map(([id]) => id)).not.toContain('legal-aid-cases')
    expect(stopped.map(([id]) => id)).not.toContain(NEWER)
  })

  it('never name one that was never published', () => {
    const dataset = aDataset({ figures: { a: { 2023: '1', 2024: '2' }, b: { 2023: '未公布' } } })
    expect(stoppedBefore(dataset, indicatorIn(dataset, 'a'))).toEqual([])
  })
})

it('an indicator may be the new name of another only where its figures begin after the first year', () => {
  expect(mayContinue(ten, indicatorIn(ten, NEWER))).toBe(true)
  expect(mayContinue(ten, indicatorIn(ten, 'legal-aid-cases'))).toBe(false)
  const dataset = aDataset({
    indicators: [anIndicator({ id: 'a' }), anIndicator({ id: 'never' })],
    figures: { a: { 2023: '1' } },
  })
  expect(mayContinue(dataset, indicatorIn(dataset, 'never'))).toBe(true)
})

describe('former names', () => {
  it('are those of the joined series with their years, and the year the own name begins', () => {
    const { dataset } = overlay(ten, aLog([aJoin(NEWER, OLDER)]))
    expect(formerNames(ten, indicatorIn(dataset, NEWER))).toEqual({
      former: [{ name: indicatorIn(ten, OLDER).name, from: 2023, to: 2029 }],
      since: 2030,
    })
  })

  it('are none before the join', () => {
    expect(formerNames(ten, indicatorIn(ten, NEWER))).toEqual({ former: [], since: null })
  })
})
