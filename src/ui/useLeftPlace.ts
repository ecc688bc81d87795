import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { GridPlace } from './gridMoves.ts'

interface LeftPlace {
  readonly address: string
  /** Unit: px. */
  readonly top: number
  readonly left: number
  readonly active: GridPlace
}

/** Where each page's table was left last; gone with the page's memory, as the browser's own scroll places are. */
const places = new Map<string, LeftPlace>()

const pageOf = (address: string): string => address.split('?')[0] ?? ''

const placeAt = (address: string): LeftPlace | null => {
  const left = places.get(pageOf(address))
  return left?.address === address ? left : null
}

/** The cell that was active when the table at this address was left. Missing: `null` when it was not seen yet. */
export const activeLeftAt = (address: string): GridPlace | null => placeAt(address)?.active ?? null

function scrollBack(element: HTMLElement, { top, left }: LeftPlace): void {
  element.scrollTop = top
  element.scrollLeft = left
}

/** Scrolls a table to where it was left when somebody comes back to its address from a figure's page. */
export function useLeftPlace(
  scroller: RefObject<HTMLElement | null>,
  address: string,
  active: GridPlace,
): void {
  const current = useRef(active)
  useLayoutEffect(() => {
    current.current = active
  })
  useLayoutEffect(() => {
    const element = scroller.current
    const left = placeAt(address)
    if (!element) return
    if (left) scrollBack(element, left)
    return () => {
      const { scrollTop: top, scrollLeft } = element
      places.set(pageOf(address), { address, top, left: scrollLeft, active: current.current })
    }
  }, [scroller, address])
}
