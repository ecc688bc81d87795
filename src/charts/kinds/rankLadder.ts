import type { Quantity } from '#domain/quantity.ts'

export interface Rung {
  readonly place: number
  /** `at`: this place; `within`: may be this place; `out`: not. */
  readonly state: 'at' | 'within' | 'out'
}

/** K6: places 1, 2, 3, 4 and on; the number of places is not known, so the ladder stays open. */
export function rankLadder(quantity: Quantity): readonly Rung[] {
  const place = quantity.kind === 'known' ? quantity.value : 0
  const last = Math.max(4, place + 1)
  return Array.from({ length: last }, (_, i): Rung => {
    const isWithin = quantity.kind === 'known' && quantity.bound === 'rank-within' && i + 1 <= place
    const isAt = quantity.kind === 'known' && quantity.bound === 'rank' && i + 1 === place
    return { place: i + 1, state: isAt ? 'at' : isWithin ? 'within' : 'out' }
  })
}
