import { useEffect, useState } from 'react'

/** Whole seconds since something began; 0 while it is not under way. */
export function useSeconds(isUnderWay: boolean): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    setSeconds(0)
    if (!isUnderWay) return
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [isUnderWay])
  return seconds
}
