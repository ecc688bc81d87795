import type { Dataset } from '#domain/dataset.ts'
import type { Finding, Severity } from '#domain/finding.ts'
import {
  rowKey,
  type UploadChoices,
  type UploadMemory,
  type UploadReading,
} from '#importing/upload/reading.ts'
import { openUpload, readOpened, readUpload, type UploadFile } from '#importing/upload/readUpload.ts'

/** Findings of one severity beyond which the page gets only their number: nobody reads on, and drawing has its price. */
const MOST_FINDINGS = 1000
const MOST_UNKNOWN = 300

/** What the page shows of a reading: as long as a page can be, whatever the length of the file. */
export interface ShownReading extends UploadReading {
  /** All there are, `findings` and `unknown` may hold fewer. */
  readonly counts: Readonly<Record<Severity, number>>
  readonly unknownCount: number
  /** Rows with a finding that blocks. By `rowKey`, each once. */
  readonly blockedRows: readonly number[]
  /** Rows of the warnings `findings` does not hold, by `rowKey`. */
  readonly unseenRows: readonly number[]
}

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

export type Said =
  | { readonly is: 'ready' }
  | { readonly is: 'read'; readonly serial: number; readonly reading: ShownReading }
  /** The program failed; `raw` is what it said. */
  | { readonly is: 'failed'; readonly serial: number; readonly raw: string }

const rowsOf = (findings: readonly Finding[]): readonly number[] => [
  ...new Set(findings.flatMap(({ at }) => (at.row === undefined ? [] : rowKey(at.row, at.sheet)))),
]

/** The reading cut to what a page can show. */
export function toShown(reading: UploadReading): ShownReading {
  const of = (severity: Severity) => reading.findings.filter((finding) => finding.severity === severity)
  const [blocking, warning, noting] = [of('blocks'), of('warns'), of('notes')]
  return {
    ...reading,
    unknown: reading.unknown
      .slice(0, MOST_UNKNOWN)
      .map((unknown) => ({ ...unknown, rows: unknown.rows.slice(0, MOST_FINDINGS) })),
    findings: [blocking, warning, noting].flatMap((findings) => findings.slice(0, MOST_FINDINGS)),
    counts: { blocks: blocking.length, warns: warning.length, notes: noting.length },
    unknownCount: reading.unknown.length,
    blockedRows: rowsOf(blocking),
    unseenRows: rowsOf(warning.slice(MOST_FINDINGS)),
  }
}

/** Opens a file once for all choices but its encoding. */
function opener() {
  let file: UploadFile | null = null
  let last: {
    readonly encoding: UploadChoices['encoding']
    readonly opened: ReturnType<typeof openUpload>
  } | null = null
  return {
    take(given: UploadFile): void {
      file = given
      last = null
    },
    async read(dataset: Dataset, choices: UploadChoices, memory: UploadMemory): Promise<UploadReading> {
      if (!file) throw new Error('no file to read')
      if (!last || last.encoding !== choices.encoding)
        last = { encoding: choices.encoding, opened: openUpload(file, choices) }
      const opened = await last.opened
      if (!opened.ok) return readUpload(file, dataset, choices, memory)
      return readOpened(opened.value, opened.findings, dataset, choices, memory)
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
    const { serial, choices, memory } = asked
    if (asked.is === 'open') file.take({ name: asked.name, bytes: asked.bytes })
    try {
      if (!dataset) throw new Error('no data to compare with')
      say({ is: 'read', serial, reading: toShown(await file.read(dataset, choices, memory)) })
    } catch (error) {
      say({ is: 'failed', serial, raw: error instanceof Error ? error.message : String(error) })
    }
  }
}
