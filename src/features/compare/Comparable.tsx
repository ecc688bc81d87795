import { useId, useState } from 'react'
import type { Comparability } from '#domain/measures/comparability.ts'
import type { Year } from '#domain/year.ts'
import { compareWords, incomparableWords } from '#ui/compareWords.ts'
import { indicatorPath } from '#ui/Figure.tsx'
import { Link } from '#ui/link.tsx'

interface ComparableProps {
  readonly found: Comparability
  readonly year: Year
  /** Rows on the page. */
  readonly shown: number
  readonly filtered: boolean
}

/** How many figures compare and how many do not; the reasons on demand, each with its figures. */
export function Comparable({ found, year, shown, filtered }: ComparableProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const other = found.incomparable.reduce((sum, { indicators }) => sum + indicators.length, 0)
  return (
    <>
      <p className="comparable">
        <span>{compareWords.comparable(found.comparable.length, other)}</span>
        {other > 0 && (
          <button
            type="button"
            className="text-button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {compareWords.why}
          </button>
        )}
        <span role="status" className="comparable-shown">
          {filtered ? compareWords.shown(shown) : ''}
        </span>
      </p>
      <section id={id} className="card reasons" aria-label={compareWords.whyTitle} hidden={!open}>
        {found.incomparable.map(({ why, at, indicators }) => (
          <p key={`${why} ${at}`}>
            <b>{compareWords.itemsOf(incomparableWords({ why, at }), indicators.length)}</b>
            {indicators.map((indicator, i) => (
              <span key={indicator.id}>
                {i > 0 && '、'}
                <Link to={`${indicatorPath(indicator)}?year=${at ?? year}`}>{indicator.short}</Link>
              </span>
            ))}
          </p>
        ))}
      </section>
    </>
  )
}
