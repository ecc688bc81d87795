import type { Catalogue, Indicator, IndicatorId } from './catalogue.ts'
import type { Dataset } from './dataset.ts'
import { convert } from './numbers/units.ts'
import type { PlanItem } from './plan.ts'

/** Why an indicator cannot be taken for the new name of another. */
export type JoinObstacle = 'same' | 'unit' | 'kind' | 'both-published'

/** Missing: `null` when nothing speaks against `newer` being the new name of `older`. */
export function joinObstacle(dataset: Dataset, older: Indicator, newer: Indicator): JoinObstacle | null {
  if (older.id === newer.id) return 'same'
  if (older.kind !== newer.kind) return 'kind'
  if (convert(1, older.unit, newer.unit) !== 1) return 'unit'
  const years = dataset.observations.get(newer.id)
  const both = [...(dataset.observations.get(older.id)?.keys() ?? [])].some((year) => years?.has(year))
  return both ? 'both-published' : null
}

function joinIndicators(catalogue: Catalogue, older: Indicator, newer: Indicator): readonly Indicator[] {
  const joined: Indicator = {
    ...newer,
    formerIds: [...newer.formerIds, older.id, ...older.formerIds],
    aliases: [...new Set([...newer.aliases, older.name, older.short, ...older.aliases])].filter(
      (name) => name !== newer.name && name !== newer.short,
    ),
    since: Math.min(older.since, newer.since),
  }
  return catalogue.indicators.flatMap((i) => (i === older ? [] : i === newer ? [joined] : [i]))
}

/** The ids with the older one replaced; one that would stand twice is left out. */
function replaceIn<T>(items: readonly T[], idOf: (item: T) => string, older: Indicator, newer: Indicator) {
  const hasNewer = items.some((item) => idOf(item) === newer.id)
  return items.flatMap((item, place) => {
    if (idOf(item) !== older.id) return [{ item, place, id: idOf(item) as IndicatorId }]
    return hasNewer ? [] : [{ item, place, id: newer.id }]
  })
}

function joinCatalogue(catalogue: Catalogue, older: Indicator, newer: Indicator): Catalogue {
  return {
    ...catalogue,
    indicators: joinIndicators(catalogue, older, newer).map((indicator) =>
      indicator.denominator === older.id ? { ...indicator, denominator: newer.id } : indicator,
    ),
    panels: catalogue.panels.map((panel) => ({
      ...panel,
      parts: panel.parts.map((part) => {
        const kept = replaceIn(part.indicators, (id) => id, older, newer)
        return {
          ...part,
          indicators: kept.map(({ id }) => id),
          labels: kept.flatMap(({ place }) => part.labels[place] ?? []),
          subs: kept.flatMap(({ place }) => part.subs[place] ?? []),
        }
      }),
    })),
    headlines: catalogue.headlines.map((headline) => ({
      ...headline,
      figures: replaceIn(headline.figures, ({ indicator }) => indicator, older, newer).map(
        ({ item, id }) => ({ ...item, indicator: id }),
      ),
    })),
  }
}

/**
 * One series out of two: the older indicator's years become years of the newer one, under whose name both go on.
 * Shape: the older id is kept among `formerIds`; where both have a figure the newer one's stands.
 */
export function joinSeries(dataset: Dataset, older: Indicator, newer: Indicator): Dataset {
  const moved = [...(dataset.observations.get(older.id) ?? [])].map(
    ([year, observation]) => [year, { ...observation, indicator: newer.id }] as const,
  )
  const observations = new Map(dataset.observations)
  observations.delete(older.id)
  observations.set(newer.id, new Map([...moved, ...(dataset.observations.get(newer.id) ?? [])]))
  const inPlan = (item: PlanItem): PlanItem => ({
    ...item,
    indicators: replaceIn(item.indicators, (id) => id, older, newer).map(({ id }) => id),
  })
  return {
    ...dataset,
    catalogue: joinCatalogue(dataset.catalogue, older, newer),
    observations,
    plans: new Map([...dataset.plans].map(([year, items]) => [year, items.map(inPlan)])),
  }
}
