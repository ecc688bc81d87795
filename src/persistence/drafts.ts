import type { Draft } from '#store/state.ts'
import { APP, placeOf } from './place.ts'
import { isRecord } from './shape.ts'

/** Where begun forms are kept, each by itself: two windows with two forms do not overwrite each other. */
export interface DraftShelf {
  /** By subject. Missing: what cannot be read; nothing at all where storage is refused. */
  readonly read: () => ReadonlyMap<string, Draft>
  /** Written before it returns; `null` forgets it. A refusal leaves the draft in memory. */
  readonly write: (subject: string, draft: Draft | null) => void
}

/** A form of figures and sentences; whatever is larger was not typed. Unit: characters. */
const LARGEST = 1_000_000

/** Missing: `null` for anything but an object of texts. */
function readDraft(stored: string | null): Draft | null {
  try {
    const raw: unknown = JSON.parse(stored === null || stored.length > LARGEST ? 'null' : stored)
    const fields = isRecord(raw) ? Object.entries(raw) : []
    const isForm = fields.length > 0 && fields.every(([, text]) => typeof text === 'string')
    return isForm ? Object.fromEntries(fields as [string, string][]) : null
  } catch {
    return null
  }
}

/** Keeps drafts in the browser's small storage, which alone is written to before a page can end. */
export function draftShelf(): DraftShelf {
  // No path holds a #: what follows it is the subject.
  const prefix = `${APP}/drafts/1${placeOf(window.location)}#`
  return {
    read: () => {
      try {
        const { localStorage } = window
        const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '')
        return new Map(
          keys.flatMap((key) => {
            const draft = key.startsWith(prefix) ? readDraft(localStorage.getItem(key)) : null
            return draft ? [[key.slice(prefix.length), draft] as const] : []
          }),
        )
      } catch {
        return new Map()
      }
    },
    write: (subject, draft) => {
      try {
        if (draft) window.localStorage.setItem(prefix + subject, JSON.stringify(draft))
        else window.localStorage.removeItem(prefix + subject)
      } catch {
        // Full or refused: the form keeps what was typed as long as the page is open.
      }
    },
  }
}
