import { describe, expect, it } from 'vitest'
import {
  breakLane,
  breakMarks,
  isYearWritten,
  keepApart,
  monthMarks,
  monthsLane,
  periodRuns,
  stackedWord,
  type Timeline,
} from '#charts/timeline.ts'
import { chartWords } from '#ui/words.ts'
import { aFrame, look, textsOf } from '../../support/charts.ts'
import { aDataset } from '../../support/data.ts'
import { withNotes } from '../../support/notes.ts'

const YEARS = Array.from({ length: 10 }, (_, i) => 2023 + i)

/** Ten years of one figure with these notes, drawn at this distance from year to year. Unit: px. */
function timelineOf(notes: Record<number, string>, step = 60, selected = 2032): Timeline {
  const figures = { cases: Object.fromEntries(YEARS.map((year) => [year, '50'])) }
  const frame = aFrame(withNotes(aDataset({ figures }), { cases: notes }), ['cases'], selected)
  const row = frame.rows[0]
  if (!row) throw new Error('no row')
  return { frame, row, look, words: chartWords, left: 0, step }
}

const writtenAt = (step: number, selected: number): readonly number[] => {
  const timeline = timelineOf({}, step, selected)
  return timeline.frame.years.filter((_, i) => isYearWritten(timeline, i))
}

describe('the years under their slots', () => {
  it('are all written where there is room', () => {
    expect(writtenAt(40, 2032)).toHaveLength(11)
  })

  it.each([
    [20, 2032, [2024, 2026, 2028, 2030, 2032]],
    [20, 2025, [2023, 2025, 2027, 2029, 2031, 2033]],
    [12, 2031, [2025, 2028, 2031]],
  ])('are every second or third at %d px, the selected year always among them', (step, selected, years) => {
    expect(writtenAt(step, selected).filter((year) => years.includes(year))).toEqual(years)
    expect(writtenAt(step, selected).length).toBeLessThanOrEqual(years.length + 1)
  })
})

describe('a change of scope', () => {
  it('is a dashed line between the year before and its year, with words above', () => {
    const timeline = timelineOf({ 2028: '口径变化：含移送案件' })
    const marks = breakMarks(timeline, 0, 200)
    expect(marks.filter((mark) => mark.type === 'line')).toMatchObject([
      { shape: { x1: 300, x2: 300, y2: 200 }, style: { lineDash: [3, 3] } },
    ])
    expect(textsOf(marks)).toEqual(['口径有变'])
    expect(breakLane(timeline.frame, look)).toBeGreaterThan(14)
  })

  it('of two years in a row is worded once; a double bar stands over the other line', () => {
    const marks = breakMarks(timelineOf({ 2028: '口径变化：', 2029: '口径变化：' }, 30), 0, 200)
    expect(textsOf(marks)).toEqual(['口径有变'])
    const lines = marks.filter((mark) => mark.type === 'line')
    expect(lines.filter((mark) => mark.style.lineDash)).toHaveLength(2)
    expect(lines.filter((mark) => !mark.style.lineDash)).toHaveLength(2)
  })

  it('keeps its words beside the years at either end', () => {
    for (const year of [2024, 2032]) {
      const timeline = timelineOf({ [year]: '口径变化：' }, 20)
      const x = Number(breakMarks(timeline, 0, 200).find((mark) => mark.type === 'text')?.style.x)
      expect(x).toBeGreaterThanOrEqual(28)
      expect(x).toBeLessThanOrEqual(11 * 20 - 28)
    }
  })

  it('takes no room where there is none, nor at the first year shown, which has none before it', () => {
    expect(breakLane(timelineOf({}).frame, look)).toBe(0)
    expect(breakMarks(timelineOf({ 2023: '口径变化：' }), 0, 200)).toEqual([])
  })
})

describe('months of part-year figures', () => {
  it('stand once under neighbours that share them', () => {
    const timeline = timelineOf({ 2025: '1—6月', 2026: '1-6月数', 2028: '1—9月' })
    expect(periodRuns(timeline.row)).toEqual([
      { from: 2, to: 3, period: { from: 1, to: 6 } },
      { from: 5, to: 5, period: { from: 1, to: 9 } },
    ])
    const marks = monthMarks(timeline, 0)
    expect(marks.map((mark) => [mark.style.text, mark.style.x])).toEqual([
      ['1—6月', 180],
      ['1—9月', 330],
    ])
    expect(monthsLane(timeline.frame, look)).toBeGreaterThan(14)
  })

  it('of the selected year stay where those of its neighbour would touch them', () => {
    const notes = { 2030: '1—6月', 2031: '1—9月', 2032: '1—6月' }
    expect(textsOf(monthMarks(timelineOf(notes, 20, 2031), 0))).toEqual(['1—9月'])
  })

  it('take no room where every figure is of a whole year', () => {
    expect(monthsLane(timelineOf({ 2025: '1—12月' }).frame, look)).toBe(0)
  })
})

it('keepApart keeps the first of two boxes that overlap, and both where they only touch', () => {
  const box = (left: number, right: number) => ({ left, right, top: 0, bottom: 10 })
  expect(keepApart([box(0, 10), box(9, 20), box(10, 20)])).toEqual([box(0, 10), box(10, 20)])
  expect(keepApart([box(0, 10)], [box(5, 6)])).toEqual([])
})

it.each([
  [60, 60, ['待录入']],
  [30, 40, ['待', '录入']],
  [16, 20, ['待', '录', '入']],
])('a word in a box of %d px every %d px is %j', (box, step, lines) => {
  expect(stackedWord('待录入', box, { look, step })).toEqual(lines)
})
