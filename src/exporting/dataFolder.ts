import type { Catalogue } from '#domain/catalogue.ts'
import { type Dataset, isFinished } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { toCsv } from './csv.ts'
import { type PackageWords, toDataPackage } from './dataPackage.ts'
import { figureRows } from './figureRows.ts'
import { planRows } from './planRows.ts'

const toJson = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)

/** As the file has it: former ids stand only where there are any. */
const catalogueEntry = (catalogue: Catalogue) => ({
  ...catalogue,
  indicators: catalogue.indicators.map(({ formerIds, ...indicator }) =>
    formerIds.length === 0 ? indicator : { ...indicator, formerIds },
  ),
})

/**
 * Years whose figures a data folder can hold. A year with a file counts as finished, and what the file lacks as
 * unpublished: of a year still being entered that would be untrue.
 */
export const folderYears = (dataset: Dataset): readonly Year[] =>
  dataset.years.filter((year) => isFinished(dataset, year))

/**
 * All that is shown as the files the app reads, ready to be put on a server in the place of the old ones.
 * Shape: path inside the folder → bytes; the package names just these files. Missing: years still being entered;
 * README.md and not-figures/, which the app does not read.
 */
export function dataFolder(
  dataset: Dataset,
  now: Date,
  words: PackageWords,
): ReadonlyMap<string, Uint8Array> {
  const years = folderYears(dataset)
  return new Map([
    ['datapackage.json', toJson(toDataPackage(dataset, years, now, words))],
    ['catalogue.json', toJson(catalogueEntry(dataset.catalogue))],
    ...years.map((year) => [`years/${year}.csv`, toCsv(figureRows(dataset, [year]))] as const),
    ...[...dataset.plans.keys()].map(
      (year) => [`plans/${year}.csv`, toCsv(planRows(dataset, year))] as const,
    ),
    ...[...dataset.reports].map(
      ([year, { text }]) => [`reports/${year}.txt`, new TextEncoder().encode(text)] as const,
    ),
  ])
}
