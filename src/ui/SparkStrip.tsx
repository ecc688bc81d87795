import { useDeferredValue } from 'react'
import { type ChangeRow, changeTrail, type TrailSlot } from '#charts/kinds/changeTable.ts'
import { chapterColour } from '#charts/look.ts'
import type { Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { toPeriodText } from '#domain/note.ts'
import { toFigureLine } from '#domain/numbers/format.ts'
import { chartWords, missingWords, yearWord } from './words.ts'

/** Unit: px. */
const HEIGHT = 26
const GAP = 2
const TOP = 4
/** The whole strip, however many years it holds. Unit: px. */
const WIDTH = 132
const WIDEST = 14

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const box = ({ x, y, width, height }: Place): string => `M${x} ${y}h${width}v${height}h${-width}z`

function hatch({ x, y, width, height }: Place): string {
  const lines: string[] = []
  for (let offset = width - height; offset < width; offset += 5) {
    const [from, to] = [Math.max(0, offset), Math.min(width, offset + height)]
    if (to > from)
      lines.push(`M${x + from} ${y + height - from + offset}L${x + to} ${y + height - to + offset}`)
  }
  return lines.join('')
}

const teeth = ({ x, y, width }: Place): string => {
  const step = width / 4
  return `M${x} ${y - 1}l${step} -3l${step} 3l${step} -3l${step} 3`
}

/** What is drawn alike is one path: a table of five hundred strips stays cheap. */
interface Paths {
  filled: string
  chosen: string
  hollow: string
  teeth: string
  dashed: string
  empty: string
  dots: string
  breaks: string
}

function addSlot(paths: Paths, slot: TrailSlot, x: number, width: number): void {
  const whole = { x: x + 0.5, y: TOP + 0.5, width: width - 1, height: HEIGHT - 1 }
  if (slot.scopeChange !== null) paths.breaks += `M${x - GAP / 2} 0v${TOP + HEIGHT}`
  switch (slot.state) {
    case 'pending':
      paths.dashed += box(whole)
      return
    case 'not-published':
    case 'not-applicable':
      paths.empty += box(whole) + hatch(whole)
      return
    case 'not-yet':
      paths.dots += box({ x: x + width / 2 - 1, y: TOP + HEIGHT - 3, width: 2, height: 2 })
      return
    default: {
      const height = Math.max(2, HEIGHT * slot.heightRatio)
      const place = { x, y: TOP + HEIGHT - height, width, height }
      const inner = {
        x: x + 0.75,
        y: place.y + 0.75,
        width: width - 1.5,
        height: Math.max(0.5, height - 1.5),
      }
      const isHollow = slot.period !== null || slot.state === 'rank-within'
      if (isHollow) paths.hollow += box(inner)
      else if (slot.selected) paths.chosen += box(place)
      else paths.filled += box(place)
      if (slot.state === 'at-least') paths.teeth += teeth(place)
    }
  }
}

/** 2024年826 件（1—6月，口径有变：含移送案件）. */
function slotWords({ year, quantity, period, scopeChange }: TrailSlot, { unit }: Indicator): string {
  const shown = quantity.kind === 'known' ? toFigureLine(quantity, unit) : missingWords[quantity.why]
  const remarks = [
    ...(period ? [toPeriodText(period)] : []),
    ...(scopeChange === null ? [] : [chartWords.scopeChange(scopeChange)]),
  ]
  return `${yearWord(year)}${shown}${remarks.length > 0 ? `（${remarks.join('，')}）` : ''}`
}

interface SparkStripProps {
  readonly slots: readonly TrailSlot[]
  readonly indicator: Indicator
}

/** K1's row of years in the height of a table row: the two compared years full, the others pale; read aloud in words. */
export function SparkStrip({ slots, indicator }: SparkStripProps) {
  const paths: Paths = {
    filled: '',
    chosen: '',
    hollow: '',
    teeth: '',
    dashed: '',
    empty: '',
    dots: '',
    breaks: '',
  }
  const step = Math.min(WIDEST + GAP, WIDTH / slots.length)
  for (const [i, slot] of slots.entries()) addSlot(paths, slot, i * step, step - GAP)
  const colour = chapterColour(indicator.chapter)
  const label = slots.map((slot) => slotWords(slot, indicator)).join('，')
  const line = (d: string, className: string) => d !== '' && <path d={d} className={className} />
  return (
    <svg className="spark-strip" width={WIDTH} height={TOP + HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      {paths.filled !== '' && <path d={paths.filled} fill={colour} fillOpacity="0.38" />}
      {paths.chosen !== '' && <path d={paths.chosen} fill={colour} />}
      {paths.hollow !== '' && <path d={paths.hollow} fill="none" stroke={colour} strokeWidth="1.5" />}
      {paths.teeth !== '' && <path d={paths.teeth} fill="none" stroke={colour} strokeWidth="1.2" />}
      {line(paths.dashed, 'spark-dashed')}
      {line(paths.empty, 'spark-empty')}
      {line(paths.dots, 'spark-dots')}
      {line(paths.breaks, 'slot-break')}
    </svg>
  )
}

interface TrailStripProps {
  readonly dataset: Dataset
  readonly row: ChangeRow
}

/** The strip of a row, drawn right after the numbers: they never wait for it. Its room is kept meanwhile. */
export function TrailStrip({ dataset, row }: TrailStripProps) {
  const drawn = useDeferredValue(true, false)
  if (!drawn) return <span className="spark-room" />
  return <SparkStrip slots={changeTrail(dataset, row)} indicator={row.indicator} />
}
