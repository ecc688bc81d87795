import { databaseKeeper } from './databaseKeeper.ts'
import type { Keeper } from './keeper.ts'
import { APP, placeOf } from './place.ts'
import { localSentinel } from './sentinel.ts'
import { openWindowLine } from './windows.ts'

/** The page is shown without the log rather than not at all. */
const OPEN_MS = 3000
/** Longer than a slow disk takes, shorter than a person waits before pressing again. */
const SAVE_MS = 5000

/**
 * Asks the browser not to clear this storage when the disk is full. Chromium decides by itself, without a question;
 * pages from files and from plain http may not even ask.
 */
function askToStay(): void {
  const storage: Partial<StorageManager> | undefined = navigator.storage
  void storage?.persist?.().catch(() => {}) // refused: as before
}

/** Keeps the log in this browser, apart from that of any other copy of the app. */
export function browserKeeper(): Keeper {
  const place = placeOf(window.location)
  const name = `${APP}/log${place}`
  const sentinelKey = `${APP}/log/1${place}`
  return databaseKeeper({
    name,
    sentinel: localSentinel(sentinelKey),
    openLine: (onNews) => openWindowLine(name, sentinelKey, onNews),
    onKept: askToStay,
    openMs: OPEN_MS,
    saveMs: SAVE_MS,
  })
}
