// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { holdReady, whenDrawn } from '#ui/readiness.ts'

const ready = () => document.documentElement.dataset.ready
const marks = () => performance.getEntriesByName('ready').length

let waiting: FrameRequestCallback[] = []

/** Draws so many frames: each calls back whoever waited for it, not those who ask for the next one. */
const frames = (count: number) => {
  for (let i = 0; i < count; i++) for (const callback of waiting.splice(0)) callback(0)
}

beforeEach(() => {
  waiting = []
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => waiting.push(callback))
  delete document.documentElement.dataset.ready
  performance.clearMarks()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('data-ready', () => {
  it('is false while somebody works, and true a frame after the last one is done, with its mark', () => {
    const [one, other] = [holdReady(), holdReady()]
    expect(ready()).toBe('false')
    one()
    frames(3)
    expect(ready()).toBe('false')
    other()
    expect([ready(), marks()]).toEqual(['false', 0])
    frames(1)
    expect([ready(), marks()]).toEqual(['true', 1])
  })

  it('goes back to false when a new page begins, and a pending true is dropped', () => {
    holdReady()()
    const release = holdReady()
    frames(5)
    expect([ready(), marks()]).toEqual(['false', 0])
    release()
    frames(1)
    expect(ready()).toBe('true')
    const again = holdReady()
    expect(ready()).toBe('false')
    again()
    frames(1)
    expect([ready(), marks()]).toEqual(['true', 2])
  })

  it('counts a release only once', () => {
    const [one, other] = [holdReady(), holdReady()]
    one()
    one()
    frames(3)
    expect(ready()).toBe('false')
    other()
    frames(1)
    expect(ready()).toBe('true')
  })
})

describe('whenDrawn', () => {
  it('calls each of them back once, before the page says that it is ready', () => {
    const seen: (string | undefined)[] = []
    const release = holdReady()
    whenDrawn(() => seen.push(ready()))
    whenDrawn(() => seen.push(ready()))
    release()
    frames(1)
    expect(seen).toEqual(['false', 'false'])
    holdReady()()
    frames(1)
    expect(seen).toHaveLength(2)
  })
})
