import { directionWords } from '#ui/words.ts'
import type { Sorting } from './query.ts'
import { type Changes, cellAt, type TableRow } from './rows.ts'

/** What a row is ordered by. `tier` is never turned round: it keeps unlike things apart. */
interface RowKey {
  readonly tier: number
  readonly value: number
}

/** Kinds of change that are not compared with each other: percent, small bases, percentage points, places. */
const TIERS = { percent: 0, small: 1, points: 2, places: 3 } as const

function changeKey({ indicator }: TableRow, changes: Changes): RowKey | null {
  const outcome = changes.get(indicator.id)?.outcome
  if (!outcome || outcome.kind === 'none') return null
  if (indicator.kind === 'rank') return { tier: TIERS.places, value: outcome.by }
  if (indicator.kind === 'rate') return { tier: TIERS.points, value: outcome.by }
  if (outcome.kind === 'same') return { tier: TIERS.percent, value: 0 }
  return outcome.percent === null
    ? { tier: TIERS.small, value: outcome.by }
    : { tier: TIERS.percent, value: outcome.percent }
}

/** A number to order by; `null` for what goes last whichever way round. */
function numberKey(row: TableRow, by: Sorting['by'], changes: Changes): RowKey | null {
  if (by === 'chapter') return { tier: 0, value: row.order }
  if (by === 'change') return changeKey(row, changes)
  if (typeof by !== 'number') return null
  const quantity = cellAt(row, by)?.quantity
  return quantity?.kind === 'known' ? { tier: 0, value: quantity.value } : null
}

/** 40 stands before ≥40, however the column is ordered: a bound is not the smaller for being one. */
function isBound(row: TableRow, by: Sorting['by']): boolean {
  const quantity = typeof by === 'number' ? cellAt(row, by)?.quantity : undefined
  return quantity?.kind === 'known' && quantity.bound !== 'exact' && quantity.bound !== 'rank'
}

const textOf = ({ indicator }: TableRow, by: Sorting['by']): string => {
  if (by === 'unit') return indicator.unit
  return by === 'direction' ? directionWords[indicator.direction] : indicator.name
}

// By pinyin where the browser knows it.
const collator = new Intl.Collator('zh-CN', { numeric: true })
const ranks = new Map<string, number>()

/**
 * Puts texts into the order of the dictionary once: comparing Chinese words is slow, comparing places is not.
 * Shape: the place of each text among all those ranked with it.
 */
export function rankTexts(texts: readonly string[]): void {
  const all = [...new Set([...ranks.keys(), ...texts])]
  if (all.length === ranks.size) return
  all.sort(collator.compare)
  for (const [place, text] of all.entries()) ranks.set(text, place)
}

function sortByText(rows: readonly TableRow[], { by, descending }: Sorting): readonly TableRow[] {
  const sign = descending ? -1 : 1
  rankTexts(rows.map((row) => textOf(row, by)))
  return rows
    .map((row) => ({ row, place: ranks.get(textOf(row, by)) ?? 0 }))
    .sort((a, b) => sign * (a.place - b.place) || a.row.order - b.row.order)
    .map(({ row }) => row)
}

/**
 * The rows in the order asked for; equal ones in the report's.
 * Missing: a figure that is missing, or a change that cannot be stated, stands last, ascending and descending.
 * Shape: a bound stands behind the exact figures of its value; changes of unlike kinds are never mixed.
 */
export function sortRows(
  rows: readonly TableRow[],
  sorting: Sorting | null,
  changes: Changes,
): readonly TableRow[] {
  const inOrder = [...rows].sort((a, b) => a.order - b.order)
  if (sorting === null) return inOrder
  const { by, descending } = sorting
  if (by === 'name' || by === 'unit' || by === 'direction') return sortByText(inOrder, sorting)
  const sign = descending ? -1 : 1
  const known: { readonly row: TableRow; readonly key: RowKey; readonly bound: boolean }[] = []
  const last: TableRow[] = []
  for (const row of inOrder) {
    const key = numberKey(row, by, changes)
    if (key) known.push({ row, key, bound: isBound(row, by) })
    else last.push(row)
  }
  known.sort(
    (a, b) =>
      a.key.tier - b.key.tier ||
      sign * (a.key.value - b.key.value) ||
      Number(a.bound) - Number(b.bound) ||
      a.row.order - b.row.order,
  )
  return [...known.map(({ row }) => row), ...last]
}
