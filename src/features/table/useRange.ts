import { type RefObject, useLayoutEffect, useState } from 'react'
import { type RowRange, rangeInSight } from './windowing.ts'

/** Taken until a row has been drawn. Unit: px. */
const GUESS = { row: 64, height: 900 }

const same = (a: RowRange, b: RowRange): boolean => a.first === b.first && a.end === b.end

/**
 * The rows in sight of a scrolled table, followed as it is scrolled, and the height of one.
 * Missing: measures that nothing has yet, as in tests without layout, are guessed.
 */
export function useRange(scroller: RefObject<HTMLElement | null>, windowed: boolean) {
  const [rowHeight, setRowHeight] = useState(GUESS.row)
  const [range, setRange] = useState<RowRange>(() => rangeInSight(0, GUESS.height, GUESS.row))
  useLayoutEffect(() => {
    const element = scroller.current
    if (!windowed || !element) return
    const look = (): void => {
      const drawn =
        element.querySelector<HTMLElement>('tbody tr:not([aria-hidden])')?.offsetHeight || GUESS.row
      setRowHeight(drawn)
      const next = rangeInSight(element.scrollTop, element.clientHeight || GUESS.height, drawn)
      setRange((before) => (same(before, next) ? before : next))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      element.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [scroller, windowed])
  return { range, rowHeight }
}
