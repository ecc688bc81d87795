import { describe, expect, it } from 'vitest'
import { tipElement } from '#ui/tip.ts'
import { aFrame } from '../../support/charts.ts'
import { aDataset, anIndicator } from '../../support/data.ts'
import { withNotes } from '../../support/notes.ts'

const NAME = '<img src=x onerror="globalThis.__pwned=1">案件'

const dataset = aDataset({
  indicators: [anIndicator({ id: 'cases', name: NAME })],
  figures: { cases: { 2023: '12345', 2024: '40余', 2025: '未公布' } },
})

/** Lines of the tip over a mark. */
const linesOf = (data: unknown) => {
  const tip = tipElement(aFrame(dataset, ['cases'], 2024))(data)
  return tip && [...tip.children].map((line) => line.textContent)
}

describe('the tip over a mark', () => {
  it.each([
    [2023, ['2023年：12,345 件']],
    [2024, ['2024年：≥40 件', '原文为“40余件”，按不少于40件显示，不参与同比计算。']],
    [2025, ['2025年：未公布', '2025年度报告中没有找到这项数值。']],
    [2026, ['2026年：待录入', '2026年度报告尚未录入，不代表数值为0。']],
  ])('says what the figure of %d is', (year, lines) => {
    expect(linesOf({ indicator: 'cases', year })).toEqual([NAME, ...lines])
  })

  it('says the months and the change of scope', () => {
    const noted = withNotes(aDataset({ figures: { cases: { 2023: '5', 2024: '6' } } }), {
      cases: { 2023: '1—6月', 2024: '口径变化：含移送' },
    })
    const lines = (year: number) => {
      const tip = tipElement(aFrame(noted, ['cases'], 2024))({ indicator: 'cases', year })
      return tip && [...tip.children].map((line) => line.textContent)
    }
    expect(lines(2023)).toEqual(['名称cases', '2023年1—6月：5 件'])
    expect(lines(2024)).toEqual(['名称cases', '2024年：6 件', '口径有变：含移送'])
  })

  it('holds names as text, never as markup', () => {
    const tip = tipElement(aFrame(dataset, ['cases'], 2024))({ indicator: 'cases', year: 2023 })
    if (!tip) throw new Error('no element')
    expect(tip.querySelector('img')).toBeNull()
    expect(tip.innerHTML).toContain('&lt;img')
  })

  it.each([
    undefined,
    null,
    5,
    [40, 0],
    {},
    { indicator: 'cases' },
    { indicator: 'constructor', year: 2023 },
    { indicator: 'cases', year: 1999 },
  ])('is none over %j, which stands for no figure', (data) => {
    expect(linesOf(data)).toBeNull()
  })
})
