import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { FigurePage } from '#features/figure/FigurePage.tsx'
import { createAppStore } from '#store/create.ts'
import { provideStore } from '#store/useApp.ts'
import { asYear, indicatorIn, madeUpDataset, shippedDataset, threeYearDataset } from '../../support/data.ts'
import { figuresIn, renderWithUser } from '../../support/render.tsx'

const one = shippedDataset()
const three = threeYearDataset()

const VIEW = { path: '/', year: null, theme: 'light', text: 'standard' } as const

function show(dataset: Dataset, id: string, year = 2023) {
  provideStore(createAppStore(VIEW, { status: 'ready', base: dataset, dataset, findings: [] }))
  return renderWithUser(
    <FigurePage dataset={dataset} indicator={indicatorIn(dataset, id)} year={asYear(year)} />,
  )
}

const region = (name: string) => screen.getByRole('region', { name })

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the sentence', () => {
  it.each([
    [one, 'administrative-lawsuits', 2023, '办理一审行政诉讼案件108件', '108', '2023年度报告 · 二 · 五是'],
    [
      one,
      'deputy-suggestion-reply-rate',
      2023,
      '人大代表建议65件、政协委员提案254件，办复率均达100%',
      '100',
      '2023年度报告 · 二 · 四是',
    ],
    [
      one,
      'contract-enforcement-rank',
      2023,
      '“执行合同”“破产办理”两项评价指标均居全市前三位',
      '前三',
      '2023年度报告 · 四 · 二是',
    ],
    [one, 'xi-thought-study-sessions', 2023, '专题学习40余场', '40余', '2023年度报告 · 一 · 二是'],
    [one, 'model-mediators', 2023, '1名同志被表彰为“全国模范人民调解员”', '1', '2023年度报告 · 序'],
    [madeUpDataset(), 'hotline-consultations', 2031, '热线咨询约530次', '约530', '2031年度报告 · 三'],
  ] as const)(
    '%# is marked in its paragraph, the numeral bold, with full-width punctuation',
    (dataset, id, year, quote, numeral, origin) => {
      show(dataset, id, year)
      const source = region('原文')
      expect([...source.querySelectorAll('mark')].map((mark) => mark.textContent).join('')).toBe(quote)
      expect(source.querySelector('mark b')).toHaveTextContent(numeral)
      expect(within(source).getByRole('heading')).toHaveTextContent(`原文（${origin}）`)
      expect(source.querySelector('blockquote')?.textContent?.length).toBeGreaterThan(quote.length)
    },
  )

  it('is marked for every figure of the report', () => {
    for (const { id } of one.catalogue.indicators) {
      const { unmount } = show(one, id)
      const quantity = one.observations.get(id)?.get(asYear(2023))?.quantity
      expect(region('原文').querySelector('mark b')?.textContent).toBe(
        quantity?.kind === 'known' && quantity.literal,
      )
      unmount()
    }
  })

  it('leads to the report, to the same figure', () => {
    show(one, 'legal-aid-cases')
    expect(screen.getByRole('link', { name: '在全文中查看' })).toHaveAttribute(
      'href',
      '#/report/2023?at=legal-aid-cases',
    )
  })

  it('stands alone where the report of the year is not stored', () => {
    show(three, 'legal-aid-cases', 2024)
    expect(region('原文')).toHaveTextContent('示例数据：法律援助案件2290件')
    expect(screen.queryByRole('link', { name: '在全文中查看' })).toBeNull()
  })

  it('is missing, and said to be, where the figure is not published', () => {
    show(three, 'legal-education-talks', 2024)
    expect(region('原文')).toHaveTextContent('2024年度报告中没有这项数值的原句。')
    expect(screen.queryByRole('button', { name: '复制原句' })).toBeNull()
  })

  it('is copied', async () => {
    const { user } = show(one, 'legal-aid-cases')
    await user.click(screen.getByRole('button', { name: '复制原句' }))
    expect(await navigator.clipboard.readText()).toBe('共办理各类法律援助案件2138件')
    expect(screen.getByRole('status')).toHaveTextContent('已复制原句。')
  })

  it('is selected for copying by hand where the browser refuses', async () => {
    const { user } = show(one, 'legal-aid-cases')
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(
      new DOMException('denied', 'NotAllowedError'),
    )
    await user.click(screen.getByRole('button', { name: '复制原句' }))
    expect(screen.getByRole('status')).toHaveTextContent('请按 Ctrl+C')
    expect(window.getSelection()?.toString()).toBe('共办理各类法律援助案件2138件')
  })
})

