import { expect, it } from 'vitest'
import { toBackup } from '#shell/backup.ts'
import { aDataset, shippedDataset } from '../../support/data.ts'

it('holds every observation with its literal, quote and note, and the fingerprint of the data', () => {
  const dataset = shippedDataset()
  const backup = JSON.parse(toBackup(dataset)) as {
    observations: unknown[]
    fingerprint: string
    years: number[]
  }
  expect(backup).toMatchObject({ fingerprint: dataset.fingerprint, years: [2023] })
  expect(backup.observations).toEqual(
    [...dataset.observations.values()].flatMap((years) => [...years.values()]),
  )
  expect(backup.observations).toHaveLength(75)
})

it('is whole for a dataset without a figure', () => {
  expect(JSON.parse(toBackup(aDataset()))).toMatchObject({ observations: [], years: [] })
})
