import { strFromU8, strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openWorkbook, type Workbook } from '#importing/decode/workbook.ts'
import { type MadeCell, type MadeSheet, workbookBytes, workbookParts } from '../../../support/workbook.ts'

const OPTIONS = { encoding: null, labels: ['年度', '指标', '数值', '单位'] }

async function open(...args: Parameters<typeof workbookBytes>): Promise<Workbook> {
  const result = await openWorkbook('a.xlsx', workbookBytes(...args), OPTIONS)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.value
}

const sheet = (...rows: readonly (readonly MadeCell[])[]): MadeSheet => ({ name: '表一', rows })
const rowsOf = (book: Workbook, place = 0) => (book.sheets[place]?.rows ?? []).map(({ cells }) => cells)
const shown = async (inside: string, format: string): Promise<string | undefined> =>
  rowsOf(await open([sheet([{ attributes: 's="1"', inside }])], [format]))[0]?.[0]

describe('cells of a workbook as text', () => {
  it('reads words, numbers, yes and no, and numbers stored as text', async () => {
    const book = await open([
      sheet(['年度', '数值'], [2024, 710.99], ['2024', '40余'], [true, false], [null, 0]),
    ])
    expect(book).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null })
    expect(rowsOf(book)).toEqual([
      ['年度', '数值'],
      ['2024', '710.99'],
      ['2024', '40余'],
      ['TRUE', 'FALSE'],
      ['', '0'],
    ])
  })

  it.each([
    ['<v>710.99000000000001</v>', 'General', '710.99'],
    ['<v>0.30000000000000004</v>', 'General', '0.3'],
    ['<v>1.0984E4</v>', 'General', '10984'],
    ['<v>1.5E-3</v>', '0.00E+00', '0.0015'],
    ['<v>123456789012</v>', 'General', '123456789012'],
    ['<v>0.997</v>', '0.0%', '99.7%'],
    ['<v>0.28499999999999998</v>', '0%', '28.5%'],
    ['<v>1</v>', '0%', '100%'],
    ['<v>99.7</v>', '0.0"%"', '99.7%'],
    ['<v>12345</v>', '#,##0', '12345'],
    ['<v>12345.6</v>', '#,##0.00_ ', '12345.6'],
    ['<v>0</v>', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '0'],
    ['<v>0</v>', '0;-0;"未公布"', '未公布(=0)'],
    ['<v>0</v>', '#,##0;-#,##0;', '空(=0)'],
    ['<f>A2</f><v>0</v>', '#,##0;-#,##0;', ''],
    ['<v>7</v>', '0;-0;"未公布"', '7'],
    ['<v>0</v>', '0;-0', '0'],
    ['<v>0</v>', '0;-0;0.0', '0'],
    ['<v>2138</v>', '0"件"', '2138件'],
    ['<v>40</v>', '0"余"', '40余'],
    ['<v>30</v>', '"约"0', '约30'],
    ['<v>958</v>', '0.00万元', '958万元'],
    ['<v>12345</v>', '0!.0,"万"', '1.2345万'],
    ['<v>7205000</v>', '0!.0,"万元"', '720.5万元'],
    ['<v>7205000</v>', '0\\.0,"万元"', '720.5万元'],
    ['<v>7205000</v>', '0"."0,万元', '720.5万元'],
    ['<v>7205678</v>', '0!.0000"万元"', '720.5678万元'],
    ['<v>720500000</v>', '0.00,,"百万"', '720.5百万'],
    ['<v>12345</v>', '#,##0,"千"', '12.345千'],
    ['<v>7205000</v>', '0!.0,', '720.5(=7205000)'],
    ['<v>1030000</v>', '#,##0,', '1030(=1030000)'],
    ['<v>0</v>', '#,##0,', '0'],
    ['<v>10300</v>', '0.0,"万"', '10.3万(=10300)'],
    ['<v>10300</v>', '[>=10000]0!.0,"万";0', '1.03万'],
    ['<v>500</v>', '[>=10000]0!.0,"万";0', '500'],
    ['<v>50</v>', '[<100]0;0"余"', '50'],
    ['<v>100</v>', '[<100]0;0"余"', '100余'],
    ['<v>5</v>', '[=5]"约"0;[<>7]0;0"多"', '约5'],
    ['<v>7</v>', '[=5]"约"0;[<>7]0;0"多"', '7多'],
    ['<v>5</v>', '[Red]0";";0', '5;'],
    ['<v>1E400</v>', 'General', 'Infinity'],
    ['<v>710.99</v>', '¥#,##0.00', '710.99'],
    ['<v>5</v>', 'G/通用格式', '5'],
    ['<v>5</v>', 'G/通用格式"次"', '5次'],
    ['<v>-3</v>', '0;[Red]-0', '-3'],
    ['<v>45356</v>', 'yyyy-mm-dd', '2024-03-05'],
    ['<v>45356</v>', 'yyyy"年"m"月"d"日"', '2024-03-05'],
    ['<v>45356.5</v>', 'yyyy/m/d h:mm', '2024-03-05 12:00'],
    ['<v>45356</v>', 'yyyy"年"', '2024'],
    ['<v>0.75</v>', 'h:mm', '18:00'],
  ])('shows %s in the format %j as %j', async (inside, format, text) => {
    expect(await shown(inside, format)).toBe(text)
  })

  it.each([
    ['@"余"', '40余'],
    ['"约"@', '约40'],
    ['0;-0;0;"不少于"@', '不少于40'],
    ['@', '40'],
  ])('shows text with the words of its format: %s', async (format, text) => {
    const cell = { attributes: 's="1" t="inlineStr"', inside: '<is><t>40</t></is>' }
    expect(rowsOf(await open([sheet([cell])], [format]))[0]?.[0]).toBe(text)
  })

  it('counts days from 1904 where the workbook does', async () => {
    const workbook = `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`
    const cells = sheet([{ attributes: 's="1"', inside: '<v>43894</v>' }])
    expect(rowsOf(await open([cells], ['yyyy-mm-dd'], { 'xl/workbook.xml': workbook }))).toEqual([
      ['2024-03-05'],
    ])
  })

  it('reads error cells as what they show', async () => {
    const cells = ['#REF!', '#DIV/0!', '#N/A'].map((raw) => ({
      attributes: 't="e"',
      inside: `<v>${raw}</v>`,
    }))
    expect(rowsOf(await open([sheet(cells)]))).toEqual([['#REF!', '#DIV/0!', '#N/A']])
  })

  it('reads shared strings, rich ones whole, with line ends as \\n', async () => {
    const strings =
      '<sst><si><t>指标</t></si><si><r><t>行政</t></r><r><rPr><b/></rPr><t xml:space="preserve">复议 </t></r></si><si><t>甲_x000D_\n乙</t></si></sst>'
    const cells = [0, 1, 2].map((i) => ({ attributes: 't="s"', inside: `<v>${i}</v>` }))
    const book = await open([sheet(cells)], [], { 'xl/sharedStrings.xml': strings })
    expect(rowsOf(book)).toEqual([['指标', '行政复议 ', '甲\n乙']])
  })
})

