import { useLayoutEffect, useSyncExternalStore } from 'react'

/** The widest window that gets the phone's form. Unit: px; the stylesheet's narrowest step. */
const PHONE = '(max-width: 700px)'

let asked: { readonly by: typeof matchMedia; readonly list: MediaQueryList } | null = null

/** Asked once: it is looked at in every render. Missing: `null` where nothing can be measured, as in tests. */
function query(): MediaQueryList | null {
  if (typeof matchMedia !== 'function') return null
  if (asked?.by !== matchMedia) asked = { by: matchMedia, list: matchMedia(PHONE) }
  return asked.list
}

function watchWidth(onChange: () => void): () => void {
  const list = query()
  // A media query list is an EventTarget in every engine we open in; jsdom has none at all.
  list?.addEventListener('change', onChange)
  return () => list?.removeEventListener('change', onChange)
}

let printing = false

function watchPrinting(onChange: () => void): () => void {
  const set = (now: boolean) => () => {
    printing = now
    onChange()
  }
  const [begin, end] = [set(true), set(false)]
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  return () => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}

/** True while the page is put on paper. It is drawn anew before the browser looks at it: updates of this kind never wait. */
export const usePrinting = (): boolean =>
  useSyncExternalStore(
    watchPrinting,
    () => printing,
    () => false,
  )

/** True in a window as narrow as a phone, but never on paper. */
export function usePhone(): boolean {
  const narrow = useSyncExternalStore(
    watchWidth,
    () => query()?.matches ?? false,
    () => false,
  )
  return narrow && !usePrinting()
}

/** While it is used, the page is printed on sheets that lie on their side. */
export function useWidePaper(): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.paper = 'wide'
    return () => {
      delete document.documentElement.dataset.paper
    }
  }, [])
}
