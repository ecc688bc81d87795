import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupDigits, toChinesePlace, toDecimal, toFigureLine, toFigureText } from '#domain/numbers/format.ts'
import { aKnown } from '../../../support/data.ts'

describe('toFigureLine', () => {
  it.each([
    ['890', '项', '890 项'],
    ['2138', '件', '2138 件'],
    ['12345', '件', '12,345 件'],
    ['2,138', '件', '2138 件'],
    ['12,345', '件', '12,345 件'],
    ['1234567', '元', '1,234,567 元'],
    ['710.99', '万元', '710.99 万元'],
    ['99.7', '%', '99.7%'],
    ['99.70', '%', '99.70%'],
    ['100', '%', '100%'],
    ['0', '件', '0 件'],
    ['7', '', '7'],
  ])('prints the exact %s %s as %s', (literal, unit, line) => {
    expect(toFigureLine(aKnown(literal), unit)).toBe(line)
  })

  it.each([
    ['40余', '场', '≥40 场'],
    ['４０余', '场', '≥40 场'],
    ['40以上', '场', '≥40 场'],
    ['1000余', '份', '≥1000 份'],
    ['约60', '次', '≈60 次'],
    ['不超过6', '日', '≤6 日'],
    ['95以上', '%', '≥95%'],
    ['第二', '位', '第2位'],
    ['第12', '位', '第12位'],
    ['前三', '位', '前三位之内'],
    ['前10', '位', '前十位之内'],
    ['前15', '位', '前15位之内'],
  ])('prints %s %s with its bound as %s', (literal, unit, line) => {
    expect(toFigureLine(aKnown(literal), unit)).toBe(line)
  })

  it('never prints 前三 as place 3', () => {
    expect(toFigureLine(aKnown('前三'), '位')).not.toMatch(/第|3/)
  })

  it.each([
    ['5721万', '人', '5721万 人'],
    ['8.2亿', '元', '8.2亿 元'],
    ['5万余', '人次', '≥5万 人次'],
    ['710.99万元', '元', '710.99万 元'],
    ['12345万', '元', '12,345万 元'],
  ])('keeps the printed scale of %s', (literal, unit, line) => {
    expect(toFigureLine(aKnown(literal), unit)).toBe(line)
  })

  it('shows the converted value where the printed digits are in another unit', () => {
    const converted = { ...aKnown('8035000元'), value: 803.5 }
    expect(toFigureLine(converted, '万元')).toBe('803.5 万元')
  })

  it('shows the digits alone where the printed scale already is that of the unit', () => {
    const converted = { ...aKnown('710.99万元'), value: 710.99 }
    expect(toFigureLine(converted, '万元')).toBe('710.99 万元')
  })
})

describe('toFigureText', () => {
  it('keeps mark, number and unit apart', () => {
    expect(toFigureText(aKnown('40余'), '场')).toEqual({ mark: '≥', number: '40', unit: '场' })
    expect(toFigureText(aKnown('第二'), '位')).toEqual({ mark: '第', number: '2', unit: '位' })
    expect(toFigureText(aKnown('前三'), '位')).toEqual({ mark: '前', number: '三', unit: '位之内' })
  })
})

describe('groupDigits', () => {
  it.each([
    ['999', '999'],
    ['9999', '9999'],
    ['10000', '10,000'],
    ['123456', '123,456'],
    ['1234567.125', '1,234,567.125'],
    ['9999.5', '9999.5'],
    ['0.00001', '0.00001'],
  ])('groups %s as %s', (digits, grouped) => {
    expect(groupDigits(digits)).toBe(grouped)
  })
})

describe('toDecimal', () => {
  it.each([
    [0.2, '0.2'],
    [-3, '−3'],
    [-12345.5, '−12,345.5'],
    [0, '0'],
    [-0, '0'],
    [0.0000001, '0.0000001'],
    [-0.00000025, '−0.00000025'],
  ])('writes %d as %s', (value, text) => {
    expect(toDecimal(value)).toBe(text)
  })

  it('never writes an exponent or a hyphen, and loses no digit', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: -9e15, max: 9e15, noNaN: true }),
          fc.double({ min: -1e-5, max: 1e-5, noNaN: true }),
        ),
        (value) => {
          const text = toDecimal(value)
          expect(text).toMatch(/^−?\d[\d,]*(\.\d+)?$/)
          expect(Number(text.replace('−', '-').replace(/,/g, ''))).toBe(value === 0 ? 0 : value)
        },
      ),
      { seed: 3, numRuns: 200 },
    )
  })
})

it.each([
  [1, '一'],
  [3, '三'],
  [10, '十'],
  [11, '11'],
])('says place %d as %s', (place, text) => {
  expect(toChinesePlace(place)).toBe(text)
})
