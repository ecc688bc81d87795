import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeCsv, decodeFile } from '#importing/decode/csv.ts'
import { openWorkbook } from '#importing/decode/workbook.ts'
import { bytesOf, csvText } from '../../../support/files.ts'

const LABELS = ['年度', '指标', '数值', '单位']
const decode = (text: string) => decodeCsv('a.csv', bytesOf(text), LABELS)
const cellsOf = (text: string) => {
  const result = decode(text)
  return result.ok ? result.value.rows.map((row) => row.cells) : result.findings.map((f) => f.code)
}

describe('decodeFile', () => {
  it.each([
    ['file-empty', ''],
    ['file-empty', ' \r\n\t\n　'],
    ['file-is-html', '<!DOCTYPE html><html><body>请登录</body></html>'],
    ['file-is-html', '\n  <html lang="zh-CN">'],
    ['file-is-html', '<?xml version="1.0"?><html/>'],
  ])('refuses as %s: %j', (code, text) => {
    const result = decodeFile('years/2023.csv', bytesOf(text, 'utf8', true))
    expect(result).toEqual({
      ok: false,
      findings: [{ code, severity: 'blocks', at: { file: 'years/2023.csv' }, facts: {} }],
    })
  })

  it('refuses bytes that are no text', () => {
    expect(decodeFile('a.csv', new Uint8Array([0x41, 0x81, 0x20]))).toMatchObject({
      ok: false,
      findings: [{ code: 'file-not-text', at: { file: 'a.csv' } }],
    })
  })

  it('gives the text of a file that merely begins with a bracket', () => {
    expect(decodeFile('a.txt', bytesOf('<五进>活动'))).toMatchObject({ ok: true, value: '<五进>活动' })
  })
})

describe('decodeCsv', () => {
  it('counts rows as WPS does: the first is 1, blank ones count, a quoted line break does not', () => {
    const result = decode('年度,指标\r\n\r\n2023,"甲\r\n乙"\r\n2024,丙\r\n')
    expect(result.ok && result.value).toEqual({
      file: 'a.csv',
      rows: [
        { number: 1, cells: ['年度', '指标'] },
        { number: 2, cells: [''] },
        { number: 3, cells: ['2023', '甲\n乙'] },
        { number: 4, cells: ['2024', '丙'] },
        { number: 5, cells: [''] },
      ],
    })
  })

  it.each([
    ['a comma', ','],
    ['a tab', '\t'],
    ['a semicolon', ';'],
    ['a full-width comma', '，'],
  ])('parts cells at %s', (_, mark) => {
    const text = `年度${mark}指标${mark}数值\n2023${mark}公证、调解${mark}5`
    expect(cellsOf(text)).toEqual([
      ['年度', '指标', '数值'],
      ['2023', '公证、调解', '5'],
    ])
  })

  it('lets the header decide, not the marks inside quotes', () => {
    const row = ['2023', '甲;乙;丙;丁', '5']
    expect(cellsOf(csvText([['年度', '指标', '数值'], row, row, row]))).toEqual([
      ['年度', '指标', '数值'],
      row,
      row,
      row,
      [''],
    ])
  })

  it('finds the header below a title row and a sep= line, and quoted', () => {
    expect(cellsOf('sep=;\n某县，某年，指标\n"年度";"指标"\n2023;甲,乙')).toEqual([
      ['sep=', ''],
      ['某县，某年，指标'],
      ['年度', '指标'],
      ['2023', '甲,乙'],
    ])
  })

  it('guesses the delimiter of a file whose header has other words', () => {
    expect(cellsOf('名称\t结果\n公证\t5\n调解\t6')).toEqual([
      ['名称', '结果'],
      ['公证', '5'],
      ['调解', '6'],
    ])
  })

  it.each([
    ['a quote that is never closed', '年度,指标\n2023,甲\n2023,"乙\n2023,丙\n', 3],
    ['words after a closing quote', '年度,指标\n2023,"甲"乙\n2023,丙\n', 2],
  ])('stops at %s and says in which row', (_, text, row) => {
    expect(decode(text)).toEqual({
      ok: false,
      findings: [{ code: 'csv-quotes', severity: 'blocks', at: { file: 'a.csv', row }, facts: {} }],
    })
  })

  it('keeps a doubled quote and a quote in the middle of a cell', () => {
    expect(cellsOf('年度,指标\n2023,"他说""好"""\n2023,他说"好"\n')[1]).toEqual(['2023', '他说"好"'])
    expect(cellsOf('年度,指标\n2023,"他说""好"""\n2023,他说"好"\n')[2]).toEqual(['2023', '他说"好"'])
  })

  it('passes on what makes the file unreadable', () => {
    expect(cellsOf('')).toEqual(['file-empty'])
    expect(cellsOf('<html></html>')).toEqual(['file-is-html'])
  })
})

