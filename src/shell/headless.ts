import { findIndicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { blocks, type Finding } from '#domain/finding.ts'
import type { Observation } from '#domain/observation.ts'
import { type FigureState, stateOf } from '#domain/quantity.ts'
import { filesToRead, PACKAGE_FILE, readDataset } from '#importing/dataset.ts'
import { readDataPackage } from '#importing/shapes.ts'
import type { UploadReading } from '#importing/upload/reading.ts'
import { readUpload } from '#importing/upload/readUpload.ts'
import { columnWords, findingText } from '#ui/findingWords.ts'

/** What the headless check says of one file. Shape: section 5 of the data contract. */
export interface CheckedFile {
  /** As it was given. */
  readonly file: string
  readonly verdict: UploadReading['verdict']
  readonly encoding: UploadReading['encoding']
  readonly layout: UploadReading['layout']
  readonly observations: readonly CheckedObservation[]
  readonly findings: readonly CheckedFinding[]
}

interface CheckedObservation {
  readonly year: number
  readonly indicator: string
  /** In the catalogue's unit. Missing: `null` for a figure that is missing. */
  readonly value: number | null
  readonly bound: FigureState | null
  /** As it stands in the file. */
  readonly literal: string
  readonly unit: string
  readonly state: FigureState
  /** As WPS counts. */
  readonly row: number
}

interface CheckedFinding {
  readonly code: Finding['code']
  readonly severity: Finding['severity']
  readonly row: number | null
  readonly column: string | null
  readonly text: string
}

/** Errors: throws with every blocking finding as a sentence when the data folder cannot be read. */
export function openData(files: ReadonlyMap<string, Uint8Array>): Dataset {
  const refuse = (findings: readonly Finding[]): never => {
    throw new Error(
      findings
        .filter((f) => f.severity === 'blocks')
        .map(findingText)
        .join('\n'),
    )
  }
  const dataPackage = readDataPackage(PACKAGE_FILE, files.get(PACKAGE_FILE) ?? new Uint8Array())
  if (!dataPackage.ok) return refuse(dataPackage.findings)
  const wanted = filesToRead(dataPackage.value)
  const dataset = readDataset(
    dataPackage.value,
    new Map(wanted.map((path) => [path, files.get(path) ?? new Uint8Array()])),
  )
  return dataset.ok && !blocks(dataset.findings) ? dataset.value : refuse(dataset.findings)
}

const toChecked = (reading: UploadReading, dataset: Dataset): readonly CheckedObservation[] => {
  const added = new Map(reading.added.map((indicator) => [indicator.id, indicator]))
  return reading.observations.map((o: Observation) => {
    const { quantity } = o
    const known = quantity.kind === 'known' ? quantity : null
    const indicator = findIndicator(dataset.catalogue, o.indicator) ?? added.get(o.indicator)
    return {
      year: o.year,
      indicator: o.indicator,
      value: known?.value ?? null,
      bound: known?.bound ?? null,
      literal: known?.literal ?? o.value,
      unit: indicator?.unit ?? o.unit,
      state: stateOf(quantity),
      row: 'row' in o.source ? o.source.row : 0,
    }
  })
}

const toFinding = (finding: Finding): CheckedFinding => ({
  code: finding.code,
  severity: finding.severity,
  row: finding.at.row ?? null,
  column: columnWords(finding.at) || null,
  text: findingText(finding),
})

const refused = (file: string, finding: Finding): CheckedFile => ({
  file,
  verdict: 'refused',
  encoding: null,
  layout: null,
  observations: [],
  findings: [toFinding(finding)],
})

/** The last part of a path: what a page would know of the file. */
const nameOf = (path: string): string => path.replace(/^.*[/\\]/, '')

/** Reads one file as the import page does. Missing: `bytes` is `null` for a path that cannot be read. */
export async function checkFile(
  path: string,
  bytes: Uint8Array | null,
  dataset: Dataset,
): Promise<CheckedFile> {
  const at = { file: nameOf(path) }
  if (!bytes) return refused(path, { code: 'path-unread', severity: 'blocks', at, facts: {} })
  try {
    const reading = await readUpload({ name: at.file, bytes }, dataset)
    return {
      file: path,
      verdict: reading.verdict,
      encoding: reading.encoding,
      layout: reading.layout,
      observations: toChecked(reading, dataset),
      findings: reading.findings.map(toFinding),
    }
  } catch (error) {
    // One file that breaks the program must not keep the others from being checked.
    const raw = error instanceof Error ? error.message : String(error)
    return refused(path, { code: 'program-fault', severity: 'blocks', at, facts: { raw } })
  }
}

const VERDICTS = {
  accepted: '可以读入',
  'accepted-with-warnings': '可以读入，有提醒',
  partial: '部分可以读入',
  refused: '不能读入',
} as const

const SEVERITIES = { blocks: '✖ 错误', warns: '! 提醒', notes: '· 说明' } as const

/** The same for a person: a line for each finding, then the verdict. */
export function checkLines({ file, verdict, observations, findings }: CheckedFile): readonly string[] {
  const of = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length
  const counts = `读入${observations.length}项，错误${of('blocks')}处，提醒${of('warns')}处`
  return [
    ...findings.map(({ severity, text }) => `${SEVERITIES[severity]} ${text}`),
    `${file}：${VERDICTS[verdict]}。${counts}。`,
  ]
}
