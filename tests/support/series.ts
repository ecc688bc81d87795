import type { Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { readNote } from '#domain/note.ts'
import type { Observation } from '#domain/observation.ts'
import type { Year } from '#domain/year.ts'
import { aDataset, anIndicator, asId, asYear } from './data.ts'

/** A cell as printed, with what stands beside it in its row. */
interface SeriesCell {
  readonly value: string
  readonly unit?: string
  readonly note?: string
  readonly doubtful?: boolean
}

export type SeriesCells = Readonly<Record<number, string | SeriesCell>>

interface Series {
  readonly dataset: Dataset
  readonly indicator: Indicator
}

const toObservation = (observation: Observation, cell: string | SeriesCell): Observation => {
  if (typeof cell === 'string') return observation
  const { unit = '', note = '', doubtful = false } = cell
  const { quantity } = observation
  return {
    ...observation,
    unit,
    note,
    doubtful,
    ...readNote(note),
    quantity: quantity.kind === 'known' && unit !== '' ? { ...quantity, unit } : quantity,
  }
}

/** One indicator over the years; years entered are those of the cells unless named. */
export function aSeries(
  shape: Partial<Omit<Indicator, 'id'>>,
  cells: SeriesCells,
  rest: { readonly years?: readonly number[]; readonly openYears?: readonly number[] } = {},
): Series {
  const indicator = anIndicator({ since: 2000, ...shape })
  const printed = Object.entries(cells).map(([year, cell]) => [
    year,
    typeof cell === 'string' ? cell : cell.value,
  ])
  const dataset = aDataset({
    indicators: [indicator],
    figures: { cases: Object.fromEntries(printed) },
    ...(rest.years ? { years: rest.years } : {}),
    openYears: (rest.openYears ?? []).map(asYear),
  })
  const plain = dataset.observations.get(asId('cases')) ?? new Map<Year, Observation>()
  const observations = [...plain].map(([year, observation]): [Year, Observation] => [
    year,
    toObservation(observation, cells[year] ?? ''),
  ])
  return {
    indicator,
    dataset: { ...dataset, observations: new Map([[asId('cases'), new Map(observations)]]) },
  }
}
