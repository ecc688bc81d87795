import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { OverviewPage } from '#features/overview/OverviewPage.tsx'
import {
  asYear,
  madeUpDataset,
  shippedDataset,
  tenYearDataset,
  threeYearDataset,
} from '../../support/data.ts'
import { figuresIn } from '../../support/render.tsx'

const one = shippedDataset()
const three = threeYearDataset()
const ten = tenYearDataset()

const show = (dataset: Dataset, year: number) =>
  render(<OverviewPage dataset={dataset} year={asYear(year)} />).container

/** The headline card of that name. */
const headline = (name: string) => {
  const card = screen.getByRole('heading', { level: 2, name: new RegExp(`${name}$`) }).closest('article')
  if (!card) throw new Error(`no card ${name}`)
  return card as HTMLElement
}

/** Figure and state of each large number of a card. */
const bigIn = (card: HTMLElement) => {
  const big = card.querySelector('.big')
  return big ? figuresIn(big).map((figure) => [figure.id, figure.state, figure.text]) : []
}

describe('the head', () => {
  it('names the year and counts what is entered', () => {
    show(one, 2023)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('2023年度总览')
    expect(screen.getByText(/^75 项指标已录入/)).toHaveTextContent(
      '精确值 65 项，下限值 7 项，名次 1 项，名次区间 2 项。',
    )
  })

  it('counts what a year lacks', () => {
    show(three, 2024)
    expect(screen.getByText(/项指标，已录入/)).toHaveTextContent('76 项指标，已录入 69 项')
  })

  it('explains the marks in words', () => {
    show(one, 2023)
    const legend = screen.getByRole('list', { name: '图例' })
    for (const word of ['已录入', '待录入', '未公布', '≥', '下限值']) expect(legend).toHaveTextContent(word)
  })
})

describe('the headlines', () => {
  it('are the eight of the catalogue, in its order', () => {
    const container = show(one, 2023)
    const names = [...container.querySelectorAll('article.headline h2')].map((h) => h.textContent)
    expect(names.map((name) => name?.slice(1))).toEqual(one.catalogue.headlines.map((h) => h.name))
    expect(names).toHaveLength(8)
  })

  it.each([
    [
      '开展专题述法的单位',
      [
        ['duty-report-townships', 'exact', '13镇街'],
        ['duty-report-departments', 'exact', '48县直单位'],
      ],
    ],
    ['政务服务全程网办率', [['online-service-rate', 'exact', '99.7%']]],
    ['法律援助案件', [['legal-aid-cases', 'exact', '2138件']]],
    ['妥善审理涉企纠纷', [['enterprise-disputes', 'exact', '4494件']]],
  ])('%s shows %j', (name, figures) => {
    show(one, 2023)
    expect(bigIn(headline(name))).toEqual(figures)
  })

  it('shows two equal rates of one sentence once, marked as both', () => {
    show(one, 2023)
    expect(bigIn(headline('建议、提案办复率'))).toEqual([
      ['cppcc-proposal-reply-rate', 'exact', '100%'],
      ['deputy-suggestion-reply-rate', 'exact', '100%'],
    ])
    expect(within(headline('建议、提案办复率')).getAllByText('100')).toHaveLength(1)
  })

  it('shows them apart in a year in which they differ', () => {
    show(three, 2025)
    expect(bigIn(headline('建议、提案办复率'))).toEqual([
      ['deputy-suggestion-reply-rate', 'exact', '98.5%建议'],
      ['cppcc-proposal-reply-rate', 'exact', '100%提案'],
    ])
  })

  it('has the place beside the number, and the context under it', () => {
    show(one, 2023)
    expect(headline('镇街调解成功案件')).toHaveTextContent('全市第2位')
    expect(headline('法律援助案件')).toHaveTextContent('挽回经济损失 710.99 万元')
  })

  it('stays and says so where its figure is not published', () => {
    show(three, 2024)
    expect(bigIn(headline('负责人出庭应诉率'))).toEqual([
      ['court-appearance-rate', 'not-published', '未公布'],
    ])
  })

  it('names the last year it was published in, and leads there', () => {
    show(ten, 2033)
    const card = headline('妥善审理涉企纠纷')
    expect(bigIn(card)).toEqual([['enterprise-disputes', 'not-published', '未公布']])
    expect(card).toHaveTextContent('最近一次公布：2029年 5312件')
    expect(within(card).getByRole('link', { name: /2029年/ })).toHaveAttribute(
      'href',
      '#/i/enterprise-disputes?year=2029',
    )
  })

  it('says the months of a part-year figure beside it and in its context', () => {
    show(ten, 2033)
    const card = headline('法律援助案件')
    expect(card).toHaveTextContent('1187件1—6月')
    expect(card).toHaveTextContent('挽回经济损失 468.15 万元（1—6月）')
    expect(card).toHaveTextContent('统计月份不同，不比较')
  })

  it('says the change of each of two figures', () => {
    show(three, 2024)
    const card = headline('开展专题述法的单位')
    expect(card).toHaveTextContent('镇街 持平')
    expect(card).toHaveTextContent('县直单位 +1 个')
  })

  it('leaves out a tag whose figure is missing', () => {
    show(madeUpDataset(), 2031)
    expect(headline('营商环境位次')).not.toHaveTextContent(/窗口.*窗口/)
    expect(bigIn(headline('营商环境位次'))).toEqual([
      ['business-environment-rank', 'rank', '第5位'],
      ['window-consultations', 'not-published', '未公布'],
    ])
  })

  it('has a change only when there is an earlier year to compare with', () => {
    show(one, 2023)
    expect(headline('法律援助案件')).not.toHaveTextContent(/%|比较|同比/)
    show(three, 2024)
    const [, second] = screen.getAllByRole('heading', { level: 2, name: /法律援助案件$/ })
    expect(second?.closest('article')).toHaveTextContent('+152 件（+7.1%）')
  })
})

describe('the panels', () => {
  it('are those the catalogue puts here, in its order', () => {
    show(one, 2023)
    expect(
      screen
        .getAllByRole('region')
        .map((panel) => within(panel).getByRole('heading', { level: 2 }).textContent),
    ).toEqual([
      '二六项比率：四项为100%，最低99.5%',
      '二执法办案与审前和解的办理过程',
      '三法律援助网络“10+1+13+370”，延伸到370个村居',
      '序荣誉与全市名次',
      '录入状况',
    ])
  })

  it.each(['47', '394', '21', '585', '1298'])('add nothing up: %s is nowhere', (sum) => {
    expect(show(one, 2023).textContent).not.toMatch(new RegExp(`(?<![\\d.])${sum}(?![\\d.])`))
  })

  it('show a year to come as empty', () => {
    show(one, 2023)
    const row = screen.getByRole('row', { name: /^2024/ })
    expect(within(row).getAllByText('待录入')).toHaveLength(5)
  })
})

it('shows every figure of the report as it is printed there', () => {
  const container = show(one, 2023)
  for (const { id, year, state, text } of figuresIn(container)) {
    const quantity = one.observations.get(id as never)?.get(year as never)?.quantity
    if (quantity?.kind !== 'known') expect(state).toBe('pending')
    else if (quantity.bound === 'exact') expect(text.replace(/,/g, '')).toContain(quantity.literal)
    else expect(text).toMatch(/^≥\d|^第\d+位|^前三位之内|案件调解量|执行合同|破产办理/)
  }
})
