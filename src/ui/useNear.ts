import { type RefObject, useEffect, useState } from 'react'

/** How far outside of the window something still counts as near, so that a short scroll finds it drawn. Unit: px. */
const MARGIN = 400

/** Whether something is in sight or close to it, and how high it was when it was last drawn. */
interface Nearness {
  readonly near: boolean
  /** Unit: px. Missing: `null` before it was drawn for the first time. */
  readonly height: number | null
}

type OnSight = (entry: IntersectionObserverEntry) => void

const watched = new Map<Element, OnSight>()
let observer: IntersectionObserver | null = null

/** One observer for all: fifty of their own would cost more than what they watch. */
function watch(element: Element, onSight: OnSight): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) watched.get(entry.target)?.(entry)
    },
    { rootMargin: `${MARGIN}px 0px` },
  )
  watched.set(element, onSight)
  observer.observe(element)
  return () => {
    watched.delete(element)
    observer?.unobserve(element)
  }
}

/**
 * Follows an element in and out of sight; in browsers without a means to tell, everything is near.
 * `first`: what to take for granted before the browser has looked, and for good unless `follow`.
 */
export function useNear(ref: RefObject<Element | null>, first: boolean, follow: boolean): Nearness {
  const [seen, setSeen] = useState<Nearness>({ near: first, height: null })
  const canTell = typeof IntersectionObserver === 'function'
  useEffect(() => {
    const element = ref.current
    if (!follow || !element || !canTell) return
    return watch(element, ({ isIntersecting: near, boundingClientRect: { height } }) =>
      setSeen((before) =>
        near === before.near ? before : { near, height: before.near ? height : before.height },
      ),
    )
  }, [ref, follow, canTell])
  if (!follow) return { near: first, height: null }
  return canTell ? seen : { near: true, height: null }
}
