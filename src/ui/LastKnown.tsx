import type { Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { lastKnown } from '#domain/lastKnown.ts'
import type { Year } from '#domain/year.ts'
import { Figure, indicatorPath } from './Figure.tsx'
import { Link } from './link.tsx'
import { words, yearWord } from './words.ts'

interface LastKnownProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
}

/** When a missing figure was last published, and what it was. Missing: nothing where it never was. */
export function LastKnown({ dataset, indicator, year }: LastKnownProps) {
  const last = lastKnown(dataset, indicator, year)
  if (!last) return null
  return (
    <p className="sub">
      {words.lastPublished}
      <Link to={`${indicatorPath(indicator)}?year=${last.year}`} className="last-known">
        {yearWord(last.year)} <Figure indicator={indicator} size="line" linked={false} {...last} />
      </Link>
    </p>
  )
}
