import type { Dataset } from '#domain/dataset.ts'
import type { Finding } from '#domain/finding.ts'
import { toCsv } from '#exporting/csv.ts'
import type { UploadChoices, UploadMemory } from '#importing/upload/reading.ts'
import { openUpload, readOpened, readUpload, type UploadFile } from '#importing/upload/readUpload.ts'
import { findingTable } from '#ui/findingTable.ts'
import { type ShownReading, toShown } from './shown.ts'

/** What the page asks. Shape: `serial` comes back with the answer. */
export type Asked =
  | { readonly is: 'dataset'; readonly dataset: Dataset }
  | {
      readonly is: 'open'
      readonly serial: number
      readonly name: string
      readonly bytes: Uint8Array
      readonly choices: UploadChoices
      readonly memory: UploadMemory
    }
  | {
      readonly is: 'choose'
      readonly serial: number
      readonly choices: UploadChoices
      readonly memory: UploadMemory
    }

  /** The list of problems of what was read last, whole, as a CSV file. */
  | { readonly is: 'list'; readonly serial: number }

export type Said =
  | { readonly is: 'ready' }
  | { readonly is: 'listed'; readonly serial: number; readonly bytes: Uint8Array }
  | { readonly is: 'read'; readonly serial: number; readonly reading: ShownReading }
  /** The program failed; `raw` is what it said. */
  | { readonly is: 'failed'; readonly serial: number; readonly raw: string }

/** Opens a file once for all choices but its encoding. */
function opener() {
  let file: UploadFile | null = null
  let last: {
    readonly encoding: UploadChoices['encoding']
    readonly opened: ReturnType<typeof openUpload>
  } | null = null
  let findings: readonly Finding[] = []
  return {
    list: (): Uint8Array => toCsv(findingTable(findings)),
    take(given: UploadFile): void {
      file = given
      last = null
    },
    async read(dataset: Dataset, choices: UploadChoices, memory: UploadMemory): Promise<ShownReading> {
      if (!file) throw new Error('no file to read')
      if (!last || last.encoding !== choices.encoding)
        last = { encoding: choices.encoding, opened: openUpload(file, choices) }
      const opened = await last.opened
      const reading = opened.ok
        ? readOpened(opened.value, opened.findings, dataset, choices, memory)
        : await readUpload(file, dataset, choices, memory)
      findings = reading.findings
      return toShown(reading, opened.ok ? opened.value : null, choices)
    },
  }
}

/** Reads one file at a time, again for every other choice. It runs in a worker, or where there is none on the page. */
export function readingJob(say: (said: Said) => void): (asked: Asked) => Promise<void> {
  const file = opener()
  let dataset: Dataset | null = null
  return async (asked) => {
    if (asked.is === 'dataset') {
      dataset = asked.dataset
      return
    }
    if (asked.is === 'list') {
      say({ is: 'listed', serial: asked.serial, bytes: file.list() })
      return
    }
    const { serial, choices, memory } = asked
    if (asked.is === 'open') file.take({ name: asked.name, bytes: asked.bytes })
    try {
      if (!dataset) throw new Error('no data to compare with')
      say({ is: 'read', serial, reading: await file.read(dataset, choices, memory) })
    } catch (error) {
      say({ is: 'failed', serial, raw: error instanceof Error ? error.message : String(error) })
    }
  }
}
