import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inverse, type Revision, type RevisionDraft } from '#domain/revision.ts'
import { planUndo } from '#domain/undo.ts'
import { aDraft, aFigureChange, anAddition, appended, aYearChange, revisionIn } from '../../support/log.ts'
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

/** What is asked to be kept behind a log of three entries. */
interface Case {
  readonly log: readonly Revision[]
  readonly draft: RevisionDraft
}

/** A file of 200 figures, three of them of indicators no report had before. */
const anImport = aDraft(
  [
    ...['x', 'y', 'z'].map((id) => anAddition(id)),
    ...['x', 'y', 'z'].map((id) => aFigureChange(id, 2024, null, '7')),
    ...Array.from({ length: 196 }, (_, i) => aFigureChange(`id-${i}`, 2024, null, String(i))),
    aFigureChange('a', 2024, '1', '11'),
    aYearChange(2024, 'open', 'finished'),
  ],
  { kind: 'import', file: '2024.csv', encoding: 'gb18030' },
)
const withImport = appended(threeEntries.slice(0, 2), anImport)

function undoOfTheLast(log: readonly Revision[]): Case {
  const plan = planUndo(log, revisionIn(log, 3), '')
  if (!plan.ok) throw new Error('nothing stands in the way')
  return { log, draft: plan.draft }
}

const drafts: Readonly<Record<string, Case>> = {
  'saving one figure': { log: threeEntries, draft: anEdit('5') },
  'importing many figures and new indicators': { log: threeEntries, draft: anImport },
  'taking a figure back': undoOfTheLast(threeEntries),
  'taking an import back': undoOfTheLast(withImport),
  'restoring a backup': {
    log: withImport,
    draft: aDraft(
      [
        ...anImport.changes.slice(3).map(inverse),
        aFigureChange('b', 2024, '2', null),
        aFigureChange('c', 2024, null, '3'),
      ],
      { kind: 'restore', file: '备份.json' },
    ),
  },
}

/** What the next start of the browser finds. */
async function afterRestart(machine: Machine): Promise<Window> {
  faults.disarm()
  faults.endProcess()
  await machine.settled()
  return machine.openWindow()
}

/** The draft is there, or nothing of it is. */
function stateOf(window: Window, { log, draft }: Case): 'old' | 'new' {
  const { revisions, trouble, keeping } = window.state()
  expect({ trouble, keeping }).toEqual({ trouble: null, keeping: 'disk' })
  expect(revisions.slice(0, 3)).toEqual(log)
  if (revisions.length === 3) return 'old'
  expect(revisions).toHaveLength(4)
  expect(revisions[3]).toMatchObject({ ...draft, number: 4 })
  return 'new'
}

/** One run with a fault at the n-th operation of a save. False when there are fewer operations. */
async function saveWithFault(asked: Case, nth: number, mode: FaultMode): Promise<boolean> {
  const machine = await aMachineWithLog(asked.log)
  const window = await machine.openWindow()
  faults.arm(nth, mode)
  const outcome = await patiently(window.append(asked.draft))
  const hasStruck = faults.disarm()
  const told = window.state()
  const found = stateOf(await afterRestart(machine), asked)
  const at = `${mode} at operation ${nth}`
  if (outcome.kept && outcome.durable) expect(found, at).toBe('new')
  else if (outcome.kept || outcome.why !== 'unsure') expect(found, at).toBe('old')
  // Kept in memory only is told twice: by the outcome and by the trouble.
  if (outcome.kept && !outcome.durable) expect(told.trouble, at).not.toBeNull()
  if (!hasStruck) expect(outcome, at).toMatchObject({ kept: true, durable: true })
  return hasStruck
}

/** The same, pressed a second time in the same window once the fault is over. */
async function saveAgainAfterFault(asked: Case, nth: number, mode: FaultMode): Promise<boolean> {
  const machine = await aMachineWithLog(asked.log)
  const window = await machine.openWindow()
  faults.arm(nth, mode)
  const first = await patiently(window.append(asked.draft))
  const hasStruck = faults.disarm()
  const at = `${mode} at operation ${nth}`
  await machine.settled()
  if (!first.kept && first.why !== 'unsure') {
    if (window.state().trouble) await patiently(window.retry())
    expect(await patiently(window.append(asked.draft)), at).toMatchObject({ kept: true, durable: true })
  }
  expect(stateOf(await afterRestart(machine), asked), at).toBe('new')
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
    async (_, asked) => {
      expect(await untilNoFault((nth) => saveWithFault(asked, nth, mode))).toBeGreaterThan(8)
    },
  )

  it.each(Object.entries(drafts))('%s works at the second try, without a reload', async (_, asked) => {
    expect(await untilNoFault((nth) => saveAgainAfterFault(asked, nth, mode))).toBeGreaterThan(8)
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
      expect(stateOf(window, { log: threeEntries, draft: anEdit('5') })).toBe('old')
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
