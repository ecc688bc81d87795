import { useEffect, useState } from 'react'

/** Whole seconds since something began; 0 while it is not under way. */
export function useSeconds(isUnderWay: boolean): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!isUnderWay) return
    const begun = performance.now()
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - begun) / 1000)), 1000)
    return () => {
      clearInterval(timer)
      setSeconds(0)
    }
  }, [isUnderWay])
  return isUnderWay ? seconds : 0
}
