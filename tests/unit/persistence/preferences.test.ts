// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readPreferences, writePreferences } from '#persistence/preferences.ts'

const DEFAULTS = { theme: 'light', text: 'standard' }

/** The key under which something is kept; found by writing, so that the test need not know it. */
function keyInUse(): string {
  writePreferences({ theme: 'dark', text: 'large' })
  const key = localStorage.key(0)
  localStorage.clear()
  if (key === null) throw new Error('nothing was kept')
  return key
}

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

describe('readPreferences', () => {
  it('gives the defaults where nothing is kept', () => {
    expect(readPreferences()).toEqual(DEFAULTS)
  })

  it.each([
    ['light', 'standard'],
    ['dark', 'large'],
    ['projector', 'standard'],
  ] as const)('gives back %s and %s', (theme, text) => {
    expect(writePreferences({ theme, text })).toBe(true)
    expect(readPreferences()).toEqual({ theme, text })
  })

  it.each(['', '{', 'null', '5', '"dark"', '[]', '{"theme":5}', '{"theme":"__proto__","text":"huge"}'])(
    'gives the defaults for the damaged %j',
    (kept) => {
      localStorage.setItem(keyInUse(), kept)
      expect(readPreferences()).toEqual(DEFAULTS)
    },
  )

  it('keeps what is whole of what is half damaged', () => {
    localStorage.setItem(keyInUse(), '{"theme":"dark","text":17}')
    expect(readPreferences()).toEqual({ theme: 'dark', text: 'standard' })
  })

  it('gives the defaults where storage is refused', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError')
    })
    expect(readPreferences()).toEqual(DEFAULTS)
  })
})

describe('writePreferences', () => {
  it('says so where storage is full, and loses nothing else', () => {
    localStorage.setItem('another program', 'its data')
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    expect(writePreferences({ theme: 'dark', text: 'large' })).toBe(false)
    expect(localStorage.getItem('another program')).toBe('its data')
  })

  it('keeps nothing but the preferences', () => {
    writePreferences({ theme: 'dark', text: 'large', path: '/c/2' } as Parameters<typeof writePreferences>[0])
    expect(Object.values({ ...localStorage }).join()).not.toContain('/c/2')
  })

  it('names the program in its key, because all files share one storage', () => {
    expect(keyInUse()).toMatch(/indicators/)
  })
})
