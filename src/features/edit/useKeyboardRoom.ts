import { type RefObject, useEffect } from 'react'

/**
 * Keeps an element within what the keyboard of a phone leaves of the window: its buttons stay in sight.
 * Unit: px, as custom properties `--room` and `--room-top`; absent where the browser does not tell.
 */
export function useKeyboardRoom(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const fit = (): void => {
      element.current?.style.setProperty('--room', `${viewport.height}px`)
      element.current?.style.setProperty('--room-top', `${viewport.offsetTop}px`)
    }
    fit()
    viewport.addEventListener('resize', fit)
    viewport.addEventListener('scroll', fit)
    return () => {
      viewport.removeEventListener('resize', fit)
      viewport.removeEventListener('scroll', fit)
    }
  }, [element])
}
