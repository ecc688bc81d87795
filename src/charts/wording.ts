import type { MissingReason } from '#domain/quantity.ts'

/** Words a chart needs; the sentences themselves live in `ui/words.ts`. */
export interface ChartWords {
  readonly missing: Readonly<Record<MissingReason, string>>
  /** 距100%差0.3个百分点. Unit: `points` in percentage points, as text. */
  readonly gapToFull: (points: string) => string
  /** 结案 ÷ 办理 = 74.2%（推算）. Unit: `percent` as text. */
  readonly derivedRatio: (part: string, whole: string, percent: string) => string
  /** The same where there is no room to name the stages: 74.2%（推算）. */
  readonly derivedPercent: (percent: string) => string
  readonly place: (place: number) => string
  readonly placeWithin: (place: number) => string
  /** 前三位, where the long form would touch its neighbour. */
  readonly placeWithinShort: (place: number) => string
  readonly yearOf: (year: number) => string
  readonly earlierBar: (year: number) => string
  /** 口径有变, over the line between two years. */
  readonly scopeBreak: string
  /** What a change of scope says in full; `words` may be empty. */
  readonly scopeChange: (words: string) => string
}
