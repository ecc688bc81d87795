import { expect, it } from 'vitest'
import { clampPlace, moveInGrid } from '#ui/gridMoves.ts'

const SIZE = { rows: 10, columns: 5, page: 4 }
const from = (row: number, column: number) => ({ row, column })

it.each([
  ['ArrowUp', false, from(3, 2)],
  ['ArrowDown', false, from(5, 2)],
  ['ArrowLeft', false, from(4, 1)],
  ['ArrowRight', false, from(4, 3)],
  ['Home', false, from(4, 0)],
  ['End', false, from(4, 4)],
  ['PageUp', false, from(0, 2)],
  ['PageDown', false, from(8, 2)],
  ['Home', true, from(0, 0)],
  ['End', true, from(9, 4)],
  ['ArrowUp', true, from(0, 2)],
  ['ArrowDown', true, from(9, 2)],
  ['ArrowLeft', true, from(4, 0)],
  ['ArrowRight', true, from(4, 4)],
])('%s (Ctrl: %s) leads from row 4, column 2 to %o', (key, ctrl, to) => {
  expect(moveInGrid(from(4, 2), key, ctrl, SIZE)).toEqual(to)
})

it.each([
  ['ArrowUp', from(0, 1), from(0, 1)],
  ['ArrowLeft', from(2, 0), from(2, 0)],
  ['ArrowDown', from(9, 1), from(9, 1)],
  ['ArrowRight', from(2, 4), from(2, 4)],
  ['PageUp', from(2, 4), from(0, 4)],
  ['PageDown', from(7, 4), from(9, 4)],
])('%s stops at the edge: %o → %o', (key, at, to) => {
  expect(moveInGrid(at, key, false, SIZE)).toEqual(to)
})

it.each(['Tab', 'a', 'Enter', 'F2', 'Escape', 'constructor', ''])('%s does not move', (key) => {
  expect(moveInGrid(from(4, 2), key, false, SIZE)).toBeNull()
})

it('a place outside of a grid that became smaller moves to its nearest cell', () => {
  expect(clampPlace(from(12, 7), SIZE)).toEqual(from(9, 4))
  expect(clampPlace(from(-1, 0), SIZE)).toEqual(from(0, 0))
})
