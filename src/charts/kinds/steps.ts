import { samePeriod, toPeriodText } from '#domain/note.ts'
import { toDecimal, toFigureText } from '#domain/numbers/format.ts'
import type { Year } from '#domain/year.ts'
import { type ChartFrame, type FrameRow, isBroken, isPartYear, largestOf, markAt } from '../frame.ts'
import type { Look } from '../look.ts'
import { baseOption, figure, type Mark, type MarkGroup, sceneSeries, text, textWidth } from '../scene.ts'
import type { ChartWords } from '../wording.ts'
import type { EChartsKind } from './kind.ts'
import { missingStub, openEnd } from './rows.ts'

const BAR = 30
const GAP = 26
const YEAR_HEAD = 24
/** Years drawn below each other at most. */
const MOST_YEARS = 3

/** Years drawn: the selected one and those entered just before it. */
function yearsToDraw(frame: ChartFrame): readonly number[] {
  if (!frame.many) return [frame.selected]
  const withFigure = frame.years
    .map((_, i) => i)
    .filter((i) => i <= frame.selected && frame.rows.some((row) => row.values[i]?.kind === 'known'))
  return withFigure.length > 0 ? withFigure.slice(-MOST_YEARS) : [frame.selected]
}

/** A lone year stands in the subtitle, unless its figures cover some months only. */
const hasHeads = (frame: ChartFrame): boolean =>
  frame.many || frame.rows.some((row) => isPartYear(row, frame.selected))

const chainHeight = (frame: ChartFrame, look: Look): number =>
  look.px(frame.rows.length * BAR + (frame.rows.length - 1) * GAP + (hasHeads(frame) ? YEAR_HEAD : 0))

interface ChainBox {
  readonly top: number
  readonly left: number
  readonly barRoom: number
  readonly max: number
  readonly look: Look
  readonly words: ChartWords
}

const middle = (box: ChainBox, index: number): number =>
  box.top + box.look.px(index * (BAR + GAP)) + box.look.px(BAR) / 2

/** Unit: percent with one decimal as text. Missing: `null` unless both stages are exact and of the same months. */
function ratio(before: FrameRow, row: FrameRow, at: number): string | null {
  const [whole, part] = [before.values[at], row.values[at]]
  if (!samePeriod(markAt(before, at).period, markAt(row, at).period)) return null
  if (whole?.kind !== 'known' || part?.kind !== 'known' || whole.value === 0) return null
  if (whole.bound !== 'exact' || part.bound !== 'exact') return null
  return toDecimal(Math.round((part.value / whole.value) * 1000) / 10)
}

/** Names the stages where there is room to. */
function ratioWords(box: ChainBox, part: FrameRow, whole: FrameRow, percent: string): string {
  const long = box.words.derivedRatio(part.label, whole.label, percent)
  const room = box.barRoom + box.look.px(92) - 10
  return textWidth(long, box.look.px(14)) <= room ? long : box.words.derivedPercent(percent)
}

/** The pale trapezoid between two stages with the derived ratio, only where both figures are exact. */
function joint(box: ChainBox, rows: readonly FrameRow[], index: number, at: number): readonly Mark[] {
  const [before, row] = [rows[index - 1], rows[index]]
  if (!before || !row) return []
  const [whole, part] = [before.values[at], row.values[at]]
  const percent = ratio(before, row, at)
  if (percent === null || whole?.kind !== 'known' || part?.kind !== 'known') return []
  const half = box.look.px(BAR) / 2
  const [top, bottom] = [middle(box, index - 1) + half, middle(box, index) - half]
  const end = (value: number): number => box.left + (value / box.max) * box.barRoom
  const points = [
    [box.left, top],
    [end(whole.value), top],
    [end(part.value), bottom],
    [box.left, bottom],
  ]
  return [
    {
      type: 'polygon',
      shape: { points },
      style: { fill: box.look.chapter(row.indicator.chapter), opacity: 0.13 },
    },
    text(box.left + 10, (top + bottom) / 2, ratioWords(box, row, before, percent), {
      size: box.look.px(14),
      fill: box.look.ink2,
      font: box.look.fontUi,
    }),
  ]
}

