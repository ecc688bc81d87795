import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findIndicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation } from '#domain/dataset.ts'
import { joinObstacle } from '#domain/joining.ts'
import { entryOf, type FigureEntry } from '#domain/observation.ts'
import { type LoggedChange, type Revision, sameValue } from '#domain/revision.ts'
import { nextRedo, nextUndo, planUndo } from '#domain/undo.ts'
import { overlay } from '#importing/overlay.ts'
import { planRestore } from '#importing/restoring.ts'
import { planImport, toDraft } from '#importing/upload/planImport.ts'
import { aDataset, anIndicator, asId, asYear } from '../../support/data.ts'
import { frozen } from '../../support/frozen.ts'
import { aDraft, aFigureChange, appended, aSettingsChange, aYearChange } from '../../support/log.ts'
import { aReading } from '../../support/reading.ts'

const IDS = ['a', 'b', 'c', 'd']
/** An indicator that imports add. */
const FRESH = 'fresh'
const YEARS = [2022, 2023, 2024]
const BASE = frozen(
  aDataset({
    figures: { a: { 2022: '1', 2023: '2' }, b: { 2023: '3' }, c: {}, d: { 2022: '40余' } },
    years: [2022, 2023],
  }),
)

const id = fc.constantFrom(...IDS)
const year = fc.constantFrom(...YEARS)
const cell = fc.constantFrom('1', '2', '50余', null)
const figures = fc.uniqueArray(fc.record({ id: fc.constantFrom(...IDS, FRESH), year, cell }), {
  selector: (figure) => `${figure.id}|${figure.year}`,
  minLength: 1,
  maxLength: 4,
})

const edit = fc.oneof(
  { weight: 5, arbitrary: figures.map((changes) => ({ does: 'figures' as const, changes })) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('year' as const), year }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('direction' as const),
      id,
      direction: fc.constantFrom('正' as const, '逆' as const, '中' as const),
    }),
  },
)
const upload = fc.record({
  does: fc.constant('import' as const),
  rows: fc.array(
    fc.record({ id: fc.constantFrom(...IDS, FRESH), year, cell: fc.constantFrom('1', '2', '50余') }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
  finished: fc.boolean(),
})
const rest = fc.record({ does: fc.constant('rest' as const), number: fc.integer({ min: 1, max: 25 }) })
const join = fc.record({ does: fc.constant('join' as const), id, older: fc.option(id) })
const back = fc.record({ does: fc.constantFrom('undo' as const, 'redo' as const) })

type Edit = typeof edit extends fc.Arbitrary<infer S> ? S : never
type Upload = typeof upload extends fc.Arbitrary<infer S> ? S : never
type Rest = typeof rest extends fc.Arbitrary<infer S> ? S : never
type Join = typeof join extends fc.Arbitrary<infer S> ? S : never
type Back = typeof back extends fc.Arbitrary<infer S> ? S : never

const entryIn = (dataset: Dataset, of: string, at: number): FigureEntry | null => {
  const found = findObservation(dataset, asId(of), asYear(at))
  return found && entryOf(found)
}

/** What the log says an indicator continues. */
function continuedBy(log: readonly Revision[], of: string): string | null {
  let continues: string | null = null
  for (const { changes } of log)
    for (const change of changes)
      if (change.what === 'indicator' && change.indicator === of) continues = change.after.continues
  return continues
}

function joinChange(shown: Dataset, log: readonly Revision[], doing: Join): LoggedChange | null {
  const newer = findIndicator(shown.catalogue, doing.id)
  const older = doing.older === null ? null : findIndicator(shown.catalogue, doing.older)
  if (newer?.id !== doing.id || (doing.older !== null && older?.id !== doing.older)) return null
  if (older && joinObstacle(shown, older, newer) !== null) return null
  const { direction } = newer
  const before = { direction, continues: continuedBy(log, doing.id) }
  // One indicator is the new name of one other: another one may not take its place while the first is joined.
  if (before.continues !== null && older) return null
  return aSettingsChange(doing.id, before, { direction, continues: doing.older })
}

/** What a page would log: every value before as it is shown, nothing that changes nothing. */
function changesOf(shown: Dataset, log: readonly Revision[], doing: Edit | Join): readonly LoggedChange[] {
  const all = (): readonly (LoggedChange | null)[] => {
    switch (doing.does) {
      case 'figures':
        return doing.changes
          .filter(({ id: of }) => findIndicator(shown.catalogue, of)?.id === of)
          .map((f) => aFigureChange(f.id, f.year, entryIn(shown, f.id, f.year), f.cell))
      case 'year': {
        if (!shown.years.includes(asYear(doing.year))) return []
        const isOpen = shown.openYears.includes(asYear(doing.year))
        return [aYearChange(doing.year, isOpen ? 'open' : 'finished', isOpen ? 'finished' : 'open')]
      }
      case 'direction': {
        const found = findIndicator(shown.catalogue, doing.id)
        if (found?.id !== doing.id) return []
        const continues = continuedBy(log, doing.id)
        return [
          aSettingsChange(
            doing.id,
            { direction: found.direction, continues },
            { direction: doing.direction, continues },
          ),
        ]
      }
      default:
        return [joinChange(shown, log, doing)]
    }
  }
  return all().flatMap((change) => (change && !sameValue(change.before, change.after) ? [change] : []))
}

type Step = Edit | Upload | Rest | Join | Back

const isBack = (doing: Step): doing is Back => doing.does === 'undo' || doing.does === 'redo'

/** What the import page would write: everything the file says, the indicator it adds among it. */
function uploadDraft(shown: Dataset, { rows, finished }: Upload) {
  const added = findIndicator(shown.catalogue, FRESH) ? [] : [anIndicator({ id: FRESH, since: 2022 })]
  const plan = planImport(
    shown,
    aReading(
      shown,
      rows.map((row) => [row.id, row.year, row.cell] as const),
      { added },
    ),
  )
  return toDraft(plan, {
    confirmed: new Set(plan.figures.map(({ subject }) => subject)),
    finished: new Set(finished ? plan.years.map((of) => of.year) : []),
    author: '',
    reason: '',
  })
}

/** What the step would add to the log. Missing: `null` where it would change nothing. */
function draftOf(shown: Dataset, log: readonly Revision[], doing: Step) {
  if (doing.does === 'import') return uploadDraft(shown, doing)
  if (doing.does === 'rest') {
    const target = log.find(({ number }) => number === doing.number)
    const plan = target && planUndo(log, target, '')
    return plan?.ok === false ? plan.rest : null
  }
  if (isBack(doing)) {
    const target = doing.does === 'undo' ? nextUndo(log) : nextRedo(log)
    const plan = target && planUndo(log, target, '')
    if (plan) expect(plan.ok).toBe(true)
    return plan?.ok ? plan.draft : null
  }
  const changes = changesOf(shown, log, doing)
  return changes.length > 0 ? aDraft(changes) : null
}

/** Everything a reader could tell apart, sources aside. */
const seen = (dataset: Dataset) => ({
  figures: [...dataset.observations]
    .flatMap(([of, years]) => [...years].map(([at, o]) => `${of} ${at} ${JSON.stringify(entryOf(o))}`))
    .sort(),
  indicators: dataset.catalogue.indicators,
  years: dataset.years,
  open: dataset.openYears,
  fingerprint: dataset.fingerprint,
})

it('figures agree with a plain list of them, whatever is edited, imported, undone in whole or part, and redone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 3, arbitrary: edit }, back, upload, rest), { maxLength: 25 }),
      (steps) => {
        const model = new Map<string, FigureEntry | null>()
        for (const of of [...IDS, FRESH])
          for (const at of YEARS) model.set(`${of}|${at}`, entryIn(BASE, of, at))
        let log: readonly Revision[] = []
        for (const doing of steps) {
          const { dataset: shown } = overlay(BASE, log)
          const draft = draftOf(shown, log, doing)
          if (!draft) continue
          log = appended(log, draft)
          for (const change of draft.changes)
            if (change.what === 'figure') model.set(`${change.indicator}|${change.year}`, change.after)
          const after = overlay(BASE, log)
          for (const of of [...IDS, FRESH])
            for (const at of YEARS) expect(entryIn(after.dataset, of, at)).toEqual(model.get(`${of}|${at}`))
          expect([after.conflicts, after.refused]).toEqual([[], []])
        }
      },
    ),
    { numRuns: 100 },
  )
})

