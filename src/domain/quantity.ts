/** How a printed figure limits its true value. `rank-within` is "前三位": place 3 or better, never place 3. */
export type Bound = 'exact' | 'at-least' | 'about' | 'at-most' | 'rank' | 'rank-within'

/**
 * Why there is no figure. `pending`: the year's report has not been entered; `not-published`: it has, without
 * this figure; `not-yet`: the indicator did not exist in that year.
 */
export type MissingReason = 'pending' | 'not-published' | 'not-applicable' | 'not-yet'

export interface KnownQuantity {
  readonly kind: 'known'
  readonly bound: Bound
  /** In the indicator's own unit; it places marks and feeds measures, it is never what is shown. */
  readonly value: number
  /** The cell as printed: 40余, 第二, 710.99. */
  readonly literal: string
  /** The unit as printed, which may be another one of the family: 元 where the catalogue says 万元. Empty for places. */
  readonly unit: string
}

interface MissingQuantity {
  readonly kind: 'missing'
  readonly why: MissingReason
}

/** One figure of one year: what is known of it, or why nothing is. A missing figure is never 0 or NaN. */
export type Quantity = KnownQuantity | MissingQuantity

/** The ten states a figure can have on screen (`data-state`). */
export type FigureState = Bound | MissingReason

export const stateOf = (quantity: Quantity): FigureState =>
  quantity.kind === 'known' ? quantity.bound : quantity.why

/** True for a figure that may be subtracted from another: exact values and exact places. */
export const isComparable = (quantity: Quantity): quantity is KnownQuantity =>
  quantity.kind === 'known' && (quantity.bound === 'exact' || quantity.bound === 'rank')
