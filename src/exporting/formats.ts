import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { toCsv } from './csv.ts'
import { dataFolder } from './dataFolder.ts'
import type { PackageWords } from './dataPackage.ts'
import { figureRows, marked } from './figureRows.ts'
import { templateRows } from './template.ts'
import { figureSheets, templateSheets, type WorkbookWords } from './workbook.ts'

/** Everything a file says to people beyond the data. */
export interface FileWords extends WorkbookWords {
  readonly package: PackageWords
}

export interface ExportQuestion {
  readonly dataset: Dataset
  /** The year looked at, or the one to be filled in. */
  readonly year: Year
  readonly now: Date
  readonly words: FileWords
}

export interface ExportFormat {
  /** Ending of the file's name. */
  readonly ending: string
  /** Media type. */
  readonly type: string
  /** Errors: rejects when the code of a format could not be loaded. */
  readonly make: (question: ExportQuestion) => Promise<Uint8Array>
}

const CSV = { ending: 'csv', type: 'text/csv;charset=utf-8' }
const XLSX = {
  ending: 'xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Folder inside the zip file: unpacked beside the page, it takes the place of the one there. */
const FOLDER = 'data'

/** What can be taken out, in the order it is offered; the menu is built from this list. */
export const formats = {
  'year-csv': {
    ...CSV,
    make: async ({ dataset, year, words }) =>
      toCsv(marked(dataset, words.exampleNote, figureRows(dataset, [year]))),
  },
  'all-csv': {
    ...CSV,
    make: async ({ dataset, words }) =>
      toCsv(marked(dataset, words.exampleNote, figureRows(dataset, dataset.years))),
  },
  xlsx: {
    ...XLSX,
    make: async ({ dataset, now, words }) => {
      const { toXlsx } = await import('./xlsx.ts')
      return toXlsx(dataset.catalogue.title, figureSheets(dataset, now, words), now)
    },
  },
  folder: {
    ending: 'zip',
    type: 'application/zip',
    make: async ({ dataset, now, words }) => {
      const { toZip } = await import('./zip.ts')
      return toZip(FOLDER, dataFolder(dataset, now, words.package))
    },
  },
} as const satisfies Readonly<Record<string, ExportFormat>>

export type FormatId = keyof typeof formats

/** Tables to fill in for `year`. */
export const templates = {
  csv: {
    ...CSV,
    make: async ({ dataset, year, words }) => toCsv(templateRows(dataset, year, words)),
  },
  xlsx: {
    ...XLSX,
    make: async ({ dataset, year, now, words }) => {
      const { toXlsx } = await import('./xlsx.ts')
      return toXlsx(dataset.catalogue.title, templateSheets(dataset, year, words), now)
    },
  },
} as const satisfies Readonly<Record<string, ExportFormat>>

export type TemplateId = keyof typeof templates
