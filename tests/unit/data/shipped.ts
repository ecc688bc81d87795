import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import type { Catalogue } from '#domain/catalogue.ts'
import type { TableSchema } from './tableSchema.ts'

const FOLDER = new URL('../../../data/', import.meta.url)
const BOM = '\ufeff'

/** A cell by its column. Missing: `undefined` for a column the file does not have. */
export type Row = Readonly<Record<string, string>>

export interface Table {
  readonly header: readonly string[]
  readonly cells: readonly (readonly string[])[]
  readonly rows: readonly Row[]
}

/** Paths below data/, with `/`, hidden files left out. */
export const shippedFiles = (): readonly string[] =>
  readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      `${entry.parentPath}/${entry.name}`.slice(fileURLToPath(FOLDER).length).replace(/^\/+/, ''),
    )
    .sort()

export const readBytes = (path: string): Buffer => readFileSync(new URL(path, FOLDER))

export const readText = (path: string): string => readBytes(path).toString('utf8')

/** Errors: throws when the text is no clean CSV; a shipped file must be one. */
export function parseTable(text: string): Table {
  const body = text.startsWith(BOM) ? text.slice(1) : text
  const { data, errors } = Papa.parse<string[]>(body.replace(/\r\n$/, ''), {
    delimiter: ',',
    newline: '\r\n',
  })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  const [header = [], ...cells] = data
  const rows = cells.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
  return { header, cells, rows }
}

export const readTable = (path: string): Table => parseTable(readText(path))

export const cell = (row: Row, column: string): string => row[column] ?? ''

export const readCatalogue = (): Catalogue => JSON.parse(readText('catalogue.json')) as Catalogue

interface Resource {
  readonly name: string
  readonly path: string
  readonly format: string
  readonly mediatype: string
  readonly encoding: string
  readonly year?: number
  readonly schema?: TableSchema
}

export interface DataPackage {
  readonly name: string
  readonly title: string
  readonly sources: readonly {
    readonly title: string
    readonly issuer: string
    readonly date: string
    readonly reference: string
    readonly year: number
  }[]
  readonly resources: readonly Resource[]
}

export const readDataPackage = (): DataPackage => JSON.parse(readText('datapackage.json')) as DataPackage

/** Years that have a file in `folder`, as text, oldest first. */
export const shippedYears = (folder: string): readonly string[] =>
  shippedFiles().flatMap((path) => new RegExp(`^${folder}/(\\d{4})\\.`).exec(path)?.[1] ?? [])
