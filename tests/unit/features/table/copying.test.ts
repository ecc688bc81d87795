import { expect, it } from 'vitest'
import { toTabText } from '#features/table/copying.ts'
import { changesOf, tableRows } from '#features/table/rows.ts'
import { aDataset, anIndicator, asYear } from '../../../support/data.ts'

const LATEST = asYear(2024)
const YEARS = [asYear(2023), LATEST]
const dataset = aDataset({
  indicators: [
    anIndicator({ id: 'cases', name: '案件', direction: '正' }),
    anIndicator({ id: 'rate', name: '比率', unit: '%', kind: 'rate' }),
    anIndicator({ id: 'silent', name: '沉默', since: 2024 }),
  ],
  figures: { cases: { 2023: '100', 2024: '12345' }, rate: { 2023: '99.5', 2024: '40余' } },
  details: { cases: { quote: '办结\t12345\n件,其中…' } },
  openYears: [asYear(2024)],
})

it('has a line for each row and a cell for each column, as the table shows them', () => {
  const text = toTabText(tableRows(dataset), changesOf(dataset, LATEST), LATEST, YEARS, dataset.openYears)
  expect(text.split('\n').map((line) => line.split('\t'))).toEqual([
    ['指标', '单位', '章', '2023年', '2024年（录入中）', '与上年比', '方向', '原句'],
    ['案件', '件', '第1章', '100', '12,345', '+12,245 件（+12,245.0%）', '正向', '办结 12345 件，其中…'],
    ['比率', '%', '第1章', '99.5%', '≥40%', expect.stringContaining('不计算同比'), '中性', ''],
    ['沉默', '件', '第1章', '当年尚无此项', '待录入', expect.stringContaining('待录入'), '中性', ''],
  ])
})
