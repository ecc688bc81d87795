import { subtract } from '#domain/measures/exact.ts'
import { toDecimal, toFigureText } from '#domain/numbers/format.ts'
import type { Quantity } from '#domain/quantity.ts'
import { type ChartFrame, currentOf, type FrameRow, isContinuous } from '../frame.ts'
import type { Look } from '../look.ts'
import { baseOption, figure, type Mark, rect, sceneSeries, text, textWidth } from '../scene.ts'
import type { ChartWords } from '../wording.ts'
import type { EChartsKind } from './kind.ts'
import {
  isOpen,
  openEnd,
  type RowGrid,
  rowBar,
  rowDatum,
  rowHeight,
  rowLayout,
  rowMiddle,
  rowName,
} from './rows.ts'

const BAR = 12
const FOOT = 28
/** Below this width the gap to 100 % does not fit beside the value. Unit: px. */
const ROOM_FOR_GAP = 420

/** The second line beside a value under 100; empty where there is none. */
function gapLine(quantity: Quantity, words: ChartWords): string {
  if (quantity.kind !== 'known' || quantity.bound !== 'exact' || quantity.value >= 100) return ''
  return words.gapToFull(toDecimal(subtract(100, quantity.value)))
}

/** Labels that would touch are left out: 0, 25, 50 … where there is room, else halves, else the ends. */
function axisStep(room: number, look: Look): number {
  const label = textWidth('100%', look.px(14)) + look.px(10)
  if (room >= 5 * label) return 25
  return room >= 3 * label ? 50 : 100
}

/** The second lines are written only where a row needs one and the card has room. */
const showsGap = (frame: ChartFrame, width: number, words: ChartWords): boolean =>
  width >= ROOM_FOR_GAP && frame.rows.some((row) => gapLine(currentOf(frame, row), words) !== '')

/** One chart of rates: its rows, and where 100 % is. */
interface Track extends RowGrid {
  readonly frame: ChartFrame
  readonly look: Look
  readonly words: ChartWords
  readonly showsGap: boolean
  /** Unit: px. */
  readonly foot: number
}

/** Unit: px. Where a rate stands on the track. */
const rateX = ({ left, room }: Track, rate: number): number => left + (rate / 100) * room

/** The figure of the year before, as a hollow diamond on the same track; only exact ones that count the same. */
function earlierMark(track: Track, row: FrameRow, y: number): readonly Mark[] {
  const { frame, look } = track
  if (!frame.many || !isContinuous(row, frame.selected)) return []
  const quantity = row.values[frame.selected - 1]
  if (quantity?.kind !== 'known' || quantity.bound !== 'exact') return []
  const [x, half] = [rateX(track, quantity.value), look.px(13) / 2]
  const points = [
    [x, y - half],
    [x + half, y],
    [x, y + half],
    [x - half, y],
  ]
  const style = { fill: look.surface, stroke: look.ink, lineWidth: 2 }
  return [{ type: 'polygon', shape: { points }, style, silent: true }]
}

/** The figure behind the track, with its gap to 100 % below; or the word of its absence. */
function valueMarks({ look, words, showsGap, ...track }: Track, row: FrameRow, y: number): readonly Mark[] {
  const quantity = currentOf(track.frame, row)
  const x = track.left + track.room + look.px(12) + 1.25
  const small = { size: look.px(14), fill: look.ink2, font: look.fontUi }
  if (quantity.kind === 'missing') return [text(x, y, words.missing[quantity.why], small)]
  const gap = showsGap ? gapLine(quantity, words) : ''
  const [size, leading] = [look.px(21), gap === '' ? 0 : look.px(18)]
  const shown = toFigureText(quantity, row.indicator.unit)
  return [
    ...figure(x, y - leading / 2, shown.mark + shown.number, shown.unit, look, size),
    ...(gap === '' ? [] : [text(x, y + size / 2, gap, small)]),
  ]
}

/** The whole track answers to the pointer: a short bar is hard to hit, a missing one has none. */
function rowMarks(track: Track, row: FrameRow, y: number): readonly Mark[] {
  const { frame, look, left, room } = track
  const quantity = currentOf(frame, row)
  const [height, tick] = [look.px(BAR), look.px(26)]
  const end = quantity.kind === 'known' ? rateX(track, quantity.value) : left
  return [
    rect(left, y - height / 2, room, height, { fill: look.track }),
    ...(quantity.kind === 'known'
      ? [rowBar(frame, row, { x: left, y, length: end - left, height }, look)]
      : []),
    { ...rect(left + room - 1.25, y - tick / 2, 2.5, tick, { fill: look.ink }), silent: true },
    ...(isOpen(quantity) ? [openEnd(end, y, height, look.chapter(row.indicator.chapter))] : []),
    ...earlierMark(track, row, y),
    ...valueMarks(track, row, y),
  ]
}

/** 0 to 100 % whatever the figures. */
function axisMarks(track: Track): readonly Mark[] {
  const { look, room, foot, layout } = track
  const step = axisStep(room, look)
  return Array.from({ length: 100 / step + 1 }, (_, i) =>
    text(rateX(track, i * step), foot + 8, `${i * step}%`, {
      size: look.px(14),
      fill: look.ink3,
      font: look.fontNumber,
      align: i === 0 && layout.stacked ? 'left' : 'center',
      vertical: 'top',
    }),
  )
}

/** K3: rates on a fixed track from 0 to 100 with a tick at 100; many years add the year before as ◇. */
export const rateBars: EChartsKind = {
  draws: 'echarts',
  height: (frame, look, width) =>
    frame.rows.length * rowHeight(frame, look, rowLayout(frame, look, width)) + look.px(38),
  option: (frame, look, words, { width, height }) => {
    const layout = rowLayout(frame, look, width)
    const hasGap = showsGap(frame, width, words)
    const top = layout.stacked ? look.px(18) : 6
    const foot = height - look.px(FOOT)
    const track: Track = {
      frame,
      look,
      words,
      layout,
      showsGap: hasGap,
      top,
      foot,
      left: layout.labelWidth,
      room: width - layout.labelWidth - look.px(hasGap ? 172 : 88),
      step: (foot - top) / frame.rows.length,
    }
    const rows = frame.rows.map((row, i) => {
      const y = rowMiddle(track, i)
      return {
        datum: rowDatum(frame, row),
        marks: [...rowName(row, track, y, look), ...rowMarks(track, row, y)],
      }
    })
    return { ...baseOption(look), series: [sceneSeries([{ datum: null, marks: axisMarks(track) }, ...rows])] }
  },
}
