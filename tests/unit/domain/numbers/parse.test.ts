import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCell, toHalfWidth } from '#domain/numbers/parse.ts'

const known = (bound: string, value: number, unit = '', scale = '') => ({
  kind: 'known',
  bound,
  value,
  scale,
  unit,
})

it.each([
  ['2138', 2138, ''],
  ['2,138', 2138, ''],
  ['1,234,567', 1_234_567, ''],
  ['２１３８', 2138, ''],
  ['２，１３８', 2138, ''],
  ['2138件', 2138, '件'],
  ['2138 件', 2138, '件'],
  ['　2138　', 2138, ''],
  ['99.7', 99.7, ''],
  ['99.70%', 99.7, '%'],
  ['99．7％', 99.7, '%'],
  ['0', 0, ''],
  ['5个工作日', 5, '个工作日'],
])('reads %s as exactly %d', (cell, value, unit) => {
  expect(parseCell(cell)).toEqual(known('exact', value, unit))
})

it.each([
  ['40余', 40, ''],
  ['40多', 40, ''],
  ['40以上', 40, ''],
  ['超40', 40, ''],
  ['超过40', 40, ''],
  ['不少于40', 40, ''],
  ['不低于40', 40, ''],
  ['至少40', 40, ''],
  ['≥40', 40, ''],
  ['>=40', 40, ''],
  ['＞＝40', 40, ''],
  ['４０余', 40, ''],
  ['40余场', 40, '场'],
  ['40场以上', 40, '场'],
  ['1000余份', 1000, '份'],
  ['600余人次', 600, '人次'],
  ['超40余', 40, ''],
])('reads %s as at least %d', (cell, value, unit) => {
  expect(parseCell(cell)).toEqual(known('at-least', value, unit))
})

it.each([
  ['约60', 60, ''],
  ['大约60', 60, ''],
  ['近50', 50, ''],
  ['60左右', 60, ''],
  ['60件左右', 60, '件'],
  ['≈60', 60, ''],
  ['约60左右', 60, ''],
])('reads %s as about %d', (cell, value, unit) => {
  expect(parseCell(cell)).toEqual(known('about', value, unit))
})

it.each([
  ['不超过6', 6, ''],
  ['不多于6', 6, ''],
  ['6以内', 6, ''],
  ['6以下', 6, ''],
  ['不足500', 500, ''],
  ['≤6', 6, ''],
  ['<=6', 6, ''],
  ['不超过5个工作日', 5, '个工作日'],
])('reads %s as at most %d', (cell, value, unit) => {
  expect(parseCell(cell)).toEqual(known('at-most', value, unit))
})

it.each([
  ['第二', 'rank', 2, ''],
  ['第2', 'rank', 2, ''],
  ['第２', 'rank', 2, ''],
  ['第二位', 'rank', 2, '位'],
  ['第2名', 'rank', 2, '名'],
  ['第十', 'rank', 10, ''],
  ['第十二', 'rank', 12, ''],
  ['第二十', 'rank', 20, ''],
  ['第九十九', 'rank', 99, ''],
  ['前三', 'rank-within', 3, ''],
  ['前3', 'rank-within', 3, ''],
  ['前三位', 'rank-within', 3, '位'],
  ['前三位之内', 'rank-within', 3, '位'],
  ['前十', 'rank-within', 10, ''],
])('reads %s as %s %d', (cell, bound, value, unit) => {
  expect(parseCell(cell)).toEqual(known(bound, value, unit))
})

it.each([
  ['5721万', 'exact', 57_210_000, '万', ''],
  ['8.2亿', 'exact', 820_000_000, '亿', ''],
  ['710.99万元', 'exact', 7_109_900, '万', '元'],
  ['3千', 'exact', 3000, '千', ''],
  ['2百万', 'exact', 2_000_000, '百万', ''],
  ['1.1亿元', 'exact', 110_000_000, '亿', '元'],
  ['5万余', 'at-least', 50_000, '万', ''],
  ['1.2万余人次', 'at-least', 12_000, '万', '人次'],
  ['约3亿元', 'about', 300_000_000, '亿', '元'],
])('counts the scale of %s in: %s %d', (cell, bound, value, scale, unit) => {
  expect(parseCell(cell)).toEqual(known(bound, value, unit, scale))
})

