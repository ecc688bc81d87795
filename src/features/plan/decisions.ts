import { type PlanAnswer, type Revision, subjectOf } from '#domain/revision.ts'
import { revisionsInForce } from '#domain/undo.ts'

/** The entry of the log an answer comes from. */
export interface Decision {
  readonly revision: Revision
  readonly answer: PlanAnswer
}

/**
 * Which entry of the log each answer comes from, by `subjectOf`; what was taken back counts for nothing.
 * Shape: revisions oldest first. Missing: no entry for an answer that stands in the published files.
 */
export function decisionsIn(revisions: readonly Revision[]): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>()
  for (const revision of revisionsInForce(revisions))
    for (const change of revision.changes)
      if (change.what === 'plan') decisions.set(subjectOf(change), { revision, answer: change.after })
  return decisions
}
