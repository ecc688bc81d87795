import type { KnownQuantity, Quantity } from '#domain/quantity.ts'
import { type FrameRow, isContinuous, isPartYear } from '../frame.ts'
import { dashedBox, hatchedBox, line, type Mark, text, textWidth } from '../scene.ts'
import { slotCentre } from '../timeline.ts'
import { valueY } from './lineAxis.ts'
import { boxWidth, labelOf, type RowContext } from './lineLabels.ts'

/** Unit: px. */
const LINE = 2.5

type Point = KnownQuantity & { readonly bound: 'exact' | 'rank' }

const isPoint = (quantity: Quantity | undefined): quantity is Point =>
  quantity?.kind === 'known' && (quantity.bound === 'exact' || quantity.bound === 'rank')

/** Runs of neighbouring figures that may be joined: same scope, same months, none missing. Shape: indices. */
function pieces(row: FrameRow): readonly (readonly number[])[] {
  const found: number[][] = []
  row.values.forEach((quantity, i) => {
    if (!isPoint(quantity)) return
    const last = found[found.length - 1]
    if (last?.[last.length - 1] === i - 1 && isContinuous(row, i)) last.push(i)
    else found.push([i])
  })
  return found
}

/** The line, one piece for each run of figures that may be joined; a lone figure has none. */
export function lineMarks(context: RowContext): readonly Mark[] {
  const { row, look } = context
  const style = {
    fill: 'none',
    stroke: look.chapter(row.indicator.chapter),
    lineWidth: LINE,
    lineJoin: 'bevel',
  }
  return pieces(row).flatMap((indices): Mark[] => {
    const points = indices.map((i) => {
      const quantity = row.values[i]
      return [slotCentre(context, i), valueY(context, isPoint(quantity) ? quantity.value : Number.NaN)]
    })
    return points.length < 2 ? [] : [{ type: 'polyline', shape: { points }, style, silent: true }]
  })
}

/** What is written at a year's figure, `y` its foot. Missing: none where neighbours leave it no room. */
function labelMarks(context: RowContext, index: number, y: number): readonly Mark[] {
  const { look, row, labels } = context
  const x = labels.get(index)
  if (x === undefined) return []
  const style = isPoint(row.values[index])
    ? { size: look.px(15), font: look.fontNumber, weight: 600 }
    : { size: look.px(14), font: look.fontUi }
  return [
    text(x, y, labelOf(context, index), { ...style, fill: look.ink, align: 'center', vertical: 'bottom' }),
  ]
}

/** A dot, bigger in the selected year and hollow for some months of a year. */
function pointMarks(context: RowContext, quantity: Point, index: number): readonly Mark[] {
  const { look, row, frame } = context
  const [x, y] = [slotCentre(context, index), valueY(context, quantity.value)]
  const r = look.px(index === frame.selected ? 14 : 10) / 2
  const colour = look.chapter(row.indicator.chapter)
  const style = isPartYear(row, index)
    ? { fill: look.surface, stroke: colour, lineWidth: LINE }
    : { fill: colour, stroke: look.surface, lineWidth: 2 }
  return [{ type: 'circle', shape: { cx: x, cy: y, r }, style }, ...labelMarks(context, index, y - r - 7)]
}

/** Span of the places a bound leaves open: 前三位 covers 1 to 3, no dot at 3. */
function spanMarks(context: RowContext, quantity: KnownQuantity, index: number): readonly Mark[] {
  const { look, row, axis } = context
  const x = slotCentre(context, index)
  const stroke = look.chapter(row.indicator.chapter)
  if (axis.inverse) {
    const [top, bottom] = [valueY(context, 0.75), valueY(context, quantity.value + 0.25)]
    return [
      line(x, top, x, bottom, { stroke, lineWidth: 6, opacity: 0.55 }),
      ...labelMarks(context, index, top - 4),
    ]
  }
  const y = valueY(context, quantity.value)
  const down = quantity.bound === 'at-least' ? 1 : -1
  const points = [
    [x - 7, y - 5 * down],
    [x + 7, y - 5 * down],
    [x, y + 6 * down],
  ]
  return [
    { type: 'polygon', shape: { points }, style: { fill: look.surface, stroke, lineWidth: 2 } },
    ...labelMarks(context, index, y - 9),
  ]
}

function missingMarks(context: RowContext, quantity: Quantity, index: number): readonly Mark[] {
  const { look, words, grid } = context
  if (quantity.kind !== 'missing') return []
  const x = slotCentre(context, index)
  const word = { size: look.px(14), fill: look.ink3, font: look.fontUi, align: 'center' } as const
  if (quantity.why === 'not-yet') return [text(x, grid.top + grid.height - 12, '·', word)]
  const width = boxWidth(context)
  const [left, top, height] = [x - width / 2, grid.top + 2, grid.height - 4]
  const label = words.missing[quantity.why]
  const lines = textWidth(label, look.px(14)) + 6 <= width ? [label] : [...label]
  const isPending = quantity.why === 'pending'
  const last = top + height / 2 + ((lines.length - 1) / 2) * look.px(18)
  // The word never lies on the hatching.
  const foot = isPending ? last : Math.min(last, top + height - look.px(50))
  const marks = lines.map((part, i) => text(x, foot - (lines.length - 1 - i) * look.px(18), part, word))
  const box = isPending
    ? [dashedBox(left, top, width, height, look)]
    : hatchedBox(left, top + height - look.px(40), width, look.px(40), look)
  return [...box, ...marks]
}

/** One year's figure: a point, the span of a bound, or the box and word of its absence. */
export function yearMarks(context: RowContext, index: number): readonly Mark[] {
  const quantity = context.row.values[index]
  if (!quantity) return []
  if (isPoint(quantity)) return pointMarks(context, quantity, index)
  return quantity.kind === 'known'
    ? spanMarks(context, quantity, index)
    : missingMarks(context, quantity, index)
}