it('reads 40余万人次 in the unit 万人次', () => {
  expect(parseCell('40余万人次')).toEqual(known('at-least', 40, '万人次'))
})

it.each(['未公布', '—', '——', '-', '–', '/', '…', '……', '－', '／', ' — '])(
  'reads %s as not published, never as a number',
  (cell) => {
    expect(parseCell(cell)).toEqual({ kind: 'not-published' })
  },
)

it.each(['', '  ', '　', '\u00a0'])('reads the blank cell %j as nothing said', (cell) => {
  expect(parseCell(cell)).toEqual({ kind: 'empty' })
})

it('asks whether 无 means 0 or 未公布', () => {
  expect(parseCell('无')).toEqual({ kind: 'zero-or-unpublished' })
})

it.each([
  '九十八',
  '3/5',
  '1.2.3',
  '#REF!',
  '#DIV/0!',
  '1e309',
  '1e5',
  '1E5',
  '.',
  '.5',
  '5.',
  ',5',
  '1,5',
  '12,34',
  '1,2345',
  '1234,567',
  '1 024',
  '4²',
  '13①',
  '4½',
  '5~10',
  '5-10',
  '5至10',
  '50±1',
  '+5',
  '(5)',
  'NaN',
  'Infinity',
  'null',
  '约',
  '≥',
  '余',
  '万',
  '约40余',
  '不超过40余',
  '第',
  '第零',
  '第0',
  '前0',
  '第二第三',
  '第2.5',
  '第一百',
  '2千3百',
  '0x1F',
  '９９．７．１',
  '9007199254740993',
  '99999999999亿',
  '=1+1',
  '__proto__',
  'constructor',
])('refuses %s as no number', (cell) => {
  expect(parseCell(cell)).toEqual({ kind: 'unreadable', why: 'not-a-number' })
})

it.each(['-5', '−5', '－5', '-99.7%', '约-5'])('refuses the negative %s and says so', (cell) => {
  expect(parseCell(cell)).toEqual({ kind: 'unreadable', why: 'negative' })
})

it.each(['\u061c', '\u200b', '\u200e', '\u200f', '\u202a', '\u202e', '\u2060', '\u2066', '\u2069'])(
  'refuses a number with the hidden character %j before, in and after it',
  (hidden) => {
    for (const cell of [`${hidden}40`, `4${hidden}0`, `40${hidden}`, `40${hidden}件`])
      expect(parseCell(cell)).toEqual({ kind: 'unreadable', why: 'hidden-characters' })
  },
)

it('refuses a cell of 65 characters before it looks inside', () => {
  expect(parseCell('1'.repeat(65))).toEqual({ kind: 'unreadable', why: 'too-long' })
  expect(parseCell(`1${'件'.repeat(64)}`)).toEqual({ kind: 'unreadable', why: 'too-long' })
})

it('does not call a cell of 64 characters too long', () => {
  expect(parseCell('1'.repeat(64))).toEqual({ kind: 'unreadable', why: 'not-a-number' })
  expect(parseCell('1'.padEnd(64))).toEqual(known('exact', 1))
})

it('never gives a value that is NaN, infinite or negative', () => {
  const piece = fc.constantFrom(...'0123456789.,万亿余约超第前件%-−e E')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 12 }).map((p) => p.join('')),
      ),
      (cell) => {
        const reading = parseCell(cell)
        if (reading.kind !== 'known') return true
        return Number.isSafeInteger(Math.floor(reading.value)) && reading.value >= 0
      },
    ),
    { seed: 1 },
  )
})

it('reads every whole number in plain, grouped and full-width digits alike', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999 }), (value) => {
      const plain = String(value)
      const grouped = plain.replace(/\B(?=(\d{3})+$)/g, ',')
      const wide = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      for (const cell of [plain, grouped, wide]) expect(parseCell(cell)).toEqual(known('exact', value))
    }),
    { seed: 2, numRuns: 50 },
  )
})

describe('toHalfWidth', () => {
  it('folds full-width ASCII and the ideographic space', () => {
    expect(toHalfWidth('Ａ１％，（　）')).toBe('A1%,( )')
  })

  it('leaves superscripts, circled digits and Chinese marks as they are', () => {
    expect(toHalfWidth('4²①、。“”')).toBe('4²①、。“”')
  })
})
