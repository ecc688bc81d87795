import type { IndicatorId } from './catalogue.ts'
import { NO_RENAMES, renamesAfter, subjectsOf } from './renames.ts'
import {
  inverse,
  type LoggedChange,
  type Revision,
  type RevisionDraft,
  sameValue,
  subjectOf,
} from './revision.ts'

/** A change that stands in the way of an undo: somebody changed the same value later. */
export interface LaterChange {
  readonly revision: Revision
  readonly change: LoggedChange
}

export type UndoPlan =
  | { readonly ok: true; readonly draft: RevisionDraft }
  /**
   * `later`: what stands in the way. `rest` takes back everything nothing stands in the way of, and leaves those
   * values alone. Missing: `null` where that is nothing.
   */
  | { readonly ok: false; readonly later: readonly LaterChange[]; readonly rest: RevisionDraft | null }

/** What became of a revision that is no undo. Shape: both by what the changes are about (`subjectOf`). */
interface Fate {
  readonly subjects: ReadonlySet<string>
  /** By value taken back: the number of the undo that did it. */
  readonly taken: Map<string, number>
  /** By value: the number of the newest undo about it. Missing: a value no undo was ever about. */
  readonly newest: Map<string, number>
}

interface Standing {
  /**
   * By number, the revision each revision is about in the end: itself, or what an undo, or an undo of an undo, took
   * back. Missing: an undo whose chain is broken, or that points at itself or forward.
   */
  readonly roots: ReadonlyMap<number, Revision>
  /** By number. Missing: a revision no undo was ever about. */
  readonly fates: ReadonlyMap<number, Fate>
}

const subjectsIn = ({ changes }: Revision): readonly string[] => changes.map(subjectOf)

/** An undo is about the values it names; one that names none of its root's is about all of them. */
function turn(fate: Fate, undo: Revision): void {
  const own = subjectsIn(undo).filter((subject) => fate.subjects.has(subject))
  for (const subject of own.length > 0 ? own : fate.subjects) {
    if (!fate.taken.delete(subject)) fate.taken.set(subject, undo.number)
    fate.newest.set(subject, undo.number)
  }
}

function toStanding(revisions: readonly Revision[]): Standing {
  const roots = new Map<number, Revision>()
  const fates = new Map<number, Fate>()
  for (const revision of revisions) {
    const root = revision.kind === 'undo' ? roots.get(revision.undoes ?? 0) : revision
    if (!root) continue
    roots.set(revision.number, root)
    if (root === revision) continue
    const fate = fates.get(root.number) ?? {
      subjects: new Set(subjectsIn(root)),
      taken: new Map(),
      newest: new Map(),
    }
    fates.set(root.number, fate)
    turn(fate, revision)
  }
  return { roots, fates }
}

const standings = new WeakMap<readonly Revision[], Standing>()

/** Made once a log, which is never altered: pages and the overlay ask many times, and an import has thousands of values. */
function standingOf(revisions: readonly Revision[]): Standing {
  const standing = standings.get(revisions) ?? toStanding(revisions)
  standings.set(revisions, standing)
  return standing
}

/** How much of a revision was taken back. */
export interface Reach {
  readonly reach: 'none' | 'part' | 'whole'
  /** The newest undo that still holds. Missing: `null` for `none`. */
  readonly by: number | null
}

const NOT_UNDONE: Reach = { reach: 'none', by: null }

function reachOf(fate: Fate | undefined): Reach {
  if (!fate || fate.taken.size === 0) return NOT_UNDONE
  const by = [...fate.taken.values()].reduce((a, b) => Math.max(a, b))
  return { reach: fate.taken.size === fate.subjects.size ? 'whole' : 'part', by }
}

/** For each revision that is no undo, how much of it was taken back. Shape: revisions oldest first, here and below. */
export function undoneReach(revisions: readonly Revision[]): ReadonlyMap<number, Reach> {
  const { roots, fates } = standingOf(revisions)
  return new Map(
    [...roots].flatMap(([number, root]) =>
      root.number === number ? [[number, reachOf(fates.get(number))] as const] : [],
    ),
  )
}

