import { startTransition, useEffect, useLayoutEffect, useState } from 'react'
import { FIRST_ROWS, isWindowed } from '#ui/changeChunks.ts'
import { idle } from '#ui/idle.ts'
import { holdReady } from '#ui/readiness.ts'

/** Rows added whenever nothing else is to do. */
const STEP = 20

/**
 * How many of `total` rows are drawn by now: a list begins with more than a window holds, so that no click waits for
 * rows out of sight, and grows until it is whole. One that is too long for that stays at its beginning.
 */
export function useGrowing(total: number): number {
  const [count, setCount] = useState(FIRST_ROWS)
  const isGrowing = count < total && !isWindowed(total)
  useLayoutEffect(() => (isGrowing ? holdReady() : undefined), [isGrowing])
  useEffect(() => {
    if (!isGrowing) return
    let wanted = true
    void idle().then(() => {
      if (wanted) startTransition(() => setCount(count + STEP))
    })
    return () => {
      wanted = false
    }
  }, [count, isGrowing])
  return count
}
