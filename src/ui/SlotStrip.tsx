import { useContext } from 'react'
import type { Slot } from '#charts/kinds/slotStrip.ts'
import { chapterColour } from '#charts/look.ts'
import type { Indicator } from '#domain/catalogue.ts'
import { toPeriodText } from '#domain/note.ts'
import type { FigureState } from '#domain/quantity.ts'
import { useEdit } from './editing.tsx'
import { TextScaleContext } from './textScale.ts'
import { chartWords, missingWords, stateWords, yearWord } from './words.ts'

const WIDTH = 38
const GAP = 8
const TOP = 6

interface SlotStripProps {
  readonly slots: readonly Slot[]
  readonly indicator: Indicator
  /** Unit: px, of the slots without the years under them. */
  readonly height?: number
}

/** Diagonal lines of a figure the report does not give; drawn singly, a pattern would need a unique id. */
function hatch(x: number, y: number, height: number): string {
  const lines: string[] = []
  for (let offset = -height + 6; offset < WIDTH; offset += 7) {
    const from = Math.max(0, offset)
    const to = Math.min(WIDTH, offset + height)
    if (to > from)
      lines.push(`M${x + from} ${y + height - (from - offset)}L${x + to} ${y + height - (to - offset)}`)
  }
  return lines.join('')
}

interface MarkProps {
  readonly slot: Slot
  readonly x: number
  readonly height: number
  readonly colour: string
}

/** A known figure: a column from 0; some months of a year are a narrow hollow one. */
function FilledMark({ slot, x, height, colour }: MarkProps) {
  const filled = Math.max(2, height * slot.heightRatio)
  const y = TOP + height - filled
  const width = slot.period ? WIDTH * 0.6 : WIDTH
  const left = x + (WIDTH - width) / 2
  const isHollow = slot.state === 'rank-within' || slot.period !== null
  const tooth = (width - 2) / 6
  const stroke = isHollow ? (slot.selected && slot.period ? 3 : 2) : 1.5
  return (
    <>
      <rect
        x={left + stroke / 2}
        width={width - stroke}
        rx={slot.state === 'at-least' ? 0 : 2}
        y={y + stroke / 2}
        height={Math.max(0.5, filled - stroke)}
        fill={isHollow ? 'none' : colour}
        fillOpacity={slot.selected ? 1 : 0.38}
        stroke={colour}
        strokeWidth={stroke}
      />
      {slot.state === 'at-least' && (
        <path
          d={`M${left + 1} ${y - 1}${`l${tooth} -4l${tooth} 4`.repeat(3)}`}
          fill="none"
          stroke={colour}
          strokeWidth="1.6"
        />
      )}
    </>
  )
}

function SlotMark({ slot, x, height, colour }: MarkProps) {
  const box = { x: x + 0.75, y: TOP + 0.75, width: WIDTH - 1.5, height: height - 1.5, rx: 2, fill: 'none' }
  switch (slot.state) {
    case 'pending':
      return <rect {...box} stroke="var(--line-strong)" strokeWidth="1.2" strokeDasharray="3.2 3.2" />
    case 'not-published':
    case 'not-applicable':
      return (
        <>
          <path d={hatch(x, TOP, height)} stroke="var(--line-strong)" />
          <rect {...box} stroke="var(--line-strong)" />
        </>
      )
    case 'not-yet':
      return (
        <text x={x + WIDTH / 2} y={TOP + height / 2 + 5} textAnchor="middle" fill="var(--ink-3)">
          ·
        </text>
      )
    default:
      return <FilledMark slot={slot} x={x} height={height} colour={colour} />
  }
}

const isEmpty = ({ state }: Slot): boolean => state in missingWords

/** States of a slot that was left empty, not of one somebody filled with a word. */
const OPENS: readonly FigureState[] = ['pending', 'not-published']

/** An empty slot is what the card says of that year's figure; a filled one repeats the number beside it. */
const emptySlotMarks = (slot: Slot, indicator: Indicator) =>
  isEmpty(slot)
    ? { 'data-indicator': indicator.id, 'data-year': slot.year, 'data-state': slot.state }
    : undefined

/** 2024年精确值（1—6月，口径有变：…）. */
function slotWords({ year, state, period, scopeChange }: Slot): string {
  const remarks = [
    ...(period ? [toPeriodText(period)] : []),
    ...(scopeChange === null ? [] : [chartWords.scopeChange(scopeChange)]),
  ]
  return `${yearWord(year)}${stateWords[state]}${remarks.length > 0 ? `（${remarks.join('，')}）` : ''}`
}

/** The months under a slot; set tighter where those of its neighbour would touch them in large text. */
function monthsOf(slots: readonly Slot[], at: number, isLarge: boolean): string {
  const period = slots[at]?.period
  if (!period) return ''
  const isCrowded = Boolean(slots[at - 1]?.period ?? slots[at + 1]?.period)
  const text = toPeriodText(period)
  return isLarge && isCrowded ? text.replace('—', '-') : text
}

/** K1's row of years: filled, dashed, hatched; a missing year keeps its place, a line says where the scope changed. */
export function SlotStrip({ slots, indicator, height = 16 }: SlotStripProps) {
  const isLarge = useContext(TextScaleContext) > 1
  const width = slots.length * (WIDTH + GAP) - GAP
  const foot = TOP + height + 18
  const hasMonths = slots.some((slot) => slot.period)
  // On a phone one slot is left out: the last while the selected year stands early, else the first.
  const keepsFirst = slots.findIndex((slot) => slot.selected) < slots.length - 2
  const edit = useEdit()
  // For pointers; the button beside the strip is the keyboard's way.
  const opening = ({ year, state }: Slot) =>
    edit && OPENS.includes(state)
      ? { className: 'slot-opens', onClick: () => edit(indicator, year) }
      : undefined
  return (
    <svg
      className={`slot-strip ${keepsFirst ? 'keeps-first' : 'keeps-last'}`}
      width={width}
      height={foot + (hasMonths ? 24 : 4)}
      role="img"
      aria-label={slots.map(slotWords).join('，')}
    >
      {slots.map((slot, i) => {
        const x = i * (WIDTH + GAP)
        const center = { x: x + WIDTH / 2, textAnchor: 'middle' } as const
        return (
          <g key={slot.year} {...emptySlotMarks(slot, indicator)} {...opening(slot)}>
            {isEmpty(slot) && <title>{`${yearWord(slot.year)}${stateWords[slot.state]}`}</title>}
            {i > 0 && slot.scopeChange !== null && (
              <path className="slot-break" d={`M${x - GAP / 2} 0V${TOP + height}`} />
            )}
            <SlotMark slot={slot} x={x} height={height} colour={chapterColour(indicator.chapter)} />
            <text className={slot.selected ? 'slot-year selected' : 'slot-year'} y={foot} {...center}>
              {slot.year}
            </text>
            {slot.period && (
              <text className="slot-months" y={foot + 20} {...center}>
                {monthsOf(slots, i, isLarge)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
