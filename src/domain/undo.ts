import {
  inverse,
  type LoggedChange,
  lastChanges,
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

/** The revision an undo, or an undo of an undo, is about in the end. Missing: `null` for a broken chain. */
function rootOf(byNumber: ReadonlyMap<number, Revision>, revision: Revision): Revision | null {
  let at: Revision | undefined = revision
  while (at?.kind === 'undo') {
    const next: Revision | undefined = at.undoes === null ? undefined : byNumber.get(at.undoes)
    // An undo points back; anything else would go round in circles.
    at = next && next.number < at.number ? next : undefined
  }
  return at ?? null
}

/** For each revision that is no undo: the number of the undo that took it back, or `null` while it is in force. */
export function undoneBy(revisions: readonly Revision[]): ReadonlyMap<number, number | null> {
  const byNumber = new Map(revisions.map((revision) => [revision.number, revision]))
  const state = new Map<number, number | null>()
  for (const revision of revisions) {
    const root = rootOf(byNumber, revision)
    if (!root) continue
    if (root === revision) state.set(root.number, null)
    else state.set(root.number, state.get(root.number) === null ? revision.number : null)
  }
  return state
}

/** What Ctrl+Z takes back: the newest revision in force. Missing: `null` when there is none. */
export function nextUndo(revisions: readonly Revision[]): Revision | null {
  const undone = undoneBy(revisions)
  return [...revisions].reverse().find((r) => undone.get(r.number) === null) ?? null
}

/** What Ctrl+Y brings back: the newest undo in force. Missing: `null` when something was changed since. */
export function nextRedo(revisions: readonly Revision[]): Revision | null {
  const undone = undoneBy(revisions)
  const newest = [...revisions].reverse().find((r) => r.kind !== 'undo')?.number ?? 0
  const numbers = [...undone.values()].flatMap((by) => (by !== null && by > newest ? [by] : []))
  const number = Math.max(0, ...numbers)
  return revisions.find((revision) => revision.number === number) ?? null
}

/**
 * The draft that takes a revision back, all of it or nothing.
 * Errors: the later changes of the same values, which must be taken back first.
 */
export function planUndo(revisions: readonly Revision[], revision: Revision, author: string): UndoPlan {
  const last = lastChanges(revisions)
  const later = revision.changes.flatMap((change): readonly LaterChange[] => {
    const found = last.get(subjectOf(change))
    return found && !sameValue(found.change.after, change.after) ? [found] : []
  })
  if (later.length > 0) return { ok: false, later }
  const changes = revision.changes.map(inverse)
  return {
    ok: true,
    draft: { kind: 'undo', author, reason: '', file: '', encoding: '', undoes: revision.number, changes },
  }
}
