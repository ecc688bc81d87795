import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// ECharts measures text on a canvas; jsdom has none and would print "Not implemented" for each label.
HTMLCanvasElement.prototype.getContext = () => null

class SilentObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}
// size-sensor (in echarts-for-react) looks for the first; charts wait for the second before they draw.
globalThis.ResizeObserver ??= SilentObserver as unknown as typeof ResizeObserver
globalThis.IntersectionObserver ??= SilentObserver as unknown as typeof IntersectionObserver
window.matchMedia ??= (media: string) =>
  ({
    media,
    matches: false,
    onchange: null,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
    dispatchEvent: () => false,
  }) as MediaQueryList

afterEach(() => {
  cleanup() // without `globals: true` Testing Library cannot register its own
  localStorage.clear()
})

// Code that is loaded when it is needed takes longer than a second on a busy machine. Unit: ms.
configure({ asyncUtilTimeout: 5000 })
