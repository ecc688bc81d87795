import type { Indicator } from '#domain/catalogue.ts'
import type { FigureEntry } from '#domain/observation.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { editWords, fieldWords } from './editWords.ts'
import { Figure } from './Figure.tsx'

/** One side of a change. */
export interface ChangeSide {
  readonly entry: FigureEntry | null
  /** Missing: `null` for an entry the catalogue does not take; its cells are shown as they were typed. */
  readonly quantity: Quantity | null
}

interface FigureChangeProps {
  readonly indicator: Indicator
  readonly year: Year
  readonly before: ChangeSide
  readonly after: ChangeSide
}

function Side({
  indicator,
  year,
  entry,
  quantity,
}: ChangeSide & Pick<FigureChangeProps, 'indicator' | 'year'>) {
  if (quantity)
    return <Figure indicator={indicator} year={year} quantity={quantity} size="line" linked={false} />
  return <bdi>{`“${entry?.value ?? ''}${entry?.unit ?? ''}”`}</bdi>
}

/** Cells that changed beside the number: 状态 only where the number hides it, as for a doubtful figure. */
function otherFields(before: FigureEntry | null, after: FigureEntry | null): readonly string[] {
  if (!before || !after) return []
  const isDoubt = before.status === '待核' || after.status === '待核'
  return (['status', 'quote', 'note'] as const)
    .filter((field) => before[field] !== after[field] && (field !== 'status' || isDoubt))
    .map((field) => fieldWords[field])
}

/** 待录入 → 745 件: both sides as they are shown everywhere, and which other cells changed. */
export function FigureChange({ indicator, year, before, after }: FigureChangeProps) {
  const others = otherFields(before.entry, after.entry)
  return (
    <span className="figure-change">
      <Side indicator={indicator} year={year} {...before} />
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden">{editWords.becomes}</span>
      <Side indicator={indicator} year={year} {...after} />
      {others.length > 0 && (
        <span className="figure-change-others">{`（${editWords.alsoChanged(others)}）`}</span>
      )}
    </span>
  )
}
