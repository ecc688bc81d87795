import { lastAuthor, type Revision } from '#domain/revision.ts'
import { type LaterChange, nextRedo, nextUndo, planUndo, undoneBy } from '#domain/undo.ts'
import type { AppActions } from './create.ts'
import type { KeepFailure } from './ledger.ts'
import type { AppState } from './state.ts'

/** What became of the last thing somebody did to the data; shown until something else is said. */
export type Notice =
  /** `revision`: the new entry of the log, which for an undo is the undo. */
  | { readonly what: 'kept'; readonly revision: Revision; readonly durable: boolean }
  /** `revision`: the one that could not be taken back. */
  | { readonly what: 'blocked'; readonly revision: Revision; readonly later: readonly LaterChange[] }
  | { readonly what: 'failed'; readonly asked: 'undo' | 'redo' | 'keep'; readonly why: KeepFailure }
  | { readonly what: 'nothing'; readonly asked: 'undo' | 'redo' }
  /** A form was left before it was sent. `subject`: as the drafts are named. */
  | { readonly what: 'draft'; readonly subject: string }

export interface UndoActions {
  /**
   * Takes a revision back, by its number; without one, the newest in force.
   * Errors: said by the notice; a revision that is no longer in force is left alone.
   */
  readonly undo: (number?: number) => Promise<void>
  /** Brings back a revision that was taken back; without a number, the one taken back last. */
  readonly redo: (number?: number) => Promise<void>
}

type Asked = 'undo' | 'redo'

/** The entry of the log that must be reversed. Missing: `null` when there is none, or none any more. */
function targetOf(revisions: readonly Revision[], asked: Asked, number: number | undefined): Revision | null {
  if (number === undefined) return asked === 'undo' ? nextUndo(revisions) : nextRedo(revisions)
  const by = undoneBy(revisions).get(number)
  const wanted = asked === 'redo' ? by : by === null ? number : undefined
  return revisions.find((revision) => revision.number === wanted) ?? null
}

/** Undo and redo over the log; each waits for the one before it, so that two quick presses take back two changes. */
export function undoing(get: () => AppState & AppActions): UndoActions {
  let turn: Promise<void> = Promise.resolve()
  const reverse = async (asked: Asked, number: number | undefined): Promise<void> => {
    const { ledger, keep, applySession } = get()
    const say = (notice: Notice): void => applySession({ notice })
    const revision = targetOf(ledger.revisions, asked, number)
    if (!revision) return number === undefined ? say({ what: 'nothing', asked }) : undefined
    const plan = planUndo(ledger.revisions, revision, lastAuthor(ledger.revisions))
    if (!plan.ok) return say({ what: 'blocked', revision, later: plan.later })
    const outcome = await keep(plan.draft)
    say(
      outcome.kept
        ? { what: 'kept', revision: outcome.revision, durable: outcome.durable }
        : { what: 'failed', asked, why: outcome.why },
    )
  }
  const inTurn = (asked: Asked) => (number?: number) => {
    turn = turn.then(() => reverse(asked, number))
    return turn
  }
  return { undo: inTurn('undo'), redo: inTurn('redo') }
}
