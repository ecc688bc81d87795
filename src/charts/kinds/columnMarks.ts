import { toFigureText } from '#domain/numbers/format.ts'
import type { KnownQuantity, Quantity } from '#domain/quantity.ts'
import { type FrameRow, isPartYear } from '../frame.ts'
import { dashedBox, hatchedBox, type Mark, numberWidth, rect, text } from '../scene.ts'
import { centredBox, keepApart, slotCentre, stackedWord, type Timeline, type WordBox } from '../timeline.ts'

const BOX = 54
/** Of a hatched box whose word stands above it in several lines. */
const LOW_BOX = 26
/** From more columns on, only the first, last, largest and selected year carry their number. */
const LABEL_ALL = 6

/** Room of a number that stands in its middle, `x`. */
type LabelBox = WordBox & { readonly x: number }

/** One year of one small chart. Unit: px, but for `max`, the value that is as high as the plot. */
export interface Column {
  readonly timeline: Timeline
  readonly index: number
  readonly base: number
  readonly plot: number
  readonly max: number
  readonly width: number
  readonly selected: boolean
  /** Room of the number. Missing: `null` where it has none. */
  readonly label: LabelBox | null
}

const quantityAt = ({ timeline, index }: Column): Quantity =>
  timeline.row.values[index] ?? { kind: 'missing', why: 'pending' }

const heightOf = ({ plot, max }: Column, { value }: KnownQuantity): number =>
  Math.max(2, (value / max) * plot)

const numberOf = ({ timeline }: Column, quantity: KnownQuantity): string => {
  const shown = toFigureText(quantity, timeline.row.indicator.unit)
  return shown.mark + shown.number
}

/** Room the number over a column takes. Unit: px. */
export function labelBox(column: Column): LabelBox | null {
  const quantity = quantityAt(column)
  if (quantity.kind !== 'known') return null
  const { timeline, selected, index, base } = column
  const size = timeline.look.px(selected ? 18 : 15)
  const width = numberWidth(numberOf(column, quantity), size)
  const bottom = base - heightOf(column, quantity) - (quantity.bound === 'at-least' ? 12 : 5)
  return { ...centredBox(timeline, slotCentre(timeline, index), width, bottom), top: bottom - size, bottom }
}

/** Columns that carry their number: where it has room, the selected year's first. Shape: indices. */
export function labelledColumns(columns: readonly Column[], row: FrameRow): ReadonlySet<number> {
  const known = columns.flatMap((column) => {
    const quantity = quantityAt(column)
    return quantity.kind === 'known' ? [{ column, value: quantity.value }] : []
  })
  const largest = known.reduce((best, one) => (best && best.value >= one.value ? best : one), known[0])
  const last = known[known.length - 1]
  const first = [known.find(({ column }) => column.selected), last, largest, known[0]]
  const wanted = row.values.length > LABEL_ALL ? first : [...first, ...known]
  const boxes = [...new Set(wanted)].flatMap((one) => {
    const box = one ? labelBox(one.column) : null
    return one && box ? [{ ...box, index: one.column.index }] : []
  })
  return new Set(keepApart(boxes).map(({ index }) => index))
}

function teeth(x: number, y: number, width: number, stroke: string): Mark {
  const points = Array.from({ length: 7 }, (_, k) => [x + (width * k) / 6, y - (k % 2 ? 9 : 2)])
  return { type: 'polyline', shape: { points }, style: { stroke, lineWidth: 2, fill: 'none' } }
}

/** Some months of a year are a narrow hollow column: neither its width nor its fill is that of a whole year. */
function partYearColumn(x: number, top: number, width: number, height: number, column: Column): Mark {
  // A thick line would fill a low column.
  const lineWidth = column.selected && height > 10 ? 3 : 1.5
  const stroke = column.timeline.look.chapter(column.timeline.row.indicator.chapter)
  const inner = Math.max(1, height - lineWidth)
  return rect(x + lineWidth / 2, top + lineWidth / 2, width - lineWidth, inner, {
    fill: 'none',
    stroke,
    lineWidth,
  })
}

function wholeYearColumn(
  x: number,
  top: number,
  width: number,
  height: number,
  column: Column,
  open: boolean,
): readonly Mark[] {
  const colour = column.timeline.look.chapter(column.timeline.row.indicator.chapter)
  return [
    rect(x, top, width, height, { fill: colour, opacity: column.selected ? 1 : 0.38 }),
    rect(x + 0.75, top + 0.75, width - 1.5, Math.max(1, height - 1.5), {
      fill: 'none',
      stroke: colour,
      lineWidth: open ? 0 : 1.5,
    }),
  ]
}

function knownColumn(column: Column, quantity: KnownQuantity): readonly Mark[] {
  const { timeline, index, base, selected, label } = column
  const { look, row } = timeline
  const height = heightOf(column, quantity)
  const part = isPartYear(row, index)
  const width = part ? column.width * 0.6 : column.width
  const [x, top] = [slotCentre(timeline, index) - width / 2, base - height]
  const open = quantity.bound === 'at-least'
  const marks: Mark[] = part
    ? [partYearColumn(x, top, width, height, column)]
    : [...wholeYearColumn(x, top, width, height, column, open)]
  if (open) marks.push(teeth(x, top, width, look.chapter(row.indicator.chapter)))
  if (!label) return marks
  return [
    ...marks,
    text(label.x, label.bottom, numberOf(column, quantity), {
      size: look.px(selected ? 18 : 15),
      font: look.fontNumber,
      weight: 600,
      align: 'center',
      vertical: 'bottom',
      fill: look.ink,
    }),
  ]
}

/** An empty slot is wide enough for one sign of its word. */
const boxWidth = ({ timeline, width }: Column): number =>
  Math.max(width, Math.min(timeline.step - 2, timeline.look.px(18)))

function missingColumn(column: Column, quantity: Quantity): readonly Mark[] {
  const { timeline, index, base } = column
  const { look, words } = timeline
  const width = boxWidth(column)
  if (quantity.kind !== 'missing') return []
  const centre = slotCentre(timeline, index)
  const small = { size: look.px(14), font: look.fontUi, align: 'center' } as const
  if (quantity.why === 'not-yet')
    return [text(centre, base - look.px(12), '·', { ...small, fill: look.ink3 })]
  const [x, top, height] = [centre - width / 2, base - look.px(BOX), look.px(BOX)]
  const word = words.missing[quantity.why]
  if (quantity.why === 'pending') {
    const lines = stackedWord(word, width - 6, timeline)
    const leading = look.px(lines.length > 2 ? 16 : 18)
    const at = (i: number): number => base - look.px(BOX) / 2 + (i - (lines.length - 1) / 2) * leading
    return [
      dashedBox(x, top, width, height, look),
      ...lines.map((part, i) => text(centre, at(i), part, { ...small, fill: look.ink3 })),
    ]
  }
  const lines = stackedWord(word, timeline.step - 2, timeline)
  const hatched = lines.length === 1 ? height : look.px(LOW_BOX)
  return [
    ...hatchedBox(x, base - hatched, width, hatched, look),
    ...lines.map((part, i) =>
      text(centre, base - hatched - look.px(5) - (lines.length - 1 - i) * look.px(16), part, {
        ...small,
        vertical: 'bottom',
        fill: look.ink2,
      }),
    ),
  ]
}

/** A figure as a column from 0, or the box and word of its absence. */
export function columnMarks(column: Column): readonly Mark[] {
  const quantity = quantityAt(column)
  return quantity.kind === 'known' ? knownColumn(column, quantity) : missingColumn(column, quantity)
}
