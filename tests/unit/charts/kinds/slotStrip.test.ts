import { describe, expect, it } from 'vitest'
import { slotStrip } from '#charts/kinds/slotStrip.ts'
import { aFrame } from '../../../support/charts.ts'
import { aDataset, anIndicator, threeYearDataset } from '../../../support/data.ts'
import { withNotes } from '../../../support/notes.ts'

/** Year, state and height of each slot of a strip of four. */
function stripOf(dataset: ReturnType<typeof aDataset>, id: string, year: number, count = 4) {
  const frame = aFrame(dataset, [id], year)
  const row = frame.rows[0]
  if (!row) throw new Error(`no row ${id}`)
  return slotStrip(frame, row, count).map((s) => [s.year, s.state, s.heightRatio, s.selected])
}

const dataset = threeYearDataset()

describe('with one year entered', () => {
  it('fills the slot of the year, whatever its value, and leaves three pending', () => {
    for (const cell of ['0', '5', '40余', '第二', '前三'])
      expect(stripOf(aDataset({ figures: { cases: { 2023: cell } } }), 'cases', 2023)).toEqual([
        [2023, expect.any(String), 1, true],
        [2024, 'pending', 0, false],
        [2025, 'pending', 0, false],
        [2026, 'pending', 0, false],
      ])
  })
})

describe('with several years entered', () => {
  it('draws columns from 0, the largest full height', () => {
    expect(
      stripOf(aDataset({ figures: { cases: { 2023: '50', 2024: '100', 2025: '75余' } } }), 'cases', 2024),
    ).toEqual([
      [2023, 'exact', 0.5, false],
      [2024, 'exact', 1, true],
      [2025, 'at-least', 0.75, false],
      [2026, 'pending', 0, false],
    ])
  })

  it('gives a missing figure no height, and 0 a visible trace', () => {
    expect(stripOf(dataset, 'legal-education-talks', 2024)[1]).toEqual([2024, 'not-published', 0, true])
    expect(stripOf(dataset, 'rule-of-law-landscapes', 2024)[1]).toEqual([2024, 'exact', 0.06, true])
    const zeros = aDataset({ figures: { cases: { 2023: '0', 2024: '0' } } })
    expect(stripOf(zeros, 'cases', 2024)[0]).toEqual([2023, 'exact', 0.06, false])
  })

  it('keeps a place a full box, because a column would grow with a worse place', () => {
    expect(stripOf(dataset, 'mediation-volume-rank', 2025).map((slot) => slot[2])).toEqual([1, 1, 1, 0])
    expect(stripOf(dataset, 'contract-enforcement-rank', 2025).map((slot) => slot[1])).toEqual([
      'rank-within',
      'rank',
      'rank',
      'pending',
    ])
  })

  it('says not-yet of the years before an indicator existed', () => {
    expect(stripOf(dataset, 'administrative-mediations', 2025).map((slot) => slot[1])).toEqual([
      'not-yet',
      'not-yet',
      'exact',
      'pending',
    ])
  })
})

it('keeps months and changes of scope with their slot', () => {
  const figures = { cases: { 2023: '1', 2024: '2', 2025: '未公布' } }
  const noted = withNotes(aDataset({ figures }), {
    cases: { 2024: '1—6月；口径变化：含移送', 2025: '1—6月' },
  })
  const frame = aFrame(noted, ['cases'], 2025)
  const [row] = frame.rows
  expect(row && slotStrip(frame, row, 4).map(({ period, scopeChange }) => [period, scopeChange])).toEqual([
    [null, null],
    [{ from: 1, to: 6 }, '含移送'],
    [null, null],
    [null, null],
  ])
})

describe('with more years than slots', () => {
  const many = aDataset({
    indicators: [anIndicator()],
    figures: { cases: Object.fromEntries([2023, 2024, 2025, 2026, 2027, 2028].map((y) => [y, '5'])) },
  })
  const yearsOf = (year: number) => stripOf(many, 'cases', year).map((slot) => slot[0])

  it('shows the last ones while the selected year is among them', () => {
    expect(yearsOf(2028)).toEqual([2026, 2027, 2028, 2029])
    expect(yearsOf(2026)).toEqual([2026, 2027, 2028, 2029])
  })

  it('starts at the selected year where that is earlier', () => {
    expect(yearsOf(2023)).toEqual([2023, 2024, 2025, 2026])
    expect(yearsOf(2025)).toEqual([2025, 2026, 2027, 2028])
  })

  it.each([2023, 2024, 2025, 2026, 2027, 2028])('always shows %d when it is selected', (year) => {
    expect(stripOf(many, 'cases', year).filter((slot) => slot[3])).toEqual([[year, 'exact', 1, true]])
  })

  it('asked for three gives three', () => {
    expect(stripOf(many, 'cases', 2028, 3)).toHaveLength(3)
  })
})
