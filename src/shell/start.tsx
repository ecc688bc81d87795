import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { type Address, readAddress, watchAddress } from '#persistence/address.ts'
import { browserKeeper } from '#persistence/browserKeeper.ts'
import { type DraftShelf, draftShelf } from '#persistence/drafts.ts'
import { memoryShelf } from '#persistence/memory.ts'
import { readPreferences, writePreferences } from '#persistence/preferences.ts'
import { type AppStore, createAppStore } from '#store/create.ts'
import type { ViewState } from '#store/state.ts'
import { provideStore } from '#store/useApp.ts'
import { idle } from '#ui/idle.ts'
import { whenDrawn } from '#ui/readiness.ts'
import { App } from './App.tsx'
import { watchKeyboard } from './keyboard.ts'
import { connectLedger, showData } from './ledger.ts'
import { loadDataset } from './load.ts'
import { keepMemory } from './memory.ts'
import { preloadPages } from './routes.tsx'

/** The path with its query, which is what makes one page differ from another. */
const pathOf = ({ path, query }: Address): string => {
  const rest = [...query].filter(([name]) => name !== 'theme' && name !== 'text')
  return rest.length === 0
    ? path
    : `${path}?${rest.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

/** What the address says wins over what was kept. */
function firstView(address: Address): ViewState {
  const kept = readPreferences()
  return {
    path: pathOf(address),
    year: address.year,
    theme: address.theme ?? kept.theme,
    text: address.text ?? kept.text,
  }
}

/** The stylesheet reads theme and text size from the root element. */
function dress({ theme, text }: ViewState): void {
  document.documentElement.dataset.theme = theme
  document.documentElement.dataset.text = text
}

/**
 * The overview the build drew stays in sight while the app draws its own behind it. It gives way when that
 * is done, or at once when the data differs, cannot be read, or another page is asked for.
 */
function stageBehindPrerendered(root: HTMLElement, store: AppStore, begin: () => void): void {
  const still = document.getElementById('prerendered')
  const showApp = (): void => {
    begin()
    still?.remove()
    root.classList.remove('staging')
    delete document.documentElement.dataset.elsewhere
  }
  if (!still || document.documentElement.dataset.elsewhere) {
    showApp()
    return
  }
  const stop = store.subscribe(({ data, view }, before) => {
    const other = data.status === 'ready' && data.dataset.fingerprint !== still.dataset.fingerprint
    if (other || data.status === 'failed' || view !== before.view) {
      stop()
      showApp()
    }
  })
  whenDrawn(() => {
    stop()
    showApp()
  })
}

/** Reads the data; shows it once the log is there to be put on top, so that no figure changes after it was seen. */
async function load(store: AppStore, log: Promise<void>): Promise<void> {
  store.getState().applyData({ status: 'loading' })
  const [result] = await Promise.all([loadDataset(), log])
  if (result.ok) showData(store, result.value, result.findings)
  else store.getState().applyData({ status: 'failed', findings: result.findings })
}

/** Fetches the other pages' code once this one stands; index.html keeps silent about what fails meanwhile. */
async function prefetch(store: AppStore): Promise<void> {
  if (store.getState().data.status !== 'ready') return
  document.documentElement.dataset.prefetching = 'true'
  await preloadPages()
  delete document.documentElement.dataset.prefetching
  performance.mark('pages')
}

/** Renders once, however often it is called; while something is in sight already, in small tasks. */
function renderOnce(root: HTMLElement, onRetry: () => void): () => void {
  let begun = false
  return () => {
    if (begun) return
    begun = true
    startTransition(() => {
      createRoot(root).render(
        <StrictMode>
          <App onRetry={onRetry} />
        </StrictMode>,
      )
    })
  }
}

/** Begun forms outlive the page, whatever way it ends: each change is written at once. */
function keepDrafts(store: AppStore, shelf: DraftShelf): void {
  for (const [subject, draft] of shelf.read()) store.getState().applyDraft(subject, draft)
  store.subscribe(({ drafts }, before) => {
    for (const subject of new Set([...drafts.keys(), ...before.drafts.keys()])) {
      const draft = drafts.get(subject) ?? null
      if (draft !== (before.drafts.get(subject) ?? null)) shelf.write(subject, draft)
    }
  })
}

/** What the keys do; while a form is open nothing is taken back behind it. */
function shortcutsOf(store: AppStore): Parameters<typeof watchKeyboard>[0] {
  const behindNothing = (act: () => void) => () => {
    const { editing, searchOpen } = store.getState().session
    if (!editing && !searchOpen) act()
  }
  return {
    search: behindNothing(() => store.getState().applySession({ searchOpen: true })),
    undo: behindNothing(() => void store.getState().undo()),
    redo: behindNothing(() => void store.getState().redo()),
  }
}

/** Restores, creates the store, renders, then loads; nothing a user does can be overwritten by late loading. */
export function start(root: HTMLElement): void {
  const store = createAppStore(firstView(readAddress()))
  provideStore(store)
  const keeper = browserKeeper()
  connectLedger(store, keeper)
  const log = keeper.open()
  keepDrafts(store, draftShelf())
  keepMemory(store, memoryShelf())
  dress(store.getState().view)
  store.subscribe(({ view }, before) => {
    if (view === before.view) return
    dress(view)
    if (view.theme !== before.view.theme || view.text !== before.view.text) writePreferences(view)
  })
  watchAddress((address) => {
    const { theme, text } = store.getState().view
    store.getState().applyView({
      path: pathOf(address),
      year: address.year,
      theme: address.theme ?? theme,
      text: address.text ?? text,
    })
    store.getState().applySession({ searchOpen: false, editing: null })
  })
  watchKeyboard(shortcutsOf(store))
  const begin = renderOnce(root, () => void load(store, log))
  stageBehindPrerendered(root, store, begin)
  whenDrawn(() => void idle().then(() => prefetch(store)))
  void load(store, log).then(begin)
}
