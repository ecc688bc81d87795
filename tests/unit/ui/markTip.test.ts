import { expect, it } from 'vitest'
import { tipStart } from '#ui/markTip.ts'

it.each([
  ['behind the pointer', 100, 200, 600, 120],
  ['before the pointer where there is no room behind it', 500, 200, 600, 280],
  ['at the start where neither side has room', 150, 200, 300, 0],
  ['inside the chart whose end is nearer than the tip is wide', 290, 250, 300, 20],
  ['at the start of a chart that is smaller than the tip', 10, 80, 50, 0],
])('a tip stands %s', (_, pointer, size, room, start) => {
  expect(tipStart(pointer, size, room)).toBe(start)
})
