const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

/** `/` opens the search anywhere but in a field. The physical key counts: a Chinese input method turns / into 、. */
export function watchKeyboard(onSearch: () => void): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (event.code !== 'Slash' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.repeat || isTyping(event.target)) return
    event.preventDefault()
    onSearch()
  }
  window.addEventListener('keydown', listener)
  return () => window.removeEventListener('keydown', listener)
}
