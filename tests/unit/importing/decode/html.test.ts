import { describe, expect, it } from 'vitest'
import { openWorkbook } from '#importing/decode/workbook.ts'
import { bytesOf } from '../../../support/files.ts'

const open = (html: string, encoding = 'utf8') =>
  openWorkbook('导出.xls', bytesOf(html, encoding), { encoding: null, labels: [] })
async function tablesOf(html: string) {
  const result = await open(html)
  return result.ok ? result.value.sheets.map(({ rows }) => rows.map(({ cells }) => cells)) : result.findings
}

describe('a web page that an office system saved as .xls', () => {
  it('is read as the table it holds, in its encoding', async () => {
    const html =
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=gbk><style>td {mso-number-format:"\\@"}</style></head><body><table border=1>\r\n<tr><th>年度</th><th>数值</th></tr><tr>\r\n<td>2024</td><td x:num>40余</td></tr></table></body></html>'
    const result = await open(html, 'gbk')
    expect(result).toMatchObject({
      ok: true,
      value: { format: 'text', encoding: 'gb18030', delimiter: null },
    })
    expect(result.ok && result.value.sheets[0]?.rows).toEqual([
      { number: 1, cells: ['年度', '数值'] },
      { number: 2, cells: ['2024', '40余'] },
    ])
  })

  it('keeps the text of a cell: entities, breaks, tags inside it, tables inside it', async () => {
    const html =
      '<table><tr><td>甲&amp;乙&lt;&#20013;&#x4e2d;</td><td>一<br>二<p>三</p></td><td><b>粗</b> <a href="x>y">链</a></td><td>外<table><tr><td>内</td></tr></table></td></tr></table>'
    expect(await tablesOf(html)).toEqual([[['甲&乙<中中', '一\n二三', '粗 链', '外内']]])
  })

  it('keeps raised digits apart from the number before them', async () => {
    const html = '<table><tr><td>1030<sup>2</sup><td><sup>[1]</sup>99.7%<td>5</table>'
    expect(await tablesOf(html)).toEqual([[['1030²', '[¹]99.7%', '5']]])
  })

  it('leaves the places of merged cells empty and tells of them', async () => {
    const result = await open(
      '<table><tr><td rowspan="2">章</td><td colspan=2>甲</td></tr><tr><td>乙</td><td>丙</td></tr><tr><td>丁<td>戊<td>己</table>',
    )
    expect(result.ok && result.value.sheets[0]).toMatchObject({
      rows: [{ cells: ['章', '甲', ''] }, { cells: ['', '乙', '丙'] }, { cells: ['丁', '戊', '己'] }],
      merges: [
        { row: 1, column: 0, rows: 2, columns: 1 },
        { row: 1, column: 1, rows: 1, columns: 2 },
      ],
    })
  })

  it('runs and fetches nothing, and leaves scripts and comments out', async () => {
    const html =
      '<!DOCTYPE html><html><body><script>var a = "<table><tr><td>假</td></tr></table>"</script><!-- <table><tr><td>假</td></tr></table> --><table><tr><td><img src=x onerror=alert(1)>真</td></tr></table></body></html>'
    expect(await tablesOf(html)).toEqual([[['真']]])
  })

  it('gives every table with text as a sheet', async () => {
    const html =
      '<table><tr><td></td></tr></table><table><tr><td>甲</td></tr></table><table><tr><td>乙</td></tr></table>'
    expect(await tablesOf(html)).toEqual([[['甲']], [['乙']]])
  })

  it('is not swelled by spans, nor stuck on a tag that never ends', async () => {
    const wide = await open(
      '<table><tr><td rowspan=9999999 colspan=9999999>甲</td></tr><tr><td>乙</td></tr></table>',
    )
    expect(wide.ok && wide.value.sheets[0]?.rows.map(({ cells }) => cells.length)).toEqual([1000, 1001])
    const started = performance.now()
    await open(`<table><tr><td>甲</td></tr>${'<td a="'.repeat(50_000)}`)
    for (const mark of ['<', '<!--', '<script>', '<td "', "<td a='"])
      await open(`<table><tr><td>甲</td></tr></table>${mark.repeat(100_000)}`)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('is refused with more cells or rows than the limits', async () => {
    const wide = `<table>${'<tr><td colspan=1000>甲'.repeat(2000)}</table>`
    expect(await open(wide)).toMatchObject({ findings: [{ code: 'cells-too-many' }] })
    const long = `<table>${'<tr><td>甲'.repeat(200_001)}</table>`
    expect(await open(long)).toMatchObject({
      findings: [{ code: 'rows-too-many', facts: { rows: 200_001 } }],
    })
  })

  it('without a table is named as what it is', async () => {
    expect(await open('<!DOCTYPE html><html><body>请登录</body></html>')).toMatchObject({
      ok: false,
      findings: [{ code: 'file-other-kind', facts: { kind: 'html' } }],
    })
  })
})
