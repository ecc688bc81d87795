import { type ImportPlan, takenFigures, toDraft } from '#importing/upload/planImport.ts'
import { useApp } from '#store/useApp.ts'
import { withAnswers } from './answers.ts'
import type { Desk } from './desk.ts'
import { finishedYears } from './progress.ts'

/** Who imports and why, as typed. */
interface Signed {
  readonly author: string
  readonly reason: string
}

/** Writes a plan as one revision; while that is under way, further presses do nothing. */
export function useWriting(desk: Desk): (plan: ImportPlan, signed: Signed) => Promise<void> {
  const keep = useApp((state) => state.keep)
  const applySession = useApp((state) => state.applySession)
  const applyMemory = useApp((state) => state.applyMemory)
  const memory = useApp((state) => state.memory)
  return async (plan, { author, reason }) => {
    // Asked of the desk, which knows of the first press before anything was drawn again.
    const { saving, confirmed, years, reading, choices } = desk.session()
    if (saving.at === 'saving' || !reading) return
    const draft = toDraft(plan, {
      confirmed,
      finished: finishedYears(years, plan),
      author: author.trim(),
      reason: reason.trim(),
    })
    if (!draft) return
    desk.dispatch({ is: 'saving' })
    const outcome = await keep(draft)
    if (!outcome.kept) {
      desk.dispatch({ is: 'not-saved', why: outcome.why })
      desk.reread()
      return
    }
    applyMemory(withAnswers(memory, reading, choices))
    const { revision, durable } = outcome
    desk.dispatch({
      is: 'saved',
      written: {
        file: plan.file,
        revision: revision.number,
        count: takenFigures(plan, confirmed).length,
        durable,
        years: plan.years.map(({ year }) => year),
      },
    })
    applySession({ notice: { what: 'kept', revision, durable } })
  }
}
