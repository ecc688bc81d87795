import { lastAuthor, type Revision, type RevisionDraft } from '#domain/revision.ts'
import { aboutOf, type LaterChange, nextRedo, nextUndo, planUndo, undoneReach } from '#domain/undo.ts'
import type { AppActions } from './create.ts'
import type { KeepFailure } from './ledger.ts'
import type { AppState } from './state.ts'

type Asked = 'undo' | 'redo'

/** `all`: all of it or nothing; `rest`: whatever nothing stands in the way of. */
type Part = 'all' | 'rest'

/** What became of the last thing somebody did to the data; shown until something else is said. */
export type Notice =
  /** `revision`: the new entry of the log, which for an undo is the undo. */
  | { readonly what: 'kept'; readonly revision: Revision; readonly durable: boolean }
  /**
   * `revision`: the one that could not be taken back, or brought back; `root`: the number of the one it is about in
   * the end. `later`: what stands in the way. `rest`: how many of its values nothing stands in the way of.
   */
  | {
      readonly what: 'blocked'
      readonly asked: Asked
      readonly revision: Revision
      readonly root: number
      readonly later: readonly LaterChange[]
      readonly rest: number
    }
  | { readonly what: 'failed'; readonly asked: Asked | 'keep'; readonly why: KeepFailure }
  | { readonly what: 'nothing'; readonly asked: Asked }
  /** A form was left before it was sent. `subject`: as the drafts are named. */
  | { readonly what: 'draft'; readonly subject: string }

export interface UndoActions {
  /**
   * Takes a revision back, by its number; without one, the newest in force. `rest`: leaves alone what was changed
   * since instead of leaving everything.
   * Errors: said by the notice; a revision that is no longer in force is left alone.
   */
  readonly undo: (number?: number, part?: Part) => Promise<void>
  /** Brings back a revision that was taken back, in whole or in part; without a number, the one taken back last. */
  readonly redo: (number?: number, part?: Part) => Promise<void>
}

/** The entry of the log that must be reversed. Missing: `null` when there is none, or none any more. */
function targetOf(revisions: readonly Revision[], asked: Asked, number: number | undefined): Revision | null {
  if (number === undefined) return asked === 'undo' ? nextUndo(revisions) : nextRedo(revisions)
  const { reach, by } = undoneReach(revisions).get(number) ?? {}
  const isUndoable = reach === 'none' || reach === 'part'
  const wanted = asked === 'redo' ? by : isUndoable ? number : undefined
  return revisions.find((revision) => revision.number === wanted) ?? null
}

/** The change that reverses a revision, or that part of it. Missing: `draft` is `null` where something stands in the way. */
function reversalOf(
  revisions: readonly Revision[],
  revision: Revision,
  part: Part,
): { draft: RevisionDraft | null; later: readonly LaterChange[]; rest: number } {
  const plan = planUndo(revisions, revision, lastAuthor(revisions))
  if (plan.ok) return { draft: plan.draft, later: [], rest: 0 }
  return {
    draft: part === 'rest' ? plan.rest : null,
    later: plan.later,
    rest: plan.rest?.changes.length ?? 0,
  }
}

/** Undo and redo over the log; each waits for the one before it, so that two quick presses take back two changes. */
export function undoing(get: () => AppState & AppActions): UndoActions {
  let turn: Promise<void> = Promise.resolve()
  const reverse = async (asked: Asked, number: number | undefined, part: Part): Promise<void> => {
    const { ledger, keep, applySession } = get()
    const say = (notice: Notice): void => applySession({ notice })
    const revision = targetOf(ledger.revisions, asked, number)
    if (!revision) return number === undefined ? say({ what: 'nothing', asked }) : undefined
    const { draft, later, rest } = reversalOf(ledger.revisions, revision, part)
    if (!draft) {
      const root = aboutOf(ledger.revisions, revision)?.root.number ?? revision.number
      return say({ what: 'blocked', asked, revision, root, later, rest })
    }
    const outcome = await keep(draft)
    say(
      outcome.kept
        ? { what: 'kept', revision: outcome.revision, durable: outcome.durable }
        : { what: 'failed', asked, why: outcome.why },
    )
  }
  const inTurn =
    (asked: Asked) =>
    (number?: number, part: Part = 'all') => {
      turn = turn.then(() => reverse(asked, number, part))
      return turn
    }
  return { undo: inTurn('undo'), redo: inTurn('redo') }
}
