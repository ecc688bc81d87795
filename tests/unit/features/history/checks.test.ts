import { describe, expect, it } from 'vitest'
import type { Revision } from '#domain/revision.ts'
import { type Choice, refusedConflict, settle, settledDraft } from '#features/history/checks.ts'
import { overlay } from '#importing/overlay.ts'
import { aDataset, anIndicator } from '../../../support/data.ts'
import { aFigureChange, aLog, anEntry, appended, undone } from '../../../support/log.ts'

/** 700 was changed to 710 here; then 705 was published. */
const base = aDataset({ figures: { cases: { 2023: '705' } } })
const log = aLog([aFigureChange('cases', 2023, '700', '710')])

function settled(choice: Choice): readonly Revision[] {
  const conflict = overlay(base, log).conflicts[0]
  const change = conflict && settle(conflict, choice)
  if (!change) throw new Error('nothing to settle')
  return appended(log, settledDraft(change, '核对', '张三'))
}

const shown = (revisions: readonly Revision[]) => {
  const { dataset, conflicts } = overlay(base, revisions)
  const figure = [...(dataset.observations.values().next().value?.values() ?? [])][0]
  return { value: figure?.value, open: conflicts.length }
}

describe('a figure whose published value moved', () => {
  it('is open until somebody chooses', () => {
    expect(shown(log)).toEqual({ value: '710', open: 1 })
  })

  it('keeps the local value, in the face of the published one', () => {
    expect(settled('local')[1]?.changes).toEqual([aFigureChange('cases', 2023, '705', '710')])
    expect(shown(settled('local'))).toEqual({ value: '710', open: 0 })
  })

  it('takes the published value', () => {
    expect(settled('published')[1]?.changes).toEqual([aFigureChange('cases', 2023, '710', '705')])
    expect(shown(settled('published'))).toEqual({ value: '705', open: 0 })
  })

  it.each(['local', 'published'] as const)('is open again once the choice (%s) is taken back', (choice) => {
    expect(shown(undone(settled(choice), 2))).toEqual({ value: '710', open: 1 })
  })

  it('is open again when it is published anew', () => {
    const again = aDataset({ figures: { cases: { 2023: '706' } } })
    expect(overlay(again, settled('local')).conflicts).toHaveLength(1)
  })
})

describe('a change the catalogue no longer takes', () => {
  const rate = aDataset({
    indicators: [anIndicator({ id: 'share', unit: '%', kind: 'rate' })],
    figures: { share: { 2023: '98' } },
  })
  const refusedLog = aLog([aFigureChange('share', 2023, '98', '980')])

  it('can give way to the published value', () => {
    const refused = overlay(rate, refusedLog).refused[0]
    const conflict = refused && refusedConflict(rate, refused)
    expect(conflict?.published).toEqual(anEntry('98'))
    const change = conflict && settle(conflict, 'published')
    if (!change) throw new Error('nothing to settle')
    expect(overlay(rate, appended(refusedLog, settledDraft(change, '核对', ''))).refused).toEqual([])
  })

  it('of an indicator that is gone gives way to nothing', () => {
    const gone = aLog([aFigureChange('gone', 2023, '1', '2')])
    const refused = overlay(rate, gone).refused[0]
    const conflict = refused && refusedConflict(rate, refused)
    expect(conflict?.published).toBeNull()
    const change = conflict && settle(conflict, 'published')
    if (!change) throw new Error('nothing to settle')
    expect(overlay(rate, appended(gone, settledDraft(change, '核对', ''))).refused).toEqual([])
  })
})
