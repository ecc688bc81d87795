import { expect, it } from 'vitest'
import { findByName, findChapter, findIndicator, indicatorsOf, namesOf } from '#domain/catalogue.ts'
import { aCatalogue, aChapter, anIndicator, asId } from '../../support/data.ts'

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

it.each(['名称a', '简称a', '又名'])('finds an indicator by %s', (name) => {
  expect(findByName(catalogue, name)?.id).toBe('a')
})

it.each(['', '名称', '又名 ', 'constructor', '__proto__'])('knows no name %j', (name) => {
  expect(findByName(catalogue, name)).toBeNull()
})

it('finds an indicator by an id it had before, unless another one has that id now', () => {
  const renamed = aCatalogue({
    indicators: [
      anIndicator({ id: 'newer', formerIds: [asId('older'), asId('other'), asId('constructor')] }),
      anIndicator({ id: 'other' }),
    ],
  })
  expect(['newer', 'older', 'constructor'].map((id) => findIndicator(renamed, id)?.id)).toEqual([
    'newer',
    'newer',
    'newer',
  ])
  expect(findIndicator(renamed, 'other')?.id).toBe('other')
})

it('finds the first of two that claim one name or one former id', () => {
  const twice = aCatalogue({
    indicators: ['one', 'two'].map((id) => anIndicator({ id, name: '同名', formerIds: [asId('older')] })),
  })
  expect(findByName(twice, '同名')?.id).toBe('one')
  expect(findIndicator(twice, 'older')?.id).toBe('one')
})

it('looks each catalogue up by itself', () => {
  const other = aCatalogue({ indicators: [anIndicator({ id: 'a', name: '另一个' })] })
  expect(findIndicator(other, 'a')?.name).toBe('另一个')
  expect(findIndicator(catalogue, 'a')?.name).toBe('名称a')
  expect(findByName(other, '名称a')).toBeNull()
})
