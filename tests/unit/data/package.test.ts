import { expect, it } from 'vitest'
import {
  type DataPackage,
  readBytes,
  readDataPackage,
  readTable,
  shippedFiles,
  shippedYears,
} from './shipped.ts'
import { checkSchema, checkTable } from './tableSchema.ts'

const dataPackage = readDataPackage()
const UNLISTED = ['datapackage.json', 'README.md']
const FORMATS: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  txt: 'text/plain',
}

/** Where the package and the folder disagree. */
function packageProblems({ resources, sources }: DataPackage, files: readonly string[]): readonly string[] {
  const paths = resources.map((r) => r.path)
  const names = resources.map((r) => r.name)
  const years = sources.map((s) => String(s.year))
  return [
    ...files.filter((f) => !UNLISTED.includes(f) && !paths.includes(f)).map((f) => `${f} is not described`),
    ...paths.filter((p) => !files.includes(p)).map((p) => `${p} does not exist`),
    ...paths.filter((p, i) => paths.indexOf(p) !== i).map((p) => `${p} is described twice`),
    ...names.filter((n, i) => names.indexOf(n) !== i || !/^[a-z0-9-]+$/.test(n)).map((n) => `bad name ${n}`),
    ...resources.flatMap((r) => {
      const year = /\/(\d{4})\./.exec(r.path)?.[1]
      return [
        ...(FORMATS[r.format] === r.mediatype && r.path.endsWith(`.${r.format}`)
          ? []
          : [`${r.path}: bad format`]),
        ...(String(r.year ?? '') === (year ?? '') ? [] : [`${r.path}: bad year`]),
        ...(year === undefined || years.includes(year) ? [] : [`${r.path}: no source`]),
        ...((r.format === 'csv') === (r.schema !== undefined) ? [] : [`${r.path}: bad schema`]),
        ...(r.encoding === 'utf-8' ? [] : [`${r.path}: bad encoding`]),
      ]
    }),
  ]
}

const tables = dataPackage.resources.flatMap(({ path, schema }) => (schema ? [{ path, schema }] : []))

it('describes every shipped file, and only shipped files', () => {
  expect(packageProblems(dataPackage, shippedFiles())).toEqual([])
})

it('notices a file that is not described and a description without a file', () => {
  const files = shippedFiles()
  expect(packageProblems(dataPackage, [...files, 'years/2024.csv'])).toEqual([
    'years/2024.csv is not described',
  ])
  expect(
    packageProblems(
      dataPackage,
      files.filter((f) => f !== 'catalogue.json'),
    ),
  ).toEqual(['catalogue.json does not exist'])
  const [first] = dataPackage.resources
  if (!first) throw new Error('no resource')
  const odd = { ...first, name: 'Odd Name', path: 'years/2024.csv', format: 'csv', encoding: 'gbk' }
  expect(packageProblems({ ...dataPackage, resources: [odd] }, ['years/2024.csv'])).toEqual([
    'bad name Odd Name',
    'years/2024.csv: bad format',
    'years/2024.csv: bad year',
    'years/2024.csv: no source',
    'years/2024.csv: bad schema',
    'years/2024.csv: bad encoding',
  ])
})

it('names the report the figures come from', () => {
  expect(dataPackage.title).toBe('嘉祥县法治政府建设指标')
  expect(dataPackage.sources.find((source) => source.year === 2023)).toEqual({
    title: '嘉祥县2023年度法治政府建设报告',
    issuer: '嘉祥县司法局',
    date: '2024-02-28',
    reference: '113708290043164240/2024-12449',
    year: 2023,
  })
})

it.each(tables)('$path has a sound schema and keeps it', ({ path, schema }) => {
  const { header, cells } = readTable(path)
  expect(checkSchema(schema)).toEqual([])
  expect(checkTable(schema, header, cells)).toEqual([])
})

it('describes at least one year', () => {
  expect(shippedYears('years')).toContain('2023')
  expect(tables.map((table) => table.path)).toContain('years/2023.csv')
})

it.each(shippedFiles().filter((path) => !path.endsWith('.csv')))(
  '%s is UTF-8 without BOM, with LF',
  (path) => {
    const bytes = readBytes(path)
    const text = bytes.toString('utf8')
    expect(Buffer.from(text, 'utf8').equals(bytes)).toBe(true)
    expect(text).not.toMatch(/^\ufeff|\r/)
  },
)
