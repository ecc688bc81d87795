import type { FindingCode } from '#domain/finding.ts'

/** A file that could not be had, with the reason in a code. */
export class FileUnavailable extends Error {
  readonly code: FindingCode
  readonly file: string
  readonly facts: Readonly<Record<string, string | number>>

  constructor(code: FindingCode, file: string, facts: Readonly<Record<string, string | number>> = {}) {
    super(`${file}: ${code}`)
    this.code = code
    this.file = file
    this.facts = facts
  }
}

/** Gives the bytes of one file of the data folder. */
export type ReadFile = (path: string) => Promise<Uint8Array>

function fromBase64(text: string): Uint8Array {
  const binary = atob(text)
  return Uint8Array.from(binary, (c) => c.charCodeAt(0))
}

/** The data folder inside the one-file build. Missing: `null` in the build for servers. */
function carriedFiles(): Record<string, string> | null {
  const element = document.getElementById('carried-data')
  return element?.textContent ? (JSON.parse(element.textContent) as Record<string, string>) : null
}

/** Fetches beside the page; gives up when `signal` says so. */
function fetchFile(signal: AbortSignal): ReadFile {
  return async (path) => {
    let response: Response
    try {
      response = await fetch(`./data/${path}`, { signal, cache: 'no-cache' })
    } catch {
      throw new FileUnavailable(signal.aborted ? 'file-slow' : 'file-missing', path)
    }
    if (!response.ok) throw new FileUnavailable('file-missing', path, { status: response.status })
    try {
      return new Uint8Array(await response.arrayBuffer())
    } catch {
      throw new FileUnavailable(signal.aborted ? 'file-slow' : 'file-missing', path)
    }
  }
}

/**
 * The way to the shipped files: carried inside the page, or beside it.
 * Errors: `FileUnavailable` with a code; nothing else is thrown.
 */
export function shippedFiles(signal: AbortSignal): ReadFile {
  const carried = carriedFiles()
  if (!carried) return fetchFile(signal)
  const files = new Map(Object.entries(carried))
  return async (path) => {
    const base64 = files.get(path)
    if (base64 === undefined) throw new FileUnavailable('file-missing', path)
    return fromBase64(base64)
  }
}
