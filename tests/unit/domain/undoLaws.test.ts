import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type LoggedChange, type Revision, subjectOf } from '#domain/revision.ts'
import { nextRedo, nextUndo, planUndo, revisionsInForce } from '#domain/undo.ts'
import { aDraft, aFigureChange, appended } from '../../support/log.ts'

const change = (after: string | null, before: string | null = null, id = 'cases', year = 2023) =>
  aFigureChange(id, year, before, after)

/** What a person may do: edit some values, Ctrl+Z, Ctrl+Y, or take any revision back. */
const step = fc.oneof(
  fc.record({
    does: fc.constant('edit' as const),
    values: fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c'), to: fc.constantFrom('1', '2', null) }),
      {
        selector: ({ id }) => id,
        minLength: 1,
        maxLength: 3,
      },
    ),
  }),
  fc.record({ does: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({ does: fc.constant('rest' as const), number: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ does: fc.constant('reverse' as const), number: fc.integer({ min: 1, max: 30 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

type Values = ReadonlyMap<string, LoggedChange['after']>

/** Every entry of the log carried out as it is written. */
function asWritten(log: readonly Revision[]): Values {
  const values = new Map<string, LoggedChange['after']>()
  for (const { changes } of log) for (const c of changes) values.set(subjectOf(c), c.after)
  return values
}

const known = (values: Values) => [...values].filter(([, value]) => value !== null).sort()

function draftOf(log: readonly Revision[], doing: Step) {
  if (doing.does === 'edit') {
    const values = asWritten(log)
    const changes = doing.values.flatMap(({ id, to }) => {
      const wanted = change(to, null, id)
      const before = values.get(subjectOf(wanted)) ?? null
      const same = JSON.stringify(before) === JSON.stringify(wanted.after)
      return same ? [] : [{ ...wanted, before: before as typeof wanted.before }]
    })
    return changes.length > 0 ? aDraft(changes) : null
  }
  const target =
    doing.does === 'reverse' || doing.does === 'rest'
      ? log.find((revision) => revision.number === doing.number)
      : doing.does === 'undo'
        ? nextUndo(log)
        : nextRedo(log)
  const plan = target ? planUndo(log, target, '') : null
  if (plan && (doing.does === 'undo' || doing.does === 'redo')) expect(plan.ok).toBe(true)
  if (doing.does === 'rest' && plan?.ok === false) return plan.rest
  return plan?.ok ? plan.draft : null
}

it('whatever is done and undone, in turn or not: what is in force says what the log as written says', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let log: readonly Revision[] = []
      for (const doing of steps) {
        const draft = draftOf(log, doing)
        if (!draft) continue
        const values = asWritten(log)
        for (const c of draft.changes) expect(values.get(subjectOf(c)) ?? null).toEqual(c.before)
        log = appended(log, draft)
        expect(known(asWritten(revisionsInForce(log)))).toEqual(known(asWritten(log)))
      }
    }),
    { numRuns: 120 },
  )
})

it('Ctrl+Z to the end leaves nothing in force, and as many Ctrl+Y bring all of it back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      let log: readonly Revision[] = []
      const act = (doing: Step): boolean => {
        const draft = draftOf(log, doing)
        if (draft) log = appended(log, draft)
        return draft !== null
      }
      for (const doing of steps) act(doing)
      const before = known(asWritten(log))
      let count = 0
      while (act({ does: 'undo' })) count++
      expect(revisionsInForce(log)).toEqual([])
      expect(known(asWritten(log))).toEqual([])
      for (let i = 0; i < count; i++) expect(act({ does: 'redo' })).toBe(true)
      expect(known(asWritten(log))).toEqual(before)
    }),
  )
})
