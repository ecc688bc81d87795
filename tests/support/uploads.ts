import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset } from '#domain/dataset.ts'
import { type CheckedFile, checkFile } from '../../src/shell/headless.ts'

/** Awkward files as offices make them, and `cases.json`: what each is and what must come of it. */
export const UPLOADS = 'tests/fixtures/uploads'

/** What must come of one file. Shape: a line an observation, a line a finding; both in their order. */
export interface UploadCase {
  readonly what: string
  readonly verdict: string
  readonly encoding: string | null
  readonly layout: string | null
  readonly observations: readonly string[]
  readonly findings: readonly string[]
}

export const uploadCases = (): ReadonlyMap<string, UploadCase> =>
  new Map(Object.entries(JSON.parse(readFileSync(join(UPLOADS, 'cases.json'), 'utf8'))))

export const uploadFiles = (): readonly string[] =>
  readdirSync(UPLOADS)
    .filter((name) => name !== 'cases.json')
    .sort()

export const uploadBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(UPLOADS, name)))

/** What the check says of a file, in the words of `cases.json`. */
export const inBrief = ({ verdict, encoding, layout, observations, findings }: CheckedFile) => ({
  verdict,
  encoding,
  layout,
  observations: observations.map(
    (o) => `${o.row}: ${o.year} ${o.indicator} ${o.value ?? 'none'}${o.unit} ${o.state}`,
  ),
  findings: findings.map((f) =>
    [
      f.severity,
      f.code,
      ...(f.row === null ? [] : [`row ${f.row}`]),
      ...(f.column === null ? [] : [f.column]),
    ].join(' '),
  ),
})

export const checkUpload = (name: string, dataset: Dataset): Promise<CheckedFile> =>
  checkFile(join(UPLOADS, name), uploadBytes(name), dataset)
