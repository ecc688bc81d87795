import { describe, expect, it } from 'vitest'
import type { PlanItem } from '#domain/plan.ts'
import { parseReport } from '#domain/report.ts'
import {
  type AnswerForm,
  faultsOf,
  itemSubject,
  needsReason,
  toAnswer,
  toForm,
  toRevision,
} from '#features/plan/answer.ts'
import { asYear } from '../../../support/data.ts'

const report = parseReport(
  '某县报告\n设立服务窗口,开通网上申请(渠道)。推进法治政府建设。\n全面推进法治政府建设。',
)
const OPEN = { state: '待对应', nextQuote: '' } as const
const FOUND = { state: '已有对应表述', nextQuote: '推进法治' } as const

const aForm = (rest: Partial<AnswerForm> = {}): AnswerForm => ({
  state: '已有对应表述',
  quote: '设立服务窗口',
  reason: '',
  author: '',
  ...rest,
})

const anItem = (rest: Partial<PlanItem> = {}): PlanItem => ({
  kind: '打算',
  number: 3,
  text: '办好案件',
  indicators: [],
  ...OPEN,
  ...rest,
})

describe('a quote', () => {
  it.each([
    ['设立服务窗口，开通网上申请（渠道）', '设立服务窗口,开通网上申请(渠道)'],
    ['  设立服务窗口 ', '设立服务窗口'],
    ['设立服务\r\n  窗口,开通', '设立服务窗口,开通'],
  ])('typed as %j is kept as the report has it', (quote, kept) => {
    const form = aForm({ quote })
    expect(faultsOf(report, OPEN, form)).toEqual({})
    expect(toAnswer(report, form)).toEqual({ state: '已有对应表述', nextQuote: kept })
  })

  it.each([
    ['', 'quote-empty'],
    [' \n ', 'quote-empty'],
    ['设立服务大厅', 'quote-not-found'],
    ['推进法治政府建设', 'quote-repeated'],
  ])('%j is refused: %s', (quote, fault) => {
    expect(faultsOf(report, OPEN, aForm({ quote }))).toEqual({ quote: fault })
  })

  it('is taken as typed while the next report’s text is not stored, but not an empty one', () => {
    expect(faultsOf(null, OPEN, aForm({ quote: '设立服务大厅' }))).toEqual({})
    expect(toAnswer(null, aForm({ quote: ' 设立服务大厅 ' })).nextQuote).toBe('设立服务大厅')
    expect(faultsOf(null, OPEN, aForm({ quote: ' ' }))).toEqual({ quote: 'quote-empty' })
  })

  it.each(['未见对应表述', '待对应'] as const)('is dropped with %s', (state) => {
    expect(toAnswer(report, aForm({ state }))).toEqual({ state, nextQuote: '' })
  })
})

describe('a reason', () => {
  it.each([
    ['待对应', '已有对应表述', false],
    ['待对应', '未见对应表述', true],
    ['已有对应表述', '未见对应表述', true],
    ['已有对应表述', '待对应', true],
    ['已有对应表述', '已有对应表述', true],
    ['未见对应表述', '待对应', true],
  ] as const)('from %s to %s is needed: %s', (from, state, needed) => {
    const before = { state: from, nextQuote: from === '已有对应表述' ? '推进法治' : '' }
    expect(needsReason(before, aForm({ state }))).toBe(needed)
    expect(faultsOf(report, before, aForm({ state, reason: ' ' }))).toEqual(
      needed ? { reason: 'reason-empty' } : {},
    )
    expect(faultsOf(report, before, aForm({ state, reason: '核对过' }))).toEqual({})
  })

  it('and a quote can both be missing', () => {
    expect(faultsOf(report, FOUND, aForm({ quote: '' }))).toEqual({
      quote: 'quote-empty',
      reason: 'reason-empty',
    })
  })
})

it('an answer that is the same as before is nothing to keep', () => {
  expect(faultsOf(report, OPEN, aForm({ state: '待对应' }))).toEqual({ state: 'unchanged' })
  const before = { state: '已有对应表述', nextQuote: '设立服务窗口' } as const
  expect(faultsOf(report, before, aForm({ reason: '再看' }))).toEqual({ state: 'unchanged' })
})

describe('the form', () => {
  it('starts from the answer as it stands', () => {
    expect(toForm(FOUND, undefined, '李四')).toEqual({ ...aForm(), quote: '推进法治', author: '李四' })
  })

  it('comes back as it was left, whatever else the storage gives back', () => {
    expect(toForm(OPEN, { state: '未见对应表述', quote: '甲', reason: '乙', author: '丙' }, '李四')).toEqual({
      state: '未见对应表述',
      quote: '甲',
      reason: '乙',
      author: '丙',
    })
    expect(toForm(OPEN, { state: '完成' }, '')).toEqual({
      state: '待对应',
      quote: '',
      reason: '',
      author: '',
    })
  })
})

it('the revision says old and new, who and why', () => {
  const item = anItem()
  expect(toRevision(asYear(2023), item, report, aForm({ reason: ' 依据 ', author: ' 张三 ' }))).toEqual({
    kind: 'edit',
    author: '张三',
    reason: '依据',
    file: '',
    encoding: '',
    undoes: null,
    changes: [
      {
        what: 'plan',
        year: 2023,
        kind: '打算',
        number: 3,
        before: OPEN,
        after: { state: '已有对应表述', nextQuote: '设立服务窗口' },
      },
    ],
  })
  expect(itemSubject(asYear(2023), item)).toBe('plan|2023|打算|3')
})
