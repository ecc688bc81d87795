import type { Catalogue } from '#domain/catalogue.ts'
import { type Dataset, latestYear } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import type { AppState } from './state.ts'

/** Missing: `null` while the data is loading or could not be read. */
export const selectDataset = (state: AppState): Dataset | null =>
  state.data.status === 'ready' ? state.data.dataset : null

/** The catalogue as it is published, with indicators added here but before series were joined. Missing: as for `selectDataset`. */
export const selectPublished = ({ data }: AppState): Catalogue | null =>
  data.status === 'ready' ? (data.catalogue ?? data.base.catalogue) : null

/** The year looked at: the one in the address if it was entered, else the latest. */
export function selectYear(state: AppState): Year | null {
  const dataset = selectDataset(state)
  if (!dataset) return null
  const { year } = state.view
  return year !== null && dataset.years.includes(year) ? year : latestYear(dataset)
}

/** How many changes kept on this machine must be checked against what is published now. */
export const selectToCheck = ({ data }: AppState): number => (data.status === 'ready' && data.toCheck) || 0
