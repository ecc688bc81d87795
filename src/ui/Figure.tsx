import type { Indicator } from '#domain/catalogue.ts'
import { type Period, toPeriodText } from '#domain/note.ts'
import { toFigureText } from '#domain/numbers/format.ts'
import { type Quantity, stateOf } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { Link } from './link.tsx'
import { stateTip, stateWords } from './words.ts'

export interface FigureData {
  readonly indicator: Indicator
  readonly year: Year
  readonly quantity: Quantity
}

/** The marks every figure on screen carries, for tests and for other programs. */
export const figureMarks = ({ indicator, year, quantity }: FigureData) => ({
  'data-indicator': indicator.id,
  'data-year': year,
  'data-state': stateOf(quantity),
})

export const indicatorPath = (indicator: Pick<Indicator, 'id'>): string => `/i/${indicator.id}`

interface FigureProps extends FigureData {
  /** `card` and `hero` set the number large and the unit small; `line` keeps both in running text. */
  readonly size: 'hero' | 'card' | 'line'
  /** Stands in the unit's place beside the number: 13 镇街. A percent sign stays: 98.5% 建议. */
  readonly unitLabel?: string | null
  /** A link to the figure's own page, where its sentence stands. */
  readonly linked?: boolean
  /** Months the figure covers, shown beside it. Missing: `null` for the whole year. */
  readonly period?: Period | null
}

/** Number, bound mark and unit of one figure, or the word for why there is none. */
export function Figure(props: FigureProps) {
  const { indicator, year, quantity, size, unitLabel, linked = true, period } = props
  const tip = stateTip(stateOf(quantity), year, quantity.kind === 'known' ? quantity : null, indicator.unit)
  const marks = figureMarks({ indicator, year, quantity })
  const content =
    quantity.kind === 'missing' ? (
      <span className="figure-missing">{stateWords[quantity.why]}</span>
    ) : (
      <KnownFigure text={toFigureText(quantity, indicator.unit)} unitLabel={unitLabel ?? null} />
    )
  const figure = (
    <span className={`figure figure-${size}`} title={tip ?? undefined} {...marks}>
      {linked ? (
        <Link to={indicatorPath(indicator)} className="figure-link">
          {content}
        </Link>
      ) : (
        content
      )}
    </span>
  )
  if (!period || quantity.kind === 'missing') return figure
  return (
    <>
      {figure}
      <span className="figure-period">{toPeriodText(period)}</span>
    </>
  )
}

interface KnownFigureProps {
  readonly text: ReturnType<typeof toFigureText>
  readonly unitLabel: string | null
}

function KnownFigure({ text, unitLabel }: KnownFigureProps) {
  const percent = text.unit === '%'
  const unit = unitLabel ?? (percent ? '' : text.unit)
  const cjkMark = text.mark === '第' || text.mark === '前'
  return (
    <>
      {text.mark !== '' && <span className={cjkMark ? 'figure-word' : 'num'}>{text.mark}</span>}
      <span className="num">{text.number}</span>
      {percent && <span className="figure-unit figure-percent">%</span>}
      {unit !== '' && <span className="figure-unit">{unit}</span>}
    </>
  )
}
