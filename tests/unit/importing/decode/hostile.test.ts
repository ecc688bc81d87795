import { strToU8, zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES, MAX_PARTS, MAX_ROWS } from '#importing/decode/limits.ts'
import { mergesWithin } from '#importing/decode/merges.ts'
import { openWorkbook } from '#importing/decode/workbook.ts'
import { readXlsxSheets } from '#importing/decode/xlsx.ts'
import { partsOf, unpack } from '#importing/decode/zip.ts'
import { bytesOf } from '../../../support/files.ts'
import { type MadeSheet, workbookBytes, workbookParts } from '../../../support/workbook.ts'

const OPTIONS = { encoding: null, labels: ['年度', '指标', '数值', '单位'] }
const open = (bytes: Uint8Array, name = 'a.xlsx') => openWorkbook(name, bytes, OPTIONS)
async function codesOf(bytes: Uint8Array, name?: string): Promise<readonly string[]> {
  const result = await open(bytes, name)
  return result.ok
    ? []
    : result.findings.map(({ code, facts }) => [code, facts.kind].filter(Boolean).join(' '))
}
const made = (xml: string): MadeSheet => ({ name: '表一', rows: [], xml })

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Reflect.has({}, 'polluted')).toBe(false)
})

describe('names out of a hostile file', () => {
  it('change no prototype: sheet, shared string, comment, tag and attribute called __proto__', async () => {
    const bytes = workbookBytes(
      [
        {
          name: '__proto__',
          rows: [
            ['constructor', '__proto__'],
            ['toString', 1],
          ],
        },
        made(
          '<worksheet __proto__="x"><sheetData><row r="1" __proto__="1"><c r="A1" constructor="1"><v>1</v></c></row></sheetData></worksheet>',
        ),
      ],
      [],
      {
        'xl/sharedStrings.xml': '<sst><si><t>__proto__</t></si></sst>',
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships><Relationship Id="r" Type="http://x/comments" Target="../comments1.xml"/></Relationships>',
        'xl/comments1.xml':
          '<comments><commentList><comment ref="__proto__"><text><t>polluted</t></text></comment></commentList></comments>',
        __proto__polluted: 'x',
      },
    )
    const result = await open(bytes)
    expect(result.ok && result.value.sheets[0]?.name).toBe('__proto__')
    expect(result.ok && result.value.sheets[0]?.rows[0]?.cells).toEqual(['constructor', '__proto__'])
  })

  it('are ordinary words in a text file', async () => {
    const result = await open(bytesOf('__proto__,constructor\n1,2\n'), '__proto__')
    expect(result.ok && result.value.sheets[0]?.rows[0]?.cells).toEqual(['__proto__', 'constructor'])
  })
})

// Large files take their time on a busy machine.
describe('files that swell', { timeout: 30_000 }, () => {
  it('are refused by their size before anything is read', async () => {
    const result = await open(new Uint8Array(MAX_FILE_BYTES + 1), 'a.csv')
    expect(result).toEqual({
      ok: false,
      findings: [
        { code: 'file-too-large', severity: 'blocks', at: { file: 'a.csv' }, facts: { size: 51, limit: 50 } },
      ],
    })
  })

  it('are refused when what is unpacked passes the limit', async () => {
    const parts = {
      ...workbookParts([made('<worksheet/>')]),
      'xl/worksheets/sheet1.xml': new Uint8Array(2_000_000),
    }
    expect(await readXlsxSheets('a.xlsx', partsOf(zipSync(parts)), { left: 1_000_000 })).toMatchObject({
      findings: [{ code: 'file-unpacks-too-far', facts: { limit: 150 } }],
    })
  })

  it('are counted while they unpack, whatever size the zip declares', () => {
    const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(20_000_000) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    const part = partsOf(bytes).get('xl/workbook.xml')
    if (!part) throw new Error('no part')
    expect(unpack(part, { left: 20_000_000 })).toHaveLength(20_000_000)
    const budget = { left: 500_000 }
    expect(() => unpack(part, budget)).toThrow('too-far')
    expect(budget.left).toBeGreaterThan(-5_000_000)
  })

  it('are refused before anything is unpacked where they say what they are', () => {
    const part = partsOf(zipSync({ a: new Uint8Array(20_000_000) })).get('a')
    if (!part) throw new Error('no part')
    const budget = { left: 500_000 }
    expect(() => unpack(part, budget)).toThrow('too-far')
    expect(budget.left).toBe(500_000)
  })

  it('are not unpacked where they hide in parts that hold no cells', async () => {
    const parts = {
      ...workbookParts([{ name: '表一', rows: [['甲']] }]),
      'xl/media/image1.png': new Uint8Array(2_000_000),
    }
    expect(await readXlsxSheets('a.xlsx', partsOf(zipSync(parts)), { left: 1_000_000 })).toMatchObject({
      ok: true,
    })
  })

  it('are refused with more parts than any workbook has', async () => {
    const junk = Object.fromEntries(
      Array.from({ length: MAX_PARTS + 1 }, (_, i) => [`x/${i}`, new Uint8Array()]),
    )
    expect(await codesOf(zipSync({ ...workbookParts([made('<worksheet/>')]), ...junk }))).toEqual([
      'file-unpacks-too-far',
    ])
  })

  it('are refused with cells at the far corner, rather than filling the memory', async () => {
    const cells =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    expect(
      await codesOf(workbookBytes([made(`<worksheet><sheetData>${cells}</sheetData></worksheet>`)])),
    ).toEqual(['cells-too-many'])
  })

  it('have merges only as far as their table reaches, and not endlessly many', async () => {
    const data = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>'
    const merged = (refs: string) => made(`<worksheet>${data}<mergeCells>${refs}</mergeCells></worksheet>`)
    const far = '<mergeCell ref="A1:XFD1048576"/><mergeCell ref="C9:D10"/><mergeCell ref="x"/>'
    const result = await open(workbookBytes([merged(far)]))
    expect(result.ok && result.value.sheets[0]?.merges).toEqual([{ row: 1, column: 0, rows: 1, columns: 2 }])
    const merge = { row: 1, column: 0, rows: 1000, columns: 1000 }
    expect(mergesWithin([merge], 1000, 1000)).toEqual([merge])
    expect(mergesWithin([merge, merge], 1000, 1000)).toBeNull()
  })

  it('are refused with more shared strings than could be held', async () => {
    const strings = `<sst>${'<si/>'.repeat(3_000_001)}</sst>`
    expect(
      await codesOf(
        workbookBytes([{ name: '表一', rows: [['甲']] }], [], { 'xl/sharedStrings.xml': strings }),
      ),
    ).toEqual(['cells-too-many'])
  })

  it('are refused as text with more rows than the limit', async () => {
    const text = `年度,数值\n${'2024,1\n'.repeat(MAX_ROWS + 1)}`
    expect(await codesOf(bytesOf(text), 'a.csv')).toEqual(['rows-too-many'])
  })

  it('are refused as text with more cells than could be held', async () => {
    expect(await codesOf(new Uint8Array(17_000_000).fill(0x2c), 'a.csv')).toEqual(['cells-too-many'])
  })

  it('gain nothing from entities that name each other', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    const strings = `${bomb}<sst><si><t>&b;&c;</t></si></sst>`
    const cell = '<c r="A1" t="s"><v>0</v></c>'
    const bytes = workbookBytes(
      [made(`<worksheet><sheetData><row r="1">${cell}</row></sheetData></worksheet>`)],
      [],
      { 'xl/sharedStrings.xml': strings },
    )
    const result = await open(bytes)
    expect(JSON.stringify(result)).not.toMatch(/hahaha|root:/)
  })
})

