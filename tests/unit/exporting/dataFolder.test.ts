import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { blocks } from '#domain/finding.ts'
import { joinSeries } from '#domain/joining.ts'
import { parseReport } from '#domain/report.ts'
import { dataFolder } from '#exporting/dataFolder.ts'
import { toZip } from '#exporting/zip.ts'
import { type DataFiles, filesToRead, PACKAGE_FILE, readDataset } from '#importing/dataset.ts'
import { readDataPackage } from '#importing/shapes.ts'
import { fileWords } from '#ui/exportWords.ts'
import {
  aDataset,
  anIndicator,
  asYear,
  indicatorIn,
  madeUpDataset,
  SHIPPED,
  shippedDataset,
  tenYearDataset,
  threeYearDataset,
} from '../../support/data.ts'
import { readFolder } from '../../support/files.ts'
import { meaningOf } from '../../support/meaning.ts'

const NOW = new Date('2031-02-03T04:05:06Z')

const folderOf = (dataset: Dataset) => dataFolder(dataset, NOW, fileWords.package)

/** Reads a folder as the app does: the package first, then the files it names, each of which must be there. */
function readBack(files: DataFiles): Dataset {
  const dataPackage = readDataPackage(PACKAGE_FILE, files.get(PACKAGE_FILE) ?? new Uint8Array())
  if (!dataPackage.ok) throw new Error(JSON.stringify(dataPackage.findings))
  const wanted = filesToRead(dataPackage.value)
  expect([PACKAGE_FILE, ...wanted].sort()).toEqual([...files.keys()].sort())
  const read = readDataset(dataPackage.value, new Map([...files].filter(([path]) => path !== PACKAGE_FILE)))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  expect(blocks(read.findings)).toBe(false)
  return read.value
}

/** The files of a zip as they lie in the folder once it is unpacked. */
const unpack = (zip: Uint8Array): DataFiles =>
  new Map(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path.replace(/^data\//, ''), bytes]))

const jsonOf = (bytes: Uint8Array | undefined) =>
  JSON.parse(strFromU8(bytes ?? new Uint8Array())) as Record<string, unknown>

const datasets = [
  { name: 'the shipped county', dataset: shippedDataset() },
  { name: 'three years', dataset: threeYearDataset() },
  { name: 'ten years of examples', dataset: tenYearDataset() },
  { name: 'a county without plans', dataset: madeUpDataset() },
]

describe('the data folder', () => {
  it.each(datasets)('of $name is read as the same dataset', ({ dataset }) => {
    expect(meaningOf(readBack(folderOf(dataset)))).toEqual(meaningOf(dataset))
  })

  it('holds the shipped files as they are, byte for byte', () => {
    const [ours, shipped] = [folderOf(shippedDataset()), readFolder(SHIPPED)]
    for (const path of ['years/2023.csv', 'plans/2023.csv', 'reports/2023.txt'])
      expect(Buffer.from(ours.get(path) ?? []).equals(Buffer.from(shipped.get(path) ?? []))).toBe(true)
  })

  it('holds the shipped catalogue and says the same of every file it holds', () => {
    const [ours, shipped] = [folderOf(shippedDataset()), readFolder(SHIPPED)]
    expect(jsonOf(ours.get('catalogue.json'))).toEqual(jsonOf(shipped.get('catalogue.json')))
    const [own, published] = [jsonOf(ours.get(PACKAGE_FILE)), jsonOf(shipped.get(PACKAGE_FILE))]
    const resources = (published.resources as { readonly path: string }[]).filter(({ path }) =>
      ours.has(path),
    )
    expect(own.resources).toEqual(resources)
    expect(own.sources).toEqual(published.sources)
    expect(own.title).toBe(published.title)
  })

  it('leaves out a year still being entered, which a file would call finished, and keeps the others', () => {
    const dataset = aDataset({
      figures: { a: { 2031: '1', 2032: '2' }, b: { 2031: '3' } },
      openYears: [asYear(2032)],
    })
    const read = readBack(folderOf(dataset))
    expect(read.years).toEqual([2031])
    expect(read.observations.get(indicatorIn(dataset, 'a').id)?.get(asYear(2032))).toBeUndefined()
  })

  it('keeps the report of a year still being entered', () => {
    const dataset = aDataset({
      figures: { a: { 2031: '1', 2032: '2' } },
      openYears: [asYear(2032)],
      reports: new Map([[asYear(2032), parseReport('某县报告\n一、正文\n')]]),
    })
    expect(readBack(folderOf(dataset)).reports.get(asYear(2032))?.text).toBe('某县报告\n一、正文\n')
  })

  it('holds directions, joins and indicators as the screen shows them', () => {
    const base = aDataset({
      indicators: [anIndicator({ id: 'old' }), anIndicator({ id: 'new', direction: '正' })],
      figures: { old: { 2031: '1' }, new: { 2032: '2' } },
    })
    const joined = joinSeries(base, indicatorIn(base, 'old'), indicatorIn(base, 'new'))
    const read = readBack(folderOf(joined))
    expect(read.catalogue).toEqual(joined.catalogue)
    const values = [...(read.observations.get(indicatorIn(read, 'new').id)?.values() ?? [])]
    expect(values.map(({ year, value }) => [year, value])).toEqual([
      [2031, '1'],
      [2032, '2'],
    ])
    expect(indicatorIn(read, 'new').formerIds).toEqual(['old'])
  })

  it('demands of 数值 no form that a figure of the year does not have', () => {
    const patternOf = (value: string) => {
      const dataset = aDataset({ figures: { a: { 2031: '1' } }, details: { a: { value } } })
      const [, years] = jsonOf(folderOf(dataset).get(PACKAGE_FILE)).resources as {
        schema: { fields: { name: string; constraints?: { pattern?: string } }[] }
      }[]
      return years?.schema.fields.find(({ name }) => name === '数值')?.constraints?.pattern
    }
    expect(patternOf('40余')).toBeDefined()
    expect(patternOf('２１３８件')).toBeUndefined()
  })

  it('says that its figures are made up', () => {
    expect(jsonOf(folderOf(tenYearDataset()).get(PACKAGE_FILE)).example).toBe(true)
    expect(jsonOf(folderOf(shippedDataset()).get(PACKAGE_FILE))).not.toHaveProperty('example')
  })
})

describe('the zip of it', () => {
  it.each(datasets)('unpacks to the same dataset: $name', ({ dataset }) => {
    expect(meaningOf(readBack(unpack(toZip('data', folderOf(dataset)))))).toEqual(meaningOf(dataset))
  })

  it('lies in one folder, to take the place of the one on the server', () => {
    const paths = Object.keys(unzipSync(toZip('data', folderOf(shippedDataset()))))
    expect(paths.every((path) => path.startsWith('data/'))).toBe(true)
    expect(paths).toEqual([...paths].sort())
  })

  it('is the same bytes for the same files, in any time zone', () => {
    const files = new Map([['a.txt', readFileSync('data/README.md')]])
    const before = process.env.TZ
    const zips = ['Asia/Shanghai', 'America/Los_Angeles', 'UTC'].map((zone) => {
      process.env.TZ = zone
      return Buffer.from(toZip('data', files)).toString('base64')
    })
    process.env.TZ = before
    expect(new Set(zips).size).toBe(1)
  })
})
