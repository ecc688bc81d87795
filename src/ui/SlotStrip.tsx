import type { Slot } from '#charts/kinds/slotStrip.ts'
import { chapterColour } from '#charts/look.ts'
import type { Indicator } from '#domain/catalogue.ts'
import { missingWords, stateWords, yearWord } from './words.ts'

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

function SlotMark({ slot, x, height, colour }: { slot: Slot; x: number; height: number; colour: string }) {
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
    default: {
      const filled = Math.max(2, height * slot.heightRatio)
      const y = TOP + height - filled
      const place = { x: x + 0.75, width: WIDTH - 1.5, rx: slot.state === 'at-least' ? 0 : 2 }
      return (
        <>
          <rect
            {...place}
            y={y + 0.75}
            height={Math.max(0.5, filled - 1.5)}
            fill={slot.state === 'rank-within' ? 'none' : colour}
            fillOpacity={slot.selected ? 1 : 0.38}
            stroke={colour}
            strokeWidth={slot.state === 'rank-within' ? 2 : 1.5}
          />
          {slot.state === 'at-least' && (
            <path
              d={`M${x + 1} ${y - 1}l6 -4l6 4l6 -4l6 4l6 -4l6 4`}
              fill="none"
              stroke={colour}
              strokeWidth="1.6"
            />
          )}
        </>
      )
    }
  }
}

const isEmpty = ({ state }: Slot): boolean => state in missingWords

/** An empty slot is what the card says of that year's figure; a filled one repeats the number beside it. */
const emptySlotMarks = (slot: Slot, indicator: Indicator) =>
  isEmpty(slot)
    ? { 'data-indicator': indicator.id, 'data-year': slot.year, 'data-state': slot.state }
    : undefined

/** K1's row of years: filled, dashed, hatched; a missing year keeps its place. */
export function SlotStrip({ slots, indicator, height = 16 }: SlotStripProps) {
  const width = slots.length * (WIDTH + GAP) - GAP
  const total = TOP + height + 22
  // On a phone one slot is left out: the last while the selected year stands early, else the first.
  const keepsFirst = slots.findIndex((slot) => slot.selected) < slots.length - 2
  const label = slots.map((slot) => `${yearWord(slot.year)}${stateWords[slot.state]}`).join('，')
  return (
    <svg
      className={`slot-strip ${keepsFirst ? 'keeps-first' : 'keeps-last'}`}
      width={width}
      height={total}
      role="img"
      aria-label={label}
    >
      {slots.map((slot, i) => {
        const x = i * (WIDTH + GAP)
        return (
          <g key={slot.year} {...emptySlotMarks(slot, indicator)}>
            {isEmpty(slot) && <title>{`${yearWord(slot.year)}${stateWords[slot.state]}`}</title>}
            <SlotMark slot={slot} x={x} height={height} colour={chapterColour(indicator.chapter)} />
            <text
              className={slot.selected ? 'slot-year selected' : 'slot-year'}
              x={x + WIDTH / 2}
              y={total - 4}
              textAnchor="middle"
            >
              {slot.year}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
