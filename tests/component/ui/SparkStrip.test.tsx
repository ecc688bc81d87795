import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { changeTable, changeTrail } from '#charts/kinds/changeTable.ts'
import { SparkStrip } from '#ui/SparkStrip.tsx'
import { asYear } from '../../support/data.ts'
import { aSeries, type SeriesCells } from '../../support/series.ts'

/** The strip of one figure, the two years compared. */
function show(cells: SeriesCells, base: number, year: number, since = 2000) {
  const { dataset, indicator } = aSeries({ since }, cells, { years: [2023, 2024, 2025] })
  const [row] = changeTable(dataset, asYear(base), asYear(year))
  if (!row) throw new Error('no row')
  render(<SparkStrip slots={changeTrail(dataset, row)} indicator={indicator} />)
  return screen.getByRole('img')
}

/** Heights of the boxes a path draws, in px. */
const heightsOf = (path: Element | null) =>
  [...(path?.getAttribute('d') ?? '').matchAll(/M[\d.]+ [\d.]+h[\d.]+v([\d.]+)h/g)].map(([, height]) =>
    Number(height),
  )
const pale = (strip: Element) => strip.querySelector('path[fill-opacity]')
const full = (strip: Element) => strip.querySelector('path[fill]:not([fill-opacity]):not([fill="none"])')

it('draws columns from 0, the compared years full and the others pale', () => {
  const strip = show({ 2023: '25', 2024: '100', 2025: '50' }, 2023, 2025)
  expect(heightsOf(full(strip))).toEqual([6.5, 13])
  expect(heightsOf(pale(strip))).toEqual([26])
})

it('draws no column for a missing figure: dashed while it is to come, hatched where it is not published', () => {
  const strip = show({ 2023: '25', 2025: '50' }, 2023, 2025)
  expect(pale(strip)).toBeNull()
  expect(strip.querySelector('.spark-empty')).not.toBeNull()
  expect(heightsOf(strip.querySelector('.spark-dashed'))).toHaveLength(1)
  expect(strip).toHaveAccessibleName('2023年25 件，2024年未公布，2025年50 件，2026年待录入')
})

it('says 尚无此项 with a dot', () => {
  const strip = show({ 2024: '25', 2025: '50' }, 2024, 2025, 2024)
  expect(strip.querySelector('.spark-dots')).not.toBeNull()
  expect(strip).toHaveAccessibleName(/^2023年当年尚无此项，/)
})

it('draws teeth on a lower bound, hollow part-year columns and a line where the scope changed', () => {
  const cells = {
    2023: '25余',
    2024: { value: '50', note: '1—6月' },
    2025: { value: '60', note: '口径变化：含移送案件' },
  }
  const strip = show(cells, 2024, 2025)
  expect(strip.querySelectorAll('path[stroke-width="1.2"]')).toHaveLength(1)
  expect(heightsOf(strip.querySelector('path[stroke-width="1.5"]'))).toHaveLength(1)
  expect(strip.querySelector('.slot-break')).not.toBeNull()
  expect(strip).toHaveAccessibleName(
    '2023年≥25 件，2024年50 件（1—6月），2025年60 件（口径有变：含移送案件），2026年待录入',
  )
})

it('draws a figure of 0 as a line, not as nothing', () => {
  const strip = show({ 2023: '0', 2024: '10', 2025: '0' }, 2023, 2025)
  const heights = heightsOf(full(strip))
  expect(heights).toHaveLength(2)
  expect(Math.max(...heights)).toBeLessThanOrEqual(2)
})
