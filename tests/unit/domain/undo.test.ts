import { describe, expect, it } from 'vitest'
import { type Revision, subjectOf } from '#domain/revision.ts'
import {
  aboutOf,
  nextRedo,
  nextUndo,
  planUndo,
  revisionsInForce,
  undoneBy,
  undoneReach,
} from '#domain/undo.ts'
import {
  aDraft,
  aFigureChange,
  aJoin,
  aLog,
  anAddition,
  appended,
  aSettingsChange,
  edited,
  revisionIn,
  undone,
} from '../../support/log.ts'

const change = (after: string | null, before: string | null = null, id = 'cases', year = 2023) =>
  aFigureChange(id, year, before, after)

/** Three edits of one figure: 1, 2, 3. */
const three = aLog([change('1')], [change('2', '1')], [change('3', '2')])

const numbers = (revisions: readonly Revision[]) => revisions.map((revision) => revision.number)

/** The revisions that stand in the way, by number. */
function blockers(log: readonly Revision[], number: number): readonly number[] {
  const plan = planUndo(log, revisionIn(log, number), '')
  return plan.ok ? [] : plan.later.map(({ revision }) => revision.number)
}

describe('undoneBy', () => {
  it('says of each revision whether an undo took it back', () => {
    expect([...undoneBy(undone(three, 3))]).toEqual([
      [1, null],
      [2, null],
      [3, 4],
    ])
  })

  it('an undo of an undo puts the revision in force, an undo of that takes it back again', () => {
    const once = undone(three, 3)
    const twice = undone(once, 4)
    const thrice = undone(twice, 5)
    expect([once, twice, thrice].map((log) => undoneBy(log).get(3))).toEqual([4, null, 6])
    expect(undoneBy(undone(thrice, 6)).get(3)).toBeNull()
  })

  it('a revision that was brought back may itself be taken back once more', () => {
    const log = undone(undone(undone(three, 3), 4), 3)
    expect(undoneBy(log).get(3)).toBe(6)
  })

  it('leaves out an undo of what is not there, of itself and of what comes later', () => {
    for (const undoes of [99, 2, 3, null]) {
      const log = appended(aLog([change('1')]), aDraft([change(null, '1')], { kind: 'undo', undoes }))
      expect([...undoneBy(log)], `undoes ${undoes}`).toEqual([[1, null]])
    }
  })
})

describe('revisionsInForce', () => {
  it('are all that were not taken back, without the undos', () => {
    expect(numbers(revisionsInForce(three))).toEqual([1, 2, 3])
    expect(numbers(revisionsInForce(undone(three, 3)))).toEqual([1, 2])
    expect(numbers(revisionsInForce(undone(undone(three, 3), 4)))).toEqual([1, 2, 3])
  })

  it('hold an undo whose revision could not be read: its values are all that is left', () => {
    const damaged = undone(three, 3).filter(({ number }) => number !== 3)
    expect(numbers(revisionsInForce(damaged))).toEqual([1, 2, 4])
  })
})

describe('aboutOf', () => {
  const log = undone(undone(undone(three, 3), 4), 5)
  const about = (number: number) => {
    const found = aboutOf(log, revisionIn(log, number))
    return found && [found.root.number, found.undone]
  }

  it('leads an undo, and an undo of an undo, to what it took back or brought back', () => {
    expect([4, 5, 6].map(about)).toEqual([
      [3, true],
      [3, false],
      [3, true],
    ])
  })

  it('leads any other revision to itself, in force when it was added, whatever came later', () => {
    expect([1, 3].map(about)).toEqual([
      [1, false],
      [3, false],
    ])
  })

  it('leads nowhere from an undo of what is not there', () => {
    const damaged = log.filter(({ number }) => number !== 3)
    expect(aboutOf(damaged, revisionIn(damaged, 4))).toBeNull()
  })
})

describe('Ctrl+Z and Ctrl+Y', () => {
  it('take back the newest in force and bring back the newest taken back', () => {
    const once = undone(three, nextUndo(three)?.number ?? 0)
    const twice = undone(once, nextUndo(once)?.number ?? 0)
    expect(undoneBy(twice)).toEqual(
      new Map([
        [1, null],
        [2, 5],
        [3, 4],
      ]),
    )
    expect(nextRedo(twice)?.number).toBe(5)
    expect(nextRedo(undone(twice, 5))?.number).toBe(4)
    expect(nextRedo(undone(undone(twice, 5), 4))).toBeNull()
  })

  it('have nothing to do in an empty log', () => {
    expect(nextUndo([])).toBeNull()
    expect(nextRedo([])).toBeNull()
  })

  it('bring nothing back once something was changed since', () => {
    const log = undone(three, 3)
    expect(nextRedo(log)?.number).toBe(4)
    expect(nextRedo(edited(log, change('9', null, 'other')))).toBeNull()
  })

  it('bring back what was taken back after the newest change, and only that', () => {
    const log = undone(edited(undone(three, 3), change('9', null, 'other')), 5)
    expect(nextRedo(log)?.number).toBe(6)
    expect(nextRedo(undone(log, 6))).toBeNull()
  })

  it('stop where everything is taken back', () => {
    const none = undone(undone(undone(three, 3), 2), 1)
    expect(nextUndo(none)).toBeNull()
    expect(nextRedo(none)?.number).toBe(6)
  })
})

