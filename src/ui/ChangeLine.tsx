import { type Catalogue, findIndicator, type Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { FigureEntry } from '#domain/observation.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { LoggedChange } from '#domain/revision.ts'
import type { Year } from '#domain/year.ts'
import { indicatorPath } from './Figure.tsx'
import { Change, FigureChange } from './FigureChange.tsx'
import { Link } from './link.tsx'
import { sideWords, subjectWords } from './revisionWords.ts'

interface ChangeSidesProps {
  readonly dataset: Dataset
  /** The published catalogue, where a joined indicator still has a name of its own. Missing: `null` while there is none. */
  readonly published: Catalogue | null
  readonly change: LoggedChange
  /** Reads an entry of the log. Missing: `null` for one the catalogue no longer takes. */
  readonly toQuantity: (indicator: Indicator, year: Year, entry: FigureEntry | null) => Quantity | null
  /** What each side is, where they are no old and new value. */
  readonly labels?: readonly [before: string, after: string]
}

/** Both sides of a change: figures as they are shown everywhere, anything else in words. */
export function ChangeSides({ dataset, published, change, toQuantity, labels }: ChangeSidesProps) {
  const indicator = change.what === 'figure' ? findIndicator(dataset.catalogue, change.indicator) : null
  if (change.what === 'figure' && indicator) {
    const side = (entry: FigureEntry | null) => ({
      entry,
      quantity: toQuantity(indicator, change.year, entry),
    })
    return (
      <FigureChange
        indicator={indicator}
        year={change.year}
        before={side(change.before)}
        after={side(change.after)}
        {...(labels ? { labels } : {})}
      />
    )
  }
  const [before, after] =
    change.what === 'figure'
      ? [change.before?.value ?? '', change.after?.value ?? '']
      : sideWords(published ?? dataset.catalogue, change)
  return <Change before={<bdi>{before}</bdi>} after={<bdi>{after}</bdi>} {...(labels ? { labels } : {})} />
}

interface ChangeLineProps extends ChangeSidesProps {
  /** The name leads to the figure's page. */
  readonly linked?: boolean
}

/** 2024年“法律援助案件” 待录入 → 745 件. */
export function ChangeLine({ linked = false, ...sides }: ChangeLineProps) {
  const { dataset, change } = sides
  const indicator = 'indicator' in change ? findIndicator(dataset.catalogue, change.indicator) : null
  const subject = <bdi>{subjectWords(dataset.catalogue, change)}</bdi>
  return (
    <span className="change-line">
      {linked && indicator ? <Link to={indicatorPath(indicator)}>{subject}</Link> : subject}{' '}
      <ChangeSides {...sides} />
    </span>
  )
}
