import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import type { Revision, RevisionDraft } from '#domain/revision.ts'
import { nextRedo, nextUndo, planUndo } from '#domain/undo.ts'
import { overlay } from '#importing/overlay.ts'
import { aDataset, asId, asYear } from '../../support/data.ts'
import { aDraft, aFigureChange, aLog } from '../../support/log.ts'
import { aMachine, type Machine } from '../../support/machine.ts'

type Window = Awaited<ReturnType<Machine['openWindow']>>

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const base = aDataset({
  figures: { a: { 2023: '1' }, b: { 2023: '2' }, c: { 2023: '3' }, d: {}, e: {}, f: {} },
})
const published = new Map<string, string>([
  ['a', '1'],
  ['b', '2'],
  ['c', '3'],
])

/** What a person would expect of a list of edits and imports that can be crossed out one by one. */
class Model {
  private readonly edits: {
    readonly values: ReadonlyMap<string, string | null>
    isInForce: boolean
  }[] = []
  /** By number, the edit or the import an entry is about. */
  private readonly about = new Map<number, number>()

  at(id: string): string | null {
    const last = [...this.edits].reverse().find(({ values, isInForce }) => values.has(id) && isInForce)
    return (last ? last.values.get(id) : published.get(id)) ?? null
  }

  write(number: number, values: ReadonlyMap<string, string | null>): void {
    this.about.set(number, this.edits.push({ values, isInForce: true }) - 1)
  }

  /** Crosses an edit out, or brings it back when it was crossed out. */
  turn(number: number, entry: number): void {
    const index = this.about.get(entry) ?? -1
    const edit = this.edits[index]
    if (!edit) throw new Error(`entry ${entry} is about nothing`)
    edit.isInForce = !edit.isInForce
    this.about.set(number, index)
  }

  /** The name of what is shown, found from the values alone. */
  fingerprint(): string {
    const changes = IDS.map((id) => aFigureChange(id, 2023, published.get(id) ?? null, this.at(id)))
    return overlay(base, aLog(changes)).dataset.fingerprint
  }
}

const shownIn = (window: Window): Dataset => overlay(base, window.state().revisions).dataset

const valueIn = (dataset: Dataset, id: string): string | null =>
  dataset.observations.get(asId(id))?.get(asYear(2023))?.value ?? null

function draftFor(
  window: Window,
  action: 'edit' | 'import' | 'undo' | 'redo',
  random: () => number,
): RevisionDraft | null {
  const { revisions } = window.state()
  if (action === 'edit' || action === 'import') {
    const ids =
      action === 'edit' ? [IDS[Math.floor(random() * IDS.length)] ?? 'a'] : IDS.filter(() => random() < 0.5)
    const shown = shownIn(window)
    const changes = ids.flatMap((id) => {
      const before = valueIn(shown, id)
      const after = random() < 0.15 ? null : String(Math.floor(random() * 50))
      return before === after ? [] : [aFigureChange(id, 2023, before, after)]
    })
    return changes.length === 0 ? null : aDraft(changes, { kind: action })
  }
  const target = (action === 'undo' ? nextUndo : nextRedo)(revisions)
  const plan = target && planUndo(revisions, target, '')
  return plan?.ok ? plan.draft : null
}

function applyTo(model: Model, { number, undoes, changes }: Revision): void {
  const values = changes.flatMap((change) =>
    change.what === 'figure' ? [[change.indicator, change.after?.value ?? null] as const] : [],
  )
  if (undoes !== null) model.turn(number, undoes)
  else model.write(number, new Map<string, string | null>(values))
}

it('shows after each of 1,000 random steps in two windows what a plain list of values shows', {
  timeout: 60_000,
}, async () => {
  const random = numbersFrom(20_261_123)
  const machine = aMachine()
  const model = new Model()
  const windows = [await machine.openWindow(), await machine.openWindow()]
  const counted = { edit: 0, import: 0, undo: 0, redo: 0, reload: 0, elsewhere: 0 }
  for (let step = 0; step < 1000; step++) {
    const which = random() < 0.5 ? 0 : 1
    const window = windows[which] as Window
    const dice = random()
    const action =
      dice < 0.35 ? 'edit' : dice < 0.5 ? 'import' : dice < 0.7 ? 'undo' : dice < 0.85 ? 'redo' : 'reload'
    if (action === 'reload') {
      window.close()
      windows[which] = await machine.openWindow()
      counted.reload += 1
    } else {
      const draft = draftFor(window, action, random)
      if (!draft) continue
      const outcome = await window.append(draft)
      if (outcome.kept) {
        applyTo(model, outcome.revision)
        counted[action] += 1
      } else {
        // The other window was quicker; that this one had not heard of it is what the refusal is for.
        expect(outcome.why).toBe('elsewhere')
        counted.elsewhere += 1
      }
    }
    // Often the next step comes before the other window has heard of this one.
    const isHeard = random() < 0.6
    machine.small.isLineDown = !isHeard
    if (isHeard) {
      machine.signal(1)
      await machine.settled()
    }
    for (const at of isHeard ? [0, 1] : [which]) {
      const shown = windows[at] as Window
      expect(shown.state().trouble).toBeNull()
      const dataset = shownIn(shown)
      expect(dataset.fingerprint, `step ${step}`).toBe(model.fingerprint())
      for (const id of IDS) expect(valueIn(dataset, id)).toBe(model.at(id))
    }
  }
  const records = await machine.records()
  expect([...records.keys()]).toEqual(Array.from(records, (_, i) => i + 1))
  for (const count of Object.values(counted)) expect(count).toBeGreaterThan(10)
})
