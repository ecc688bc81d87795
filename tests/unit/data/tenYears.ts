import { readFileSync } from 'node:fs'
import { findObservation, quantityOf } from '#domain/dataset.ts'
import type { Observation } from '#domain/observation.ts'
import { asId, asYear, indicatorIn, TEN_YEARS, tenYearDataset } from '../../support/data.ts'

export const dataset = tenYearDataset()
export const YEARS = [2023, 2024, 2025, 2026, 2028, 2029, 2030, 2031, 2032, 2033]

export const textOf = (path: string): string => readFileSync(`${TEN_YEARS}/${path}`, 'utf8')

export const all = (): readonly Observation[] =>
  [...dataset.observations.values()].flatMap((years) => [...years.values()])

/** Errors: throws where the file has no row. */
export function observationOf(id: string, year: number): Observation {
  const found = findObservation(dataset, asId(id), asYear(year))
  if (!found) throw new Error(`no ${id} in ${year}`)
  return found
}

export const quantityIn = (id: string, year: number) =>
  quantityOf(dataset, indicatorIn(dataset, id), asYear(year))

/** The figures of an indicator, oldest first; `null` where none is known. */
export const valuesOf = (id: string): readonly (number | null)[] =>
  YEARS.map((year) => {
    const quantity = quantityIn(id, year)
    return quantity.kind === 'known' ? quantity.value : null
  })
