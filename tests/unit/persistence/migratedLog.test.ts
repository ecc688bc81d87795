import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Revision } from '#domain/revision.ts'
import { overlay } from '#importing/overlay.ts'
import { readRecord } from '#persistence/records.ts'
import { aDataset, anIndicator } from '../../support/data.ts'
import { aMachine, anEdit, holdClock, patiently } from '../../support/machine.ts'
import { faultModes, storageFaults } from '../../support/storageFaults.ts'

/** The app as a later version may be: shape 3 wants every author to be somebody. */
vi.mock('#persistence/migrations.ts', async (original) => {
  const { migrate } = await original<typeof import('#persistence/migrations.ts')>()
  const steps = [
    (record: Readonly<Record<string, unknown>>) => record,
    (record: Readonly<Record<string, unknown>>) => ({ ...record, author: record.author || '不详' }),
  ]
  return { SCHEMA: 3, migrate: (record: Readonly<Record<string, unknown>>) => migrate(record, steps) }
})

const faults = storageFaults()
beforeEach(holdClock)
afterEach(() => {
  faults.disarm()
  vi.useRealTimers()
})
afterAll(faults.remove)

const older = (): readonly Record<string, unknown>[] =>
  JSON.parse(readFileSync('tests/fixtures/log/version-1.json', 'utf8'))

async function aMachineOfOldTimes() {
  const machine = aMachine()
  for (const record of older()) await machine.put(Number(record.number), record)
  machine.small.sentinel = { last: 4, count: 4, unreadable: 0 }
  return machine
}

it('reads the log of version 1 in the shape of version 3, and leaves what is stored as it is', async () => {
  const machine = await aMachineOfOldTimes()
  const window = await machine.openWindow()
  expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null, unreadable: 0 })
  expect(window.state().revisions.map(({ author }) => author)).toEqual(['示例甲', '不详', '示例乙', '不详'])
  await patiently(window.append(anEdit('5')))
  const records = [...(await machine.records()).values()]
  expect(records.slice(0, 4)).toEqual(older())
  expect(records[4]).toMatchObject({ schema: 3, number: 5 })
})

it('shows what the log of version 1 showed when it was recorded', () => {
  const ids = ['legal-aid-cases', 'lawsuits-lost', 'administrative-lawsuits', 'enterprise-disputes']
  const base = aDataset({
    indicators: ids.map((id) => anIndicator({ id })),
    figures: { 'legal-aid-cases': { 2023: '2138' }, 'enterprise-disputes': { 2024: '5' } },
  })
  const log = older().flatMap((record): readonly Revision[] => {
    const reading = readRecord(record.number, record)
    return reading.ok ? [reading.revision] : []
  })
  expect(log).toHaveLength(4)
  expect(overlay(base, log).dataset.fingerprint).toBe('3bdb51719ac3e3c7')
})

it.each(faultModes)('opens an older log whole or not at all when one operation %s', async (mode) => {
  let hasStruck = true
  for (let nth = 1; hasStruck; nth++) {
    const machine = await aMachineOfOldTimes()
    faults.arm(nth, mode)
    const window = await machine.openWindow()
    hasStruck = faults.disarm()
    const { trouble, revisions } = window.state()
    expect(revisions).toHaveLength(trouble === null ? 4 : 0)
    faults.endProcess()
    await machine.settled()
    await patiently(window.retry())
    expect(window.state()).toMatchObject({ keeping: 'disk', trouble: null })
    expect([...(await machine.records()).values()]).toEqual(older())
  }
})