describe('raised digits', () => {
  const run = (text: string, raised = false): string =>
    `<r>${raised ? '<rPr><vertAlign val="superscript"/><sz val="9"/></rPr>' : ''}<t>${text}</t></r>`

  it('are no digits of the number before them', async () => {
    const strings = `<sst><si>${run('1030')}${run('2', true)}</si><si>${run('99.7%')}${run('注1', true)}</si><si>${run('2', true)}${run('14')}</si></sst>`
    const cells = [0, 1, 2].map((i) => ({ attributes: 't="s"', inside: `<v>${i}</v>` }))
    const inline = { attributes: 't="inlineStr"', inside: `<is>${run('1030')}${run('2', true)}</is>` }
    const book = await open([sheet([...cells, inline])], [], { 'xl/sharedStrings.xml': strings })
    expect(rowsOf(book)).toEqual([['1030²', '99.7%注¹', '²14', '1030²']])
  })

  it('are not looked for in texts that name them', async () => {
    const strings = `<sst><si><t>"superscript"</t></si><si><t>12</t></si></sst>`
    const cells = [0, 1].map((i) => ({ attributes: 't="s"', inside: `<v>${i}</v>` }))
    const book = await open([sheet(cells)], [], { 'xl/sharedStrings.xml': strings })
    expect(rowsOf(book)).toEqual([['"superscript"', '12']])
  })
})

describe('parts', () => {
  it('that hold sheets may stand anywhere the workbook says', async () => {
    const made = workbookParts([sheet(['年度'], [2024])])
    const { 'xl/worksheets/sheet1.xml': part, 'xl/_rels/workbook.xml.rels': rels, ...rest } = made
    const moved = strFromU8(rels ?? new Uint8Array()).replace('worksheets/', '/xl/tables/')
    const bytes = zipSync({
      ...rest,
      'xl/_rels/workbook.xml.rels': strToU8(moved),
      'xl/tables/sheet1.xml': part ?? new Uint8Array(),
    })
    const result = await openWorkbook('a.xlsx', bytes, OPTIONS)
    expect(result.ok && rowsOf(result.value)).toEqual([['年度'], ['2024']])
  })
})

