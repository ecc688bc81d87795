/**
 * Says on `<html data-ready>` whether everything in view is drawn. Pages and charts hold it while they
 * work; when nobody holds it for a frame it becomes true. Presenters' tools and tests wait for it.
 */
const holders = new Set<symbol>()
let watching = 0
const onDrawn: (() => void)[] = []

function setReady(ready: boolean): void {
  const root = document.documentElement
  if (root.dataset.ready === String(ready)) return
  root.dataset.ready = String(ready)
  if (ready) performance.mark('ready')
}

function settle(): void {
  const mine = ++watching
  const check = (framesLeft: number): void => {
    if (mine !== watching || holders.size > 0) return
    if (framesLeft === 0) {
      for (const callback of onDrawn.splice(0)) callback()
      setReady(true)
    } else requestAnimationFrame(() => check(framesLeft - 1))
  }
  check(1)
}

/** Calls back once, when everything in view is drawn next, just before that is said. */
export function whenDrawn(callback: () => void): void {
  onDrawn.push(callback)
}

/** Holds readiness back until the returned function is called; calling it twice does nothing more. */
export function holdReady(): () => void {
  const token = Symbol('hold')
  holders.add(token)
  setReady(false)
  return () => {
    if (holders.delete(token) && holders.size === 0) settle()
  }
}
