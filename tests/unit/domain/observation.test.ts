import { expect, it } from 'vitest'
import { entryOf, sameEntry } from '#domain/observation.ts'
import { aDataset, asId, asYear } from '../../support/data.ts'
import { anEntry } from '../../support/log.ts'

const full = anEntry('40余', { unit: '场', status: '待核', quote: '40余场', note: '1—6月' })

it('the entry of an observation is its five cells and nothing else', () => {
  const dataset = aDataset({ figures: { cases: { 2023: '40余' } }, details: { cases: { ...full } } })
  const observation = dataset.observations.get(asId('cases'))?.get(asYear(2023))
  expect(observation && entryOf(observation)).toEqual(full)
})

it('two entries are the same when every cell is', () => {
  expect(sameEntry(full, { ...full })).toBe(true)
})

it.each([
  ['value', '40'],
  ['unit', ''],
  ['status', ''],
  ['quote', ''],
  ['note', ''],
])('two entries differ when one says another %s', (cell, text) => {
  expect(sameEntry(full, { ...full, [cell]: text })).toBe(false)
})

it('no entry is the same as none, and as no other', () => {
  expect(sameEntry(null, null)).toBe(true)
  expect(sameEntry(null, anEntry(''))).toBe(false)
  expect(sameEntry(anEntry(''), null)).toBe(false)
})
