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
  ['40 余场', 40, '场'],
  ['40 多 场', 40, '场'],
  ['40 场 以上', 40, '场'],
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
  ['第 2 名', 'rank', 2, '名'],
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
  ['710.99 万元', 'exact', 7_109_900, '万', '元'],
  ['2百万', 'exact', 2_000_000, '百万', ''],
  ['1.1亿元', 'exact', 110_000_000, '亿', '元'],
  ['5万余', 'at-least', 50_000, '万', ''],
  ['1.2万余人次', 'at-least', 12_000, '万', '人次'],
  ['约3亿元', 'about', 300_000_000, '亿', '元'],
])('counts the scale of %s in: %s %d', (cell, bound, value, scale, unit) => {
  expect(parseCell(cell)).toEqual(known(bound, value, unit, scale))
})

it('reads 40余万 as at least 400000', () => {
  expect(parseCell('40余万')).toEqual(known('at-least', 400_000, '', '万'))
})

it.each([
  ['100.00', 100],
  ['2138.0', 2138],
  ['0.5', 0.5],
  ['12,345.6', 12_345.6],
  ['５．５', 5.5],
])('reads the decimal %s as %d', (cell, value) => {
  expect(parseCell(cell)).toEqual(known('exact', value))
})

it('reads 40余万人次 in the unit 万人次', () => {
  expect(parseCell('40余万人次')).toEqual(known('at-least', 40, '万人次'))
})