/**
 * For each revision that is no undo: the number of the undo that took the last of it back, or `null` while any of it
 * is in force.
 */
export const undoneBy = (revisions: readonly Revision[]): ReadonlyMap<number, number | null> =>
  new Map(
    [...undoneReach(revisions)].map(([number, { reach, by }]) => [number, reach === 'whole' ? by : null]),
  )

/**
 * Tells of each change whether it counts: it belongs to no undo and was not taken back.
 * Shape: an undo that has lost what it takes back counts as a change like any other, so that its values are kept.
 */
export function forceOf(
  revisions: readonly Revision[],
): (revision: Revision, change: LoggedChange) => boolean {
  const { roots, fates } = standingOf(revisions)
  return (revision, change) => {
    const root = roots.get(revision.number)
    if (!root || root.number !== revision.number) return !root
    const taken = fates.get(root.number)?.taken
    return !taken || taken.size === 0 || !taken.has(subjectOf(change))
  }
}

/** The revisions whose changes count, each with those that do; the very same where all do. */
export function revisionsInForce(revisions: readonly Revision[]): readonly Revision[] {
  const counts = forceOf(revisions)
  return revisions.flatMap((revision) => {
    const changes = revision.changes.filter((change) => counts(revision, change))
    if (changes.length === revision.changes.length) return [revision]
    return changes.length > 0 ? [{ ...revision, changes }] : []
  })
}

/**
 * The revision another one is about in the end: itself, unless it is an undo.
 * Shape: `undone` says whether the other one took values of it back. Missing: `null` for a broken chain.
 */
export function aboutOf(
  revisions: readonly Revision[],
  revision: Revision,
): { readonly root: Revision; readonly undone: boolean } | null {
  const { roots, fates } = standingOf(revisions.filter(({ number }) => number <= revision.number))
  const root = roots.get(revision.number)
  const taken = root && fates.get(root.number)?.taken
  return root ? { root, undone: [...(taken?.values() ?? [])].includes(revision.number) } : null
}

/** What Ctrl+Z takes back: the newest revision in force, whole or in part. Missing: `null` when there is none. */
export function nextUndo(revisions: readonly Revision[]): Revision | null {
  const undone = undoneBy(revisions)
  return [...revisions].reverse().find((r) => undone.get(r.number) === null) ?? null
}

/** What Ctrl+Y brings back: the newest undo in force. Missing: `null` when something was changed since. */
export function nextRedo(revisions: readonly Revision[]): Revision | null {
  const { fates } = standingOf(revisions)
  const inForce = new Set([...fates.values()].flatMap(({ taken }) => [...taken.values()]))
  const newestFirst = [...revisions].reverse()
  const changed = newestFirst.find((r) => r.kind !== 'undo')?.number ?? 0
  return newestFirst.find((r) => r.number > changed && inForce.has(r.number)) ?? null
}

/** Indicators a change cannot do without. */
function needsOf(change: LoggedChange): readonly IndicatorId[] {
  if (change.after === null) return []
  switch (change.what) {
    case 'figure':
      return [change.indicator]
    case 'indicator':
      return change.after.continues === null ? [change.indicator] : [change.indicator, change.after.continues]
    default:
      return []
  }
}

/** What the log says of each value last, and what it says that is newer than a revision and in force. */
interface Touches {
  readonly last: ReadonlyMap<string, LaterChange>
  readonly later: ReadonlyMap<string, LaterChange>
  /** By indicator: the last of the later changes that cannot do without it. */
  readonly needs: ReadonlyMap<IndicatorId, LaterChange>
}

function lastTouches(revisions: readonly Revision[], newerThan: number): Touches {
  const counts = forceOf(revisions)
  const last = new Map<string, LaterChange>()
  const later = new Map<string, LaterChange>()
  const needs = new Map<IndicatorId, LaterChange>()
  let renames = NO_RENAMES
  for (const revision of revisions)
    for (const change of revision.changes) {
      const touch = { revision, change }
      renames = renamesAfter(renames, change)
      const isLater = revision.number > newerThan && counts(revision, change)
      for (const subject of subjectsOf(renames, change)) {
        last.set(subject, touch)
        if (isLater) later.set(subject, touch)
      }
      if (isLater) for (const id of needsOf(change)) needs.set(id, touch)
    }
  return { last, later, needs }
}

