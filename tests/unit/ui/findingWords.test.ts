import { describe, expect, it } from 'vitest'
import type { Finding, FindingCode, TableFindingCode } from '#domain/finding.ts'
import type { UnreadableReason } from '#domain/numbers/unreadable.ts'
import { findingText } from '#ui/findingWords.ts'

const text = (code: FindingCode, facts: Finding['facts'] = {}, at: Partial<Finding['at']> = {}) =>
  findingText({ code, severity: 'blocks', at: { file: 'years/a.csv', ...at }, facts })

describe('findingText', () => {
  it('names the file, the row as WPS counts and the column before the reason', () => {
    const facts = { raw: '九十八', why: 'chinese-digits', suggestion: '98' }
    expect(text('value-unreadable', facts, { row: 12, column: '数值' })).toBe(
      'years/a.csv 第12行“数值”列：“九十八”是用汉字写的，不能当作数字。请改用阿拉伯数字，或写“未公布”。可改为“98”。',
    )
  })

  it('leaves out the row and the column it does not know', () => {
    expect(text('file-empty')).toBe('years/a.csv：文件是空的。请换上有内容的文件。')
    expect(text('csv-quotes', {}, { row: 3 })).toMatch(/^years\/a\.csv 第3行：/)
    expect(text('column-missing', {}, { column: '数值' })).toMatch(/^years\/a\.csv “数值”列：/)
  })

  const cases: Readonly<Record<Exclude<FindingCode, TableFindingCode>, Finding['facts']>> = {
    'file-missing': { status: 404 },
    'file-slow': {},
    'file-is-html': {},
    'file-empty': {},
    'file-not-text': {},
    'json-broken': { raw: 'x' },
    'json-shape': { path: 'chapters.0.title' },
    'csv-quotes': {},
    'csv-rows-in-cell': { lines: 12 },
    'file-too-large': { size: 61, limit: 50 },
    'file-other-kind': { kind: 'pdf' },
    'file-locked': {},
    'file-damaged': {},
    'file-unpacks-too-far': { limit: 256 },
    'file-cut-off': {},
    'encoding-mixed': { encoding: 'GB18030' },
    'encoding-misfit': { encoding: 'GB18030' },
    'encoding-mark-wrong': { encoding: 'UTF-8' },
    'rows-too-many': { rows: 200001, limit: 200000 },
    'cells-too-many': { limit: 2000000 },
    'text-destroyed': { raw: '锟斤拷' },
    'formula-without-value': { raw: '=A1' },
    'formula-rounded': { raw: '=A1', value: '98.3', stored: '98.3333' },
    'header-missing': { columns: '年度、数值' },
    'column-missing': {},
    'column-twice': {},
    'row-length': {},
    'year-unreadable': { raw: '二〇二三' },
    'year-elsewhere': { raw: 2024, year: 2023 },
    'indicator-unknown': { raw: '__proto__' },
    'indicator-mismatch': { raw: '公证', name: '调解' },
    'indicator-missing': {},
    'value-unreadable': { raw: '3/5', why: 'not-a-number' },
    'value-and-status': { raw: '5', status: '未公布' },
    'value-out-of-range': { raw: '997', name: '网办率' },
    'status-unknown': { raw: '待定' },
    'unit-unlike': { raw: '人', unit: '件', name: '公证' },
    'unit-converted': { raw: '元', unit: '万元' },
    'row-duplicate': { other: 3 },
    'zero-or-unpublished': { raw: '无' },
    'quote-not-in-report': { raw: '原句' },
    'literal-not-in-quote': { raw: '745' },
    'value-slipped': { name: '公证', value: '7450 件', year: 2023, before: '745 件' },
    'value-jump': { name: '公证', value: '1200 件', year: 2023, before: '745 件' },
    'value-to-zero': { name: '公证', value: '0 件', year: 2023, before: '745 件' },
    'place-expected': { raw: '2', name: '全市位次', suggestion: '第2' },
    'place-unexpected': { raw: '第二', name: '公证' },
    'rate-as-fraction': { raw: '0.997', name: '网办率', suggestion: '99.7' },
    'count-not-whole': { raw: '12.5', name: '公证' },
    'read-as-not-published': { raw: '—' },
    'part-exceeds-whole': { name: '结案', value: '800 件', year: 2024, whole: '办理', wholeValue: '745 件' },
    'rate-unlike-base': {
      name: '通过率',
      value: '99.7%',
      base: '参加人数',
      baseValue: '214 名',
      lower: 213,
      lowerShare: '99.53%',
      upper: 214,
      upperShare: '100%',
    },
    'copy-of-year': { year: 2024, before: 2023, same: 74, compared: 75 },
    'program-fault': { raw: 'TypeError' },
  }

  it.each(Object.entries(cases) as [FindingCode, Finding['facts']][])(
    'says %s in whole Chinese sentences that repeat what was found',
    (code, facts) => {
      const sentence = text(code, facts).replace(/^years\/a\.csv：/, '')
      expect(sentence).toMatch(/^\D.*。$|^9秒.*。$/)
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|[,;:!?]/)
      if (code !== 'json-broken' && code !== 'quote-not-in-report')
        for (const fact of Object.values(facts))
          if (fact !== 'not-a-number' && fact !== 'pdf') expect(sentence).toContain(String(fact))
    },
  )

  it('gives every code a sentence of its own', () => {
    const sentences = Object.entries(cases).map(([code, facts]) => text(code as FindingCode, facts))
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it.each([
    ['too-long', '64个字'],
    ['hidden-characters', '看不见的控制字符'],
    ['negative', '不能是负数'],
  ])('explains why a cell is %s', (why, words) => {
    expect(text('value-unreadable', { raw: 'x', why })).toContain(words)
  })

  it.each([
    ['a\u202eb', '“a[U+202E]b”'],
    ['4\u200b0', '“4[U+200B]0”'],
    ['上行\n下行', '“上行 下行”'],
    ['长'.repeat(100), `“${'长'.repeat(80)}…”`],
  ])('repeats %j so that all of it is seen, in one line', (raw, words) => {
    expect(text('indicator-unknown', { raw })).toContain(words)
  })

  it('names the head of a column, else its place', () => {
    expect(text('value-unreadable', { raw: 'x', why: 'letters' }, { row: 3, cell: 4 })).toContain(
      '第3行第5列：',
    )
  })

  const reasons: readonly UnreadableReason[] = [
    'accounting-negative',
    'bad-grouping',
    'chinese-digits',
    'currency-sign',
    'date',
    'ditto',
    'formula',
    'fraction',
    'incomplete-decimal',
    'leading-zeros',
    'letters',
    'negative',
    'not-a-number',
    'one-or-dash',
    'other-bound',
    'plus-sign',
    'range',
    'rank',
    'remark-inside',
    'scientific',
    'several-dots',
    'several-numbers',
    'space-inside',
    'spreadsheet-error',
    'status-word',
    'stray-mark',
    'too-large',
    'too-narrow',
    'two-bounds',
    'words-around',
  ]

  it.each(reasons)(
    'repeats a cell that is unreadable by %s, says why in its own words and what to do',
    (why) => {
      const said = text('value-unreadable', { raw: '甲乙', why })
      expect(said).toMatch(/“甲乙”.*请.*[^。]。$/)
      expect(
        reasons.filter((other) => text('value-unreadable', { raw: '甲乙', why: other }) === said),
      ).toEqual([why])
      expect(text('value-unreadable', { raw: '甲乙', why, suggestion: '98' })).toBe(`${said}可改为“98”。`)
    },
  )

  it('asks to check the network where no server answered', () => {
    expect(text('file-missing')).toContain('请检查网络')
  })
})
