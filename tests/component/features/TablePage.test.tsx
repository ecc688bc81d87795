import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { TablePage } from '#features/table/TablePage.tsx'
import { asYear, shippedDataset, threeYearDataset } from '../../support/data.ts'

/** Rows and links by selector: their accessible names take seconds to compute on this page. */
const rowsIn = (root: Element) => [...root.querySelectorAll<HTMLElement>('tbody tr')]
const linkTo = (name: string) => screen.getByText(name, { selector: 'th a' })

describe('TablePage', () => {
  it('holds every figure with its sentence, chapter by chapter', () => {
    const dataset = shippedDataset()
    const { container } = render(<TablePage dataset={dataset} year={asYear(2023)} />)
    const rows = rowsIn(container)
    expect(rows.map((row) => row.dataset.indicator)).toEqual(dataset.catalogue.indicators.map((i) => i.id))
    expect(rows.filter((row) => row.lastElementChild?.textContent === '')).toEqual([])
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
    expect(linkTo('办理公证')).toHaveAttribute('href', '#/i/notarisations')
  })

  it('has every year entered, a word for what is missing and the state in words', () => {
    render(<TablePage dataset={threeYearDataset()} year={asYear(2024)} />)
    const row = linkTo('在线考试').closest('tr')
    expect([...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)).toEqual([
      '2场',
      '未公布',
      '2场',
      '未公布',
      '',
    ])
    expect(row).toHaveAttribute('data-state', 'not-published')
  })

  it('counts what it holds', () => {
    render(<TablePage dataset={shippedDataset()} year={asYear(2023)} />)
    expect(screen.getByRole('heading', { level: 1 }).closest('.page-head')).toHaveTextContent('75 项')
  })
})
