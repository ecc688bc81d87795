import { useMemo, useState } from 'react'
import { findIndicator, type Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { LoggedChange, Revision } from '#domain/revision.ts'
import { aboutOf, revisionsInForce, undoneReach } from '#domain/undo.ts'
import { withGone } from '#importing/adding.ts'
import { overlay } from '#importing/overlay.ts'
import { useApp } from '#store/useApp.ts'
import { useHref } from '#ui/link.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { historyWords } from '#ui/revisionWords.ts'
import { words } from '#ui/words.ts'
import { finishedBefore, withFinished } from './asOf.ts'
import { BackupCard } from './BackupCard.tsx'
import { ChecksCard } from './ChecksCard.tsx'
import { PointsCard } from './PointsCard.tsx'
import { RevisionItem } from './RevisionItem.tsx'

/** Revisions shown at once, and more at each press. */
const SHOWN = 50

/** The indicator a change is about, under its present id. Missing: `null` for a plan item and a year. */
const indicatorOf = (dataset: Dataset, change: LoggedChange): Indicator | null =>
  'indicator' in change ? findIndicator(dataset.catalogue, change.indicator) : null

function Filter({
  indicators,
  value,
}: {
  readonly indicators: readonly Indicator[]
  readonly value: string
}) {
  const href = useHref()
  const choose = (id: string): void => {
    window.location.hash = href(id ? `/history?indicator=${id}` : '/history').slice(1)
  }
  return (
    <label className="history-filter">
      {historyWords.filter}
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{historyWords.all}</option>
        {indicators.map(({ id, short }) => (
          <option key={id} value={id}>
            {short}
          </option>
        ))}
      </select>
    </label>
  )
}

interface LogProps {
  readonly dataset: Dataset
  readonly base: Dataset
  readonly revisions: readonly Revision[]
  /** Missing: `null` shows all. */
  readonly about: Indicator | null
}

/** The log, newest first. */
function Log({ dataset, base, revisions, about }: LogProps) {
  const [shown, setShown] = useState(SHOWN)
  const finished = useMemo(() => finishedBefore(base, revisions), [base, revisions])
  const reaches = useMemo(() => undoneReach(revisions), [revisions])
  const inForce = useMemo(
    () => new Map(revisionsInForce(revisions).map(({ number, changes }) => [number, changes])),
    [revisions],
  )
  const listed = [...revisions]
    .reverse()
    .filter(({ changes }) => !about || changes.some((change) => indicatorOf(dataset, change) === about))
  if (listed.length === 0) return <p className="card">{historyWords.nothingOf}</p>
  return (
    <section aria-label={historyWords.list}>
      {listed.slice(0, shown).map((revision) => {
        const chain = aboutOf(revisions, revision)
        return (
          <RevisionItem
            key={revision.number}
            dataset={withFinished(dataset, finished.get(revision.number) ?? new Set())}
            revision={revision}
            root={chain?.root ?? revision}
            isRedo={chain?.undone === false}
            reach={reaches.get(revision.number)?.reach ?? null}
            staying={inForce.get(revision.number) ?? []}
          />
        )
      })}
      {listed.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + SHOWN)}>
          {historyWords.older}
        </button>
      )}
    </section>
  )
}

interface HistoryPageProps {
  readonly dataset: Dataset
  /** Id of the indicator to which the list is limited; empty for all. */
  readonly indicator: string
  /** Two moments of the log to be compared, by number; both empty for none. */
  readonly from: string
  readonly to: string
}

/** Every change made on this machine, what must be checked, and the backup. */
export function HistoryPage({ dataset, indicator, from, to }: HistoryPageProps) {
  const data = useApp((state) => state.data)
  const revisions = useApp((state) => state.ledger.revisions)
  const base = data.status === 'ready' ? data.base : dataset
  const { conflicts, refused } = useMemo(() => overlay(base, revisions), [base, revisions])
  const named = useMemo(() => withGone(dataset, revisions), [dataset, revisions])
  const changed = useMemo(() => {
    const all = new Set(
      revisions.flatMap(({ changes }) => changes.map((change) => indicatorOf(named, change))),
    )
    return named.catalogue.indicators.filter((candidate) => all.has(candidate))
  }, [named, revisions])
  const about = indicator ? findIndicator(named.catalogue, indicator) : null
  return (
    <>
      <PageHead title={words.history} lead={historyWords.lead}>
        {changed.length > 0 && <Filter indicators={changed} value={about?.id ?? ''} />}
      </PageHead>
      <div className="history">
        <ChecksCard {...{ dataset: named, base, conflicts, refused }} />
        {revisions.length > 0 && <PointsCard {...{ base, revisions, from, to }} />}
        {revisions.length === 0 ? (
          <p className="card">{historyWords.empty}</p>
        ) : (
          <Log {...{ dataset: named, base, revisions, about }} />
        )}
        <BackupCard />
      </div>
    </>
  )
}
