import { describe, expect, it } from 'vitest'
import { openWorkbook } from '#importing/decode/workbook.ts'
import { oleBytes, type XlsCell, type XlsSheet, xlsBytes } from '../../../support/xls.ts'

const open = (bytes: Uint8Array) => openWorkbook('a.xls', bytes, { encoding: null, labels: ['年度', '数值'] })
const sheet = (...rows: readonly (readonly XlsCell[])[]): XlsSheet => ({
  name: '表一',
  rows: new Map(rows.entries()),
})

async function rowsOf(...args: Parameters<typeof xlsBytes>) {
  const result = await open(xlsBytes(...args))
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.value.sheets.map(({ rows }) => rows.map(({ cells }) => cells))
}

describe('an .xls of Excel 97–2003', () => {
  it('is read with the row numbers Excel shows', async () => {
    const rows = new Map<number, readonly XlsCell[]>([
      [1, ['年度', '数值']],
      [3, [{ value: 2024, style: 0 }, '40余']],
    ])
    const result = await open(xlsBytes([{ name: '表一', rows }]))
    expect(result).toMatchObject({ ok: true, value: { format: 'xls', encoding: null, delimiter: null } })
    expect(result.ok && result.value.sheets[0]?.rows).toEqual([
      { number: 1, cells: ['', ''] },
      { number: 2, cells: ['年度', '数值'] },
      { number: 3, cells: ['', ''] },
      { number: 4, cells: ['2024', '40余'] },
    ])
  })

  it.each([
    [0.997, '0.0%', '99.7%'],
    [0.997, 10, '99.7%'],
    [12345, 3, '12345'],
    [710.99, 2, '710.99'],
    [2138, '0"件"', '2138件'],
    [45356, 'yyyy-mm-dd', '2024-03-05'],
    [45356, 14, '2024-03-05'],
    [45356, 31, '2024-03-05'],
    [45356, 57, '2024-03-05'],
  ] as const)('shows %d in the format %j as %j', async (value, format, text) => {
    expect(await rowsOf([sheet([{ value, style: 1 }])], [format])).toEqual([[[text]]])
  })

  it('gives results of formulas, text behind another record too, rounded as they are shown', async () => {
    const cells: readonly XlsCell[] = [
      { result: 79, style: 0 },
      { result: '40余', style: 0 },
      { result: '50余', style: 0, shared: true },
      { result: 2 / 3, style: 1 },
    ]
    expect(await rowsOf([sheet(['甲', '乙', '丙', '丁'], cells)], ['0.0%'])).toEqual([
      [
        ['甲', '乙', '丙', '丁'],
        ['79', '40余', '50余', '66.7%'],
      ],
    ])
  })

  it('marks hidden sheets and passes over charts', async () => {
    const result = await open(
      xlsBytes([
        { ...sheet(['甲']), name: '汇总' },
        { ...sheet(), name: '图', chart: true },
        { ...sheet(['乙']), name: '底稿', hidden: true },
      ]),
    )
    expect(result.ok && result.value.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['汇总', false],
      ['底稿', true],
    ])
  })
})

describe('an OLE file that is no readable workbook is named', () => {
  const bof = (version: number) => [0x09, 0x08, 4, 0, version & 0xff, version >> 8, 5, 0, 0x0a, 0, 0, 0]
  it.each([
    ['a locked .xls', xlsBytes([sheet(['甲'])], [], true), 'file-locked'],
    ['a locked .xlsx', oleBytes('EncryptedPackage', [1, 2]), 'file-locked'],
    ['a Word document', oleBytes('WordDocument', [1, 2]), 'file-other-kind'],
    ['Excel 5', oleBytes('Book', [1, 2]), 'file-other-kind'],
    ['an older version in the same stream', oleBytes('Workbook', bof(0x500)), 'file-other-kind'],
    ['a damaged stream', oleBytes('Workbook', [1, 2, 3, 4, 5]), 'file-damaged'],
    ['a cut off file', xlsBytes([sheet(['甲'])]).subarray(0, 1500), 'file-damaged'],
    ['a header alone', xlsBytes([sheet(['甲'])]).subarray(0, 600), 'file-damaged'],
    ['the first bytes alone', xlsBytes([sheet(['甲'])]).subarray(0, 8), 'file-damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await open(bytes)).toMatchObject({ ok: false, findings: [{ code, at: { file: 'a.xls' } }] })
  })

  it('whatever byte of it is broken, without an error of the program', async () => {
    const whole = xlsBytes([sheet(['年度', '数值'], [{ value: 2024, style: 1 }, '5'])], ['0'])
    for (let at = 0; at < 2400; at += 7) {
      const result = await open(Uint8Array.from(whole, (byte, i) => (i === at ? byte ^ 0xff : byte)))
      if (!result.ok) expect(result.findings[0]?.code).toMatch(/^file-|^rows-|^cells-/)
    }
  })
})
