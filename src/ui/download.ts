/** Hands a text to the browser as a file. Shape: UTF-8 without a mark at its start. */
export function download(text: string, name: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

const two = (number: number): string => String(number).padStart(2, '0')

/** A name that keeps files of one day apart: stem-YYYYMMDD-HHMM.json. Unit: the machine's own time. */
export function datedName(stem: string, ending: string, now: Date): string {
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  return `${stem}-${day}-${two(now.getHours())}${two(now.getMinutes())}.${ending}`
}
