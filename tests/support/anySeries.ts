import fc from 'fast-check'
import type { Indicator } from '#domain/catalogue.ts'
import type { SeriesCells } from './series.ts'

const decimal = fc.oneof(
  fc.nat({ max: 40 }).map(String),
  fc.nat({ max: 99_999 }).map(String),
  fc
    .tuple(fc.nat({ max: 99_999 }), fc.stringMatching(/^\d{1,3}$/))
    .map(([whole, part]) => `${whole}.${part}`),
)
const place = fc.integer({ min: 1, max: 20 }).map((n) => `第${n}`)
const bounds = {
  number: decimal.chain((n) =>
    fc.constantFrom(`${n}余`, `约${n}`, `不足${n}`, `${n}以上`, `近${n}`, `不超过${n}`),
  ),
  place: fc.integer({ min: 1, max: 20 }).map((n) => `前${n}`),
}

const shapes: readonly Partial<Omit<Indicator, 'id'>>[] = (['正', '逆', '中'] as const).flatMap(
  (direction) => [
    { direction, kind: 'count', unit: '件' },
    { direction, kind: 'amount', unit: '万元' },
    { direction, kind: 'rate', unit: '%' },
    { direction, kind: 'rank', unit: '位' },
  ],
)

/** The cells of one figure over eight years; a year may be left out. */
function cellsOf(isRank: boolean): fc.Arbitrary<SeriesCells> {
  const exact = isRank ? place : decimal
  const value = fc.oneof(
    { weight: 6, arbitrary: exact },
    { weight: 1, arbitrary: isRank ? bounds.place : bounds.number },
    { weight: 1, arbitrary: fc.constantFrom('未公布', '不适用') },
  )
  const note = fc.oneof(
    { weight: 8, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('1—6月', '1—9月', '口径变化', '口径变化：含移送案件', '1—6月；口径变化'),
    },
  )
  const unit = fc.oneof(
    { weight: 12, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constant(isRank ? '' : '人次') },
  )
  const doubtful = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true))
  const cell = fc.record({ value, note, unit, doubtful })
  return fc
    .array(fc.option(cell, { freq: 8 }), { minLength: 8, maxLength: 8 })
    .map((cells) => Object.fromEntries(cells.flatMap((found, i) => (found ? [[2023 + i, found]] : []))))
}

/** Any indicator with any history, and two years of it in any order. */
export const anySeries = fc.constantFrom(...shapes).chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    cells: cellsOf(shape.kind === 'rank'),
    base: fc.integer({ min: 2023, max: 2030 }),
    year: fc.integer({ min: 2023, max: 2030 }),
  }),
)