function stage(box: ChainBox, row: FrameRow, index: number, at: number, year: Year): MarkGroup {
  const { look } = box
  const y = middle(box, index)
  const label = text(0, y, row.label, { size: look.px(15), fill: look.ink, font: look.fontUi, weight: 500 })
  const quantity = row.values[at] ?? { kind: 'missing', why: 'pending' }
  const datum = { indicator: row.indicator.id, year }
  if (quantity.kind === 'missing')
    return { datum, marks: [label, ...missingStub(quantity, box.left, y, look, box.words)] }
  const length = (quantity.value / box.max) * box.barRoom
  const shown = toFigureText(quantity, row.indicator.unit)
  const colour = look.chapter(row.indicator.chapter)
  const bar: Mark = {
    type: 'rect',
    shape: { x: box.left, y: y - look.px(BAR) / 2, width: length, height: look.px(BAR) },
    style: isPartYear(row, at) ? { fill: 'none', stroke: colour, lineWidth: 2 } : { fill: colour },
  }
  const open = quantity.bound === 'at-least' ? [openEnd(box.left + length, y, look.px(BAR), colour)] : []
  const number = figure(
    box.left + length + (open.length > 0 ? 18 : 10),
    y,
    shown.mark + shown.number,
    shown.unit,
    look,
    look.px(22),
  )
  return { datum, marks: [label, bar, ...open, ...number] }
}

/** The months of part-year stages: once where all share them, else with the stage's name. */
function monthWords(frame: ChartFrame, at: number): string {
  const known = frame.rows.filter((row) => row.values[at]?.kind === 'known')
  const named = known.flatMap((row) => {
    const { period } = markAt(row, at)
    return period ? [{ label: row.label, months: toPeriodText(period) }] : []
  })
  const [first] = named
  if (!first) return ''
  const shared = named.length === known.length && named.every(({ months }) => months === first.months)
  return shared ? first.months : `（${named.map(({ label, months }) => `${label}${months}`).join('、')}）`
}

/** The year over a chain, with the months of its figures and the change of scope that begins with it. */
function headWords(frame: ChartFrame, at: number, year: Year, words: ChartWords): string {
  const broken = frame.rows.some((row) => isBroken(row, at)) ? `　‖ ${words.scopeBreak}` : ''
  return `${words.yearOf(year)}${monthWords(frame, at)}${broken}`
}

/** K4: two or three stages on one scale; one chain a year, the scale shared across years. */
export const steps: EChartsKind = {
  draws: 'echarts',
  height: (frame, look) => {
    const years = yearsToDraw(frame).length
    return years * chainHeight(frame, look) + (years - 1) * look.px(18) + 8
  },
  option: (frame, look, words, { width }) => {
    const left = Math.ceil(Math.max(...frame.rows.map((row) => textWidth(row.label, look.px(15))), 0)) + 18
    const max = largestOf(frame.rows) || 1
    const groups = yearsToDraw(frame).flatMap((at, n): MarkGroup[] => {
      const chainTop = n * (chainHeight(frame, look) + look.px(18)) + 4
      const year = frame.years[at]
      if (year === undefined) return []
      const top = chainTop + (hasHeads(frame) ? look.px(YEAR_HEAD) : 0)
      const box: ChainBox = { top, left, barRoom: width - left - look.px(92), max, look, words }
      const head = text(0, chainTop + look.px(8), headWords(frame, at, year, words), {
        size: look.px(14),
        fill: at === frame.selected ? look.ink : look.ink2,
        font: look.fontUi,
        weight: at === frame.selected ? 600 : 400,
      })
      return [
        ...(hasHeads(frame) ? [{ datum: null, marks: [head] }] : []),
        ...frame.rows.flatMap((row, i) => [
          stage(box, row, i, at, year),
          { datum: null, marks: i > 0 ? joint(box, frame.rows, i, at) : [] },
        ]),
      ]
    })
    return { ...baseOption(look), series: [sceneSeries(groups)] }
  },
}
