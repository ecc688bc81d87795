import { expect, it } from 'vitest'
import { overlay } from '#importing/overlay.ts'
import { SCHEMA } from '#persistence/migrations.ts'
import { toBackup } from '#shell/backup.ts'
import { aDataset, shippedDataset } from '../../support/data.ts'
import { aFigureChange, aLog } from '../../support/log.ts'

interface Backup {
  readonly app: string
  readonly base: string
  readonly fingerprint: string
  readonly years: readonly number[]
  readonly observations: readonly unknown[]
  readonly log: readonly { readonly schema: number; readonly number: number }[]
}

const read = (text: string): Backup => JSON.parse(text)

it('holds every observation with its literal, quote and note, and the fingerprint of the data', () => {
  const dataset = shippedDataset()
  const backup = read(toBackup(dataset, dataset, []))
  expect(backup).toMatchObject({ fingerprint: dataset.fingerprint, base: dataset.fingerprint, years: [2023] })
  expect(backup.observations).toEqual(
    [...dataset.observations.values()].flatMap((years) => [...years.values()]),
  )
  expect(backup.observations).toHaveLength(75)
})

it('holds the log as it is stored and names both what is published and what is shown', () => {
  const base = aDataset({ figures: { cases: { 2023: '5' } } })
  const log = aLog([aFigureChange('cases', 2023, '5', '6')])
  const { dataset } = overlay(base, log)
  const backup = read(toBackup(base, dataset, log))
  expect(backup.log).toEqual([{ ...log[0], schema: SCHEMA }])
  expect([backup.base, backup.fingerprint]).toEqual([base.fingerprint, dataset.fingerprint])
  expect(backup.fingerprint).not.toBe(backup.base)
})

it('is whole for a dataset without a figure', () => {
  expect(read(toBackup(aDataset(), aDataset(), []))).toMatchObject({ observations: [], years: [], log: [] })
})

it('says so when its figures are made up', () => {
  const examples = aDataset({ figures: { cases: { 2023: '5' } }, example: true })
  expect(read(toBackup(examples, examples, []))).toMatchObject({ example: true })
  expect(read(toBackup(aDataset(), aDataset(), []))).not.toHaveProperty('example')
})
