import { toFigureLine } from '#domain/numbers/format.ts'
import { textWidth } from '../scene.ts'
import { keepApart, slotCentre, stackedWord, type Timeline } from '../timeline.ts'

/** Unit: px. Room behind the last year. */
const EDGE = 14

/** The axis of one row's values. */
export interface Axis {
  readonly min: number
  readonly max: number
  readonly ticks: readonly number[]
  readonly inverse: boolean
}

/** Where the plot of one row stands. Unit: px. */
export interface Grid {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** One row's small chart with everything that is drawn in it. */
export interface RowContext extends Timeline {
  readonly axis: Axis
  readonly grid: Grid
  /** Middles of the labels of the years whose figure is written, by index. Unit: px. */
  readonly labels: ReadonlyMap<number, number>
}

export type Unlabelled = Omit<RowContext, 'labels'>

/** Unit: px. Width of the box of an empty slot. */
export const boxWidth = ({ look, step }: Unlabelled): number => Math.min(look.px(56), step * 0.8)

/** What is written at a figure: places in words, a bound of places in as many words as have room. */
export function labelOf({ row, words, axis, look, step }: Unlabelled, index: number): string {
  const quantity = row.values[index]
  if (quantity?.kind !== 'known') return ''
  if (!axis.inverse) return toFigureLine(quantity, row.indicator.unit)
  if (quantity.bound === 'rank') return words.place(quantity.value)
  const long = words.placeWithin(quantity.value)
  return textWidth(long, look.px(15)) + 4 <= step ? long : words.placeWithinShort(quantity.value)
}

/** Signs of its word stand in the middle of an empty slot, one under the other or side by side. Unit: px. */
function missingWidth({ row, words, look }: Unlabelled, index: number, box: number): number {
  const quantity = row.values[index]
  if (quantity?.kind !== 'missing' || quantity.why === 'not-yet') return 0
  return stackedWord(words.missing[quantity.why], box - 6, { look, step: 0 }).length > 1
    ? look.px(14)
    : textWidth(words.missing[quantity.why], look.px(14))
}

/** Middle of a label, moved away from the word of an empty slot beside it. Missing: `null` where it has no room. */
function labelMiddle(context: Unlabelled, index: number, width: number): number | null {
  const { frame, step, left } = context
  const box = boxWidth(context)
  const middle = slotCentre(context, index)
  const [start, end] = [left + width / 2, left + frame.years.length * step + EDGE - width / 2]
  const edge = (at: number): number | null => {
    const word = at in frame.years ? missingWidth(context, at, box) : 0
    return word === 0 ? null : word / 2 + 3
  }
  const [before, after] = [edge(index - 1), edge(index + 1)]
  const from = Math.max(start, before === null ? start : middle - step + before + width / 2)
  const to = Math.min(end, after === null ? end : middle + step - after - width / 2)
  if (from > to) return index === frame.selected ? (from + to) / 2 : null
  return Math.max(from, Math.min(to, middle))
}

/**
 * Where each written figure stands: labels of neighbouring years must not touch; the selected year's goes first, then
 * the ends, then the others. Shape: index of the year → middle of its label, px.
 */
export function labelPlaces(context: Unlabelled): ReadonlyMap<number, number> {
  const { row, frame, look } = context
  const known = row.values.flatMap((quantity, i) => (quantity.kind === 'known' ? [i] : []))
  const order = [frame.selected, known[known.length - 1], known[0], ...known]
  const boxes = [...new Set(order)].flatMap((index) => {
    const label = index === undefined ? '' : labelOf(context, index)
    const width = textWidth(label, look.px(15))
    const x = index === undefined || label === '' ? null : labelMiddle(context, index, width)
    if (index === undefined || x === null) return []
    return [{ index, x, left: x - width / 2 - 2, right: x + width / 2 + 2, top: 0, bottom: 1 }]
  })
  return new Map(keepApart(boxes).map(({ index, x }) => [index, x]))
}
