import type { ReactNode } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import { readNote } from '#domain/note.ts'
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
  readonly labels?: ChangeProps['labels']
}

function Side({
  indicator,
  year,
  entry,
  quantity,
}: ChangeSide & Pick<FigureChangeProps, 'indicator' | 'year'>) {
  if (quantity) {
    const period = entry && readNote(entry.note).period
    return <Figure {...{ indicator, year, quantity, period }} size="line" linked={false} />
  }
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

interface ChangeProps {
  readonly before: ReactNode
  readonly after: ReactNode
  /** What each side is, where they are no old and new value. */
  readonly labels?: readonly [before: string, after: string]
}

/** Old → new; with labels, two values side by side. */
export function Change({ before, after, labels }: ChangeProps) {
  if (labels)
    return (
      <span className="figure-change sides">
        <span>
          {labels[0]} {before}
        </span>
        <span>
          {labels[1]} {after}
        </span>
      </span>
    )
  return (
    <span className="figure-change">
      {before}
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden">{editWords.becomes}</span>
      {after}
    </span>
  )
}

/** 待录入 → 745 件: both sides as they are shown everywhere, and which other cells changed. */
export function FigureChange({ indicator, year, before, after, labels }: FigureChangeProps) {
  const others = otherFields(before.entry, after.entry)
  const side = (shown: ChangeSide) => <Side indicator={indicator} year={year} {...shown} />
  return (
    <>
      <Change before={side(before)} after={side(after)} {...(labels ? { labels } : {})} />
      {others.length > 0 && (
        <span className="figure-change-others">{`（${editWords.alsoChanged(others)}）`}</span>
      )}
    </>
  )
}
