import type { MemoryShelf } from '#persistence/memory.ts'
import type { AppStore } from '#store/create.ts'

/** Answers given for one file serve the next, in every window. */
export function keepMemory(store: AppStore, shelf: MemoryShelf): void {
  const { applyMemory } = store.getState()
  applyMemory(shelf.read())
  store.subscribe(({ memory }, before) => {
    if (memory !== before.memory) shelf.write(memory)
  })
  shelf.watch(applyMemory)
}