it.each(['未公布', '—', '——', '⸺', '-', '--', '–', '―', '−', '─', '/', '…', '……', '⋯', '－', '／', ' — '])(
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

const unreadable = (why: string, suggestion: string | null = null, detail: string | null = null) => ({
  kind: 'unreadable',
  why,
  suggestion,
  detail,
})

it.each([
  ['九十八', '98'],
  ['一百二十', '120'],
  ['一百零二', '102'],
  ['两千', '2000'],
  ['二〇二四', '2024'],
  ['九八', '98'],
  ['壹佰', '100'],
  ['四十余', '40余'],
  ['近五十件', '近50件'],
  ['三千余份', '3000余份'],
  ['十余次', '10余次'],
  ['百余件', '100余件'],
  ['三件', '3件'],
  ['第一百', '第100'],
  ['2千3百', '2300'],
  ['5万三千', '53000'],
  ['1亿2千万', '120000000'],
  ['百分之九十八点五', '98.5%'],
  ['一百二', null],
  ['两三百', null],
  ['数十', null],
  ['十几', null],
  ['九成', null],
  ['万', null],
])('says of %s that it is written in Chinese digits, and offers %j', (cell, suggestion) => {
  expect(parseCell(cell)).toEqual(unreadable('chinese-digits', suggestion))
})

it.each([
  ['spreadsheet-error', ['#REF!', '#DIV/0!', '#N/A', '#VALUE!', '#NAME?', '#NUM!', '＃REF！']],
  ['too-narrow', ['##', '#######']],
  ['formula', ['=A1+B2', '=SUM(A1:A9)', '=1+1', '＝A1']],
  ['date', ['3月5日', '2024/3/5', '2024-03-05', '2024-03-05 00:00:00', '2024年3月5日', '2024.3.5']],
  ['date', ['2024-03', '5-Mar', 'Mar-24', '12:30', '3/5/2024']],
  ['fraction', ['3/5', '12/31', '4½', '三分之二']],
  ['several-dots', ['1.2.3', '９９．７．１']],
  ['several-numbers', ['65/254', '30、40', '745\n553', '50±1', '65件254件']],
  ['range', ['5~10', '5-10', '10—20件', '5至10', '40～50']],
  ['bad-grouping', ['1,5', '1，5', '12,34', '1,2345', '1234,567', ',5']],
  ['negative', ['-5', '−5', '－5', '-99.7%', '约-5']],
  ['accounting-negative', ['(5)', '（5）']],
  ['letters', ['NaN', 'Infinity', 'null', 'N/A', 'abc', '1O0', 'l00', '0x1F', '__proto__', 'constructor']],
  ['ditto', ['同上', '〃', '"']],
  ['status-word', ['不适用', '待核']],
  ['one-or-dash', ['一']],
  ['two-bounds', ['约40余', '不超过40余']],
  ['rank', ['第', '第零', '第0', '前0', '第二第三', '第2.5']],
  ['too-large', ['9007199254740993', '99999999999亿', '1'.repeat(64)]],
  ['words-around', ['增加745件', '结案率高，达9', '提高0.2个百分点', '99.7%%', '比上年多1,030件']],
  ['not-a-number', ['约', '≥', '余', '.', '暂无', '详见附件', '√', '......']],
])('says what is wrong: %s in %j, and offers nothing', (why, cells) => {
  for (const cell of cells) expect(parseCell(cell), cell).toEqual(unreadable(why))
})

it.each([
  ['+5', 'plus-sign', '5'],
  ['=98', 'formula', '98'],
  ['="98"', 'formula', '98'],
  ["'98", 'stray-mark', '98'],
  ['“98”', 'stray-mark', '98'],
  ['4²', 'stray-mark', '4'],
  ['13①', 'stray-mark', '13'],
  ['40*', 'stray-mark', '40'],
  ['98。', 'stray-mark', '98'],
  ['2138件；', 'stray-mark', '2138件'],
  ['007', 'leading-zeros', '7'],
  ['00.5', 'leading-zeros', '0.5'],
  ['1 024', 'space-inside', '1024'],
  ['1\u202f234\u202f567件', 'space-inside', '1234567件'],
  ["1'024", 'space-inside', '1024'],
  ['98.', 'incomplete-decimal', '98'],
  ['.5', 'incomplete-decimal', '0.5'],
  ['99。7', 'incomplete-decimal', '99.7'],
  ['40（含移送3件）', 'remark-inside', '40'],
  ['2138(件)', 'remark-inside', '2138'],
  ['￥710.99万元', 'currency-sign', '710.99万元'],
  ['共745件', 'words-around', '745件'],
  ['均达100%', 'words-around', '100%'],
  ['＞40', 'other-bound', '超过40'],
  ['低于40', 'other-bound', '不足40'],
  ['将近50', 'other-bound', '近50'],
  ['60上下', 'other-bound', '60左右'],
  ['40+', 'other-bound', '40余'],
  ['全市第二', 'rank', '第二'],
  ['均居全市前三位', 'rank', '前三位'],
])('says of %s that it is %s, and offers %s', (cell, why, suggestion) => {
  expect(parseCell(cell)).toEqual(unreadable(why, suggestion))
})

it.each([
  ['1e309', null],
  ['1e5', '100000'],
  ['1E5', '100000'],
  ['1.2E+05', '120000'],
])('writes %s out without offering it, for digits may be lost', (cell, detail) => {
  expect(parseCell(cell)).toEqual(unreadable('scientific', null, detail))
})

it.each(['\u061c', '\u200b', '\u200e', '\u200f', '\u2060', '\u0000', '\u00ad'])(
  'names the hidden character %j before, in and after a number, which is offered without it',
  (hidden) => {
    const name = `U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    for (const cell of [`${hidden}40`, `4${hidden}0`, `40${hidden}`])
      expect(parseCell(cell)).toEqual(unreadable('hidden-characters', '40', name))
  },
)

it.each(['\u202a', '\u202e', '\u2066', '\u2069'])(
  'offers nothing where %j shows digits in another order',
  (hidden) => {
    expect(parseCell(`4${hidden}0`)).toMatchObject({ why: 'hidden-characters', suggestion: null })
  },
)

it('refuses a cell of 65 characters before it looks inside', () => {
  expect(parseCell('1'.repeat(65))).toEqual(unreadable('too-long'))
  expect(parseCell(`1${'件'.repeat(64)}`)).toEqual(unreadable('too-long'))
})

it('does not call a cell of 64 characters too long', () => {
  expect(parseCell('1'.padEnd(64))).toEqual(known('exact', 1))
})

const cellText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...'0123456789.,，。万亿千百十一二三两〇余多约近超第前位名件%％-−—/eE+=#()（）①² \u200b\u202e',
        ...['左右', '以上', '以内', '不超过', '不少于', '不足', '至', '百分之', '分之', '月', '日', '共'],
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
)

it('offers only what is read as a figure', () => {
  fc.assert(
    fc.property(cellText, (cell) => {
      const reading = parseCell(cell)
      if (reading.kind !== 'unreadable' || reading.suggestion === null) return
      expect(parseCell(reading.suggestion).kind, JSON.stringify([cell, reading])).toBe('known')
    }),
    { seed: 3, numRuns: 3000 },
  )
})

it('never gives a value that is NaN, infinite or negative', () => {
  fc.assert(
    fc.property(cellText, (cell) => {
      const reading = parseCell(cell)
      if (reading.kind !== 'known') return true
      return Number.isSafeInteger(Math.floor(reading.value)) && reading.value >= 0
    }),
    { seed: 1, numRuns: 2000 },
  )
})

it('reads a number in every form of the grammar, whatever the number and the unit', () => {
  const unit = fc.constantFrom('', '件', '人次', ' 场', '个工作日', '%')
  const forms: readonly (readonly [string, (n: string, u: string) => string])[] = [
    ['exact', (n, u) => n + u],
    ['exact', (n, u) => `　${n}${u} `],
    ['at-least', (n, u) => `${n}余${u}`],
    ['at-least', (n, u) => `${n}多${u}`],
    ['at-least', (n, u) => `${n}${u}以上`],
    ['at-least', (n, u) => `超${n}${u}`],
    ['at-least', (n, u) => `超过${n}${u}`],
    ['at-least', (n, u) => `不少于${n}${u}`],
    ['at-least', (n, u) => `≥${n}${u}`],
    ['about', (n, u) => `约${n}${u}`],
    ['about', (n, u) => `近 ${n}${u}`],
    ['about', (n, u) => `${n}${u}左右`],
    ['at-most', (n, u) => `不超过${n}${u}`],
    ['at-most', (n, u) => `${n}${u}以内`],
    ['at-most', (n, u) => `不足${n}${u}`],
    ['at-most', (n, u) => `≤${n}${u}`],
  ]
  fc.assert(
    fc.property(fc.nat({ max: 9_999_999 }), fc.nat({ max: 9 }), unit, (whole, tenth, words) => {
      for (const [bound, write] of forms)
        for (const digits of [`${whole}`, `${whole}.${tenth}`])
          expect(parseCell(write(digits, words)), write(digits, words)).toEqual(
            known(bound, Number(digits), words.trim()),
          )
    }),
    { seed: 4, numRuns: 200 },
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
