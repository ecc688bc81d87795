import { keepingWords } from './keepingWords.ts'
import { words } from './words.ts'

/**
 * Hands a text or bytes to the browser as a file. Shape: text becomes UTF-8 without a mark at its start.
 * Errors: false when the browser refused at once; that it was blocked or called off later, no page is told.
 */
export function download(content: string | Uint8Array, name: string, type = 'application/json'): boolean {
  try {
    const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
    const anchor = document.createElement('a')
    anchor.href = url
    anchor.download = name
    anchor.click()
    setTimeout(() => URL.revokeObjectURL(url), 1000)
    return true
  } catch {
    return false
  }
}

const two = (number: number): string => String(number).padStart(2, '0')

/** A name that keeps files of one day apart: stem-YYYYMMDD-HHMM.json. Unit: the machine's own time. */
export function datedName(stem: string, ending: string, now: Date): string {
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  return `${stem}-${day}-${two(now.getHours())}${two(now.getMinutes())}.${ending}`
}

/** True for a backup of made-up figures, which says so of itself. */
function isExample(backup: string): boolean {
  try {
    return (JSON.parse(backup) as { example?: unknown }).example === true
  } catch {
    return false
  }
}

/** Hands a backup over; made-up figures say so in its name. Missing: nothing happens without a text. */
export function downloadBackup(text: string | null): void {
  if (text === null) return
  const stem = [...(isExample(text) ? [words.example] : []), keepingWords.backupName].join('-')
  download(text, datedName(stem, 'json', new Date()))
}
