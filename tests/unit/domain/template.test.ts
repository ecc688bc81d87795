import { describe, expect, it } from 'vitest'
import { fillTemplate, toTemplateParts } from '#domain/template.ts'
import { aDataset, anIndicator, asYear } from '../../support/data.ts'

const y2023 = asYear(2023)
const dataset = aDataset({
  indicators: [
    anIndicator({ id: 'cases', unit: '件' }),
    anIndicator({ id: 'sessions', unit: '场' }),
    anIndicator({ id: 'share', unit: '%', kind: 'rate' }),
    anIndicator({ id: 'place', unit: '位', kind: 'rank' }),
    anIndicator({ id: 'silent' }),
    anIndicator({ id: 'later', since: 2024 }),
  ],
  figures: {
    cases: { 2023: '12345' },
    sessions: { 2023: '40余' },
    share: { 2023: '99.7' },
    place: { 2023: '前三' },
    silent: { 2023: '未公布' },
  },
})

describe('fillTemplate', () => {
  it.each([
    ['没有占位', '没有占位'],
    ['', ''],
    ['{cases}', '12,345 件'],
    ['{cases:number}', '12,345'],
    ['学习{sessions}', '学习≥40 场'],
    ['学习{sessions:number}场', '学习≥40场'],
    ['率{share}', '率99.7%'],
    ['居{place}', '居前三位之内'],
    ['{cases:number}件和{share}', '12,345件和99.7%'],
    ['{CASES}', '{CASES}'],
    ['{__proto__}', '{__proto__}'],
  ])('fills %j as %j', (template, filled) => {
    expect(fillTemplate(template, dataset, y2023)).toBe(filled)
  })

  it.each(['甲{silent}', '甲{later}', '甲{unknown}', '甲{constructor}', '{cases}和{silent:number}'])(
    'gives nothing for %j, because a figure in it is missing',
    (template) => {
      expect(fillTemplate(template, dataset, y2023)).toBeNull()
    },
  )

  it('gives nothing in a year that was not entered', () => {
    expect(fillTemplate('{cases}', dataset, asYear(2024))).toBeNull()
    expect(fillTemplate('没有占位', dataset, asYear(2024))).toBe('没有占位')
  })
})

describe('a part-year figure', () => {
  const half = aDataset({
    figures: { a: { 2023: '718' }, b: { 2023: '5' } },
    details: { a: { note: '1—6月' } },
  })

  it('names its months', () => {
    expect(fillTemplate('公证{a}，{b}', half, y2023)).toBe('公证718 件（1—6月），5 件')
  })

  it('gives nothing as a bare number, which would pass for the whole year', () => {
    expect(fillTemplate('公证{a:number}件', half, y2023)).toBeNull()
  })
})

describe('toTemplateParts', () => {
  it('keeps words and figures apart, in order', () => {
    const parts = toTemplateParts('共{cases:number}件，率{share}。', dataset, y2023)
    expect(
      parts?.map((part) => [part.kind, part.text, part.kind === 'figure' ? part.indicator.id : null]),
    ).toEqual([
      ['words', '共', null],
      ['figure', '12,345', 'cases'],
      ['words', '件，率', null],
      ['figure', '99.7%', 'share'],
      ['words', '。', null],
    ])
  })
})