describe('the figure', () => {
  it.each([
    ['legal-aid-cases', 'exact', '2138件'],
    ['xi-thought-study-sessions', 'at-least', '≥40场'],
    ['mediation-volume-rank', 'rank', '第2位'],
    ['contract-enforcement-rank', 'rank-within', '前三位之内'],
    ['online-service-rate', 'exact', '99.7%'],
  ])('%s stands first, as %s: %s', (id, state, text) => {
    show(one, id)
    expect(figuresIn(region('数值'))[0]).toMatchObject({ id, year: 2023, state, text })
  })

  it('says why it is shown so', () => {
    show(one, 'xi-thought-study-sessions')
    expect(region('数值')).toHaveTextContent('原文为“40余场”，按不少于40场显示，不参与同比计算。')
  })

  it('has a chart with a name, or a ladder', () => {
    show(one, 'legal-aid-cases')
    expect(screen.getByRole('img')).toHaveAccessibleName('办理法律援助案件数。2023年：法律援助案件2138 件。')
    show(one, 'mediation-volume-rank')
    expect(screen.getByRole('list', { name: '案件调解量全市位次' })).toHaveTextContent('第2位')
  })

  it('says that there is no second year, and compares where there is one', () => {
    show(one, 'legal-aid-cases')
    expect(region('数值')).toHaveTextContent('目前只有2023年的数据')
    show(three, 'legal-aid-cases', 2024)
    expect(screen.getAllByRole('region', { name: '数值' })[1]).toHaveTextContent('+152 件（+7.1%）')
  })

  it('calls the base 上年 only where it is the year before', () => {
    show(three, 'legal-education-talks', 2025)
    expect(region('数值')).toHaveTextContent('与2023年比（2024年未公布）+4 期（+10.8%）')
    expect(region('数值')).not.toHaveTextContent('与上年比')
  })

  it('says where a zoomed axis starts', () => {
    show(three, 'online-service-rate', 2025)
    expect(region('数值')).toHaveTextContent('纵轴自90%起')
  })

  it('is never put on a track to 100 % while it is doubtful', () => {
    show(one, 'legal-aid-per-ten-thousand')
    expect(region('数值')).toHaveTextContent('待核')
    expect(region('数值')).not.toHaveTextContent('100%')
  })
})

describe('what the figure means', () => {
  it('is led by the caution, the general one and that of the year', () => {
    show(one, 'rule-of-law-meetings')
    const facts = region('说明')
    expect(within(facts).getByRole('heading', { name: '口径提醒' })).toBeVisible()
    expect(facts).toHaveTextContent('两个会议合写一个次数')
    expect(facts).toHaveTextContent('原文为“县政府常务会会议”，照录。')
  })

  it('has no caution where there is none', () => {
    show(one, 'notarisations')
    expect(screen.queryByRole('heading', { name: '口径提醒' })).toBeNull()
  })

  it.each([
    ['deputy-suggestion-reply-rate', '办理人大代表建议件数'],
    ['online-service-rate', null],
  ])('%s names a base only where the report states it: %s', (id, base) => {
    show(one, id)
    const link = within(region('说明')).queryByRole('link')
    expect(link?.textContent ?? null).toBe(base)
  })

  it('says where the figure was read', () => {
    show(one, 'model-mediators')
    expect(region('说明')).toHaveTextContent('years/2023.csv 第2行')
    show(three, 'legal-education-talks', 2024)
    expect(screen.getAllByRole('region', { name: '说明' })[1]).toHaveTextContent('本年度没有录入')
  })

  it('has its direction, state, kind and unit as words', () => {
    show(three, 'lawsuits-lost', 2025)
    const tags = within(screen.getByRole('list', { name: '性质' })).getAllByRole('listitem')
    expect(tags.map((tag) => tag.textContent)).toEqual(['逆向', '精确值', '数量', '流量', '件'])
  })
})

describe('the neighbours', () => {
  const links = () =>
    within(screen.getByRole('navigation', { name: '相邻指标' }))
      .getAllByRole('link')
      .map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')])

  it('are the figures before and after in the report, across chapters', () => {
    show(one, 'city-honours')
    expect(links()).toEqual([
      ['上一项：省级荣誉', '#/i/provincial-honours'],
      ['下一项：述法镇街', '#/i/duty-report-townships'],
    ])
  })

  it('end at the first and the last figure', () => {
    show(one, 'model-mediators')
    expect(links()).toEqual([['下一项：五星级司法所', '#/i/five-star-justice-offices']])
  })

  it('begin at the last figure with the one before', () => {
    show(one, 'notification-commitment-items')
    expect(links()).toEqual([['上一项：合规指导事项', '#/i/compliance-guidance-items']])
  })
})

it('leads back to its chapter', () => {
  show(one, 'legal-aid-cases')
  expect(screen.getByRole('link', { name: '‹ 三 法律服务' })).toHaveAttribute('href', '#/c/3')
})
