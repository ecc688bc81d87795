const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

interface Shortcuts {
  readonly search: () => void
  readonly undo: () => void
  readonly redo: () => void
}

/**
 * What a key stands for, by its place on the keyboard: a Chinese input method turns / into 、.
 * Missing: `null` for every other key.
 */
function shortcutOf({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): keyof Shortcuts | null {
  if (altKey) return null
  if (!ctrlKey && !metaKey) return code === 'Slash' && !shiftKey ? 'search' : null
  if (code === 'KeyZ') return shiftKey ? 'redo' : 'undo'
  return code === 'KeyY' && !shiftKey ? 'redo' : null
}

/**
 * `/` opens the search, Ctrl+Z takes the last change back, Ctrl+Y and Ctrl+Shift+Z bring it back; all of them
 * anywhere but in a field, which has an undo of its own.
 */
export function watchKeyboard(shortcuts: Shortcuts): () => void {
  const listener = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(event)
    if (!shortcut || event.repeat || isTyping(event.target)) return
    event.preventDefault()
    shortcuts[shortcut]()
  }
  window.addEventListener('keydown', listener)
  return () => window.removeEventListener('keydown', listener)
}
