import { useLayoutEffect, useState } from 'react'

/** Height of the page's header, which grows with the lines of its title. Unit: px. Missing: `null` where there is none. */
export function useHeaderHeight(): number | null {
  const [height, setHeight] = useState<number | null>(null)
  useLayoutEffect(() => {
    const header = document.querySelector('.app-header')
    if (!header) return
    const measure = (): void => setHeight(header.getBoundingClientRect().height)
    measure()
    if (typeof ResizeObserver !== 'function') return
    const observer = new ResizeObserver(measure)
    observer.observe(header)
    return () => observer.disconnect()
  }, [])
  return height
}
