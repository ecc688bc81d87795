import { describe, expect, it } from 'vitest'
import type { Revision } from '#domain/revision.ts'
import { overlay } from '#importing/overlay.ts'
import { toBackup } from '#shell/backup.ts'
import { draftFrom, readBackup } from '#shell/restore.ts'
import { aDataset } from '../../support/data.ts'
import { aFigureChange, aLog, appended } from '../../support/log.ts'

const base = aDataset({ figures: { a: { 2023: '1' }, b: { 2023: '2' } } })
const log = aLog([aFigureChange('a', 2023, '1', '5')], [aFigureChange('b', 2024, null, '40余')])

const backupOf = (revisions: readonly Revision[]): string =>
  toBackup(base, overlay(base, revisions).dataset, revisions)
const aFile = (text: string) => ({ text, name: '备份.json', author: '甲' })

/** The backup with something of it changed by hand. */
function altered(change: (backup: Record<string, unknown>) => void): string {
  const backup: Record<string, unknown> = JSON.parse(backupOf(log))
  change(backup)
  return JSON.stringify(backup)
}

describe('draftFrom', () => {
  it('is one revision that names the file and who restored, and shows what the backup showed', () => {
    const plan = draftFrom(aFile(backupOf(log)), base, [])
    expect(plan).toMatchObject({
      ok: true,
      left: 0,
      draft: { kind: 'restore', file: '备份.json', author: '甲', undoes: null },
    })
    const restored = plan.ok ? appended([], plan.draft) : []
    expect(overlay(base, restored).dataset.fingerprint).toBe(overlay(base, log).dataset.fingerprint)
  })

  it('brings a backup of the published files alone back over every change', () => {
    const plan = draftFrom(aFile(backupOf([])), base, log)
    const restored = plan.ok ? appended(log, plan.draft) : log
    expect(overlay(base, restored).dataset.fingerprint).toBe(base.fingerprint)
  })

  it.each<[string, string, string]>([
    ['is no JSON', 'abc', 'not-backup'],
    ['is empty', '', 'not-backup'],
    ['is another program’s', '{"app":"other","log":[]}', 'not-backup'],
    ['is a list', '[]', 'not-backup'],
    ['hides in a prototype', '{"__proto__":{"app":"rule-of-law-indicators","log":[]}}', 'not-backup'],
    ['was cut in the middle', backupOf(log).slice(0, -200), 'damaged'],
    ['has no log', altered((backup) => delete backup.log), 'damaged'],
    ['has a log that is no list', altered((backup) => Object.assign(backup, { log: {} })), 'damaged'],
    [
      'has one entry that was changed by hand',
      altered(({ log }) => Object.assign((log as object[])[1] ?? {}, { time: '昨天' })),
      'damaged',
    ],
    ['has its entries in another order', altered(({ log }) => (log as object[]).reverse()), 'damaged'],
    [
      'was written by a newer version',
      altered(({ log }) => Object.assign((log as object[])[0] ?? {}, { schema: 99 })),
      'newer',
    ],
    [
      'is of other figures',
      altered(({ log }) => {
        for (const entry of log as { changes: object[] }[])
          Object.assign(entry.changes[0] ?? {}, { indicator: 'z' })
      }),
      'foreign',
    ],
    [
      'is of other published files and says nothing else',
      altered((backup) => Object.assign(backup, { log: [], base: 'ffff' })),
      'foreign',
    ],
  ])('refuses a file that %s', (_, text, why) => {
    expect(draftFrom(aFile(text), base, [])).toEqual({ ok: false, why })
  })

  it('has nothing to do where the backup says what is shown', () => {
    expect(draftFrom(aFile(backupOf(log)), base, log)).toEqual({ ok: false, why: 'same' })
  })
})

describe('readBackup', () => {
  it('gives the log back entry by entry', () => {
    expect(readBackup(backupOf(log))).toMatchObject({ ok: true, log })
  })

  it('takes a log with a gap, as it is saved when an entry could not be read', () => {
    const gap = altered((backup) => Object.assign(backup, { log: (backup.log as unknown[]).slice(1) }))
    expect(readBackup(gap)).toMatchObject({ ok: true, log: [{ number: 2 }] })
  })
})
