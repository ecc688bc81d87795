import type { Dataset } from '#domain/dataset.ts'

/** The figures that are shown, as a text file a person can keep. Shape: one object with years and observations. */
export function toBackup(dataset: Dataset): string {
  const observations = [...dataset.observations.values()].flatMap((years) => [...years.values()])
  return JSON.stringify({ fingerprint: dataset.fingerprint, years: dataset.years, observations }, null, 2)
}
