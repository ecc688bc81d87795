import type { Catalogue, IndicatorId } from '#domain/catalogue.ts'
import type { Dataset, ReportSource } from '#domain/dataset.ts'
import { blocks, type Finding } from '#domain/finding.ts'
import type { Observation } from '#domain/observation.ts'
import type { PlanItem } from '#domain/plan.ts'
import { findQuote, parseReport, type Report } from '#domain/report.ts'
import { failure, type Result, success } from '#domain/result.ts'
import { parseYear, type Year } from '#domain/year.ts'
import { decodeFile } from './decode/csv.ts'
import { readFigures } from './figures.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readPlan } from './plans.ts'
import { type DataPackage, readCatalogue } from './shapes.ts'

/** Path inside the data folder → bytes. */
export type DataFiles = ReadonlyMap<string, Uint8Array>

export const PACKAGE_FILE = 'datapackage.json'
export const CATALOGUE_FILE = 'catalogue.json'

const YEAR_FILE = /^(years|plans|reports)\/(\d{4})\.(?:csv|txt)$/

/** The files the dashboard reads, in the order of the data package; it names others that serve as evidence only. */
export const filesToRead = (dataPackage: DataPackage): readonly string[] =>
  dataPackage.resources.map((r) => r.path).filter((path) => path === CATALOGUE_FILE || YEAR_FILE.test(path))

function sourcesOf(dataPackage: DataPackage): ReadonlyMap<Year, ReportSource> {
  const entries = dataPackage.sources.flatMap((source): [Year, ReportSource][] => {
    const year = parseYear(String(source.year))
    return year === null ? [] : [[year, { ...source, year }]]
  })
  return new Map(entries)
}

function indexObservations(all: readonly Observation[]): Dataset['observations'] {
  const index = new Map<IndicatorId, Map<Year, Observation>>()
  for (const observation of all) {
    const years = index.get(observation.indicator) ?? new Map<Year, Observation>()
    index.set(observation.indicator, years.set(observation.year, observation))
  }
  return index
}

/** A quote that the stored report does not hold is worth a note, not a refusal: the report may be missing. */
function checkQuotes(
  observations: readonly Observation[],
  reports: ReadonlyMap<Year, Report>,
): readonly Finding[] {
  return observations.flatMap((o): Finding[] => {
    const report = reports.get(o.year)
    if (!report || o.quote === '' || findQuote(report, o.quote) || !('file' in o.source)) return []
    const at = { file: o.source.file, row: o.source.row, column: '原句' }
    return [{ code: 'quote-not-in-report', severity: 'warns', at, facts: { raw: o.quote } }]
  })
}

/** What the per-year files hold, put in as they are read. */
interface YearFiles {
  readonly observations: Observation[]
  readonly years: Set<Year>
  readonly plans: Map<Year, readonly PlanItem[]>
  readonly reports: Map<Year, Report>
}

/** Reads one file of one year into its place; what it finds is returned. */
function readYearFile(
  catalogue: Catalogue,
  path: string,
  bytes: Uint8Array,
  into: YearFiles,
): readonly Finding[] {
  const [, folder, digits] = YEAR_FILE.exec(path) ?? []
  const year = digits ? parseYear(digits) : null
  if (year === null) return []
  if (folder === 'plans') {
    const plan = readPlan(catalogue, path, bytes, year)
    if (plan.ok) into.plans.set(year, plan.value)
    return plan.findings
  }
  if (folder === 'reports') {
    const text = decodeFile(path, bytes)
    if (text.ok) into.reports.set(year, parseReport(text.value))
    return text.findings
  }
  const figures = readFigures(catalogue, path, bytes, year)
  into.years.add(year)
  if (figures.ok) into.observations.push(...figures.value)
  return figures.findings
}

/**
 * Puts the files of a data folder together.
 * Missing: a year's plan and report may be absent; the catalogue and at least one year may not.
 * Errors: every finding that blocks a row or a file; nothing is left out in silence.
 */
export function readDataset(dataPackage: DataPackage, files: DataFiles): Result<Dataset> {
  const catalogue = readCatalogue(CATALOGUE_FILE, files.get(CATALOGUE_FILE) ?? new Uint8Array())
  if (!catalogue.ok) return catalogue
  const read: YearFiles = { observations: [], years: new Set(), plans: new Map(), reports: new Map() }
  const findings = [...files].flatMap(([path, bytes]) => readYearFile(catalogue.value, path, bytes, read))
  findings.push(...checkQuotes(read.observations, read.reports))
  if (read.years.size === 0)
    findings.push({ code: 'file-missing', severity: 'blocks', at: { file: 'years/' }, facts: {} })
  if (blocks(findings)) return failure(findings)
  const dataset: Dataset = {
    catalogue: catalogue.value,
    years: [...read.years].sort((a, b) => a - b),
    openYears: [],
    observations: indexObservations(read.observations),
    reports: read.reports,
    plans: read.plans,
    sources: sourcesOf(dataPackage),
    fingerprint: fingerprintOf(files),
    example: dataPackage.example,
    about: { name: dataPackage.name, description: dataPackage.description },
  }
  return success(dataset, findings)
}