describe('planUndo', () => {
  it('drafts the inverse of every change, in the name of who asks, for the revision it takes back', () => {
    const log = aLog([change('1'), change('2', '5', 'other', 2024)])
    expect(planUndo(log, revisionIn(log, 1), '张')).toEqual({
      ok: true,
      draft: {
        kind: 'undo',
        author: '张',
        reason: '',
        file: '',
        encoding: '',
        undoes: 1,
        changes: [change(null, '1'), change('5', '2', 'other', 2024)],
      },
    })
  })

  it('is blocked by the last later change of one of the values; the rest may be taken back', () => {
    const log = edited(aLog([change('1'), change('2', null, 'other')]), change('3', '2', 'other'))
    expect(planUndo(log, revisionIn(log, 1), '')).toEqual({
      ok: false,
      later: [{ revision: revisionIn(log, 2), change: change('3', '2', 'other') }],
      rest: aDraft([change(null, '1')], { kind: 'undo', undoes: 1 }),
    })
    expect(blockers(log, 2)).toEqual([])
  })

  it('is free again once the later change was taken back, and blocked once that was brought back', () => {
    const free = undone(undone(three, 3), 2)
    expect(blockers(three, 1)).toEqual([3])
    expect(blockers(free, 1)).toEqual([])
    expect(blockers(undone(free, 5), 1)).toEqual([2])
  })

  it('is blocked although somebody typed the same value again: that is a later change too', () => {
    const log = aLog([change('1')], [change('2', '1')], [change('1', '2')])
    expect(blockers(log, 1)).toEqual([3])
  })

  it('takes nothing back a second time', () => {
    const log = undone(three, 3)
    expect(blockers(log, 3)).toEqual([4])
    expect(blockers(undone(log, 4), 4)).toEqual([5])
  })

  it('takes nothing back a second time where the change changed nothing', () => {
    const log = aLog([change('1', '1')])
    expect(blockers(undone(log, 1), 1)).toEqual([2])
  })

  it('takes an undo of an undo back by its own number too', () => {
    const redone = undone(undone(three, 3), 4)
    expect(blockers(redone, 5)).toEqual([])
    expect(undoneBy(undone(redone, 5)).get(3)).toBe(6)
  })

  it('brings nothing back under a change made since', () => {
    const log = edited(undone(three, 3), change('7', '2'))
    expect(blockers(log, 4)).toEqual([5])
  })

  it('brings nothing back out of turn, though the values are the same', () => {
    const back = aLog([change('1')], [change(null, '1')], [change('1')])
    const none = undone(undone(undone(back, 3), 2), 1)
    const lastOnly = undone(none, 4)
    expect(blockers(lastOnly, 5)).toEqual([3])
  })

  it('looks at a change of another year or another indicator with indifference', () => {
    const log = edited(aLog([change('1')]), change('2', null, 'cases', 2024), change('2', null, 'other'))
    expect(blockers(log, 1)).toEqual([])
  })
})

describe('planUndo where series were joined', () => {
  const joined = edited(aLog([change('12', '10', 'older')]), aJoin('newer', 'older'))

  it('is blocked by a later change under the other id of the series', () => {
    const log = edited(joined, change('15', '12', 'newer'))
    expect(blockers(log, 1)).toEqual([3])
    expect(blockers(undone(log, 3), 1)).toEqual([])
  })

  it('is not blocked by another year of the series', () => {
    expect(blockers(edited(joined, change('15', null, 'newer', 2024)), 1)).toEqual([])
  })

  it('is not blocked by what the other id said before the join or after its end', () => {
    const before = aLog(
      [change('12', '10', 'older')],
      [change('7', null, 'newer')],
      [aJoin('newer', 'older')],
    )
    expect(blockers(before, 1)).toEqual([])
    expect(blockers(edited(undone(joined, 2), change('7', null, 'newer')), 1)).toEqual([])
  })

  it('follows a chain of joins', () => {
    const log = edited(edited(joined, aJoin('newest', 'newer')), change('15', '12', 'newest'))
    expect(blockers(log, 1)).toEqual([4])
  })

  it('takes the join itself back, whatever was changed since', () => {
    expect(blockers(edited(joined, change('15', '12', 'newer')), 2)).toEqual([])
    const settled = edited(joined, aSettingsChange('newer', { continues: 'older' }, { direction: '正' }))
    expect(blockers(settled, 2)).toEqual([3])
  })
})

/** The log after as much of a revision was taken back as nothing stands in the way of. */
function restUndone(log: readonly Revision[], number: number): readonly Revision[] {
  const plan = planUndo(log, revisionIn(log, number), '')
  if (plan.ok || !plan.rest) throw new Error('no rest')
  return appended(log, plan.rest)
}