describe('openWorkbook with a text', () => {
  const open = (text: string, encoding: 'utf-8' | 'big5' | null = null) =>
    openWorkbook('a.csv', bytesOf(text), { encoding, labels: LABELS })
  const sheetOf = async (text: string) => {
    const result = await open(text)
    if (!result.ok) throw new Error(JSON.stringify(result.findings))
    return result.value.sheets[0]
  }

  it('names encoding and delimiter, and gives one sheet without a name', async () => {
    expect(await open('年度\t指标\n2024\t公证\n')).toEqual({
      ok: true,
      value: {
        file: 'a.csv',
        format: 'text',
        encoding: 'utf-8',
        delimiter: '\t',
        sheets: [
          {
            file: 'a.csv',
            name: '',
            hidden: false,
            merges: [],
            findings: [],
            rows: [
              { number: 1, cells: ['年度', '指标'] },
              { number: 2, cells: ['2024', '公证'] },
              { number: 3, cells: [''] },
            ],
          },
        ],
      },
      findings: [],
    })
  })

  it.each([
    ['sep=;\r\n名称;结果\r\n公证，调解;5', ';'],
    ['"sep=|"\n名称|结果\n公证|5', '|'],
    ['SEP=\t\n名称\t结果\n公证\t5', '\t'],
  ])('takes the delimiter a first line names, which counts as row 1: %j', async (text, delimiter) => {
    const result = await open(text)
    expect(result.ok && result.value.delimiter).toBe(delimiter)
    expect(result.ok && result.value.sheets[0]?.rows[1]).toMatchObject({ number: 2, cells: ['名称', '结果'] })
  })

  it('keeps commas of either width inside quotes, curly quotes, and quotes inside a cell', async () => {
    const sheet = await sheetOf('年度,指标,数值\n2024,"公证，调解,仲裁",“五进”\n2024,5"屏,=1+1\n')
    expect(sheet?.rows.slice(1, 3).map(({ cells }) => cells)).toEqual([
      ['2024', '公证，调解,仲裁', '“五进”'],
      ['2024', '5"屏', '=1+1'],
    ])
  })

  it.each([
    ['年度,指标\n2023,甲\n2023,"乙\n2023,丙\n2023,"丁"\n', 3],
    ['年度,指标\n\n"2023,甲\n2023,乙\n', 3],
    ['年度,指标\n2023,"多\n行"\n2023,"乙\n', 3],
  ])('names the row where the quote opens, not where it is missed: %j', async (text, row) => {
    expect(await open(text)).toMatchObject({ ok: false, findings: [{ code: 'csv-quotes', at: { row } }] })
  })

  it('doubts a cell that swallowed rows because two quotes happen to match', async () => {
    const sheet = await sheetOf('年度,指标,数值\n2023,"甲,1\n2023,乙,2\n2023,丙",3\n2024,丁,4\n')
    expect(sheet?.findings).toEqual([
      {
        code: 'csv-rows-in-cell',
        severity: 'warns',
        at: { file: 'a.csv', row: 2, cell: 1 },
        facts: { lines: 3 },
      },
    ])
    expect((await sheetOf('年度,指标,数值\n2023,"甲\n乙",3\n'))?.findings).toEqual([])
  })

  it('allows blanks behind a closing quote, at the very end too', async () => {
    const sheet = await sheetOf('年度,指标\n2024,"公证" \n2024,"调解"  ')
    expect(sheet?.rows.map(({ cells }) => cells[1])).toEqual(['指标', '公证', '调解'])
  })

  it.each(['公\uFFFD\uFFFD', '锟斤拷锟斤拷'])(
    'blocks a row whose text was destroyed before: %s',
    async (raw) => {
      const sheet = await sheetOf(`年度,指标,数值\n2024,公证,1\n2024,${raw},2\n`)
      expect(sheet?.findings).toEqual([
        {
          code: 'text-destroyed',
          severity: 'blocks',
          at: { file: 'a.csv', row: 3, cell: 1 },
          facts: { raw },
        },
      ])
    },
  )

  it.each([
    ['gbk', '骞村害'],
    ['win1252', 'å¹´åº¦'],
  ])('refuses a text whose UTF-8 was taken for %s and saved so', async (encoding, raw) => {
    const seen = iconv.decode(Buffer.from('某县\n年度,指标,数值\n2024,公证,5\n'), encoding)
    const result = await open(seen)
    expect(result).toMatchObject({ ok: false, findings: [{ code: 'text-destroyed', at: { row: 2 } }] })
    expect(raw.startsWith(String(result.findings[0]?.facts.raw))).toBe(true)
  })

  it('refuses a chosen encoding that does not fit, with the first line it does not fit', async () => {
    const bytes = bytesOf('a,b\n年度,指标\n', 'gbk')
    expect(await openWorkbook('a.csv', bytes, { encoding: 'utf-8', labels: [] })).toMatchObject({
      ok: false,
      findings: [{ code: 'encoding-misfit', at: { file: 'a.csv', row: 2 }, facts: { encoding: 'utf-8' } }],
    })
  })

  it('says where a table goes on in another encoding', async () => {
    const rows = '年度,指标,数值\n'.concat('2024,办理公证件数,1130\n'.repeat(20))
    const bytes = Buffer.concat([bytesOf(rows), bytesOf('2024,普法宣讲期数,37\n2024,公证,5\n', 'gbk')])
    expect(
      await openWorkbook('a.csv', new Uint8Array(bytes), { encoding: null, labels: LABELS }),
    ).toMatchObject({
      ok: false,
      findings: [{ code: 'encoding-mixed', at: { row: 22 }, facts: { encoding: 'utf-8' } }],
    })
  })

  it('tells of a byte order mark that lies', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf('年度,指标\n2024,公证\n', 'gbk')])
    expect(await openWorkbook('a.csv', bytes, { encoding: null, labels: LABELS })).toMatchObject({
      ok: true,
      value: { encoding: 'gb18030' },
      findings: [{ code: 'encoding-mark-wrong', severity: 'warns', facts: { encoding: 'gb18030' } }],
    })
  })

  it('has rows in the order and number of mixed line ends', async () => {
    const sheet = await sheetOf('年度,指标\r\n1,甲\r2,乙\n\r\n3,"丙\r\n丁\r戊"\r')
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['年度', '指标'],
      ['1', '甲'],
      ['2', '乙'],
      [''],
      ['3', '丙\n丁\n戊'],
      [''],
    ])
  })
})

it('reads ="…" as the text that it keeps, where no other quotes stand', () => {
  expect(cellsOf('="年度",="数值",备注\n="2024",="1,030",x\n2024,=1+1,="="')).toEqual([
    ['年度', '数值', '备注'],
    ['2024', '1,030', 'x'],
    ['2024', '=1+1', '='],
  ])
  expect(cellsOf('年度,数值\n"甲\n=""x"",",="5"')).toEqual([
    ['年度', '数值'],
    ['甲\n="x",', '="5"'],
  ])
})
