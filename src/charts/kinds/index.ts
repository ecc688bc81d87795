import type { ChartKind } from '#domain/catalogue.ts'
import type { Kind } from './kind.ts'
import { rateBars } from './rateBars.ts'
import { rateLine } from './rateLine.ts'
import { sameUnitBars } from './sameUnitBars.ts'
import { steps } from './steps.ts'
import { unitSquares } from './unitSquares.ts'
import { yearColumns } from './yearColumns.ts'

/** Every chart kind there is; a new one is a file in this folder and its line here. */
export const kinds = {
  'slot-card': { draws: 'html' },
  'same-unit-bars': sameUnitBars,
  'rate-bars': rateBars,
  steps,
  'unit-squares': unitSquares,
  'rank-ladder': { draws: 'html' },
  'year-columns': yearColumns,
  'rate-line': rateLine,
  'change-table': { draws: 'html' },
  'entry-matrix': { draws: 'html' },
} as const satisfies Record<ChartKind, Kind>

/** Which kinds stand in for one when two or more years are entered; the others handle many years themselves. */
const manyYearKinds: Partial<Record<ChartKind, readonly ChartKind[]>> = {
  'same-unit-bars': ['year-columns'],
  'unit-squares': ['unit-squares', 'year-columns'],
  'rank-ladder': ['rate-line'],
}

/** The kinds a part is drawn with, in order. */
export const kindsFor = (kind: ChartKind, many: boolean): readonly ChartKind[] =>
  (many ? manyYearKinds[kind] : undefined) ?? [kind]
