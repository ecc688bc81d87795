import { useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { fileName } from '#exporting/filename.ts'
import type { ExportFormat, ExportQuestion, FileWords } from '#exporting/formats.ts'
import { download } from '#ui/download.ts'
import { exportWords, fileWords } from '#ui/exportWords.ts'

/** Every word a file needs is there, or this does not compile. */
const WORDS: FileWords = fileWords

/** A format that may have nothing to give. */
export interface Source extends Pick<ExportFormat, 'ending' | 'type'> {
  readonly make: (question: ExportQuestion) => Promise<Uint8Array | null>
}

interface Wanted {
  readonly format: Source
  readonly dataset: Dataset
  readonly year: Year
  /** What the name says beside title and day. */
  readonly part: string
}

/** What became of making a file: its name once the browser has it, else what went wrong. */
async function handOver({ format, dataset, year, part }: Wanted): Promise<string> {
  const now = new Date()
  const stem = [dataset.example ? exportWords.exampleFile : '', dataset.catalogue.title, part]
  const name = fileName(stem, format.ending, now)
  let bytes: Uint8Array | null
  try {
    bytes = await format.make({ dataset, year, now, words: WORDS })
  } catch {
    return exportWords.notLoaded
  }
  if (bytes === null) return exportWords.noData
  return download(bytes, name, format.type) ? exportWords.handedOver(name) : exportWords.blocked
}

/** Makes files one at a time, and says what became of the last one. */
export function useExport() {
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const run = async (wanted: Wanted): Promise<void> => {
    if (busy) return
    setBusy(true)
    setSaid(exportWords.making)
    setSaid(await handOver(wanted))
    setBusy(false)
  }
  return { said, busy, run }
}