describe('a stray cell far below the table', () => {
  it('adds one row, not a million', async () => {
    const rows = new Map([
      [1, ['年度']],
      [3, [2024]],
      [1_048_576, ['x']],
    ])
    const [first] = (await open([{ name: '表一', rows }])).sheets
    expect(first?.rows).toEqual([
      { number: 1, cells: ['年度'] },
      { number: 3, cells: ['2024'] },
      { number: 1_048_576, cells: ['x'] },
    ])
  })
})

describe('formulas', () => {
  it('are read as the result the file holds', async () => {
    const cells = [
      { inside: '<f>SUM(A1:A2)</f><v>79</v>' },
      { attributes: 't="str"', inside: '<f>A1&amp;"余"</f><v>40余</v>' },
      { attributes: 't="str"', inside: '<f>""</f><v></v>' },
    ]
    const book = await open([sheet(['甲', '乙', '丙'], cells)])
    expect(rowsOf(book)[1]).toEqual(['79', '40余', ''])
    expect(book.sheets[0]?.findings).toEqual([])
  })

  it('without a result are empty, and block their row', async () => {
    const book = await open([sheet(['年度', '数值'], [2024, { inside: '<f>B1+1</f><v></v>' }])])
    expect(rowsOf(book)[1]).toEqual(['2024', ''])
    expect(book.sheets[0]?.findings).toEqual([
      {
        code: 'formula-without-value',
        severity: 'blocks',
        at: { file: 'a.xlsx', row: 2, cell: 1 },
        facts: { raw: 'B2' },
      },
    ])
  })

  it('are rounded as their cell shows them, which is told; typed numbers never are', async () => {
    const computed = { attributes: 's="1"', inside: '<f>2/3</f><v>0.66666666666666663</v>' }
    const typed = { attributes: 's="1"', inside: '<v>0.98765</v>' }
    const book = await open([sheet([computed, typed])], ['0.0%'])
    expect(rowsOf(book)).toEqual([['66.7%', '98.765%']])
    expect(book.sheets[0]?.findings).toMatchObject([
      {
        code: 'formula-rounded',
        severity: 'notes',
        at: { row: 1, cell: 0 },
        facts: { raw: 'A1', value: '66.7%' },
      },
    ])
  })
})

describe('sheets', () => {
  it('are all read, with their names; hidden ones are marked', async () => {
    const book = await open([
      { name: '汇总', rows: [['a']] },
      { name: '底稿', rows: [['b']], state: 'hidden' },
      { name: '底稿2', rows: [], state: 'veryHidden' },
    ])
    expect(book.sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['汇总', false, 1],
      ['底稿', true, 1],
      ['底稿2', true, 0],
    ])
  })

  it('count rows as Excel does where a sheet starts lower and has gaps', async () => {
    const rows = new Map<number, readonly MadeCell[]>([
      [3, ['年度', '数值']],
      [6, [2024, 5]],
    ])
    const book = await open([{ name: '表一', rows }])
    expect(book.sheets[0]?.rows).toEqual([
      { number: 1, cells: ['', ''] },
      { number: 2, cells: ['', ''] },
      { number: 3, cells: ['年度', '数值'] },
      { number: 4, cells: ['', ''] },
      { number: 5, cells: ['', ''] },
      { number: 6, cells: ['2024', '5'] },
    ])
  })

  it('give their merged cells, of which only the first has text', async () => {
    const made: MadeSheet = {
      name: '表一',
      rows: [
        ['章', '甲'],
        [null, '乙'],
        [null, '丙'],
      ],
      merges: ['A1:A3'],
    }
    const book = await open([made])
    expect(book.sheets[0]?.merges).toEqual([{ row: 1, column: 0, rows: 3, columns: 1 }])
    expect(rowsOf(book)).toEqual([
      ['章', '甲'],
      ['', '乙'],
      ['', '丙'],
    ])
  })

  it('are no wider than their last value, however far formats reach', async () => {
    const xml =
      '<worksheet><cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row></sheetData></worksheet>'
    expect(rowsOf(await open([{ name: '表一', rows: [], xml }]))).toEqual([['1']])
  })

  it('may have tags with a prefix, and cells without an address', async () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c/><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(rowsOf(await open([{ name: '表一', rows: [], xml }]))).toEqual([['甲', '', '5']])
  })

  it('that are charts are passed over', async () => {
    const rels = `<Relationships><Relationship Id="rId1" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`
    const book = await open(
      [
        { name: '图', rows: [] },
        { name: '表', rows: [['甲']] },
      ],
      [],
      {
        'xl/_rels/workbook.xml.rels': rels,
      },
    )
    expect(book.sheets.map(({ name }) => name)).toEqual(['表'])
  })
})
