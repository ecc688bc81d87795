import { within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { PanelCard } from '#ui/PanelCard.tsx'
import {
  asYear,
  madeUpDataset,
  shippedDataset,
  tenYearDataset,
  threeYearDataset,
} from '../../support/data.ts'
import { withNotes } from '../../support/notes.ts'
import { figuresIn, idsIn, renderWithUser } from '../../support/render.tsx'

const one = shippedDataset()
const three = threeYearDataset()
const ten = tenYearDataset()

function show(dataset: Dataset, id: string, year: number) {
  const panel = dataset.catalogue.panels.find((p) => p.id === id)
  if (!panel) throw new Error(`no panel ${id}`)
  const { user, container } = renderWithUser(
    <PanelCard dataset={dataset} panel={panel} year={asYear(year)} span={null} glyph />,
  )
  return { user, card: within(container).getByRole('region') }
}

const titleOf = (card: HTMLElement) => within(card).getByRole('heading', { level: 2 }).textContent

describe('the title', () => {
  it.each([
    [one, 'legal-aid-network', 2023, '法律援助网络“10+1+13+370”，延伸到370个村居'],
    [one, 'rates', 2023, '六项比率：四项为100%，最低99.5%'],
    [one, 'linkage-projects', 2023, '府检联动项目'],
    [three, 'rates', 2024, '六项比率：三项为100%，最低99.9%，两项无精确值'],
    [three, 'enforcement-review', 2024, '行政执法人员年审'],
    [madeUpDataset(), 'consultations', 2031, '法律咨询'],
    [madeUpDataset(), 'rates', 2031, '两项比率：最低96.2%'],
  ])(
    'says what is true, or the plain name where a figure in it is missing: %#',
    (dataset, id, year, title) => {
      expect(titleOf(show(dataset, id, year).card)?.replace(/^[序一二三四五]/, '')).toBe(title)
    },
  )

  it('marks the figures in it', () => {
    const { card } = show(one, 'duty-reports', 2023)
    const heading = within(card).getByRole('heading', { level: 2 })
    expect(figuresIn(heading).map(({ id, text }) => [id, text])).toEqual([
      ['duty-report-townships', '13'],
      ['duty-report-departments', '48'],
    ])
  })

  it('names the card and every chart in it', () => {
    const { card } = show(one, 'suggestions-proposals', 2023)
    expect(card).toHaveAccessibleName(/办理人大代表建议65件、政协委员提案254件$/)
    expect(
      within(card)
        .getAllByRole('img')
        .map((chart) => chart.getAttribute('aria-label')),
    ).toEqual([
      '办理件数。2023年：人大代表建议65 件；政协委员提案254 件。',
      '办复率。2023年：人大代表建议100%；政协委员提案100%。',
    ])
  })
})

describe('the twin table', () => {
  const toggleOf = (card: HTMLElement) => within(card).getByRole('button', { name: /数据与原句/ })

  it('is there for screen readers while it is closed, and holds nothing that takes the focus', () => {
    const { card } = show(one, 'rates', 2023)
    const table = within(card).getByRole('table')
    expect(toggleOf(card)).toHaveAttribute('aria-expanded', 'false')
    expect(within(table).getAllByRole('row')).toHaveLength(7)
    expect(within(table).queryAllByRole('link')).toEqual([])
  })

  it('opens and closes by keyboard, and says which', async () => {
    const { user, card } = show(one, 'rates', 2023)
    const toggle = toggleOf(card)
    await user.tab()
    while (document.activeElement !== toggle && document.activeElement !== document.body) await user.tab()
    expect(toggle).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(toggle).toHaveAttribute('aria-expanded', 'true')
    expect(toggle).toHaveAccessibleName('收起数据与原句')
    expect(within(card).getByRole('link', { name: '全程网办率' })).toHaveAttribute(
      'href',
      '#/i/online-service-rate',
    )
    await user.keyboard('{Enter}')
    expect(toggle).toHaveAttribute('aria-expanded', 'false')
    expect(toggle).toHaveAccessibleName('查看数据与原句')
  })

  it('is what the button controls', () => {
    const { card } = show(one, 'rates', 2023)
    const controlled = document.getElementById(toggleOf(card).getAttribute('aria-controls') ?? '')
    expect(controlled).toContainElement(within(card).getByRole('table'))
  })

  it('has each figure with its state in words and its sentence', () => {
    const { card } = show(one, 'business-ranks', 2023)
    const row = within(card).getByRole('row', { name: /执行合同位次/ })
    expect(row).toHaveAttribute('data-state', 'rank-within')
    expect(row).toHaveTextContent('前三位之内')
    expect(row).toHaveTextContent('名次区间')
    expect(row).toHaveTextContent('“执行合同”“破产办理”两项评价指标均居全市前三位')
  })

  it('has a column for every year entered', () => {
    const { card } = show(three, 'suggestions-proposals', 2024)
    const heads = within(within(card).getByRole('table')).getAllByRole('columnheader')
    expect(heads.map((head) => head.textContent)).toEqual(
      expect.arrayContaining(['2023年', '2024年', '2025年', '类型', '原句']),
    )
    const row = within(card).getByRole('row', { name: /人大代表建议/ })
    for (const text of ['65件', '71件', '68件']) expect(row).toHaveTextContent(text)
  })

  it('has the change of each figure with two years and more, not with one', () => {
    const { card } = show(three, 'suggestions-proposals', 2024)
    const row = within(card).getByRole('row', { name: /人大代表建议/ })
    expect(row).toHaveTextContent('+6 件（+9.2%）')
    expect(within(show(one, 'suggestions-proposals', 2023).card).queryByText('与上年比')).toBeNull()
  })

  it('says months and changes of scope beside the years they hold for', () => {
    const { card } = show(ten, 'administrative-lawsuits', 2030)
    const cells = (name: RegExp) =>
      within(within(card).getByRole('row', { name }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
    expect(cells(/出庭应诉/).slice(0, 8)).toContain('98.1%‖ 口径有变')
    expect(cells(/一审/).slice(0, 8)).toContain('57件1—6月')
  })

  it('says 待核 of a doubtful figure', () => {
    const { card } = show(three, 'honours', 2025)
    expect(within(card).getByRole('row', { name: /市级荣誉/ })).toHaveTextContent('精确值，待核')
  })
})

describe('the changes under the charts', () => {
  const changesIn = (card: HTMLElement) =>
    within(within(card).getByRole('list', { name: '与上年比' }))
      .getAllByRole('listitem')
      .map((item) => item.textContent)

  it('are one for each figure the charts show', () => {
    expect(changesIn(show(three, 'duty-reports', 2024).card)).toEqual([
      '述法镇街 持平',
      '述法县直部门单位 +1 个（+2.1%）',
    ])
  })

  it('leave out figures that say their own on a card', () => {
    const { card } = show(three, 'online-services', 2024)
    expect(changesIn(card)).toEqual([expect.stringContaining('网办率')])
  })

  it('are not there with one year', () => {
    expect(within(show(one, 'duty-reports', 2023).card).queryByRole('list', { name: '与上年比' })).toBeNull()
  })

  it.each(three.catalogue.panels.map((panel) => panel.id))('of %s reach every figure of it', (id) => {
    const { card } = show(three, id, 2025)
    const ids = new Set(
      three.catalogue.panels.find((panel) => panel.id === id)?.parts.flatMap((part) => part.indicators),
    )
    expect(
      card.querySelectorAll('.changes .change, .slot-card .change, .slot-card .last-known').length,
    ).toBeGreaterThanOrEqual(ids.size)
  })
})

describe('months', () => {
  it('that all figures of a panel share stand in its subtitle', () => {
    expect(show(ten, 'pretrial-settlement', 2029).card).toHaveTextContent('2029年1—6月 ·')
    expect(show(ten, 'pretrial-settlement', 2030).card).toHaveTextContent('2030年 ·')
  })

  it('that only some share are announced, and stand with those', () => {
    const { card } = show(ten, 'administrative-lawsuits', 2029)
    expect(card).toHaveTextContent('2029年（部分数值只含注明的月份）')
    expect(card).toHaveTextContent('62件1—6月')
  })

  it('keep a rate title from counting a half year among whole ones', () => {
    const rates = ten.catalogue.panels.find((panel) => panel.id === 'rates')
    const [first] = rates?.parts.flatMap((part) => part.indicators) ?? []
    const mixed = withNotes(ten, { [String(first)]: { 2033: '1—6月' } })
    expect(titleOf(show(ten, 'rates', 2033).card)).toMatch(/项比率：/)
    expect(titleOf(show(mixed, 'rates', 2033).card)).not.toMatch(/项比率：/)
  })
})

describe('the rest of the card', () => {
  it('names the part of the report the figures come from', () => {
    expect(show(one, 'honours-ranks', 2023).card).toHaveTextContent('来源：报告序言、第二部分、第四部分')
  })

  it('has year and scale in its subtitle', () => {
    expect(show(one, 'linkage-projects', 2023).card).toHaveTextContent('2023年 · 单位：项')
  })

  it('leaves out a note that names a missing figure', () => {
    expect(show(one, 'online-enforcement', 2023).card).toHaveTextContent('另有移动端办理 666 件')
    expect(show(three, 'online-enforcement', 2025).card).not.toHaveTextContent('另有移动端办理')
  })

  it('says where a zoomed axis starts', () => {
    expect(show(threeYearsOfRate(), 'review-rate', 2031).card).toHaveTextContent('纵轴自90%起')
  })

  it('draws places as a ladder with one year and as a line with three', () => {
    expect(within(show(one, 'business-ranks', 2023).card).getByRole('list')).toHaveTextContent(
      '执行合同四 · 营商环境1234…前三位之内',
    )
    const { card } = show(three, 'business-ranks', 2025)
    expect(within(card).getByRole('img')).toHaveAccessibleName(
      /执行合同：2023年前三位之内，2024年第2位，2025年第2位，2026年待录入/,
    )
  })

  it('counts what is entered in the matrix, without a twin table', () => {
    const { card } = show(three, 'entry-status', 2025)
    const rows = within(within(card).getByRole('table')).getAllByRole('row')
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim()))).toEqual([
      ['年度', '序 序言 · 荣誉', '一 责任落实', '二 任务落地', '三 法律服务', '四 营商环境', '合计'],
      ['2023', '5 / 5', '12 / 12', '31 / 31', '18 / 18', '9 / 9', '75 / 75'],
      ['2024', '5 / 5', '12 / 12', '29 / 30', '14 / 18', '9 / 9', '69 / 74'],
      ['2025', '5 / 5', '12 / 12', '31 / 33', '18 / 18', '9 / 9', '75 / 77'],
      ['2026', '待录入', '待录入', '待录入', '待录入', '待录入', '0 / 77'],
    ])
    expect(within(card).queryByRole('button')).toBeNull()
    expect(idsIn(card).size).toBe(0)
  })
})

/** The made-up county with a second year, so that its line has a zoomed axis. */
function threeYearsOfRate(): Dataset {
  const dataset = madeUpDataset()
  return { ...dataset, years: [asYear(2030), ...dataset.years] }
}
