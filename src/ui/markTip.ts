import type { echarts } from '#charts/engine.ts'

type Instance = ReturnType<typeof echarts.init>

/** Unit: px. Between the pointer and the tip. */
const GAP = 20

/** Where the tip starts: behind the pointer, before it where there is no room, never outside of the chart. Unit: px. */
export function tipStart(pointer: number, size: number, room: number): number {
  const start = pointer + GAP + size <= room ? pointer + GAP : pointer - GAP - size
  return Math.max(0, Math.min(start, room - size))
}

interface Pointing {
  readonly data?: unknown
  readonly event?: { readonly offsetX: number; readonly offsetY: number }
}

/**
 * Shows the tip of the mark under the pointer, beside the pointer.
 * ECharts' own tips would bring its axes along: 19 kB before the first screen.
 * @returns takes the tip away.
 */
export function showTips(instance: Instance, tipOf: (data: unknown) => HTMLElement | null): () => void {
  let tip: HTMLElement | null = null
  let shown: unknown = null
  const hide = (): void => {
    tip?.remove()
    tip = shown = null
  }
  instance.on('mousemove', (at: unknown) => {
    const { data, event } = at as Pointing
    if (data !== shown) {
      hide()
      tip = tipOf(data)
      shown = data
      if (tip) instance.getDom().appendChild(tip)
    }
    if (!tip || !event) return
    tip.style.left = `${tipStart(event.offsetX, tip.offsetWidth, instance.getWidth())}px`
    tip.style.top = `${tipStart(event.offsetY, tip.offsetHeight, instance.getHeight())}px`
  })
  instance.on('mouseout', hide)
  instance.on('globalout', hide)
  return hide
}
