import { useMemo } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import type { Revision } from '#domain/revision.ts'
import { withGone } from '#importing/adding.ts'
import { useHref } from '#ui/link.tsx'
import { historyWords, revisionKindWords, timeWords } from '#ui/revisionWords.ts'
import { ChangeList } from './ChangeList.tsx'
import { differencesBetween, type Point, readPoint } from './points.ts'

const NOW = 'now'

interface PointFieldProps {
  readonly label: string
  readonly point: Point
  readonly revisions: readonly Revision[]
  readonly onChoose: (text: string) => void
}

function PointField({ label, point, revisions, onChoose }: PointFieldProps) {
  return (
    <label className="history-filter">
      {label}
      <select value={point ?? NOW} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value={NOW}>{historyWords.now}</option>
        {[...revisions].reverse().map(({ number, kind, time }) => (
          <option key={number} value={number}>
            {historyWords.after(number, revisionKindWords[kind], timeWords(time))}
          </option>
        ))}
        <option value={0}>{historyWords.asPublished}</option>
      </select>
    </label>
  )
}

interface PointsCardProps {
  readonly base: Dataset
  readonly revisions: readonly Revision[]
  /** The two moments as the address names them; both empty while nothing is compared. */
  readonly from: string
  readonly to: string
}

/** Two moments of the log side by side: every value that differs, old → new. */
export function PointsCard({ base, revisions, from, to }: PointsCardProps) {
  const href = useHref()
  const isAsked = from !== '' || to !== ''
  const first = isAsked ? readPoint(from, revisions) : 0
  const second = readPoint(to, revisions)
  const differences = useMemo(
    () => (isAsked ? differencesBetween(base, revisions, first, second) : null),
    [base, revisions, first, second, isAsked],
  )
  const go = (a: string, b: string): void => {
    window.location.hash = href(`/history?from=${a}&to=${b}`).slice(1)
  }
  const textOf = (point: Point): string => (point === null ? NOW : String(point))
  return (
    <section className="card points" aria-labelledby="points">
      <h2 id="points">{historyWords.points}</h2>
      <p>{historyWords.pointsLead}</p>
      <p className="check-choices">
        <PointField
          label={historyWords.from}
          point={first}
          revisions={revisions}
          onChoose={(text) => go(text, textOf(second))}
        />
        <PointField
          label={historyWords.to}
          point={second}
          revisions={revisions}
          onChoose={(text) => go(textOf(first), text)}
        />
        {!isAsked && (
          <button type="button" className="button" onClick={() => go(textOf(first), textOf(second))}>
            {historyWords.compare}
          </button>
        )}
      </p>
      {differences && (
        <>
          <p role="status">{historyWords.differences(differences.changes.length)}</p>
          <ChangeList
            key={`${from} ${to}`}
            changes={differences.changes}
            before={withGone(differences.from, revisions)}
            after={withGone(differences.to, revisions)}
          />
        </>
      )}
    </section>
  )
}
