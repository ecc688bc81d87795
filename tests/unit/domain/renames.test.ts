import { expect, it } from 'vitest'
import { idsOfSeries, NO_RENAMES, renamesAfter, subjectsOf } from '#domain/renames.ts'
import type { LoggedChange } from '#domain/revision.ts'
import { asId } from '../../support/data.ts'
import { aFigureChange, aJoin, aSettingsChange, aYearChange } from '../../support/log.ts'

const after = (...changes: readonly LoggedChange[]) => changes.reduce(renamesAfter, NO_RENAMES)
const chain = after(aJoin('c', 'b'), aJoin('b', 'a'), aJoin('other', 'x'))

it.each(['a', 'b', 'c'])('a chain of joins is one series, found from %s', (id) => {
  expect(idsOfSeries(chain, asId(id))[0]).toBe(id)
  expect([...idsOfSeries(chain, asId(id))].sort()).toEqual(['a', 'b', 'c'])
})

it.each(['constructor', '__proto__', 'y'])('%s, which nobody joined, is a series of its own', (id) => {
  expect(idsOfSeries(chain, asId(id))).toEqual([id])
})

it('joins in a circle are one series', () => {
  expect(idsOfSeries(after(aJoin('a', 'b'), aJoin('b', 'a')), asId('a'))).toEqual(['a', 'b'])
})

it('a join taken back separates the ids', () => {
  const apart = renamesAfter(chain, aSettingsChange('b', { continues: 'a' }, {}))
  expect(idsOfSeries(apart, asId('a'))).toEqual(['a'])
  expect([...idsOfSeries(apart, asId('c'))].sort()).toEqual(['b', 'c'])
})

it('a join with another one replaces the first', () => {
  const moved = renamesAfter(chain, aSettingsChange('b', { continues: 'a' }, { continues: 'z' }))
  expect(idsOfSeries(moved, asId('a'))).toEqual(['a'])
  expect([...idsOfSeries(moved, asId('z'))].sort()).toEqual(['b', 'c', 'z'])
})

it('a change that decides nothing about names leaves the very same decisions', () => {
  expect(renamesAfter(chain, aFigureChange('a', 2023, null, '1'))).toBe(chain)
  expect(renamesAfter(chain, aYearChange(2023, 'open', 'finished'))).toBe(chain)
  expect(renamesAfter(chain, aJoin('b', 'a'))).toBe(chain)
  expect(renamesAfter(chain, aSettingsChange('a', {}, { direction: '正' }))).toBe(chain)
})

it('a figure of a joined series may be kept under any of its ids, its own first', () => {
  expect(subjectsOf(after(aJoin('b', 'a')), aFigureChange('b', 2023, null, '1'))).toEqual([
    'figure|b|2023',
    'figure|a|2023',
  ])
  expect(subjectsOf(after(aJoin('b', 'a')), aSettingsChange('b', {}, {}))).toEqual(['indicator|b'])
})
