import { describe, expect, it } from 'vitest'
import { chapterColour, screenLook } from '#charts/look.ts'
import { baseOption, dashedBox, figure, hatchedBox, plainText, text, textWidth } from '#charts/scene.ts'
import { look, textsOf } from '../../support/charts.ts'

it('takes braces and bars of a name out of ECharts’ rich text', () => {
  expect(plainText('{b|粗}甲|乙')).toBe('｛b｜粗｝甲｜乙')
  expect(textsOf([text(0, 0, '{a}', { size: 14, fill: 'x', font: 'y' })])).toEqual(['｛a｝'])
})

it('leaves a name with markup as words', () => {
  expect(plainText('<img onerror=alert(1)>')).toBe('<img onerror=alert(1)>')
})

it('counts a Chinese character as one em and a digit as a little over half', () => {
  expect(textWidth('年度', 10)).toBe(20)
  expect(textWidth('20', 10)).toBeLessThan(textWidth('年', 10) * 1.5)
  expect(textWidth('', 10)).toBe(0)
})

describe('figure', () => {
  it('sets the unit smaller and to the right of the number', () => {
    const [number, unit] = figure(10, 20, '2138', '件', look, 22)
    expect(number?.style).toMatchObject({ text: '2138', x: 10, fontSize: 22 })
    expect(unit?.style).toMatchObject({ text: '件', fontSize: 15 })
    expect(Number(unit?.style.x)).toBeGreaterThan(10 + 22 * 0.5 * 4)
  })

  it('is a number alone where there is no unit', () => {
    expect(figure(0, 0, '7', '', look, 22)).toHaveLength(1)
  })
})

describe('an empty slot', () => {
  it('is dashed for a year to come and hatched for a figure not published: told apart without colour', () => {
    expect(dashedBox(0, 0, 40, 50, look).style).toMatchObject({ fill: 'none', lineDash: [4, 4] })
    const hatched = hatchedBox(0, 0, 40, 50, look)
    expect(hatched.filter((mark) => mark.type === 'line').length).toBeGreaterThan(5)
    expect(hatched.filter((mark) => mark.style.lineDash !== undefined)).toEqual([])
  })

  it('keeps its diagonal lines inside the box', () => {
    for (const { type, shape } of hatchedBox(100, 200, 40, 50, look)) {
      if (type !== 'line') continue
      for (const x of [shape?.x1, shape?.x2]) expect(Number(x)).toSatisfy((n) => n >= 100 && n <= 140)
      for (const y of [shape?.y1, shape?.y2]) expect(Number(y)).toSatisfy((n) => n >= 200 && n <= 250)
    }
  })
})

describe('screenLook', () => {
  it('scales text with the chosen size', () => {
    expect([screenLook(1).px(16), screenLook(1.25).px(16)]).toEqual([16, 20])
  })

  it('names colours as custom properties only, so that a theme needs no new drawing', () => {
    const { px: _px, chapter, fontUi: _ui, fontNumber: _number, ...colours } = screenLook(1)
    for (const colour of [...Object.values(colours), chapter(3)])
      expect(colour).toMatch(/^var\(--[a-z0-9-]+\)$/)
  })

  it('has a colour for the seventh chapter too', () => {
    expect(chapterColour(6)).toBe(chapterColour(0))
    expect(chapterColour(7)).toBe(chapterColour(1))
  })

  it('puts the number font first where numbers stand', () => {
    expect(screenLook(1).fontNumber).toMatch(/^"KPI Num",/)
  })
})

it('no chart moves, and none has a ground of its own', () => {
  expect(baseOption(look)).toMatchObject({ animation: false, backgroundColor: 'transparent' })
})
