import { type RefObject, useLayoutEffect, useState } from 'react'

/** Width assumed where nothing can be measured, as in tests without layout. Unit: px. */
const UNMEASURED = 600

/** Unit: px. Width of an element, followed as it changes; 0 before the first measurement. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = (): void => setWidth(Math.round(element.clientWidth) || UNMEASURED)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return width
}