it('an undo shows exactly what was shown before, a redo what was shown after, joins among them', () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: edit },
      { weight: 2, arbitrary: upload },
      { weight: 2, arbitrary: join },
      { weight: 2, arbitrary: back },
    ),
    { maxLength: 25 },
  )
  fc.assert(
    fc.property(steps, (all) => {
      let log: readonly Revision[] = []
      let history: readonly ReturnType<typeof seen>[] = [seen(BASE)]
      let at = 0
      for (const doing of all) {
        const draft = draftOf(overlay(BASE, log).dataset, log, doing)
        if (!draft) continue
        log = appended(log, draft)
        const after = overlay(BASE, log)
        expect([after.conflicts, after.refused]).toEqual([[], []])
        if (doing.does === 'undo') expect(seen(after.dataset)).toEqual(history[--at])
        else if (doing.does === 'redo') expect(seen(after.dataset)).toEqual(history[++at])
        else {
          history = [...history.slice(0, at + 1), seen(after.dataset)]
          at++
        }
      }
    }),
    { numRuns: 120 },
  )
})

it('a restore shows exactly what the other log shows, from whatever was shown before', () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: edit },
      { weight: 2, arbitrary: upload },
      { weight: 2, arbitrary: join },
      { weight: 1, arbitrary: back },
      { weight: 1, arbitrary: rest },
    ),
    { maxLength: 12 },
  )
  const logOf = (all: readonly Step[]) =>
    all.reduce<readonly Revision[]>((log, doing) => {
      const draft = draftOf(overlay(BASE, log).dataset, log, doing)
      return draft ? appended(log, draft) : log
    }, [])
  fc.assert(
    fc.property(steps, steps, (some, others) => {
      const [current, backup] = [logOf(some), logOf(others)]
      expect(overlay(BASE, current)).toMatchObject({ conflicts: [], refused: [] })
      const { changes, left } = planRestore(BASE, current, backup)
      expect(left).toBe(0)
      const restored = changes.length > 0 ? appended(current, aDraft(changes, { kind: 'restore' })) : current
      expect(seen(overlay(BASE, restored).dataset)).toEqual(seen(overlay(BASE, backup).dataset))
    }),
    { numRuns: 120 },
  )
})
