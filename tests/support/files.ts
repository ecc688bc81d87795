import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import type { DataFiles } from '#importing/dataset.ts'

/** Every file below a folder of the repository, by its path inside that folder, with `/`. */
export function readFolder(folder: string): DataFiles {
  const root = resolve(folder)
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name))
    .sort()
  return new Map(
    paths.map((path) => [
      path.slice(root.length + 1).replaceAll('\\', '/'),
      new Uint8Array(readFileSync(path)),
    ]),
  )
}

/** Text as bytes. `encoding` is any name iconv-lite knows; without one, UTF-8 with no byte order mark. */
export const bytesOf = (text: string, encoding = 'utf8', addBOM = false): Uint8Array =>
  new Uint8Array(iconv.encode(text, encoding, { addBOM }))

/** The header of a year's file, as the data contract fixes it. */
export const YEAR_HEADER = [
  '年度',
  '章节',
  '分节',
  '指标编号',
  '指标',
  '数值',
  '单位',
  '状态',
  '原句',
  '备注',
] as const

type YearColumn = (typeof YEAR_HEADER)[number]

/** A row of a year's file by column; what is not named is an empty cell. */
export type YearRow = Partial<Record<YearColumn, string>>

/** Rows of cells as CSV text, CRLF as WPS writes it. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n' },
  )}\r\n`

/** A year's file as text; the header is line 1, the first row line 2. */
export const yearText = (...rows: readonly YearRow[]): string =>
  csvText([YEAR_HEADER, ...rows.map((row) => YEAR_HEADER.map((column) => row[column] ?? ''))])
