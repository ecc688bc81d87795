/** The line to the other windows of this copy of the app. */
export interface WindowLine {
  /** Says that the log has grown. What is said is only a nudge: the others read the log itself. */
  readonly tell: () => void
  readonly close: () => void
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name)
  } catch {
    return null // absent or refused: the sentinel and the way back to the window do the same, later
  }
}

/**
 * Calls back whenever another window may have added to the log: it said so, its sentinel moved, or this window was
 * away. What a message holds is never looked at, so that nobody can say anything wrong.
 */
export function openWindowLine(name: string, sentinelKey: string, onNews: () => void): WindowLine {
  const channel = openChannel(name)
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === sentinelKey || key === null) onNews()
  }
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') onNews()
  }
  channel?.addEventListener('message', onNews)
  window.addEventListener('storage', onStorage)
  window.addEventListener('focus', onNews)
  document.addEventListener('visibilitychange', onVisible)
  return {
    tell: () => {
      try {
        channel?.postMessage('log')
      } catch {
        // A closed channel: the others hear of it by the sentinel.
      }
    },
    close: () => {
      channel?.close()
      window.removeEventListener('storage', onStorage)
      window.removeEventListener('focus', onNews)
      document.removeEventListener('visibilitychange', onVisible)
    },
  }
}
