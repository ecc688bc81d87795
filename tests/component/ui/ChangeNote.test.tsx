import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Indicator } from '#domain/catalogue.ts'
import { changeSinceLast } from '#domain/measures/change.ts'
import { ChangeNote } from '#ui/ChangeNote.tsx'
import { asYear } from '../../support/data.ts'
import { aSeries, type SeriesCells } from '../../support/series.ts'

function show(shape: Partial<Omit<Indicator, 'id'>>, cells: SeriesCells, short = false): HTMLElement {
  const { dataset, indicator } = aSeries(shape, cells)
  const year = Math.max(...Object.keys(cells).map(Number))
  const change = changeSinceLast(dataset, indicator, asYear(year))
  render(
    <p data-testid="note">
      <ChangeNote change={change} indicator={indicator} short={short} />
    </p>,
  )
  return screen.getByTestId('note')
}

const arrowOf = (note: HTMLElement) => note.querySelector('svg.arrow path')?.getAttribute('d')
const UP = 'M6 1l5.5 10H.5z'
const DOWN = 'M6 11L.5 1h11z'

it.each([
  ['正', '50', '60', UP, '改善', 'change-better'],
  ['正', '60', '50', DOWN, '变差', 'change-worse'],
  ['逆', '50', '60', UP, '变差', 'change-worse'],
  ['逆', '60', '50', DOWN, '改善', 'change-better'],
] as const)(
  '%s from %s to %s has its arrow and says so: %s %s',
  (direction, from, to, arrow, word, colour) => {
    const note = show({ direction }, { 2023: from, 2024: to })
    expect(arrowOf(note)).toBe(arrow)
    expect(note).toHaveTextContent(word)
    expect(note.firstElementChild).toHaveClass(colour)
  },
)

it.each([
  ['50', '60', UP],
  ['60', '50', DOWN],
  ['5', '0', DOWN],
  ['0', '5', UP],
])('中 from %s to %s has a grey arrow and no verdict', (from, to, arrow) => {
  const note = show({}, { 2023: from, 2024: to })
  expect(arrowOf(note)).toBe(arrow)
  expect(note).not.toHaveTextContent(/改善|变差/)
  expect(note.firstElementChild).toHaveClass('change-neutral')
})

it('a place that moves forward points up', () => {
  const note = show({ kind: 'rank', unit: '位', direction: '正' }, { 2023: '第三', 2024: '第二' })
  expect(arrowOf(note)).toBe(UP)
  expect(note).toHaveTextContent('前移 1 位改善')
})

it('no change has no arrow', () => {
  const note = show({ direction: '正' }, { 2023: '50', 2024: '50' })
  expect(note).toHaveTextContent(/^持平$/)
  expect(arrowOf(note)).toBeUndefined()
})

it('a reason stands behind a dash, without an arrow', () => {
  const note = show({}, { 2023: '50余', 2024: '60' })
  expect(note).toHaveTextContent(/^— 两年中有一年为下限值，不计算同比$/)
  expect(arrowOf(note)).toBeUndefined()
})

it('the base of an older year goes before the difference, the limits of its figures after the verdict', () => {
  const note = show({ direction: '正' }, { 2023: '50', 2025: { value: '60', doubtful: true } })
  expect(note).toHaveTextContent('与2023年比（2024年待录入）+10 件（+20.0%）改善（2025年数值待核）')
})

it('a long reason is short on a card and whole in its tip', () => {
  const cells = { 2023: '50', 2024: { value: '60', note: '口径变化：含移送案件' } }
  const note = show({}, cells, true)
  expect(note).toHaveTextContent(/^— 口径有变，不比较$/)
  expect(screen.getByTitle('2024年口径有变（含移送案件），不与以前年度比较')).toBeVisible()
})

it('a short reason has no tip that repeats it', () => {
  const note = show({}, { 2023: '50', 2024: '未公布' }, true)
  expect(note).toHaveTextContent(/^— 2024年未公布，无法比较$/)
  expect(note.querySelector('[title]')).toBeNull()
})
