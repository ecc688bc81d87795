import type { Catalogue } from '#domain/catalogue.ts'
import type { Dataset, ReportSource } from '#domain/dataset.ts'
import { FIGURE_COLUMNS } from '#domain/figureColumns.ts'
import type { Year } from '#domain/year.ts'
import { PLAN_HEAD } from './planRows.ts'

interface ResourceWords {
  readonly title: (year: Year) => string
  readonly description: string
}

/** What a data package says to people. */
export interface PackageWords {
  readonly description: string
  readonly catalogue: { readonly title: string; readonly description: string }
  readonly years: ResourceWords & {
    readonly fields: Readonly<Record<(typeof FIGURE_COLUMNS)[number], string>>
  }
  readonly plans: ResourceWords & { readonly fields: Readonly<Record<(typeof PLAN_HEAD)[number], string>> }
  /** `source`: title of the report; empty where it is not known. */
  readonly reports: { readonly title: (year: Year, source: string) => string; readonly description: string }
}

/** What the Table Schema of the package demands of a cell. Source: data/README.md, section 3. */
const ID = '[a-z0-9]+(-[a-z0-9]+)*'
const PRINTED_VALUE =
  '(约|近|超|超过|不少于|不超过|不足|≥|≤)?[0-9][0-9,]*(\\.[0-9]+)?(万|亿)?(余|多|以上|左右|以内)?|(第|前)([0-9]+|[一二三四五六七八九十]+)'
const IS_PRINTED_VALUE = new RegExp(`^(?:${PRINTED_VALUE})$`)

type Constraints = Readonly<Record<string, unknown>>
type FieldRules<Column extends string> = Readonly<Partial<Record<Column, Constraints>>>

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

/** The longest chapter's sections hold the glyphs of all: sections count alike in every chapter. */
const sectionGlyphs = ({ chapters }: Catalogue): readonly string[] =>
  unique(
    chapters
      .flatMap(({ sections }) => sections)
      .sort((a, b) => a.number - b.number)
      .map(({ glyph }) => glyph),
  )

/** A rule that a cell of the file breaks would make the package refuse its own data: it is left out then. */
const fits = (values: readonly string[]): boolean =>
  values.every((value) => value === '' || IS_PRINTED_VALUE.test(value))

const figureRules = (
  catalogue: Catalogue,
  values: readonly string[],
): FieldRules<(typeof FIGURE_COLUMNS)[number]> => ({
  年度: { required: true },
  章节: { required: true, enum: catalogue.chapters.map(({ glyph }) => glyph) },
  分节: { enum: sectionGlyphs(catalogue) },
  指标编号: { required: true, pattern: ID },
  指标: { required: true },
  ...(fits(values) ? { 数值: { pattern: PRINTED_VALUE } } : {}),
  状态: { enum: ['未公布', '不适用', '待核'] },
})

const PLAN_RULES: FieldRules<(typeof PLAN_HEAD)[number]> = {
  年度: { required: true },
  类别: { required: true, enum: ['不足', '打算'] },
  序号: { required: true, minimum: 1 },
  内容: { required: true, unique: true },
  相关指标: { pattern: `${ID}(;${ID})*` },
  状态: { required: true, enum: ['待对应', '已有对应表述', '未见对应表述'] },
}

const FIELD_TYPES: ReadonlyMap<string, string> = new Map([
  ['年度', 'year'],
  ['序号', 'integer'],
])

function schemaOf<Column extends string>(
  head: readonly Column[],
  descriptions: Readonly<Record<Column, string>>,
  rules: FieldRules<Column>,
  primaryKey: readonly Column[],
) {
  const fields = head.map((name) => {
    const constraints = rules[name]
    const type = FIELD_TYPES.get(name) ?? 'string'
    return { name, type, description: descriptions[name], ...(constraints ? { constraints } : {}) }
  })
  return { fields, primaryKey, missingValues: [''] }
}

interface ResourceParts {
  readonly name: string
  readonly path: string
  readonly title: string
  readonly description: string
}

const CSV = { format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' } as const

function yearsResource(dataset: Dataset, year: Year, words: PackageWords) {
  const { title, description, fields } = words.years
  const parts: ResourceParts = {
    name: `years-${year}`,
    path: `years/${year}.csv`,
    title: title(year),
    description,
  }
  const values = [...dataset.observations.values()].flatMap((years) => years.get(year)?.value ?? [])
  const rules = figureRules(dataset.catalogue, values)
  const schema = schemaOf(FIGURE_COLUMNS, fields, rules, ['年度', '指标编号'])
  return { ...parts, ...CSV, year, schema, type: 'table' }
}

function plansResource(year: Year, words: PackageWords) {
  const { title, description, fields } = words.plans
  const parts: ResourceParts = {
    name: `plans-${year}`,
    path: `plans/${year}.csv`,
    title: title(year),
    description,
  }
  const schema = schemaOf(PLAN_HEAD, fields, PLAN_RULES, ['年度', '类别', '序号'])
  return { ...parts, ...CSV, year, schema, type: 'table' }
}

function reportsResource({ sources }: Dataset, year: Year, { reports }: PackageWords) {
  const parts: ResourceParts = {
    name: `reports-${year}`,
    path: `reports/${year}.txt`,
    title: reports.title(year, sources.get(year)?.title ?? ''),
    description: reports.description,
  }
  return { ...parts, format: 'txt', mediatype: 'text/plain', encoding: 'utf-8', year }
}

const sourceEntry = ({ title, issuer, date, reference, path = '', year }: ReportSource) => ({
  title,
  ...(issuer === '' ? {} : { issuer }),
  ...(date === '' ? {} : { date }),
  ...(reference === '' ? {} : { reference }),
  ...(path === '' ? {} : { path }),
  year,
})

const inOrder = (years: Iterable<Year>): readonly Year[] => [...years].sort((a, b) => a - b)

/**
 * `datapackage.json` for just the files that go with it.
 * Shape: a Frictionless Data Package, version 2; years as given, plans and reports as far as there are any. It has no
 * `version`: that is for who publishes it to raise.
 */
export function toDataPackage(
  dataset: Dataset,
  years: readonly Year[],
  now: Date,
  words: PackageWords,
): Readonly<Record<string, unknown>> {
  const perYear = inOrder(new Set([...years, ...dataset.plans.keys(), ...dataset.reports.keys()]))
  const files = perYear.flatMap((year): readonly object[] => [
    ...(years.includes(year) ? [yearsResource(dataset, year, words)] : []),
    ...(dataset.plans.has(year) ? [plansResource(year, words)] : []),
    ...(dataset.reports.has(year) ? [reportsResource(dataset, year, words)] : []),
  ])
  const catalogue = { name: 'catalogue', path: 'catalogue.json', ...words.catalogue }
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: dataset.about?.name ?? 'rule-of-law-indicators',
    title: dataset.catalogue.title,
    description: dataset.about?.description ?? words.description,
    ...(dataset.example ? { example: true } : {}),
    created: now.toISOString(),
    sources: inOrder(dataset.sources.keys()).flatMap((year) => {
      const source = dataset.sources.get(year)
      return source ? [sourceEntry(source)] : []
    }),
    resources: [{ ...catalogue, format: 'json', mediatype: 'application/json', encoding: 'utf-8' }, ...files],
  }
}
