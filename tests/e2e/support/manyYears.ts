import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import Papa from 'papaparse'

const folder = 'tests/fixtures/three-years'
const HEADER = ['年度', '章节', '分节', '指标编号', '指标', '数值', '单位', '状态', '原句', '备注']
const NUMERALS = '一二三四五六七八九'

interface CatalogueJson {
  readonly indicators: readonly { readonly id: string; readonly kind: string; readonly unit: string }[]
}

interface PackageJson {
  readonly resources: readonly { readonly path: string; readonly name: string }[]
  readonly sources?: unknown
}

const jsonOf = <T>(file: string): T => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as T

/** A figure of the right sort that differs from year to year and from its neighbours. */
function cellOf(kind: string, at: number, row: number): string {
  if (kind === 'rate') return String(90 + ((at * 3 + row) % 10))
  if (kind === 'rank') return `第${NUMERALS[(at + row) % 9]}`
  return String(20 + ((at * 37 + row * 11) % 300))
}

/** Serves the shipped catalogue with made-up figures of `count` years up to `last`. */
export async function serveManyYears(page: Page, count: number, last: number): Promise<readonly number[]> {
  const years = Array.from({ length: count }, (_, i) => last - count + 1 + i)
  const catalogue = jsonOf<CatalogueJson>('catalogue.json')
  const dataPackage = jsonOf<PackageJson>('datapackage.json')
  const template = dataPackage.resources.find(({ path }) => path.startsWith('years/'))
  const files = new Map<string, string>()
  files.set(
    'catalogue.json',
    JSON.stringify({
      ...catalogue,
      indicators: catalogue.indicators.map((indicator) => ({ ...indicator, since: years[0] })),
    }),
  )
  files.set(
    'datapackage.json',
    JSON.stringify({
      ...dataPackage,
      resources: [
        ...dataPackage.resources.filter(({ path }) => path === 'catalogue.json'),
        ...years.map((year) => ({ ...template, path: `years/${year}.csv`, name: `years-${year}`, year })),
      ],
    }),
  )
  for (const [at, year] of years.entries()) {
    const rows = catalogue.indicators.map(({ id, kind, unit }, row) => [
      String(year),
      '',
      '',
      id,
      '',
      cellOf(kind, at, row),
      kind === 'rank' ? '' : unit,
      ...['', '', ''],
    ])
    files.set(`years/${year}.csv`, Papa.unparse([HEADER, ...rows], { newline: '\r\n' }))
  }
  await page.route('**/data/**', (route) => {
    const body = files.get(new URL(route.request().url()).pathname.replace(/^.*\/data\//, ''))
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body })
  })
  return years
}