/** Tells of each value of a revision whether that revision is what made it what it is. */
function currencyOf({ roots, fates }: Standing, { number }: Revision): (subject: string) => boolean {
  const root = roots.get(number)
  const fate = root && fates.get(root.number)
  if (!root || !fate) return () => true
  return root.number === number
    ? (subject) => !fate.taken.has(subject)
    : (subject) => !fate.subjects.has(subject) || fate.newest.get(subject) === number
}

const addedSubject = (indicator: IndicatorId): string =>
  subjectOf({ what: 'added', indicator, before: null, after: null })

/** What stands in the way of taking back each change of a revision. Missing: a change nothing stands in the way of. */
function obstaclesTo(
  revisions: readonly Revision[],
  revision: Revision,
  changes: readonly LoggedChange[],
): ReadonlyMap<LoggedChange, LaterChange> {
  const standing = standingOf(revisions)
  const root = standing.roots.get(revision.number) ?? revision
  const { last, later, needs } = lastTouches(revisions, root.number)
  const isCurrent = currencyOf(standing, revision)
  const added = new Set(changes.flatMap((change) => (change.what === 'added' ? [change.indicator] : [])))
  const ownObstacle = (change: LoggedChange): LaterChange | undefined => {
    const subject = subjectOf(change)
    const newest = last.get(subject)
    if (later.has(subject) || !newest) return later.get(subject)
    return isCurrent(subject) && sameValue(newest.change.after, change.after) ? undefined : newest
  }
  /** The indicator of a value that would come back was taken away meanwhile. */
  const missing = (change: LoggedChange): LaterChange | undefined =>
    needsOf(inverse(change))
      .filter((id) => !added.has(id))
      .map((id) => last.get(addedSubject(id)))
      .find((touch) => touch?.change.after === null)
  const obstacles = new Map<LoggedChange, LaterChange>()
  const staying = new Map<IndicatorId, LaterChange>(needs)
  for (const change of changes) {
    const obstacle = ownObstacle(change) ?? missing(change)
    if (!obstacle) continue
    obstacles.set(change, obstacle)
    if (change.what === 'figure' && obstacle.change.after !== null) staying.set(change.indicator, obstacle)
  }
  // An indicator stays as long as a figure of it does.
  for (const change of changes)
    if (change.what === 'added' && change.before === null && !obstacles.has(change)) {
      const user = staying.get(change.indicator)
      if (user) obstacles.set(change, user)
    }
  return obstacles
}

const draftOf = (revision: Revision, author: string, changes: readonly LoggedChange[]): RevisionDraft => ({
  kind: 'undo',
  author,
  reason: '',
  file: '',
  encoding: '',
  undoes: revision.number,
  changes: changes.map(inverse),
})

/**
 * The draft that takes a revision back: all of it that has not been taken back yet.
 * Errors: the later changes of the same values, and those of indicators it added, which must be taken back first;
 * and the draft that takes back the rest.
 */
export function planUndo(revisions: readonly Revision[], revision: Revision, author: string): UndoPlan {
  const isCurrent = currencyOf(standingOf(revisions), revision)
  const current = revision.changes.filter((change) => isCurrent(subjectOf(change)))
  // Of a revision that was taken back whole, everything is named that took its place.
  const changes = current.length > 0 ? current : revision.changes
  const obstacles = obstaclesTo(revisions, revision, changes)
  if (obstacles.size === 0) return { ok: true, draft: draftOf(revision, author, changes) }
  const free = changes.filter((change) => !obstacles.has(change))
  return {
    ok: false,
    later: [...new Set(obstacles.values())],
    rest: free.length > 0 ? draftOf(revision, author, free) : null,
  }
}
