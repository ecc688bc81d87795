import type { ReactNode } from 'react'
import { importWords } from '#ui/importWords.ts'

/** How far a step is: nothing to do yet, at work, done. */
export type StepState = 'waiting' | 'open' | 'done'

interface StepProps {
  /** From 0. */
  readonly place: number
  readonly state: StepState
  /** What it says in one line: its result, or why it waits. */
  readonly summary: string
  readonly children?: ReactNode
}

const stepId = (place: number): string => `import-step-${place + 1}`

/** One of the six steps: its name, one line of what became of it, and its controls. */
export function Step({ place, state, summary, children }: StepProps) {
  const id = stepId(place)
  return (
    <section className={`card import-step ${state}`} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {importWords.stepName(place)}
        {summary !== '' && (
          <small>
            <bdi>{summary}</bdi>
          </small>
        )}
      </h2>
      {state !== 'waiting' && children}
    </section>
  )
}

/** The row of all steps; each leads to its own. */
export function StepRow({ states }: { readonly states: readonly StepState[] }) {
  const current = states.indexOf('open')
  return (
    <nav aria-label={importWords.steps} className="import-steps">
      <ol>
        {states.map((state, place) => (
          <li key={place} className={state} aria-current={place === current ? 'step' : undefined}>
            <button
              type="button"
              className="text-button"
              onClick={() => {
                const head = document.getElementById(stepId(place))
                head?.focus({ preventScroll: true })
                head?.scrollIntoView({ block: 'start' })
              }}
            >
              {importWords.stepName(place)}
              {state === 'done' && <span aria-hidden="true"> ✓</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
