import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { toFrame } from '#charts/frame.ts'
import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, quantityOf } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { figureMarks } from '#ui/Figure.tsx'
import { SlotCard } from '#ui/SlotCard.tsx'

interface ReportMarkProps {
  readonly dataset: Dataset
  readonly indicators: readonly Indicator[]
  readonly year: Year
  readonly text: string
  /** The page was opened at this figure. */
  readonly here: boolean
}

/** Wraps the numeral once for every figure it stands for, so that each is marked. */
function marked(indicators: readonly Indicator[], dataset: Dataset, year: Year, text: string): ReactNode {
  return indicators.reduceRight<ReactNode>(
    (inner, indicator) => (
      <span {...figureMarks({ indicator, year, quantity: quantityOf(dataset, indicator, year) })}>
        {inner}
      </span>
    ),
    text,
  )
}

/** Moves a card that would stick out of the window back inside. Unit: px. */
function overhang(card: HTMLElement | null): number {
  if (!card) return 0
  const { left, right } = card.getBoundingClientRect()
  const room = document.documentElement.clientWidth - 12
  if (right > room) return room - right
  return left < 12 ? 12 - left : 0
}

/** A numeral of the report; pressed, it opens the card of its figure. */
export function ReportMark({ dataset, indicators, year, text, here }: ReportMarkProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLSpanElement>(null)
  const card = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    if (here) root.current?.scrollIntoView({ block: 'center' })
  }, [here])

  useEffect(() => {
    if (!open) return
    if (card.current) card.current.style.transform = `translateX(${overhang(card.current)}px)`
    const leave = (event: Event): void => {
      if (
        event instanceof KeyboardEvent
          ? event.key === 'Escape'
          : !root.current?.contains(event.target as Node)
      )
        setOpen(false)
    }
    document.addEventListener('keydown', leave)
    document.addEventListener('pointerdown', leave)
    return () => {
      document.removeEventListener('keydown', leave)
      document.removeEventListener('pointerdown', leave)
    }
  }, [open])

  const names = indicators.map((i) => i.name).join('、')
  const frame = open
    ? toFrame(
        dataset,
        { kind: 'slot-card', indicators: indicators.map((i) => i.id), labels: [], subs: [] },
        year,
      )
    : null
  return (
    <span className="report-mark" ref={root}>
      <button
        type="button"
        className={here ? 'mark-button here' : 'mark-button'}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={`${text}，${names}`}
        onClick={() => setOpen(!open)}
      >
        {marked(indicators, dataset, year, text)}
      </button>
      {frame && (
        <span className="mark-card" id={id} ref={card}>
          {frame.rows.map((row) => (
            <SlotCard key={row.indicator.id} dataset={dataset} frame={frame} row={row} year={year} />
          ))}
        </span>
      )}
    </span>
  )
}
