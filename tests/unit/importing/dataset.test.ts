import { describe, expect, it } from 'vitest'
import { CATALOGUE_FILE, type DataFiles, filesToRead, PACKAGE_FILE, readDataset } from '#importing/dataset.ts'
import { type DataPackage, readDataPackage } from '#importing/shapes.ts'
import { asId, asYear, MADE_UP, SHIPPED, shippedDataset, threeYearDataset } from '../../support/data.ts'
import { bytesOf, readFolder, yearText } from '../../support/files.ts'

const YEAR_FILE = 'years/2031.csv'

function packageOf(folder: string): DataPackage {
  const result = readDataPackage(PACKAGE_FILE, readFolder(folder).get(PACKAGE_FILE) ?? new Uint8Array())
  if (!result.ok) throw new Error('unreadable')
  return result.value
}

/** The made-up county with some files replaced; `null` takes one away. */
function readWith(changes: Readonly<Record<string, Uint8Array | null>>) {
  const files = new Map(readFolder(MADE_UP))
  files.delete(PACKAGE_FILE)
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes) files.set(path, bytes)
    else files.delete(path)
  }
  return readDataset(packageOf(MADE_UP), files)
}

const aRow = { 年度: '2031', 指标编号: 'decision-hearings', 数值: '7' }

describe('filesToRead', () => {
  it('names the catalogue and the files of each year, and no evidence the app does not read', () => {
    expect(filesToRead(packageOf(SHIPPED))).toEqual([
      'catalogue.json',
      'years/2023.csv',
      'plans/2023.csv',
      'reports/2023.txt',
    ])
  })

  it.each([
    '../secret.csv',
    '/years/2023.csv',
    'years/../2023.csv',
    'years/23.csv',
    'http://x/years/2023.csv',
    'README.md',
  ])('leaves out %s', (path) => {
    expect(filesToRead({ example: false, sources: [], resources: [{ path }] })).toEqual([])
  })
})

describe('readDataset', () => {
  it('puts figures, report, plan and source of a year together', () => {
    const dataset = shippedDataset()
    const year = asYear(2023)
    expect(dataset.years).toEqual([2023])
    expect(dataset.observations.size).toBe(75)
    expect(dataset.observations.get(asId('legal-aid-cases'))?.get(year)).toMatchObject({
      quantity: { value: 2138, literal: '2138' },
      quote: '共办理各类法律援助案件2138件',
      source: { file: 'years/2023.csv' },
    })
    expect(dataset.reports.get(year)?.paragraphs.length).toBeGreaterThan(20)
    expect(dataset.plans.get(year)).toHaveLength(18)
    expect(dataset.sources.get(year)?.title).toBe(dataset.reports.get(year)?.paragraphs[0]?.text)
  })

  it('sorts the years and lets report and plan of some be absent', () => {
    const dataset = threeYearDataset()
    expect(dataset.years).toEqual([2023, 2024, 2025])
    expect([...dataset.reports.keys()]).toEqual([2023])
    expect([...dataset.plans.keys()]).toEqual([2023])
    expect([...dataset.sources.keys()].sort()).toEqual([2023, 2024, 2025])
  })

  it('does without a report', () => {
    const result = readWith({ 'reports/2031.txt': null })
    expect(result).toMatchObject({ ok: true, findings: [] })
    expect(result.ok && result.value.reports.size).toBe(0)
  })

  it.each([
    ['quote-not-in-report', 'warns', '召开听证会八场'],
    [undefined, undefined, '召开重大行政决策听证会7场'],
    [undefined, undefined, ''],
  ])('finds %s (%s) for the quote %j', (code, severity, 原句) => {
    const result = readWith({ [YEAR_FILE]: bytesOf(yearText({ ...aRow, 原句 })) })
    expect(result.ok).toBe(true)
    expect(result.findings.map((f) => [f.code, f.severity, f.at])).toEqual(
      code ? [[code, severity, { file: YEAR_FILE, row: 2, column: '原句' }]] : [],
    )
  })

  it('is refused as a whole where one row is blocked, with every finding of every file', () => {
    const result = readWith({
      [YEAR_FILE]: bytesOf(yearText({ ...aRow, 数值: '九十八' }, { ...aRow, 指标编号: '__proto__' })),
      'plans/2031.csv': bytesOf('类别,序号,内容\n目标,1,甲\n'),
    })
    expect(result.ok).toBe(false)
    expect(result.findings.map((f) => [f.code, f.at.file, f.at.row])).toEqual([
      ['value-unreadable', YEAR_FILE, 2],
      ['indicator-unknown', YEAR_FILE, 3],
      ['status-unknown', 'plans/2031.csv', 2],
    ])
  })

  it('blocks a row whose year is not that of its file', () => {
    expect(readWith({ [YEAR_FILE]: bytesOf(yearText({ ...aRow, 年度: '2030' })) })).toMatchObject({
      ok: false,
      findings: [{ code: 'year-elsewhere', facts: { raw: 2030, year: 2031 } }],
    })
  })

  it.each([
    ['file-empty', CATALOGUE_FILE, null],
    ['json-broken', CATALOGUE_FILE, bytesOf('{')],
    ['file-is-html', YEAR_FILE, bytesOf('<html>登录</html>')],
    ['file-empty', 'reports/2031.txt', bytesOf('')],
    ['file-not-text', 'reports/2031.txt', new Uint8Array([0x41, 0x81, 0x20])],
    ['file-missing', 'years/', null],
  ])('is refused as %s in %s', (code, file, bytes) => {
    const changes = file === 'years/' ? { [YEAR_FILE]: null, 'reports/2031.txt': null } : { [file]: bytes }
    expect(readWith(changes)).toMatchObject({
      ok: false,
      findings: [{ code, severity: 'blocks', at: { file } }],
    })
  })

  it('has another fingerprint as soon as one byte of one file differs', () => {
    const [one, other] = ['7', '8'].map((数值) =>
      readWith({ [YEAR_FILE]: bytesOf(yearText({ ...aRow, 数值 })) }),
    )
    expect(one?.ok && one.value.fingerprint).not.toBe(other?.ok && other.value.fingerprint)
  })

  it('does not depend on the order in which the files arrive', () => {
    const files: DataFiles = readFolder(MADE_UP)
    const backwards = new Map([...files].reverse())
    const [one, other] = [files, backwards].map((all) => readDataset(packageOf(MADE_UP), all))
    expect(one).toEqual(other)
    expect(one?.ok).toBe(true)
  })
})
