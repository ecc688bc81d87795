import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { entryOf } from '#domain/observation.ts'
import { aDataset, anIndicator, asId, asYear, tenYearDataset, threeYearDataset } from '../../support/data.ts'
import { aDraft, aFigureChange } from '../../support/log.ts'
import { figuresIn, pageDrawn, renderApp } from '../../support/render.tsx'

const ten = tenYearDataset()

async function show(dataset: Dataset, id: string, year: number | null = null) {
  const app = renderApp(dataset, { path: `/i/${id}`, year: year === null ? null : asYear(year) })
  await pageDrawn()
  return app
}

const region = (name: string) => screen.getByRole('region', { name })
const chart = () => within(region('数值')).getByRole('img')
const rows = () =>
  within(within(region('历年数值')).getByRole('table'))
    .getAllByRole('row')
    .slice(1)
const rowOf = (year: number) => {
  const row = rows().find((r) => within(r).getByRole('rowheader').textContent === String(year))
  if (!row) throw new Error(`no row ${year}`)
  return row
}

describe('the table of all years', () => {
  it('goes from the year to come back to the first, the year nobody published included', async () => {
    await show(ten, 'legal-aid-cases')
    expect(rows().map((row) => within(row).getByRole('rowheader').textContent)).toEqual(
      Array.from({ length: 12 }, (_, i) => String(2034 - i)),
    )
    expect(rowOf(2027)).toHaveAttribute('data-state', 'pending')
    expect(rowOf(2034)).toHaveTextContent('待录入')
    expect(rowOf(2033)).toHaveAttribute('aria-current', 'true')
  })

  it('says value, state, change, months and source of each', async () => {
    await show(ten, 'administrative-lawsuits', 2029)
    expect(rowOf(2029)).toHaveTextContent('62件1—6月精确值')
    expect(rowOf(2029)).toHaveTextContent('+5 件（+8.8%）')
    expect(rowOf(2030)).toHaveTextContent('统计月份不同，不比较')
    expect(rowOf(2030)).not.toHaveTextContent('1—6月')
    expect(rowOf(2032)).toHaveTextContent('years/2032.csv 第')
  })

  it('leads to each year’s figure, and to its sentence where the report is there', async () => {
    await show(ten, 'legal-aid-cases')
    const links = (year: number) =>
      within(rowOf(year))
        .getAllByRole('link')
        .map((link) => link.getAttribute('href'))
    expect(links(2025)).toEqual(['#/i/legal-aid-cases?year=2025', '#/report/2025?at=legal-aid-cases'])
    expect(links(2028)).toEqual(['#/i/legal-aid-cases?year=2028'])
  })

  it('marks the year whose scope changed; the chart’s words say what changed', async () => {
    await show(ten, 'court-appearance-rate')
    expect(rowOf(2030)).toHaveTextContent('口径有变')
    expect(rowOf(2031)).not.toHaveTextContent('口径有变')
    expect(region('数值')).toHaveTextContent('2030年口径有变：自2030年起只统计开庭审理的案件')
  })
})

describe('the years of the chart', () => {
  it('are the last ten and the one to come until the earlier ones are opened', async () => {
    const { user } = await show(ten, 'legal-aid-cases')
    expect(chart()).not.toHaveAccessibleName(/2023年/)
    await user.click(screen.getByRole('button', { name: '更早年度' }))
    expect(chart()).toHaveAccessibleName(/2023年2086 件.*2033年1187 件（1—6月），2034年待录入/)
    await user.click(screen.getByRole('button', { name: '收起更早年度' }))
    expect(chart()).not.toHaveAccessibleName(/2023年/)
  })

  it('are all of them at once for a year before the last ten', async () => {
    await show(ten, 'legal-aid-cases', 2023)
    expect(chart()).toHaveAccessibleName(/2023年.*2034年/)
  })

  it('have nothing to open where no year is left out', async () => {
    await show(threeYearDataset(), 'legal-aid-cases')
    expect(screen.queryByRole('button', { name: /更早年度/ })).toBeNull()
  })
})

describe('a figure that is missing', () => {
  it('names the last year it was published in', async () => {
    await show(ten, 'enterprise-disputes')
    expect(region('数值')).toHaveTextContent('最近一次公布：2029年 5312件')
  })

  it('of an open year is to come, and the picker says so', async () => {
    const dataset = aDataset({
      figures: { cases: { 2023: '50', 2024: '60' }, visits: { 2023: '5' } },
      openYears: [asYear(2024)],
    })
    await show(dataset, 'visits', 2024)
    expect(screen.getByRole('option', { name: '2024年度（录入中）' })).toBeVisible()
    expect(figuresIn(region('数值'))[0]).toMatchObject({ state: 'pending', text: '待录入' })
    expect(chart()).toHaveAccessibleName(/2023年5 件，2024年待录入/)
  })
})

