import { type Catalogue, findIndicator, type Indicator, type IndicatorId } from '#domain/catalogue.ts'
import { samePeriod } from '#domain/note.ts'
import { convert } from '#domain/numbers/units.ts'
import type { Observation } from '#domain/observation.ts'
import type { KnownQuantity } from '#domain/quantity.ts'
import { type CheckedFigure, type Doubt, type FigureCheck, figureWords } from './figure.ts'

/** Two steps of one process: what has gone through the later one went through the earlier. */
interface Steps {
  readonly whole: Indicator
  readonly part: Indicator
}

const NONE: readonly Steps[] = []
const known = new WeakMap<Catalogue, ReadonlyMap<IndicatorId, readonly Steps[]>>()

/** Neighbours in the panels that draw a process; a chain drawn twice counts once. Shape: under either of the two. */
function toSteps(catalogue: Catalogue): ReadonlyMap<IndicatorId, readonly Steps[]> {
  const pairs = new Map<string, Steps>()
  for (const { kind, indicators } of catalogue.panels.flatMap((panel) => panel.parts)) {
    if (kind !== 'steps') continue
    indicators.slice(1).forEach((id, i) => {
      const [whole, part] = [findIndicator(catalogue, indicators[i] ?? ''), findIndicator(catalogue, id)]
      if (whole && part && convert(1, part.unit, whole.unit) !== null)
        pairs.set(`${whole.id}|${part.id}`, { whole, part })
    })
  }
  const steps = new Map<IndicatorId, readonly Steps[]>()
  for (const pair of pairs.values())
    for (const { id } of [pair.whole, pair.part]) steps.set(id, [...(steps.get(id) ?? NONE), pair])
  return steps
}

/** Made once a catalogue, for a file has many rows. */
function stepsOf(catalogue: Catalogue, id: IndicatorId): readonly Steps[] {
  const steps = known.get(catalogue) ?? toSteps(catalogue)
  known.set(catalogue, steps)
  return steps.get(id) ?? NONE
}

/** The least the figure can be. Missing: `null` where it says nothing certain. */
const least = ({ bound, value }: KnownQuantity): number | null =>
  bound === 'exact' || bound === 'at-least' ? value : null

/** The most the figure can be. Missing: `null` where it says nothing certain. */
const most = ({ bound, value }: KnownQuantity): number | null =>
  bound === 'exact' || bound === 'at-most' ? value : null

function exceeds({ whole, part }: Steps, wholeFigure: KnownQuantity, partFigure: KnownQuantity): boolean {
  const low = least(partFigure)
  const high = most(wholeFigure)
  const inWhole = low === null ? null : convert(low, part.unit, whole.unit)
  return inWhole !== null && high !== null && inWhole > high
}

const knownOf = (observation: Observation | null): KnownQuantity | null =>
  observation?.quantity.kind === 'known' ? observation.quantity : null

function doubtOf(figure: CheckedFigure, steps: Steps): Doubt | null {
  const { find, isChecked, observation } = figure
  const { whole, part } = steps
  const [ofWhole, ofPart] = [find(whole.id, observation.year), find(part.id, observation.year)]
  const [wholeFigure, partFigure] = [knownOf(ofWhole), knownOf(ofPart)]
  if (!ofWhole || !ofPart || !wholeFigure || !partFigure) return null
  // Said once: at the part, unless that was kept before.
  if (figure.indicator.id === whole.id && isChecked(ofPart)) return null
  if (!samePeriod(ofWhole.period, ofPart.period) || !exceeds(steps, wholeFigure, partFigure)) return null
  const facts = {
    name: part.name,
    value: figureWords(part, partFigure),
    year: observation.year,
    whole: whole.name,
    wholeValue: figureWords(whole, wholeFigure),
  }
  return { code: 'part-exceeds-whole', column: '数值', facts }
}

/**
 * A later step of a process with more than the step before: 结案 above 办理. Cases carried over from an earlier year
 * can make it true, so it is asked.
 * Shape: only what is certain, so that 40余 contradicts nothing that may be larger.
 */
export const checkPart: FigureCheck = (figure) =>
  figure.quantity === null
    ? []
    : stepsOf(figure.dataset.catalogue, figure.indicator.id).flatMap((steps) => doubtOf(figure, steps) ?? [])
