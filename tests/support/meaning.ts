import type { Dataset } from '#domain/dataset.ts'

/** What a dataset says, without where it was read and under which name. Shape: equal for equal meanings. */
export const meaningOf = (dataset: Dataset) => ({
  catalogue: dataset.catalogue,
  years: dataset.years,
  openYears: dataset.openYears,
  figures: dataset.catalogue.indicators.flatMap(({ id }) =>
    [...(dataset.observations.get(id) ?? [])].map(([, { source: _, ...observation }]) => observation),
  ),
  plans: [...dataset.plans].sort(([a], [b]) => a - b),
  reports: [...dataset.reports].map(([year, { text }]) => [year, text]).sort(),
  sources: [...dataset.sources].sort(([a], [b]) => a - b),
  example: dataset.example,
})
