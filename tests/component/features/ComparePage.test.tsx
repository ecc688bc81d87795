import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ComparePage } from '#features/compare/ComparePage.tsx'
import { asYear, shippedDataset, threeYearDataset } from '../../support/data.ts'

const three = threeYearDataset()

const showTwo = (base: number, year: number) =>
  render(<ComparePage dataset={three} base={asYear(base)} year={asYear(year)} />).container

/** By text, because the accessible names of some eighty rows take a second to compute. */
const rowOf = (name: string) => {
  const row = screen.getByText(name, { selector: 'th a' }).closest('tr')
  if (!row) throw new Error(`no row ${name}`)
  return row
}

describe('with one year', () => {
  it('says that there is nothing to compare yet, and draws no table', () => {
    render(<ComparePage dataset={shippedDataset()} base={null} year={asYear(2023)} />)
    expect(screen.getByText(/^只有2023年，录入2024年后即可对比/)).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
  })
})

describe('with two years', () => {
  it('holds every figure once, chapter by chapter', () => {
    showTwo(2023, 2024)
    const tables = screen.getAllByRole('table')
    expect(tables.map((table) => within(table).getAllByRole('row').length - 1)).toEqual([5, 12, 33, 18, 9])
  })

  it('has the two years as columns', () => {
    showTwo(2024, 2025)
    const [table] = screen.getAllByRole('table')
    expect(
      within(table as HTMLElement)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['指标', '2024年', '2025年', '变动'])
  })

  it.each([
    ['镇街调解成功案件', '758件', '826件', '+68 件（+9.0%）'],
    ['全程网办率', '99.7%', '99.9%', '提高 0.2 个百分点改善'],
    ['案件调解量位次', '第2位', '第3位', '后移 1 位变差'],
    ['执法监督意见书', '6份', '9份', '+3 份，基数小，不算比例'],
    ['习近平法治思想专题学习', '≥40场', '≥50场', '— 两年均为下限值，不计算同比'],
    ['执行合同位次', '前三位之内', '第2位', '— 两年中有一年为名次区间，不计算同比'],
    ['负责人出庭应诉率', '100%', '未公布', '— 2024年未公布，无法比较'],
    ['年审考试通过率', '99.5%', '不适用', '— 2024年不适用，无法比较'],
    ['行政诉讼败诉案件', '当年尚无此项', '24件', '— 2023年尚无此项，无法比较'],
    ['镇街法援工作站', '13个', '13个', '持平'],
  ])('%s went from %s to %s: %s', (name, from, to, change) => {
    showTwo(2023, 2024)
    const cells = within(rowOf(name)).getAllByRole('cell')
    expect(cells.map((cell) => cell.textContent)).toEqual([from, to, change])
  })

  it('gives every row a change or a reason, never an empty cell and never 0 for what is missing', () => {
    const container = showTwo(2023, 2024)
    for (const row of container.querySelectorAll('tbody tr')) {
      const [from, to, change] = [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')
      expect(change).not.toBe('')
      if (/未公布|不适用|待录入|尚无/.test(`${from}${to}`)) expect(change).toMatch(/无法比较$/)
    }
  })

  it('judges with a word and an arrow, never by colour alone, and only where a direction is set', () => {
    showTwo(2024, 2025)
    expect(rowOf('行政诉讼败诉案件')).toHaveTextContent('+6 件（+25.0%）变差')
    expect(rowOf('案件调解量位次')).toHaveTextContent('前移 2 位改善')
    expect(rowOf('法律援助案件')).toHaveTextContent(/−275 件（−12.0%）$/)
    for (const name of ['行政诉讼败诉案件', '案件调解量位次', '法律援助案件'])
      expect(rowOf(name).querySelectorAll('svg')).toHaveLength(1)
  })

  it('claims nothing of the years between two years that were chosen', () => {
    const container = showTwo(2023, 2025)
    expect(rowOf('镇街调解成功案件')).toHaveTextContent('+32 件（+4.2%）')
    expect(container.textContent).not.toContain('2024年')
  })
})
