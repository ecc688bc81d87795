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
  | { readonly ok: false; readonly later: readonly LaterChange[] }

interface Standing {
  /**
   * By number, the revision each revision is about in the end: itself, or what an undo, or an undo of an undo, took
   * back. Missing: an undo whose chain is broken, or that points at itself or forward.
   */
  readonly roots: ReadonlyMap<number, Revision>
  /** By root: the number of the undo that took it back, or `null` while it is in force. */
  readonly undone: ReadonlyMap<number, number | null>
  /** By root: the number of the newest revision about it. */
  readonly newest: ReadonlyMap<number, number>
}

function standingOf(revisions: readonly Revision[]): Standing {
  const roots = new Map<number, Revision>()
  const undone = new Map<number, number | null>()
  const newest = new Map<number, number>()
  for (const revision of revisions) {
    const root = revision.kind === 'undo' ? roots.get(revision.undoes ?? 0) : revision
    if (!root) continue
    const takenBack = root !== revision && undone.get(root.number) === null
    roots.set(revision.number, root)
    undone.set(root.number, takenBack ? revision.number : null)
    newest.set(root.number, revision.number)
  }
  return { roots, undone, newest }
}

/**
 * For each revision that is no undo: the number of the undo that took it back, or `null` while it is in force.
 * Shape: revisions oldest first, here and below.
 */
export const undoneBy = (revisions: readonly Revision[]): ReadonlyMap<number, number | null> =>
  standingOf(revisions).undone

/**
 * The revisions whose changes count: all that are no undo and were not taken back.
 * Shape: an undo that has lost what it takes back counts as a change like any other, so that its values are kept.
 */
export function revisionsInForce(revisions: readonly Revision[]): readonly Revision[] {
  const { roots, undone } = standingOf(revisions)
  return revisions.filter(({ number }) => !roots.has(number) || undone.get(number) === null)
}

/**
 * The revision another one is about in the end: itself, unless it is an undo.
 * Shape: `undone` says whether that one was taken back once the other had been added. Missing: `null` for a broken chain.
 */
export function aboutOf(
  revisions: readonly Revision[],
  revision: Revision,
): { readonly root: Revision; readonly undone: boolean } | null {
  const { roots, undone } = standingOf(revisions.filter(({ number }) => number <= revision.number))
  const root = roots.get(revision.number)
  return root ? { root, undone: undone.get(root.number) !== null } : null
}

/** What Ctrl+Z takes back: the newest revision in force. Missing: `null` when there is none. */
export function nextUndo(revisions: readonly Revision[]): Revision | null {
  const undone = undoneBy(revisions)
  return [...revisions].reverse().find((r) => undone.get(r.number) === null) ?? null
}

/** What Ctrl+Y brings back: the newest undo in force. Missing: `null` when something was changed since. */
export function nextRedo(revisions: readonly Revision[]): Revision | null {
  const undone = undoneBy(revisions)
  const inForce = new Set(undone.values())
  const newestFirst = [...revisions].reverse()
  const changed = newestFirst.find((r) => r.kind !== 'undo')?.number ?? 0
  return newestFirst.find((r) => r.number > changed && inForce.has(r.number)) ?? null
}

/** The last change of each value, and the last one in force that is newer than a revision. */
function lastTouches(revisions: readonly Revision[], newerThan: number, inForce: ReadonlySet<number>) {
  const last = new Map<string, LaterChange>()
  const later = new Map<string, LaterChange>()
  let renames = NO_RENAMES
  for (const revision of revisions)
    for (const change of revision.changes) {
      renames = renamesAfter(renames, change)
      for (const subject of subjectsOf(renames, change)) {
        last.set(subject, { revision, change })
        if (revision.number > newerThan && inForce.has(revision.number))
          later.set(subject, { revision, change })
      }
    }
  return { last, later }
}

/** True while a revision is what made its values what they are: not taken back, nor an undo that was. */
function isCurrent({ roots, undone, newest }: Standing, { number }: Revision): boolean {
  const root = roots.get(number)
  if (!root) return true
  return root.number === number ? undone.get(number) === null : newest.get(root.number) === number
}

/** Changes that must be taken back first. Shape: empty when nothing stands in the way. */
function obstaclesTo(revisions: readonly Revision[], revision: Revision): readonly LaterChange[] {
  const standing = standingOf(revisions)
  const root = standing.roots.get(revision.number) ?? revision
  const inForce = new Set([...standing.undone].flatMap(([number, by]) => (by === null ? [number] : [])))
  const { last, later } = lastTouches(revisions, root.number, inForce)
  const current = isCurrent(standing, revision)
  return revision.changes.flatMap((change): readonly LaterChange[] => {
    const subject = subjectOf(change)
    const newer = later.get(subject)
    const newest = last.get(subject)
    if (newer || !newest) return newer ? [newer] : []
    return current && sameValue(newest.change.after, change.after) ? [] : [newest]
  })
}

/**
 * The draft that takes a revision back, all of it or nothing.
 * Errors: the later changes of the same values, which must be taken back first.
 */
export function planUndo(revisions: readonly Revision[], revision: Revision, author: string): UndoPlan {
  const later = obstaclesTo(revisions, revision)
  if (later.length > 0) return { ok: false, later }
  const changes = revision.changes.map(inverse)
  return {
    ok: true,
    draft: { kind: 'undo', author, reason: '', file: '', encoding: '', undoes: revision.number, changes },
  }
}
