import type { Dataset } from '#domain/dataset.ts'
import { entryOf } from '#domain/observation.ts'
import type { LoggedChange, RevisionDraft } from '#domain/revision.ts'
import type { Conflict, RefusedChange } from '#importing/overlay.ts'

export type Choice = 'local' | 'published'

/** The same change with other values on its sides; the caller keeps the two of one kind. */
const withSides = (
  change: LoggedChange,
  before: LoggedChange['after'],
  after: LoggedChange['after'],
): LoggedChange => ({ ...change, before, after }) as LoggedChange

/**
 * The change that settles a conflict: 保留 confirms the local value in the face of the published one, 采用 gives it up.
 * Missing: `null` where there is no published value to take or to face.
 */
export function settle({ change, published }: Conflict, choice: Choice): LoggedChange | null {
  if (published === null && change.what !== 'figure') return null
  return choice === 'local'
    ? withSides(change, published, change.after)
    : withSides(change, change.after, published)
}

/** A change that fits nothing, as a conflict with what is published. Missing: `null` for anything but a figure. */
export function refusedConflict(base: Dataset, { change }: RefusedChange): Conflict | null {
  if (change.what !== 'figure') return null
  const found = base.observations.get(change.indicator)?.get(change.year)
  return { change, published: found ? entryOf(found) : null }
}

/** A settled conflict as an edit of its own. */
export const settledDraft = (change: LoggedChange, reason: string, author: string): RevisionDraft => ({
  kind: 'edit',
  author,
  reason,
  file: '',
  encoding: '',
  undoes: null,
  changes: [change],
})
