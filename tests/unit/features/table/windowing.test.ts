import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnRows, rangeInSight } from '#features/table/windowing.ts'

describe('rangeInSight', () => {
  it('holds what is in sight and some rows around it', () => {
    expect(rangeInSight(0, 600, 60)).toEqual({ first: 0, end: 14 })
    const { first, end } = rangeInSight(6000, 600, 60)
    expect(first).toBeLessThanOrEqual(96)
    expect(end).toBeGreaterThanOrEqual(114)
  })

  it('stays the same while a row or two are scrolled', () => {
    expect(rangeInSight(6030, 570, 60)).toEqual(rangeInSight(6000, 600, 60))
  })
})

describe('drawnRows', () => {
  it('leaves gaps above and below', () => {
    expect(drawnRows(10, { first: 3, end: 5 }, -1)).toEqual([{ gap: 3 }, { row: 3 }, { row: 4 }, { gap: 5 }])
  })

  it('keeps the row with the focus wherever it is', () => {
    expect(drawnRows(10, { first: 3, end: 4 }, 1)).toEqual([
      { gap: 1 },
      { row: 1 },
      { gap: 1 },
      { row: 3 },
      { gap: 6 },
    ])
    expect(drawnRows(10, { first: 3, end: 4 }, 9)).toEqual([{ gap: 3 }, { row: 3 }, { gap: 5 }, { row: 9 }])
  })

  it('draws each row of the range once and stands for all others, whatever was scrolled and filtered', () => {
    const number = fc.integer({ min: 0, max: 700 })
    fc.assert(
      fc.property(number, number, number, fc.integer({ min: -1, max: 700 }), (count, first, length, kept) => {
        const drawn = drawnRows(count, { first, end: first + length }, kept)
        const rows: number[] = []
        let at = 0
        for (const piece of drawn) {
          if ('gap' in piece) at += piece.gap
          else {
            expect(piece.row).toBe(at)
            rows.push(piece.row)
            at += 1
          }
        }
        expect(at).toBe(count)
        for (let row = first; row < Math.min(count, first + length); row += 1) expect(rows).toContain(row)
        if (kept >= 0 && kept < count) expect(rows).toContain(kept)
      }),
    )
  })
})