describe('what is no table is named', () => {
  const word = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override ContentType="x.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8('<w/>'),
  })
  const slides = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override ContentType="x.presentationml.presentation.main+xml"/></Types>',
    ),
  })
  const ods = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8('<o/>'),
  })
  const xlsb = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
    ),
  })
  const bytes = (text: string, ...more: readonly number[]) =>
    new Uint8Array([...strToU8(text, true), ...more])

  it.each([
    ['a Word document', word, 'file-other-kind word'],
    ['slides', slides, 'file-other-kind slides'],
    ['an ODS table', ods, 'file-other-kind ods'],
    ['a binary workbook', xlsb, 'file-other-kind xlsb'],
    ['a zip of anything', zipSync({ 'a.csv': strToU8('a,b') }), 'file-other-kind archive'],
    ['a RAR archive', bytes('Rar!\x1a\x07\x00'), 'file-other-kind archive'],
    ['a PDF', bytes('%PDF-1.7\n%\xe2\xe3'), 'file-other-kind pdf'],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n'), 'file-other-kind picture'],
    ['a JPEG', bytes('\xff\xd8\xff\xe0'), 'file-other-kind picture'],
    ['a rich text document', bytes('{\\rtf1\\ansi'), 'file-other-kind word'],
    [
      'XML of Excel 2003',
      bytes('<?xml version="1.0"?><Workbook xmlns="urn:x"/>'),
      'file-other-kind xml-sheet',
    ],
    [
      'a web page without a table',
      bytes('<!DOCTYPE html><html><body>login</body></html>'),
      'file-other-kind html',
    ],
    ['nothing', new Uint8Array(), 'file-empty'],
    ['blanks', bytes(' \r\n\t'), 'file-empty'],
    ['a workbook without a value', workbookBytes([{ name: '表一', rows: [] }]), 'file-empty'],
    ['a text cut off within a character', bytesOf('年度,指标').subarray(0, 9), 'file-cut-off'],
    ['bytes of nothing', new Uint8Array([0x41, 0x81, 0x20]), 'file-not-text'],
  ])('%s', async (_, content, code) => {
    expect(await codesOf(content, '年度.csv')).toEqual([code])
  })

  it('a workbook that is cut off or damaged', async () => {
    const whole = workbookBytes([
      {
        name: '表一',
        rows: [
          ['年度', '数值'],
          [2024, 5],
        ],
      },
    ])
    for (const length of [4, 30, 200, Math.floor(whole.length / 2), whole.length - 1])
      expect(await codesOf(whole.subarray(0, length))).toEqual(['file-damaged'])
    const broken = Uint8Array.from(whole, (byte, i) => (i > 60 && i < 90 ? byte ^ 0xff : byte))
    expect(await codesOf(broken)).toEqual(['file-damaged'])
    expect(await codesOf(workbookBytes([made('<worksheet><sheetData><row><c></sheetData>')]))).not.toEqual([])
  })

  it('a zip with a password', async () => {
    const bytes = Uint8Array.from(workbookBytes([{ name: '表一', rows: [['甲']] }]))
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
    expect(await codesOf(bytes)).toEqual(['file-locked'])
  })
})

describe('the content decides, not the name', () => {
  it('a workbook called .csv, a text called .xlsx', async () => {
    const book = await open(workbookBytes([{ name: '表一', rows: [['年度', '数值']] }]), '2024.csv')
    expect(book.ok && book.value.format).toBe('xlsx')
    const text = await open(bytesOf('年度,数值\n2024,5\n', 'gbk'), '2024.xls')
    expect(text.ok && text.value).toMatchObject({ format: 'text', encoding: 'gb18030', delimiter: ',' })
  })
})
