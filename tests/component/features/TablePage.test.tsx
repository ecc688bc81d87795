import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { TablePage } from '#features/table/TablePage.tsx'
import { EditContext } from '#ui/editing.tsx'
import {
  aDataset,
  anIndicator,
  asYear,
  shippedDataset,
  tenYearDataset,
  threeYearDataset,
} from '../../support/data.ts'
import { renderWithUser } from '../../support/render.tsx'

const queryOf = (search: string) => new Map(new URLSearchParams(search))

/** The page at an address, with somebody who may change figures. */
function show(dataset: Dataset, year: number, search = '') {
  const edit = vi.fn()
  const page = renderWithUser(
    <EditContext.Provider value={edit}>
      <TablePage dataset={dataset} year={asYear(year)} query={queryOf(search)} />
    </EditContext.Provider>,
  )
  return { ...page, edit }
}

/** Rows by selector: the accessible names of a thousand cells take seconds to compute. */
const rowsOf = (root: Element) => [...root.querySelectorAll<HTMLTableRowElement>('tbody tr')]
const namesIn = (root: Element) => rowsOf(root).map((row) => row.cells[0]?.querySelector('a')?.textContent)
const rowOf = (root: Element, name: string): HTMLTableRowElement => {
  const row = rowsOf(root).find((r) => r.cells[0]?.textContent?.endsWith(name))
  if (!row) throw new Error(`no row ${name}`)
  return row
}
const cellIn = (root: Element, name: string, year: number): HTMLElement => {
  const cell = rowOf(root, name).querySelector<HTMLElement>(`td[data-year="${year}"]`)
  if (!cell) throw new Error(`no cell ${name} ${year}`)
  return cell
}

/** A dataset of four figures over three years, in the states that matter here. */
const small = () =>
  aDataset({
    indicators: [
      anIndicator({ id: 'first', name: '甲项', direction: '正' }),
      anIndicator({ id: 'second', name: '乙项', unit: '%', kind: 'rate', chapter: 2 }),
      anIndicator({ id: 'third', name: '丙项', aliases: ['行政复议'], since: 2024 }),
      anIndicator({ id: 'fourth', name: '丁项' }),
    ],
    figures: {
      first: { 2023: '40余', 2024: '45', 2025: '30' },
      second: { 2023: '99.5', 2024: '100', 2025: '99.8' },
      third: { 2024: '7' },
      fourth: { 2023: '12', 2024: '未公布', 2025: '12345' },
    },
    details: { fourth: { note: '1—6月；口径变化：含移送案件' } },
    openYears: [asYear(2025)],
  })

beforeEach(() => {
  window.location.hash = ''
})

describe('what the table holds', () => {
  it('every figure in one grid, in the report’s order, with its sentence', () => {
    const dataset = shippedDataset()
    const { container } = show(dataset, 2023)
    expect(screen.getAllByRole('grid')).toHaveLength(1)
    expect(namesIn(container)).toEqual(dataset.catalogue.indicators.map((i) => i.name))
    expect(rowsOf(container).filter((row) => row.lastElementChild?.textContent === '')).toEqual([])
    expect(screen.getByText('共75项，显示75项')).toBeVisible()
  })

  it('a column for every year, the unfinished one named so', () => {
    show(small(), 2024)
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent?.replace(/[↕▲▼]/, ''))).toEqual(
      ['指标', '章', '单位', '2023年', '2024年', '2025年（录入中）', '与上年比', '方向', '原句'],
    )
  })

  it('states in a word and a mark, half a year and a new scope as tags', () => {
    const { container } = show(small(), 2024)
    expect(cellIn(container, '甲项', 2023)).toHaveTextContent(/^≥40件下限值编辑$/)
    expect(cellIn(container, '丙项', 2023)).toHaveTextContent(/^· 当年尚无此项$/)
    expect(cellIn(container, '丙项', 2025)).toHaveTextContent(/^待录入$/)
    expect(cellIn(container, '丁项', 2024)).toHaveTextContent(/^未公布$/)
    expect(cellIn(container, '丁项', 2025)).toHaveTextContent(/^12,345件1—6月·口径有变编辑$/)
    expect(cellIn(container, '丁项', 2025)).toHaveAttribute('title', '口径有变：含移送案件')
    expect(cellIn(container, '乙项', 2024)).toHaveTextContent(/^100%编辑$/)
    expect(cellIn(container, '丙项', 2023)).toHaveAttribute('data-state', 'not-yet')
  })

  it('the change of the year looked at', () => {
    const { container } = show(small(), 2024)
    expect(rowOf(container, '乙项')).toHaveTextContent('提高 0.5 个百分点')
    expect(rowOf(container, '甲项')).toHaveTextContent('不计算同比')
  })

  it('keeps the column of a year that nobody entered between two others', () => {
    const { container } = show(tenYearDataset(), 2033)
    expect(rowOf(container, '办理法律援助案件数').querySelector('[data-year="2027"]')).toHaveTextContent(
      '待录入',
    )
  })
})
