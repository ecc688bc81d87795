import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { blocks } from '#domain/finding.ts'
import { joinSeries } from '#domain/joining.ts'
import { entryOf } from '#domain/observation.ts'
import { parseReport } from '#domain/report.ts'
import { dataFolder } from '#exporting/dataFolder.ts'
import { toZip } from '#exporting/zip.ts'
import { type DataFiles, filesToRead, PACKAGE_FILE, readDataset } from '#importing/dataset.ts'
import { overlay } from '#importing/overlay.ts'
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
import { hostileDataset } from '../../support/hostile.ts'
import { aFigureChange, aLog, anAddition, anEntry, aSettingsChange, aYearChange } from '../../support/log.ts'
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
    expect([own.name, own.title, own.description]).toEqual([
      published.name,
      published.title,
      published.description,
    ])
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

  it('is read as the same dataset whatever its texts hold', () => {
    fc.assert(
      fc.property(hostileDataset, (dataset) => {
        expect(meaningOf(readBack(folderOf(dataset)))).toEqual(meaningOf(dataset))
      }),
      { seed: 51, numRuns: 80 },
    )
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

  it('holds what was done here, and once it is published the log finds nothing to check', () => {
    const base = shippedDataset()
    const found = base.observations.get(indicatorIn(base, 'legal-aid-cases').id)?.get(asYear(2023))
    const log = aLog(
      [
        aFigureChange(
          'legal-aid-cases',
          2023,
          found ? entryOf(found) : null,
          anEntry('2199', { note: '=更正' }),
        ),
        anAddition('hotline-calls', { name: '热线接听量', since: 2024 }),
        aSettingsChange('legal-aid-cases', {}, { direction: '正' }),
      ],
      [
        aFigureChange('hotline-calls', 2024, null, '40余'),
        aFigureChange('legal-aid-cases', 2024, null, '2300'),
        aYearChange(2024, 'open', 'finished'),
      ],
    )
    const shown = overlay(base, log).dataset
    expect(shown.years).toEqual([2023, 2024])
    const published = readBack(folderOf(shown))
    expect(meaningOf(published)).toEqual(meaningOf(shown))
    const after = overlay(published, log)
    expect([after.conflicts, after.refused]).toEqual([[], []])
    expect(meaningOf(after.dataset)).toEqual(meaningOf(shown))
  })

  it('keeps the address of a report', () => {
    const source = {
      year: asYear(2031),
      title: '报告',
      issuer: '',
      date: '',
      reference: '',
      path: 'https://x.cn/1',
    }
    const dataset = aDataset({ figures: { a: { 2031: '1' } }, sources: new Map([[asYear(2031), source]]) })
    expect(readBack(folderOf(dataset)).sources.get(asYear(2031))).toEqual(source)
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
