import { describe, expect, it } from 'vitest'
import { notKeptWords, sideWords, subjectWords, timeWords } from '#ui/revisionWords.ts'
import { aCatalogue, anIndicator, asYear } from '../../support/data.ts'
import { aFigureChange, anAddition, aSettingsChange, aYearChange } from '../../support/log.ts'

const catalogue = aCatalogue({
  indicators: [anIndicator({ id: 'cases', short: '案件' }), anIndicator({ id: 'old', short: '旧案件' })],
})
const plan = {
  what: 'plan',
  year: asYear(2023),
  kind: '打算',
  number: 3,
  before: { state: '待对应', nextQuote: '' },
  after: { state: '已有对应表述', nextQuote: '已经开展' },
} as const

describe('what a change is about', () => {
  it.each([
    [aFigureChange('cases', 2024, null, '5'), '2024年“案件”'],
    [aFigureChange('gone', 2024, null, '5'), '2024年“gone”'],
    [plan, '2023年“打算”第3条'],
    [aYearChange(2024, 'open', 'finished'), '2024年度录入状况'],
    [aSettingsChange('cases', {}, {}), '指标“案件”'],
    [anAddition('fresh'), '指标“名称fresh”'],
  ] as const)('%j: %s', (change, words) => {
    expect(subjectWords(catalogue, change)).toBe(words)
  })
})

describe('the sides of a change that is no figure', () => {
  it.each([
    [plan, ['待对应', '已有对应表述（“已经开展”）']],
    [aYearChange(2024, 'open', 'finished'), ['录入中', '录入完毕']],
    [aSettingsChange('cases', {}, { direction: '正' }), ['中性', '正向']],
    [aSettingsChange('cases', {}, { continues: 'old' }), ['中性', '中性，接续“旧案件”']],
    [anAddition('fresh'), ['没有这项', '列入“一”章，单位“件”，数量']],
    [anAddition('fresh', { chapter: 9, unit: '' }), ['没有这项', '所属章已不在目录中，数量']],
  ] as const)('%j', (change, sides) => {
    expect(sideWords(catalogue, change)).toEqual(sides)
  })
})

describe('a time of the log', () => {
  it('is that of the machine’s own clock', () => {
    expect(timeWords(new Date(2026, 2, 5, 8, 7).toISOString())).toBe('2026年3月5日 08:07')
  })

  it('that cannot be read is not invented', () => {
    expect(timeWords('yesterday')).toBe('时间不明')
  })
})

it('says what was asked for, what became of it and what to do', () => {
  expect(notKeptWords('redo', 'slow')).toBe('没有重做成：本机存储没有及时应答。数据没有改变，请稍后再试。')
  expect(notKeptWords('keep', 'unsure')).toBe('还不能确定有没有写入：本机存储没有应答。请刷新页面查看。')
})