describe('an undo of a part', () => {
  /** An import of three values, one of which was edited later; the other two were taken back. */
  const imported = aLog([change('1', null, 'a'), change('1', null, 'b'), change('1', null, 'c')])
  const withEdit = edited(imported, change('2', '1', 'c'))
  const part = restUndone(withEdit, 1)
  const reach = (log: readonly Revision[], number = 1) => undoneReach(log).get(number)
  const values = (log: readonly Revision[]) => revisionsInForce(log).map((r) => r.changes.map(subjectOf))

  it('leaves the later change and what it was made on', () => {
    expect(values(part)).toEqual([['figure|c|2023'], ['figure|c|2023']])
    expect([reach(withEdit), reach(part)]).toEqual([
      { reach: 'none', by: null },
      { reach: 'part', by: 3 },
    ])
    expect(undoneBy(part).get(1)).toBeNull()
  })

  it('is brought back by Ctrl+Y, and is about its revision', () => {
    expect(aboutOf(part, revisionIn(part, 3))).toMatchObject({ root: { number: 1 }, undone: true })
    expect(nextRedo(part)?.number).toBe(3)
    const back = undone(part, 3)
    expect(reach(back)).toEqual({ reach: 'none', by: null })
    expect(aboutOf(back, revisionIn(back, 4))).toMatchObject({ root: { number: 1 }, undone: false })
    expect(values(back)).toEqual(values(withEdit))
  })

  it('cannot be repeated while the same stands in the way', () => {
    const plan = planUndo(part, revisionIn(part, 1), '')
    expect(plan).toMatchObject({ ok: false, later: [{ revision: { number: 2 } }], rest: null })
  })

  it('is completed once the later change is taken back', () => {
    const all = undone(undone(part, 2), 1)
    expect(all[all.length - 1]?.changes.map(subjectOf)).toEqual(['figure|c|2023'])
    expect(reach(all)).toEqual({ reach: 'whole', by: 5 })
    expect(revisionsInForce(all)).toEqual([])
    expect(revisionsInForce(undone(undone(undone(all, 5), 4), 3))).toEqual(revisionsInForce(withEdit))
  })

  it('of an undo is possible too: what was changed since stays', () => {
    const log = edited(undone(imported, 1), change('9', null, 'a'))
    const back = restUndone(log, 2)
    expect(back[back.length - 1]).toMatchObject({ kind: 'undo', undoes: 2 })
    const written = new Map(
      back.flatMap(({ changes }) => changes.map((c) => [subjectOf(c), c.after] as const)),
    )
    const filled = [...written].flatMap(([subject, after]) => (after === null ? [] : [subject]))
    expect(filled.sort()).toEqual(['figure|a|2023', 'figure|b|2023', 'figure|c|2023'])
  })

  it('that names no value of its revision, as old records may, is one of all of it', () => {
    const log = appended(imported, aDraft([change(null, '1', 'z')], { kind: 'undo', undoes: 1 }))
    expect(reach(log)).toEqual({ reach: 'whole', by: 2 })
    expect(revisionsInForce(log)).toEqual([])
  })
})

describe('an indicator that was added', () => {
  const added = aLog([anAddition('fresh'), change('1', null, 'fresh', 2024), change('2')])
  const later = (log: readonly Revision[], number = 1) => {
    const plan = planUndo(log, revisionIn(log, number), '')
    return plan.ok
      ? []
      : [plan.later.map(({ revision }) => revision.number), plan.rest?.changes.map(subjectOf)]
  }

  it('goes with the import that added it', () => {
    expect(later(added)).toEqual([])
  })

  it.each([
    ['a figure of another year', change('5', null, 'fresh', 2025)],
    ['its direction', aSettingsChange('fresh', {}, { direction: '正' })],
    ['a series that carries it on', aJoin('newer', 'fresh')],
  ])('stays while %s needs it', (_, user) => {
    const log = edited(added, user)
    expect(later(log)).toEqual([[2], ['figure|fresh|2024', 'figure|cases|2023']])
    expect(later(undone(log, 2))).toEqual([])
  })

  it('stays with a figure of it that was changed later', () => {
    const log = edited(added, change('5', '1', 'fresh', 2024))
    expect(later(log)).toEqual([[2], ['figure|cases|2023']])
  })

  it('goes though a figure of it was changed later, when that one was taken away', () => {
    const log = edited(added, change(null, '1', 'fresh', 2024))
    expect(later(log)).toEqual([[2], ['added|fresh', 'figure|cases|2023']])
  })

  it('is named where a figure of it is to come back and it is gone', () => {
    const gone = undone(undone(edited(added, change('5', null, 'fresh', 2025)), 2), 1)
    expect(later(gone, 3)).toEqual([[4], undefined])
    expect(later(undone(gone, 4), 3)).toEqual([])
  })
})
