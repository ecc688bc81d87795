import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { TablePage } from '#features/table/TablePage.tsx'
import { asYear, shippedDataset, threeYearDataset } from '../../support/data.ts'

const rowsIn = (table: HTMLElement) => within(table).getAllByRole('row').slice(1)

describe('TablePage', () => {
  it('holds every figure with its sentence, chapter by chapter', () => {
    const dataset = shippedDataset()
    render(<TablePage dataset={dataset} year={asYear(2023)} />)
    const rows = screen.getAllByRole('table').flatMap(rowsIn)
    expect(rows.map((row) => row.dataset.indicator)).toEqual(dataset.catalogue.indicators.map((i) => i.id))
    for (const row of rows) expect(row.lastElementChild?.textContent).not.toBe('')
    expect(screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent)).toEqual([
      '序 序言 · 荣誉',
      '一 责任落实',
      '二 任务落地',
      '三 法律服务',
      '四 营商环境',
    ])
  })

  it('leads from each figure to its page', () => {
    render(<TablePage dataset={shippedDataset()} year={asYear(2023)} />)
    expect(screen.getByRole('link', { name: '办理公证' })).toHaveAttribute('href', '#/i/notarisations')
  })

  it('has every year entered, a word for what is missing and the state in words', () => {
    render(<TablePage dataset={threeYearDataset()} year={asYear(2024)} />)
    const row = screen.getByRole('row', { name: /^在线考试/ })
    const cells = within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
    expect(cells).toEqual(['2场', '未公布', '2场', '未公布', ''])
    expect(row).toHaveAttribute('data-state', 'not-published')
  })

  it('counts what it holds', () => {
    render(<TablePage dataset={shippedDataset()} year={asYear(2023)} />)
    expect(screen.getByRole('heading', { level: 1 }).closest('.page-head')).toHaveTextContent('75 项')
  })
})
