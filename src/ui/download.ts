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
