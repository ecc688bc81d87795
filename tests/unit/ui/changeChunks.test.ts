import { describe, expect, it } from 'vitest'
import { changeTable } from '#charts/kinds/changeTable.ts'
import { chunksOf, FIRST_ROWS, isWindowed } from '#ui/changeChunks.ts'
import { asYear, tenYearDataset } from '../../support/data.ts'

const rows = changeTable(tenYearDataset(), asYear(2023), asYear(2024))
const groups = [
  { title: '一组', rows: rows.slice(0, 45) },
  { title: '二组', rows: rows.slice(45) },
]

describe('chunksOf', () => {
  const chunks = chunksOf(groups, { start: 0, drawn: FIRST_ROWS, windowed: true })

  it('keeps every row once and in order, each head with the first chunk of its group', () => {
    expect(chunks.flatMap((chunk) => chunk.rows)).toEqual(rows)
    expect(chunks.map((chunk) => chunk.title).filter((title) => title !== '')).toEqual(['一组', '二组'])
    expect(chunks.find((chunk) => chunk.title === '二组')?.rows[0]).toBe(rows[45])
  })

  it('draws more than a window holds at once, and no more', () => {
    const drawn = chunks.filter((chunk) => chunk.drawn).flatMap((chunk) => chunk.rows)
    expect(drawn).toEqual(rows.slice(0, drawn.length))
    expect(drawn.length).toBeGreaterThanOrEqual(FIRST_ROWS)
    expect(drawn.length).toBeLessThan(2 * FIRST_ROWS)
  })

  it('counts the rows of the tables before it', () => {
    const later = chunksOf(groups, { start: 60, drawn: FIRST_ROWS, windowed: true })
    expect(later.flatMap((chunk) => chunk.rows)).toEqual(rows)
    expect(later.some((chunk) => chunk.drawn)).toBe(false)
  })

  it('of a list that is drawn whole is one chunk a group, with the rows drawn by now', () => {
    const place = { start: 10, windowed: false }
    expect(chunksOf(groups, { ...place, drawn: 10 })).toEqual([])
    const some = chunksOf(groups, { ...place, drawn: 65 })
    expect(some.map(({ title, rows: own }) => [title, own.length])).toEqual([
      ['一组', 45],
      ['二组', 10],
    ])
    const all = chunksOf(groups, { ...place, drawn: 1000 })
    expect(all.map((chunk) => chunk.rows)).toEqual(groups.map((group) => group.rows))
    expect(all.every((chunk) => chunk.drawn && !chunk.watched)).toBe(true)
  })

  it('follows what is in sight only in a long list', () => {
    expect(chunks.every((chunk) => chunk.watched)).toBe(true)
    expect([75, 150, 151, 500].map(isWindowed)).toEqual([false, false, true, true])
  })
})
