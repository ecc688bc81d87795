import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNote, samePeriod, toPeriodText } from '#domain/note.ts'

const silent = { period: null, scopeChange: null }
const months = (from: number, to: number) => ({ period: { from, to }, scopeChange: null })

describe('a clause that is only months', () => {
  it.each([
    '1—6月',
    '1–6月',
    '1-6月',
    '1－6月',
    '1−6月',
    '1‐6月',
    '1‑6月',
    '1―6月',
    '1~6月',
    '1～6月',
    '1〜6月',
    '1——6月',
    '1至6月',
    '1到6月',
    '1月至6月',
    '1月份—6月份',
    '１—６月',
    '１－６月',
    '01—06月',
    ' 1 — 6 月 ',
    '\u30001—6月\u3000',
    '1—6月份',
    '1-6月数',
    '1—6月数据',
    '1至6月累计',
    '1—6月累计数',
    '统计期间1—6月',
    '统计期间：1—6月',
    '统计期间: 1—6月',
    '统计期间为1—6月',
  ])('states the period: %j', (note) => {
    expect(readNote(note)).toEqual(months(1, 6))
  })

  it.each([
    ['7—12月', 7, 12],
    ['10—11月', 10, 11],
    ['6—6月', 6, 6],
    ['2—12月', 2, 12],
  ])('may be any months of a year: %s', (note, from, to) => {
    expect(readNote(note)).toEqual(months(from, to))
  })

  it.each(['1—12月', '01－12月', '1月至12月'])('is the whole year: %s', (note) => {
    expect(readNote(note)).toEqual(silent)
  })

  it.each([
    '',
    '6月',
    '1—6',
    '1—13月',
    '13—14月',
    '0—6月',
    '6—1月',
    '1—6个月',
    '其中1—6月',
    '1—6月报告',
    '1—6月，含移送案件',
    '截至1—6月',
    '2—3场',
    '1—6—9月',
    '一至六月',
    '111—6月',
    '1—6月1',
  ])('states nothing when it is anything else: %j', (note) => {
    expect(readNote(note)).toEqual(silent)
  })

  it.each(['；', ';', '。', '\n', '\r\n', '\r', '\u2028'])('stands apart from the others by %j', (end) => {
    expect(readNote(`照录${end}1—6月${end}口径待核`)).toEqual(months(1, 6))
  })

  it.each(['，', '、', ',', ' '])('does not stand apart by %j', (mark) => {
    expect(readNote(`照录${mark}1—6月`)).toEqual(silent)
  })

  it('counts where it is the first of two, and behind one of the whole year', () => {
    expect(readNote('1—6月；7—9月')).toEqual(months(1, 6))
    expect(readNote('1—12月；1—6月')).toEqual(months(1, 6))
  })
})

describe('a clause that begins with 口径变化', () => {
  const changed = (scopeChange: string) => ({ period: null, scopeChange })

  it.each([
    ['口径变化：含移送案件', '含移送案件'],
    ['口径变化:含移送案件', '含移送案件'],
    ['口径有变：含移送案件', '含移送案件'],
    [' 口径变化： 含移送案件 ', '含移送案件'],
    ['照录。口径变化：含移送案件。', '含移送案件'],
    ['口径变化：自本年起，含移送案件、撤回案件；照录', '自本年起，含移送案件、撤回案件'],
    ['口径变化', ''],
    ['口径变化：', ''],
    ['口径有变；照录', ''],
  ])('states the change and its words: %s', (note, words) => {
    expect(readNote(note)).toEqual(changed(words))
  })

  it('keeps its words in the width they were written in', () => {
    expect(readNote('口径变化：含移送（不含撤回），共３类')).toEqual(changed('含移送（不含撤回），共３类'))
  })

  it.each(['口径变化较大', '有口径变化：甲', '无口径变化', '口径待核', '口径未变化：甲', '（口径变化：甲）'])(
    'states nothing when it is anything else: %s',
    (note) => {
      expect(readNote(note)).toEqual(silent)
    },
  )

  it('may stand beside months, in either order', () => {
    const both = { period: { from: 1, to: 9 }, scopeChange: '含网上留言' }
    expect(readNote('1—9月；口径变化：含网上留言')).toEqual(both)
    expect(readNote('口径变化：含网上留言；1—9月')).toEqual(both)
  })

  it('takes months inside its words for words', () => {
    expect(readNote('口径变化：1—6月')).toEqual(changed('1—6月'))
  })
})

const digit = fc.constantFrom(...'0123456789０１３６９')
const piece = fc.oneof(
  fc.constantFrom(
    '月',
    '月份',
    '至',
    '到',
    '—',
    '-',
    '－',
    '~',
    '～',
    '；',
    '。',
    '口径变化',
    '口径有变',
    '：',
    '统计期间',
  ),
  digit,
  fc.string({ maxLength: 2 }),
)
const anyNote = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

it('reads any text, and finds only months of a year in order', () => {
  fc.assert(
    fc.property(fc.oneof(anyNote, fc.string()), (note) => {
      const { period } = readNote(note)
      if (period === null) return
      expect(period.from).toBeGreaterThanOrEqual(1)
      expect(period.to).toBeLessThanOrEqual(12)
      expect(period.from).toBeLessThanOrEqual(period.to)
      expect(period).not.toEqual({ from: 1, to: 12 })
    }),
    { numRuns: 500 },
  )
})

it('finds nothing that no clause states by itself', () => {
  fc.assert(
    fc.property(fc.array(anyNote, { maxLength: 4 }), (notes) => {
      const clauses = notes.flatMap((note) => note.split(/[;；。\r\n\u2028\u2029]/))
      const { period, scopeChange } = readNote(clauses.join('；'))
      const alone = clauses.map(readNote)
      expect(period).toEqual(alone.map((a) => a.period).find((p) => p !== null) ?? null)
      expect(scopeChange).toEqual(alone.map((a) => a.scopeChange).find((s) => s !== null) ?? null)
    }),
  )
})

it('reads every period back from the words it is shown with', () => {
  for (let from = 1; from <= 12; from++)
    for (let to = from + 1; to <= 12; to++) {
      const period = { from, to }
      if (from > 1 || to < 12) expect(readNote(toPeriodText(period))).toEqual({ period, scopeChange: null })
    }
})

it.each([
  [null, null, true],
  [{ from: 1, to: 6 }, { from: 1, to: 6 }, true],
  [{ from: 1, to: 6 }, { from: 1, to: 9 }, false],
  [{ from: 1, to: 6 }, { from: 2, to: 6 }, false],
  [{ from: 1, to: 6 }, null, false],
  [null, { from: 1, to: 6 }, false],
])('%j and %j are the same months: %s', (a, b, same) => {
  expect(samePeriod(a, b)).toBe(same)
})

it('reads a long run of blanks in no time worth speaking of', () => {
  expect(readNote(`1${' '.repeat(100_000)}月`)).toEqual(silent)
  expect(readNote(`口径变化：${' '.repeat(100_000)}`)).toEqual({ period: null, scopeChange: '' })
})
