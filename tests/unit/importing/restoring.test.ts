import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import type { LoggedChange, Revision } from '#domain/revision.ts'
import { overlay } from '#importing/overlay.ts'
import { planRestore } from '#importing/restoring.ts'
import { aDataset, anIndicator, asId, asYear } from '../../support/data.ts'
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

const base = frozen(
  aDataset({
    indicators: ['a', 'b', 'c'].map((id) => anIndicator({ id })),
    figures: { a: { 2023: '1' }, b: { 2023: '2', 2024: '3' } },
    plans: new Map([
      [
        asYear(2023),
        [{ kind: '打算', number: 1, text: '示例', indicators: [], state: '待对应', nextQuote: '' }],
      ],
    ]),
  }),
)

const answered = { state: '已有对应表述', nextQuote: '示例原句' } as const
const plan: LoggedChange = {
  what: 'plan',
  year: asYear(2023),
  kind: '打算',
  number: 1,
  before: { state: '待对应', nextQuote: '' },
  after: answered,
}

/** The log after the backup was restored on top of it. */
function restored(current: readonly Revision[], backup: readonly Revision[], on: Dataset = base) {
  const { changes } = planRestore(on, current, backup)
  return changes.length === 0 ? current : appended(current, aDraft(changes, { kind: 'restore' }))
}

const shown = (log: readonly Revision[], on: Dataset = base) => overlay(on, log).dataset

const empty: readonly Revision[] = []
const small = aLog([aFigureChange('a', 2023, '1', '5')])
const large = aLog(
  [aFigureChange('a', 2023, '1', '6'), aFigureChange('c', 2025, null, anEntry('40余', { note: '1—6月' }))],
  [plan, aYearChange(2025, 'open', 'finished')],
  [aSettingsChange('b', {}, { direction: '逆' })],
  [aFigureChange('b', 2024, '3', null)],
)
const joined = edited(aLog([aFigureChange('a', 2024, null, '8')]), aJoin('c', 'a'))
const joinedOtherwise = edited(aLog([aFigureChange('c', 2025, null, '9')]), aJoin('c', 'b'))
const takenBack = undone(large, 1)

const logs = { empty, small, large, takenBack, joined, joinedOtherwise }
const pairs = Object.entries(logs).flatMap(([from, current]) =>
  Object.entries(logs).map(([to, backup]) => [from, to, current, backup] as const),
)

describe('planRestore', () => {
  it.each(pairs)('leads from the log %s to what the log %s shows', (_from, _to, current, backup) => {
    const log = restored(frozen(current), frozen(backup))
    expect(shown(log).fingerprint).toBe(shown(backup).fingerprint)
    expect(planRestore(base, log, backup).changes).toEqual([])
  })

  it.each(pairs)('can be taken back: from %s to %s and back', (_from, _to, current, backup) => {
    const log = restored(current, backup)
    if (log === current) return
    expect(shown(undone(log, log.length)).fingerprint).toBe(shown(current).fingerprint)
  })

  it('states each value once, from what is shown to what the backup says', () => {
    const { changes, left } = planRestore(base, large, small)
    expect(left).toBe(0)
    expect(changes).toContainEqual(aFigureChange('a', 2023, '6', '5'))
    expect(changes).toContainEqual(aFigureChange('b', 2024, null, '3'))
    expect(new Set(changes.map((change) => JSON.stringify({ ...change, before: 0, after: 0 }))).size).toBe(
      changes.length,
    )
  })

  it('says nothing where both say the same', () => {
    expect(planRestore(base, large, large)).toEqual({ changes: [], left: 0 })
    expect(planRestore(base, empty, takenBack).changes).not.toEqual([])
  })

  it('leaves out and counts what fits nothing in the published files', () => {
    const foreign = aLog(
      [aFigureChange('z', 2024, null, '1'), aFigureChange('a', 2023, '1', '7')],
      [{ ...plan, number: 9 }],
      [aSettingsChange('y', {}, { direction: '正' })],
    )
    const { changes, left } = planRestore(base, empty, foreign)
    expect(changes).toEqual([aFigureChange('a', 2023, '1', '7')])
    expect(left).toBe(3)
  })

  it('restores a backup of an older edition of the published files by its own values', () => {
    const newer = aDataset({ figures: { a: { 2023: '4' } } })
    const log = restored(empty, small, newer)
    expect(shown(log, newer).observations.get(asId('a'))?.get(asYear(2023))?.value).toBe('5')
  })
})
