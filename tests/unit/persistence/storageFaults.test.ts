import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Revision, RevisionDraft } from '#domain/revision.ts'
import { planUndo } from '#domain/undo.ts'
import { aDraft, aFigureChange } from '../../support/log.ts'
import {
  aMachineWithLog,
  anEdit,
  holdClock,
  type Machine,
  patiently,
  threeEntries,
} from '../../support/machine.ts'
import { type FaultMode, faultModes, storageFaults } from '../../support/storageFaults.ts'

const faults = storageFaults()

beforeEach(holdClock)
afterEach(() => {
  faults.disarm()
  vi.useRealTimers()
})
afterAll(faults.remove)

type Window = Awaited<ReturnType<Machine['openWindow']>>

const undoOfTheLast = (): RevisionDraft => {
  const plan = planUndo(threeEntries, threeEntries[2] as Revision, '')
  if (!plan.ok) throw new Error('nothing stands in the way')
  return plan.draft
}

const drafts: Readonly<Record<string, RevisionDraft>> = {
  'saving one figure': anEdit('5'),
  'importing many figures': aDraft(
    Array.from({ length: 200 }, (_, i) => aFigureChange(`id-${i}`, 2024, null, String(i))),
    { kind: 'import', file: '2024.csv', encoding: 'gb18030' },
  ),
  'taking a figure back': undoOfTheLast(),
  'restoring a backup': aDraft([aFigureChange('a', 2024, '1', '9'), aFigureChange('b', 2024, '2', null)], {
    kind: 'restore',
    file: '备份.json',
  }),
}

/** What the next start of the browser finds. */
async function afterRestart(machine: Machine): Promise<Window> {
  faults.disarm()
  faults.endProcess()
  await machine.settled()
  return machine.openWindow()
}

/** The draft is there, or nothing of it is. */
function stateOf(window: Window, draft: RevisionDraft): 'old' | 'new' {
  const { revisions, trouble, keeping } = window.state()
  expect({ trouble, keeping }).toEqual({ trouble: null, keeping: 'disk' })
  expect(revisions.slice(0, 3)).toEqual(threeEntries)
  if (revisions.length === 3) return 'old'
  expect(revisions).toHaveLength(4)
  expect(revisions[3]).toMatchObject({ ...draft, number: 4 })
  return 'new'
}

/** One run with a fault at the n-th operation of a save. False when there are fewer operations. */
async function saveWithFault(draft: RevisionDraft, nth: number, mode: FaultMode): Promise<boolean> {
  const machine = await aMachineWithLog()
  const window = await machine.openWindow()
  faults.arm(nth, mode)
  const outcome = await patiently(window.append(draft))
  const hasStruck = faults.disarm()
  const told = window.state()
  const found = stateOf(await afterRestart(machine), draft)
  const at = `${mode} at operation ${nth}`
  if (outcome.kept && outcome.durable) expect(found, at).toBe('new')
  else if (outcome.kept || outcome.why !== 'unsure') expect(found, at).toBe('old')
  // Kept in memory only is told twice: by the outcome and by the trouble.
  if (outcome.kept && !outcome.durable) expect(told.trouble, at).not.toBeNull()
  if (!hasStruck) expect(outcome, at).toMatchObject({ kept: true, durable: true })
  return hasStruck
}

/** The same, pressed a second time in the same window once the fault is over. */
async function saveAgainAfterFault(draft: RevisionDraft, nth: number, mode: FaultMode): Promise<boolean> {
  const machine = await aMachineWithLog()
  const window = await machine.openWindow()
  faults.arm(nth, mode)
  const first = await patiently(window.append(draft))
  const hasStruck = faults.disarm()
  const at = `${mode} at operation ${nth}`
  await machine.settled()
  if (!first.kept && first.why !== 'unsure') {
    if (window.state().trouble) await patiently(window.retry())
    expect(await patiently(window.append(draft)), at).toMatchObject({ kept: true, durable: true })
  }
  expect(stateOf(await afterRestart(machine), draft), at).toBe('new')
  return hasStruck
}

/** Repeats with the fault one operation later each time, until a run has none. */
async function untilNoFault(run: (nth: number) => Promise<boolean>): Promise<number> {
  let nth = 1
  while (await run(nth)) nth += 1
  return nth - 1
}

describe.each(faultModes)('when one operation %s', (mode) => {
  it.each(Object.entries(drafts))(
    '%s leaves the old or the new state, and the truth is told',
    async (_, draft) => {
      expect(await untilNoFault((nth) => saveWithFault(draft, nth, mode))).toBeGreaterThan(8)
    },
  )

  it.each(Object.entries(drafts))('%s works at the second try, without a reload', async (_, draft) => {
    expect(await untilNoFault((nth) => saveAgainAfterFault(draft, nth, mode))).toBeGreaterThan(8)
  })

  it('opening the log shows all of it or says what is the matter, and changes nothing', async () => {
    const operations = await untilNoFault(async (nth) => {
      const machine = await aMachineWithLog()
      faults.arm(nth, mode)
      const window = await machine.openWindow()
      const hasStruck = faults.disarm()
      const { trouble, keeping, revisions } = window.state()
      if (trouble === null)
        expect({ keeping, revisions }).toEqual({ keeping: 'disk', revisions: threeEntries })
      else expect({ keeping, revisions }).toEqual({ keeping: 'memory', revisions: [] })
      expect(machine.small.sentinel).toEqual({ last: 3, count: 3, unreadable: 0 })
      faults.endProcess()
      await machine.settled()
      await patiently(window.retry())
      expect(stateOf(window, anEdit('5'))).toBe('old')
      return hasStruck
    })
    expect(operations).toBeGreaterThan(4)
  })

  it('writing back what was left in memory writes all of it or nothing', async () => {
    const operations = await untilNoFault(async (nth) => {
      const machine = await aMachineWithLog()
      const window = await machine.openWindow()
      await machine.takeAway({ wipe: true })
      faults.arm(nth, mode)
      await patiently(window.retry())
      const hasStruck = faults.disarm()
      const { trouble, keeping, revisions } = window.state()
      expect(revisions).toEqual(threeEntries)
      expect(keeping).toBe(trouble === null ? 'disk' : 'memory')
      machine.small.sentinel = null
      const found = (await afterRestart(machine)).state()
      expect(found.trouble).toBeNull()
      if (trouble === null) expect(found.revisions).toEqual(threeEntries)
      else expect([0, 3]).toContain(found.revisions.length)
      return hasStruck
    })
    expect(operations).toBeGreaterThan(12)
  })
})
