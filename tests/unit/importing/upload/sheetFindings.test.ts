import { describe, expect, it } from 'vitest'
import { cellKey, NO_CHOICES, rowKey } from '#importing/upload/reading.ts'
import { readUpload } from '#importing/upload/readUpload.ts'
import { shippedDataset } from '../../../support/data.ts'
import { bytesOf } from '../../../support/files.ts'
import { type MadeCell, workbookBytes } from '../../../support/workbook.ts'

const dataset = shippedDataset()
const [first, second] = dataset.catalogue.indicators.filter(({ kind }) => kind === 'count')
if (!first || !second) throw new Error('no counts')

const row = (name: string, value: MadeCell, note: string) => [2024, name, value, '', note]
const book = (...rows: readonly (readonly MadeCell[])[]) => ({
  name: '2024.xlsx',
  bytes: workbookBytes([{ name: '表一', rows: [['年度', '指标', '数值', '单位', '备注'], ...rows] }]),
})
const destroyed = book(row(first.name, 5, '锟斤拷'), row(second.name, 7, ''))

describe('what opening a file finds in its cells', () => {
  it('blocks the row of a formula without a result', async () => {
    const file = book(row(first.name, { inside: '<f>A1</f>' }, ''), row(second.name, 7, ''))
    const reading = await readUpload(file, dataset)
    expect(reading.verdict).toBe('partial')
    expect(reading.observations.map(({ indicator }) => indicator)).toEqual([second.id])
    expect(reading.findings.filter(({ severity }) => severity === 'blocks')).toMatchObject([
      {
        code: 'formula-without-value',
        at: { file: '2024.xlsx', row: 2, column: '数值', cell: 2 },
        facts: { raw: 'C2' },
      },
    ])
  })

  it('takes a row back whose text was destroyed, in whatever column', async () => {
    const text = `年度,指标,数值,备注\n2024,${first.name},5,锟斤拷\n2024,${second.name},7,\n`
    const reading = await readUpload({ name: '2024.csv', bytes: bytesOf(text) }, dataset)
    expect(reading.observations.map(({ indicator }) => indicator)).toEqual([second.id])
    expect(reading.findings.filter(({ severity }) => severity === 'blocks')).toMatchObject([
      { code: 'text-destroyed', at: { row: 2, column: '备注', cell: 3 } },
    ])
  })

  it('is found in workbooks too', async () => {
    expect((await readUpload(destroyed, dataset)).observations).toHaveLength(1)
  })

  it('is settled when the cell is put right, or the row left out', async () => {
    const fixed = await readUpload(destroyed, dataset, {
      ...NO_CHOICES,
      fixes: new Map([[cellKey(2, 4), '']]),
    })
    expect(fixed.observations).toHaveLength(2)
    expect(fixed.findings.filter(({ code }) => code === 'text-destroyed')).toEqual([])
    const skipped = await readUpload(destroyed, dataset, { ...NO_CHOICES, skipped: new Set([rowKey(2)]) })
    expect(skipped.findings.filter(({ code }) => code === 'text-destroyed')).toEqual([])
  })
})
