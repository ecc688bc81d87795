import { type Period, samePeriod, toPeriodText } from '#domain/note.ts'
import { type ChartFrame, type FrameRow, isBroken, isPartYear, markAt } from './frame.ts'
import type { Look } from './look.ts'
import { line, type Mark, numberWidth, text, textWidth } from './scene.ts'
import type { ChartWords } from './wording.ts'

/** Where the years of one small chart stand. Unit: px. */
export interface Timeline {
  readonly frame: ChartFrame
  readonly row: FrameRow
  readonly look: Look
  readonly words: ChartWords
  readonly left: number
  /** From one year to the next. */
  readonly step: number
}

/** Room one line of small text needs. Unit: px at standard text size. */
const LANE = 20

const yearCount = ({ frame }: Timeline): number => frame.years.length

/** Unit: px. Middle of a year's slot; an index between two years is a place between them. */
export const slotCentre = ({ left, step }: Timeline, index: number): number => left + step * (index + 0.5)

/** Room a word takes. Unit: px. */
export interface WordBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const touches = (a: WordBox, b: WordBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Those that run into none kept before. Shape: the most important first. */
export function keepApart<Box extends WordBox>(
  boxes: readonly Box[],
  taken: readonly WordBox[] = [],
): readonly Box[] {
  const kept: Box[] = []
  for (const box of boxes) if (![...taken, ...kept].some((other) => touches(box, other))) kept.push(box)
  return kept
}

/** Which years are written under their slots: all where there is room, else every second or third from the selected. */
export function isYearWritten({ frame, look, step }: Timeline, index: number): boolean {
  const every = Math.ceil((numberWidth('0000', look.px(14)) + 3) / step)
  return (index - frame.selected) % every === 0
}

/** Unit: px. Room above the drawing for the words of a changed scope; 0 where none changed. */
export const breakLane = (frame: ChartFrame, look: Look): number =>
  frame.rows.some((row) => row.marks.some((_, i) => isBroken(row, i))) ? look.px(LANE) : 0

/** Unit: px. Room below the years for the months of part-year figures; 0 where there are none. */
export const monthsLane = (frame: ChartFrame, look: Look): number =>
  frame.rows.some((row) => row.values.some((_, i) => isPartYear(row, i))) ? look.px(LANE) : 0

/** Neighbouring slots whose figures cover the same months. */
export interface PeriodRun {
  readonly from: number
  readonly to: number
  readonly period: Period
}

/** Runs of part-year figures. Shape: slots by index, oldest first. */
export function periodRuns(row: FrameRow): readonly PeriodRun[] {
  const runs: PeriodRun[] = []
  row.values.forEach((_, i) => {
    const { period } = markAt(row, i)
    if (!isPartYear(row, i) || period === null) return
    const last = runs[runs.length - 1]
    if (last?.to === i - 1 && samePeriod(last.period, period)) runs[runs.length - 1] = { ...last, to: i }
    else runs.push({ from: i, to: i, period })
  })
  return runs
}

/** A word centred on `x`, moved so that it stays beside the years. */
export function centredBox(
  timeline: Timeline,
  x: number,
  width: number,
  y: number,
): WordBox & { readonly x: number } {
  const [from, to] = [timeline.left, timeline.left + timeline.step * yearCount(timeline)]
  const middle = Math.max(from + width / 2, Math.min(to - width / 2, x))
  return { x: middle, left: middle - width / 2 - 2, right: middle + width / 2 + 2, top: y - 1, bottom: y + 1 }
}

/** The months under the years of part-year figures, once for neighbours that share them. */
export function monthMarks(timeline: Timeline, y: number): readonly Mark[] {
  const { frame, look, row } = timeline
  const holdsSelected = ({ from, to }: PeriodRun): boolean => from <= frame.selected && frame.selected <= to
  const boxes = periodRuns(row)
    .map((run) => {
      const words = toPeriodText(run.period)
      const x = slotCentre(timeline, (run.from + run.to) / 2)
      return { run, words, ...centredBox(timeline, x, textWidth(words, look.px(14)), y) }
    })
    .sort((a, b) => Number(holdsSelected(b.run)) - Number(holdsSelected(a.run)))
  return keepApart(boxes).map(({ x, words, run }) =>
    text(x, y, words, {
      size: look.px(14),
      font: look.fontUi,
      align: 'center',
      fill: holdsSelected(run) ? look.ink : look.ink2,
    }),
  )
}

/** Two short strokes, where the words have no room. */
function doubleBar(x: number, y: number, look: Look): readonly Mark[] {
  const style = { stroke: look.ink2, lineWidth: 1.5 }
  const half = look.px(6)
  return [
    line(x - 2.5, y - half, x - 2.5, y + half, style),
    line(x + 2.5, y - half, x + 2.5, y + half, style),
  ]
}

/**
 * A dashed line before each year whose scope changed, with the words above it.
 * Unit: px; `top` is the upper edge of the lane of the words, `bottom` the foot of the line.
 */
export function breakMarks(timeline: Timeline, top: number, bottom: number): readonly Mark[] {
  const { frame, row, look, words } = timeline
  const y = top + look.px(9)
  const boxes = frame.years.flatMap((_, i) => {
    if (!isBroken(row, i)) return []
    const line = slotCentre(timeline, i - 0.5)
    return [{ line, ...centredBox(timeline, line, textWidth(words.scopeBreak, look.px(14)), y) }]
  })
  const worded = new Set(keepApart(boxes))
  return boxes.flatMap((box) => [
    line(box.line, top + look.px(LANE), box.line, bottom, {
      stroke: look.ink2,
      lineWidth: 1.2,
      lineDash: [3, 3],
    }),
    ...(worded.has(box)
      ? [
          text(box.x, y, words.scopeBreak, {
            size: look.px(14),
            font: look.fontUi,
            align: 'center',
            fill: look.ink2,
          }),
        ]
      : doubleBar(box.line, y, look)),
  ])
}

/**
 * A word in lines: whole where it fits into `box`, in two lines where those fit between two years, else one sign a line.
 * Unit: px.
 */
export function stackedWord(
  word: string,
  box: number,
  { look, step }: Pick<Timeline, 'look' | 'step'>,
): readonly string[] {
  if (textWidth(word, look.px(14)) <= box) return [word]
  const [head, tail] = [word.slice(0, 1), word.slice(1)]
  return textWidth(tail, look.px(14)) + 4 <= step ? [head, tail] : [...word]
}
