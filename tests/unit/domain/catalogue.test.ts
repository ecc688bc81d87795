import { expect, it } from 'vitest'
import { findChapter, findIndicator, indicatorsOf, namesOf } from '#domain/catalogue.ts'
import { aCatalogue, aChapter, anIndicator } from '../../support/data.ts'

const catalogue = aCatalogue({
  chapters: [aChapter(0), aChapter(1)],
  indicators: [
    anIndicator({ id: 'b', chapter: 1 }),
    anIndicator({ id: 'zero', chapter: 0 }),
    anIndicator({ id: 'a', chapter: 1, aliases: ['又名'] }),
  ],
})

it('finds an indicator by its id', () => {
  expect(findIndicator(catalogue, 'a')?.name).toBe('名称a')
})

it.each(['', 'unknown', 'constructor', '__proto__', 'toString'])('knows no indicator %j', (id) => {
  expect(findIndicator(catalogue, id)).toBeNull()
})

it('finds the preamble as chapter 0 and no chapter it does not have', () => {
  expect(findChapter(catalogue, 0)?.number).toBe(0)
  expect(findChapter(catalogue, 2)).toBeNull()
  expect(findChapter(catalogue, Number.NaN)).toBeNull()
})

it('lists the indicators of a chapter in the order of the catalogue', () => {
  expect(indicatorsOf(catalogue, 1).map((i) => i.id)).toEqual(['b', 'a'])
  expect(indicatorsOf(catalogue, 5)).toEqual([])
})

it('calls an indicator by name, short name and aliases', () => {
  const indicator = findIndicator(catalogue, 'a')
  expect(indicator && namesOf(indicator)).toEqual(['名称a', '简称a', '又名'])
})
