import type { Indicator, IndicatorId } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { LoggedChange } from '#domain/revision.ts'
import { quantityOfEntry } from '#importing/entry.ts'
import { selectPublished } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { ChangeLine } from '#ui/ChangeLine.tsx'
import { figureWords } from '#ui/figureWords.ts'
import { Link } from '#ui/link.tsx'
import { historyWords, revisionKindWords, timeWords } from '#ui/revisionWords.ts'

interface ChangeLogProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
}

/** True for a change of this indicator or of one it carries on. */
function isAbout({ id, formerIds }: Indicator, change: LoggedChange): boolean {
  if (!('indicator' in change)) return false
  return change.indicator === id || (formerIds as readonly IndicatorId[]).includes(change.indicator)
}

/** What was changed of this figure on this machine, the newest first. */
export function ChangeLog({ dataset, indicator }: ChangeLogProps) {
  const published = useApp(selectPublished)
  const revisions = useApp((state) => state.ledger.revisions)
  const entries = revisions
    .map((revision) => ({ revision, changes: revision.changes.filter((c) => isAbout(indicator, c)) }))
    .filter(({ changes }) => changes.length > 0)
    .reverse()
  return (
    <section className="card log-card" aria-labelledby="figure-log">
      <h2 id="figure-log">{figureWords.log}</h2>
      {entries.length === 0 && <p className="sub">{figureWords.noLog}</p>}
      <ul>
        {entries.map(({ revision: { number, kind, time, author, reason }, changes }) => (
          <li key={number}>
            <p className="sub">
              {[historyWords.number(number), revisionKindWords[kind], timeWords(time)].join(' · ')}
            </p>
            {changes.map((change, i) => (
              <p key={i}>
                <ChangeLine
                  dataset={dataset}
                  published={published}
                  change={change}
                  toQuantity={(of, year, entry) => quantityOfEntry(dataset, of, year, entry)}
                />
              </p>
            ))}
            {(reason || author) && (
              <p className="sub">
                <bdi>{[reason, author].filter(Boolean).join('　')}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      <Link to="/history" className="all-log">
        {figureWords.allLog}
      </Link>
    </section>
  )
}
