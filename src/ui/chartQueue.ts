import { chartPartsIfLoaded } from './chartParts.ts'
import { idle } from './idle.ts'
import { holdReady } from './readiness.ts'

/** One chart waiting for its turn. `draw` resolves when the chart is on screen. */
interface Job {
  readonly draw: () => Promise<void>
  readonly release: () => void
  /** Resolves when the chart is withdrawn, so that one that leaves half drawn never stops the queue. */
  readonly gone: Promise<void>
  dead: boolean
}

const near: Job[] = []
const far: Job[] = []
const jobs = new Map<Element, Job>()
let pumping = false
let observer: IntersectionObserver | null = null

async function run(job: Job): Promise<void> {
  if (!job.dead) await Promise.race([job.draw(), job.gone])
  job.release()
}

/** The first charts go one by one, in small tasks; with ECharts warm, what is in view goes in one frame. */
async function pump(): Promise<void> {
  if (pumping) return
  pumping = true
  while (near.length > 0 || far.length > 0) {
    const warm = chartPartsIfLoaded() !== null
    if (near.length === 0) await idle()
    const batch = near.splice(0, warm ? near.length : 1)
    if (batch.length === 0) batch.push(...far.splice(0, 1))
    await Promise.all(batch.map(run))
  }
  pumping = false
}

function sort(entries: readonly IntersectionObserverEntry[]): void {
  for (const entry of entries) {
    const job = jobs.get(entry.target)
    if (!job) continue
    if (entry.isIntersecting) {
      jobs.delete(entry.target)
      observer?.unobserve(entry.target)
      const waiting = far.indexOf(job)
      if (waiting >= 0) far.splice(waiting, 1)
      near.push(job)
    } else if (!far.includes(job)) {
      far.push(job)
      job.release()
    }
  }
  void pump()
}

/**
 * Draws a chart when its turn comes: those in view first, the rest when idle or when scrolled to.
 * Holds readiness for charts in view. Returns the way to withdraw.
 */
export function scheduleChart(element: Element, draw: () => Promise<void>): () => void {
  observer ??= new IntersectionObserver(sort, { rootMargin: '100px' })
  let leave = (): void => {}
  const gone = new Promise<void>((resolve) => {
    leave = resolve
  })
  const job: Job = { draw, release: holdReady(), gone, dead: false }
  jobs.set(element, job)
  observer.observe(element)
  return () => {
    job.dead = true
    leave()
    job.release()
    jobs.delete(element)
    observer?.unobserve(element)
  }
}
