import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { asYear, shippedDataset, threeYearDataset } from '../../support/data.ts'
import { pageDrawn, renderApp } from '../../support/render.tsx'

const footer = (): HTMLElement => screen.getByRole('contentinfo')

describe('the footer', () => {
  it('names the report of the only year, and no other', async () => {
    renderApp(shippedDataset())
    await pageDrawn()
    expect(footer()).toHaveTextContent(/数据来源：.*2023年度/)
    expect(within(footer()).queryByRole('group')).toBeNull()
  })

  it('names the report of the year looked at and keeps the others closed', async () => {
    const dataset = threeYearDataset()
    renderApp(dataset, { year: asYear(2024) })
    await pageDrawn()
    const others = within(footer()).getByRole('group')
    expect(others).not.toHaveAttribute('open')
    expect(others).toHaveTextContent('其他年度的2份报告')
    expect(others).not.toHaveTextContent('2024年度')
    expect(footer()).toHaveTextContent(/数据来源：.*2024年度/)
  })
})