describe('the log of the figure', () => {
  it('lists its changes with reason and author, the newest first, and no other’s', async () => {
    const { store } = await show(ten, 'legal-aid-cases')
    expect(region('修改历史')).toHaveTextContent('这项指标在本机没有修改。')
    await act(async () => {
      const keep = store.getState().keep
      const known = ten.observations.get(asId('legal-aid-cases'))?.get(asYear(2032))
      await keep(
        aDraft([aFigureChange('legal-aid-cases', 2032, known ? entryOf(known) : null, '2319')], {
          reason: '更正笔误',
          author: '张三',
        }),
      )
      await keep(aDraft([aFigureChange('notarisations', 2032, '5', '6')], { reason: '别的指标' }))
      await keep(aDraft([aFigureChange('legal-aid-cases', 2034, null, '700')], { reason: '新年度' }))
    })
    const items = within(region('修改历史')).getAllByRole('listitem')
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringMatching(/第3号.*待录入.*700件.*新年度/),
      expect.stringMatching(/第1号.*2318件.*2319件.*更正笔误.*张三/),
    ])
    expect(within(region('修改历史')).getByRole('link', { name: '全部修改' })).toHaveAttribute(
      'href',
      '#/history',
    )
  })
})

describe('the direction', () => {
  const dataset = aDataset({
    indicators: [anIndicator({ id: 'cases', direction: '中' })],
    figures: { cases: { 2023: '50', 2024: '60' } },
  })

  it('is changed with a reason, and the verdict follows at once', async () => {
    const { user, store } = await show(dataset, 'cases')
    expect(region('数值')).not.toHaveTextContent('变差')
    await user.click(screen.getByRole('button', { name: '更改方向、合并更名' }))
    const form = await screen.findByRole('form', { name: '与上年比时怎样评价' })
    const send = () => user.click(within(form).getByRole('button', { name: '更改方向' }))
    await send()
    expect(within(form).getByRole('status')).toHaveTextContent('与现在的方向相同，没有改动。')
    await user.click(within(form).getByRole('radio', { name: /^逆向/ }))
    await send()
    expect(within(form).getByRole('status')).toHaveTextContent('请写明修改原因')
    expect(store.getState().ledger.revisions).toEqual([])
    await user.type(within(form).getByRole('textbox', { name: '修改原因' }), '越少越好')
    await send()
    expect(await within(region('数值')).findByText('变差')).toBeVisible()
    expect(store.getState().ledger.revisions).toMatchObject([
      {
        kind: 'edit',
        reason: '越少越好',
        changes: [
          {
            what: 'indicator',
            before: { direction: '中', continues: null },
            after: { direction: '逆', continues: null },
          },
        ],
      },
    ])
    expect(region('说明')).toHaveTextContent('逆向，数值越小越好')
    expect(region('修改历史')).toHaveTextContent('中性')
  })
})

describe('a renamed indicator', () => {
  const NEWER = 'procuratorate-ip-combined-cases'
  const opened = async () => {
    const app = await show(ten, NEWER)
    await app.user.click(screen.getByRole('button', { name: '更改方向、合并更名' }))
    return { ...app, form: await screen.findByRole('form', { name: '更名合并' }) }
  }

  it('is not joined to one of another kind or unit, and it is said why', async () => {
    const { user, store, form } = await opened()
    await user.selectOptions(within(form).getByRole('combobox'), 'enforcement-review-pass-rate')
    expect(form).toHaveTextContent('两项指标的类型不同，不能接成一列。')
    await user.selectOptions(within(form).getByRole('combobox'), 'enforcement-review-officers')
    expect(form).toHaveTextContent('两项指标的单位不同，不能接成一列。')
    await user.type(within(form).getByRole('textbox', { name: '修改原因' }), '更名')
    await user.click(within(form).getByRole('button', { name: '合并为一列' }))
    expect(store.getState().ledger.revisions).toEqual([])
  })

  it('becomes one series with its older name, and two again', async () => {
    const { user, form } = await opened()
    await user.selectOptions(within(form).getByRole('combobox'), 'procuratorate-ip-cases')
    await user.type(within(form).getByRole('textbox', { name: '修改原因' }), '2030年起更名')
    await user.click(within(form).getByRole('button', { name: '合并为一列' }))
    expect(await screen.findByText('曾用名')).toBeVisible()
    expect(region('说明')).toHaveTextContent(/2023—2029年称“.+”2030年起称“.+综合履职.+”/)
    expect(rowOf(2029)).toHaveAttribute('data-state', 'exact')
    const apart = await screen.findByRole('form', { name: '更名合并' })
    await user.type(within(apart).getByRole('textbox', { name: '修改原因' }), '口径不同')
    await user.click(within(apart).getByRole('button', { name: '拆开' }))
    await screen.findByRole('combobox', { name: /由哪项指标更名而来/ })
    expect(screen.queryByText('曾用名')).toBeNull()
    expect(rowOf(2029)).toHaveAttribute('data-state', 'not-yet')
  })

  it('is not asked of an indicator that was there from the start', async () => {
    const { user } = await show(ten, 'legal-aid-cases')
    await user.click(screen.getByRole('button', { name: '更改方向、合并更名' }))
    await screen.findByRole('form', { name: '与上年比时怎样评价' })
    expect(screen.queryByRole('form', { name: '更名合并' })).toBeNull()
  })
})
