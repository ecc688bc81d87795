import type { Dataset } from '#domain/dataset.ts'
import type { Revision } from '#domain/revision.ts'
import { SCHEMA } from '#persistence/migrations.ts'
import { APP } from '#persistence/place.ts'
import { toRecord } from '#persistence/records.ts'

/**
 * The figures that are shown and the log that led to them, as a text file a person can keep.
 * Shape: one object; `log` holds the records as they are stored, `fingerprint` names what is shown, `base` what is
 * published.
 */
export function toBackup(base: Dataset, shown: Dataset, revisions: readonly Revision[]): string {
  const observations = [...shown.observations.values()].flatMap((years) => [...years.values()])
  const backup = {
    app: APP,
    schema: SCHEMA,
    title: shown.catalogue.title,
    ...(shown.example ? { example: true } : {}),
    base: base.fingerprint,
    fingerprint: shown.fingerprint,
    years: shown.years,
    log: revisions.map(toRecord),
    observations,
  }
  return JSON.stringify(backup, null, 2)
}
