import { afterEach, expect, it } from 'vitest'
import { NO_MEMORY, type UploadMemory } from '#domain/uploadMemory.ts'
import { memoryShelf } from '#persistence/memory.ts'
import { keepMemory } from '#shell/memory.ts'
import { createAppStore } from '#store/create.ts'

const MEMORY: UploadMemory = { columns: new Map([['数量', '数值']]), names: new Map() }

/** The app as it starts in a window. */
function aWindow() {
  const store = createAppStore({ path: '/', year: null, theme: 'light', text: 'standard' })
  keepMemory(store, memoryShelf())
  return store.getState
}

afterEach(() => localStorage.clear())

it('answers given for a file are there at the next start, in every window, until they are forgotten', () => {
  const first = aWindow()
  expect(first().memory).toEqual(NO_MEMORY)
  first().applyMemory(MEMORY)
  const second = aWindow()
  expect(second().memory).toEqual(MEMORY)
  second().applyMemory(NO_MEMORY)
  window.dispatchEvent(new StorageEvent('storage', { key: null }))
  expect(first().memory).toEqual(NO_MEMORY)
  expect(aWindow()().memory).toEqual(NO_MEMORY)
})
